import type { Organisation } from '../domain/organisation.ts';
import { bodyPieces } from './body-pieces.ts';

/**
 * `stems` are what no case ending changes of each word of a name, in lower case; those of an abbreviation are the word as it is
 * written. `local`: the only city in whose tables a name of common words, "viestintäosasto", means this body; null for any.
 */
type Pattern = { id: string; stems: readonly string[]; exact: boolean; local: string | null };
type Match = { start: number; end: number; ids: string[] };

/** Characters of a cell in which bodies are sought; the longest responsible cell seen has 350. */
const maxCellLength = 3000;

export type BodyResolver = {
  /** Ids of the bodies in a cell, in reading order. `city`: whose table it is (Finnish name); default: any. */
  resolve: (text: string, city?: string) => string[];
  /** Bodies that no record names, taken from responsible cells as they stand. */
  discovered: () => Organisation[];
};

/**
 * Finds organisations in a responsible cell, tolerant of case endings, with suspended compounds ("elinkeino- ja viestintäosastot") and
 * shared heads ("Espoon ja Vantaan kaupunkien") written out first. A listed body without a record becomes one of its own. `places` are
 * names of municipalities as they stand before a body's name.
 */
export function createBodyResolver(
  organisations: readonly Organisation[],
  places: readonly string[] = [],
): BodyResolver {
  const patterns = organisations.flatMap(toPatterns);
  const parents = new Map(organisations.map((organisation) => [organisation.id, organisation.parent]));
  const discovered = new Map<string, Organisation>();
  const byStart = Map.groupBy(patterns, ({ stems }) => startOf(stems[0] ?? ''));
  const known = (word: string) =>
    (byStart.get(startOf(word)) ?? []).some((pattern) => matchAt(textOf(word), 0, pattern) === word.length);
  return {
    resolve: (text, city) => {
      const expanded = expandSharedHeads(expandSuspended(text.slice(0, maxCellLength), known));
      const matches = longestMatches(expanded, byStart, city);
      const found = matches.flatMap(({ start, ids }) => ids.map((id) => ({ start, id })));
      const uncovered = bodyPieces(expanded, places).filter(
        ({ start, end }) => !matches.some((match) => match.start < end && start < match.end),
      );
      for (const piece of uncovered) {
        const organisation = asOrganisation(piece.text);
        discovered.set(organisation.id, organisation);
        found.push({ start: piece.start, id: organisation.id });
      }
      const ids = [...new Set(found.toSorted((a, b) => a.start - b.start).map(({ id }) => id))];
      return ids.filter((id, place) => !ids.slice(place + 1).some((later) => parents.get(later) === id));
    },
    discovered: () => [...discovered.values()],
  };
}

/** The letters that no case ending of a word changes. */
function startOf(word: string): string {
  return word.slice(0, 2).toLowerCase();
}

function toPatterns(organisation: Organisation): Pattern[] {
  const names = [...Object.values(organisation.name), ...organisation.forms];
  const phrases = names.map((name) => name.replace(/^the\s+/i, ''));
  return [
    ...[...new Set(phrases.filter((phrase) => phrase.length > 2))].map((phrase) => ({
      id: organisation.id,
      stems: phrase.trim().toLowerCase().split(/\s+/).map(withoutEnding),
      exact: false,
      local: isProper(phrase) ? null : (organisation.municipality ?? null),
    })),
    ...organisation.abbreviations.map((word) => ({ id: organisation.id, stems: [word], exact: true, local: null })),
  ];
}

/** Has a name in it that no other city's body has: "Helsinki Partners", but not "Viestintäosasto". */
function isProper(phrase: string): boolean {
  return /\s\p{Lu}/u.test(phrase) || /^(?!Kaupungin)\p{Lu}\p{L}*n\s/u.test(phrase) || /^\p{Lu}[\p{L}-]*$/u.test(phrase);
}

/** The word without its last vowels, or the whole of a short word. */
function withoutEnding(word: string): string {
  return word.length > 5 ? word.replace(/[aeiouyäöt]{1,2}$/u, '') : word;
}

/** A text with its lower case, which is as long. */
type Text = { text: string; lower: string };

function textOf(text: string): Text {
  const lower = text.toLowerCase();
  return { text, lower: lower.length === text.length ? lower : text };
}

const letterOrDigit = /[\p{L}\p{N}]/u;
const longestEnding = 6;
const longestAbbreviatedEnding = 5;

/** Where a phrase with any case ending on each word ends that begins at `start`; -1 where it does not stand there. */
function matchAt({ text, lower }: Text, start: number, { stems, exact }: Pattern): number {
  let at = start;
  for (const [index, stem] of stems.entries()) {
    if (index > 0) {
      const next = /\S/.exec(lower.slice(at, at + 20));
      if (!next || next.index === 0) return -1;
      at += next.index;
    }
    if (!(exact ? text : lower).startsWith(stem, at)) return -1;
    at = endOfWord(lower, at + stem.length, exact);
    if (at < 0) return -1;
  }
  return at;
}

/** Where the word ends that goes on at `from` with a case ending of letters or after a colon; -1 where it is another word. */
function endOfWord(text: string, from: number, exact: boolean): number {
  const ending = (exact ? /^:\p{L}*/u : /^[\p{L}:]*/u).exec(text.slice(from, from + 20))?.[0] ?? '';
  const longest = exact ? longestAbbreviatedEnding + 1 : longestEnding;
  for (let length = Math.min(ending.length, longest); length >= 0; length -= 1)
    if (!letterOrDigit.test(text[from + length] ?? '')) return from + length;
  return -1;
}

function expandSuspended(text: string, known: (text: string) => boolean): string {
  return text.replace(
    /(?<!\p{L})(\p{L}{3,60})-(\s(?:ja|och|and|sekä)\s)([\p{L}-]{6,60})/giu,
    (whole, first: string, and: string, second: string) => {
      for (let cut = 3; cut < second.length - 3; cut += 1) {
        const head = second.slice(cut).replace(/^-/, '');
        for (const joined of [`${first}${head}`, `${first}-${head}`])
          if (known(joined)) return `${joined}${and}${second}`;
      }
      return whole;
    },
  );
}

function expandSharedHeads(text: string): string {
  return text.replace(
    /((?:\p{Lu}\p{L}+n,\s)*\p{Lu}\p{L}+n\sja\s\p{Lu}\p{L}+n)\s(?:kaupunkien|kaupungit|kuntien|kunnat)/gu,
    (_whole, cities: string) => cities.replace(/(?=,)|(?=\sja\s)|$/g, ' kaupunki'),
  );
}

function longestMatches(cell: string, byStart: ReadonlyMap<string, readonly Pattern[]>, city?: string): Match[] {
  const text = textOf(cell);
  const means = ({ local }: Pattern) => city === undefined || local === null || local === city;
  const all = [...cell.matchAll(/(?<![\p{L}\p{N}-])[\p{L}\p{N}(]/gu)].flatMap(({ index: start }) =>
    (byStart.get(startOf(cell.slice(start))) ?? []).filter(means).flatMap((pattern) => {
      const end = matchAt(text, start, pattern);
      return end < 0 || isOfPlace(cell, start) ? [] : [{ id: pattern.id, start, end }];
    }),
  );
  const kept: Match[] = [];
  for (const match of all.toSorted((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)) {
    const same = kept.find((other) => other.start === match.start && other.end === match.end);
    if (same) same.ids = [...new Set([...same.ids, match.id])];
    else if (!kept.some((other) => match.start < other.end && other.start < match.end))
      kept.push({ start: match.start, end: match.end, ids: [match.id] });
  }
  return kept;
}

/** "Turun kauppakamari" is not the chamber that its last word is short for: a place before a name makes another body of it. */
function isOfPlace(cell: string, start: number): boolean {
  return (
    /(?<=^\s*|[,;)]\s?|\s(?:ja|sekä)\s)\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?n\s$/u.test(cell.slice(0, start)) &&
    /^\p{Ll}/u.test(cell.slice(start))
  );
}

function asOrganisation(surface: string): Organisation {
  const id = surface
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return {
    id: id === '' ? 'body' : id,
    name: { fi: surface, sv: surface, en: surface },
    abbreviations: [],
    forms: [],
    generic: false,
    verified: false,
  };
}
