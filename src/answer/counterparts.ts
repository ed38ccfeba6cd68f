import type { Passage } from '../domain/passage.ts';
import type { Composing } from './draft.ts';
import { mentionsIntent } from './intents.ts';
import { hasFigure } from './sentence-type.ts';

/** At most so many sentences are shown. */
const mostSentences = 3;

/** "How many so far, and what is the goal?": of an article, the sentence of the section that gives the goal in figures comes along. */
export function withGoal(
  question: Composing['question'],
  chosen: readonly Passage[],
  passages: readonly Passage[],
): readonly Passage[] {
  const [first] = chosen;
  if (!first || first.place !== null || !question.intents.has('target') || !question.intents.has('count'))
    return chosen;
  const givesGoal = ({ text }: Passage) => mentionsIntent('target', text) && hasFigure(text);
  const goal = passages.find((passage) => passage.section === first.section && givesGoal(passage));
  return goal && !chosen.some(givesGoal) ? [first, goal, ...chosen.slice(1)].slice(0, mostSentences) : chosen;
}

/** "(Lähde: …)": where a figure comes from, not an answer. */
export const sourceNote = /^\((?:Lähde|Källa|Source)\b/u;

/** The other half of a metric: a target without its state, or the reverse, leaves the asker half answered. */
export function withCounterpart(chosen: readonly Passage[], passages: readonly Passage[]): Passage[] {
  const result = [...chosen];
  for (const { place } of chosen) {
    if (!place || (place.field !== 'target' && place.field !== 'state')) continue;
    const other = place.field === 'target' ? 'state' : 'target';
    const counterparts = passages.filter(
      (candidate) => candidate.place?.field === other && candidate.place.metric === place.metric,
    );
    if (!chosen.some((candidate) => counterparts.includes(candidate)))
      result.push(...counterparts.filter(({ text }) => !sourceNote.test(text)));
  }
  return [...new Set(result)];
}
