import type { Language, Localized } from '../domain/language.ts';
import type { Light, Target } from '../domain/light.ts';
import type { UpdateFields } from './events.ts';
import type { BoardFilter, CommandPart, CompleteCommand, Suggestion, Verb, WeeklyTime } from './command.ts';

/**
 * A goal or measure as it is shown. `label` is what a person types for it: "goal5", "4.3", "v2", or with a
 * programme before it where the short form would mean another one ("hki 5").
 */
export type TargetLabel = { target: Target; kind: 'goal' | 'measure'; label: string; names: Localized };

/** One posted light. `actor` is a Slack user id, or null when the user asked to be forgotten. `at` is an ISO instant. */
export type PostedLight = UpdateFields & { seq: number; actor: string | null; at: string };

/** One line of history. `from` and `to` are null where no light stands; both are null for changes of roles. */
export type HistoryLine = {
  seq: number;
  at: string;
  actor: string | null;
  target: TargetLabel | null;
  change: 'set' | 'confirmed' | 'undone' | 'ownerAdded' | 'ownerRemoved' | 'delegateAdded' | 'delegateRemoved';
  from: Light | null;
  to: Light | null;
  comment: string | null;
  /** The user a change of roles is about. */
  user: string | null;
  until: string | null;
};

/**
 * Who may set a light. `inherited` are the owners of a measure's goal. Delegates past their date and people whose Slack
 * account is deactivated are left out.
 */
export type Roles = {
  owners: readonly string[];
  inherited: readonly string[];
  delegates: readonly { user: string; until: string }[];
  admins: readonly string[];
  /** Owners, inherited ones too, whose account is deactivated: where they are alone, there is no owner. */
  left: readonly string[];
  /** Which of the people above are away, with the last day "YYYY-MM-DD". */
  away: readonly { user: string; until: string }[];
};

/** Whom to ask for what one may not do: those at work before those away, at most five. `text` is the command, ready for a button in a direct message. */
export type AskThem = { users: readonly string[]; text: string };

/** A file to hand over as it is. `content` begins with a byte order mark. */
export type TextFile = { fileName: string; content: string };

/** What one line of an imported file would change, or has changed. */
export type ImportChange =
  /** `from` equals `to` when only what is said of the light changes. */
  | { kind: 'light'; from: Light | null; to: Light; comment: string | null }
  | { kind: 'ownerAdded'; user: string }
  | { kind: 'delegateAdded'; user: string; until: string };

/** What is wrong with one line of an imported file. `word` is what the cell holds. */
export type ImportProblem =
  | { kind: 'noTarget' }
  | { kind: 'unknownTarget'; word: string; nearest: readonly TargetLabel[] }
  | { kind: 'ambiguousTarget'; word: string; choices: readonly TargetLabel[] }
  /** An earlier line is about the same goal or measure. */
  | { kind: 'repeatedTarget'; firstLine: number }
  /** `suggestion` is what was likely meant; it is not taken unasked. */
  | { kind: 'unknownLight'; word: string; suggestion: Light | null }
  /** Something is said of a light, but no light is given and none stands. */
  | { kind: 'noLight' }
  | { kind: 'needsComment' }
  /** Nobody, or several people, are called so. */
  | { kind: 'unknownUser'; word: string; found: readonly string[] }
  | { kind: 'badDate'; word: string }
  | { kind: 'pastDate'; date: string }
  | { kind: 'badConfidence'; word: string }
  | { kind: 'tooLong'; length: number; limit: number };

/** One line of an imported file. `line` counts from 1, the header's; a line with a problem changes nothing. */
export type ImportLine = {
  line: number;
  target: TargetLabel | null;
  changes: readonly ImportChange[];
  problems: readonly ImportProblem[];
};

/** A digest as it is set up. `by` is who turned it on, null when that user is forgotten. */
export type DigestSetting = {
  channel: string;
  language: Language | null;
  when: WeeklyTime;
  filter: BoardFilter;
  skipHolidays: boolean;
  by: string | null;
};

/** A digest that is on: when it goes out next and went out last, ISO instants; null where that is not known. */
export type ListedDigest = DigestSetting & {
  /** The goals and measures of the filter. */
  only: readonly TargetLabel[];
  next: string | null;
  last: string | null;
  /** True while the channel takes no posts, such as an archived one. */
  paused: boolean;
};

/** One row of the board. `light` null means that none has been posted. */
export type BoardRow = {
  target: TargetLabel;
  posted: PostedLight | null;
  owners: readonly string[];
  /** True when no update has come for 28 days. Never true where none has been posted. */
  stale: boolean;
  /** Measures of this goal whose posted light is worse than the goal's own. */
  worseMeasures: readonly { target: TargetLabel; light: Light }[];
};

/** What became of a command. Every case is expected; a fault in the program is an exception instead. */
export type StatusOutcome =
  | { kind: 'help'; topic: Verb | null; admin: boolean }
  /** `confirmed`: the same light again. `announceIn` is the channel that is told, null for none. `seq` names the entry for an undo button. */
  | {
      kind: 'set';
      target: TargetLabel;
      from: Light | null;
      to: Light;
      comment: string | null;
      actor: string;
      at: string;
      seq: number;
      confirmed: boolean;
      announceIn: string | null;
      /** True when this trigger had been carried out before: nothing changed now. */
      repeated: boolean;
    }
  /** Red without a reason. `text` is the command so far, to be completed. */
  | { kind: 'needsComment'; target: TargetLabel; light: Light; text: string }
  /** `target` null: only admins may (`roles.admins`). `ask` is null where there is nobody to ask. */
  | { kind: 'forbidden'; verb: Verb; target: TargetLabel | null; roles: Roles; ask: AskThem | null }
  | { kind: 'unknownTarget'; word: string; programme: string | null; nearest: readonly TargetLabel[] }
  | { kind: 'unknownLight'; word: string; target: TargetLabel; choices: readonly Suggestion[] }
  | { kind: 'unclear'; words: readonly string[]; suggestion: Suggestion | null }
  | { kind: 'ambiguous'; words: string; choices: readonly (Suggestion & { target: TargetLabel | null })[] }
  /** `choices` complete the command where the missing part has few values (the four lights). */
  | {
      kind: 'missing';
      verb: Verb;
      part: CommandPart;
      word: string | null;
      target: TargetLabel | null;
      choices: readonly Suggestion[];
    }
  | { kind: 'tooLong'; length: number; limit: number }
  | { kind: 'pastDate'; date: string }
  | {
      kind: 'shown';
      target: TargetLabel;
      posted: PostedLight | null;
      stale: boolean;
      roles: Roles;
      /** The goal of a measure, null for a goal. */
      goal: { target: TargetLabel; light: Light | null } | null;
      /** The measures of a goal, in reading order; `worse` than the goal's own light. */
      measures: readonly { target: TargetLabel; posted: PostedLight | null; worse: boolean }[];
      /** The latest five, newest first. */
      history: readonly HistoryLine[];
      historyTotal: number;
      maySet: boolean;
    }
  /** Worst first: red, yellow, grey, green, then those without a light; reading order within each. */
  | { kind: 'board'; rows: readonly BoardRow[]; filter: BoardFilter; counts: Readonly<Record<Light | 'none', number>> }
  /** Newest first. `total` counts all, also those cut away. */
  | { kind: 'history'; target: TargetLabel | null; lines: readonly HistoryLine[]; total: number }
  | {
      kind: 'undone';
      target: TargetLabel;
      from: Light;
      /** Null when no light stood before. */
      to: Light | null;
      actor: string;
      at: string;
      seq: number;
      /** The entry that was taken back. */
      undoes: number;
      announceIn: string | null;
      repeated: boolean;
    }
  /** `overtaken`: somebody has set another light since; `by` is who, with the light that stands. */
  | { kind: 'nothingToUndo'; target: TargetLabel | null; reason: 'none' }
  | { kind: 'nothingToUndo'; target: TargetLabel; reason: 'overtaken'; by: string | null; light: Light | null }
  | { kind: 'owners'; target: TargetLabel; roles: Roles; mayChange: boolean }
  | {
      kind: 'rolesChanged';
      target: TargetLabel;
      change: 'ownerAdded' | 'ownerRemoved' | 'delegateAdded' | 'delegateRemoved';
      user: string;
      /** The last day of a delegation, inclusive; null for owners. */
      until: string | null;
      /** False when it was so already, or the user had no such role. */
      changed: boolean;
      roles: Roles;
    }
  /** `stored` is null when the user never chose one. `changed` is false for a question. */
  | { kind: 'language'; stored: Language | null; changed: boolean }
  | { kind: 'channelBound'; channel: string; programme: string | null; language: Language | null }
  | { kind: 'announceSet'; channel: string | null }
  /** `next` is when the first digest goes out, an ISO instant. */
  | ({ kind: 'digestOn' } & Omit<ListedDigest, 'by' | 'last' | 'paused'>)
  | { kind: 'digestOff'; channel: string; wasOn: boolean }
  | { kind: 'digestStatus'; digests: readonly ListedDigest[] }
  | { kind: 'awaySet'; until: string | null }
  | { kind: 'snoozed'; until: string | null }
  /** `ended` are the goals and measures of which the user was an owner or delegate. Empty when told again. */
  | { kind: 'forgotten'; ended: readonly TargetLabel[] }
  /** The board and the full history, one file each. `rows` and `entries` count their lines without the header. */
  | { kind: 'exported'; files: readonly [board: TextFile, history: TextFile]; rows: number; entries: number }
  /** Nothing is changed yet. `lines` are those with changes or problems; `unchanged` counts the others. */
  | {
      kind: 'importPreview';
      lines: readonly ImportLine[];
      unchanged: number;
      /** Headers of columns that are not read, as they stand in the file. */
      ignoredColumns: readonly string[];
      /** The command that applies the lines without problems, good for 30 minutes; null when nothing would change. */
      confirm: Suggestion | null;
    }
  /** `headers` are names of columns that would be understood, the goal's or measure's first. */
  | {
      kind: 'importUnreadable';
      reason: 'empty' | 'notText' | 'tooLarge' | 'tooManyLines' | 'noTargetColumn';
      headers: readonly string[];
    }
  /** `overtaken` are lights that were left as they were, as somebody has set another one since the preview. */
  | { kind: 'imported'; lines: readonly ImportLine[]; overtaken: readonly ImportLine[]; repeated: boolean }
  /** No such preview of this user: it is too old, was made before a restart, or never was. */
  | { kind: 'importUnknown'; key: string }
  /** The command was given where no channel is known (the terminal). */
  | { kind: 'needsChannel'; verb: Verb }
  /** Somebody has set another light since the caller looked; nothing was changed. */
  | { kind: 'overtaken'; target: TargetLabel; posted: PostedLight | null }
  /** Understood and permitted, and carried out by another part: a question, a modal, a file, a digest. */
  | { kind: 'handOver'; command: CompleteCommand }
  /** Nothing was changed; it works again when there is room. */
  | { kind: 'storeFull' }
  | { kind: 'storeReadOnly' }
  | { kind: 'storeFailed' };
