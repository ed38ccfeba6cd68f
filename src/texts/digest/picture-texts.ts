import type { Language } from '../../domain/language.ts';
import { formatInstantDay } from '../dates.ts';
import { textsIn } from '../texts.ts';
import type { DigestTexts } from './fi.ts';

/** What of a digest tells whether its board shows a light. */
type Board = { board: readonly unknown[]; counts: { none: number }; filtered: boolean };

/** The words of a digest's picture. `at` is the digest's instant. */
export function pictureTexts(digest: Board & { language: Language; at: string }) {
  const { language, at } = digest;
  const texts = textsIn(language);
  return {
    ...texts.digest.picture,
    nothing: nothingOn(digest, texts.digest),
    lights: texts.lights.light,
    day: formatInstantDay(at, language),
  };
}

/** What is said where the board shows no light: no goal has one yet, or none that the digest is narrowed down to. Else null. */
export function nothingOn({ board, counts, filtered }: Board, texts: DigestTexts): string | null {
  if (board.length === 0 && filtered) return texts.nothingAsked;
  return counts.none === board.length ? texts.nothingYet : null;
}
