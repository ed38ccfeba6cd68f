import { z } from 'zod';
import { languageSchema } from '../domain/language.ts';
import { lightSchema, targetKey } from '../domain/light.ts';
import type { Target } from '../domain/light.ts';
import { applyDigestRun, applyNudge, channelRunsSchema, runSchema } from './delivery-state.ts';
import { boardFilterSchema, pauseReasons, weeklyTimeSchema } from './events.ts';
import type { Entry, StatusEvent } from './events.ts';
import { applyRole, forget } from './state-people.ts';

const person = z.string().min(1).nullable();

/** One posted light that has not been taken back. */
const updateSchema = z.object({
  seq: z.number().int().positive(),
  at: z.string(),
  actor: person,
  light: lightSchema,
  comment: z.string().nullable(),
  next: z.string().nullable(),
  expected: z.string().nullable(),
  confidence: z.number().nullable(),
  blockers: z.string().nullable(),
});
export type Update = z.infer<typeof updateSchema>;

const targetStateSchema = z.object({
  /** Oldest first; the last one stands. At most `keptUpdates`. */
  updates: z.array(updateSchema),
  /** How many older updates are in the history only. */
  dropped: z.number().int().min(0),
  owners: z.array(z.string()),
  delegates: z.array(z.object({ user: z.string(), until: z.string() })),
  /** Since when the owners are owners; none for those named before this was kept. */
  appointed: z.array(z.object({ user: z.string(), at: z.string() })).default([]),
  /** Owners who gave their part up themselves, and when: they may take it back for a while. */
  gaveUp: z.array(z.object({ user: z.string(), at: z.string() })).default([]),
});
export type TargetState = z.infer<typeof targetStateSchema>;

/** Lights, roles and settings as they stand after `seq`. Keys of `targets` are target keys, others Slack ids. */
export const statusStateSchema = z.object({
  seq: z.number().int().min(0),
  targets: z.record(z.string(), targetStateSchema),
  users: z.record(
    z.string(),
    z.object({
      language: languageSchema.nullable(),
      awayUntil: z.string().nullable(),
      /** The last day without a reminder; null for reminders as usual. */
      snoozedUntil: z.string().nullable().default(null),
      /** The latest reminders, oldest first. */
      nudges: z.array(runSchema).default([]),
    }),
  ),
  channels: z.record(z.string(), z.object({ programme: z.string().nullable(), language: languageSchema.nullable() })),
  announceChannel: z.string().nullable(),
  digests: z.record(
    z.string(),
    z.object({
      language: languageSchema.nullable(),
      when: weeklyTimeSchema,
      filter: boardFilterSchema,
      by: person,
      skipHolidays: z.boolean().default(false),
      /** When it was turned on at this time of the week; null for longer ago than this was kept. */
      since: z.string().nullable().default(null),
      /** Set where nothing can be posted. `seq` is the entry that says so; `told` once whoever turned it on knows. */
      paused: z
        .object({ reason: z.enum(pauseReasons), at: z.string(), seq: z.number().int(), told: z.boolean() })
        .nullable()
        .default(null),
    }),
  ),
  /** What became of digests, by channel; it outlives their being turned off. */
  digestRuns: z.record(z.string(), channelRunsSchema).default({}),
  /** The latest announcements, oldest first: which entries, the oldest of `since`, stand in which message. */
  announced: z
    .array(z.object({ channel: z.string(), message: z.string(), told: z.array(z.number().int()), since: z.string() }))
    .default([]),
  /** The entry by which `announceChannel` was chosen: what is older is not announced in it. */
  announceSince: z.number().int().min(0).default(0),
  /** Users who asked to be forgotten, by the reference under which the history knows them. */
  forgotten: z.array(z.string()),
});
export type StatusState = z.infer<typeof statusStateSchema>;

/** How many updates of one target can be taken back one after another. */
const keptUpdates = 20;

/** How many announcements can still be edited; a taken back light of an older one is announced anew. */
const keptAnnouncements = 200;

export const emptyState: StatusState = {
  seq: 0,
  targets: {},
  users: {},
  channels: {},
  announceChannel: null,
  digests: {},
  digestRuns: {},
  announced: [],
  announceSince: 0,
  forgotten: [],
};

const untouched: TargetState = { updates: [], dropped: 0, owners: [], delegates: [], appointed: [], gaveUp: [] };

/** The state of one target; empty when nothing has happened to it. */
export function targetState(state: StatusState, target: Target): TargetState {
  return state.targets[targetKey(target)] ?? untouched;
}

/** The update that stands, or null. */
export function latestUpdate(state: StatusState, target: Target): Update | null {
  return targetState(state, target).updates.at(-1) ?? null;
}

/** True when `seq` stands and what stood before it is known. */
export function canUndo(of: TargetState, seq: number): boolean {
  return of.updates.at(-1)?.seq === seq && (of.updates.length > 1 || of.dropped === 0);
}

/** What an event would change of a light; null for events about other things. */
export function changeOf(state: StatusState, event: StatusEvent): Entry['change'] {
  if (event.type === 'light') return { from: latestUpdate(state, event.target)?.light ?? null, to: event.light };
  if (event.type === 'undo') {
    const { updates } = targetState(state, event.target);
    return { from: updates.at(-1)?.light ?? null, to: updates.at(-2)?.light ?? null };
  }
  return null;
}

/** The state after an entry. The state given is left as it was. */
export function applyEntry(state: StatusState, entry: Entry): StatusState {
  return { ...applyEvent(state, entry), seq: entry.seq };
}

function applyEvent(state: StatusState, entry: Entry): StatusState {
  const { event } = entry;
  switch (event.type) {
    case 'light':
      return withTarget(state, event.target, (of) => pushUpdate(of, entry, event));
    case 'undo':
      return withTarget(state, event.target, (of) =>
        of.updates.at(-1)?.seq === event.undoes ? { ...of, updates: of.updates.slice(0, -1) } : of,
      );
    case 'ownerAdded':
    case 'ownerRemoved':
    case 'delegateSet':
    case 'delegateRemoved':
      return withTarget(state, event.target, (of) => applyRole(of, event, entry));
    case 'userLanguage':
      return withUser(state, event.user, () => ({ language: event.language }));
    case 'away':
      return withUser(state, event.user, () => ({ awayUntil: event.until }));
    case 'channelBound': {
      const bound = { programme: event.programme, language: event.language };
      return { ...state, channels: { ...state.channels, [event.channel]: bound } };
    }
    case 'announceChannel':
      return { ...state, announceChannel: event.channel, announceSince: entry.seq };
    case 'announced': {
      const { channel, message, told, since } = event;
      const others = state.announced.filter((known) => known.channel !== channel || known.message !== message);
      const announced = [...others, { channel, message, told, since }].slice(-keptAnnouncements);
      return { ...state, announced };
    }
    case 'digestOn': {
      const { channel, language, when, filter, skipHolidays } = event;
      const before = state.digests[channel];
      // Another language or selection is no new beginning: the digest that is due stays due.
      const sameTime = before?.paused === null && isSameTime(before.when, when);
      const since = sameTime ? before.since : entry.at;
      const digest = { language, when, filter, by: entry.actor, skipHolidays, since, paused: null };
      return { ...state, digests: { ...state.digests, [channel]: digest } };
    }
    case 'digestOff': {
      const { [event.channel]: _off, ...digests } = state.digests;
      return { ...state, digests };
    }
    case 'digestClaimed':
    case 'digestPosted':
    case 'digestSkipped':
      return {
        ...state,
        digestRuns: {
          ...state.digestRuns,
          [event.channel]: applyDigestRun(state.digestRuns[event.channel], event, entry),
        },
      };
    case 'digestPaused':
    case 'digestPauseTold':
      return withPause(state, event, entry);
    case 'nudgeClaimed':
    case 'nudgeSent':
    case 'nudgeSkipped':
      return withUser(state, event.user, (before) => ({ nudges: applyNudge(before.nudges, event, entry) }));
    case 'nudgeSnoozed':
      return withUser(state, event.user, () => ({ snoozedUntil: event.until }));
    case 'forgotten':
  }
  return event.user === null ? state : forget(state, event.user);
}

function isSameTime(one: { weekday: string; time: string }, other: { weekday: string; time: string }): boolean {
  return one.weekday === other.weekday && one.time === other.time;
}

function withPause(
  state: StatusState,
  event: Extract<StatusEvent, { type: 'digestPaused' | 'digestPauseTold' }>,
  { at, seq }: Entry,
): StatusState {
  const digest = state.digests[event.channel];
  if (digest === undefined) return state;
  const paused =
    event.type === 'digestPaused'
      ? { reason: event.reason, at, seq, told: false }
      : digest.paused && { ...digest.paused, told: true };
  return { ...state, digests: { ...state.digests, [event.channel]: { ...digest, paused } } };
}

function pushUpdate(of: TargetState, entry: Entry, event: Extract<StatusEvent, { type: 'light' }>): TargetState {
  const posted = postedFields(event, of.updates.at(-1));
  const updates = [...of.updates, { seq: entry.seq, at: entry.at, actor: entry.actor, ...posted }];
  const surplus = Math.max(0, updates.length - keptUpdates);
  return { ...of, updates: updates.slice(surplus), dropped: of.dropped + surplus };
}

type PostedFields = Omit<Extract<StatusEvent, { type: 'light' }>, 'type' | 'target'>;

/** The fields of an update. The same light again without a word confirms: what was said of it still stands. */
function postedFields(event: Extract<StatusEvent, { type: 'light' }>, before: Update | undefined): PostedFields {
  const { type: _type, target: _target, ...posted } = event;
  const { light, ...said } = posted;
  const confirmation = before?.light === light && Object.values(said).every((field) => field === null);
  if (before === undefined || !confirmation) return posted;
  const { comment, next, expected, confidence, blockers } = before;
  return { light, comment, next, expected, confidence, blockers };
}

function withTarget(state: StatusState, target: Target, change: (of: TargetState) => TargetState): StatusState {
  const key = targetKey(target);
  return { ...state, targets: { ...state.targets, [key]: change(state.targets[key] ?? untouched) } };
}

type UserState = StatusState['users'][string];
const unknownUser: UserState = { language: null, awayUntil: null, snoozedUntil: null, nudges: [] };

function withUser(
  state: StatusState,
  user: string | null,
  change: (before: UserState) => Partial<UserState>,
): StatusState {
  if (user === null) return state;
  const before = state.users[user] ?? unknownUser;
  return { ...state, users: { ...state.users, [user]: { ...before, ...change(before) } } };
}
