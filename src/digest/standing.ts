import { type Target, targetKey } from '../domain/light.ts';
import type { Entry } from '../status/events.ts';
import type { DigestLight } from './digest.ts';

/** The update that stands on a target: its place in the history, its fields and an owner's own date for the next step. */
export type StandingLight = DigestLight & { seq: number; expected: string | null };

/** An owner and since when, an ISO instant. */
export type StandingOwner = { user: string; since: string };

/** What holds on every target at one instant, by target key. */
export type Standing = {
  lights: ReadonlyMap<string, StandingLight>;
  owners: ReadonlyMap<string, readonly StandingOwner[]>;
};

/** An entry of the history with the time, in milliseconds, by which it was there. */
export type TimedEntry = { entry: Entry; ms: number };

/**
 * The entries, oldest first, each with a time that is none later than that of those after it: where a clock was set back,
 * or ran ahead, what was written before was there before.
 */
export function timedEntries(entries: readonly Entry[]): TimedEntry[] {
  let latest = Number.POSITIVE_INFINITY;
  const backwards = entries.toReversed().map((entry) => {
    latest = Math.min(latest, Date.parse(entry.at));
    return { entry, ms: latest };
  });
  return backwards.toReversed();
}

/**
 * What stood at each of the instants, which are in order of time, by replaying the history up to those very moments. An update
 * that was taken back stood until then and not after: the history tells what readers saw at the time.
 */
export function standingsAt(timed: readonly TimedEntry[], instants: readonly Date[]): Standing[] {
  const lights = new Map<string, StandingLight[]>();
  const owners = new Map<string, readonly StandingOwner[]>();
  let next = 0;
  return instants.map((instant) => {
    const from = next;
    while ((timed[next]?.ms ?? Number.POSITIVE_INFINITY) <= instant.getTime()) next += 1;
    for (const { entry } of timed.slice(from, next)) applyEntry(entry, lights, owners);
    return { lights: tops(lights), owners: new Map(owners) };
  });
}

/** What stood at one instant. */
export function standingAt(timed: readonly TimedEntry[], instant: Date): Standing {
  const [standing] = standingsAt(timed, [instant]);
  return standing ?? { lights: new Map(), owners: new Map() };
}

function applyEntry(
  entry: Entry,
  lights: Map<string, StandingLight[]>,
  owners: Map<string, readonly StandingOwner[]>,
): void {
  const { event } = entry;
  if (!('target' in event)) return;
  const key = targetKey(event.target);
  const stack = stackOf(lights, key);
  switch (event.type) {
    case 'light':
      stack.push(updateOf(entry, event, stack.at(-1)));
      return;
    case 'undo':
      if (stack.at(-1)?.seq === event.undoes) stack.pop();
      return;
    case 'ownerAdded':
    case 'ownerRemoved': {
      const others = (owners.get(key) ?? []).filter(({ user }) => user !== event.user);
      const added = event.type === 'ownerAdded' && event.user !== null ? [{ user: event.user, since: entry.at }] : [];
      owners.set(key, [...others, ...added]);
      return;
    }
    case 'delegateSet':
    case 'delegateRemoved':
  }
}

/** The same light again without a word confirms: what was said of it still stands. */
function updateOf(
  { seq, at, actor }: Entry,
  { light, comment, next, expected, confidence, blockers }: LightEvent,
  before: StandingLight | undefined,
): StandingLight {
  const silent = [comment, next, expected, confidence, blockers].every((field) => field === null);
  const said = silent && before?.light === light ? before : { comment, expected };
  return { seq, at, actor, light, comment: said.comment, expected: said.expected };
}

type LightEvent = Extract<Entry['event'], { type: 'light' }>;

function stackOf(lights: Map<string, StandingLight[]>, key: string): StandingLight[] {
  const stack = lights.get(key) ?? [];
  lights.set(key, stack);
  return stack;
}

function tops(lights: ReadonlyMap<string, readonly StandingLight[]>): Map<string, StandingLight> {
  return new Map(
    [...lights].flatMap(([key, stack]) => {
      const top = stack.at(-1);
      return top === undefined ? [] : [[key, top] as const];
    }),
  );
}

/** What stands on one target, null for nothing. */
export function lightOn({ lights }: Standing, target: Target): StandingLight | null {
  return lights.get(targetKey(target)) ?? null;
}

/** Own owners of one target. */
export function ownersOf({ owners }: Standing, target: Target): readonly StandingOwner[] {
  return owners.get(targetKey(target)) ?? [];
}
