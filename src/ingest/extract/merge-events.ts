import type { KnownEvent } from '../../domain/event.ts';
import type { Source } from '../../domain/source.ts';
import { foldLetters, wordSet } from './localize.ts';

const light = wordSet(
  'the and for uusi uudet uuden seuraava ny nya nytt den det new next first first avajaiset avajaisten avaaminen invigning invigningen opening launch start',
);
/** Two inflected words are one word when this many of their first letters agree. */
const stemLength = 5;

/**
 * Events about the same happening joined into one: of the same kind and municipality, with names whose words agree. Statements stand in the order
 * of their documents' publication, the undated first, so that the last one is current; the id and name are those of the event stated first.
 */
export function mergeEvents(events: readonly KnownEvent[], sources: readonly Source[]): KnownEvent[] {
  const published = new Map(sources.map((source) => [source.id, source.published ?? '']));
  const dateOf = ({ statements }: KnownEvent) => published.get(statements[0]?.evidence.source ?? '') ?? '';
  const merged: KnownEvent[] = [];
  for (const event of events.toSorted((a, b) => dateOf(a).localeCompare(dateOf(b)))) {
    const index = merged.findIndex((known) => isSameHappening(known, event));
    const known = merged[index];
    if (!known) merged.push(event);
    else merged[index] = { ...known, statements: joinStatements(known, event, published) };
  }
  return merged;
}

function joinStatements(
  one: KnownEvent,
  other: KnownEvent,
  published: ReadonlyMap<string, string>,
): KnownEvent['statements'] {
  const keyOf = ({ evidence, from }: KnownEvent['statements'][number]) =>
    `${evidence.source}|${evidence.quote}|${from.year}-${from.month}-${from.day}`;
  const all = [...one.statements, ...other.statements];
  const unique = all.filter(
    (statement, index) => all.findIndex((first) => keyOf(first) === keyOf(statement)) === index,
  );
  const dateOf = (statement: KnownEvent['statements'][number]) => published.get(statement.evidence.source) ?? '';
  return unique.toSorted((a, b) => dateOf(a).localeCompare(dateOf(b)));
}

function isSameHappening(one: KnownEvent, other: KnownEvent): boolean {
  if (one.id === other.id) return true;
  const [kind, otherKind] = [kindOf(one), kindOf(other)];
  if (kind === null || kind !== otherKind || one.municipality !== other.municipality) return false;
  const [words, others] = [stemsOf(one), stemsOf(other)];
  const [fewer, more] = words.size <= others.size ? [words, others] : [others, words];
  return fewer.size > 0 && [...fewer].every((stem) => more.has(stem));
}

/** The kind of happening that an extracted event's id begins with; curated events have none and are joined only by their id. */
function kindOf({ id }: KnownEvent): string | null {
  return id.includes('--') ? (id.split('--')[0] ?? null) : null;
}

function stemsOf({ name }: KnownEvent): Set<string> {
  const words = foldLetters(name.fi)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 2 && !light.has(word));
  return new Set(words.map((word) => word.slice(0, stemLength)));
}
