import type { AllMiddlewareArgs, SayStreamFn, SlackEventMiddlewareArgs } from '@slack/bolt';
import type { GenericMessageEvent } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { whileSearching } from '../answer-progress.ts';
import type { SlackContext } from '../context.ts';
import { questionText, speaksToSomebodyElse } from '../incoming-text.ts';
import { answerMetadata } from '../thread-memory.ts';
import { replyTo } from './ask.ts';
import { answerInThread } from './ask-thread.ts';
import { relayOwnerReply } from './owner-reply.ts';

/** In place of a thread's timestamp: the top level of a direct conversation keeps one subject. */
const topLevel = 'top';

/** Answers direct messages, and further messages in threads that Valo takes part in. Anything else is not for Valo. */
export async function handleMessage(
  context: SlackContext,
  { event, client, sayStream, context: { botUserId = '' } }: SlackEventMiddlewareArgs<'message'> & AllMiddlewareArgs,
): Promise<void> {
  if (event.subtype !== undefined || event.bot_id !== undefined) return;
  if (event.channel_type === 'im')
    return handleDirect(context, client, event, { botUser: botUserId, stream: sayStream });
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
    stream: sayStream,
  });
}

/** A reply below a question that was sent on is for its asker; anything else is a question. */
async function handleDirect(
  context: SlackContext,
  client: WebClient,
  event: GenericMessageEvent,
  side: { botUser: string; stream: SayStreamFn },
): Promise<void> {
  const { channel, ts, thread_ts: threadTs } = event;
  if (!context.seen.take(`${channel}:${ts}`)) return;
  const referral = threadTs === undefined ? null : context.ports.conversation.referralAt(channel, threadTs);
  if (referral === null) return answerDirectly(context, client, event, side);
  await relayOwnerReply(context, client, referral, questionText(event.text ?? '', side.botUser));
}

/** Answers where the question stands: at the top level, or in its thread. Only the asker reads it. */
async function answerDirectly(
  context: SlackContext,
  client: WebClient,
  event: GenericMessageEvent,
  { botUser, stream }: { botUser: string; stream: SayStreamFn },
): Promise<void> {
  const { channel, user, ts, thread_ts: threadTs } = event;
  const conversation = threadTs ?? topLevel;
  const { subject: before } =
    threadTs === undefined
      ? context.threads.recall(channel, conversation)
      : await context.threads.find(client, botUser, channel, threadTs);
  const waiting = { channel, threadTs: threadTs ?? ts, user, stream: threadTs === undefined ? null : stream };
  await whileSearching(context, client, waiting, async (progress) => {
    const { answer, message } = await replyTo(context, client, {
      text: questionText(event.text ?? '', botUser),
      user,
      channel,
      subject: before,
      private: true,
      place: { channel, threadTs: threadTs ?? null },
      progress: progress.show,
    });
    const subject = answer?.subject ?? before;
    const metadata = subject === null ? undefined : answerMetadata(subject);
    if (!(await progress.finish(message, metadata))) {
      const thread = threadTs === undefined ? {} : { thread_ts: threadTs };
      await client.chat.postMessage({
        channel,
        ...message,
        ...thread,
        ...(metadata === undefined ? {} : { metadata }),
      });
    }
    context.threads.remember(channel, conversation, subject, user);
  });
}
