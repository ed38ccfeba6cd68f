import { type Language, languages } from '../domain/language.ts';
import type { Wording } from '../domain/wording.ts';
import { analyse } from '../retrieval/analysis.ts';
import type { LexicalIndex } from '../retrieval/lexical-index.ts';
import type { EvidenceReader } from './evidence.ts';
import { type IndexedText, type OpenedIndexes, textKey } from './open-indexes.ts';
import type { Intent } from './intents.ts';
import { asksMoney } from './sentence-type.ts';
import type { Group, Understand, Understanding } from './understand.ts';
import type { Unit } from './units.ts';

/** A record with the wording that is most like a question. `score` is 1 for the same words, 0 for nothing in common. */
export type WordingMatch = {
  wording: Wording;
  text: string;
  score: number;
  whole: number;
  asked: number;
  agree: number;
};

/** The records asked about in the way of a question, most alike first, each once. */
export type ReadWordings = (question: Understanding) => WordingMatch[];

/** How many wordings are compared with a question. */
const compared = 40;
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
/** How much likeness is lost when wholly other kinds of things are asked for. */
const otherKind = 0.5;

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
  readEvidence: EvidenceReader,
): ReadWordings {
  const understood = new Map<string, Understanding>();
  const reading = (text: string, language: Language): Understanding => {
    const key = `${language}:${text}`;
    const known = understood.get(key) ?? understand(text, language);
    understood.set(key, known);
    return known;
  };
  const about = Map.groupBy(wordings, (wording) => wording.about);
  const counts = new Map<string, ReadonlyMap<string, number>>();
  return (question) => {
    const localShare = (thing: string): LocalShare => {
      const key = `${question.language}:${thing}`;
      const known =
        counts.get(key) ??
        countStems(
          (about.get(thing) ?? []).flatMap((wording) => wording[question.language]),
          question.language,
        );
      counts.set(key, known);
      return (group) => shareOfStems(group, question.language, known);
    };
    const index = indexes.find(({ language }) => language === question.language);
    if (!index || index.size === 0 || question.groups.length === 0) return [];
    const best = new Map<Wording, WordingMatch>();
    for (const { key } of index.search(queryOf(question), { limit: compared })) {
      const [record = 0, way = 0] = textKey(key).split(':').map(Number);
      const wording = wordings[record];
      const text = wording?.[question.language][way];
      if (!wording || text === undefined) continue;
      const score = likeness(
        question,
        reading(text, question.language),
        index,
        readEvidence,
        localShare(wording.about),
      );
      if (score > (best.get(wording)?.score ?? 0)) best.set(wording, { wording, text, score });
    }
    return [...best.values()].toSorted((a, b) => b.score - a.score);
  };
}

/** In how many texts each stem stands; under "" how many texts there are. */
function countStems(texts: readonly string[], language: Language): Map<string, number> {
  const counts = new Map<string, number>([['', texts.length]]);
  for (const text of texts)
    for (const stem of new Set(analyse(text, language).map((token) => token.stem)))
      counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return counts;
}

function shareOfStems(
  { surface, alternatives }: Group,
  language: Language,
  counts: ReadonlyMap<string, number>,
): number {
  const total = counts.get('') ?? 0;
  const shares = [surface, ...alternatives[language]].map((text) => {
    const words = analyse(text, language).filter(({ stop, kind }) => !stop && kind !== 'derived');
    return words.length === 0 ? 0 : Math.min(...words.map(({ stem }) => (counts.get(stem) ?? 0) / total));
  });
  return Math.min(
    1,
    shares.reduce((sum, one) => sum + one, 0),
  );
}

function queryOf({ groups, language }: Understanding) {
  return groups.map(({ role, alternatives }) => ({
    weight: roleWeight[role],
    alternatives: alternatives[language].slice(0, 12).map((text, place) => ({ text, weight: place === 0 ? 1 : 0.7 })),
  }));
}

/** How common a group is among the wordings about one thing, 0 to 1. */
type LocalShare = (group: Group) => number;

/**
 * The share of each that the other holds, as their harmonic mean: a question that asks more or less than a wording is another question.
 * What stands in most wordings about a thing names the thing; the rest says what is asked of it, and counts as much by itself.
 */
function likeness(
  question: Understanding,
  wording: Understanding,
  index: LexicalIndex,
  readEvidence: EvidenceReader,
  localShare: LocalShare,
): number {
  const there = readEvidence(textUnit(wording), question.groups).map(({ own }) => own);
  const back = readEvidence(textUnit(question), wording.groups).map(({ own }) => own);
  const weigh = (group: Group) => roleWeight[group.role] * rarity(group, index);
  const asks = (group: Group) => weigh(group) * Math.max(leastAsked, 1 - localShare(group));
  const whole = harmonic(share(question.groups, there, weigh), share(wording.groups, back, weigh));
  const asked = harmonic(share(question.groups, there, asks), share(wording.groups, back, asks));
  return ((1 - askedShare) * whole + askedShare * asked) * agreement(question, wording);
}

function share(groups: readonly Group[], levels: readonly number[], weigh: (group: Group) => number): number {
  let held = 0;
  let total = 0;
  for (const [place, group] of groups.entries()) {
    const weight = weigh(group);
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
  ['when', 'timetable', 'start', 'duration'],
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

function kindsOf({ intents, text }: Understanding): number[] {
  const kinds = askedKinds.flatMap((kind, place) => (kind.some((intent) => intents.has(intent)) ? [place] : []));
  return asksMoney(text) ? [...kinds, askedKinds.length] : kinds;
}

/** Less than 1 where a question asks for another kind of thing than a wording: who for when, how many for who. */
function agreement(question: Understanding, wording: Understanding): number {
  const one = kindsOf(question);
  const other = kindsOf(wording);
  const all = new Set([...one, ...other]);
  const both = one.filter((kind) => other.includes(kind)).length;
  return all.size === 0 ? 1 : 1 - otherKind * (1 - both / all.size);
}

/** How much a group says among all wordings: the idf of its rarest word, in whichever of its wordings is the most usual. */
function rarity({ surface, alternatives }: Group, index: LexicalIndex): number {
  const ways = [surface, ...alternatives[index.language].slice(0, 1)];
  const idf = (text: string) => {
    const words = analyse(text, index.language).filter(({ stop, kind }) => !stop && kind !== 'derived');
    return Math.max(0.5, ...words.map(({ stem }) => index.idf(stem)));
  };
  return Math.min(...ways.map(idf));
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
