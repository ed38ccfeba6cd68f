import { readClauses } from './clauses.ts';
import { decide } from './decide.ts';
import { type Composing, type Draft, emptyDraft, uniqueCitations } from './draft.ts';
import { withSubjectOf } from './follow-up.ts';

/** More questions than this in one text are not answered one by one. */
const mostClauses = 3;

/**
 * Answers a text that may ask several things: as one question, and each of its parts by itself with what the part before it was about.
 * The parts answer together when the whole has no answer and every part has one; else they add to it what is of the same thing.
 */
export function decideClauses(composing: Composing): Draft {
  const whole = decide(composing);
  const clauses = readClauses(composing.question.text);
  if (clauses.length < 2 || clauses.length > mostClauses) return whole;
  const parts = decideParts(composing, clauses);
  if (whole.outcome === 'answered') {
    const adding = parts.filter((part) => part.outcome === 'answered' && isOfSameThing(whole, part));
    return joinDrafts([whole, ...adding]);
  }
  return parts.every(({ outcome }) => outcome === 'answered') ? joinDrafts(parts) : whole;
}

function decideParts(composing: Composing, clauses: readonly string[]): Draft[] {
  const { base, language } = composing;
  let before: Composing['question'] | null = null;
  return clauses.map((clause) => {
    const alone = base.understand(clause, language);
    const question = before === null ? alone : withSubjectOf(alone, before);
    before ??= alone;
    const draft = decide({ ...composing, question });
    return draft.outcome === 'answered' || question === alone ? draft : decide({ ...composing, question: alone });
  });
}

/** Two answers are about one thing when they share a goal, measure, person or event, or rest on one document and name none. */
function isOfSameThing(one: Draft, other: Draft): boolean {
  const things = ({ targets, people, events }: Draft) => [
    ...targets.map(({ programme, id }) => `${programme}:${id}`),
    ...people,
    ...events,
  ];
  const known = things(one);
  const named = things(other);
  if (known.length > 0 && named.length > 0) return named.some((thing) => known.includes(thing));
  return other.citations.some(({ source }) => one.citations.some((citation) => citation.source === source));
}

/** Several answers as one, what they share said once. */
export function joinDrafts(drafts: readonly Draft[]): Draft {
  const [first, ...others] = drafts;
  if (!first || others.length === 0) return first ?? emptyDraft('not_found', '');
  const lines = [...new Set(drafts.flatMap(({ headline, details }) => [headline, ...details]))];
  return {
    ...first,
    details: lines.filter((line) => line !== first.headline),
    citations: uniqueCitations(drafts.flatMap(({ citations }) => citations)),
    next: [...new Set(drafts.flatMap(({ next }) => next))],
    targets: [
      ...new Map(
        drafts.flatMap(({ targets }) => targets).map((target) => [`${target.programme}:${target.id}`, target]),
      ).values(),
    ],
    people: [...new Set(drafts.flatMap(({ people }) => people))],
    organisations: [...new Set(drafts.flatMap(({ organisations }) => organisations))],
    events: [...new Set(drafts.flatMap(({ events }) => events))],
    personal: drafts.some(({ personal }) => personal),
  };
}
