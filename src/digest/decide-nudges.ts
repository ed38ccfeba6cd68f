import type { StatusState } from '../status/state.ts';
import { type Claim, kindOf, latestMs } from './decide-runs.ts';
import { isWorkingDay } from './holidays.ts';
import { lastNudgeSlot, type Slot, wallClock } from './schedule.ts';

/** What is to be done about one person's reminder; `post`, `settle` and `skip` as for digests. */
export type NudgeDecision = Slot & { kind: 'post' | 'settle' | 'skip'; user: string; claim: Claim | null };

/** After so long a reminder comes late, and then only at hours in which people work. */
const lateAfterMs = 60 * 60_000;
const workingHours = { from: 7, to: 18 } as const;

/**
 * What is to be done about a person's reminder of the week, null for nothing: it went out, a snooze covers it, or it is
 * late and nobody is at work where its reader is. `zone` is the reader's IANA time zone.
 */
export function decideNudge(
  { users }: Pick<StatusState, 'users'>,
  { user, zone }: { user: string; zone: string },
  now: Date,
): NudgeDecision | null {
  const slot = lastNudgeSlot(zone, now);
  const known = users[user];
  const run = known?.nudges.find(({ week }) => week === slot.week);
  const lateBy = now.getTime() - slot.dueAt.getTime();
  const kind = kindOf(run, lateBy >= latestMs);
  if (kind === null) return null;
  const snoozed = (known?.snoozedUntil ?? '') >= wallClock(zone, slot.dueAt).day;
  if (snoozed && run === undefined) return null;
  if (kind === 'post' && lateBy >= lateAfterMs && !isAtWork(zone, now)) return null;
  return { ...slot, kind, user, claim: run ?? null };
}

function isAtWork(zone: string, now: Date): boolean {
  const { day, hour } = wallClock(zone, now);
  return isWorkingDay(day) && hour >= workingHours.from && hour < workingHours.to;
}
