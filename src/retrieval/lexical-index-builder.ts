import type { Language } from '../domain/language.ts';
import { analyse, wordGrams } from './analysis.ts';
import { maxOrdinals, type PostingField } from './lexical-index-field.ts';
import { createFieldBuilder, type FieldBuilder, type FieldRows, fieldRows } from './lexical-index-inverter.ts';
import { countStrings, type PackedStrings, packStrings, stringAt } from './lexical-index-strings.ts';

/** Words whose terms are remembered while building; about 200 bytes each. */
const maxRememberedWords = 100_000;

/** What an index is made of; all of it goes into a snapshot. */
export type LexicalIndexData = {
  language: Language;
  /** The documents' keys by ordinal. */
  keys: PackedStrings;
  /** Stems of all tokens. */
  stems: PostingField;
  /** Subword terms of all tokens but derived ones; see `subwordTerms`. */
  grams: PostingField;
};

export type LexicalDocument = {
  /** The hash of `text`: documents of the same key have the same text. */
  key: string;
  text: string;
};

const prefixLength = 5;

/**
 * Character 4-grams of the padded word, and its first five letters. Grams reach inside compounds and past inflection;
 * the prefix stands for the stem where the stemmer leaves one word with several.
 */
export const subwordTerms = (word: string): string[] => [...wordGrams(word), `^${word.slice(0, prefixLength)}`];

/** Numbers of a word's subword terms, remembered because most words of a text have been seen before. */
const createGramNumbers = (grams: FieldBuilder) => {
  let remembered = new Map<string, readonly number[]>();
  return (word: string): readonly number[] => {
    const known = remembered.get(word);
    if (known !== undefined) return known;
    const ids = subwordTerms(word).map(grams.idOf);
    if (remembered.size >= maxRememberedWords) remembered = new Map();
    remembered.set(word, ids);
    return ids;
  };
};

const addRow = (builder: FieldBuilder, rows: FieldRows, ids: Int32Array, ordinal: number): void => {
  rows.forEachTerm(ordinal, (term, frequency) => {
    let id = ids[term] ?? -1;
    if (id < 0) {
      id = builder.idOf(rows.termAt(term));
      ids[term] = id;
    }
    builder.add(id, frequency);
  });
  builder.endDocument(rows.lengthAt(ordinal));
};

/** Copies documents of an older index by their terms, without analysing them again. */
const createCopier = (old: LexicalIndexData, stems: FieldBuilder, grams: FieldBuilder) => {
  const ordinals = new Map<string, number>();
  for (let ordinal = 0; ordinal < countStrings(old.keys); ordinal += 1)
    ordinals.set(stringAt(old.keys, ordinal), ordinal);
  const stemRows = fieldRows(old.stems);
  const gramRows = fieldRows(old.grams);
  const stemIds = new Int32Array(stemRows.termCount).fill(-1);
  const gramIds = new Int32Array(gramRows.termCount).fill(-1);
  /** False when the older index has no document of this key. */
  return (key: string): boolean => {
    const ordinal = ordinals.get(key);
    if (ordinal === undefined) return false;
    addRow(stems, stemRows, stemIds, ordinal);
    addRow(grams, gramRows, gramIds, ordinal);
    return true;
  };
};

/**
 * Builds the fields of an index, taking over from `old` (of the same language) the documents whose key it has. The
 * result does not depend on `old`. Returns also how many documents were analysed and how many taken over.
 * More than 2^24 documents are a RangeError.
 */
export const buildIndexData = (
  documents: Iterable<LexicalDocument>,
  language: Language,
  old: LexicalIndexData | null,
): { data: LexicalIndexData; analysed: number; reused: number } => {
  const stems = createFieldBuilder();
  const grams = createFieldBuilder();
  const gramNumbers = createGramNumbers(grams);
  const copy = old === null ? () => false : createCopier(old, stems, grams);
  const keys: string[] = [];
  let reused = 0;
  for (const { key, text } of documents) {
    if (keys.length >= maxOrdinals) throw new RangeError(`more than ${maxOrdinals} documents`);
    keys.push(key);
    if (copy(key)) {
      reused += 1;
      continue;
    }
    const tokens = analyse(text, language);
    let gramCount = 0;
    for (const token of tokens) {
      stems.add(stems.idOf(token.stem), 1);
      if (token.kind === 'derived') continue;
      const ids = gramNumbers(token.word);
      for (const id of ids) grams.add(id, 1);
      gramCount += ids.length;
    }
    stems.endDocument(tokens.length);
    grams.endDocument(gramCount);
  }
  const data = { language, keys: packStrings(keys), stems: stems.finish(), grams: grams.finish() };
  return { data, analysed: keys.length - reused, reused };
};
