import type { Catalogue } from '../domain/catalogue.ts';
import type { Language } from '../domain/language.ts';
import type { Term } from '../domain/term.ts';
import { type Token, analyse } from '../retrieval/analysis.ts';
import type { TermBank } from '../retrieval/term-bank.ts';
import { type Group, readGroups } from './groups.ts';
import { type Intent, readIntents } from './intents.ts';
import { createNameLength } from './name-phrases.ts';
import { type PersonMention, createPeopleIndex, isNameForm } from './people-index.ts';
import { createPlaceFinder } from './place-words.ts';

export type Understanding = {
  text: string;
  language: Language;
  tokens: readonly Token[];
  intents: ReadonlySet<Intent>;
  groups: readonly Group[];
  people: readonly PersonMention[];
  /** Finnish names of the places named. */
  places: readonly string[];
  years: readonly string[];
  /** The groups that name the thing asked for: at most two, the first after the question word that are neither names nor places. */
  focus: readonly Group[];
  /** Goal or measure ids written in the question, "4" or "4.3", with the programme word before them. */
  targetIds: readonly { id: string; prefix: string | null }[];
};

export type Understand = (text: string, language: Language) => Understanding;

/** Prepares the reading of questions for one catalogue: its people, places and term bank. */
export function createUnderstand(catalogue: Catalogue, terms: TermBank): Understand {
  const findPeople = createPeopleIndex(catalogue.people);
  const months = followUpMonths(catalogue);
  const cities = catalogue.terms.filter(({ area }) => area === 'municipalities');
  const findPlace = createPlaceFinder(cities);
  const nameLength = createNameLength(catalogue);
  return (text, language) => {
    const tokens = analyse(text, language);
    const people = findPeople(tokens);
    const targetIds = readTargetIds(text);
    const groups = readGroups(text, tokens, language, { terms, people, months, findPlace, nameLength });
    const places = groups.flatMap((group) => placesOf(group, cities));
    return {
      text,
      language,
      tokens,
      intents: readIntents(text),
      groups,
      people,
      places: [...new Set(places)],
      years: [
        ...new Set(
          tokens.filter(({ word, kind }) => kind === 'number' && /^(?:19|20)\d{2}$/.test(word)).map(({ word }) => word),
        ),
      ],
      focus: readFocus(groups, tokens),
      targetIds,
    };
  };
}

/** Months that bound a follow-up, as the analysis writes them ("5/2023"): naming one says which follow-up is meant. */
function followUpMonths({ programmes, supersededProgrammes }: Catalogue): ReadonlySet<string> {
  const bounds = [...programmes, ...supersededProgrammes].flatMap(({ followUp }) =>
    followUp ? [followUp.from, followUp.to] : [],
  );
  return new Set(bounds.map((month) => month.split('-').toReversed().map(Number).join('/')));
}

/** The places a group names: itself, or the city in the name of a body ("Vaasan kaupunki", "Vasa stad"). */
function placesOf({ role, terms, surface }: Group, cities: readonly Term[]): string[] {
  if (role === 'place') return terms.map((term) => term.fi[0] ?? '');
  if (role !== 'body' || !surface.includes(' ')) return [];
  const words = surface.toLowerCase().split(/[\s-]/);
  const [first = ''] = words;
  // "Vaasan kaupunki", "Vasa stad", and "the City of Vaasa".
  const places = words.includes('of') ? words.slice(words.indexOf('of') + 1) : [first];
  const named = cities.filter(({ fi, sv, forms }) =>
    [...fi, ...sv, ...(forms?.fi ?? [])].some((name) => places.some((word) => isNameForm(word, name.toLowerCase()))),
  );
  return terms.some(({ id }) => id.startsWith('organisation-')) ? named.map((term) => term.fi[0] ?? '') : [];
}

const questionWord =
  /^(?:kuinka|montako|paljonko|mikä|mitä|mitkä|minkä|millainen|millaisia|minkälainen|kuka|ketkä|hur|vad|vem|vilka|vilken|vilket|how|what|whats|who|which)$/u;

function readFocus(groups: readonly Group[], tokens: readonly Token[]): Group[] {
  const start = tokens.find(({ word }) => questionWord.test(word))?.position ?? 0;
  const things = groups.filter(({ role, from }) => from >= start && (role === 'topic' || role === 'post'));
  const known = things.filter(({ terms }) => terms.length > 0);
  return (known.length > 0 ? known : things).slice(0, 2);
}

const goalWord = '(?:tavoit\\p{L}{1,9}|mål|målet|målets|goal|toimenpi\\p{L}{2,9}|åtgärd|åtgärden|measure)';
const targetPattern = new RegExp(
  `(?:(?<prefix>hki|helsinki|helsingin|helsingfors|vaasa|vaasan|vasa|espoo|espoon|esbo)\\s+)?(?:(?<![\\p{L}\\d])(?:${goalWord}\\s*|g)(?<goal>[a-z]?\\d{1,2}(?:\\.\\d{1,2})?)(?!\\d)|(?<![\\d.,/])(?<measure>[1-9]\\d?\\.[1-9]\\d?)(?![\\d.]|\\s?%)|(?<!\\p{L})(?<curated>v\\d)(?!\\d))(?::\\p{L}{1,3})?(?!\\p{L}|\\s?%)`,
  'giu',
);

/** A whole question such as "hki 5" or "vaasa 2". */
const bareTarget = /^(hki|hel|helsinki|helsingfors|vaasa|vasa)\s+(\d{1,2}(?:\.\d{1,2})?)\s?\??$/iu;

function readTargetIds(text: string): Understanding['targetIds'] {
  const found = [...text.matchAll(targetPattern)].flatMap((match) => {
    const id = match.groups?.['goal'] ?? match.groups?.['measure'] ?? match.groups?.['curated'];
    return id === undefined ? [] : [{ id: id.toLowerCase(), prefix: match.groups?.['prefix']?.toLowerCase() ?? null }];
  });
  const [, prefix, number] = bareTarget.exec(text.trim()) ?? [];
  if (found.length === 0 && prefix && number) return [{ id: number, prefix: prefix.toLowerCase() }];
  return found.filter(({ id }) => !/^\d{1,2}\.\d{1,2}$/.test(id) || !new RegExp(`\\d\\.?${id}|${id}\\.\\d`).test(text));
}
