import type { Passage } from '../domain/passage.ts';
import type { Composing } from './draft.ts';
import { kindFit } from './fit.ts';
import type { Candidate } from './knowledge-base.ts';
import { scoreSentences } from './select-sentences.ts';
import type { Group } from './understand.ts';
import type { Unit } from './units.ts';

const candidateLimit = 80;
/** How the score is made up: what unit and surroundings hold, what the unit itself holds, and the lexical score. */
const share = { coverage: 0.45, own: 0.3, lexical: 0.25 };

/** How much an untranslated word counts against evidence in another language. */
const untranslated = 0.25;

/** A candidate with its rank's score, comparable within one question. */
export type Ranked = Candidate & { score: number };

/** What may answer, best first: by how much of the question it holds, how well its kind suits it, and lexical score. */
export function rank(composing: Composing): Ranked[] {
  const { base, question } = composing;
  const ownLanguage = question.groups.map((group) => base.weigh(group));
  const otherLanguage = question.groups.map((group, index) => (ownLanguage[index] ?? 0) * (isUntranslated(group) ? untranslated : 1));
  return base
    .search(question.groups, candidateLimit)
    .map(({ unit, lexical }) => {
      const read = base.readEvidence(unit, question.groups);
      const weights = unit.words[question.language] === undefined ? otherLanguage : ownLanguage;
      const total = weights.reduce((sum, weight) => sum + weight, 0) || 1;
      const published = base.sourceYear(unit.source);
      const levels = read.map(({ total: level }, index) => withDocument(published, level, question.groups[index], unit));
      const held = (list: readonly number[]) => list.reduce((sum, level, index) => sum + level * (weights[index] ?? 0), 0) / total;
      const coverage = held(levels);
      const ownCoverage = unit.content.kind === 'article' ? bestSentence(composing, unit.content.passages, weights, total) : held(read.map(({ own }) => own));
      const fit = kindFit(unit, question) * cityFit(unit.cities, question.places);
      const score = (share.coverage * coverage + share.own * ownCoverage + share.lexical * lexical) * fit;
      return { unit, lexical, levels, weights, coverage, ownCoverage, score };
    })
    .toSorted((a, b) => b.score - a.score);
}

/** The share of the question that the article's best sentence holds by itself. */
function bestSentence(composing: Composing, passages: readonly Passage[], weights: readonly number[], total: number): number {
  const [best] = scoreSentences(composing, passages);
  return (best?.levels.reduce((sum, level, index) => sum + level * (weights[index] ?? 0), 0) ?? 0) / total;
}

/** A word without a concept cannot be looked for in a document of another language. */
function isUntranslated({ role, terms }: Group): boolean {
  return role === 'topic' && terms.length === 0;
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
