import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { languageOf, type SlackContext, viewIn } from './context.ts';
import { buildNoteMessage } from './views/answer-message.ts';

/** The parts of a payload by which its sender can be told something. */
const senderSchema = z.object({
  response_url: z.url().optional(),
  user_id: z.string().optional(),
  user: z.object({ id: z.string() }).optional(),
  event: z
    .object({
      user: z.string().optional(),
      channel: z.string().optional(),
      channel_type: z.string().optional(),
      ts: z.string().optional(),
      thread_ts: z.string().optional(),
    })
    .optional(),
});
type Sender = z.infer<typeof senderSchema>;

/**
 * Where every error of a listener ends: it is logged, and the person who asked is told in a plain sentence that it failed.
 * Never rejects.
 */
export async function handleFailure(
  context: SlackContext,
  client: WebClient,
  failure: { error: Error; body: unknown },
): Promise<void> {
  context.logger.error('A request failed:', failure.error);
  const sender = senderSchema.safeParse(failure.body);
  if (!sender.success) return;
  try {
    await tellSender(context, client, sender.data);
  } catch (error) {
    context.logger.warn('The person who asked could not be told that it failed:', error);
  }
}

async function tellSender(context: SlackContext, client: WebClient, sender: Sender): Promise<void> {
  const user = sender.user_id ?? sender.user?.id ?? sender.event?.user;
  if (user === undefined) return;
  const language = await languageOf(context, client, user).catch(() => context.defaultLanguage);
  const message = buildNoteMessage(viewIn(language).texts.slack.failed);
  const { response_url: responseUrl, event } = sender;
  if (responseUrl !== undefined) {
    await fetch(responseUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...message, response_type: 'ephemeral', replace_original: false }),
      signal: AbortSignal.timeout(10_000),
    });
    return;
  }
  if (event?.channel === undefined || event.channel_type === 'im') {
    await client.chat.postMessage({ channel: event?.channel ?? user, ...message });
    return;
  }
  const { blocks, text, parse } = message;
  const threadTs = event.thread_ts ?? event.ts;
  const thread = threadTs === undefined ? {} : { thread_ts: threadTs };
  await client.chat.postEphemeral({ channel: event.channel, user, ...thread, blocks, text, parse });
}
