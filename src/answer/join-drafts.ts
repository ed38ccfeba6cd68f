import { targetKey } from '../domain/light.ts';
import { type Draft, emptyDraft, uniqueCitations } from './draft.ts';

/** Two answers are about one thing when they share a goal, measure, person or event, or rest on one document and name none. */
export function isOfSameThing(one: Draft, other: Draft): boolean {
  const things = ({ targets, people, events }: Draft) => [...targets.map(targetKey), ...people, ...events];
  const known = things(one);
  const named = things(other);
  if (known.length > 0 && named.length > 0) return named.some((thing) => known.includes(thing));
  return other.citations.some(({ source }) => one.citations.some((citation) => citation.source === source));
}

/** Several answers as one, what they share said once. */
export function joinDrafts(drafts: readonly Draft[]): Draft {
  const [first, ...others] = drafts;
  if (!first || others.length === 0) return first ?? emptyDraft('not_found', '');
  const [, ...details] = withoutRepeats(drafts.flatMap(({ headline, details: more }) => [headline, ...more]));
  return {
    ...first,
    details,
    citations: uniqueCitations(drafts.flatMap(({ citations }) => citations)),
    next: [...new Set(drafts.flatMap(({ next }) => next))],
    targets: [...new Map(drafts.flatMap(({ targets }) => targets.map((one) => [targetKey(one), one]))).values()],
    people: [...new Set(drafts.flatMap(({ people }) => people))],
    organisations: [...new Set(drafts.flatMap(({ organisations }) => organisations))],
    events: [...new Set(drafts.flatMap(({ events }) => events))],
    personal: drafts.some(({ personal }) => personal),
  };
}

/** Letters by which two forms of a word are known for the same. */
const stemLength = 5;
/** This share of a line's words in one before it makes it the same said again. */
const sameWords = 0.8;

function withoutRepeats(lines: readonly string[]): string[] {
  const kept: { line: string; words: ReadonlySet<string> }[] = [];
  for (const line of lines) {
    const words = new Set((line.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.slice(0, stemLength)));
    const said = kept.some((before) => {
      const shared = [...words].filter((word) => before.words.has(word)).length;
      return words.size > 0 && shared >= sameWords * words.size;
    });
    if (!said) kept.push({ line, words });
  }
  return kept.map(({ line }) => line);
}
