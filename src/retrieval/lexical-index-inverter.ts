import { frequencyBits, maxFrequency, maxOrdinals, type PostingField } from './lexical-index-field.ts';
import { countStrings, packStrings, stringAt } from './lexical-index-strings.ts';

/** Chunks of a growing list double from the one length to the other, in numbers of 4 bytes. */
const chunkLengths = { first: 2 ** 12, last: 2 ** 23 };

/** A list of 32-bit numbers that grows without ever being copied. */
const createNumberList = () => {
  const chunks: Uint32Array<ArrayBuffer>[] = [];
  let last = new Uint32Array(0);
  let used = 0;
  return {
    push: (value: number): void => {
      if (used === last.length) {
        last = new Uint32Array(Math.min(Math.max(2 * last.length, chunkLengths.first), chunkLengths.last));
        chunks.push(last);
        used = 0;
      }
      last[used] = value;
      used += 1;
    },
    /** The numbers in order, in parts; only to be read before the next push. */
    parts: (): Uint32Array[] => chunks.map((chunk) => (chunk === last ? chunk.subarray(0, used) : chunk)),
    /** Gives the memory back at once, not when it is collected. The list and its parts are not to be used after it. */
    release: (): void => {
      for (const chunk of chunks) chunk.buffer.transfer(0);
    },
  };
};

const joinParts = (parts: readonly Uint32Array[]): Uint32Array => {
  const joined = new Uint32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
};

/** Running sums, from 0: where the rows of the given lengths begin, and at the last place where they end. */
const offsetsOf = (counts: Uint32Array): Uint32Array => {
  const offsets = new Uint32Array(counts.length + 1);
  let sum = 0;
  for (const [index, count] of counts.entries()) {
    sum += count;
    offsets[index + 1] = sum;
  }
  return offsets;
};

/**
 * Turns rows of entries into columns, as one transposes a sparse matrix: each entry of row `r` in column `c` becomes an
 * entry of row `c` in column `r`, with the same frequency. `rowOf` renumbers the columns. Two passes, linear.
 */
const transpose = (
  rowLengths: Uint32Array,
  parts: readonly Uint32Array[],
  columns: number,
  renumber: (column: number) => number,
): { offsets: Uint32Array; entries: Uint32Array } => {
  const counts = new Uint32Array(columns);
  for (const part of parts)
    for (let at = 0; at < part.length; at += 1) {
      const column = renumber((part[at] ?? 0) >>> frequencyBits);
      counts[column] = (counts[column] ?? 0) + 1;
    }
  const offsets = offsetsOf(counts);
  const entries = new Uint32Array(offsets[columns] ?? 0);
  const next = offsets.slice(0, columns);
  let row = -1;
  let left = 0;
  for (const part of parts)
    for (let at = 0; at < part.length; at += 1) {
      while (left === 0) {
        row += 1;
        left = rowLengths[row] ?? 0;
      }
      const entry = part[at] ?? 0;
      const column = renumber(entry >>> frequencyBits);
      const place = next[column] ?? 0;
      entries[place] = (row << frequencyBits) | (entry & maxFrequency);
      next[column] = place + 1;
      left -= 1;
    }
  return { offsets, entries };
};

/** The terms of each document of an index, which is what its postings hold, the other way round. */
export type FieldRows = {
  /** Calls `visit` with each term number of the document and the frequency. */
  forEachTerm: (ordinal: number, visit: (term: number, frequency: number) => void) => void;
  termCount: number;
  termAt: (term: number) => string;
  lengthAt: (ordinal: number) => number;
};

/** Recovers the documents' terms from the postings. */
export const fieldRows = (field: PostingField): FieldRows => {
  const termCount = countStrings(field.terms);
  const frequencies = new Uint32Array(termCount);
  for (let term = 0; term < termCount; term += 1)
    frequencies[term] = (field.offsets[term + 1] ?? 0) - (field.offsets[term] ?? 0);
  const { offsets, entries } = transpose(frequencies, [field.postings], field.lengths.length, (ordinal) => ordinal);
  return {
    forEachTerm: (ordinal, visit) => {
      for (let at = offsets[ordinal] ?? 0; at < (offsets[ordinal + 1] ?? 0); at += 1) {
        const entry = entries[at] ?? 0;
        visit(entry >>> frequencyBits, entry & maxFrequency);
      }
    },
    termCount,
    termAt: (term) => stringAt(field.terms, term),
    lengthAt: (ordinal) => field.lengths[ordinal] ?? 0,
  };
};

/** Collects the terms of documents, one document after the other, and inverts them at the end. */
export type FieldBuilder = {
  /** A number for the term, the same each time. */
  idOf: (term: string) => number;
  /** Counts occurrences of a term in the current document. */
  add: (id: number, frequency: number) => void;
  /** Closes the current document, which has `length` occurrences of terms. */
  endDocument: (length: number) => void;
  /** The finished field; the builder is not to be used after it. */
  finish: () => PostingField;
};

const createTermNumbers = () => {
  const ids = new Map<string, number>();
  return {
    idOf: (term: string): number => {
      const known = ids.get(term);
      if (known !== undefined) return known;
      if (ids.size >= maxOrdinals) throw new RangeError(`more than ${maxOrdinals} distinct terms`);
      ids.set(term, ids.size);
      return ids.size - 1;
    },
    /** The terms sorted, and for each number its rank among them. */
    sorted: (): { terms: string[]; ranks: Uint32Array } => {
      const terms = [...ids.keys()].sort();
      const ranks = new Uint32Array(terms.length);
      for (const [rank, term] of terms.entries()) ranks[ids.get(term) ?? 0] = rank;
      return { terms, ranks };
    },
  };
};

export const createFieldBuilder = (): FieldBuilder => {
  const numbers = createTermNumbers();
  const entries = createNumberList();
  const rowLengths = createNumberList();
  const documentLengths = createNumberList();
  let counts = new Uint32Array(1024);
  let touched: number[] = [];
  const add = (id: number, frequency: number): void => {
    if (id >= counts.length) {
      const longer = new Uint32Array(2 * Math.max(id, counts.length));
      longer.set(counts);
      counts = longer;
    }
    const before = counts[id] ?? 0;
    if (before === 0) touched.push(id);
    counts[id] = before + frequency;
  };
  const endDocument = (length: number): void => {
    for (const id of touched) {
      entries.push((id << frequencyBits) | Math.min(counts[id] ?? 0, maxFrequency));
      counts[id] = 0;
    }
    rowLengths.push(touched.length);
    documentLengths.push(length);
    touched = [];
  };
  const finish = (): PostingField => {
    const { terms, ranks } = numbers.sorted();
    const rankOf = (id: number): number => ranks[id] ?? 0;
    const inverted = transpose(joinParts(rowLengths.parts()), entries.parts(), terms.length, rankOf);
    entries.release();
    return {
      terms: packStrings(terms),
      offsets: inverted.offsets,
      postings: inverted.entries,
      lengths: joinParts(documentLengths.parts()),
    };
  };
  return { idOf: numbers.idOf, add, endDocument, finish };
};
