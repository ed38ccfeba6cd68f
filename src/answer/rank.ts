import type { Composing } from './draft.ts';
import { kindFit } from './fit.ts';
import type { Candidate } from './knowledge-base.ts';
import type { Group } from './understand.ts';
import type { Unit } from './units.ts';

const candidateLimit = 80;
const coverageShare = 0.7;

/** A candidate with its rank's score, comparable within one question. */
export type Ranked = Candidate & { score: number };

/** What may answer, best first: by how much of the question it holds, how well its kind suits it, and lexical score. */
export function rank({ base, question }: Composing): Ranked[] {
  const weights = question.groups.map((group) => base.weigh(group));
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  return base
    .search(question.groups, candidateLimit)
    .map(({ unit, lexical }) => {
      const levels = base.readEvidence(unit, question.groups).map((level, index) => withDocument(base.sourceYear(unit.source), level, question.groups[index], unit));
      const coverage = levels.reduce((sum, level, index) => sum + level * (weights[index] ?? 0), 0) / total;
      const fit = kindFit(unit, question) * cityFit(unit.cities, question.places);
      return { unit, lexical, levels, coverage, score: (coverageShare * coverage + (1 - coverageShare) * lexical) * fit };
    })
    .toSorted((a, b) => b.score - a.score);
}

/** A document is about its own municipality and speaks of the year it was published, whether or not a sentence says so. */
function withDocument(published: string | null, level: number, group: Group | undefined, unit: Unit): number {
  if (group?.role === 'place' && group.terms.some((term) => unit.cities.includes(term.fi[0] ?? ''))) return 1;
  if (group?.role === 'year' && published === group.surface) return Math.max(level, 0.8);
  return level;
}

function cityFit(cities: readonly string[], places: readonly string[]): number {
  return places.length === 0 || cities.includes('Suomi') || cities.some((city) => places.includes(city)) ? 1 : 0.75;
}
