import type { KnownEvent } from '../domain/event.ts';
import { compareToDay } from '../domain/partial-date.ts';
import type { Person, PersonAttribute, PersonFact } from '../domain/people.ts';
import { formatDay } from '../texts/dates.ts';
import { answersIn } from '../texts/answers/answers.ts';
import { type Composing, type Draft, asOf, citeEvidence, emptyDraft, uniqueCitations } from './draft.ts';
import type { Intent } from './intents.ts';
import type { Unit } from './units.ts';

const asksFor: readonly (readonly [Intent, PersonAttribute])[] = [
  ['start', 'start'],
  ['when', 'start'],
  ['previous', 'previous'],
  ['education', 'education'],
  ['duty', 'duty'],
  ['post', 'post'],
];

/** What of a person the words of a question ask for. */
export function attributesAsked({ question: { intents } }: Composing): PersonAttribute[] {
  return asksFor.filter(([intent]) => intents.has(intent)).map(([, attribute]) => attribute);
}

/**
 * Answers about a person: the facts asked for, or the hint, each with its sentence; contact details only where the asker alone reads. `attributes`
 * says what is asked for; default: what the question's words say.
 */
export function composePerson(
  composing: Composing,
  person: Person,
  hint: PersonFact,
  attributes?: readonly PersonAttribute[],
): Draft {
  const { intents } = composing.question;
  if (intents.has('contact')) return composeContact(composing, person);
  const asked = new Set(attributes ?? attributesAsked(composing));
  if (asked.size === 0) asked.add(hint.attribute);
  if (intents.has('who') || [...asked].every(isContact)) asked.add('post');
  const present = person.facts.filter(
    ({ attribute }) => asked.has(attribute) && attribute !== 'statement' && !isContact(attribute),
  );
  const facts = present.length > 0 ? present : [hint].filter(({ attribute }) => !isContact(attribute));
  if (facts.length === 0)
    return { ...emptyDraft('not_stated', answersIn(composing.language).notStated(person.name)), people: [person.id] };
  const draft = emptyDraft('answered', '');
  const lines = factLines(composing, person, facts);
  draft.headline = lines[0] ?? person.name;
  draft.details = lines.slice(1);
  draft.citations = uniqueCitations(facts.flatMap((fact) => citeEvidence(composing, fact.evidence)));
  draft.next = [asOf(composing, facts[0]?.evidence.source ?? '')];
  draft.people = [person.id];
  return draft;
}

/** Contact details are told on a direct question for them, not on one that is only like it. */
function isContact(attribute: PersonAttribute): boolean {
  return attribute === 'email' || attribute === 'phone';
}

function factLines(composing: Composing, person: Person, facts: readonly PersonFact[]): string[] {
  const texts = answersIn(composing.language);
  const values = (attribute: PersonAttribute) =>
    facts.filter((fact) => fact.attribute === attribute).map((fact) => fact.value[composing.language]);
  const lines: string[] = [];
  const [post] = values('post');
  if (post) lines.push(texts.person(person.name, post));
  for (const fact of facts.filter(({ attribute }) => attribute === 'start')) {
    const noYear = fact.date?.year === null ? ` ${texts.noYear}` : '';
    lines.push(texts.starts(person.name, fact.value[composing.language]) + noYear);
  }
  if (values('previous').length > 0) lines.push(texts.previous(person.name, values('previous')));
  if (values('education').length > 0) lines.push(texts.education(person.name, values('education')));
  if (values('duty').length > 0) lines.push(texts.duty(person.name, values('duty')));
  for (const value of values('statement')) lines.push(texts.said(person.name, value));
  return lines;
}

/** The kind of contact detail a question asks for; null for any. */
export function contactKind(text: string): 'email' | 'phone' | null {
  const email = /sähköposti|e-?post|mejl|e-?mail/iu.test(text);
  const phone = /puhelin|numero|telefon|nummer|numret|phone|number/iu.test(text);
  if (email === phone) return null;
  return email ? 'email' : 'phone';
}

function composeContact(composing: Composing, person: Person): Draft {
  const texts = answersIn(composing.language);
  const kind = contactKind(composing.question.text);
  const facts = person.facts.filter(({ attribute }) => (kind === null ? isContact(attribute) : attribute === kind));
  if (!composing.private) {
    const draft = emptyDraft('answered', texts.contactPrivately(person.name));
    return { ...draft, people: [person.id] };
  }
  return {
    ...emptyDraft(
      'answered',
      texts.contact(
        person.name,
        facts.map((fact) => fact.value[composing.language]),
      ),
    ),
    citations: uniqueCitations(facts.flatMap((fact) => citeEvidence(composing, fact.evidence))),
    next: [asOf(composing, facts[0]?.evidence.source ?? '')],
    people: [person.id],
    personal: true,
  };
}

/** At most so many older statements are shown: those that said otherwise. */
const mostOlder = 2;

/**
 * Answers about an event from what was stated last: statements stand from the oldest to the newest. What an older document said otherwise
 * of the time follows with its date; older words that agree are left out.
 */
export function composeEvent(composing: Composing, event: KnownEvent): Draft {
  const { base, language, today } = composing;
  const texts = answersIn(language);
  const published = (source: string) => base.catalogue.sources.find(({ id }) => id === source)?.published ?? null;
  const [current, ...older] = event.statements.toReversed();
  if (!current) return emptyDraft('not_found', texts.notFound);
  const draft = emptyDraft('answered', current.says[language]);
  const place = compareToDay(current.to ?? current.from, today);
  const stated = published(current.evidence.source);
  const foretold = stated !== null && compareToDay(current.from, stated) === 'future';
  const ended = current.to !== null && place === 'past';
  if (ended) draft.headline += ` ${texts.periodEnded}`;
  else if (foretold && place === 'past') draft.headline += ` ${texts.datePassed}`;
  if (place === 'future') draft.headline += ` ${texts.dateAhead}`;
  const otherwise = older.filter(
    ({ from }) => from.year !== current.from.year || (from.month ?? current.from.month) !== current.from.month,
  );
  const datedFirst = otherwise.toSorted(
    (a, b) => Number(published(a.evidence.source) === null) - Number(published(b.evidence.source) === null),
  );
  const shown = datedFirst.slice(0, mostOlder);
  for (const statement of shown) {
    const date = published(statement.evidence.source);
    const words = statement.says[language];
    draft.details.push(date === null ? texts.olderUndated(words) : texts.older(formatDay(date, language), words));
  }
  draft.citations = uniqueCitations([current, ...shown].flatMap(({ evidence }) => citeEvidence(composing, evidence)));
  draft.events = [event.id];
  return draft;
}

/** Answers with what an abbreviation or a name means in the documents. */
export function composeGlossary(composing: Composing, content: Extract<Unit['content'], { kind: 'glossary' }>): Draft {
  const { entry } = content;
  return {
    ...emptyDraft('answered', entry.says[composing.language]),
    citations: citeEvidence(composing, entry.evidence),
  };
}
