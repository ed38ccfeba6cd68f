import type { Term } from '../domain/term.ts';
import type { Token } from '../retrieval/analysis.ts';
import { isNameForm } from './people-index.ts';
import { compileWords, matchesWhole } from './word-patterns.ts';

/** Finds the municipality behind a word that is made of its name. */
export type FindPlace = (word: string) => Term[];

const inhabitants =
  /^(\p{L}{3,}?)(?:(?:lai|läi)(?:nen|s(?:e\p{L}{0,4}|t[aäe]n?|i\p{L}{0,4})?)|(?:s?bor|borna|bornas|bors))$/u;
const region = /^(\p{L}{3,}?)s?(?:region|regionen|regionens|nejden|nejdens|trakten)$/u;

const genitive = /^(\p{L}{2,}[^s\P{L}])s$/u;

/** "Turkulaisten", "Åbobor" and "Åboregionen" speak of Turku. Names are compared in lower case. */
export function createPlaceFinder(cities: readonly Term[]): FindPlace {
  const names = cities.flatMap((term) => [...term.fi, ...term.sv].map((name) => ({ term, name: name.toLowerCase() })));
  return (word) => {
    const ofRegion = region.exec(word)?.[1];
    const stem = (inhabitants.exec(word) ?? region.exec(word) ?? genitive.exec(word))?.[1];
    if (stem === undefined) return [];
    // "Tammerforsregionen": the s may be the name's own.
    const exact = names.filter(({ name }) => name === stem || (ofRegion !== undefined && name === `${ofRegion}s`));
    // "Lahtelainen", "tamperelainen": the last vowel of the name may change.
    const near =
      exact.length > 0 ? exact : names.filter(({ name }) => name.length === stem.length && isNameForm(stem, name));
    return [...new Set(near.map(({ term }) => term))];
  };
}

/** What may follow a city's name without naming another thing: its administration, its surroundings, its programme. */
const ofCity = compileWords({
  fi: 'kaupunki | kaupungin | kaupungissa | kaupungilla | kaupungille | kunta | kunnan | kunnassa | seutu | seudulla | seudulle | alueella | ohjelma | ohjelman | ohjelmassa | ohjelmasta',
  sv: 'stad | stads | staden | stadens | kommun | kommuns | kommunen | regionen | program | programmet | programs',
  en: 'region | programme | program',
});

/** True for a word that only goes on with a city's name before it: "Åbo stads", "Turun seudulla". */
export function goesOnWithCity({ word, kind }: Token): boolean {
  return kind === 'word' && matchesWhole(ofCity, word);
}
