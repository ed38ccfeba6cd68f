import { type Language, languages } from '../domain/language.ts';
import { analyse } from '../retrieval/analysis.ts';
import type { Group } from './understand.ts';
import type { Unit, Words } from './units.ts';

type Bag = { stems: ReadonlySet<string>; words: readonly string[] };
type Bags = Partial<Record<Language, Bag>>;

/** How well a unit's own words, and what stands around it, hold the groups of a question. */
export type EvidenceReader = (unit: Unit, groups: readonly Group[]) => number[];

/** How much a word in a unit's surroundings counts beside one in the unit itself. */
const aroundWeight = 0.75;

/** Reads units against questions; analysed units are remembered, at most `capacity` of them (default 4,000). */
export function createEvidenceReader(capacity = 4_000): EvidenceReader {
  const remembered = new Map<string, { own: Bags; around: Bags }>();
  const read = (unit: Unit) => {
    const known = remembered.get(unit.key);
    if (known) return known;
    const bags = { own: toBags(unit.words), around: toBags(unit.around) };
    if (remembered.size >= capacity) remembered.clear();
    remembered.set(unit.key, bags);
    return bags;
  };
  return (unit, groups) => {
    const { own, around } = read(unit);
    return groups.map((group) => {
      const inside = matchGroup(group, own);
      return inside >= aroundWeight ? inside : Math.max(inside, aroundWeight * matchGroup(group, around));
    });
  };
}

function toBags(words: Words): Bags {
  const bags: Bags = {};
  for (const language of languages) {
    const text = words[language];
    if (text === undefined) continue;
    const tokens = analyse(text, language);
    bags[language] = { stems: new Set(tokens.map(({ stem }) => stem)), words: [...new Set(tokens.map(({ word }) => word))] };
  }
  return bags;
}

function matchGroup(group: Group, bags: Bags): number {
  let best = 0;
  for (const language of languages) {
    const bag = bags[language];
    if (bag === undefined) continue;
    for (const alternative of group.alternatives[language]) {
      best = Math.max(best, matchPhrase(alternative, language, bag));
      if (best === 1) return 1;
    }
  }
  return best;
}

function matchPhrase(phrase: string, language: Language, bag: Bag): number {
  const tokens = analyse(phrase, language);
  const words = tokens.filter((token) => token.kind !== 'derived' && !token.stop);
  const joined = tokens.find((token) => token.kind === 'derived');
  const whole = joined ? matchWord(joined.word, joined.stem, bag) : 0;
  if (words.length === 0) return whole;
  const levels = words.map(({ word, stem }) => matchWord(word, stem, bag));
  const weakest = Math.min(...levels);
  const mean = levels.reduce((sum, level) => sum + level, 0) / levels.length;
  return Math.max(whole, weakest === 0 ? mean * 0.6 : mean);
}

/** 1 for the same stem; less for a shared beginning, as of two forms of a word, or for a part of a compound; 0 for none. */
function matchWord(word: string, stem: string, bag: Bag): number {
  if (bag.stems.has(stem)) return 1;
  if (word.length < 4 || /^\d/.test(word)) return 0;
  let best = 0;
  for (const other of bag.words) best = Math.max(best, resemblance(word, stem, other));
  return best;
}

/** Two forms of one word differ in their endings only; a compound that holds the word is less, and a word that begins the same is nothing. */
function resemblance(word: string, stem: string, other: string): number {
  if (other.length < 4) return 0;
  const shared = sharedPrefix(word, other);
  const endings = Math.max(word.length, other.length) - shared;
  if (shared >= 4 && endings <= 4 && shared >= 0.6 * Math.max(word.length, other.length)) return 0.9;
  if (stem.length >= 5 && (other.startsWith(stem) || other.endsWith(word))) return 0.7;
  if (other.length >= 5 && word.length >= 8 && (word.startsWith(other.slice(0, -1)) || word.endsWith(other))) return 0.5;
  return word.length >= 6 && withinOneEdit(word, other) ? 0.85 : 0;
}

function sharedPrefix(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}

/** True when one letter changed, missing, added or two neighbours swapped make the words the same. */
export function withinOneEdit(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  const start = sharedPrefix(one, other);
  const rest = one.slice(start);
  const otherRest = other.slice(start);
  return (
    rest.slice(1) === otherRest.slice(1) ||
    rest.slice(1) === otherRest ||
    rest === otherRest.slice(1) ||
    (rest[0] === otherRest[1] && rest[1] === otherRest[0] && rest.slice(2) === otherRest.slice(2))
  );
}
