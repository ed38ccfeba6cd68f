import type { Announced, AnnouncePlan, Batch, PlannedChange } from './announce-plan.ts';
import { announceWindowMs, netChanges, planEntry, retryMinutes, takeDue, tryAgain } from './announce-plan.ts';
import type { Entry } from './events.ts';
import { systemActor } from './events.ts';
import type { TargetLabel } from './outcome.ts';
import type { StatusState } from './state.ts';
import type { StatusStore } from './store.ts';
import type { TargetDirectory } from './targets.ts';
import { labelOf } from './targets.ts';

/** One line of an announcement, with the target as it is called in the channel. */
export type AnnouncedChange = Omit<PlannedChange, 'target'> & { target: TargetLabel };

/** What one person has changed within two minutes. `actor` is null when that user is forgotten. */
export type Announcement = { channel: string; actor: string | null; changes: readonly AnnouncedChange[] };

/** Where announcements go. A rejection is an outage: `post` is then tried again. */
export type AnnouncementDelivery = {
  /** Posts in the announcement's channel; the message's id there, or null when the channel cannot be posted in and waiting will not help. */
  post: (announcement: Announcement) => Promise<string | null>;
  /** Puts the announcement in the place of a message. A message that is gone is no error. */
  edit: (message: string, announcement: Announcement) => Promise<void>;
};

/** The running time in milliseconds, from any beginning, and a timer; its result cancels it. */
export type AnnouncerClock = { ms: () => number; after: (ms: number, run: () => void) => () => void };

type AnnouncerDeps = {
  store: Pick<StatusStore, 'append' | 'state' | 'history'>;
  targets: () => TargetDirectory;
  now: () => Date;
  warn: (line: string) => void;
  /** Milliseconds for which changes are gathered, default two minutes. */
  windowMs?: number;
  /** Default the process's own. It runs also where `now` is fixed. */
  clock?: AnnouncerClock;
};

export type Announcer = {
  /** Takes note of an entry that has just been kept. Before `start` nothing needs noting. */
  note: (entry: Entry) => void;
  /** Begins to deliver, with what a crash within the last hour left unannounced. */
  start: (delivery: AnnouncementDelivery) => Promise<void>;
  /** Resolves when nothing is under way; what waits for its time waits on. */
  idle: () => Promise<void>;
  /** Delivers what waits at once, and ends. */
  stop: () => Promise<void>;
};

/** How far back a start looks for changes that were not announced, in milliseconds. */
const recoveredMs = 60 * 60_000;

const processClock: AnnouncerClock = {
  ms: () => performance.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

/**
 * Tells a channel of changes, each person's of two minutes in one message, and edits the message when one is taken
 * back. Which message tells of which entries is kept in the store, so that this holds over a restart. A crash just
 * after a post can post it twice; it never loses a change.
 */
export function createAnnouncer(deps: AnnouncerDeps): Announcer {
  const { store, warn, windowMs = announceWindowMs, clock = processClock } = deps;
  let plan: AnnouncePlan = [];
  let delivery: AnnouncementDelivery | null = null;
  let cancelTimer: () => void = () => undefined;
  const cancelEdits = new Set<() => void>();
  let last: Promise<void> = Promise.resolve();

  /** One thing after another; what goes wrong is told and ends nothing. */
  function queue(work: (to: AnnouncementDelivery) => Promise<void>): Promise<void> {
    const to = delivery;
    if (to === null) return last;
    last = last.then(() => work(to)).catch((error: unknown) => warn(`an announcement failed: ${String(error)}`));
    return last;
  }

  async function take(to: AnnouncementDelivery, entry: Entry, at: number): Promise<void> {
    const state = await store.state();
    const step = planEntry(plan, entry, at, state.announced, windowMs);
    if (step.edit !== null) await edit(to, step.edit, 0);
    if (state.announceChannel === null || entry.seq <= state.announceSince) return;
    plan = step.plan;
    arm();
  }

  function arm(): void {
    cancelTimer();
    const next = Math.min(...plan.map(({ dueAt }) => dueAt));
    cancelTimer =
      plan.length === 0
        ? () => undefined
        : clock.after(Math.max(0, next - clock.ms()), () => void queue((to) => deliver(to, clock.ms())));
  }

  async function deliver(to: AnnouncementDelivery, until: number): Promise<void> {
    const { due, waiting } = takeDue(plan, until);
    plan = waiting;
    for (const batch of due) await post(to, batch);
    arm();
  }

  async function post(to: AnnouncementDelivery, batch: Batch): Promise<void> {
    const state = await store.state();
    const channel = state.announceChannel;
    const changes = netChanges(batch.entries, new Set());
    if (channel === null || changes.length === 0) return;
    try {
      const message = await to.post(announcement(state, channel, batch.actor, changes));
      if (message === null) warn(`${channel}: ${changes.length} changes could not be announced there`);
      else await remember(channel, message, batch.entries);
    } catch (error) {
      const again = tryAgain(batch, clock.ms());
      warn(`${channel}: an announcement was refused${again === null ? ' and is given up' : ''}: ${String(error)}`);
      if (again !== null) plan = [...plan, again];
    }
  }

  async function remember(channel: string, message: string, entries: readonly Entry[]): Promise<void> {
    const since = entries.map(({ at }) => at).toSorted()[0] ?? deps.now().toISOString();
    const told = entries.map(({ seq }) => seq);
    const result = await store.append({
      event: { type: 'announced', channel, message, told, since },
      key: `announced:${channel}:${message}`,
      actor: systemActor,
      at: deps.now().toISOString(),
    });
    if ('message' in result) warn(`where a change was announced is not kept: ${result.message}`);
  }

  async function edit(to: AnnouncementDelivery, announced: Announced, attempts: number): Promise<void> {
    const { channel, message, told, since } = announced;
    const state = await store.state();
    const { entries } = await store.history({ target: null, since });
    const undone = new Set(entries.flatMap(({ event }) => (event.type === 'undo' ? [event.undoes] : [])));
    const own = entries.filter(({ seq }) => told.includes(seq)).toReversed();
    try {
      await to.edit(message, announcement(state, channel, own[0]?.actor ?? null, netChanges(own, undone)));
    } catch (error) {
      const minutes = retryMinutes[attempts];
      const outcome = minutes === undefined ? ' and is given up' : '';
      warn(`${channel}: the edit of an announcement was refused${outcome}: ${String(error)}`);
      if (minutes !== undefined) later(minutes, (again) => edit(again, announced, attempts + 1));
    }
  }

  function later(minutes: number, work: (to: AnnouncementDelivery) => Promise<void>): void {
    const cancel = clock.after(minutes * 60_000, () => {
      cancelEdits.delete(cancel);
      void queue(work);
    });
    cancelEdits.add(cancel);
  }

  function announcement(
    state: StatusState,
    channel: string,
    actor: string | null,
    changes: readonly PlannedChange[],
  ): Announcement {
    const programme = state.channels[channel]?.programme ?? null;
    const directory = deps.targets();
    const labelled = changes.map((change) => ({ ...change, target: labelOf(directory, change.target, programme) }));
    return { channel, actor, changes: labelled };
  }

  async function recover(to: AnnouncementDelivery): Promise<void> {
    const now = deps.now().getTime();
    const { entries } = await store.history({ target: null, since: new Date(now - recoveredMs).toISOString() });
    for (const entry of entries.toReversed()) await take(to, entry, clock.ms() - (now - Date.parse(entry.at)));
  }

  return {
    note: (entry) => {
      const at = clock.ms();
      void queue((to) => take(to, entry, at));
    },
    start: (to) => {
      delivery = to;
      return queue(recover);
    },
    idle: async () => {
      let seen: Promise<void>;
      do {
        seen = last;
        await seen;
      } while (seen !== last);
    },
    stop: async () => {
      await queue((to) => deliver(to, Number.POSITIVE_INFINITY));
      delivery = null;
      cancelTimer();
      for (const cancel of cancelEdits) cancel();
      await last;
    },
  };
}
