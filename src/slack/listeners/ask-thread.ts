import type { WebClient } from '@slack/web-api';
import type { Subject } from '../../answer/answer.ts';
import { type SlackContext, viewIn } from '../context.ts';
import { answerMetadata } from '../thread-memory.ts';
import { buildNoteMessage } from '../views/answer-message.ts';
import type { SlackMessage } from '../views/message.ts';
import { replyTo, whileSearching } from './ask.ts';

export type ThreadQuestion = {
  text: string;
  user: string;
  channel: string;
  ts: string;
  threadTs: string;
  subject: Subject | null;
};

/**
 * Answers once per message, in the thread, where everyone reads it. An answer with contact details goes to the asker alone,
 * and the thread is told so.
 */
export async function answerInThread(context: SlackContext, client: WebClient, asked: ThreadQuestion): Promise<void> {
  const { channel, threadTs, user } = asked;
  if (!context.seen.take(`${channel}:${asked.ts}`)) return;
  await whileSearching(context, client, { channel, threadTs, user }, async () => {
    const place = { channel, threadTs };
    const reply = await replyTo(context, client, { ...asked, place, private: false });
    const { answer } = reply;
    const subject = answer?.subject ?? asked.subject;
    const metadata = subject === null ? {} : { metadata: answerMetadata(subject) };
    if (answer?.personal === true) {
      const own = await replyTo(context, client, { ...asked, place, private: true, keep: false });
      await postToAskerOnly(context, client, asked, own.message);
      const note = buildNoteMessage(viewIn(own.language).texts.slack.sentPrivately);
      await client.chat.postMessage({ channel, thread_ts: threadTs, ...note, ...metadata });
    } else {
      await client.chat.postMessage({ channel, thread_ts: threadTs, ...reply.message, ...metadata });
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
