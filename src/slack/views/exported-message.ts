import type { StatusOutcome } from '../../status/outcome.ts';
import type { ViewLanguage } from './light-words.ts';
import { type SlackMessage, toMessage } from './message.ts';
import { fillText, line, richText } from './rich-text.ts';

/** Says that the files are on their way, with how much is in them. */
export function buildExportedMessage(
  { rows, entries }: Extract<StatusOutcome, { kind: 'exported' }>,
  { texts }: ViewLanguage,
): SlackMessage {
  return toMessage([richText(line(fillText(texts.files.exported, { rows, entries })))]);
}
