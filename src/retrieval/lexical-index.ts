import type { Language } from '../domain/language.ts';
import { analyse, stemWord, type Token } from './analysis.ts';
import { buildIndexData, type LexicalDocument, type LexicalIndexData, subwordTerms } from './lexical-index-builder.ts';
import {
  type Accumulator,
  addScore,
  addTermsScores,
  type Bm25,
  clearAccumulator,
  createAccumulator,
  documentFrequency,
  findTerms,
  type FoundTerms,
  inverseDocumentFrequency,
  lengthNorms,
  type ScoredField,
} from './lexical-index-field.ts';
import { countStrings, stringAt } from './lexical-index-strings.ts';
import { topScores } from './lexical-index-top.ts';
import { remember } from './remember.ts';

export type { LexicalDocument } from './lexical-index-builder.ts';

/** Chosen on three development sets (Swedish FAQ, Swedish and Finnish encyclopedia), none of which it makes worse than 1.2. */
const bm25: Bm25 = { k1: 0.9, b: 0.75 };
const gramWeight = 1.2;

/**
 * A part of a query that counts once for a document: the best of its alternatives, times `weight`. A synonym group, or
 * the translations of one word. Weights are positive; a text of several words is the sum of its words.
 */
export type QueryGroup = { weight: number; alternatives: readonly { text: string; weight: number }[] };

export type Hit = {
  /** 0-based position of the document among those the index was built of. */
  ordinal: number;
  key: string;
  /** Sum of weighted BM25 scores, above 0; comparable within one index only. */
  score: number;
};

export type SearchOptions = {
  /** The most hits to return. Default 10. */
  limit?: number;
  /** Leaves documents out; called only for those that would be among the hits. */
  filter?: (ordinal: number) => boolean;
};

/** A read-only index over documents of one language. */
export type LexicalIndex = {
  language: Language;
  /** Number of documents. */
  size: number;
  /** Key of a document; a RangeError for an ordinal that is none. */
  keyAt: (ordinal: number) => string;
  /** The best documents first, equals by ordinal; none when nothing of the query occurs. */
  search: (query: string | readonly QueryGroup[], options?: SearchOptions) => Hit[];
  /** In how many documents a stem (of `analyse`) occurs. */
  documentFrequency: (stem: string) => number;
  /** BM25's inverse document frequency of a stem: ln(1 + (N − df + 0.5) / (df + 0.5)); highest for an unknown one. */
  idf: (stem: string) => number;
  /** What the index is made of, for its snapshot and its update. */
  data: LexicalIndexData;
};

/** Stems of neighbouring words written as one, since what one person writes apart another joins ("puoliso ohjelma"). */
const joinedStems = (tokens: readonly Token[], language: Language): string[] => {
  const words = tokens.filter((token) => token.kind === 'word');
  return words.flatMap((token, index) => {
    const next = words[index + 1];
    if (next === undefined || next.position !== token.position + 1 || token.stop || next.stop) return [];
    return [stemWord(token.word + next.word, language)];
  });
};

/** What of a query's text the index holds. */
type QueryTerms = { stems: FoundTerms; grams: FoundTerms };

const findQueryTerms = (text: string, { language, stems, grams }: LexicalIndexData): QueryTerms => {
  const tokens = analyse(text, language);
  return {
    stems: findTerms(stems, [...tokens.map((token) => token.stem), ...joinedStems(tokens, language)]),
    grams: findTerms(
      grams,
      tokens.flatMap((token) => (token.kind === 'derived' ? [] : subwordTerms(token.word))),
    ),
  };
};

/** The analysis of so many texts is kept, if they are no longer than a term's wording: questions share their concepts' wordings. */
const keptTexts = 10_000;
const longestKept = 60;

/** Serves searches on finished data. */
export const createLexicalIndex = (data: LexicalIndexData): LexicalIndex => {
  const size = countStrings(data.keys);
  const { language } = data;
  const stems: ScoredField = { field: data.stems, norms: lengthNorms(data.stems.lengths, bm25), k1: bm25.k1 };
  const grams: ScoredField = { field: data.grams, norms: lengthNorms(data.grams.lengths, bm25), k1: bm25.k1 };
  const total = createAccumulator(size);
  const best = createAccumulator(size);
  const alternative = createAccumulator(size);

  const termsOf = remember(keptTexts, (text) => findQueryTerms(text, data));

  const addText = (text: string, weight: number, into: Accumulator): void => {
    const terms = text.length > longestKept ? findQueryTerms(text, data) : termsOf(text);
    addTermsScores(stems, terms.stems, weight, into);
    addTermsScores(grams, terms.grams, weight * gramWeight, into);
  };

  const addGroup = ({ weight, alternatives }: QueryGroup): void => {
    for (const { text, weight: own } of alternatives) {
      addText(text, weight * own, alternative);
      for (let index = 0; index < alternative.count; index += 1) {
        const ordinal = alternative.touched[index] ?? 0;
        const gain = (alternative.scores[ordinal] ?? 0) - (best.scores[ordinal] ?? 0);
        if (gain > 0) addScore(best, ordinal, gain);
      }
      clearAccumulator(alternative);
    }
    for (let index = 0; index < best.count; index += 1) {
      const ordinal = best.touched[index] ?? 0;
      addScore(total, ordinal, best.scores[ordinal] ?? 0);
    }
    clearAccumulator(best);
  };

  const search = (query: string | readonly QueryGroup[], { limit = 10, filter }: SearchOptions = {}): Hit[] => {
    if (typeof query === 'string') addText(query, 1, total);
    else for (const group of query) addGroup(group);
    try {
      const hits = topScores(total, limit, filter ?? (() => true));
      return hits.map(({ ordinal, score }) => ({ ordinal, key: stringAt(data.keys, ordinal), score }));
    } finally {
      clearAccumulator(total);
    }
  };

  return {
    language,
    size,
    keyAt: (ordinal) => stringAt(data.keys, ordinal),
    search,
    documentFrequency: (stem) => documentFrequency(data.stems, stem),
    idf: (stem) => inverseDocumentFrequency(size, documentFrequency(data.stems, stem)),
    data,
  };
};

/** Builds an index over `documents`, which are read once, one at a time. */
export const buildLexicalIndex = (documents: Iterable<LexicalDocument>, language: Language): LexicalIndex =>
  createLexicalIndex(buildIndexData(documents, language, null).data);

/**
 * The index over `documents`, the same as a fresh one; what `old` holds under the same key is not analysed again.
 * Returns also how many documents were analysed and how many taken over.
 */
export const updateLexicalIndex = (
  old: LexicalIndex,
  documents: Iterable<LexicalDocument>,
): { index: LexicalIndex; analysed: number; reused: number } => {
  const { data, analysed, reused } = buildIndexData(documents, old.language, old.data);
  return { index: createLexicalIndex(data), analysed, reused };
};
