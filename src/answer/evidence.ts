import { type Language, languages } from '../domain/language.ts';
import { type Token, analyse } from '../retrieval/analysis.ts';
import { remember } from '../retrieval/remember.ts';
import type { Group } from './understand.ts';
import type { Unit, Words } from './units.ts';

type Form = { word: string; stem: string };
export type Bag = {
  text: string;
  stems: ReadonlySet<string>;
  byStart: ReadonlyMap<string, Form[]>;
  byEnd: ReadonlyMap<string, Form[]>;
  /** Of a long text, the words that are not in it as they stand, with how alike the nearest is: many wordings ask for the same words. */
  alike: Map<string, number> | null;
};
/** The words of a unit in each language that it is known in, and the traits of all of them. */
type Bags = { words: Partial<Record<Language, Bag>>; traits: Uint16Array };
/** `whole` is a post of several words, which only stands where the words do together. */
export type Phrase = { whole: string | null; words: readonly Token[]; joined: Token | undefined };
/** The wordings of a group, and the traits of their words. */
type Phrases = { wordings: Readonly<Record<Language, readonly Phrase[]>>; traits: Uint16Array; hasPost: boolean };

/** How well a unit holds one group of a question, 0 to 1: in its own words, and with what stands around it. */
export type Level = { own: number; total: number };

export type EvidenceReader = (unit: Unit, groups: readonly Group[]) => Level[];

/** How much a word counts that stands around the unit: in titles, headings and names. */
const aroundWeight = 0.9;

/** Reads units against questions; analysed units are remembered, at most `capacity` of each (default 5,000). */
export function createEvidenceReader(capacity = 5_000): EvidenceReader {
  const bagsOf = remember(capacity, (_key, words: Words) => toBags(words));
  const phrasesOf = new WeakMap<Group, Phrases>();
  const read = (group: Group): Phrases => {
    const known = phrasesOf.get(group) ?? toPhrases(group);
    phrasesOf.set(group, known);
    return known;
  };
  const sift = createSift(read);
  return (unit, groups) => {
    const held = sift(groups);
    const own = bagsOf(unit.key, unit.words);
    const inOwn = held(own);
    const around = isEmpty(unit.around) ? null : bagsOf(`${unit.key}/around`, unit.around);
    const inAround = around === null ? 0 : held(around);
    return groups.map((group, place) => {
      const bit = bitOf(place);
      const inside = (inOwn & bit) === 0 ? 0 : matchPhrases(read(group), own);
      if (around === null || inside >= aroundWeight || (inAround & bit) === 0) return { own: inside, total: inside };
      return { own: inside, total: Math.max(inside, aroundWeight * matchPhrases(read(group), around)) };
    });
  };
}

function isEmpty(words: Words): boolean {
  for (const language of languages) if (words[language] !== undefined) return false;
  return true;
}

/** Says of a unit which of the groups it can hold at all, a bit each: by the traits that its words share with theirs. */
type Held = (bags: Bags) => number;

/** Groups from the 32nd on share a bit. */
function bitOf(place: number): number {
  return 1 << Math.min(place, 31);
}

/** Few of a question's words are alike any word of a sentence: finding out which spares comparing the others. */
function createSift(read: (group: Group) => Phrases): (groups: readonly Group[]) => Held {
  const bits = new Uint32Array(traitCount);
  let marked: readonly Group[] = [];
  let always = 0;
  const held: Held = ({ traits }) => {
    let found = always;
    for (let at = 0; at < traits.length; at += 1) found |= bits[traits[at] ?? 0] ?? 0;
    return found;
  };
  return (groups) => {
    if (groups === marked) return held;
    for (const group of marked) for (const trait of read(group).traits) bits[trait] = 0;
    marked = groups;
    always = 0;
    for (const [place, group] of groups.entries()) {
      const { traits, hasPost } = read(group);
      if (hasPost) always |= bitOf(place);
      for (const trait of traits) bits[trait] = (bits[trait] ?? 0) | bitOf(place);
    }
    return held;
  };
}

const traitCount = 2 ** 16;

/** What `matchWord` goes by, as numbers: words of which no number is the same are not alike at all. */
function traitsOf({ word, stem }: Token, language: Language): number[] {
  const whole = hash(`${language}=${stem}`);
  if (word.length < edge) return [whole];
  return [whole, hash(`${language}^${word.slice(0, edge)}`), hash(`${language}$${stem.slice(-edge)}`)];
}

/** FNV-1a, folded to 16 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return (value ^ (value >>> 16)) & (traitCount - 1);
}

const edge = 4;

function toBags(words: Words): Bags {
  const bags: Bags['words'] = {};
  const traits = new Set<number>();
  for (const language of languages) {
    const text = words[language];
    if (text === undefined) continue;
    const tokens = analyse(text, language);
    bags[language] = bagOf(text, tokens);
    for (const token of tokens) for (const trait of traitsOf(token, language)) traits.add(trait);
  }
  return { words: bags, traits: Uint16Array.from(traits) };
}

/** The words of a text, ready to be looked up by how they begin and end. */
export function toBag(text: string, language: Language): Bag {
  return bagOf(text, analyse(text, language));
}

function bagOf(text: string, tokens: readonly Token[]): Bag {
  const distinct = [
    ...new Map(tokens.filter(({ word }) => word.length >= edge).map((token) => [token.word, token])).values(),
  ];
  return {
    text: text.toLowerCase(),
    stems: new Set(tokens.map(({ stem }) => stem)),
    byStart: Map.groupBy(distinct, ({ word }) => word.slice(0, edge)),
    byEnd: Map.groupBy(distinct, ({ stem }) => stem.slice(-edge)),
    alike: tokens.length >= longText ? new Map() : null,
  };
}

function toPhrases({ alternatives, role }: Group): Phrases {
  const phrases = (language: Language) =>
    alternatives[language].map((alternative) => toPhrase(alternative, language, role === 'post'));
  const wordings = { fi: phrases('fi'), sv: phrases('sv'), en: phrases('en') };
  const traits = languages.flatMap((language) =>
    wordings[language].flatMap(({ words, joined }) =>
      [...words, ...(joined ? [joined] : [])].flatMap((token) => traitsOf(token, language)),
    ),
  );
  return {
    wordings,
    traits: Uint16Array.from(new Set(traits)),
    hasPost: languages.some((language) => wordings[language].some(({ whole }) => whole !== null)),
  };
}

/** One wording of a group. `together`: its words have to stand side by side. */
export function toPhrase(wording: string, language: Language, together = false): Phrase {
  const tokens = analyse(wording, language);
  const words = tokens.filter((token) => token.kind !== 'derived');
  const content = words.filter((token) => !token.stop);
  return {
    whole: together && words.length > 1 ? wording.toLowerCase() : null,
    words: content.length > 0 ? content : words,
    joined: tokens.find(({ kind, word }) => kind === 'derived' && !/^\d+$/.test(word)),
  };
}

function matchPhrases({ wordings }: Phrases, { words }: Bags): number {
  let best = 0;
  for (const language of languages) {
    const bag = words[language];
    if (bag === undefined) continue;
    for (const phrase of wordings[language]) {
      best = Math.max(best, matchPhrase(phrase, bag));
      if (best === 1) return 1;
    }
  }
  return best;
}

/** How well a text holds a wording, 0 to 1. */
export function matchPhrase({ words, joined, whole: post }: Phrase, bag: Bag): number {
  if (post !== null) return bag.text.includes(post) ? 1 : 0;
  const whole = joined ? matchWord(joined, bag) : 0;
  if (words.length === 0 || whole === 1) return whole;
  const levels = words.map((word) => matchWord(word, bag));
  const mean = levels.reduce((sum, level) => sum + level, 0) / levels.length;
  return Math.max(whole, Math.min(...levels) < 0.5 ? mean * 0.6 : mean);
}

/** 1 for the same stem; less for two forms of one word or a part of a compound; 0 for none. */
function matchWord({ word, stem }: Token, bag: Bag): number {
  if (bag.stems.has(stem)) return 1;
  if (word.length < edge) return 0;
  const known = bag.alike?.get(word);
  if (known !== undefined) return known;
  const best = /^\d/.test(word) ? 0 : nearestWord(word, stem, bag);
  if (bag.alike !== null && bag.alike.size < keptWords) bag.alike.set(word, best);
  return best;
}

/** A text of so many words is worth remembering what was looked for in it, up to so many words of questions. */
const longText = 60;
const keptWords = 1_000;

function nearestWord(word: string, stem: string, bag: Bag): number {
  let best = 0;
  for (const other of bag.byStart.get(word.slice(0, edge)) ?? []) best = Math.max(best, resemblance(word, stem, other));
  if (best < 0.7)
    for (const other of bag.byEnd.get(stem.slice(-edge)) ?? []) best = Math.max(best, sharedEnd(word, stem, other));
  return best;
}

/** Two forms of one word share their stems but for a letter; a compound that begins with the word holds a part of what is asked. */
function resemblance(word: string, stem: string, other: Form): number {
  const shared = sharedPrefix(word, other.word);
  if (shared >= Math.max(edge, stem.length - 1, other.stem.length - 1)) return 0.9;
  if (word.startsWith(other.word) && word.length - other.word.length <= 3) return 0.9;
  if (word.length >= 6 && withinOneEdit(word, other.word)) return 0.85;
  if (stem.length >= 5 && other.word.startsWith(stem)) return other.word.length - stem.length >= 7 ? 0.5 : 0.7;
  if (stem.length === edge && other.word.length >= 8 && other.word.startsWith(stem)) return 0.6;
  return other.word.length >= 5 && word.length >= 8 && word.startsWith(other.word.slice(0, -1)) ? 0.5 : 0;
}

/** A compound's last part is what the compound is: "osaamiskeskus" is a "keskus". */
function sharedEnd(word: string, stem: string, other: Form): number {
  if (word.length >= 5 && (other.word.endsWith(word) || other.stem.endsWith(stem))) return 0.7;
  return other.word.length >= 5 && word.length >= 8 && word.endsWith(other.word) ? 0.4 : 0;
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
