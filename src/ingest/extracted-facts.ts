import type { KnownEvent } from '../domain/event.ts';
import type { Person } from '../domain/people.ts';
import type { Source } from '../domain/source.ts';
import type { Term } from '../domain/term.ts';
import { extractEvents } from './extract/events.ts';
import type { TranslateTerm } from './extract/localize.ts';
import { mergeEvents } from './extract/merge-events.ts';
import { mergePeople } from './extract/merge-people.ts';
import { extractPeople } from './extract/people.ts';
import type { RawPassage } from './extract/reading.ts';

type Facts = { people: readonly Person[]; events: readonly KnownEvent[] };

/**
 * Curated facts together with those read by rule from the articles that nobody has curated. Facts about the same person or happening are
 * joined: what was stated last is current, what was stated before stays visible.
 */
export function withExtractedFacts(
  curated: Facts,
  articles: readonly { source: Source; passages: readonly RawPassage[] }[],
  terms: readonly Term[],
): { people: Person[]; events: KnownEvent[] } {
  const known = new Set([
    ...curated.people.flatMap(({ facts }) => facts.map(({ evidence }) => evidence.source)),
    ...curated.events.flatMap(({ statements }) => statements.map(({ evidence }) => evidence.source)),
  ]);
  const uncurated = articles.filter(({ source }) => !known.has(source.id));
  if (uncurated.length === 0) return { people: [...curated.people], events: [...curated.events] };
  const translate = createTermTranslator(terms);
  const sources = articles.map(({ source }) => source);
  const people = uncurated.flatMap(({ source, passages }) => extractPeople(passages, source, translate));
  const events = uncurated.flatMap(({ source, passages }) => extractEvents(passages, source));
  return {
    people: mergePeople([...curated.people, ...people], sources),
    events: [...curated.events, ...mergeEvents(events, sources)],
  };
}

/** Translates a post that is a wording of the term bank, whole and in any letter case. */
export function createTermTranslator(terms: readonly Term[]): TranslateTerm {
  const posts = terms.filter(({ area }) => area === 'titles');
  return (words, from, to) => {
    const wanted = words.toLowerCase();
    return posts.find((term) => term[from].some((wording) => wording.toLowerCase() === wanted))?.[to][0] ?? null;
  };
}
