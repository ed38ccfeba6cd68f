import type { WebClient } from '@slack/web-api';
import type { StatusOutcome } from '../../status/outcome.ts';
import { type SlackContext, viewIn } from '../context.ts';
import { buildNoteMessage } from '../views/answer-message.ts';
import { buildExportedMessage } from '../views/exported-message.ts';
import type { ViewLanguage } from '../views/light-words.ts';
import type { SlackMessage } from '../views/message.ts';
import { fillText } from '../views/rich-text.ts';

/** Sends the files of an export to one person's direct messages. Returns what to say about it. */
export async function sendExport(
  context: SlackContext,
  client: WebClient,
  user: string,
  outcome: Extract<StatusOutcome, { kind: 'exported' }>,
  { language }: Pick<ViewLanguage, 'language'>,
): Promise<SlackMessage> {
  const view = viewIn(language);
  const { rows, entries } = outcome;
  const [board, history] = outcome.files.map(({ fileName, content }) => ({
    filename: fileName,
    title: fileName,
    file: Buffer.from(content, 'utf8'),
  }));
  if (board === undefined || history === undefined) throw new Error('an export without its two files');
  try {
    const { channel } = await client.conversations.open({ users: user });
    if (channel?.id === undefined) return buildNoteMessage(view.texts.files.notExported);
    const comment = fillText(view.texts.files.exportComment, { rows, entries });
    await client.filesUploadV2({ channel_id: channel.id, initial_comment: comment, file_uploads: [board, history] });
    return buildExportedMessage(outcome, view);
  } catch (error) {
    context.logger.warn('An export was not sent:', error);
    return buildNoteMessage(view.texts.files.notExported);
  }
}
