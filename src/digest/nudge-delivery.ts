import type { DeliveryRecords } from '../status/delivery-records.ts';
import { nudgeKey } from '../status/delivery-state.ts';
import type { StatusState } from '../status/state.ts';
import { createAttempts } from './attempts.ts';
import { type DeliveryClock, waitOn } from './clock.ts';
import { decideNudge, type NudgeDecision } from './decide-nudges.ts';
import type { DeliverOnce, FindResult, PostResult } from './deliver-once.ts';
import { type Nudge, type NudgeFacts, type NudgeItem, nudgeItems, rolesIn } from './nudge.ts';
import { helsinki, lastNudgeSlot } from './schedule.ts';
import { fridayAfter } from './weeks.ts';
import { type Handled, waitingLine, workThrough } from './work-through.ts';

/** What Slack knows of a reader: the IANA time zone, and whether the account is there. */
export type Reader =
  | { kind: 'known'; zone: string | null; active: boolean }
  | { kind: 'limited'; afterMs: number }
  | { kind: 'unknown' };

/** Where reminders go. Nothing rejects: what went wrong is in the result. */
export type NudgePlace = {
  prepare: (nudge: Nudge, key: string) => Promise<() => Promise<PostResult>>;
  find: (user: string, key: string, since: Date) => Promise<FindResult>;
  reader: (user: string) => Promise<Reader>;
};

type NudgeDeliveryDeps = {
  records: DeliveryRecords;
  place: NudgePlace;
  deliverOnce: DeliverOnce;
  facts: () => Pick<NudgeFacts, 'directory' | 'timetables'>;
  clock: DeliveryClock;
  now: () => Date;
  log: (line: string) => void;
  stop: AbortSignal;
};

/** `run` sends what is due now. `itemsOf` is what waits for a person at this moment. */
export type NudgeRunner = { run: () => Promise<void>; itemsOf: (user: string) => Promise<readonly NudgeItem[]> };

/** The first and the last wall clocks on Earth: where a week's reminders begin and end. */
const outermostZones = ['Pacific/Kiritimati', 'Etc/GMT+12'];
/** What Slack tells of a reader holds so long, in milliseconds. */
const readerHoldsMs = 60 * 60_000;

type KnownReader = { zone: string; active: boolean };
type Decided = NudgeDecision & { items: readonly NudgeItem[] };
const unknownReader: KnownReader = { zone: helsinki, active: true };

/** Sends each owner one message a week with all that waits for an update, at 9:00 on Friday where the owner is. */
export function createNudgeDelivery(deps: NudgeDeliveryDeps): NudgeRunner {
  const { records, clock, log, stop } = deps;
  const attempts = createAttempts(clock);
  const readers = new Map<string, KnownReader & { until: number }>();

  async function readerOf(user: string): Promise<KnownReader> {
    const known = readers.get(user);
    if (known !== undefined && clock.ms() < known.until) return known;
    const told = await deps.place.reader(user);
    if (told.kind === 'limited' && (await waitOn(clock, told.afterMs, stop))) return readerOf(user);
    if (told.kind !== 'known') return unknownReader;
    const reader = { zone: told.zone ?? helsinki, active: told.active, until: clock.ms() + readerHoldsMs };
    readers.set(user, reader);
    return reader;
  }

  async function run(): Promise<void> {
    const state = await records.state();
    const now = deps.now();
    if (!rolesIn(state).some((user) => mayBeDue(state, user, now))) return;
    await lookUpReaders(state, now);
    const due = decisionsOf(state, now);
    const late = due.filter(({ kind }) => kind === 'skip');
    for (const { user, week } of late) await records.keep({ type: 'nudgeSkipped', user, week });
    if (late.length > 0) log(`nudges: ${late.length} skipped, as they were due more than three days ago`);
    const jobs = due.filter(({ kind, user }) => kind !== 'skip' && attempts.isTime(user));
    await workThrough({ name: 'nudges', jobs, stop, log, work: ({ user }) => carryOut(user) });
  }

  /** Asks Slack about those for whom something waits; where one has left, about the delegates too. */
  async function lookUpReaders(state: StatusState, now: Date): Promise<void> {
    const asked = new Set<string>();
    for (;;) {
      const users = [...itemsAt(state, now).keys()].filter((user) => !asked.has(user) && mayBeDue(state, user, now));
      if (users.length === 0) return;
      for (const user of users) {
        asked.add(user);
        if (!stop.aborted) await readerOf(user);
      }
    }
  }

  function decisionsOf(state: StatusState, now: Date): Decided[] {
    // Readers in one zone share their due time, and so what waits at it.
    const known = new Map<number, Map<string, NudgeItem[]>>();
    const itemsOnce = (at: Date) => {
      const items = known.get(at.getTime()) ?? itemsAt(state, at);
      known.set(at.getTime(), items);
      return items;
    };
    return rolesIn(state).flatMap((user) => decisionOf(state, user, now, itemsOnce) ?? []);
  }

  /** What is to be done about a user's reminder; null where nothing waits for the user. */
  function decisionOf(
    state: StatusState,
    user: string,
    now: Date,
    items: (at: Date) => Map<string, NudgeItem[]>,
  ): Decided | null {
    const reader = readers.get(user) ?? unknownReader;
    const decision = reader.active ? decideNudge(state, { user, zone: reader.zone }, now) : null;
    if (decision === null) return null;
    const waiting = items(decision.dueAt).get(user) ?? [];
    // A light that was never set says nothing of how long its owner has been one.
    const missed = decision.kind !== 'skip' || waiting.some(({ posted }) => posted !== null);
    return (waiting.length > 0 && missed) || decision.claim !== null ? { ...decision, items: waiting } : null;
  }

  function itemsAt(state: StatusState, at: Date): Map<string, NudgeItem[]> {
    const inactive = new Set([...readers].flatMap(([user, { active }]) => (active ? [] : [user])));
    return nudgeItems({ state, ...deps.facts(), inactive, at });
  }

  /** Decided anew, as what waited may have been updated while others got their reminders. */
  async function carryOut(user: string): Promise<Handled> {
    const state = await records.state();
    const decision = decisionOf(state, user, deps.now(), (at) => itemsAt(state, at));
    if (decision === null) return 'dropped';
    const { week, items, claim } = decision;
    const key = nudgeKey(week);
    const outcome = await deps.deliverOnce({
      place: user,
      key: `${key}:${user}`,
      claim,
      mayPost: decision.kind === 'post' && items.length > 0,
      prepare: () => deps.place.prepare({ user, week, items, snoozeUntil: fridayAfter(week) }, key),
      find: (since) => deps.place.find(user, key, since),
      take: async (follows) => {
        const entry = await records.keep({ type: 'nudgeClaimed', user, week, follows });
        const runs = (await records.state()).users[user]?.nudges ?? [];
        const standing = runs.find((known) => known.key === key)?.claim ?? null;
        return standing === entry?.seq ? standing : null;
      },
      record: async (message) => (await records.keep({ type: 'nudgeSent', user, week, message })) !== null,
    });
    switch (outcome.kind) {
      case 'posted':
      case 'settled':
        attempts.clear(user);
        return 'posted';
      case 'absent':
        return skip(user, week);
      case 'refused':
        if (outcome.closed === null) break;
        log(`${key} of ${user}: cannot be delivered (${outcome.error})`);
        return skip(user, week);
      case 'waits':
        if (outcome.why === 'attempt') return 'open';
    }
    log(`${key} of ${user}: ${waitingLine(outcome)}; next attempt in ${attempts.fail(user)} min`);
    return 'failed';
  }

  async function skip(user: string, week: string): Promise<Handled> {
    await records.keep({ type: 'nudgeSkipped', user, week });
    return 'skipped';
  }

  return {
    run,
    itemsOf: async (user) => itemsAt(await records.state(), deps.now()).get(user) ?? [],
  };
}

/** False where the reminder of the week is dealt with, whichever week it is where the user is. */
function mayBeDue({ users }: StatusState, user: string, now: Date): boolean {
  return outermostZones.some((zone) => {
    const { week } = lastNudgeSlot(zone, now);
    const run = users[user]?.nudges.find((known) => known.week === week);
    return run === undefined || run.state === 'claimed';
  });
}
