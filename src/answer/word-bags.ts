import type { Language } from '../domain/language.ts';
import { type Token, analyse } from '../retrieval/analysis.ts';

/** A word with its traits. */
export type TraitedWord = { word: string; stem: string; traits: Traits };
/** A word's stem, beginning and end as numbers below `traitCount`: words of which no number is the same are not alike at all. */
type Traits = readonly number[];
type Form = { word: string; stem: string };

/** The words of a text, ready to be looked up by how they begin and end. */
export type Bag = {
  text: string;
  stems: ReadonlySet<string>;
  byStart: ReadonlyMap<string, Form[]>;
  byEnd: ReadonlyMap<string, Form[]>;
  /** A bit for the traits of its words that end in the same bits: a word none of whose bits is set is not alike any of them. */
  bits: Uint32Array;
  /** Of a long text, the words that are not in it as they stand, with how alike the nearest is: many wordings ask for the same words. */
  alike: Map<string, number> | null;
};

/** `whole` is a post of several words, which only stands where the words do together. */
export type Phrase = { whole: string | null; words: readonly TraitedWord[]; joined: TraitedWord | undefined };

const edge = 4;
export const traitCount = 2 ** 16;

/** The traits of a word of a language. */
export function traitsOf({ word, stem }: Token, language: Language): Traits {
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

/** The words of a text in a language. */
export function toBag(text: string, language: Language): Bag {
  const tokens = analyse(text, language);
  return bagOf(
    text,
    tokens,
    tokens.flatMap((token) => traitsOf(token, language)),
  );
}

/** A text of so many words is worth remembering what was looked for in it, up to so many words of questions. */
const longText = 60;
const keptWords = 1_000;

/** The same of a text that is analysed already; `traits` are those of all its words. */
export function bagOf(text: string, tokens: readonly Token[], traits: Traits): Bag {
  const distinct = [
    ...new Map(tokens.filter(({ word }) => word.length >= edge).map((token) => [token.word, token])).values(),
  ];
  const isLong = tokens.length >= longText;
  return {
    text: text.toLowerCase(),
    stems: new Set(tokens.map(({ stem }) => stem)),
    byStart: Map.groupBy(distinct, ({ word }) => word.slice(0, edge)),
    byEnd: Map.groupBy(distinct, ({ stem }) => stem.slice(-edge)),
    bits: toBits(traits, isLong ? traitCount : shortBits),
    alike: isLong ? new Map() : null,
  };
}

/** Enough that of a sentence's some fifty traits one in twenty bits is set. */
const shortBits = 1_024;

function toBits(traits: Traits, size: number): Uint32Array {
  const bits = new Uint32Array(size / 32);
  for (const trait of traits) {
    const bit = trait & (size - 1);
    bits[bit >>> 5] = (bits[bit >>> 5] ?? 0) | (1 << (bit & 31));
  }
  return bits;
}

function mayHold({ bits }: Bag, traits: Traits): boolean {
  const last = bits.length * 32 - 1;
  for (const trait of traits) {
    const bit = trait & last;
    if (((bits[bit >>> 5] ?? 0) & (1 << (bit & 31))) !== 0) return true;
  }
  return false;
}

/** One wording of a group. `together`: its words have to stand side by side. */
export function toPhrase(wording: string, language: Language, together = false): Phrase {
  const tokens = analyse(wording, language);
  const traited = ({ word, stem, ...token }: Token) => ({
    word,
    stem,
    traits: traitsOf({ word, stem, ...token }, language),
  });
  const words = tokens.filter((token) => token.kind !== 'derived');
  const content = words.filter((token) => !token.stop);
  const joined = tokens.find(({ kind, word }) => kind === 'derived' && !/^\d+$/.test(word));
  return {
    whole: together && words.length > 1 ? wording.toLowerCase() : null,
    words: (content.length > 0 ? content : words).map(traited),
    joined: joined && traited(joined),
  };
}

/** How well a text holds a wording, 0 to 1. */
export function matchPhrase({ words, joined, whole: post }: Phrase, bag: Bag): number {
  if (post !== null) return bag.text.includes(post) ? 1 : 0;
  const whole = joined ? matchWord(joined, bag) : 0;
  if (words.length === 0 || whole === 1) return whole;
  const [only] = words;
  if (words.length === 1 && only) return Math.max(whole, inPart(matchWord(only, bag)));
  const levels = words.map((word) => matchWord(word, bag));
  const mean = levels.reduce((sum, level) => sum + level, 0) / levels.length;
  return Math.max(whole, Math.min(...levels) < 0.5 ? mean * 0.6 : mean);
}

/** A word that is held only in part counts for less. */
function inPart(level: number): number {
  return level < 0.5 ? level * 0.6 : level;
}

/** 1 for the same stem; less for two forms of one word or a part of a compound; 0 for none. */
function matchWord({ word, stem, traits }: TraitedWord, bag: Bag): number {
  if (!mayHold(bag, traits)) return 0;
  if (bag.stems.has(stem)) return 1;
  if (word.length < edge) return 0;
  const known = bag.alike?.get(word);
  if (known !== undefined) return known;
  const best = /^\d/.test(word) ? 0 : nearestWord(word, stem, bag);
  if (bag.alike !== null && bag.alike.size < keptWords) bag.alike.set(word, best);
  return best;
}

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
