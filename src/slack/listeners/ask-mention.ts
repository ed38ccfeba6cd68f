import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import type { SlackContext } from '../context.ts';
import { questionText } from '../incoming-text.ts';
import { answerInThread } from './ask-thread.ts';

/** Answers a mention in its thread; a mention outside a thread opens one. */
export async function handleMention(
  context: SlackContext,
  {
    event,
    client,
    sayStream,
    context: { botUserId = '' },
  }: SlackEventMiddlewareArgs<'app_mention'> & AllMiddlewareArgs,
): Promise<void> {
  if (event.user === undefined || event.bot_id !== undefined) return;
  const threadTs = event.thread_ts ?? event.ts;
  const { subject } =
    event.thread_ts === undefined
      ? { subject: null }
      : await context.threads.find(client, botUserId, event.channel, threadTs);
  await answerInThread(context, client, {
    text: questionText(event.text, botUserId),
    user: event.user,
    channel: event.channel,
    ts: event.ts,
    threadTs,
    subject,
    stream: sayStream,
  });
}
