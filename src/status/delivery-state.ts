import { z } from 'zod';
import type { Entry, StatusEvent } from './events.ts';

/** One digest or reminder on its way or delivered. */
export const runSchema = z.object({
  /** What the message carries by which it is found again. */
  key: z.string(),
  /** ISO week, "2026-W47". */
  week: z.string(),
  /** `claimed`: it may have been posted or not. */
  state: z.enum(['claimed', 'posted', 'skipped']),
  /** The entry of the claim that stands. */
  claim: z.number().int(),
  /** When it was claimed, an ISO instant. */
  at: z.string(),
  /** As of when it was composed; null for a reminder. */
  composedAt: z.string().nullable(),
  /** The message's id in its channel, once posted. */
  message: z.string().nullable(),
});
export type DeliveryRun = z.infer<typeof runSchema>;

export const channelRunsSchema = z.object({
  /** The latest weekly digests, oldest first. */
  weekly: z.array(runSchema),
  /** The latest that were asked for, oldest first. */
  now: z.array(runSchema),
  /** As of when the latest posted digest was composed, or null. */
  postedAt: z.string().nullable(),
});
export type ChannelRuns = z.infer<typeof channelRunsSchema>;

/** So many runs are remembered of each channel and user: more than one, as a clock can be set back. */
const keptRuns = 4;

const noRuns: ChannelRuns = { weekly: [], now: [], postedAt: null };

type DigestRunEvent = Extract<StatusEvent, { type: 'digestClaimed' | 'digestPosted' | 'digestSkipped' }>;

/** A channel's runs after an event. A claim that does not follow the one that stands changes nothing. */
export function applyDigestRun(before: ChannelRuns = noRuns, event: DigestRunEvent, entry: Entry): ChannelRuns {
  switch (event.type) {
    case 'digestClaimed': {
      const { run } = event;
      return { ...before, [run]: claimed(before[run], event, entry) };
    }
    case 'digestSkipped':
      return { ...before, weekly: skipped(before.weekly, event, entry) };
    case 'digestPosted': {
      const runs = posted(before[event.run], event.key, event.message);
      const composed = runs.find(({ key }) => key === event.key)?.composedAt ?? '';
      const postedAt = composed > (before.postedAt ?? '') ? composed : before.postedAt;
      return { ...before, [event.run]: runs, postedAt };
    }
  }
}

type NudgeEvent = Extract<StatusEvent, { type: 'nudgeClaimed' | 'nudgeSent' | 'nudgeSkipped' }>;

/** A user's reminders after an event. */
export function applyNudge(before: readonly DeliveryRun[], event: NudgeEvent, entry: Entry): DeliveryRun[] {
  const { week } = event;
  const key = nudgeKey(week);
  if (event.type === 'nudgeClaimed') return claimed(before, { key, ...event }, entry);
  return event.type === 'nudgeSent' ? posted(before, key, event.message) : skipped(before, { key, week }, entry);
}

/** A reminder's key within the direct message with its reader, whom it does not name. */
export function nudgeKey(week: string): string {
  return `nudge:${week}`;
}

type Claimed = { key: string; week: string; follows: number | null; composedAt?: string | null };

function claimed(
  runs: readonly DeliveryRun[],
  { key, week, follows, composedAt = null }: Claimed,
  { seq, at }: Entry,
): DeliveryRun[] {
  const standing = runs.find((run) => run.key === key);
  const free = standing === undefined ? follows === null : standing.state === 'claimed' && standing.claim === follows;
  if (!free) return [...runs];
  return withRun(runs, { key, week, state: 'claimed', claim: seq, at, composedAt, message: null });
}

function posted(runs: readonly DeliveryRun[], key: string, message: string): DeliveryRun[] {
  return runs.map((run) => (run.key === key ? { ...run, state: 'posted', message } : run));
}

function skipped(
  runs: readonly DeliveryRun[],
  { key, week }: { key: string; week: string },
  { seq, at }: Entry,
): DeliveryRun[] {
  const standing = runs.find((run) => run.key === key);
  if (standing !== undefined && standing.state !== 'claimed') return [...runs];
  return withRun(runs, { key, week, state: 'skipped', claim: seq, at, composedAt: null, message: null });
}

function withRun(runs: readonly DeliveryRun[], run: DeliveryRun): DeliveryRun[] {
  return [...runs.filter(({ key }) => key !== run.key), run].slice(-keptRuns);
}
