import type { DeliveryRun } from '../status/delivery-state.ts';
import type { StatusState } from '../status/state.ts';
import { lastSlot } from './schedule.ts';

/** How late a digest or a reminder still goes out, in milliseconds: three days. */
export const latestMs = 3 * 24 * 60 * 60_000;

/** A claim of an attempt that may have posted or not. */
export type Claim = Pick<DeliveryRun, 'claim' | 'at'>;

/**
 * What is to be done for a channel. `post`: the digest of the week goes out, once a `claim` of an earlier attempt is settled.
 * `settle`: an earlier attempt is to be settled, and nothing posted, as it is too late. `skip`: too late.
 */
export type RunDecision = {
  kind: 'post' | 'settle' | 'skip';
  channel: string;
  week: string;
  key: string;
  dueAt: Date;
  claim: Claim | null;
};

/**
 * What is to be done for digests, the one that has waited longest first; nothing where all is done. There is no timer to
 * miss: the latest due time is compared with what is recorded. A digest turned on after that time waits for the next one.
 */
export function decideRuns(state: Pick<StatusState, 'digests' | 'digestRuns'>, now: Date): RunDecision[] {
  const decided = Object.entries(state.digests).flatMap(([channel, digest]): RunDecision[] => {
    if (digest.paused !== null) return [];
    const { week, dueAt } = lastSlot(digest, now);
    if (digest.since !== null && dueAt.getTime() < Date.parse(digest.since)) return [];
    const key = digestKey(week, channel);
    const run = state.digestRuns[channel]?.weekly.find((known) => known.key === key);
    const kind = kindOf(run, now.getTime() - dueAt.getTime() >= latestMs);
    return kind === null ? [] : [{ kind, channel, week, key, dueAt, claim: run ?? null }];
  });
  return decided.toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
}

/** What remains to be done for a week; null for nothing. */
export function kindOf(run: DeliveryRun | undefined, late: boolean): RunDecision['kind'] | null {
  if (run === undefined) return late ? 'skip' : 'post';
  if (run.state !== 'claimed') return null;
  return late ? 'settle' : 'post';
}

/** What a channel's weekly digest carries. */
export function digestKey(week: string, channel: string): string {
  return `digest:${week}:${channel}`;
}
