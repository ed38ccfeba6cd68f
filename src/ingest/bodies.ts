import type { Organisation } from '../domain/organisation.ts';
import type { ResolveBodies } from './responsible.ts';

/**
 * `stems` are what no case ending changes of each word of a name, in lower case; those of an abbreviation are the word as it is
 * written.
 */
type Pattern = { id: string; stems: readonly string[]; exact: boolean };
type Match = { start: number; end: number; ids: string[] };

/** Characters of a cell in which bodies are sought; the longest responsible cell seen has 350. */
const maxCellLength = 3000;

export type BodyResolver = {
  resolve: ResolveBodies;
  /** Bodies that no record names, taken from responsible cells as they stand. */
  discovered: () => Organisation[];
};

/**
 * Finds organisations in a responsible cell, tolerant of case endings, with suspended compounds ("elinkeino- ja viestintäosastot") and
 * shared heads ("Espoon ja Vantaan kaupunkien") written out first. A listed body without a record becomes one of its own.
 */
export function createBodyResolver(organisations: readonly Organisation[]): BodyResolver {
  const patterns = organisations.flatMap(toPatterns);
  const parents = new Map(organisations.map((organisation) => [organisation.id, organisation.parent]));
  const discovered = new Map<string, Organisation>();
  const byStart = Map.groupBy(patterns, ({ stems }) => startOf(stems[0] ?? ''));
  const known = (word: string) =>
    (byStart.get(startOf(word)) ?? []).some((pattern) => matchAt(textOf(word), 0, pattern) === word.length);
  return {
    resolve: (text) => {
      const expanded = expandSharedHeads(expandSuspended(text.slice(0, maxCellLength), known));
      const matches = longestMatches(expanded, byStart);
      const found = matches.flatMap(({ start, ids }) => ids.map((id) => ({ start, id })));
      for (const piece of uncoveredPieces(expanded, matches)) {
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
    })),
    ...organisation.abbreviations.map((word) => ({ id: organisation.id, stems: [word], exact: true })),
  ];
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

function longestMatches(cell: string, byStart: ReadonlyMap<string, readonly Pattern[]>): Match[] {
  const text = textOf(cell);
  const all = [...cell.matchAll(/(?<![\p{L}\p{N}-])[\p{L}\p{N}(]/gu)].flatMap(({ index: start }) =>
    (byStart.get(startOf(cell.slice(start))) ?? []).flatMap((pattern) => {
      const end = matchAt(text, start, pattern);
      return end < 0 ? [] : [{ id: pattern.id, start, end }];
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

/** Listed pieces that hold no known body: "Omnia", "Länsi-Uudenmaan hyvinvointialueen". */
function uncoveredPieces(text: string, matches: readonly Match[]): { start: number; text: string }[] {
  const bare = text.replace(/\([^()]*\)/g, (inside) => ' '.repeat(inside.length));
  const pieces: { start: number; text: string }[] = [];
  for (const piece of bare.matchAll(/[^,;\n]+?(?=,|;|\n|\s(?:ja|sekä|och|samt|and)\s|$)/gu)) {
    const lead = /^\s*(?:ja|sekä|och|samt|and|muiden|muut)?\s*/u.exec(piece[0])?.[0].length ?? 0;
    const start = piece.index + lead;
    const words = piece[0].slice(lead).replace(/[.\s]+$/, '');
    const end = start + words.length;
    const covered = matches.some((match) => match.start < end && start < match.end);
    if (!covered && /\p{L}{3,}/u.test(words)) pieces.push({ start, text: words });
  }
  return pieces;
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
