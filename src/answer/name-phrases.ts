import type { Catalogue } from '../domain/catalogue.ts';
import type { Language } from '../domain/language.ts';
import type { Passage } from '../domain/passage.ts';
import type { Token } from '../retrieval/analysis.ts';

/** The longest name that is looked for, in words. */
const longest = 5;

/** How many words from a token on are a name that documents write so, 0 for none. `words` are those of a question, `text` its normal form C. */
export type NameLength = (text: string, words: readonly Token[], at: number, language: Language) => number;

/**
 * Finds names that hold small words, in questions of another language: "Stanna i Vasa" in a Finnish question is no Finnish, so that it is
 * the name that a Swedish document writes. Words that all have capitals are names, or parts of one, by themselves.
 */
export function createNameLength({ passages }: Catalogue): NameLength {
  let read: ReadonlyMap<string, ReadonlySet<Language>> | undefined;
  return (text, words, at, language) => {
    for (let length = Math.min(longest, words.length - at); length >= 2; length -= 1) {
      const stretch = words.slice(at, at + length);
      const written = text.slice(stretch[0]?.start ?? 0, stretch.at(-1)?.end ?? 0).replace(/['’]s$/u, '');
      read ??= languagesOfStretches(passages);
      const known = read.get(written);
      if (known && !known.has(language)) return length;
    }
    return 0;
  };
}

/** In documents of which languages a stretch stands; read when the first question is asked. */
function languagesOfStretches(passages: readonly Passage[]): Map<string, Set<Language>> {
  const languagesOf = new Map<string, Set<Language>>();
  for (const { text, language } of passages)
    for (const stretch of stretchesOf(text)) {
      const known = languagesOf.get(stretch);
      if (known) known.add(language);
      else languagesOf.set(stretch, new Set([language]));
    }
  return languagesOf;
}

const allCapital = /^\p{Lu}\S*(?:\s\p{Lu}\S*)+$/u;
const oneStretch = /^[\p{L}\p{N}\s'’-]+$/u;
const word = /[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu;

/** The stretches of two to five words of a sentence that begin with a capital and end in a word of weight. */
function stretchesOf(text: string): string[] {
  const words = [...text.matchAll(word)];
  return words.flatMap((first, at) => {
    if (!/^\p{Lu}/u.test(first[0])) return [];
    return words.slice(at + 1, at + longest).flatMap((last) => {
      const stretch = text.slice(first.index, last.index + last[0].length);
      return oneStretch.test(stretch) && !allCapital.test(stretch) && last[0].length >= 4 ? [stretch] : [];
    });
  });
}
