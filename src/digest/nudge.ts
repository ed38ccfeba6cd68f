import { helsinkiDay, isStale, type Target, targetKey } from '../domain/light.ts';
import type { PostedLight, TargetLabel } from '../status/outcome.ts';
import { latestUpdate, type StatusState, targetState } from '../status/state.ts';
import { type KnownTarget, labelOf, type TargetDirectory } from '../status/targets.ts';
import type { Timetabled } from './scene.ts';
import { dueWithinDays, lastDay } from './timetables.ts';
import { addDays } from './weeks.ts';

/** Why an owner is reminded. `day` is when the timetable ends or the owner's own date is, "YYYY-MM-DD". */
export type NudgeReason =
  | { kind: 'noLight' | 'stale' | 'red' }
  | { kind: 'timetable'; day: string }
  | { kind: 'expected'; day: string; passed: boolean };

/** One goal or measure that waits for its owner. */
export type NudgeItem = {
  target: TargetLabel;
  posted: PostedLight | null;
  reasons: readonly NudgeReason[];
  /** True for an owner of the very target, who may give it up. */
  own: boolean;
  /** The owner in whose place the reader is reminded, null for the reader's own. */
  insteadOf: string | null;
};

/** Everything that one person is reminded of in a week. */
export type Nudge = {
  user: string;
  week: string;
  items: readonly NudgeItem[];
  /** The last day without a reminder for a reader who wants none next week, "YYYY-MM-DD". */
  snoozeUntil: string;
};

export type NudgeFacts = {
  state: StatusState;
  directory: TargetDirectory;
  timetables: ReadonlyMap<string, Timetabled>;
  /** People whose account is deactivated. */
  inactive: ReadonlySet<string>;
  /** Due is judged as of this instant, the time of the reminder. */
  at: Date;
};

const expectedWithinDays = 7;
const weekMs = 7 * 24 * 60 * 60_000;

/**
 * Who is reminded of what, by user. The owners of a goal are reminded of its measures too that carry a light and have no owner of
 * their own. In the place of somebody who is away or has left it is the delegates; where there is none, nobody.
 */
export function nudgeItems(facts: NudgeFacts): Map<string, NudgeItem[]> {
  const byUser = new Map<string, NudgeItem[]>();
  for (const known of facts.directory.targets) {
    const reasons = reasonsOf(facts, known);
    if (reasons.length === 0) continue;
    const target = labelOf(facts.directory, known.target, null);
    const posted = latestUpdate(facts.state, known.target);
    for (const [user, { own, insteadOf }] of readersOf(facts, known)) {
      const items = byUser.get(user) ?? [];
      items.push({ target, posted, reasons, own, insteadOf });
      byUser.set(user, items);
    }
  }
  for (const items of byUser.values()) items.sort((a, b) => urgency(a) - urgency(b));
  return byUser;
}

/** Red first, then what has waited longest for a word, then dates; goals before measures. */
function urgency({ reasons, target }: NudgeItem): number {
  const ranks = { red: 0, noLight: 2, stale: 4, expected: 6, timetable: 8 } as const;
  return Math.min(...reasons.map(({ kind }) => ranks[kind])) + (target.kind === 'goal' ? 0 : 1);
}

function reasonsOf({ state, timetables, at }: NudgeFacts, { target, goal }: KnownTarget): NudgeReason[] {
  const posted = latestUpdate(state, target);
  const own = targetState(state, target).owners.length > 0;
  if (posted === null) {
    return own || goal === null ? [{ kind: 'noLight' }, ...timetableReason(timetables, target, at)] : [];
  }
  // Whoever has spoken since the time of the reminder needs none.
  if (Date.parse(posted.at) > at.getTime()) return [];
  const silentRed =
    posted.light === 'red' && (posted.comment === null || at.getTime() - Date.parse(posted.at) >= weekMs);
  return [
    ...(silentRed ? [{ kind: 'red' as const }] : []),
    ...(isStale(posted.at, at) ? [{ kind: 'stale' as const }] : []),
    ...expectedReason(posted, at),
    ...timetableReason(timetables, target, at),
  ];
}

function expectedReason({ expected, light }: PostedLight, at: Date): NudgeReason[] {
  const today = helsinkiDay(at);
  if (expected === null || light === 'green' || expected > addDays(today, expectedWithinDays)) return [];
  return [{ kind: 'expected', day: expected, passed: expected < today }];
}

function timetableReason(timetables: NudgeFacts['timetables'], target: Target, at: Date): NudgeReason[] {
  const day = lastDay(timetables, targetKey(target));
  const today = helsinkiDay(at);
  return day !== null && today <= day && day <= addDays(today, dueWithinDays) ? [{ kind: 'timetable', day }] : [];
}

type Reader = { own: boolean; insteadOf: string | null };

function readersOf(facts: NudgeFacts, { target, goal }: KnownTarget): Map<string, Reader> {
  const { state, inactive, at } = facts;
  const today = helsinkiDay(at);
  const here = (user: string) => !inactive.has(user) && !((state.users[user]?.awayUntil ?? '') >= today);
  const own = targetState(state, target);
  const above = goal === null ? null : targetState(state, goal);
  const delegates = [...own.delegates, ...(above?.delegates ?? [])].filter(
    ({ user, until }) => today <= until && here(user),
  );
  const readers = new Map<string, Reader>();
  const from = own.owners.length > 0 ? own : above;
  // Who became an owner after the time of the reminder has not kept anybody waiting.
  const late = (user: string) => from?.appointed.some((of) => of.user === user && Date.parse(of.at) > at.getTime());
  const owners = (from?.owners ?? []).filter((user) => late(user) !== true);
  for (const owner of owners) {
    if (here(owner)) readers.set(owner, { own: own.owners.includes(owner), insteadOf: null });
  }
  for (const owner of owners.filter((user) => !here(user))) {
    for (const { user } of delegates) if (!readers.has(user)) readers.set(user, { own: false, insteadOf: owner });
  }
  return readers;
}

/** Everybody who could be reminded: owners and delegates. */
export function rolesIn(state: StatusState): string[] {
  const targets = Object.values(state.targets);
  return [...new Set(targets.flatMap(({ owners, delegates }) => [...owners, ...delegates.map(({ user }) => user)]))];
}
