import { readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import MiniSearch, { type SearchOptions } from 'minisearch';
import type { Language } from '../src/domain/language.ts';
import { decodeSnapshot } from '../src/retrieval/index-snapshot.ts';
import { buildLexicalIndex, type LexicalIndex } from '../src/retrieval/lexical-index.ts';
import type { BenchPassage } from './bench-retrieval-data.ts';

/** Ids of the ten best passages. */
export type Search = (query: string) => string[];

const limit = 10;
/** Best of 4 to 7 on the Swedish sets. */
const prefixLength = 6;

export const searchValo =
  (index: LexicalIndex): Search =>
  (query) =>
    index.search(query, { limit }).map(({ key }) => key);

export const buildValo = (passages: Iterable<BenchPassage>, language: Language): LexicalIndex => {
  const documents = function* () {
    for (const { id, text } of passages) yield { key: id, text };
  };
  return buildLexicalIndex(documents(), language);
};

/** The index of a snapshot file; an error when it cannot be used. */
export const loadValo = (file: string, language: Language): LexicalIndex => {
  const decoded = decodeSnapshot(readFileSync(file), language);
  if (decoded.kind !== 'loaded') throw new Error(`the snapshot is ${decoded.kind}`);
  return decoded.index;
};

/** Shorter words only as they stand: with them, too, the results are worse. */
const isLong = (term: string): boolean => term.length > 4;
export const prefixAndFuzzy: SearchOptions = { prefix: isLong, fuzzy: (term) => (isLong(term) ? 0.2 : false) };

export const buildMiniSearch = (passages: Iterable<BenchPassage>, options: SearchOptions): Search => {
  const index = new MiniSearch<BenchPassage>({ fields: ['text'] });
  for (const passage of passages) index.add(passage);
  return (query) =>
    index
      .search(query, options)
      .slice(0, limit)
      .map(({ id }) => String(id));
};

/** The word as an FTS5 string: whole, or its first letters followed by anything. */
export type FtsTerm = (word: string) => string;

export const wholeWord: FtsTerm = (word) => `"${word}"`;
export const truncatedPrefix: FtsTerm = (word) => `"${word.slice(0, prefixLength)}"*`;

/** SQLite's FTS5 in memory, with its default tokenizer unicode61 and its BM25; any word of the query may match. */
export const buildFts5 = (passages: Iterable<BenchPassage>, term: FtsTerm): Search => {
  const database = new DatabaseSync(':memory:');
  database.exec(`CREATE VIRTUAL TABLE passages USING fts5(id UNINDEXED, text, prefix = '${prefixLength}')`);
  database.exec('BEGIN');
  const insert = database.prepare('INSERT INTO passages (id, text) VALUES (?, ?)');
  for (const { id, text } of passages) insert.run(id, text);
  database.exec('COMMIT');
  const select = database.prepare(`SELECT id FROM passages WHERE passages MATCH ? ORDER BY rank LIMIT ${limit}`);
  return (query) => {
    const words = query.toLowerCase().match(/[\p{L}\p{M}\d]+/gu) ?? [];
    if (words.length === 0) return [];
    return select.all(words.map(term).join(' OR ')).map(({ id }) => String(id));
  };
};
