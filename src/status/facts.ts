import type { Target } from '../domain/light.ts';
import { helsinkiDay, isStale, isWorse, lights, maySetLight, targetKey, worstFirst } from '../domain/light.ts';
import type { Light } from '../domain/light.ts';
import type { BoardFilter, WeeklyTime } from './command.ts';
import type { Entry } from './events.ts';
import type { BoardRow, HistoryLine, Roles, StatusOutcome, TargetLabel } from './outcome.ts';
import { latestUpdate, targetState } from './state.ts';
import type { StatusState } from './state.ts';
import type { KnownTarget, TargetDirectory } from './targets.ts';
import { findTarget, labelOf } from './targets.ts';

/**
 * When a digest that is set up so goes out next after an instant; null where nothing posts digests. `done` are ISO weeks,
 * "2026-W47", that have had theirs: a new day in the same week brings no second one.
 */
export type NextDigest = (
  digest: { when: WeeklyTime; skipHolidays: boolean },
  after: Date,
  done: readonly string[],
) => Date | null;

/** Everything a decision about lights rests on, at one instant. */
export type Facts = {
  state: StatusState;
  directory: TargetDirectory;
  /** The channel's programme, null for all. */
  programme: string | null;
  user: string;
  admin: boolean;
  admins: readonly string[];
  /** Holders of roles whose Slack account is deactivated. */
  inactive: ReadonlySet<string>;
  /** When a digest goes out next. */
  nextDigest: NextDigest;
  now: Date;
};

/** The target as it is shown where the facts were gathered. */
export function label(facts: Facts, target: Target): TargetLabel {
  return labelOf(facts.directory, target, facts.programme);
}

/** Who may set a target's light, besides the workspace's admins. */
export function rolesOf(facts: Facts, target: Target): Roles {
  const today = helsinkiDay(facts.now);
  const goal = findTarget(facts.directory, target)?.goal ?? null;
  const own = targetState(facts.state, target);
  const above = goal === null ? null : targetState(facts.state, goal);
  const inherited = (above?.owners ?? []).filter((owner) => !own.owners.includes(owner));
  const here = (user: string) => !facts.inactive.has(user);
  const owners = own.owners.filter(here);
  const delegates = [...own.delegates, ...(above?.delegates ?? [])].filter(
    ({ user, until }) => here(user) && today <= until,
  );
  return {
    owners,
    inherited: inherited.filter(here),
    delegates,
    admins: facts.admins,
    left: [...own.owners, ...inherited].filter((user) => !here(user)),
    away: awayAmong(facts, [...owners, ...inherited, ...delegates.map(({ user }) => user), ...facts.admins]),
  };
}

function awayAmong(facts: Facts, users: readonly string[]): Roles['away'] {
  const today = helsinkiDay(facts.now);
  return [...new Set(users)].flatMap((user) => {
    const until = facts.state.users[user]?.awayUntil ?? null;
    return until !== null && today <= until && !facts.inactive.has(user) ? [{ user, until }] : [];
  });
}

/** When the digest of a channel goes out next, an ISO instant; null where that is not known. */
export function nextDigestIn(facts: Facts, channel: string, digest: Parameters<NextDigest>[0]): string | null {
  const done = facts.state.digestRuns[channel]?.weekly.map(({ week }) => week) ?? [];
  return facts.nextDigest(digest, facts.now, done)?.toISOString() ?? null;
}

/** True when the user may set the target's light now. */
export function maySet(facts: Facts, target: Target): boolean {
  return facts.admin || maySetLight(facts.user, rolesOf(facts, target), helsinkiDay(facts.now));
}

/** What is shown of one target, with its latest history. */
export function shownOutcome(
  facts: Facts,
  target: Target,
  history: { lines: readonly HistoryLine[]; total: number },
): StatusOutcome {
  const { state, directory } = facts;
  const goal = findTarget(directory, target)?.goal ?? null;
  const posted = latestUpdate(state, target);
  return {
    kind: 'shown',
    target: label(facts, target),
    posted,
    stale: posted !== null && isStale(posted.at, facts.now),
    roles: rolesOf(facts, target),
    goal: goal && { target: label(facts, goal), light: latestUpdate(state, goal)?.light ?? null },
    measures: measuresOf(directory, target).map((measure) => {
      const update = latestUpdate(state, measure.target);
      const worse = update !== null && posted !== null && isWorse(update.light, posted.light);
      return { target: label(facts, measure.target), posted: update, worse };
    }),
    history: history.lines,
    historyTotal: history.total,
    maySet: maySet(facts, target),
  };
}

function measuresOf(directory: TargetDirectory, goal: Target): KnownTarget[] {
  const key = targetKey(goal);
  return directory.targets.filter((known) => known.goal !== null && targetKey(known.goal) === key);
}

/** The board: every goal, and the measures that carry a light or that the filter asks for. */
export function boardOutcome(facts: Facts, filter: BoardFilter): StatusOutcome {
  const programme = filter.programme ?? (filter.goals.length > 0 ? null : facts.programme);
  const asked = new Set(filter.goals.map(targetKey));
  const rows = facts.directory.targets.flatMap((known): BoardRow[] => {
    if (programme !== null && known.target.programme !== programme) return [];
    const above = known.goal === null ? [] : [targetKey(known.goal)];
    if (asked.size > 0 && ![targetKey(known.target), ...above].some((key) => asked.has(key))) return [];
    if (filter.mine && !isMine(facts, known.target)) return [];
    const row = boardRow(facts, known);
    if (filter.lights.length > 0) return row.posted !== null && filter.lights.includes(row.posted.light) ? [row] : [];
    return known.goal === null || row.posted !== null || filter.mine || asked.size > 0 ? [row] : [];
  });
  const counts = { green: 0, yellow: 0, red: 0, grey: 0, none: 0 };
  for (const { posted } of rows) counts[posted?.light ?? 'none'] += 1;
  return { kind: 'board', rows: rows.toSorted((a, b) => rank(a) - rank(b)), filter: { ...filter, programme }, counts };
}

function isMine(facts: Facts, target: Target): boolean {
  return maySetLight(facts.user, rolesOf(facts, target), helsinkiDay(facts.now));
}

function boardRow(facts: Facts, known: KnownTarget): BoardRow {
  const posted = latestUpdate(facts.state, known.target);
  const { owners, inherited } = rolesOf(facts, known.target);
  return {
    target: label(facts, known.target),
    posted,
    owners: owners.length > 0 ? owners : inherited,
    stale: posted !== null && isStale(posted.at, facts.now),
    worseMeasures: measuresOf(facts.directory, known.target).flatMap((measure) => {
      const light = latestUpdate(facts.state, measure.target)?.light ?? null;
      const worse = light !== null && posted !== null && isWorse(light, posted.light);
      return worse ? [{ target: label(facts, measure.target), light }] : [];
    }),
  };
}

function rank({ posted }: BoardRow): number {
  return posted === null ? lights.length : worstFirst.indexOf(posted.light);
}

const changeOfRole = {
  ownerAdded: 'ownerAdded',
  ownerRemoved: 'ownerRemoved',
  delegateSet: 'delegateAdded',
  delegateRemoved: 'delegateRemoved',
} as const;

/** Entries as lines of history; those without a target are left out. */
export function historyLines(facts: Facts, entries: readonly Entry[]): HistoryLine[] {
  return entries.flatMap((entry): HistoryLine[] => {
    const { seq, at, actor, event } = entry;
    if (!('target' in event)) return [];
    const line = { seq, at, actor, target: label(facts, event.target), user: null, until: null, comment: null };
    const { from, to } = entry.change ?? { from: null, to: null };
    if (event.type === 'light') {
      return [{ ...line, change: changeOfLight(from, event.light), from, to, comment: event.comment }];
    }
    if (event.type === 'undo') return [{ ...line, change: 'undone', from, to }];
    const until = 'until' in event ? event.until : null;
    return [{ ...line, change: changeOfRole[event.type], from: null, to: null, user: event.user, until }];
  });
}

function changeOfLight(from: Light | null, to: Light): 'set' | 'confirmed' {
  return from === to ? 'confirmed' : 'set';
}

/** What an entry means for the one whose command it was. `repeated` when it was carried out before. */
export function outcomeOfEntry(facts: Facts, entry: Entry, repeated: boolean): StatusOutcome {
  const { event, seq, at, change } = entry;
  const announceIn = repeated ? null : facts.state.announceChannel;
  const actor = entry.actor ?? facts.user;
  switch (event.type) {
    case 'light': {
      const from = change?.from ?? null;
      const { light: to, comment } = event;
      const target = label(facts, event.target);
      return { kind: 'set', target, from, to, comment, actor, at, seq, confirmed: from === to, announceIn, repeated };
    }
    case 'undo': {
      const target = label(facts, event.target);
      const { from, to } = change ?? { from: null, to: null };
      if (from === null) return { kind: 'nothingToUndo', target, reason: 'none' };
      return { kind: 'undone', target, from, to, actor, at, seq, undoes: event.undoes, announceIn, repeated };
    }
    case 'ownerAdded':
    case 'ownerRemoved':
    case 'delegateSet':
    case 'delegateRemoved':
      return {
        kind: 'rolesChanged',
        target: label(facts, event.target),
        change: changeOfRole[event.type],
        user: event.user ?? facts.user,
        until: 'until' in event ? event.until : null,
        changed: true,
        roles: rolesOf(facts, event.target),
      };
    case 'userLanguage':
      return { kind: 'language', stored: event.language, changed: true };
    case 'channelBound':
      return { kind: 'channelBound', channel: event.channel, programme: event.programme, language: event.language };
    case 'announceChannel':
      return { kind: 'announceSet', channel: event.channel };
    case 'digestOn': {
      const { type: _type, ...digest } = event;
      const only = event.filter.goals.map((goal) => label(facts, goal));
      const next = nextDigestIn(facts, event.channel, event);
      return { kind: 'digestOn', ...digest, only, next };
    }
    case 'digestOff':
      return { kind: 'digestOff', channel: event.channel, wasOn: true };
    case 'away':
      return { kind: 'awaySet', until: event.until };
    case 'nudgeSnoozed':
      return { kind: 'snoozed', until: event.until };
    case 'forgotten':
      return { kind: 'forgotten', ended: [] };
    default:
      throw new Error(`no command becomes ${event.type}`);
  }
}
