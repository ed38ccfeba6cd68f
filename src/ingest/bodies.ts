import type { Organisation } from '../domain/organisation.ts';
import type { ResolveBodies } from './responsible.ts';

/** `starts` are the beginnings of the phrase's words: a text without them cannot match, and testing them is quick. */
type Pattern = { id: string; phrase: string; starts: readonly string[]; pattern: RegExp };
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
  const singleWords = Map.groupBy(
    patterns.filter(({ phrase }) => !/\s/.test(phrase)),
    ({ phrase }) => startOf(phrase),
  );
  const known = (word: string) =>
    (singleWords.get(startOf(word)) ?? []).some(({ pattern }) => fullMatch(pattern, word));
  return {
    resolve: (text) => {
      const expanded = expandSharedHeads(expandSuspended(text.slice(0, maxCellLength), known));
      const matches = longestMatches(expanded, patterns);
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

function startsOf(phrase: string): string[] {
  return phrase
    .toLowerCase()
    .split(/\s+/)
    .map((word) => word.slice(0, 4));
}

/** The letters that no case ending of a word changes. */
function startOf(word: string): string {
  return word.slice(0, 3).toLowerCase();
}

function toPatterns(organisation: Organisation): Pattern[] {
  const names = [...Object.values(organisation.name), ...organisation.forms];
  const phrases = names.map((name) => name.replace(/^the\s+/i, ''));
  return [...new Set(phrases.filter((phrase) => phrase.length > 2))]
    .map((phrase) => ({ id: organisation.id, phrase, starts: startsOf(phrase), pattern: inflected(phrase) }))
    .concat(
      organisation.abbreviations.map((word) => ({
        id: organisation.id,
        phrase: word,
        starts: startsOf(word),
        pattern: abbreviation(word),
      })),
    );
}

/** A phrase with any case ending on each word: the stem is the word without its last vowel, or the whole of a short word. */
function inflected(phrase: string): RegExp {
  const words = phrase
    .trim()
    .split(/\s+/)
    .map((word) => {
      const stem = word.length > 5 ? word.replace(/[aeiouyäöt]{1,2}$/iu, '') : word;
      return `${escapePattern(stem)}[\\p{L}:]{0,6}`;
    });
  return new RegExp(`(?<![\\p{L}\\p{N}-])${words.join('\\s+')}(?![\\p{L}\\p{N}])`, 'giu');
}

function abbreviation(word: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}-])${escapePattern(word)}(?::\\p{L}{1,5})?(?![\\p{L}\\p{N}])`, 'gu');
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function fullMatch(pattern: RegExp, text: string): boolean {
  return [...text.matchAll(pattern)].some((match) => match[0].length === text.length);
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

function longestMatches(text: string, patterns: readonly Pattern[]): Match[] {
  const lower = text.toLowerCase();
  const likely = patterns.filter(({ starts }) => starts.every((start) => lower.includes(start)));
  const all = likely.flatMap(({ id, pattern }) =>
    [...text.matchAll(pattern)].map((match) => ({ id, start: match.index, end: match.index + match[0].length })),
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
