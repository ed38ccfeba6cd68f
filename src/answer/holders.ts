import type { Person } from '../domain/people.ts';
import type { Composing } from './draft.ts';
import { judge, readTitles } from './rank.ts';
import { type ScoredSentence, scoreSentences } from './select-sentences.ts';
import type { Group } from './groups.ts';

/** What is led must be in what is known of who leads it at least this well. */
const enough = 0.5;
const enoughPost = 0.8;

/** People who hold all of the posts, by their titles; those without a title by what their documents call them. */
export function holdersOf(composing: Composing, posts: readonly Group[]): Person[] {
  const { base } = composing;
  return base.catalogue.people.filter((person) =>
    posts.every((post) => base.holdsPost(person, post) || isCalled(composing, person, post)),
  );
}

function isCalled({ base }: Composing, person: Person, post: Group): boolean {
  if (person.titles.fi.length + person.titles.sv.length + person.titles.en.length > 0) return false;
  return base.units.some(
    (unit) =>
      unit.content.kind === 'fact' &&
      unit.content.person === person &&
      unit.content.fact.attribute === 'post' &&
      (base.readEvidence(unit, [post])[0]?.own ?? 0) >= enoughPost,
  );
}

/** People whose duty or post is in one of the bodies. */
export function leadersOf({ base }: Composing, bodies: readonly Group[]): Person[] {
  const ids = new Set(bodies.flatMap(({ terms }) => terms.map(({ id }) => id.replace(/^organisation-/, ''))));
  return base.catalogue.people.filter((person) =>
    person.facts.some(
      ({ attribute, organisation }) =>
        (attribute === 'duty' || attribute === 'post') && organisation !== undefined && ids.has(organisation),
    ),
  );
}

/** People whose post is to head what the question names: "Head of Talent Attraction" heads the talent attraction unit. */
export function headsOf(composing: Composing, topics: readonly Group[]): Person[] {
  const { base, question } = composing;
  const posts = base.units.filter(
    ({ content }) =>
      content.kind === 'fact' &&
      content.fact.attribute === 'post' &&
      heads.test(Object.values(content.fact.value).join(' ')),
  );
  const byPost = posts.flatMap((unit) => {
    const { levels } = judge(composing, unit, 0);
    const held = topics.filter((group) => (levels[question.groups.indexOf(group)] ?? 0) >= enough).length;
    return held > 0 && held >= topics.length / 2 && unit.content.kind === 'fact' ? [unit.content.person] : [];
  });
  return [...leadersSaid(composing, topics), ...byPost];
}

/** People of whom a sentence says that they lead what the question names, and the one project leader of a document that is about it. */
function leadersSaid(composing: Composing, topics: readonly Group[]): Person[] {
  const { base, question } = composing;
  const indexes = topics.map((group) => question.groups.indexOf(group));
  const holds = (levels: readonly number[]) => indexes.every((index) => (levels[index] ?? 0) >= enoughSaid);
  const said = base.catalogue.people.filter((person) =>
    saidOf(composing, person).some(
      ({ passage, inContext }) => passage.speaker === null && says.test(passage.text) && holds(inContext),
    ),
  );
  if (said.length > 0) return said;
  return base.units.flatMap((unit) => {
    if (unit.content.kind !== 'article') return [];
    const titled = readTitles(composing, unit);
    const named = indexes.filter((index) => !isProject(question.groups[index]));
    if (named.length === 0 || !named.every((index) => (titled[index] ?? 0) >= enoughSaid)) return [];
    const leaders = base.catalogue.people.filter(({ facts }) =>
      facts.some(
        ({ attribute, value, evidence }) =>
          attribute === 'post' && evidence.source === unit.source && projectLeader.test(Object.values(value).join(' ')),
      ),
    );
    return leaders.length === 1 ? leaders : [];
  });
}

/** "The X project", "the X pilot": what kind of thing X is, a title need not say. */
function isProject(group: Group | undefined): boolean {
  return group?.terms.some(({ id }) => ['project', 'pilot', 'experiment', 'programme'].includes(id)) ?? false;
}

/** What a sentence must say, or go on from, of what is led. */
const enoughSaid = 0.45;
const says =
  /(?<!\p{L})(?:leds\s(?:\p{L}+\s){0,2}av|leder|drar|ansvarar för|vetää|johtaa|luotsaa|vetäjänä|vastaa|led by|leads|heads|runs)(?!\p{L})/iu;
const projectLeader =
  /(?<!\p{L})(?:projektipäällikkö|hankepäällikkö|projektledare|projektchef|project manager)(?!\p{L})/iu;

const heads = /johtaja|päällikkö|direktör|chef|director|head|manager/iu;

/** The sentences that give a person's posts and duties, with what they go on from. */
export function saidOf(composing: Composing, { facts }: Person): ScoredSentence[] {
  const told = facts.filter(({ attribute }) => attribute !== 'statement').map(({ evidence }) => evidence);
  const sources = new Set(told.map(({ source }) => source));
  return composing.base.units.flatMap(({ content, source }) =>
    content.kind === 'article' && sources.has(source)
      ? scoreSentences(composing, content.passages).filter(({ passage }) =>
          told.some(({ quote }) => passage.text.includes(quote) || quote.includes(passage.text)),
        )
      : [],
  );
}

/** True for a person of a city that the question names, and for anybody where it names none. */
export function isOfPlaces({ base, question }: Composing, person: Person): boolean {
  return question.places.length === 0 || question.places.includes(base.cityOf(person));
}
