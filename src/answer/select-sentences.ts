import type { Passage } from '../domain/passage.ts';
import type { Composing } from './draft.ts';
import { type Unit, passageWords } from './units.ts';

const most = 3;
/** A further sentence is worth showing when it scores this share of the best. */
const nearBest = 0.8;

/**
 * The sentences of a record that answer the question, best first, at most three: those that hold most of what is asked and have a figure
 * or date when one is asked for. A target brings its state along when both are asked for.
 */
export function selectSentences(composing: Composing, passages: readonly Passage[]): Passage[] {
  const { base, question } = composing;
  const sentences = passages.filter(({ place }) => place === null || !['responsible', 'timetable'].includes(place.field));
  const scored = sentences.map((passage) => {
    const unit: Unit = {
      key: `sentence:${passage.id}`,
      source: passage.source,
      city: '',
      words: passageWords(passage),
      around: {},
      content: { kind: 'passage', passage },
    };
    const levels = base.readEvidence(unit, question.groups);
    const weight = question.groups.reduce((sum, group, index) => sum + base.weigh(group) * (levels[index] ?? 0), 0);
    return { passage, score: (weight + 0.5) * fieldFit(composing, passage) };
  });
  const ranked = scored.toSorted((a, b) => b.score - a.score || a.passage.ordinal - b.passage.ordinal);
  const best = ranked[0]?.score ?? 0;
  const chosen = ranked.filter(({ score }, place) => place === 0 || score >= nearBest * best).slice(0, most);
  return withCounterpart(composing, chosen.map(({ passage }) => passage), passages);
}

/** How well a field and its figures suit what is asked. */
function fieldFit({ question: { intents } }: Composing, passage: Passage): number {
  const field = passage.place?.field;
  let fit = 1;
  const states = field === 'followUp' || field === 'state';
  if (intents.has('state') || intents.has('yesNo')) fit *= states ? 1.5 : 0.8;
  if (intents.has('count')) fit *= /\d/.test(passage.text) ? 1.5 : 0.7;
  if (intents.has('when')) fit *= /\b\d{4}\b|\d\.\d/.test(passage.text) ? 1.4 : 0.7;
  if (intents.has('target')) fit *= field === 'target' ? 1.6 : 1;
  if (field === 'group' || field === 'heading' || field === 'title') fit *= 0.7;
  return fit;
}

/** The other half of a metric: a target without its state, or the reverse, leaves the asker half answered. */
function withCounterpart(composing: Composing, chosen: readonly Passage[], passages: readonly Passage[]): Passage[] {
  const result = [...chosen];
  for (const passage of chosen) {
    const { place } = passage;
    if (!place || (place.field !== 'target' && place.field !== 'state')) continue;
    const other = place.field === 'target' ? 'state' : 'target';
    const counterparts = passages.filter((candidate) => candidate.place?.field === other && candidate.place.metric === place.metric);
    if (chosen.some((candidate) => counterparts.includes(candidate))) continue;
    const asked = composing.question.intents.has('target') || composing.question.intents.has('state') || composing.question.intents.has('count');
    if (asked) result.push(...counterparts.filter((candidate) => other === 'target' || /\d|→/.test(candidate.text) || counterparts.length <= 2));
  }
  return [...new Set(result)];
}
