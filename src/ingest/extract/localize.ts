import { type Language, type Localized, languages } from '../../domain/language.ts';

/**
 * The wording of a term (a post, a body) in another language, or null when it is not known. `words` is nominative and in `from`.
 * Only a whole known term may be translated: never word by word.
 */
export type TranslateTerm = (words: string, from: Language, to: Language) => string | null;

/** A port that knows no translations. */
export const translateNothing: TranslateTerm = () => null;

/** The document's own words in all three languages: what rules cannot translate stays as it stands. */
export function asWritten(words: string): Localized {
  return { fi: words, sv: words, en: words };
}

/** `words` in their own language and, where the port knows them, in the others. */
export function localizeTerm(words: string, language: Language, translate: TranslateTerm): Localized {
  const localized = asWritten(words);
  for (const other of languages) if (other !== language) localized[other] = translate(words, language, other) ?? words;
  return localized;
}

/** An id of lower-case ASCII letters, digits and hyphens; "Virve Flinkkilä" is "virve-flinkkila". Empty when nothing is left. */
export function slug(words: string): string {
  return foldLetters(words)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** Lower case without diacritics: how a name stands in an e-mail address. */
export function foldLetters(words: string): string {
  return words
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/ø/g, 'o')
    .replace(/æ/g, 'ae')
    .replace(/ß/g, 'ss');
}

/** A word with where it stands: start inclusive, end exclusive, in UTF-16 code units. */
export type Word = { text: string; lower: string; start: number; end: number };

const wordPattern = /[\p{L}\p{N}]+(?:[-'’:][\p{L}\p{N}]+)*-?/gu;

/** The words of a text in order; hyphenated compounds and words with an apostrophe are one word each. */
export function wordsOf(text: string): Word[] {
  return [...text.matchAll(wordPattern)].map((match) => ({
    text: match[0],
    lower: match[0].toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** A set of words from a table written as one string. */
export function wordSet(table: string): ReadonlySet<string> {
  return new Set(table.trim().split(/\s+/));
}
