import type { Language } from '../../domain/language.ts';
import { formatInstantDay } from '../dates.ts';
import { textsIn } from '../texts.ts';

/** The words of a digest's picture. `at` is the digest's instant. */
export function pictureTexts({ language, at }: { language: Language; at: string }) {
  const { digest, lights } = textsIn(language);
  return {
    ...digest.picture,
    nothing: digest.nothingYet,
    lights: lights.light,
    day: formatInstantDay(at, language),
  };
}
