import { type WebClient, WebAPIPlatformError, WebAPIRateLimitedError } from '@slack/web-api';
import { z } from 'zod';
import type { FindResult, PostResult } from '../digest/deliver-once.ts';
import type { PauseReason } from '../status/events.ts';
import type { SlackMessage } from './views/message.ts';

/** Slack's errors for a place in which waiting will not help. https://docs.slack.dev/reference/methods/chat.postMessage */
const closedBy: Readonly<Record<string, PauseReason>> = {
  is_archived: 'archived',
  channel_not_found: 'removed',
  not_in_channel: 'removed',
  no_permission: 'restricted',
  user_not_found: 'removed',
  user_disabled: 'removed',
  account_inactive_user: 'removed',
  cannot_dm_bot: 'removed',
  messages_tab_disabled: 'restricted',
};

/** Errors after which Slack may have posted all the same. */
const uncertain = new Set(['internal_error', 'fatal_error', 'request_timeout', 'service_unavailable']);

const eventType = 'valo_delivery';
/** Seconds where Slack names none. */
const defaultRetryAfter = 30;

/** Posts once, by a client that never tries again by itself, with a key by which the message can be found. */
export async function postOnce(
  client: WebClient,
  channel: string,
  message: SlackMessage,
  key: string,
): Promise<PostResult> {
  const metadata = { event_type: eventType, event_payload: { key } };
  try {
    const { ts } = await client.chat.postMessage({ channel, ...message, metadata });
    return ts === undefined ? { kind: 'unknown', error: 'an answer without ts' } : { kind: 'posted', message: ts };
  } catch (error) {
    return failureOf(error);
  }
}

/** Why a place takes no posts, by Slack's error; null where it may take them later. */
export function closedFor(error: string): PauseReason | null {
  return error.startsWith('restricted_action') ? 'restricted' : (closedBy[error] ?? null);
}

/** What an error says of a post that was asked for. */
export function failureOf(error: unknown): Exclude<PostResult, { kind: 'posted' }> {
  if (error instanceof WebAPIRateLimitedError) {
    return { kind: 'limited', afterMs: (error.retryAfter || defaultRetryAfter) * 1000 };
  }
  if (error instanceof WebAPIPlatformError && !uncertain.has(error.data.error)) {
    return { kind: 'refused', error: error.data.error, closed: closedFor(error.data.error) };
  }
  return { kind: 'unknown', error: error instanceof Error ? error.message : String(error) };
}

const pageLength = 200;
/** So many messages are looked through; a place with more since the attempt counts as not looked at. */
const mostPages = 30;
/** Slack's clock and this one may differ: the look goes back so much further, in milliseconds. */
const marginMs = 24 * 60 * 60_000;

const messageSchema = z.object({
  ts: z.string(),
  metadata: z.object({ event_payload: z.object({ key: z.unknown() }).partial().optional() }).optional(),
});

/** Looks through a channel, newest first, for the message with the key, as far back as a post after `since` can stand. */
export async function findPosted(client: WebClient, channel: string, key: string, since: Date): Promise<FindResult> {
  const oldest = (since.getTime() - marginMs) / 1000;
  let cursor = '';
  try {
    for (let page = 0; page < mostPages; page += 1) {
      const at = cursor === '' ? {} : { cursor };
      const history = await client.conversations.history({
        channel,
        limit: pageLength,
        include_all_metadata: true,
        ...at,
      });
      const messages = z.array(messageSchema).parse(history.messages ?? []);
      const found = messages.find(({ metadata }) => metadata?.event_payload?.key === key);
      if (found !== undefined) return { kind: 'looked', message: found.ts };
      cursor = history.response_metadata?.next_cursor ?? '';
      const last = messages.at(-1);
      if (cursor === '' || last === undefined || Number(last.ts) < oldest) return { kind: 'looked', message: null };
    }
    return { kind: 'failed', closed: null, error: `more than ${mostPages * pageLength} messages since` };
  } catch (error) {
    return lookupFailure(error);
  }
}

/** Why a place could not be looked through. */
export function lookupFailure(error: unknown): Extract<FindResult, { kind: 'failed' }> {
  const failure = failureOf(error);
  if (failure.kind === 'limited') return { kind: 'failed', error: 'ratelimited', closed: null };
  return { kind: 'failed', error: failure.error, closed: failure.kind === 'refused' ? failure.closed : null };
}
