import type { Person, PersonAttribute, PersonFact } from '../domain/people.ts';
import { answersIn } from '../texts/answers/answers.ts';
import { asksYear } from './answer-type.ts';
import { composePerson, contactKind } from './compose-record.ts';
import { type Composing, type Draft, emptyDraft } from './draft.ts';
import { joinDrafts } from './join-drafts.ts';
import { type Intent, mentionsIntent } from './intents.ts';
import { judge } from './rank.ts';
import type { Group } from './groups.ts';
import type { Unit } from './units.ts';
import { compileWords } from './word-patterns.ts';

const asksFor: readonly (readonly [Intent, PersonAttribute])[] = [
  ['start', 'start'],
  ['when', 'start'],
  ['previous', 'previous'],
  ['education', 'education'],
  ['post', 'post'],
];
/** The share of what is asked about a person, their name aside, that a fact of theirs has to hold. */
const enough = 0.5;

/** Answers what is asked about named people from their facts: contact details, posts, starts, careers. Null when no fact holds it. */
export function decidePerson(composing: Composing): Draft | null {
  const { question } = composing;
  const named = question.people.map(({ person }) => person);
  const [first] = named;
  if (!first) return null;
  if (question.intents.has('contact')) return decideContact(composing, named);
  if (asksNeighbour(composing)) return null;
  const asked = asksFor.filter(([intent]) => question.intents.has(intent)).map(([, attribute]) => attribute);
  const drafts = named.flatMap((person) => {
    const fact = bestFact(composing, person, asked);
    return fact ? [answerFact(composing, person, fact)] : [];
  });
  if (drafts.length > 0) return joinDrafts(drafts);
  const asksMore = question.groups.some(
    (group) =>
      ['topic', 'body', 'post'].includes(group.role) &&
      !isLoose(group) &&
      !asked.some((attribute) => mentionsAttribute(attribute, group.surface)),
  );
  const specific = asked.filter((attribute) => attribute === 'education' || attribute === 'previous');
  return specific.length > 0 && !asksMore ? notStated(composing, named) : null;
}

/** Asks who held a post before or after a named person. */
export function asksNeighbour({ question }: Composing): boolean {
  return question.people.length > 0 && question.intents.has('who') && neighbourWords.test(question.text.toLowerCase());
}

const neighbourWords = compileWords({
  fi: 'ennen | edeltäj* | seuraaj* | jälkeen | tilalle | korvasi | korvaa | sijaistaa | sijaisena',
  sv: 'före | innan | företräd* | efterträd* | efter | ersatte | ersätter | vikarierar',
  en: 'before | predecessor | successor | succeeded | succeeds | replaced | replaces | after | taking over | took over | takes over | standing in | substitute | substituting | filling in',
});

/** The fact of the asked kind that holds what else the question says; undefined when none does. */
function bestFact(composing: Composing, person: Person, asked: readonly PersonAttribute[]): PersonFact | undefined {
  const { base } = composing;
  const ranked = base.units
    .filter(
      ({ content }) => content.kind === 'fact' && content.person === person && asked.includes(content.fact.attribute),
    )
    .map((unit) => ({ unit, share: shareHeld(composing, unit) }))
    .toSorted((a, b) => b.share - a.share);
  const [best] = ranked;
  return best && best.share >= enough && best.unit.content.kind === 'fact' ? best.unit.content.fact : undefined;
}

/** How much of the question, names and asking words aside, a fact with its person's others holds; 1 when nothing else is asked. */
function shareHeld(composing: Composing, unit: Unit): number {
  const { groups } = composing.question;
  const { levels, weights } = judge(composing, unit, 0);
  let held = 0;
  let total = 0;
  for (const [index, group] of groups.entries()) {
    if (group.role === 'name' || group.role === 'asking' || group.role === 'verb' || isLoose(group)) continue;
    held += (levels[index] ?? 0) * (weights[index] ?? 0);
    total += weights[index] ?? 0;
  }
  return total === 0 ? 1 : held / total;
}

/** Words said in many ways: "new", "first", and words without a concept. */
function isLoose({ terms }: Group): boolean {
  return (
    terms.length === 0 ||
    terms.some(({ area }) => area === 'everyday' || area === 'time-and-numbers' || area === 'questions')
  );
}

/** The answer of a person's fact; not stated where a year is asked for and the document gives none. */
export function answerFact(
  composing: Composing,
  person: Person,
  fact: PersonFact,
  attributes?: readonly PersonAttribute[],
): Draft {
  const draft = composePerson(composing, person, fact, attributes);
  const texts = answersIn(composing.language);
  const yearMissing = asksYear(composing.question.text) && fact.date !== undefined && fact.date.year === null;
  return yearMissing ? { ...draft, outcome: 'not_stated', headline: `${texts.noYear} ${draft.headline}` } : draft;
}

function decideContact(composing: Composing, named: readonly Person[]): Draft {
  const kind = contactKind(composing.question.text);
  const suits = ({ attribute }: PersonFact) =>
    kind === null ? attribute === 'email' || attribute === 'phone' : attribute === kind;
  const person = named.find(({ facts }) => facts.some(suits));
  const fact = person?.facts.find(suits);
  if (person && fact) return composePerson(composing, person, fact);
  return notStated(composing, named);
}

function mentionsAttribute(attribute: PersonAttribute, words: string): boolean {
  return asksFor.some(([intent, asked]) => asked === attribute && intent !== 'yesNo' && mentionsIntent(intent, words));
}

function notStated(composing: Composing, named: readonly Person[]): Draft {
  const headline = answersIn(composing.language).notStated(named[0]?.name ?? '');
  return { ...emptyDraft('not_stated', headline), people: named.map(({ id }) => id) };
}
