import type { Person } from '../domain/people.ts';
import { answersIn } from '../texts/answers/answers.ts';
import { composePerson } from './compose-record.ts';
import { type Composing, type Draft, emptyDraft } from './draft.ts';
import type { Ranked } from './rank.ts';
import { scoreSentences } from './select-sentences.ts';
import { placeName } from './refuse.ts';
import type { Group } from './understand.ts';

const leads =
  /(?<!\p{L})(?:johta(?:a|ja|jana)|vetää|leder|chef för|leads?|heads?|head of|runs?|in charge of|director of|boss)(?!\p{L})/iu;

/**
 * Answers who holds a post, or leads a body, from the people of the documents. A post that no document fills is refused with the nearest
 * holder of such a post elsewhere; null when the question does not ask for a holder.
 */
export function decideHolder(composing: Composing, ranked: readonly Ranked[]): Draft | null {
  const { question } = composing;
  if (question.people.length > 0) return decideNamed(composing);
  if (question.intents.has('contact') && question.groups.some(({ role }) => role === 'name')) return notStated(composing, undefined);
  if (!question.intents.has('who') && question.intents.size > 0) return null;
  const posts = question.groups.filter(({ role }) => role === 'post');
  const bodies = question.groups.filter(({ role }) => role === 'body');
  const topics = question.groups.filter(({ role }) => role === 'topic' || role === 'name');
  const asksLead = leads.test(question.text) && bodies.length > 0 && topics.length === 0;
  if (posts.length === 0 && !asksLead) return null;
  if (posts.length > 0 && question.intents.size > 0 && !question.intents.has('who')) return null;
  const holders = posts.length > 0 ? holdersOf(composing, posts) : leadersOf(composing, bodies);
  const suited = holders.filter(
    ({ municipality }) => question.places.length === 0 || question.places.includes(municipality),
  );
  const chosen = ranked.find(({ unit }) => unit.content.kind === 'fact' && suited.includes(unit.content.person));
  const [person] = chosen?.unit.content.kind === 'fact' ? [chosen.unit.content.person] : suited;
  if (person) {
    const hint = person.facts.find(({ attribute }) => attribute === 'post') ?? person.facts[0];
    return hint ? composePerson(composing, person, hint) : null;
  }
  if (posts.length === 0 && ranked.some((candidate) => namesLeader(composing, candidate))) return null;
  return refuseHolder(composing, holders, bodies[0]);
}

/** A named person about whom the asked thing is not said is refused as not stated; otherwise the ranking decides. */
function decideNamed(composing: Composing): Draft | null {
  const { question } = composing;
  const named = question.people.map(({ person }) => person);
  if (question.intents.has('contact')) {
    const person = named.find(({ facts }) =>
      facts.some(
        ({ attribute }) =>
          attribute === asksContact(question.text) ||
          (asksContact(question.text) === null && (attribute === 'email' || attribute === 'phone')),
      ),
    );
    const hint = person?.facts.find(({ attribute }) => attribute === 'email' || attribute === 'phone');
    return person && hint ? composePerson(composing, person, hint) : notStated(composing, named[0]);
  }
  return null;
}

function asksContact(text: string): 'email' | 'phone' | null {
  if (/sähköposti|e-?post|mejl|e-?mail/iu.test(text)) return 'email';
  return /puhelin|numero|telefon|nummer|phone|number/iu.test(text) ? 'phone' : null;
}

function notStated(composing: Composing, person: Person | undefined): Draft {
  const texts = answersIn(composing.language);
  return {
    ...emptyDraft('not_stated', person ? texts.notStated(person.name) : texts.notStatedPlain),
    people: person ? [person.id] : [],
  };
}

function holdersOf({ base }: Composing, posts: readonly Group[]): Person[] {
  return base.catalogue.people.filter((person) => posts.every((post) => base.holdsPost(person, post)));
}

function leadersOf({ base }: Composing, bodies: readonly Group[]): Person[] {
  const ids = bodies.flatMap(({ terms }) => terms.map(({ id }) => id.replace(/^organisation-/, '')));
  return base.catalogue.people.filter((person) =>
    person.facts.some(
      ({ attribute, organisation }) =>
        (attribute === 'duty' || attribute === 'post') && organisation !== undefined && ids.includes(organisation),
    ),
  );
}

/** A sentence that says of a named person that they lead the body. */
function namesLeader(composing: Composing, { unit }: Ranked): boolean {
  if (unit.content.kind !== 'article') return false;
  const { groups } = composing.question;
  return scoreSentences(composing, unit.content.passages).some(({ passage, levels }) => {
    const holdsBody = groups.every((group, index) => group.role !== 'body' || (levels[index] ?? 0) >= 0.8);
    return holdsBody && leads.test(passage.text) && /\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+/u.test(passage.text);
  });
}

function refuseHolder(composing: Composing, holders: readonly Person[], body: Group | undefined): Draft {
  const texts = answersIn(composing.language);
  const [asked] = composing.question.places;
  const [elsewhere] = holders;
  if (!elsewhere && body) return emptyDraft('not_stated', texts.notStated(body.surface));
  if (asked === undefined || !elsewhere) return emptyDraft('not_found', texts.notFound);
  const post = elsewhere.facts.find(({ attribute }) => attribute === 'post')?.value[composing.language] ?? '';
  const headline = texts.otherCity(placeName(composing, asked), placeName(composing, elsewhere.municipality));
  return { ...emptyDraft('other_city', headline), next: [texts.nearest(texts.person(elsewhere.name, post))] };
}
