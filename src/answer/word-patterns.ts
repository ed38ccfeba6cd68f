import type { Language } from '../domain/language.ts';
import { languages } from '../domain/language.ts';

/** Words and phrases of each language, separated by " | "; "*" stands for any ending and "…" for up to four words between. */
export type WordPatterns = Readonly<Record<Language, string>>;

/** One pattern for all three languages, since questions mix them; matches whole words of a lower-case text. */
export function compileWords(words: WordPatterns): RegExp {
  const alternatives = languages
    .flatMap((language) => words[language].split('|'))
    .map((phrase) => phrase.trim())
    .filter(Boolean);
  const sources = alternatives.map((phrase) =>
    phrase
      .replace(/[.+?^${}()[\]\\]/g, '\\$&')
      .replaceAll(' … ', '\\s(?:\\S+\\s){0,4}?')
      .replaceAll('*', '\\p{L}*')
      .replaceAll(' ', '\\s+'),
  );
  return new RegExp(`(?<!\\p{L})(?:${sources.join('|')})(?!\\p{L})`, 'u');
}

const anchored = new WeakMap<RegExp, RegExp>();

/** True when the pattern matches the whole of a text, not only a word in it. */
export function matchesWhole(words: RegExp, text: string): boolean {
  const whole = anchored.get(words) ?? new RegExp(`^(?:${words.source})$`, 'u');
  anchored.set(words, whole);
  return whole.test(text);
}
