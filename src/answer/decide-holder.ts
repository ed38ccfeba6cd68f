import type { Person } from '../domain/people.ts';
import { answersIn } from '../texts/answers/answers.ts';
import { composePerson } from './compose-record.ts';
import { type Composing, type Draft, emptyDraft } from './draft.ts';
import { lacksProperty } from './asked-property.ts';
import { givesContact } from './gives-contact.ts';
import { headsOf, holdersOf, isOfPlaces, leadersOf, saidOf } from './holders.ts';
import { isLight, personIntents } from './light-words.ts';
import { asksPeople } from './names-asked.ts';
import { bodyWithin } from './person-within.ts';
import { type Ranked, isRegion, judge, readTitles } from './rank.ts';
import { otherCity } from './refuse.ts';
import { scoreSentences } from './select-sentences.ts';
import type { Group } from './groups.ts';

const leads =
  /(?<!\p{L})(?:johta(?:a|ja|jana)|vetää|luotsaa|leder|drar|chef för|leads?|heads?|head of|runs?|in charge of|director of|boss)(?!\p{L})/iu;
/** A body or thing that the post belongs to must be in what is known of its holder at least this well. */
const enough = 0.5;

/**
 * Answers who holds a post, or leads a body, from the people of the documents. A post that no document fills is refused with the nearest
 * holder of such a post elsewhere; null when the question does not ask for a holder.
 */
export function decideHolder(composing: Composing, ranked: readonly Ranked[]): Draft | null {
  const { question } = composing;
  const texts = answersIn(composing.language);
  if (question.people.length > 0 || asksPeople(question.text) || bodyWithin(question)) return null;
  if (question.intents.has('contact') && !ranked.some((candidate) => givesContact(composing, candidate)))
    return emptyDraft('not_stated', texts.notStatedPlain);
  const asksPerson = question.intents.size === 0 || personIntents.some((intent) => question.intents.has(intent));
  const posts = question.groups.filter(({ role }) => role === 'post');
  const bodies = question.groups.filter(({ role }) => role === 'body');
  const topics = question.groups.filter(({ role }) => role === 'topic' || role === 'name');
  const asksLead =
    leads.test(question.text) &&
    (['who', 'education', 'previous', 'start'] as const).some((intent) => question.intents.has(intent)) &&
    (topics.length === 0 ? bodies.length > 0 : topics.length <= 2);
  if (!asksPerson || (posts.length === 0 && !asksLead)) return null;
  const holders =
    posts.length > 0
      ? holdersOf(composing, posts)
      : topics.length > 0
        ? headsOf(composing, topics)
        : leadersOf(composing, bodies);
  if (posts.length === 0 && topics.length > 0 && holders.length === 0) return null;
  const suited = holders.filter((person) =>
    posts.length === 0 && topics.length > 0 ? isOfPlaces(composing, person) : suits(composing, person),
  );
  const chosen = ranked.find(({ unit }) => unit.content.kind === 'fact' && suited.includes(unit.content.person));
  const person = chosen?.unit.content.kind === 'fact' ? chosen.unit.content.person : suited[0];
  if (person && lacksProperty(question.text, '') && !question.intents.has('contact'))
    return emptyDraft('not_stated', texts.notStated(person.name));
  if (person && asksUntold(question, person)) return null;
  if (person) {
    const hint = person.facts.find(({ attribute }) => attribute === 'post') ?? person.facts[0];
    return hint ? composePerson(composing, person, hint) : null;
  }
  if (!question.intents.has('who') && (question.intents.size > 0 || topics.length > 0)) return null;
  if (ranked.some((candidate) => namesHolder(composing, candidate))) return null;
  return refuseHolder(composing, holders, bodies[0]);
}

/** Asks for something that no fact of the person tells: then another sentence may. */
function asksUntold({ intents }: Composing['question'], { facts }: Person): boolean {
  const asked = (['start', 'previous', 'education', 'duty'] as const).filter((intent) => intents.has(intent));
  return (
    asked.length > 0 &&
    !intents.has('who') &&
    !asked.some((intent) => facts.some(({ attribute }) => attribute === intent))
  );
}

/** A person fits when city, body and what else the question says of the post are known of them. */
function suits(composing: Composing, person: Person): boolean {
  const { base, question } = composing;
  if (!isOfPlaces(composing, person)) return false;
  const units = base.units.filter(({ content }) => content.kind === 'fact' && content.person === person);
  const judged = units.map((unit) => judge(composing, unit, 0).levels);
  const documents = base.units.filter(
    ({ content, source }) =>
      content.kind === 'article' && person.facts.some(({ evidence }) => evidence.source === source),
  );
  const titled = documents.map((unit) => readTitles(composing, unit));
  const said = saidOf(composing, person).map(({ inContext }) => inContext);
  return question.groups.every((group, index) => {
    if (!['topic', 'body', 'name', 'year'].includes(group.role) || isLight(question, group)) return true;
    if ([...judged, ...said].some((levels) => (levels[index] ?? 0) >= enough)) return true;
    if (isRegion(group) && documents.some((unit) => (base.readEvidence(unit, [group])[0]?.own ?? 0) >= enough))
      return true;
    return group.role !== 'year' && titled.some((levels) => (levels[index] ?? 0) >= enoughInTitle);
  });
}

/** What a document's title names is what its people have their posts in: "Turku Talent Desk marks its first year". */
const enoughInTitle = 0.9;

/** A sentence that names a person beside the post or body that is asked for. */
function namesHolder(composing: Composing, { unit }: Ranked): boolean {
  if (unit.content.kind !== 'article') return false;
  const { groups, places } = composing.question;
  if (places.length > 0 && !unit.cities.some((city) => places.includes(city))) return false;
  return scoreSentences(composing, unit.content.passages).some(({ passage, inContext }) => {
    const holds = groups.every(
      (group, index) => !['body', 'post', 'topic', 'name'].includes(group.role) || (inContext[index] ?? 0) >= 0.8,
    );
    return holds && /\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+/u.test(passage.text);
  });
}

function refuseHolder(composing: Composing, holders: readonly Person[], body: Group | undefined): Draft {
  const texts = answersIn(composing.language);
  const [asked] = composing.question.places;
  const here = asked === undefined ? undefined : holders.find((person) => isOfPlaces(composing, person));
  if (here) return emptyDraft('not_stated', texts.notStated(here.name));
  const elsewhere = holders.find((person) => asked !== undefined && composing.base.cityOf(person) !== asked);
  if (asked === undefined || !elsewhere)
    return body ? emptyDraft('not_stated', texts.notStated(body.surface)) : emptyDraft('not_found', texts.notFound);
  const post = elsewhere.facts.find(({ attribute }) => attribute === 'post')?.value[composing.language] ?? '';
  const headline = otherCity(composing, asked, composing.base.cityOf(elsewhere));
  return { ...emptyDraft('other_city', headline), next: [texts.nearest(texts.person(elsewhere.name, post))] };
}
