import type { Localized } from '../domain/language.ts';
import type { Organisation } from '../domain/organisation.ts';

/** A body of which only the name is known; its names in the other languages are nobody's official ones. */
export function newOrganisation(
  id: string,
  name: Localized,
  municipality: string,
  abbreviations: readonly string[] = [],
): Organisation {
  return { id, name, abbreviations: [...abbreviations], forms: [], municipality, generic: false, verified: false };
}
