import { type Language, languages } from '../domain/language.ts';
import type { Passage } from '../domain/passage.ts';
import { contentHash } from './content-hash.ts';
import type { TranslationFile } from './knowledge.ts';

/** A translation that is never shown: its original is no longer in any document, or is not the text that its hash was made of. */
export type StaleTranslation = { file: string; hash: string; original: string };

/** Passages of one document that lack a translation into a language, and how many need one. */
export type MissingTranslations = { source: string; language: Language; passages: readonly Passage[]; of: number };

export type TranslationReview = {
  stale: StaleTranslation[];
  missing: MissingTranslations[];
  /** Files of which no original is in this corpus: they belong to documents that are not here. */
  leftAside: string[];
};

/** Compares the translations with the passages. A passage needs one into each other language when it holds words besides addresses. */
export function reviewTranslations(passages: readonly Passage[], files: readonly TranslationFile[]): TranslationReview {
  const current = new Set(passages.map(({ hash }) => hash));
  const present = files.filter(({ records }) => records.length === 0 || records.some(({ hash }) => current.has(hash)));
  const stale = present.flatMap(({ file, records }) =>
    records
      .filter(({ hash, original }) => !current.has(hash) || contentHash(original) !== hash)
      .map(({ hash, original }) => ({ file, hash, original })),
  );
  return {
    stale,
    missing: missingTranslations(passages),
    leftAside: files.filter((file) => !present.includes(file)).map(({ file }) => file),
  };
}

function missingTranslations(passages: readonly Passage[]): MissingTranslations[] {
  const sources = Map.groupBy(
    passages.filter(({ text }) => needsTranslation(text)),
    ({ source }) => source,
  );
  return [...sources].flatMap(([source, own]) =>
    languages.flatMap((language) => {
      const foreign = own.filter((passage) => passage.language !== language);
      const without = foreign.filter(({ translations }) => translations[language] === undefined);
      return without.length > 0 ? [{ source, language, passages: without, of: foreign.length }] : [];
    }),
  );
}

/** Numbers, web and mail addresses say the same in every language. */
function needsTranslation(text: string): boolean {
  const words = text.replace(/https?:\/\/\S+|\S{1,100}(?:@|\(at\))\S+/g, ' ');
  return /\p{L}{2}/u.test(words);
}
