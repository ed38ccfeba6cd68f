import type { Localized } from '../domain/language.ts';
import { type Target, targetKey } from '../domain/light.ts';
import type { BoardFilter } from '../status/command.ts';
import type { Entry } from '../status/events.ts';
import { type KnownTarget, labelOf, type TargetDirectory } from '../status/targets.ts';
import type { Digest, DigestGap, DigestTarget } from './digest.ts';
import { lightOn, type Standing, standingAt, type TimedEntry, timedEntries } from './standing.ts';

/** The last calendar year of a document's timetable, null where it gives none. */
export type Timetabled = { end: number | null };

/** Everything a digest is composed from. Pure: two digests of the same facts are the same. */
export type DigestFacts = Pick<Digest, 'channel' | 'week' | 'at' | 'since' | 'language'> & {
  /** The whole history of lights and owners, oldest first. */
  entries: readonly Entry[];
  directory: TargetDirectory;
  /** The programme that the channel is bound to, null for all. */
  programme: string | null;
  filter: BoardFilter;
  programmes: readonly { id: string; name: Localized; followUp: string | null }[];
  /** Timetables of the documents, by target key. */
  timetables: ReadonlyMap<string, Timetabled>;
  /** Owners whose Slack account is deactivated: they count for nobody. */
  inactive: ReadonlySet<string>;
  gaps: readonly (Omit<DigestGap, 'target'> & { target: Target | null })[];
};

/** What stands, as the parts of a digest look at it. */
export type Scene = DigestFacts & {
  timed: readonly TimedEntry[];
  now: Standing;
  before: Standing;
  /** What the digest covers, in reading order. */
  covered: readonly KnownTarget[];
  label: (target: Target) => DigestTarget;
};

/** True where a filter leaves goals out. */
export function isNarrowed({ lights, goals }: BoardFilter): boolean {
  return lights.length > 0 || goals.length > 0;
}

/** What holds at the digest's instant and held at the last one, and what of it the digest covers. */
export function sceneOf(facts: DigestFacts): Scene {
  const timed = timedEntries(facts.entries);
  const now = standingAt(timed, new Date(facts.at));
  const before = standingAt(timed, new Date(facts.since));
  const programme = programmeOf(facts);
  const asked = new Set(facts.filter.goals.map(targetKey));
  const { lights } = facts.filter;
  const covered = facts.directory.targets.filter(({ target, goal }) => {
    if (programme !== null && target.programme !== programme) return false;
    const keys = [targetKey(target), ...(goal === null ? [] : [targetKey(goal)])];
    if (asked.size > 0 && !keys.some((key) => asked.has(key))) return false;
    if (lights.length === 0) return true;
    // A light that has just left the asked ones is news for those who follow them.
    return [now, before].some((standing) => lights.some((light) => light === lightOn(standing, target)?.light));
  });
  return {
    ...facts,
    timed,
    now,
    before,
    covered,
    label: (target) => labelOf(facts.directory, target, facts.programme),
  };
}

/** A filter by goals may reach into other programmes than the channel's own. */
function programmeOf({ filter, programme }: DigestFacts): string | null {
  return filter.programme ?? (filter.goals.length > 0 ? null : programme);
}
