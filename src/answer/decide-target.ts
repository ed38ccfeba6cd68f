import type { Goal, Measure, Programme } from '../domain/programme.ts';
import { answersIn } from '../texts/answers/answers.ts';
import { askedFields } from './asked-fields.ts';
import {
  bodyNames,
  citeCurated,
  composeGoal,
  composeMeasure,
  measureName,
  shortTitle,
  timetableWords,
} from './compose-measure.ts';
import { type Composing, type Draft, citePassage, emptyDraft, uniqueCitations } from './draft.ts';
import { mentionsIntent } from './intents.ts';
import { judge } from './rank.ts';
import type { Unit } from './units.ts';
import { compileWords } from './word-patterns.ts';

/** Answers about a goal or measure that the question names by its number; null when it names none. */
export function decideTarget(composing: Composing): Draft | null {
  const { question, base } = composing;
  const [named] = question.targetIds;
  if (!named) return null;
  const programme = programmeOf(composing, named.prefix);
  const goal = programme?.goals.find(
    ({ id }) => id === named.id.split('.')[0] || id.replace(/^\p{L}+/u, '') === named.id,
  );
  if (!programme || !goal) return unknownTarget(composing, named.id);
  const measure = goal.measures.find(({ id }) => id === named.id);
  if (named.id.includes('.') && !measure) return unknownTarget(composing, named.id);
  if (composing.question.intents.has('light')) return colourLost(composing, programme, measure ?? goal);
  const unit = base.units.find(({ content }) => isUnitOf(content, programme, measure ?? goal));
  if (unit?.content.kind === 'measure') return composeMeasure(composing, unit.content);
  if (unit?.content.kind === 'goal') return withinGoal(composing, programme, goal, unit.content);
  return null;
}

function isUnitOf(content: Unit['content'], programme: Programme, target: Goal | Measure): boolean {
  if (content.kind === 'measure') return content.programme === programme && content.measure === target;
  return content.kind === 'goal' && content.programme === programme && content.goal === target;
}

/** The programme a prefix, a place or the channel names; else the first. */
export function programmeOf({ base, question, programme }: Composing, prefix: string | null): Programme | undefined {
  const { programmes, programmeKnowledge } = base.catalogue;
  const byPrefix = programmeKnowledge.find(
    ({ prefixes }) => prefix !== null && prefixes.some((known) => prefix.startsWith(known)),
  );
  const wanted =
    byPrefix?.id ??
    (question.targetIds.some(({ id }) => /^[a-z]/.test(id))
      ? curatedId(programmes, question.targetIds[0]?.id ?? '')
      : programme);
  return (
    programmes.find(({ id }) => id === wanted) ??
    programmes.find(({ city }) => question.places.includes(city)) ??
    programmes[0]
  );
}

function curatedId(programmes: readonly Programme[], id: string): string | undefined {
  return programmes.find(({ goals }) => goals.some((goal) => goal.id === id))?.id;
}

/**
 * What else a question says beside the goal's number picks the measure or metric of that goal it is about. A thing that none of them speaks
 * of is refused; the goal itself answers when nothing else is said.
 */
function withinGoal(composing: Composing, programme: Programme, goal: Goal, content: GoalContent): Draft {
  const { base, question } = composing;
  const onlyAsks = (surface: string) =>
    metricWords.test(surface.toLowerCase()) ||
    [...question.intents].some((intent) => intent !== 'yesNo' && mentionsIntent(intent, surface));
  const topics = question.groups.filter(
    ({ role, surface, terms }) =>
      (role === 'topic' || role === 'body') &&
      !goalWords.test(surface.toLowerCase()) &&
      !onlyAsks(surface) &&
      !terms.some(({ area }) => area === 'questions'),
  );
  if (topics.length === 0) return aboutGoal(composing, content);
  const [best] = base.units
    .filter((unit) => isOfGoal(unit.content, programme, goal))
    .map((unit) => judge(composing, unit, 0))
    .toSorted((a, b) => b.score - a.score);
  const held = topics.some((group) => (best?.levels[question.groups.indexOf(group)] ?? 0) >= 0.5);
  if (!best || !held) {
    const known = topics.some(({ terms }) => terms.length > 0);
    const name = shortTitle(composing, programme.id, goal.id) ?? goal.title;
    return known
      ? emptyDraft('not_stated', answersIn(composing.language).notStated(`${goal.id} ${name}`))
      : aboutGoal(composing, content);
  }
  if (best.unit.content.kind === 'measure') return composeMeasure(composing, best.unit.content);
  if (best.unit.content.kind !== 'goal') return aboutGoal(composing, content);
  return askedFields(question)[0] !== 'sentences'
    ? cellsOfGoal(composing, best.unit.content)
    : composeGoal(composing, best.unit.content);
}

type GoalContent = Extract<Unit['content'], { kind: 'goal' }>;

function isOfGoal(content: Unit['content'], programme: Programme, goal: Goal): boolean {
  return (
    (content.kind === 'measure' || content.kind === 'goal') && content.programme === programme && content.goal === goal
  );
}

const goalWords = compileWords({
  fi: 'tavoit* | toimenpi* | ohjelma*',
  sv: 'mål* | åtgärd* | program*',
  en: 'goal* | measure* | programme* | program*',
});

/** Asked about a whole goal: its title first, then who and when of its measures or the metric that was asked for. */
function aboutGoal(composing: Composing, content: Extract<Unit['content'], { kind: 'goal' }>): Draft {
  const { goal, programme, passages } = content;
  const texts = answersIn(composing.language);
  if (asksBodies(composing)) return cellsOfGoal(composing, content);
  if (asksMetric(composing)) return composeGoal(composing, content);
  const title = passages.find(({ place }) => place?.field === 'title');
  const name = shortTitle(composing, programme.id, goal.id);
  const words = title ? (title.translations[composing.language] ?? title.text) : goal.title;
  const draft = emptyDraft('answered', texts.heading(goal.id, name ?? words, false));
  draft.details = [
    ...(name && title ? [words] : []),
    ...goal.measures.map((measure) => `${measure.id} ${measureName(composing, programme.id, measure)}`),
  ];
  draft.citations = title ? citePassage(composing, title) : citeCurated(composing, programme, goal);
  draft.targets = [{ programme: programme.id, id: goal.id }];
  return draft;
}

function asksBodies({ question: { intents } }: Composing): boolean {
  return (['responsible', 'partner', 'timetable', 'when', 'who'] as const).some((intent) => intents.has(intent));
}

/** Who and when of every measure of a goal, a line each; of an only measure in full. */
function cellsOfGoal(composing: Composing, { goal, programme }: Extract<Unit['content'], { kind: 'goal' }>): Draft {
  const { base, language, question } = composing;
  const texts = answersIn(language);
  const units = base.units.filter(
    ({ content }) => content.kind === 'measure' && content.programme === programme && content.goal === goal,
  );
  const [only] = units;
  if (units.length === 1 && only?.content.kind === 'measure') return composeMeasure(composing, only.content);
  const field = question.intents.has('when') || question.intents.has('timetable') ? 'timetable' : 'responsible';
  const lines = goal.measures.map((measure) => {
    const { leads, partners, undefined: none } = measure.responsible;
    const bodies = none
      ? texts.undefinedParty
      : texts.join(bodyNames(composing, question.intents.has('partner') ? partners : leads));
    const name = measureName(composing, programme.id, measure);
    return `${measure.id} ${name}: ${field === 'timetable' ? timetableWords(measure.timetable, texts) : bodies}`;
  });
  const cells = units.flatMap(({ content }) =>
    content.kind === 'measure' ? content.passages.filter(({ place }) => place?.field === field).slice(0, 1) : [],
  );
  const name = shortTitle(composing, programme.id, goal.id) ?? goal.title;
  return {
    ...emptyDraft('answered', texts.heading(goal.id, name, false)),
    details: lines,
    citations: uniqueCitations(cells.slice(0, 3).flatMap((passage) => citePassage(composing, passage))),
    targets: [{ programme: programme.id, id: goal.id }],
  };
}

/** Asks for the goal's figure or what has become of it, not which goal it is. */
function asksMetric({ question: { intents, text } }: Composing): boolean {
  return (
    metricWords.test(text.toLowerCase()) ||
    intents.has('count') ||
    intents.has('yesNo') ||
    (intents.has('state') && !intents.has('define'))
  );
}

const metricWords = compileWords({
  fi: 'mittari* | päämittari* | tavoitetaso* | tavoitearvo* | tilanne | nykytilanne | toteutu*',
  sv: 'indikator* | huvudindikator* | målvärde* | läget | nuläget',
  en: 'target | targets | metric* | current | status | state',
});

function colourLost(composing: Composing, programme: Programme, target: Goal | Measure): Draft {
  const texts = answersIn(composing.language);
  return {
    ...emptyDraft('not_stated', texts.coloursLost),
    next: [texts.seeLight(target.id)],
    targets: [{ programme: programme.id, id: target.id }],
  };
}

function unknownTarget(composing: Composing, id: string): Draft {
  const texts = answersIn(composing.language);
  const programme = programmeOf(composing, null);
  const range = programme ? programme.goals.map((goal) => goal.id).join(', ') : '';
  return emptyDraft('not_found', texts.unknownTarget(id, range));
}
