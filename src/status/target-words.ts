import type { Target } from '../domain/light.ts';
import { foldWord } from '../domain/light.ts';
import type { KnownTarget, TargetDirectory } from './targets.ts';
import type { Word } from './words.ts';
import { editDistance, nearest } from './words.ts';

/** Where a command's words get their meaning: the known targets, and the channel's programme, null for all. */
export type CommandContext = { directory: TargetDirectory; programme: string | null };

/**
 * A goal or measure named by its number: how many words name it, and which it is. `explicit` is false for a bare
 * whole number, which may be part of a comment.
 */
type TargetReading = {
  length: number;
  explicit: boolean;
  /** One, several when the number means one in each of several programmes, none when there is no such target. */
  targets: readonly Target[];
  word: string;
  programme: string | null;
};

const labelPattern = '(?:goals?|g|tavoit[a-z]*|t|mal(?:et|ets|en)?|measures?|m|toimenp[a-z]*|tp|atgard[a-z]*)';
const labelAlone = new RegExp(`^${labelPattern}$`);
const labelled = new RegExp(`^${labelPattern}[-_#/]?(\\d[\\d.]*|[a-z]{1,3}\\d[\\d.]*)$`);
const idShape = /^(?:\d{1,4}(?:\.\d{1,4})?|[a-z]{1,3}\d{1,4}(?:\.\d{1,4})?)$/;

/** The target named by the words from `at` on, or null when they name none. */
export function readTargetAt(words: readonly Word[], at: number, context: CommandContext): TargetReading | null {
  const word = words[at];
  if (word === undefined || word.quoted) return null;
  return readPrefixed(words, at, context) ?? readNumbered(words, at, context, null);
}

/** "hki 5", "vaasa goal 2", "helsinki:4.3", "vaasa2". */
function readPrefixed(words: readonly Word[], at: number, context: CommandContext): TargetReading | null {
  const folded = words[at]?.folded ?? '';
  for (const { id, prefixes } of context.directory.programmes) {
    for (const prefix of prefixes.map(foldWord)) {
      if (!folded.startsWith(prefix)) continue;
      const rest = folded.slice(prefix.length);
      const glued = /^[:/-]?(\S+)$/.exec(rest)?.[1];
      if (/^(?:n|s|:n|in)?$/.test(rest)) {
        const next = readNumbered(words, at + 1, context, id);
        if (next !== null)
          return { ...next, length: next.length + 1, explicit: true, word: textOf(words, at, next.length + 1) };
      } else if (glued !== undefined && idShape.test(glued)) {
        const reading = readingOf(glued, context, id, words, at, 1);
        // "v2" is an id of its own before it is a "v" with a number.
        if (findById(folded, context, null).length === 0) return { ...reading, explicit: true };
      }
    }
  }
  return null;
}

/** "goal5", "tavoite 5", "4.3", "5", "v2"; in a named programme, or in the channel's for null. */
function readNumbered(
  words: readonly Word[],
  at: number,
  context: CommandContext,
  programme: string | null,
): TargetReading | null {
  const folded = words[at]?.folded ?? '';
  const glued = labelled.exec(folded)?.[1];
  if (glued !== undefined && !isKnownId(folded, context) && (/^\d/.test(glued) || isKnownId(glued, context))) {
    return { ...readingOf(glued, context, programme, words, at, 1), explicit: true };
  }
  if (idShape.test(folded)) {
    const reading = readingOf(folded, context, programme, words, at, 1);
    // Words such as "a1" that name nothing are no attempt at a target; numbers are.
    if (/^[a-z]/.test(folded) && reading.targets.length === 0) return null;
    return reading;
  }
  if (!labelAlone.test(folded)) return null;
  const skipped = /^(?:no|nr|nro|numero|number|nummer)$/.test(words[at + 1]?.folded ?? '') ? 2 : 1;
  const next = words[at + skipped]?.folded ?? '';
  if (!idShape.test(next)) return null;
  return { ...readingOf(next, context, programme, words, at, skipped + 1), explicit: true };
}

function isKnownId(id: string, context: CommandContext): boolean {
  return context.directory.targets.some(({ target }) => target.id.toLowerCase() === id);
}

function readingOf(
  id: string,
  context: CommandContext,
  programme: string | null,
  words: readonly Word[],
  at: number,
  length: number,
): TargetReading {
  const explicit = !/^\d+$/.test(id);
  return {
    length,
    explicit,
    targets: findById(id, context, programme),
    word: textOf(words, at, length),
    programme: programme ?? context.programme,
  };
}

/** The targets that a short id can mean: in the named programme, else the channel's; an id with letters in any. */
function findById(id: string, context: CommandContext, programme: string | null): readonly Target[] {
  const { targets } = context.directory;
  const withId = (known: KnownTarget) => known.target.id.toLowerCase() === id;
  const withNumber = (known: KnownTarget) => known.target.id.toLowerCase().replace(/^[a-z]+/, '') === id;
  const inProgramme = (wanted: string) => targets.filter((known) => known.target.programme === wanted);
  const pick = (found: readonly KnownTarget[]) => found.map(({ target }) => target);
  if (programme !== null || context.programme !== null) {
    const own = inProgramme(programme ?? context.programme ?? '');
    const found = own.filter(withId).concat(own.filter(withNumber));
    if (found.length > 0) return pick(found.slice(0, 1));
    return programme === null && /^[a-z]/.test(id) ? pick(targets.filter(withId)) : [];
  }
  const exact = targets.filter(withId);
  return pick(exact.length > 0 ? exact : targets.filter(withNumber));
}

/** The words from `at` as they were typed, with single spaces. */
export function textOf(words: readonly Word[], at: number, length: number): string {
  return words
    .slice(at, at + length)
    .map(({ text }) => text)
    .join(' ');
}

/** Most words that a name is looked for in. */
export const longestName = 8;

/**
 * The targets whose name or alias, in any language, holds every word given: whole, as the beginning of a word, or
 * inflected. A name that holds nothing else beats those that do; of the rest, those of the channel's programme come
 * alone when there are any. `slips` 1 also lets a word be mistyped.
 */
export function targetsNamed(words: readonly Word[], context: CommandContext, slips: 0 | 1 = 0): readonly Target[] {
  const wanted = words.flatMap(({ folded }) => partsOf(folded));
  const joined = wanted.join('');
  if (words.length === 0 || words.length > longestName || joined.length < 3) return [];
  const telling = wanted.some((word) => word.length >= 4);
  const found = context.directory.targets.flatMap((known) => {
    const names = namesOf(known);
    if (names.some((name) => name.join('') === joined)) return [{ known, whole: true }];
    if (!telling) return [];
    const holds = names.some((name) => wanted.every((word) => name.some((part) => sameWord(word, part, slips))));
    const glued = names.some((name) => holdsGlued(name, joined, slips));
    return holds || glued ? [{ known, whole: false }] : [];
  });
  const whole = found.filter((match) => match.whole);
  const best = whole.length > 0 ? whole : found;
  const own = best.filter(({ known }) => known.target.programme === context.programme);
  return (own.length > 0 ? own : best).map(({ known }) => known.target);
}

/** Compounds are written with a hyphen, with a space or as one word. */
function holdsGlued(name: readonly string[], joined: string, slips: 0 | 1): boolean {
  if (joined.length < 6) return false;
  if (name.join('').includes(joined)) return true;
  if (slips === 0) return false;
  return name.some((part, at) => editDistance(joined, `${part}${name[at + 1] ?? ''}`) <= 2.4);
}

const namesOfKnown = new WeakMap<KnownTarget, readonly (readonly string[])[]>();

function namesOf(known: KnownTarget): readonly (readonly string[])[] {
  const cached = namesOfKnown.get(known);
  if (cached !== undefined) return cached;
  const names = [known.names.fi, known.names.sv, known.names.en, ...known.aliases].map((name) =>
    partsOf(foldWord(name)),
  );
  namesOfKnown.set(known, names);
  return names;
}

function partsOf(folded: string): string[] {
  return folded.split(/[^\p{L}\p{N}]+/u).filter((part) => part !== '');
}

/** Longest ending that inflection adds to or takes from a word. */
const longestEnding = 4;

function sameWord(word: string, part: string, slips: 0 | 1): boolean {
  if (word === part) return true;
  if (word.length < 4) return false;
  if (part.startsWith(word)) return true;
  if (part.length < 4) return false;
  let common = 0;
  while (common < word.length && word[common] === part[common]) common += 1;
  const stem = Math.max(4, Math.min(word.length, part.length) - 2);
  if (common >= stem && word.length - common <= longestEnding && part.length - common <= longestEnding) return true;
  return slips > 0 && editDistance(word, part.slice(0, word.length + 1)) <= (word.length <= 5 ? 1.2 : 2.4);
}

const labelsToMistype = ['goal', 'tavoite', 'mal', 'measure', 'toimenpide', 'atgard'] as const;

/**
 * What a mistyped number of a target was likely meant to be: "goal5" for "gaol5", "4.3" for "4,3", "hki 5" for "hkki5".
 * Null when it is nothing near.
 */
export function correctedTarget(folded: string, context: CommandContext): string | null {
  const comma = /^(\d{1,3}),(\d{1,3})$/.exec(folded);
  if (comma !== null) return `${comma[1]}.${comma[2]}`;
  const parts = /^([a-z]{3,20})[-_#]?(\d{1,3}(?:\.\d{1,3})?)?$/.exec(folded);
  const [, letters = '', number = ''] = parts ?? [];
  const prefixes = context.directory.programmes.flatMap((programme) => programme.prefixes.map(foldWord));
  const candidates = [...labelsToMistype, ...prefixes].filter((label) => label.length >= 3);
  const label = nearest(
    letters,
    candidates.map((candidate) => [candidate, candidate] as const),
  );
  return label === null ? null : [label, number].filter(Boolean).join(' ');
}

/** True when a word is a label ("goal", "hki") as it should be. */
export function isLabel(folded: string, context: CommandContext): boolean {
  if (labelAlone.test(folded)) return true;
  return context.directory.programmes.some(({ prefixes }) => prefixes.some((prefix) => foldWord(prefix) === folded));
}
