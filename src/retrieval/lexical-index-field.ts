import { findString, type PackedStrings } from './lexical-index-strings.ts';

/** Bits of a packed entry that hold the term frequency; the 24 bits above hold the document or term. */
export const frequencyBits = 8;
/** A higher term frequency counts as this: BM25 is within 0.4 % of its ceiling there. */
export const maxFrequency = 2 ** frequencyBits - 1;
/** More documents, or more distinct terms, do not fit a packed entry. */
export const maxOrdinals = 2 ** (32 - frequencyBits);

/** An inverted index over one kind of term. */
export type PostingField = {
  /** The distinct terms, sorted by UTF-16 code unit. */
  terms: PackedStrings;
  /** One more than there are terms: the postings of term `t` are `offsets[t]` up to `offsets[t + 1]`. */
  offsets: Uint32Array;
  /** Document ordinal above `frequencyBits`, term frequency in them; by ascending ordinal within a term. */
  postings: Uint32Array;
  /** Number of term occurrences in each document. */
  lengths: Uint32Array;
};

/** How many documents hold `term`. */
export const documentFrequency = (field: PostingField, term: string): number => {
  const index = findString(field.terms, term);
  return index < 0 ? 0 : (field.offsets[index + 1] ?? 0) - (field.offsets[index] ?? 0);
};

/** Inverse document frequency in BM25 as Lucene has it: ln(1 + (N − df + 0.5) / (df + 0.5)), always positive. */
export const inverseDocumentFrequency = (documents: number, frequency: number): number =>
  Math.log(1 + (documents - frequency + 0.5) / (frequency + 0.5));

/** Parameters of BM25 (Robertson and Zaragoza 2009): saturation of the term frequency, and weight of the document length. */
export type Bm25 = { k1: number; b: number };

/** BM25's length normalisation of each document: k1 · (1 − b + b · length / mean length). */
export const lengthNorms = (lengths: Uint32Array, { k1, b }: Bm25): Float64Array => {
  let total = 0;
  for (const length of lengths) total += length;
  const mean = total === 0 ? 1 : total / lengths.length;
  return Float64Array.from(lengths, (length) => k1 * (1 - b + (b * length) / mean));
};

/** Scores by document ordinal, with the ordinals that have one. */
export type Accumulator = { scores: Float64Array; touched: Uint32Array; count: number };

export const createAccumulator = (documents: number): Accumulator => ({
  scores: new Float64Array(documents),
  touched: new Uint32Array(documents),
  count: 0,
});

/** Takes the accumulator back to no scores. */
export const clearAccumulator = (accumulator: Accumulator): void => {
  for (let index = 0; index < accumulator.count; index += 1) accumulator.scores[accumulator.touched[index] ?? 0] = 0;
  accumulator.count = 0;
};

/** Adds `score` (positive) to the document's. */
export const addScore = (accumulator: Accumulator, ordinal: number, score: number): void => {
  const before = accumulator.scores[ordinal] ?? 0;
  if (before === 0) {
    accumulator.touched[accumulator.count] = ordinal;
    accumulator.count += 1;
  }
  accumulator.scores[ordinal] = before + score;
};

/** A field with what its scoring needs. */
export type ScoredField = { field: PostingField; norms: Float64Array; k1: number };

/** Terms of a query that the field holds: their indexes, each with how often it occurs in the query. */
export type FoundTerms = { indexes: Uint32Array; counts: Uint32Array };

/** Looks the terms of a query up, each once. */
export const findTerms = (field: PostingField, terms: readonly string[]): FoundTerms => {
  const counts = new Map<number, number>();
  for (const term of terms) {
    const index = findString(field.terms, term);
    if (index >= 0) counts.set(index, (counts.get(index) ?? 0) + 1);
  }
  return { indexes: Uint32Array.from(counts.keys()), counts: Uint32Array.from(counts.values()) };
};

/** Adds `weight` × BM25 of each term, times how often it is asked for, to every document that holds it. `weight` is positive. */
export const addTermsScores = (scored: ScoredField, terms: FoundTerms, weight: number, into: Accumulator): void => {
  for (let at = 0; at < terms.indexes.length; at += 1)
    addTermScores(scored, terms.indexes[at] ?? 0, weight * (terms.counts[at] ?? 1), into);
};

const addTermScores = (scored: ScoredField, index: number, weight: number, into: Accumulator): void => {
  const { field, norms, k1 } = scored;
  const start = field.offsets[index] ?? 0;
  const end = field.offsets[index + 1] ?? 0;
  const peak = weight * (k1 + 1) * inverseDocumentFrequency(norms.length, end - start);
  const { scores, touched } = into;
  let { count } = into;
  // Written out, not by `addScore`: this loop is the whole cost of a search.
  for (let at = start; at < end; at += 1) {
    const entry = field.postings[at] ?? 0;
    const ordinal = entry >>> frequencyBits;
    const frequency = entry & maxFrequency;
    const before = scores[ordinal] ?? 0;
    if (before === 0) {
      touched[count] = ordinal;
      count += 1;
    }
    scores[ordinal] = before + (peak * frequency) / (frequency + (norms[ordinal] ?? 0));
  }
  into.count = count;
};
