import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import type { GenericMessageEvent } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { SlackContext } from '../context.ts';
import { questionText, speaksToSomebodyElse } from '../incoming-text.ts';
import { answerMetadata } from '../thread-memory.ts';
import { replyTo, whileSearching } from './ask.ts';
import { answerInThread } from './ask-thread.ts';

/** In place of a thread's timestamp: the top level of a direct conversation keeps one subject. */
const topLevel = 'top';

/** Answers direct messages, and further messages in threads that Valo takes part in. Anything else is not for Valo. */
export async function handleMessage(
  context: SlackContext,
  { event, client, context: { botUserId = '' } }: SlackEventMiddlewareArgs<'message'> & AllMiddlewareArgs,
): Promise<void> {
  if (event.subtype !== undefined || event.bot_id !== undefined) return;
  if (event.channel_type === 'im') return answerDirectly(context, client, event, botUserId);
  if (event.thread_ts === undefined || speaksToSomebodyElse(event.text ?? '', botUserId)) return;
  const thread = await context.threads.find(client, botUserId, event.channel, event.thread_ts);
  if (!thread.takesPart) return;
  await answerInThread(context, client, {
    text: questionText(event.text ?? '', botUserId),
    user: event.user,
    channel: event.channel,
    ts: event.ts,
    threadTs: event.thread_ts,
    subject: thread.subject,
  });
}

/** Answers where the question stands: at the top level, or in its thread. Only the asker reads it. */
async function answerDirectly(
  context: SlackContext,
  client: WebClient,
  event: GenericMessageEvent,
  botUser: string,
): Promise<void> {
  const { channel, user, ts } = event;
  if (!context.seen.take(`${channel}:${ts}`)) return;
  const conversation = event.thread_ts ?? topLevel;
  const { subject: before } =
    event.thread_ts === undefined
      ? context.threads.recall(channel, conversation)
      : await context.threads.find(client, botUser, channel, event.thread_ts);
  const place = { channel, threadTs: event.thread_ts ?? ts, user };
  await whileSearching(context, client, place, async () => {
    const text = questionText(event.text ?? '', botUser);
    const { answer, message } = await replyTo(context, client, { text, user, channel, subject: before, private: true });
    const subject = answer?.subject ?? before;
    await client.chat.postMessage({
      channel,
      ...message,
      ...(event.thread_ts === undefined ? {} : { thread_ts: event.thread_ts }),
      ...(subject === null ? {} : { metadata: answerMetadata(subject) }),
    });
    context.threads.remember(channel, conversation, subject);
  });
}
