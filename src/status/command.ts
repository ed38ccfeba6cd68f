import type { Language } from '../domain/language.ts';
import type { Light, Target } from '../domain/light.ts';

/** Every subcommand of `/lv`, in the order in which help lists them. */
export const verbs = [
  'set',
  'edit',
  'show',
  'list',
  'history',
  'undo',
  'owner',
  'delegate',
  'ask',
  'gaps',
  'status',
  'digest',
  'export',
  'import',
  'language',
  'channel',
  'announce',
  'away',
  'forget',
  'help',
] as const;
export type Verb = (typeof verbs)[number];

/** What a command can lack. */
const commandParts = ['target', 'light', 'user', 'date', 'question', 'language', 'channel', 'scope'] as const;
export type CommandPart = (typeof commandParts)[number];

/** Which lights a board or digest holds. An empty list of lights, and null for the others, means no restriction. */
export type BoardFilter = {
  lights: readonly Light[];
  programme: string | null;
  goals: readonly Target[];
  /** True for the asker's own goals and measures only. */
  mine: boolean;
};

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

/** A weekday and a wall-clock time "HH:MM", Europe/Helsinki. */
export type WeeklyTime = { weekday: Weekday; time: string };

/** A command that was understood in full. User and channel ids are Slack's; dates are "YYYY-MM-DD". */
export type CompleteCommand =
  | { kind: 'help'; topic: Verb | null }
  | { kind: 'set'; target: Target; light: Light; comment: string | null }
  | { kind: 'edit'; target: Target }
  | { kind: 'show'; target: Target }
  | { kind: 'list'; filter: BoardFilter }
  | { kind: 'history'; target: Target | null }
  | { kind: 'undo'; target: Target | null }
  | { kind: 'owners'; target: Target }
  | { kind: 'ownerAdd'; target: Target; user: string }
  | { kind: 'ownerRemove'; target: Target; user: string }
  | { kind: 'delegateAdd'; target: Target; user: string; until: string }
  | { kind: 'delegateRemove'; target: Target; user: string }
  | { kind: 'ask'; question: string }
  | { kind: 'gaps' }
  /** The state of the language model. */
  | { kind: 'status' }
  /** `channel` null means the channel in which the command was given. */
  | {
      kind: 'digestOn';
      channel: string | null;
      language: Language | null;
      when: WeeklyTime | null;
      filter: BoardFilter;
      /** True where a public holiday moves the digest to the next working day. */
      skipHolidays: boolean;
    }
  | { kind: 'digestOff'; channel: string | null }
  | { kind: 'digestPreview'; channel: string | null }
  | { kind: 'digestNow'; channel: string | null }
  | { kind: 'digestStatus' }
  | { kind: 'export' }
  | { kind: 'import' }
  /** Applies what a preview of an import showed; `key` is the preview's. */
  | { kind: 'importConfirm'; key: string }
  /** Null asks which language is in use. */
  | { kind: 'language'; language: Language | null }
  /** `programme` null means all programmes. */
  | { kind: 'channel'; programme: string | null; language: Language | null }
  /** `channel` null turns announcements off. */
  | { kind: 'announce'; channel: string | null }
  /** Null means back again. */
  | { kind: 'away'; until: string | null }
  | { kind: 'forget' }
  /** An owner gives the goal or measure up, and takes it back. Given by buttons alone. */
  | { kind: 'giveUp'; target: Target }
  | { kind: 'takeBack'; target: Target }
  /** No reminder up to and including the day; null means reminders as usual. Given by buttons alone. */
  | { kind: 'snooze'; until: string | null };

/** A full command as text after `/lv`, ready for a button, and what it does. */
export type Suggestion = { text: string; command: CompleteCommand };

/** A command that cannot run as it stands. Nothing is ever applied from one of these. */
type IncompleteCommand =
  /** `words` are the parts that were not understood; the suggestion is the likeliest reading. */
  | { kind: 'unclear'; words: readonly string[]; suggestion: Suggestion | null }
  /** `programme` is the one in which a short id was looked for, null for all. */
  | { kind: 'unknownTarget'; word: string; programme: string | null; nearest: readonly Target[] }
  | { kind: 'unknownLight'; word: string; target: Target; comment: string | null }
  /** The words fit several readings: each choice is a full command. */
  | { kind: 'ambiguous'; words: string; choices: readonly Suggestion[] }
  /** `target` is set when it is known and something else is missing. */
  | { kind: 'missing'; verb: Verb; part: CommandPart; target: Target | null; word: string | null }
  | { kind: 'tooLong'; length: number; limit: number };

export type Command = CompleteCommand | IncompleteCommand;
