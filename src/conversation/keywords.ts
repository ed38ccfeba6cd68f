import type { Language } from '../domain/language.ts';

/** The words that carry a question's topic, in a form in which inflected forms agree. */
export type KeywordsOf = (text: string, language: Language) => readonly string[];

/** How much two sets of keywords have in common, 0 to 1: shared words over all words (Jaccard index). */
export function overlap(a: readonly string[], b: readonly string[]): number {
  const [left, right] = [new Set(a), new Set(b)];
  if (left.size === 0 || right.size === 0) return 0;
  const shared = [...left].filter((word) => right.has(word)).length;
  return shared / (left.size + right.size - shared);
}
