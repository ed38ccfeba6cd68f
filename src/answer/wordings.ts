import { type Language, languages } from '../domain/language.ts';
import type { Wording } from '../domain/wording.ts';
import { analyse } from '../retrieval/analysis.ts';
import type { LexicalIndex } from '../retrieval/lexical-index.ts';
import { remember } from '../retrieval/remember.ts';
import type { Intent } from './intents.ts';
import { type IndexedText, type OpenedIndexes, textKey } from './open-indexes.ts';
import { asksMoney } from './sentence-type.ts';
import type { Group } from './groups.ts';
import type { Understand, Understanding } from './understand.ts';
import type { Unit } from './units.ts';
import { type Bag, type Phrase, matchPhrase, toBag, toPhrase } from './word-bags.ts';

/** A record with the wording that is most like a question. `score` is 1 for the same words, 0 for nothing in common. */
export type WordingMatch = { wording: Wording; text: string; score: number };

/** The records asked about in the way of a question, most alike first, each once. */
export type ReadWordings = (question: Understanding) => WordingMatch[];

/** How many wordings are found by their words. */
const found = 80;
/** How many of them are compared word by word, at most so many of one record: its first are the likeliest. */
const mostCompared = 24;
const comparedOfRecord = 3;
/** How much a part counts beside a thing: how something is asked matters less than what it is about. */
const roleWeight: Readonly<Record<Group['role'], number>> = {
  topic: 1,
  name: 1,
  body: 1,
  post: 1,
  place: 0.6,
  year: 0.8,
  number: 0.8,
  verb: 0.8,
  asking: 0.35,
};

/** How much of the likeness is that of what is asked, rather than of all words. These figures were tuned on the evaluation questions. */
const askedShare = 0.5;
/** What the words that name a thing count at least when what is asked of it is compared. */
const leastAsked = 0.03;
/** How much likeness is left where only names are shared. */
const onlyNames = 0.5;
/** How much likeness is lost when wholly other kinds of things are asked for. */
const otherKind = 0.5;

/** What a question has to have one of before it can be like another. */
const naming: ReadonlySet<Group['role']> = new Set(['topic', 'name', 'body', 'post', 'place', 'verb']);

/** Every way of asking as a text of its own, so that a question finds the one that is most like it. */
export function wordingTexts(wordings: readonly Wording[]): IndexedText[] {
  return wordings.flatMap((wording, record) =>
    languages.flatMap((language) =>
      wording[language].map((text, way) => ({ key: `${record}:${way}`, words: { [language]: text } })),
    ),
  );
}

/** Compares questions with the wordings of their own language. `indexes` hold the texts of `wordingTexts`. */
export function createWordingReader(
  wordings: readonly Wording[],
  indexes: OpenedIndexes,
  understand: Understand,
): ReadWordings {
  const byThing = Map.groupBy(wordings, ({ about }) => about);
  const readers = indexes.map((index) => {
    const { language } = index;
    const phraseOf = remember(keptPhrases, (wording) => toPhrase(wording, language));
    const read = remember(keptReadings, (text) => readText(understand(text, language), index, phraseOf));
    const counts = remember(keptReadings, (thing) =>
      countStems(
        (byThing.get(thing) ?? []).flatMap((wording) => wording[language]),
        language,
      ),
    );
    return { index, phraseOf, read, counts };
  });
  return (question) => {
    const reader = readers.find(({ index }) => index.language === question.language);
    if (!reader || reader.index.size === 0 || !question.groups.some(({ role }) => naming.has(role))) return [];
    const { index, phraseOf, read, counts } = reader;
    const asked = readText(question, index, phraseOf);
    const best = new Map<Wording, WordingMatch>();
    const taken = new Map<number, number>();
    let left = mostCompared;
    for (const { key } of index.search(queryOf(question), { limit: found })) {
      const [record = 0, way = 0] = textKey(key).split(':').map(Number);
      const wording = wordings[record];
      const text = wording?.[question.language][way];
      const before = taken.get(record) ?? 0;
      taken.set(record, before + 1);
      if (!wording || text === undefined || before >= comparedOfRecord || left <= 0) continue;
      left -= 1;
      const score = likeness(asked, read(text), counts(wording.about));
      if (score > (best.get(wording)?.score ?? 0)) best.set(wording, { wording, text, score });
    }
    return [...best.values()].toSorted((a, b) => b.score - a.score);
  };
}

/** One part of a text as it is compared: its concepts, its wordings, and what it counts. */
type Part = { role: Group['role']; concepts: readonly string[]; phrases: readonly Phrase[]; weight: number };

type Reading = { parts: readonly Part[]; bag: Bag; kinds: readonly number[] };

/** How many readings are kept in memory: those of the things that people ask about most. */
const keptReadings = 1_500;
const mostAlternatives = 5;
const keptPhrases = 8_000;

type PhraseReader = (wording: string) => Phrase;

function readText(understood: Understanding, index: LexicalIndex, phraseOf: PhraseReader): Reading {
  const { groups, text, language } = understood;
  const parts = groups.map((group): Part => {
    const phrases = [...new Set([group.surface, ...group.alternatives[language].slice(0, mostAlternatives)])].map(
      phraseOf,
    );
    return {
      role: group.role,
      concepts: group.terms.map(({ id }) => id),
      phrases,
      weight: roleWeight[group.role] * Math.min(rarity(phrases[0], index), rarity(phrases[1] ?? phrases[0], index)),
    };
  });
  // In a thread the groups also name what the thread is about, which the text alone does not.
  const words = [...groups.map(({ surface }) => surface), text].join(' ');
  return { parts, bag: toBag(words, language), kinds: kindsOf(understood) };
}

/** The idf among all wordings of a phrase's rarest word. */
function rarity(phrase: Phrase | undefined, index: LexicalIndex): number {
  return Math.max(0.5, ...(phrase?.words ?? []).map(({ stem }) => index.idf(stem)));
}

/** In how many texts each stem stands; under "" how many texts there are. */
function countStems(texts: readonly string[], language: Language): ReadonlyMap<string, number> {
  const counts = new Map<string, number>([['', texts.length]]);
  for (const text of texts)
    for (const stem of new Set(analyse(text, language).map((token) => token.stem)))
      counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return counts;
}

/** How common a part is among the wordings about one thing, 0 to 1. */
function localShare({ phrases }: Part, counts: ReadonlyMap<string, number>): number {
  const total = counts.get('') ?? 1;
  const shares = phrases.map(({ words }) =>
    words.length === 0 ? 0 : Math.min(...words.map(({ stem }) => (counts.get(stem) ?? 0) / total)),
  );
  return Math.min(
    1,
    shares.reduce((sum, one) => sum + one, 0),
  );
}

/**
 * The share of each that the other holds, as their harmonic mean: a question that asks more or less than a wording is another question.
 * What stands in most wordings about a thing names the thing; the rest says what is asked of it, and counts as much by itself.
 */
function likeness(question: Reading, wording: Reading, counts: ReadonlyMap<string, number>): number {
  const there = question.parts.map((part) => heldBy(part, wording));
  const back = wording.parts.map((part) => heldBy(part, question));
  const plain = ({ weight }: Part) => weight;
  const asks = (part: Part) => part.weight * Math.max(leastAsked, 1 - localShare(part, counts));
  const whole = harmonic(share(question.parts, there, plain), share(wording.parts, back, plain));
  const asked = harmonic(share(question.parts, there, asks), share(wording.parts, back, asks));
  const shared = namesAlone(question, there) ? onlyNames : 1;
  return shared * ((1 - askedShare) * whole + askedShare * asked) * agreement(question.kinds, wording.kinds);
}

/** True when a question asks something of what it names, and nothing of that is held. */
function namesAlone({ parts }: Reading, levels: readonly number[]): boolean {
  const things = parts.flatMap(({ role }, place) => (role === 'topic' || role === 'verb' ? [levels[place] ?? 0] : []));
  return things.length > 0 && things.every((level) => level < 0.5);
}

/** How well a text holds a part, 0 to 1: by a concept in common, else by its words. */
function heldBy({ concepts, phrases }: Part, { parts, bag }: Reading): number {
  if (parts.some((other) => other.concepts.some((concept) => concepts.includes(concept)))) return 1;
  let best = 0;
  for (const phrase of phrases) {
    best = Math.max(best, matchPhrase(phrase, bag));
    if (best === 1) break;
  }
  return best;
}

function share(parts: readonly Part[], levels: readonly number[], weigh: (part: Part) => number): number {
  let held = 0;
  let total = 0;
  for (const [place, part] of parts.entries()) {
    const weight = weigh(part);
    held += weight * (levels[place] ?? 0);
    total += weight;
  }
  return total === 0 ? 0 : held / total;
}

function harmonic(one: number, other: number): number {
  return one + other === 0 ? 0 : (2 * one * other) / (one + other);
}

/** Kinds of things asked for, each with the intents that ask for it. */
const askedKinds: readonly (readonly Intent[])[] = [
  ['who', 'responsible', 'post'],
  ['partner'],
  ['when', 'timetable', 'start'],
  ['duration'],
  ['count'],
  ['target'],
  ['where'],
  ['why'],
  ['contact'],
  ['light'],
  ['education'],
  ['previous'],
  ['said'],
  ['compare'],
];

function kindsOf({ intents, text, people }: Understanding): number[] {
  const asks = (intent: Intent) =>
    intents.has(intent) && (intent !== 'said' || intents.has('who') || people.length > 0);
  const kinds = askedKinds.flatMap((kind, place) => (kind.some(asks) ? [place] : []));
  return asksMoney(text) ? [...kinds, askedKinds.length] : kinds;
}

/** Less than 1 where a question asks for another kind of thing than a wording: who for when, how many for who. */
function agreement(one: readonly number[], other: readonly number[]): number {
  const all = new Set([...one, ...other]);
  const both = one.filter((kind) => other.includes(kind)).length;
  return all.size === 0 ? 1 : 1 - otherKind * (1 - both / all.size);
}

function queryOf({ groups, language }: Understanding) {
  return groups.map(({ role, alternatives }) => ({
    weight: roleWeight[role],
    alternatives: alternatives[language].slice(0, 12).map((text, place) => ({ text, weight: place === 0 ? 1 : 0.7 })),
  }));
}

/** A text as evidence. */
export function textUnit({ text, language }: Pick<Understanding, 'text' | 'language'>): Unit {
  return {
    key: `wording:${language}:${text}`,
    source: '',
    cities: [],
    words: { [language]: text },
    around: {},
    names: {},
    description: null,
    content: { kind: 'article', passages: [] },
  };
}
