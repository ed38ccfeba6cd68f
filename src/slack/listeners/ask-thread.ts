import type { SayStreamFn } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { Subject } from '../../answer/answer.ts';
import { whileSearching } from '../answer-progress.ts';
import { type SlackContext, viewIn } from '../context.ts';
import { answerMetadata } from '../thread-memory.ts';
import { buildNoteMessage } from '../views/answer-message.ts';
import type { SlackMessage } from '../views/message.ts';
import { replyTo } from './ask.ts';

export type ThreadQuestion = {
  text: string;
  user: string;
  channel: string;
  ts: string;
  threadTs: string;
  subject: Subject | null;
  /** Opens a stream in the thread. */
  stream: SayStreamFn;
};

/**
 * Answers once per message, in the thread, where everyone reads it. An answer with contact details goes to the asker alone,
 * and the thread is told so.
 */
export async function answerInThread(context: SlackContext, client: WebClient, asked: ThreadQuestion): Promise<void> {
  const { channel, threadTs } = asked;
  if (!context.seen.take(`${channel}:${asked.ts}`)) return;
  await whileSearching(context, client, asked, async (progress) => {
    const place = { channel, threadTs };
    const reply = await replyTo(context, client, { ...asked, place, private: false, progress: progress.show });
    const { answer } = reply;
    const subject = answer?.subject ?? asked.subject;
    const metadata = subject === null ? undefined : answerMetadata(subject);
    let { message } = reply;
    if (answer?.personal === true) {
      const own = await replyTo(context, client, { ...asked, place, private: true, keep: false });
      await postToAskerOnly(context, client, asked, own.message);
      message = buildNoteMessage(viewIn(own.language).texts.slack.sentPrivately);
    }
    if (!(await progress.finish(message, metadata))) {
      const carried = metadata === undefined ? {} : { metadata };
      await client.chat.postMessage({ channel, thread_ts: threadTs, ...message, ...carried });
    }
    context.threads.remember(channel, threadTs, subject, null);
  });
}

/** Ephemerally in the thread, or in a direct message where Slack does not allow that. */
async function postToAskerOnly(
  context: SlackContext,
  client: WebClient,
  { channel, threadTs, user }: ThreadQuestion,
  { blocks, text, parse }: SlackMessage,
): Promise<void> {
  try {
    await client.chat.postEphemeral({ channel, user, thread_ts: threadTs, blocks, text, parse });
  } catch (error) {
    context.logger.debug('An ephemeral message was refused; a direct message goes instead:', error);
    await client.chat.postMessage({ channel: user, blocks, text, parse, unfurl_links: false, unfurl_media: false });
  }
}
