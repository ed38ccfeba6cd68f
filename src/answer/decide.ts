import { type Composing, type Draft } from './draft.ts';
import { composeGoal, composeMeasure } from './compose-measure.ts';
import { composePassages } from './compose-passage.ts';
import { composeEvent, composeGlossary, composePerson } from './compose-record.ts';
import { kindFit } from './fit.ts';
import type { Candidate } from './knowledge-base.ts';
import { refuse } from './refuse.ts';
import type { Group } from './understand.ts';

const candidateLimit = 60;
/** The share of the question's weight that evidence must hold before it may answer. Tuned on the frozen question sets. */
const enoughCoverage = 0.62;
/** A name, post or year of the question must be in the evidence at least this well. */
const enoughConstraint = 0.6;

export type Ranked = Candidate & { score: number };

/** Ranks what may answer the question and composes the answer of the best, or refuses when the best does not cover what is asked. */
export function decide(composing: Composing): Draft {
  const ranked = rank(composing);
  const best = ranked.find((candidate) => holdsConstraints(composing, candidate) && candidate.coverage >= enoughCoverage);
  if (!best) return refuse(composing, ranked);
  return compose(composing, best, ranked);
}

/** Candidates by how much of the question they hold, how well their kind suits it, and lexical score. */
export function rank({ base, question }: Composing): Ranked[] {
  const weights = question.groups.map((group) => base.weigh(group));
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  return base
    .search(question.groups, candidateLimit)
    .map(({ unit, lexical }) => {
      const levels = base.readEvidence(unit, question.groups).map((level, index) => withCity(level, question.groups[index], unit.city));
      const coverage = levels.reduce((sum, level, index) => sum + level * (weights[index] ?? 0), 0) / total;
      const score = (0.7 * coverage + 0.3 * lexical) * kindFit(unit, question) * cityFit(unit.city, question.places);
      return { unit, lexical, levels, coverage, score };
    })
    .toSorted((a, b) => b.score - a.score);
}

function withCity(level: number, group: Group | undefined, city: string): number {
  return group?.role === 'place' && group.terms.some((term) => term.fi[0] === city) ? 1 : level;
}

function cityFit(city: string, places: readonly string[]): number {
  return places.length === 0 || places.includes(city) || city === 'Suomi' ? 1 : 0.75;
}

function holdsConstraints({ question }: Composing, candidate: Ranked): boolean {
  return question.groups.every((group, index) => {
    if (!['name', 'post', 'year', 'place'].includes(group.role)) return true;
    return (candidate.levels[index] ?? 0) >= enoughConstraint;
  });
}

function compose(composing: Composing, best: Ranked, ranked: readonly Ranked[]): Draft {
  const { content } = best.unit;
  switch (content.kind) {
    case 'measure':
      return composeMeasure(composing, content);
    case 'goal':
      return composeGoal(composing, content);
    case 'fact':
      return composePerson(composing, content.person, content.fact);
    case 'event':
      return composeEvent(composing, content.event);
    case 'glossary':
      return composeGlossary(composing, content);
    case 'passage':
      return composePassages(composing, best, ranked);
  }
}
