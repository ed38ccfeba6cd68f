import { WebClient } from '@slack/web-api';
import type { FindResult, PostResult } from '../digest/deliver-once.ts';
import type { Reader } from '../digest/nudge-delivery.ts';
import type { DeliveryPlaces } from '../digest/scheduler.ts';
import { languageOf, type SlackContext, viewIn } from './context.ts';
import { uploadDigestPicture } from './digest-picture.ts';
import { failureOf, findPosted, lookupFailure, postOnce } from './post-once.ts';
import { buildDigestMessage } from './views/digest-message.ts';
import type { SlackMessage } from './views/message.ts';
import { buildNudgeMessage, buildPauseMessage } from './views/nudge-message.ts';

/** Clients of deliveries' own: when Slack slows them down, people's questions go on. */
type DeliveryClients = {
  /** One attempt of ten seconds: a retry after a lost answer could post twice. */
  once: WebClient;
  /** For what may be repeated. */
  patient: WebClient;
};

export function createDeliveryClients(
  token: string,
  slackApiUrl: string,
  logger: SlackContext['logger'],
): DeliveryClients {
  const options = { slackApiUrl, logger, timeout: 10_000 };
  return {
    once: new WebClient(token, { ...options, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true }),
    patient: new WebClient(token, { ...options, retryConfig: { retries: 2 } }),
  };
}

/** Where digests and reminders go: channels and direct messages. */
export function createDeliveryPlaces(
  context: SlackContext,
  { once: client, patient }: DeliveryClients,
): DeliveryPlaces {
  const inDirect = async <T>(user: string, work: (channel: string) => Promise<T>, failed: (error: unknown) => T) => {
    try {
      const { channel } = await client.conversations.open({ users: user });
      return channel?.id === undefined
        ? failed(new Error('no direct message could be opened'))
        : await work(channel.id);
    } catch (error) {
      return failed(error);
    }
  };
  const findDirect = (user: string, key: string, since: Date): Promise<FindResult> =>
    inDirect(user, (channel) => findPosted(client, channel, key, since), lookupFailure);
  const prepareDirect = async (user: string, message: SlackMessage, key: string) => {
    const place = await inDirect<{ channel: string } | { failure: PostResult }>(
      user,
      async (channel) => ({ channel }),
      // Nothing was posted yet, whatever became of the request.
      (error) => ({ failure: unposted(failureOf(error)) }),
    );
    return async () => ('failure' in place ? place.failure : postOnce(client, place.channel, message, key));
  };
  return {
    digests: {
      prepare: (run, key) =>
        unlessFailed(async () => {
          const digest = await context.ports.composeDigest(run);
          const view = viewIn(digest.language);
          const picture = await uploadDigestPicture(context, patient, digest);
          return async () => {
            const posted = await postOnce(client, run.channel, buildDigestMessage(digest, view, { picture }), key);
            if (posted.kind !== 'refused' || posted.error !== 'invalid_blocks' || picture === null) return posted;
            context.logger.warn('Slack does not show the picture of a digest yet; the digest goes without it.');
            return postOnce(client, run.channel, buildDigestMessage(digest, view), key);
          };
        }),
      find: (channel, key, since) => findPosted(client, channel, key, since),
      prepareNote: (note, key) =>
        unlessFailed(async () => {
          const view = viewIn(await languageOf(context, patient, note.user));
          return prepareDirect(note.user, buildPauseMessage(note, view), key);
        }),
      findNote: findDirect,
    },
    nudges: {
      prepare: (nudge, key) =>
        unlessFailed(async () => {
          const view = viewIn(await languageOf(context, patient, nudge.user));
          return prepareDirect(nudge.user, buildNudgeMessage(nudge, view), key);
        }),
      find: findDirect,
      reader: (user) => readerOf(client, user),
    },
  };
}

/** A fault in making a message ready is a refusal: nothing was posted. */
async function unlessFailed(prepare: () => Promise<() => Promise<PostResult>>): Promise<() => Promise<PostResult>> {
  try {
    return await prepare();
  } catch (error) {
    const failed = { kind: 'refused' as const, error: `not composed: ${String(error)}`, closed: null };
    return async () => failed;
  }
}

function unposted(failure: PostResult): PostResult {
  return failure.kind === 'unknown' ? { kind: 'refused', error: failure.error, closed: null } : failure;
}

async function readerOf(client: WebClient, user: string): Promise<Reader> {
  try {
    const { user: found } = await client.users.info({ user });
    if (found === undefined) return { kind: 'unknown' };
    return { kind: 'known', zone: found.tz ?? null, active: found.deleted !== true };
  } catch (error) {
    const failure = failureOf(error);
    return failure.kind === 'limited' ? failure : { kind: 'unknown' };
  }
}
