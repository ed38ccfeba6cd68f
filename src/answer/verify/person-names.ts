import type { Language } from '../../domain/language.ts';

/** Case endings and clitics of Finnish names; a name that ends in a consonant has an "i" before them. */
const caseEnding =
  /^i?(?:n|a|ä|ta|tä|lla|llä|lle|lta|ltä|ssa|ssä|sta|stä|ksi|na|nä|[aeiouyäö]n|h[aeiouyäö]n|seen)(?:kin|ko|kö|kaan|kään)?$/u;

/** The last consonants before the final vowel, strong and weak: Annukka, Annukan; Haapalehto, Haapalehdon. */
const gradations: readonly (readonly [strong: RegExp, weak: string])[] = [
  [/kk(?=.$)/u, 'k'],
  [/pp(?=.$)/u, 'p'],
  [/tt(?=.$)/u, 't'],
  [/nk(?=.$)/u, 'ng'],
  [/nt(?=.$)/u, 'nn'],
  [/lt(?=.$)/u, 'll'],
  [/rt(?=.$)/u, 'rr'],
  [/mp(?=.$)/u, 'mm'],
  [/p(?=.$)/u, 'v'],
  [/t(?=.$)/u, 'd'],
  [/k(?=.$)/u, ''],
];

/**
 * True when a folded word is the folded part of a person's name as the language inflects it: "Sorjosen" of "Sorjonen", "Gassens" of
 * "Gassen". What is one letter off ("Gasser") or longer ("Pihlajamaa") is another person's name.
 */
export function isPersonForm(word: string, name: string, language: Language): boolean {
  if (word === name) return true;
  if (language !== 'fi') return word === `${name}s`;
  return stemsOf(name).some((stem) => word.startsWith(stem) && caseEnding.test(word.slice(stem.length)));
}

function stemsOf(name: string): string[] {
  if (name.endsWith('nen')) return [`${name.slice(0, -3)}se`, `${name.slice(0, -3)}s`];
  const weak = gradations.find(([strong]) => strong.test(name));
  return weak === undefined ? [name] : [name, name.replace(...weak)];
}
