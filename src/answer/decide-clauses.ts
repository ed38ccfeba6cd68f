import { readClauses } from './clauses.ts';
import { decide } from './decide.ts';
import type { Composing, Draft } from './draft.ts';
import { withSubjectOf } from './follow-up.ts';
import { isOfSameThing, joinDrafts } from './join-drafts.ts';

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
