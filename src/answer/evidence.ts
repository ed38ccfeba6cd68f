import { type Language, languages } from '../domain/language.ts';
import { analyse } from '../retrieval/analysis.ts';
import { remember } from '../retrieval/remember.ts';
import type { Group } from './groups.ts';
import type { Unit, Words } from './units.ts';
import { type Bag, type Phrase, bagOf, matchPhrase, toPhrase, traitCount, traitsOf } from './word-bags.ts';

/** The words of a unit in each language that it is known in, and the traits of all of them. */
type Bags = { words: Partial<Record<Language, Bag>>; traits: Uint16Array };
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
  const phraseOf = { fi: rememberPhrases('fi'), sv: rememberPhrases('sv'), en: rememberPhrases('en') };
  const read = (group: Group): Phrases => {
    const known = phrasesOf.get(group) ?? toPhrases(group, phraseOf);
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

function toBags(words: Words): Bags {
  const bags: Bags['words'] = {};
  const traits = new Set<number>();
  for (const language of languages) {
    const text = words[language];
    if (text === undefined) continue;
    const tokens = analyse(text, language);
    const own = tokens.flatMap((token) => traitsOf(token, language));
    bags[language] = bagOf(text, tokens, own);
    for (const trait of own) traits.add(trait);
  }
  return { words: bags, traits: Uint16Array.from(traits) };
}

/** Questions share the wordings of their concepts, so that these are analysed once. */
const keptPhrases = 8_000;
const rememberPhrases = (language: Language) =>
  remember(keptPhrases, (wording: string): Phrase => toPhrase(wording, language));

function toPhrases(
  { alternatives, role }: Group,
  phraseOf: Readonly<Record<Language, (wording: string) => Phrase>>,
): Phrases {
  const phrases = (language: Language) =>
    alternatives[language].map((wording) =>
      role === 'post' ? toPhrase(wording, language, true) : phraseOf[language](wording),
    );
  const wordings = { fi: phrases('fi'), sv: phrases('sv'), en: phrases('en') };
  const traits = languages.flatMap((language) =>
    wordings[language].flatMap(({ words, joined }) =>
      [...words, ...(joined ? [joined] : [])].flatMap((word) => word.traits),
    ),
  );
  return {
    wordings,
    traits: Uint16Array.from(new Set(traits)),
    hasPost: languages.some((language) => wordings[language].some(({ whole }) => whole !== null)),
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
