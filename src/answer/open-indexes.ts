import { hash } from 'node:crypto';
import { type Language, languages } from '../domain/language.ts';
import { decodeSnapshot, encodeSnapshot } from '../retrieval/index-snapshot.ts';
import { type LexicalIndex, buildLexicalIndex, updateLexicalIndex } from '../retrieval/lexical-index.ts';
import type { Words } from './units.ts';

/** Where snapshots of the indexes are kept between starts, each under its name. `read` gives null when there is none. */
export type IndexCache = {
  read: (name: string) => Promise<Uint8Array | null>;
  write: (name: string, bytes: Uint8Array) => Promise<void>;
};

/** A text in the languages in which it is to be found, by a key of its own. */
export type IndexedText = { key: string; words: Words };

/** An index of one language: its documents' keys begin with the key of the text they hold. */
export type OpenedIndexes = readonly LexicalIndex[];

/** Between the key of a text and the hash of its words in an index's key. */
const hashMark = '@';

/** One index a language, built anew. */
export function buildIndexes(texts: readonly IndexedText[]): OpenedIndexes {
  return languages.map((language) => buildLexicalIndex(documentsOf(texts, language), language));
}

/**
 * One index a language, from the snapshots of the last start: texts that have not changed are not analysed again. A snapshot that is
 * damaged or of another version is built anew; whatever changed is written back. `name` is the beginning of the snapshots' names.
 */
export async function openIndexes(texts: readonly IndexedText[], cache: IndexCache, name = ''): Promise<OpenedIndexes> {
  return Promise.all(
    languages.map(async (language) => {
      const documents = documentsOf(texts, language);
      const bytes = await cache.read(`${name}${language}`);
      const kept = bytes === null ? null : decodeSnapshot(bytes, language);
      if (kept?.kind === 'loaded' && holdsExactly(kept.index, documents)) return kept.index;
      const index =
        kept?.kind === 'loaded'
          ? updateLexicalIndex(kept.index, documents).index
          : buildLexicalIndex(documents, language);
      await cache.write(`${name}${language}`, encodeSnapshot(index));
      return index;
    }),
  );
}

/** The key of the text that an index's document holds. */
export function textKey(documentKey: string): string {
  return documentKey.slice(0, documentKey.lastIndexOf(hashMark));
}

function documentsOf(texts: readonly IndexedText[], language: Language): { key: string; text: string }[] {
  return texts.flatMap(({ key, words }) => {
    const text = words[language];
    return text === undefined
      ? []
      : [{ key: `${key}${hashMark}${hash('sha256', text, 'base64url').slice(0, 16)}`, text }];
  });
}

function holdsExactly(index: LexicalIndex, documents: readonly { key: string }[]): boolean {
  return index.size === documents.length && documents.every(({ key }, ordinal) => index.keyAt(ordinal) === key);
}
