import { type Language, languages } from '../../domain/language.ts';
import { type Token, analyse, foldWord } from '../../retrieval/analysis.ts';
import { answersIn } from '../../texts/answers/answers.ts';
import type { Composing } from '../draft.ts';
import { createEvidenceReader } from '../evidence.ts';
import type { KnowledgeBase } from '../knowledge-base.ts';
import { type EvidenceItem, statedWords } from '../evidence-item.ts';
import { isNameForm } from '../people-index.ts';
import type { Group } from '../understand.ts';
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
  const { base, language } = composing;
  const own = items.flatMap((item) => {
    const { words: said } = withoutLabel(item.text, item.language);
    return [
      readText(item.speaker === null ? said : `${item.speaker}: ${said}`, item.language),
      ...(item.translation === null ? [] : [readText(item.translation, language)]),
    ];
  });
  const around = items.flatMap((item) => [
    readText(withoutLabel(item.text, item.language).label, item.language),
    readText(item.about, language),
    readText(`${item.document.title}; ${item.document.publisher}`, item.citations[0] ? item.language : language),
    readText(statedWords(composing, item), language),
  ]);
  const cells = items.flatMap(({ kind, field, responsible }) =>
    responsible && (kind === 'record' || field === 'responsible')
      ? [...responsible.leads, ...responsible.partners]
      : [],
  );
  const bodiesOf = (texts: readonly ReadText[]) =>
    texts.flatMap((read) => bodiesIn(base.catalogue, read.text, read.language).map(({ id }) => id));
  const words: Words = {};
  for (const written of languages) {
    const texts = [...own, ...around].filter((read) => read.language === written).map(({ text }) => text);
    if (texts.length > 0) words[written] = texts.join('\n');
  }
  const read = createEvidenceReader(4);
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
  return {
    items,
    own,
    around,
    naming: [
      ...own,
      ...items.flatMap(({ about, document }) => (about === document.title ? [] : [readText(about, language)])),
      ...items.map(({ document }) => readText(document.publisher, language)),
    ],
    concepts: new Set([...own, ...around].flatMap((text) => conceptsOf(base, text))),
    bodies: new Set([...bodiesOf(own), ...cells]),
    bodiesAround: new Set(bodiesOf(around)),
    places: new Set(own.flatMap((text) => placesIn(base, text))),
    cities: new Set(items.flatMap(({ cities }) => cities)),
    levelOf: (group) => read(unit, [group])[0]?.own ?? 0,
  };
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
