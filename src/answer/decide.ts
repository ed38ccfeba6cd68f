import { comparePlaces } from './compare-places.ts';
import { composeGoal, composeMeasure } from './compose-measure.ts';
import { composeArticle } from './compose-article.ts';
import { composeEvent, composeGlossary, composePerson } from './compose-record.ts';
import { decideSpeaker } from './decide-speaker.ts';
import { decideStructure } from './decide-structure.ts';
import { decideTarget } from './decide-target.ts';
import type { Composing, Draft } from './draft.ts';
import { decideBody, describeBody } from './decide-body.ts';
import { decideDocument } from './decide-document.ts';
import { decideFigures } from './decide-figures.ts';
import { decideHolder } from './decide-holder.ts';
import { decidePerson } from './decide-person.ts';
import { decideWording } from './decide-wording.ts';
import { asksCells } from './asked-fields.ts';
import { lacksAnswerType } from './answer-type.ts';
import { wholeCountry } from '../domain/event.ts';
import { type Ranked, rank } from './rank.ts';
import { placeName, refuse } from './refuse.ts';
import { answersIn } from '../texts/answers/answers.ts';
import { composeChange } from './versions.ts';

/** The share of the question's weight that evidence must hold before it may answer. These figures were tuned on the evaluation questions. */
const enoughCoverage = 0.55;
const muchMore = 0.2;
/** Evidence far ahead of all other may hold less: what it lacks is said in other words. */
const enoughWhenAhead = 0.46;
const lead = 0.15;
/** The share of the best score below which evidence no longer answers in its place. */
const nearTop = 0.62;
/** A record of another city this far ahead of all that the asked city has is what was meant. */
const recordLead = 0.08;
/** Evidence that holds this much may put the thing asked for in other words. */
const plentyCoverage = 0.72;
/** The share that the evidence's own words must hold; the rest may stand around it. */
const enoughOwn = 0.15;
/** A topic held less than this is missing; one that makes up more than this share of the question may not be. */
const missingLevel = 0.4;
const missingShare = 0.38;
const missingInRecord = 0.22;
/** A yes needs more of what is asked than a description does. */
const missingInYesNo = 0.28;
/** A name, body, post, place or year of the question must be in the evidence at least this well. */
const enoughConstraint = 0.5;
const enoughPost = 0.8;
/** Evidence that lacks the kind of thing asked for gives way to other evidence with at least this share of its score. */
const nearBest = 0.85;

/**
 * Answers what the question names outright; else ranks what may answer and composes the answer of the best, or refuses when the best does
 * not cover what is asked. A question asked in a known way is answered as what it is known to ask.
 */
export function decide(composing: Composing): Draft {
  const named = decideStructure(composing) ?? decideTarget(composing) ?? decideBody(composing);
  if (named) return named;
  const ranked = rank(composing);
  const fromEvidence = decideFromEvidence(composing, ranked);
  return decideWording(composing, ranked, fromEvidence) ?? fromEvidence;
}

function decideFromEvidence(composing: Composing, ranked: readonly Ranked[]): Draft {
  return (
    comparePlaces(composing, ranked) ??
    decideDocument(composing, ranked) ??
    decideFigures(composing, ranked) ??
    decideSpeaker(composing, ranked) ??
    decidePerson(composing) ??
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
  const answering = [best, ...able.filter(({ score }) => score >= nearBest * best.score)].find(
    (candidate) => !lacksAnswerType(composing, candidate),
  );
  if (!answering) return refuse(composing, [best]);
  return withOtherCity(composing, answering, compose(composing, answering, ranked));
}

/** What a question is most likely about lies near the top: when the top lacks what is asked, far weaker evidence would mislead. */
function isNearTop({ score }: Ranked, [top]: readonly Ranked[]): boolean {
  return score >= nearTop * (top?.score ?? 0);
}

/** True when the evidence holds enough of the question, and of its names, places, years and the thing asked for. */
export function covers({ question, base }: Composing, candidate: Ranked, ahead = false): boolean {
  const described = candidate.unit.content.kind === 'measure' && asksCells(question);
  if (candidate.coverage < (ahead || described ? enoughWhenAhead : enoughCoverage) || candidate.ownCoverage < enoughOwn)
    return false;
  if (!isAboutPlaces(question, candidate) || !saysMoreThanNames(question, candidate)) return false;
  const { weights } = candidate;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const mayMiss = mayMissShare(question, candidate) * total;
  return question.groups.every((group, index) => {
    const level = candidate.levels[index] ?? 0;
    const constrained =
      constraints.has(group.role) ||
      (group === question.focus[0] && candidate.coverage < plentyCoverage && isRequired(question, candidate));
    if (group.role === 'post' && candidate.unit.content.kind === 'fact')
      return base.holdsPost(candidate.unit.content.person, group);
    if (group.role === 'year' && asksWhetherHappens(question, candidate)) return true;
    if (group.role === 'post') return level >= enoughPost;
    if (constrained) return level >= enoughConstraint;
    return group.role !== 'topic' || level >= missingLevel || (weights[index] ?? 0) <= mayMiss;
  });
}

/** "Is it true that … in 2024?" of an event is answered with the date that holds, whichever year was believed. */
function asksWhetherHappens({ intents }: Composing['question'], { unit: { content } }: Ranked): boolean {
  return content.kind === 'event' && intents.has('yesNo');
}

const constraints: ReadonlySet<string> = new Set(['name', 'post', 'year', 'place', 'number']);

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

/** How much of the question's weight a topic may make up that the evidence lacks, 0–1. */
function mayMissShare({ intents }: Composing['question'], candidate: Ranked): number {
  if (isRecord(candidate)) return missingInRecord;
  return intents.has('yesNo') ? missingInYesNo : missingShare;
}

/** A person's fact, an event or a definition says one thing: what it lacks of the question it does not answer. */
function isRecord({ unit: { content } }: Ranked): boolean {
  return content.kind === 'fact' || content.kind === 'event' || content.kind === 'glossary';
}

/** Evidence about a named person must hold what is asked of them; a fact of somebody not named must hold all that is asked. */
function saysMoreThanNames({ groups, intents, people }: Composing['question'], { unit, levels }: Ranked): boolean {
  const asked = groups.flatMap(({ role }, index) =>
    role === 'name' || role === 'asking' || role === 'place' ? [] : [levels[index] ?? 0],
  );
  if (unit.content.kind === 'fact' && people.length === 0 && unit.content.fact.attribute === 'statement') return false;
  if (unit.content.kind === 'fact' && people.length === 0) return asked.every((level) => level >= enoughConstraint);
  if (people.length === 0) return true;
  const onlyWho = [...intents].every((intent) => ['who', 'define', 'list', 'post'].includes(intent));
  return asked.length === 0 ? onlyWho : asked.some((level) => level >= enoughConstraint);
}

/** A city named inside a body's name must be the evidence's own, or the evidence must name that body. */
function isAboutPlaces({ places, groups }: Composing['question'], { unit, levels }: Ranked): boolean {
  const inBodies = places.filter(
    (place) => !groups.some(({ role, terms }) => role === 'place' && terms.some((term) => term.fi[0] === place)),
  );
  const namesBodies = groups.every(({ role }, index) => role !== 'body' || (levels[index] ?? 0) >= enoughPost);
  const own = unit.content.kind === 'article' || unit.content.kind === 'fact';
  return inBodies.every(
    (place) => unit.cities.includes(place) || unit.cities.includes(wholeCountry) || (own && namesBodies),
  );
}

/** The thing asked for must be in the evidence, unless its word cannot be looked for there or the evidence's kind is what is asked. */
function isRequired({ language, intents }: Composing['question'], { unit }: Ranked): boolean {
  if (unit.content.kind === 'fact' && (intents.has('education') || intents.has('previous') || intents.has('duty')))
    return false;
  return unit.words[language] !== undefined;
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

export function compose(composing: Composing, best: Ranked, ranked: readonly Ranked[]): Draft {
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
