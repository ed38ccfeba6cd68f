import type { Light, Target } from '../domain/light.ts';
import { targetKey } from '../domain/light.ts';
import type { Entry } from './events.ts';
import type { StatusState } from './state.ts';

/** Changes of one person within this time are announced together, in milliseconds. */
export const announceWindowMs = 2 * 60_000;

/** Changes of one person that wait to be announced together. Times are milliseconds of one clock. */
export type Batch = { actor: string | null; entries: readonly Entry[]; dueAt: number; attempts: number };

/** What waits, in the order in which it began. */
export type AnnouncePlan = readonly Batch[];

/** A message that tells of entries. */
export type Announced = StatusState['announced'][number];

/**
 * The plan after an entry of the history. A change waits with the others of its person; taking back one that still
 * waits leaves nothing to tell; taking back one that has been told asks for that message to be edited. Entries that
 * change no light change nothing here.
 */
export function planEntry(
  plan: AnnouncePlan,
  entry: Entry,
  at: number,
  announced: readonly Announced[],
  windowMs: number = announceWindowMs,
): { plan: AnnouncePlan; edit: Announced | null } {
  const { event, change } = entry;
  const unchanged = { plan, edit: null };
  if (change === null || announced.some(({ told }) => told.includes(entry.seq))) return unchanged;
  if (event.type === 'undo') {
    if (plan.some(({ entries }) => entries.some(({ seq }) => seq === event.undoes))) {
      return { plan: withoutEntry(plan, event.undoes), edit: null };
    }
    const edit = announced.findLast(({ told }) => told.includes(event.undoes)) ?? null;
    if (edit !== null) return { plan, edit };
  }
  return change.from === change.to ? unchanged : { plan: withEntry(plan, entry, at + windowMs, at), edit: null };
}

function withoutEntry(plan: AnnouncePlan, undone: number): AnnouncePlan {
  return plan
    .map((batch) => ({ ...batch, entries: batch.entries.filter(({ seq }) => seq !== undone) }))
    .filter(({ entries }) => entries.length > 0);
}

function withEntry(plan: AnnouncePlan, entry: Entry, dueAt: number, at: number): AnnouncePlan {
  const open = plan.find((batch) => batch.actor === entry.actor && at < batch.dueAt);
  if (open === undefined) return [...plan, { actor: entry.actor, entries: [entry], dueAt, attempts: 0 }];
  return plan.map((batch) => (batch === open ? { ...batch, entries: [...batch.entries, entry] } : batch));
}

/** What is to be announced now, and what goes on waiting. */
export function takeDue(plan: AnnouncePlan, at: number): { due: readonly Batch[]; waiting: AnnouncePlan } {
  return { due: plan.filter(({ dueAt }) => dueAt <= at), waiting: plan.filter(({ dueAt }) => dueAt > at) };
}

/** Minutes before what Slack refused is tried again; after the last one it is given up. */
export const retryMinutes = [1, 5, 15, 60] as const;

/** The batch for another attempt, or null when there have been enough. */
export function tryAgain(batch: Batch, at: number): Batch | null {
  const minutes = retryMinutes[batch.attempts];
  return minutes === undefined ? null : { ...batch, attempts: batch.attempts + 1, dueAt: at + minutes * 60_000 };
}

/**
 * One line of an announcement. `set`: the light went from one to the other; `takenBack`: it was told and has been
 * undone since; `undo`: an older light, not told here, has been undone.
 */
export type PlannedChange = {
  state: 'set' | 'takenBack' | 'undo';
  target: Target;
  from: Light | null;
  to: Light | null;
  comment: string | null;
  at: string;
};

/**
 * What entries of one person amount to, in the order of each target's first: several of one target that follow on each
 * other are one change, and none when the light is as before. `undone` are entries that have been taken back.
 */
export function netChanges(entries: readonly Entry[], undone: ReadonlySet<number>): PlannedChange[] {
  const byTarget = Map.groupBy(entries, ({ event }) => ('target' in event ? targetKey(event.target) : ''));
  return [...byTarget.values()].flatMap((own) => {
    const standing = own.filter(({ seq }) => !undone.has(seq));
    const changes = joined(standing.flatMap((entry) => changeOf(entry) ?? []));
    if (standing.length > 0) return changes.filter(({ from, to }) => from !== to);
    return joined(own.flatMap((entry) => changeOf(entry) ?? [])).map((change) => ({
      ...change,
      state: 'takenBack' as const,
    }));
  });
}

function changeOf({ event, change, at }: Entry): PlannedChange | null {
  if (change === null) return null;
  if (event.type === 'light') return { state: 'set', target: event.target, ...change, comment: event.comment, at };
  return event.type === 'undo' ? { state: 'undo', target: event.target, ...change, comment: null, at } : null;
}

/** Changes of one target; where another person's came between two, they stay apart. */
function joined(changes: readonly PlannedChange[]): PlannedChange[] {
  const done: PlannedChange[] = [];
  for (const change of changes) {
    const last = done.at(-1);
    if (last !== undefined && last.to === change.from) done[done.length - 1] = { ...change, from: last.from };
    else done.push(change);
  }
  return done;
}
