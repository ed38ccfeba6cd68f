import type { Language, Localized } from '../domain/language.ts';
import type { Light, Target } from '../domain/light.ts';

/** A goal or measure as it is shown; `label` is what a person types for it. */
export type DigestTarget = { target: Target; kind: 'goal' | 'measure'; label: string; names: Localized };

/** What stands on a target. `actor` is a Slack user id, null for somebody who asked to be forgotten; `at` is an ISO instant. */
export type DigestLight = { light: Light; actor: string | null; at: string; comment: string | null };

/** One goal of the board: the light today, and what stood at the end of each of `Digest.weeks`; null where none stood. */
export type DigestRow = { target: DigestTarget; light: Light | null; weeks: readonly (Light | null)[] };

/** A light that stands otherwise than it did at `since`; one of the two may be none. */
export type DigestChange = {
  target: DigestTarget;
  from: Light | null;
  to: Light | null;
  /** True where an update was taken back, so that an earlier one, or none, stands again. */
  undone: boolean;
  /** Who made it so, and when. */
  actor: string | null;
  at: string;
  comment: string | null;
};

/** Red or yellow. `comment` is the last that was said of it. */
export type DigestWorry = { target: DigestTarget; posted: DigestLight };

/** No update for 28 days. `posted` null: an owner was named that long ago, and no light has ever been set. */
export type DigestStale = { target: DigestTarget; posted: DigestLight | null; owners: readonly string[] };

/** Measures whose timetable in the document has passed, in one line a programme. `followUp` is the month of the last follow-up, "YYYY-MM". */
export type DigestPassed = { programme: Localized; targets: readonly DigestTarget[]; followUp: string | null };

/** A day, "YYYY-MM-DD", within 60 days of the digest or, for an owner's own date, before it. */
export type DigestDue = { target: DigestTarget; day: string; said: 'timetable' | 'expected'; passed: boolean };

/** What was asked in vain. `target` where it was about one. */
export type DigestGap = { target: DigestTarget | null; name: Localized; count: number; example: string | null };

/** Everything a digest says, at one instant and in no language yet but that of its reader. Lists are worst first. */
export type Digest = {
  channel: string;
  /** ISO week, "2026-W47". */
  week: string;
  /** When it was composed and since when changes count: ISO instants. */
  at: string;
  since: string;
  language: Language;
  /** What it covers, as names; empty for every programme. */
  scope: readonly Localized[];
  /** True where a filter narrows it. */
  filtered: boolean;
  /** ISO weeks of the board's columns, oldest first. */
  weeks: readonly string[];
  board: readonly DigestRow[];
  /** Of the board's rows. */
  counts: Readonly<Record<Light | 'none', number>>;
  changes: readonly DigestChange[];
  /** Lights that were confirmed and did not change. */
  confirmed: number;
  worries: readonly DigestWorry[];
  stale: readonly DigestStale[];
  passed: readonly DigestPassed[];
  due: readonly DigestDue[];
  /** Goals without an owner, of `goals` in all. */
  unowned: readonly DigestTarget[];
  goals: number;
  gaps: readonly DigestGap[];
};
