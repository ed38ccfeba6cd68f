import { type Language, languages } from '../domain/language.ts';
import type { Term } from '../domain/term.ts';
import type { Group } from './groups.ts';

/** The wordings of a stretch of a question in each language: its own words, then those of its concepts. */
export function alternativesOf(surface: string, language: Language, terms: readonly Term[]): Group['alternatives'] {
  const alternatives: Record<Language, string[]> = { fi: [], sv: [], en: [] };
  alternatives[language].push(surface);
  for (const term of terms)
    for (const other of languages) alternatives[other].push(...term[other], ...(term.forms?.[other] ?? []));
  for (const other of languages) if (alternatives[other].length === 0) alternatives[other].push(surface);
  return { fi: unique(alternatives.fi), sv: unique(alternatives.sv), en: unique(alternatives.en) };
}

/** The ending that Finnish puts to a name that ends in a consonant: "Integrationstorgetissa". */
const foreignCase = /(?<=\p{Ll}{4}[b-df-hj-np-tv-xz])i(?:n|a|ssa|sta|in|lla|lta|lle|ksi)$/u;

/** A name is the same in every language, whatever its words mean. */
export function withSurface(alternatives: Group['alternatives'], surface: string): Group['alternatives'] {
  const { fi, sv, en } = alternatives;
  const base = surface.replace(foreignCase, '');
  return { fi: unique([surface, ...fi]), sv: unique([base, ...sv]), en: unique([base, ...en]) };
}

/** A word with a capital that is a concept may be part of a name all the same: "Talent Coast". */
export function orSurface({ fi, sv, en }: Group['alternatives'], surface: string): Group['alternatives'] {
  return { fi: unique([...fi, surface]), sv: unique([...sv, surface]), en: unique([...en, surface]) };
}

/** A person's surname in its base form, whatever form the question has. */
export function nameAlternatives(name: string | undefined): Group['alternatives'] | null {
  const surname = name?.split(/\s+/).at(-1);
  return surname === undefined ? null : { fi: [surname], sv: [surname], en: [surname] };
}

function unique(words: readonly string[]): string[] {
  return [...new Map(words.map((word) => [word.toLowerCase(), word])).values()];
}
