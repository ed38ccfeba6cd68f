import type { PauseReason } from '../status/events.ts';
import { type DeliveryClock, waitOn } from './clock.ts';
import type { Claim } from './decide-runs.ts';

/** What Slack made of a post. `refused` and `limited` have posted nothing; `unknown` may have. */
export type PostResult =
  | { kind: 'posted'; message: string }
  | { kind: 'refused'; error: string; closed: Closed }
  | { kind: 'limited'; afterMs: number }
  | { kind: 'unknown'; error: string };

/** Why a place takes no posts; null where it may take them later. */
type Closed = PauseReason | null;

/** Whether a message with a key stands in a place. `message` is its id there, null for none; `closed` as for a post. */
export type FindResult = { kind: 'looked'; message: string | null } | { kind: 'failed'; error: string; closed: Closed };

/** One delivery, as its own kind of records and messages does it. */
export type Delivery = {
  /** The channel or user, in which one message a second is posted at most. */
  place: string;
  /** What the message carries by which it is found again. */
  key: string;
  /** The claim of an earlier attempt, which may have posted or not; null for none. */
  claim: Claim | null;
  /** False where an earlier attempt is to be settled and nothing new posted. */
  mayPost: boolean;
  /** Records a claim in the place of `follows`; its entry, or null where another claim came first or none could be kept. */
  take: (follows: number | null) => Promise<number | null>;
  /** Makes everything ready, which may take its time, and gives the post itself: one request of ten seconds at most. */
  prepare: () => Promise<() => Promise<PostResult>>;
  /** Looks for the message of an attempt made after about `since`. */
  find: (since: Date) => Promise<FindResult>;
  /** Records the message; false where that failed, and it is found again next time. */
  record: (message: string) => Promise<boolean>;
};

/** `settled`: an earlier attempt had posted it. `absent`: it had not, and it is too late to. `waits`: to be tried again. */
export type DeliveryOutcome =
  | { kind: 'posted' | 'settled' }
  | { kind: 'absent' }
  | { kind: 'refused'; error: string; closed: Closed }
  | { kind: 'waits'; why: 'attempt' | 'claim' | 'lookup' | 'limited' | 'unknown'; error: string | null };

/**
 * After an attempt whose end is not known, so long is waited before looking whether it posted, in milliseconds: longer than
 * a request may be under way.
 */
const settleAfterMs = 30_000;

/** Slack takes about one message a second in a channel. https://docs.slack.dev/apis/web-api/rate-limits */
const paceMs = 1_000;
/** So often Slack may ask to slow down before the delivery waits for the next run. */
const mostLimits = 5;

/**
 * Delivers by claim and reconcile, so that a message is posted once over crashes at any point and lost answers: a claim is
 * recorded before the post, and one that is found recorded is settled by looking for the message before anything is
 * posted again. While that cannot be told, nothing is posted.
 */
export function createDeliverOnce(deps: {
  clock: DeliveryClock;
  now: () => Date;
  /** Aborted when Valo stops: no wait goes on. */
  stop: AbortSignal;
  settleMs?: number;
}) {
  const { clock, now, stop, settleMs = settleAfterMs } = deps;
  /** When something was last posted in a place. */
  const postedAt = new Map<string, number>();
  /** When this process first met a claim, in the clock's milliseconds: a wall clock can be set back. */
  const met = new Map<number, number>();
  /** Claims of this process under which Slack has refused the post: it was not made, for certain. */
  const unposted = new Set<number>();

  function isSettled({ claim, at }: Claim): boolean {
    const first = met.get(claim);
    if (first !== undefined) return clock.ms() - first >= settleMs;
    // One of another process is as old as its record says, unless the clock was set back since.
    const age = now().getTime() - Date.parse(at);
    met.set(claim, age >= settleMs ? Number.NEGATIVE_INFINITY : clock.ms());
    return age >= settleMs;
  }

  async function postUnder(
    first: number,
    post: () => Promise<PostResult>,
    delivery: Delivery,
  ): Promise<DeliveryOutcome> {
    let claim = first;
    for (let limits = 1; ; limits += 1) {
      const result = await inPace(claim, post, delivery.place);
      const again = result.kind === 'limited' && limits < mostLimits && (await waitOn(clock, result.afterMs, stop));
      if (!again) return ended(claim, result, delivery);
      // By now another process may have settled the claim: what was limited was not posted.
      const renewed = await delivery.take(claim);
      if (renewed === null) return { kind: 'waits', why: 'claim', error: null };
      claim = renewed;
    }
  }

  async function ended(claim: number, result: PostResult, delivery: Delivery): Promise<DeliveryOutcome> {
    switch (result.kind) {
      case 'posted': {
        met.delete(claim);
        const recorded = await delivery.record(result.message);
        return recorded ? { kind: 'posted' } : { kind: 'waits', why: 'claim', error: null };
      }
      case 'refused':
        unposted.add(claim);
        return result;
      case 'limited':
        unposted.add(claim);
        return { kind: 'waits', why: 'limited', error: null };
      case 'unknown':
        unposted.delete(claim);
        return { kind: 'waits', why: 'unknown', error: result.error };
    }
  }

  /** Posts in the pace that Slack asks for. */
  async function inPace(claim: number, post: () => Promise<PostResult>, place: string): Promise<PostResult> {
    const wait = (postedAt.get(place) ?? Number.NEGATIVE_INFINITY) + paceMs - clock.ms();
    if (wait > 0) await waitOn(clock, wait, stop);
    met.set(claim, clock.ms());
    postedAt.set(place, clock.ms());
    return post();
  }

  async function claimAndPost(follows: number | null, delivery: Delivery): Promise<DeliveryOutcome> {
    const post = await delivery.prepare();
    const claim = await delivery.take(follows);
    return claim === null ? { kind: 'waits', why: 'claim', error: null } : postUnder(claim, post, delivery);
  }

  return async (delivery: Delivery): Promise<DeliveryOutcome> => {
    const { claim, mayPost } = delivery;
    if (claim === null) return mayPost ? claimAndPost(null, delivery) : { kind: 'absent' };
    if (unposted.has(claim.claim)) return mayPost ? claimAndPost(claim.claim, delivery) : { kind: 'absent' };
    if (!isSettled(claim)) return { kind: 'waits', why: 'attempt', error: null };
    const found = await delivery.find(new Date(claim.at));
    if (found.kind === 'failed') {
      const { error, closed } = found;
      return closed === null ? { kind: 'waits', why: 'lookup', error } : { kind: 'refused', error, closed };
    }
    if (found.message === null) return mayPost ? claimAndPost(claim.claim, delivery) : { kind: 'absent' };
    const recorded = await delivery.record(found.message);
    return recorded ? { kind: 'settled' } : { kind: 'waits', why: 'claim', error: null };
  };
}
export type DeliverOnce = ReturnType<typeof createDeliverOnce>;
