import { type Language, languages } from '../../domain/language.ts';
import { type Token, analyse, foldWord } from '../../retrieval/analysis.ts';
import { answersIn } from '../../texts/answers/answers.ts';
import type { Composing } from '../draft.ts';
import { createEvidenceReader } from '../evidence.ts';
import type { KnowledgeBase } from '../knowledge-base.ts';
import { type EvidenceItem, statedWords } from '../evidence-item.ts';
import { isNameForm } from '../people-index.ts';
import type { Group } from '../groups.ts';
import type { Unit, Words } from '../units.ts';
import { bodiesIn } from './bodies.ts';
import { type Value, readValues } from './values.ts';

/** A text in one language, read once. */
export type ReadText = { text: string; language: Language; tokens: readonly Token[]; values: readonly Value[] };

/** What evidence says: its own words with their translations, and what stands around it. */
export type Reading = {
  items: readonly EvidenceItem[];
  /** The items' words and their translations. */
  own: readonly ReadText[];
  /** What they belong to and when it was stated. */
  around: readonly ReadText[];
  /** The months as of which a state or follow-up tells. */
  asOf: readonly ReadText[];
  /** What names are looked for in: a document's title names people of whom an item does not speak. */
  naming: readonly ReadText[];
  /** Concepts named in the words and around them, by the ids of the term bank. */
  concepts: ReadonlySet<string>;
  /** Ids of the organisations named in the words, and around them. */
  bodies: ReadonlySet<string>;
  bodiesAround: ReadonlySet<string>;
  /** Finnish names of the places that the items' own words name. */
  places: ReadonlySet<string>;
  /** Finnish names of the municipalities that the items are about. */
  cities: ReadonlySet<string>;
  /** How well the items hold a group of words, 0 to 1, in any language. */
  levelOf: (group: Group) => number;
};

export function readText(text: string, language: Language): ReadText {
  return { text, language, tokens: analyse(text, language), values: readValues(text) };
}

/** Reads the evidence that a sentence names. */
export function readEvidence(composing: Composing, items: readonly EvidenceItem[]): Reading {
  const { base } = composing;
  const own = items.flatMap((item) => readOwn(item, composing.language));
  const around = items.flatMap((item) => readAround(composing, item));
  const cells = items.flatMap(({ kind, field, responsible }) =>
    responsible && (kind === 'record' || field === 'responsible')
      ? [...responsible.leads, ...responsible.partners]
      : [],
  );
  const bodiesOf = (texts: readonly ReadText[]) =>
    texts.flatMap((read) => bodiesIn(base.catalogue, read.text, read.language).map(({ id }) => id));
  return {
    items,
    own,
    around,
    asOf: items.flatMap((item) => readAsOf(composing, item)),
    naming: [...own, ...items.flatMap((item) => readNaming(item, composing.language))],
    concepts: new Set([...own, ...around].flatMap((text) => conceptsOf(base, text))),
    bodies: new Set([...bodiesOf(own), ...cells]),
    bodiesAround: new Set(bodiesOf(around)),
    places: new Set(own.flatMap((text) => placesIn(base, text))),
    cities: new Set(items.flatMap(({ cities }) => cities)),
    levelOf: levelReader([...own, ...around]),
  };
}

function readOwn({ text, language, speaker, translation }: EvidenceItem, into: Language): ReadText[] {
  const { words } = withoutLabel(text, language);
  return [
    readText(speaker === null ? words : `${speaker}: ${words}`, language),
    ...(translation === null ? [] : [readText(translation, into)]),
  ];
}

function readAround(composing: Composing, item: EvidenceItem): ReadText[] {
  const { about, document, text, language } = item;
  return [
    readText(withoutLabel(text, language).label, language),
    readText(about, composing.language),
    readText(`${document.title}; ${document.publisher}`, language),
    readText(statedWords(composing, item), composing.language),
  ];
}

function readAsOf(composing: Composing, item: EvidenceItem): ReadText[] {
  const followed = item.field === 'followUp' || item.field === 'state';
  return [
    readText(withoutLabel(item.text, item.language).label, item.language),
    ...(followed ? [readText(statedWords(composing, item), composing.language)] : []),
  ];
}

function readNaming({ about, document }: EvidenceItem, language: Language): ReadText[] {
  return [...(about === document.title ? [] : [readText(about, language)]), readText(document.publisher, language)];
}

function levelReader(texts: readonly ReadText[]): Reading['levelOf'] {
  const words: Words = {};
  for (const language of languages) {
    const inIt = texts.filter((read) => read.language === language).map(({ text }) => text);
    if (inIt.length > 0) words[language] = inIt.join('\n');
  }
  const unit: Unit = {
    key: 'evidence',
    source: '',
    cities: [],
    words,
    around: {},
    names: {},
    description: null,
    content: { kind: 'article', passages: [] },
  };
  const read = createEvidenceReader(2);
  return (group) => read(unit, [group])[0]?.own ?? 0;
}

/** A composed line without what it begins with when it tells a state or follow-up: the month there is when that was stated, not what it says. */
export function withoutLabel(text: string, language: Language): { label: string; words: string } {
  const { followUp, state } = answersIn(language);
  const [begin = '', end = ''] = followUp('\u0000').split('\u0000');
  const [stateBegin = ''] = state('\u0000', '').split('\u0000');
  const at = text.indexOf(': ');
  const start = text.slice(0, at);
  const labelled = (start.startsWith(begin) && start.endsWith(end)) || start.startsWith(stateBegin);
  return at > 0 && at < longestLabel && labelled
    ? { label: start, words: text.slice(at + 2) }
    : { label: '', words: text };
}

const longestLabel = 40;

function conceptsOf(base: KnowledgeBase, { text, language }: ReadText): string[] {
  return base.understand(text, language).groups.flatMap(({ terms }) => terms.map(({ id }) => id));
}

/** Municipalities that a text names, also within the names of bodies ("koncernstaben i Esbo stad") and of those who live there ("vaasalaisten"). */
export function placesIn({ catalogue, understand }: KnowledgeBase, { text, language, tokens }: ReadText): string[] {
  const cities = catalogue.terms.filter(({ area }) => area === 'municipalities');
  const names = tokens.filter(({ start }) => /\p{Lu}/u.test(text.normalize('NFC').charAt(start)));
  const named = cities.filter(({ fi, sv, en, forms }) =>
    [...fi, ...sv, ...en, ...(forms?.fi ?? [])]
      .map(foldWord)
      .some(
        (city) =>
          names.some(({ word }) => isNameForm(word, city)) ||
          tokens.some(({ word }) => word.startsWith(city) && people.test(word.slice(city.length))),
      ),
  );
  return [...understand(text, language).places, ...named.flatMap(({ fi: [name] }) => name ?? [])];
}

/** How the people and companies of a place are called, after its name. */
const people = /^(?:l[aä]i|are|arna|bo(?:r|rna|n)?$)/u;

/** The texts in a language; all of them where none is in it. */
export function textsIn(texts: readonly ReadText[], language: Language): readonly ReadText[] {
  const inIt = texts.filter((text) => text.language === language);
  return inIt.length > 0 ? inIt : texts;
}

/** Folded words of texts. */
export function wordsOf(texts: readonly ReadText[]): ReadonlySet<string> {
  return new Set(texts.flatMap(({ text }) => [...text.matchAll(/[\p{L}\p{M}\d]+/gu)].map(([word]) => foldWord(word))));
}
