import type { Passage } from '../domain/passage.ts';
import type { Composing } from './draft.ts';
import { type Unit, passageWords } from './units.ts';

const most = 3;
/** A further sentence is worth showing when it scores this share of the best. */
const nearBest = 0.8;
/** Weight of the question's words that a further sentence must add; a rare word weighs about 5. */
const worthAdding = 3;

/**
 * The sentences of a record that answer the question, best first, at most three: those that hold most of what is asked and have a figure
 * or date when one is asked for; then those that add a part the best one lacks. A target brings its state along when both are asked for.
 */
export function selectSentences(composing: Composing, passages: readonly Passage[]): Passage[] {
  const { base, question } = composing;
  const weights = question.groups.map((group) => base.weigh(group));
  const scored = eligible(composing, passages).map((passage) => {
    const levels = base.readEvidence(sentenceUnit(passage), question.groups).map(({ own }) => own);
    const held = levels.reduce((sum, level, index) => sum + level * (weights[index] ?? 0), 0);
    return { passage, levels, score: (held + 0.5) * fieldFit(composing, passage) };
  });
  const ranked = scored.toSorted((a, b) => b.score - a.score || a.passage.ordinal - b.passage.ordinal);
  const [best] = ranked;
  if (!best) return [];
  const chosen = [best];
  const covered = [...best.levels];
  for (const candidate of ranked.slice(1)) {
    if (chosen.length === most) break;
    const gain = candidate.levels.reduce(
      (sum, level, index) => sum + Math.max(0, level - (covered[index] ?? 0)) * (weights[index] ?? 0),
      0,
    );
    const suits = !question.intents.has('count') || /\d/.test(candidate.passage.text);
    if (candidate.score < nearBest * best.score && !(gain >= worthAdding && suits)) continue;
    chosen.push(candidate);
    for (const [index, level] of candidate.levels.entries()) covered[index] = Math.max(covered[index] ?? 0, level);
  }
  return withCounterpart(
    composing,
    chosen.map(({ passage }) => passage),
    passages,
  );
}

/** Sentences that can answer at all: of a question about what has happened, only those that tell it. */
function eligible({ question: { intents } }: Composing, passages: readonly Passage[]): Passage[] {
  const sentences = passages.filter(
    ({ place }) => place === null || !['responsible', 'timetable'].includes(place.field),
  );
  const asksState = (intents.has('state') || intents.has('yesNo')) && !intents.has('target');
  const told = sentences.filter(({ place }) => place?.field === 'followUp' || place?.field === 'state');
  return asksState && told.length > 0 ? told : sentences;
}

function sentenceUnit(passage: Passage): Unit {
  const content = { kind: 'passage', passage } as const;
  return {
    key: `sentence:${passage.id}`,
    source: passage.source,
    cities: [],
    words: passageWords(passage),
    around: {},
    wider: null,
    content,
  };
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
    const counterparts = passages.filter(
      (candidate) => candidate.place?.field === other && candidate.place.metric === place.metric,
    );
    if (chosen.some((candidate) => counterparts.includes(candidate))) continue;
    const asked =
      composing.question.intents.has('target') ||
      composing.question.intents.has('state') ||
      composing.question.intents.has('count');
    if (asked)
      result.push(
        ...counterparts.filter(
          (candidate) => other === 'target' || /\d|→/.test(candidate.text) || counterparts.length <= 2,
        ),
      );
  }
  return [...new Set(result)];
}
