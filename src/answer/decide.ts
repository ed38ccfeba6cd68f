import { comparePlaces } from './compare-places.ts';
import { composeGoal, composeMeasure } from './compose-measure.ts';
import { composeArticle } from './compose-article.ts';
import { composeEvent, composeGlossary, composePerson } from './compose-record.ts';
import { asksSpeaker, decideSpeaker } from './decide-speaker.ts';
import { decidePeriod, decideStructure } from './decide-structure.ts';
import { decideTarget } from './decide-target.ts';
import type { Composing, Draft } from './draft.ts';
import { covers, isRecord, plentyCoverage } from './covers.ts';
import { decideAppointed } from './decide-appointed.ts';
import { decideBody, describeBody } from './decide-body.ts';
import { decideDocument } from './decide-document.ts';
import { decideFigures } from './decide-figures.ts';
import { decideHolder } from './decide-holder.ts';
import { decideNeighbour } from './decide-neighbour.ts';
import { decidePerson } from './decide-person.ts';
import { decideSeveral } from './decide-several.ts';
import { decideWording } from './decide-wording.ts';
import { lacksAnswerType } from './answer-type.ts';
import { wholeCountry } from '../domain/event.ts';
import type { Intent } from './intents.ts';
import { lacksInDraft } from './lacks-in-draft.ts';
import { joinDrafts } from './join-drafts.ts';
import { withMembership } from './membership.ts';
import { type Ranked, rank } from './rank.ts';
import { placeName, refuse } from './refuse.ts';
import { answersIn } from '../texts/answers/answers.ts';
import { composeChange } from './versions.ts';

/** Evidence of another city that holds this much more is what was meant. */
const muchMore = 0.2;
/** The best is ahead of all other evidence by this much. */
const lead = 0.15;
/** The share of the best score below which evidence no longer answers in its place. */
const nearTop = 0.62;
/** A record of another city this far ahead of all that the asked city has is what was meant. */
const recordLead = 0.08;
/** Evidence that lacks the kind of thing asked for gives way to other evidence with at least this share of its score. */
const nearBest = 0.85;
/** A record, which says one thing, gives way to evidence near it that holds so much more of the question. */
const fullerBy = 0.08;

/**
 * Answers what the question names outright; else ranks what may answer and composes the answer of the best, or refuses when the best does
 * not cover what is asked. A question asked in a known way is answered as what it is known to ask.
 */
export function decide(composing: Composing): Draft {
  const named =
    decideStructure(composing) ?? decidePeriod(composing) ?? decideTarget(composing) ?? decideBody(composing);
  if (named) return named;
  const ranked = rank(composing);
  const ofDocument = decideDocument(composing, ranked);
  if (ofDocument) return ofDocument;
  const fromEvidence = decideFromEvidence(composing, ranked);
  const draft = decideWording(composing, ranked, fromEvidence) ?? fromEvidence;
  if (lacksInDraft(composing, draft)) return refuse(composing, ranked);
  return withMembership(composing, withItsTime(composing, ranked, draft));
}

/** The share of the best score at which an event tells the time of what the question is about. */
const sameThing = 0.75;
/** An event that holds so much less of the question than the best is about something else. */
const lessHeld = 0.1;
const temporal: readonly Intent[] = ['when', 'timetable', 'yesNo', 'state', 'duration'];

/** "Is it still on?": an answer about something that has its time as an event is told with it. */
function withItsTime(composing: Composing, ranked: readonly Ranked[], draft: Draft): Draft {
  const { intents } = composing.question;
  if (draft.outcome !== 'answered' || draft.events.length > 0 || !temporal.some((intent) => intents.has(intent)))
    return draft;
  const [top] = ranked;
  const timed = ranked.find(
    (candidate) =>
      candidate.unit.content.kind === 'event' &&
      candidate.score >= sameThing * (top?.score ?? 0) &&
      candidate.coverage >= (top?.coverage ?? 0) - lessHeld &&
      covers(composing, candidate),
  );
  if (timed?.unit.content.kind !== 'event') return draft;
  return joinDrafts([draft, composeEvent(composing, timed.unit.content.event)]);
}

function decideFromEvidence(composing: Composing, ranked: readonly Ranked[]): Draft {
  return (
    comparePlaces(composing, ranked) ??
    decideFigures(composing, ranked) ??
    decideSpeaker(composing, ranked) ??
    (asksSpeaker(composing.question) ? refuse(composing, ranked) : null) ??
    decideAppointed(composing, ranked) ??
    decideSeveral(composing) ??
    decidePerson(composing) ??
    decideNeighbour(composing, ranked) ??
    decideHolder(composing, ranked) ??
    (ranked[0]?.unit.content.kind === 'glossary' ? null : describeBody(composing)) ??
    decideBest(composing, ranked)
  );
}

/** The answer of the best that covers the question, or a refusal. */
function decideBest(composing: Composing, ranked: readonly Ranked[]): Draft {
  const able = ranked.filter(
    (candidate) => covers(composing, candidate, isAhead(candidate, ranked)) && isNearTop(candidate, ranked),
  );
  const best = preferMeasure(composing, able);
  if (!best) return refuse(composing, ranked);
  const elsewhere = betterElsewhere(composing, best, ranked);
  if (elsewhere) return refuse(composing, [elsewhere]);
  const near = able.filter(({ score }) => score >= nearBest * best.score);
  const fuller = isRecord(best) ? near.filter(({ coverage }) => coverage >= best.coverage + fullerBy) : [];
  const answering = [...fuller, best, ...near].find((candidate) => !lacksAnswerType(composing, candidate));
  if (!answering) return refuse(composing, [best]);
  return withOtherCity(composing, answering, compose(composing, answering, ranked));
}

/** What a question is most likely about lies near the top: when the top lacks what is asked, far weaker evidence would mislead. */
function isNearTop({ score }: Ranked, [top]: readonly Ranked[]): boolean {
  return score >= nearTop * (top?.score ?? 0);
}

/** Evidence of another city that holds much more of what is asked: then the asked city's answer is not known, and another would mislead. */
function betterElsewhere({ question }: Composing, best: Ranked, ranked: readonly Ranked[]): Ranked | undefined {
  if (question.places.length === 0) return undefined;
  const ofBest = coverageWithoutPlaces(question, best);
  return ranked.find((candidate) => {
    if (candidate.unit.cities.some((city) => question.places.includes(city))) return false;
    const coverage = coverageWithoutPlaces(question, candidate);
    if (coverage < plentyCoverage) return false;
    return coverage - ofBest >= muchMore || (isRecord(candidate) && candidate.score - best.score >= recordLead);
  });
}

function coverageWithoutPlaces({ groups }: Composing['question'], { levels, weights }: Ranked): number {
  const counted = groups.map(({ role }, index) => (role === 'place' ? 0 : (weights[index] ?? 0)));
  const total = counted.reduce((sum, weight) => sum + weight, 0) || 1;
  return levels.reduce((sum, level, index) => sum + level * (counted[index] ?? 0), 0) / total;
}

function isAhead(candidate: Ranked, ranked: readonly Ranked[]): boolean {
  const [first, second] = ranked;
  return candidate === first && candidate.score - (second?.score ?? 0) >= lead;
}

/** Who is responsible and by when stands in a measure's own cells, so a measure that covers the question goes before other records. */
function preferMeasure({ question: { intents } }: Composing, able: readonly Ranked[]): Ranked | undefined {
  const [best] = able;
  if (!best || best.unit.content.kind === 'fact') return best;
  const asksCells =
    intents.has('partner') || intents.has('timetable') || (intents.has('responsible') && !intents.has('when'));
  if (!asksCells) return best;
  const measure = able.find(({ unit }) => unit.content.kind === 'measure');
  return measure && measure.score >= 0.85 * best.score ? measure : best;
}

/** In a channel of one city, an answer about another says so. */
function withOtherCity(composing: Composing, { unit }: Ranked, draft: Draft): Draft {
  const { city, question } = composing;
  const [own] = unit.cities;
  if (
    city === undefined ||
    question.places.length > 0 ||
    own === undefined ||
    unit.cities.includes(city) ||
    unit.cities.includes(wholeCountry)
  )
    return draft;
  return {
    ...draft,
    next: [...draft.next, answersIn(composing.language).otherMunicipality(placeName(composing, own))],
  };
}

function compose(composing: Composing, best: Ranked, ranked: readonly Ranked[]): Draft {
  const { content } = best.unit;
  const change = composing.question.intents.has('changed') ? composeChange(composing, best.unit) : null;
  if (change) return change;
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
    case 'article':
      return composeArticle(composing, best, ranked);
  }
}
