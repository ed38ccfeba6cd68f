import type { Goal, Measure, Programme } from '../domain/programme.ts';
import { answersIn } from '../texts/answers/answers.ts';
import { composeGoal, composeMeasure, shortTitle } from './compose-measure.ts';
import { type Composing, type Draft, citePassage, emptyDraft } from './draft.ts';
import type { Unit } from './units.ts';

/** Answers about a goal or measure that the question names by its number; null when it names none. */
export function decideTarget(composing: Composing): Draft | null {
  const { question, base } = composing;
  const [named] = question.targetIds;
  if (!named) return null;
  const programme = programmeOf(composing, named.prefix);
  const goal = programme?.goals.find(({ id }) => id === named.id.split('.')[0]);
  if (!programme || !goal) return unknownTarget(composing, named.id);
  const measure = goal.measures.find(({ id }) => id === named.id);
  if (named.id.includes('.') && !measure) return unknownTarget(composing, named.id);
  if (composing.question.intents.has('light')) return colourLost(composing, programme, measure ?? goal);
  const unit = base.units.find(({ content }) => isUnitOf(content, programme, measure ?? goal));
  if (unit?.content.kind === 'measure') return composeMeasure(composing, unit.content);
  if (unit?.content.kind === 'goal') return aboutGoal(composing, unit.content);
  return null;
}

function isUnitOf(content: Unit['content'], programme: Programme, target: Goal | Measure): boolean {
  if (content.kind === 'measure') return content.programme === programme && content.measure === target;
  return content.kind === 'goal' && content.programme === programme && content.goal === target;
}

/** The programme a prefix, a place or the channel names; else the first. */
export function programmeOf({ base, question, programme }: Composing, prefix: string | null): Programme | undefined {
  const { programmes, programmeKnowledge } = base.catalogue;
  const byPrefix = programmeKnowledge.find(({ prefixes }) => prefix !== null && prefixes.some((known) => prefix.startsWith(known)));
  const wanted = byPrefix?.id ?? (question.targetIds.some(({ id }) => /^[a-z]/.test(id)) ? curatedId(programmes, question.targetIds[0]?.id ?? '') : programme);
  return programmes.find(({ id }) => id === wanted) ?? programmes.find(({ city }) => question.places.includes(city)) ?? programmes[0];
}

function curatedId(programmes: readonly Programme[], id: string): string | undefined {
  return programmes.find(({ goals }) => goals.some((goal) => goal.id === id))?.id;
}

/** Asked about a whole goal: its title first, then who and when of its measures or the metric that was asked for. */
function aboutGoal(composing: Composing, content: Extract<Unit['content'], { kind: 'goal' }>): Draft {
  const { intents } = composing.question;
  const { goal, programme, passages } = content;
  const texts = answersIn(composing.language);
  if (['target', 'count', 'state', 'yesNo'].some((intent) => intents.has(intent as never)) && !intents.has('define') && !intents.has('list')) return composeGoal(composing, content);
  const title = passages.find(({ place }) => place?.field === 'title');
  const name = shortTitle(composing, programme.id, goal.id);
  const words = title ? (title.translations[composing.language] ?? title.text) : goal.title;
  const draft = emptyDraft('answered', `${texts.heading(goal.id, name ?? words, false)}`);
  draft.details = [...(name ? [words] : []), ...goal.measures.map((measure) => `${measure.id} ${shortTitle(composing, programme.id, measure.id) ?? measure.heading ?? measure.text.slice(0, 60)}`)];
  draft.citations = title ? citePassage(composing, title) : [];
  draft.targets = [{ programme: programme.id, id: goal.id }];
  return draft;
}

function colourLost(composing: Composing, programme: Programme, target: Goal | Measure): Draft {
  const texts = answersIn(composing.language);
  return { ...emptyDraft('not_stated', texts.coloursLost), next: [texts.seeLight(target.id)], targets: [{ programme: programme.id, id: target.id }] };
}

function unknownTarget(composing: Composing, id: string): Draft {
  const texts = answersIn(composing.language);
  const programme = programmeOf(composing, null);
  const range = programme ? programme.goals.map((goal) => goal.id).join(', ') : '';
  return emptyDraft('not_found', texts.unknownTarget(id, range));
}
