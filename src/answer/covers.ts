import { wholeCountry } from '../domain/event.ts';
import { asksCells } from './asked-fields.ts';
import type { Composing } from './draft.ts';
import type { Ranked } from './rank.ts';
import type { Group } from './groups.ts';

/** The share of the question's weight that evidence must hold before it may answer. These figures were tuned on the evaluation questions. */
const enoughCoverage = 0.55;
/** Evidence far ahead of all other may hold less: what it lacks is said in other words. */
const enoughWhenAhead = 0.46;
/** Evidence that holds this much may put the thing asked for in other words. */
export const plentyCoverage = 0.72;
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

/** True when the evidence holds enough of the question, and of its names, places, years and the thing asked for. */
export function covers({ question, base }: Composing, candidate: Ranked, ahead = false): boolean {
  const described = candidate.unit.content.kind === 'measure' && asksCells(question);
  const enough = ahead || described ? enoughWhenAhead : enoughCoverage;
  if (coverageAsked(question, candidate) < enough || candidate.ownCoverage < enoughOwn) return false;
  if (!isAboutPlaces(question, candidate) || !saysMoreThanNames(question, candidate)) return false;
  const { weights } = candidate;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const mayMiss = mayMissShare(question, candidate) * total;
  return question.groups.every((group, index) => {
    const level = candidate.levels[index] ?? 0;
    const constrained =
      constraints.has(group.role) ||
      (group === question.focus[0] &&
        candidate.coverage < plentyCoverage &&
        isRequired(question, candidate) &&
        !(asksTimeOf(question, candidate) && saysOnlyHow(group)));
    if (group.role === 'post' && candidate.unit.content.kind === 'fact')
      return base.holdsPost(candidate.unit.content.person, group);
    if (group.role === 'year' && asksWhetherHappens(question, candidate)) return true;
    if (group.role === 'post') return level >= enoughPost;
    if (constrained) return level >= enoughConstraint;
    if (asksTimeOf(question, candidate) && saysOnlyHow(group)) return true;
    return group.role !== 'topic' || level >= missingLevel || (weights[index] ?? 0) <= mayMiss;
  });
}

/** "Is it true that … in 2024?" of an event is answered with the date that holds, whichever year was believed. */
function asksWhetherHappens({ intents }: Composing['question'], { unit: { content } }: Ranked): boolean {
  return content.kind === 'event' && intents.has('yesNo');
}

/** The share of the question's weight that evidence holds, talk of time aside where the time of an event is asked. */
function coverageAsked(question: Composing['question'], candidate: Ranked): number {
  if (!asksTimeOf(question, candidate)) return candidate.coverage;
  const counted = question.groups.map((group, index) => (saysOnlyHow(group) ? 0 : (candidate.weights[index] ?? 0)));
  const total = counted.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return candidate.coverage;
  return candidate.levels.reduce((sum, level, index) => sum + level * (counted[index] ?? 0), 0) / total;
}

/** An event that is asked whether or when it is, was or will be. */
function asksTimeOf({ intents }: Composing['question'], { unit: { content } }: Ranked): boolean {
  return content.kind === 'event' && (intents.has('yesNo') || intents.has('when') || intents.has('state'));
}

/** Words of going on, beginning and ending, of time and of everyday talk: an event's time answers them however it is worded. */
const talk: ReadonlySet<string> = new Set(['questions', 'verbs', 'time-and-numbers', 'everyday', 'asking']);

function saysOnlyHow({ terms, role }: Group): boolean {
  return role === 'verb' || (role === 'topic' && terms.every(({ area }) => talk.has(area)));
}

const constraints: ReadonlySet<string> = new Set(['name', 'post', 'year', 'place', 'number']);

/** How much of the question's weight a topic may make up that the evidence lacks, 0–1. */
function mayMissShare({ intents }: Composing['question'], candidate: Ranked): number {
  if (isRecord(candidate)) return missingInRecord;
  return intents.has('yesNo') ? missingInYesNo : missingShare;
}

/** A person's fact, an event or a definition says one thing: what it lacks of the question it does not answer. */
export function isRecord({ unit: { content } }: Ranked): boolean {
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
