import { type Language, languages } from '../domain/language.ts';
import type { Wording } from '../domain/wording.ts';
import { analyse } from '../retrieval/analysis.ts';
import type { LexicalIndex } from '../retrieval/lexical-index.ts';
import type { EvidenceReader } from './evidence.ts';
import { type IndexedText, type OpenedIndexes, textKey } from './open-indexes.ts';
import type { Group, Understand, Understanding } from './understand.ts';
import type { Unit } from './units.ts';

/** A record whose wording is like a question. `score` is 1 for the same words, 0 for nothing in common. */
export type WordingMatch = { wording: Wording; score: number };

/** The records asked about in the way of a question, most alike first, each once. */
export type ReadWordings = (question: Understanding) => WordingMatch[];

/** How many wordings are compared with a question. */
const compared = 16;
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
  return (question) => {
    const index = indexes.find(({ language }) => language === question.language);
    if (!index || index.size === 0 || question.groups.length === 0) return [];
    const best = new Map<Wording, number>();
    for (const { key } of index.search(queryOf(question), { limit: compared })) {
      const [record = 0, way = 0] = textKey(key).split(':').map(Number);
      const wording = wordings[record];
      const text = wording?.[question.language][way];
      if (!wording || text === undefined) continue;
      const score = likeness(question, reading(text, question.language), index, readEvidence);
      if (score > (best.get(wording) ?? 0)) best.set(wording, score);
    }
    return [...best].map(([wording, score]) => ({ wording, score })).toSorted((a, b) => b.score - a.score);
  };
}

function queryOf({ groups, language }: Understanding) {
  return groups.map(({ role, alternatives }) => ({
    weight: roleWeight[role],
    alternatives: alternatives[language].slice(0, 12).map((text, place) => ({ text, weight: place === 0 ? 1 : 0.7 })),
  }));
}

/** The share of each that the other holds, as their harmonic mean: a question that asks more or less than a wording is another question. */
function likeness(
  question: Understanding,
  wording: Understanding,
  index: LexicalIndex,
  readEvidence: EvidenceReader,
): number {
  const there = shareHeld(question.groups, textUnit(wording), index, readEvidence);
  const back = shareHeld(wording.groups, textUnit(question), index, readEvidence);
  return there + back === 0 ? 0 : (2 * there * back) / (there + back);
}

function shareHeld(groups: readonly Group[], unit: Unit, index: LexicalIndex, readEvidence: EvidenceReader): number {
  const levels = readEvidence(unit, groups);
  let held = 0;
  let total = 0;
  for (const [place, group] of groups.entries()) {
    const weight = roleWeight[group.role] * rarity(group, index);
    held += weight * (levels[place]?.own ?? 0);
    total += weight;
  }
  return total === 0 ? 0 : held / total;
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

function textUnit({ text, language }: Understanding): Unit {
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
