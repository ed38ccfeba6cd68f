import type { Person } from '../domain/people.ts';
import { answersIn } from '../texts/answers/answers.ts';
import { composePerson } from './compose-record.ts';
import { type Composing, type Draft, emptyDraft } from './draft.ts';
import { lacksProperty } from './asked-property.ts';
import { mentionsIntent } from './intents.ts';
import { asksPeople } from './names-asked.ts';
import { type Ranked, judge } from './rank.ts';
import { otherCity } from './refuse.ts';
import { scoreSentences } from './select-sentences.ts';
import type { Group } from './understand.ts';

const leads =
  /(?<!\p{L})(?:johta(?:a|ja|jana)|vetää|leder|chef för|leads?|heads?|head of|runs?|in charge of|director of|boss)(?!\p{L})/iu;
const personIntents = ['who', 'education', 'previous', 'start', 'post', 'duty', 'contact'] as const;
/** A body or thing that the post belongs to must be in what is known of its holder at least this well. */
const enough = 0.5;

/**
 * Answers who holds a post, or leads a body, from the people of the documents. A post that no document fills is refused with the nearest
 * holder of such a post elsewhere; null when the question does not ask for a holder.
 */
export function decideHolder(composing: Composing, ranked: readonly Ranked[]): Draft | null {
  const { question } = composing;
  const texts = answersIn(composing.language);
  if (question.people.length > 0 || asksPeople(question.text)) return null;
  if (question.intents.has('contact') && !ranked.some((candidate) => givesContact(composing, candidate)))
    return emptyDraft('not_stated', texts.notStatedPlain);
  const asksPerson = question.intents.size === 0 || personIntents.some((intent) => question.intents.has(intent));
  const posts = question.groups.filter(({ role }) => role === 'post');
  const bodies = question.groups.filter(({ role }) => role === 'body');
  const topics = question.groups.filter(({ role }) => role === 'topic' || role === 'name');
  const asksLead =
    leads.test(question.text) &&
    question.intents.has('who') &&
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

/** Where something is stands in any sentence, not in contact lines alone. */
const streetAddress = /(?<![\p{L}-])(?:osoit\p{L}+|adress\p{L}*|address)/iu;

/** A contact line of the asked city that names the person or body asked for. */
function givesContact(composing: Composing, { unit }: Ranked): boolean {
  const { groups, places } = composing.question;
  if (unit.content.kind !== 'article' || (places.length > 0 && !unit.cities.some((city) => places.includes(city))))
    return false;
  const asksAddress = streetAddress.test(composing.question.text);
  const lines = unit.content.passages.filter(
    ({ role, text }) => role === 'contact' || (asksAddress && !lacksProperty(composing.question.text, text)),
  );
  const asked = groups.flatMap(({ role, surface }, index) =>
    ['name', 'body', 'topic', 'post'].includes(role) && !mentionsIntent('contact', surface) ? [index] : [],
  );
  return (
    asked.length > 0 &&
    scoreSentences(composing, lines).some(({ levels }) => asked.every((index) => (levels[index] ?? 0) >= 0.8))
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
  const titled = documents.map((unit) =>
    base.readEvidence({ ...unit, key: `${unit.key}/names`, words: unit.names, around: {} }, question.groups),
  );
  return question.groups.every((group, index) => {
    if (!['topic', 'body', 'name', 'year'].includes(group.role) || isLight(question, group)) return true;
    if (judged.some((levels) => (levels[index] ?? 0) >= enough)) return true;
    return group.role !== 'year' && titled.some((levels) => (levels[index]?.own ?? 0) >= enoughInTitle);
  });
}

/** What a document's title names is what its people have their posts in: "Turku Talent Desk marks its first year". */
const enoughInTitle = 0.9;
/** Words that say only that a post is of some city or area. */
const ofAnyPost: ReadonlySet<string> = new Set(['region-area', 'city', 'municipality', 'unit', 'work-job']);

/** Words that a fact about a person need not repeat: "new", "the region's", and those that say what is asked. */
function isLight({ intents }: Composing['question'], { terms, surface }: Group): boolean {
  if (terms.some(({ area, id }) => lightAreas.has(area) || ofAnyPost.has(id))) return true;
  return personIntents.some((intent) => intents.has(intent) && mentionsIntent(intent, surface.toLowerCase()));
}

const lightAreas: ReadonlySet<string> = new Set(['everyday', 'time-and-numbers', 'questions', 'asking']);

function isOfPlaces({ base, question }: Composing, person: Person): boolean {
  return question.places.length === 0 || question.places.includes(base.cityOf(person));
}

/** People whose post is to head what the question names: "Head of Talent Attraction" heads the talent attraction unit. */
function headsOf(composing: Composing, topics: readonly Group[]): Person[] {
  const { base, question } = composing;
  const posts = base.units.filter(
    ({ content }) =>
      content.kind === 'fact' &&
      content.fact.attribute === 'post' &&
      heads.test(Object.values(content.fact.value).join(' ')),
  );
  return posts.flatMap((unit) => {
    const { levels } = judge(composing, unit, 0);
    const held = topics.filter((group) => (levels[question.groups.indexOf(group)] ?? 0) >= enough).length;
    return held > 0 && held >= topics.length / 2 && unit.content.kind === 'fact' ? [unit.content.person] : [];
  });
}

const heads = /johtaja|päällikkö|direktör|chef|director|head|manager/iu;

function holdersOf({ base }: Composing, posts: readonly Group[]): Person[] {
  return base.catalogue.people.filter((person) => posts.every((post) => base.holdsPost(person, post)));
}

function leadersOf({ base }: Composing, bodies: readonly Group[]): Person[] {
  const ids = new Set(bodies.flatMap(({ terms }) => terms.map(({ id }) => id.replace(/^organisation-/, ''))));
  return base.catalogue.people.filter((person) =>
    person.facts.some(
      ({ attribute, organisation }) =>
        (attribute === 'duty' || attribute === 'post') && organisation !== undefined && ids.has(organisation),
    ),
  );
}

/** A sentence that names a person beside the post or body that is asked for. */
function namesHolder(composing: Composing, { unit }: Ranked): boolean {
  if (unit.content.kind !== 'article') return false;
  const { groups, places } = composing.question;
  if (places.length > 0 && !unit.cities.some((city) => places.includes(city))) return false;
  return scoreSentences(composing, unit.content.passages).some(({ passage, levels }) => {
    const holds = groups.every(
      (group, index) => !['body', 'post', 'topic', 'name'].includes(group.role) || (levels[index] ?? 0) >= 0.8,
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
