import { type Language, type Localized, languages } from '../../domain/language.ts';
import type { PartialDate } from '../../domain/partial-date.ts';
import type { Person, PersonFact } from '../../domain/people.ts';
import type { Source } from '../../domain/source.ts';
import type { Tie } from './holders.ts';
import { type TranslateTerm, asWritten, localizeTerm, slug } from './localize.ts';
import { isGenericPost } from './post-modifiers.ts';
import type { PostMention } from './posts.ts';
import type { Candidate, Line } from './reading.ts';

/** What has been read of one person of a document so far. */
export type PersonRecord = {
  person: Candidate;
  ties: Tie[];
  facts: PersonFact[];
  /** The line that says that the person leaves the post. */
  leaving: Line | null;
  predecessor: Candidate | null;
  /** The line that names the predecessor. */
  succession: Line | null;
};

/** The most posts told of one person in one document. */
const mostPosts = 3;
const roleOrder = ['sentence', 'contact', 'caption', 'heading', 'title', 'cell'] as const;

/** The posts that a person holds or was appointed to, the appointments first, each with its best line and each title once. */
export function currentPosts(record: PersonRecord): Tie[] {
  const appointed = record.ties.filter(({ holding }) => holding === 'appointed' && record.leaving === null);
  const holds = record.ties.filter((tie) => tie.holding === 'holds' && !isLeftFor(tie, appointed));
  const byTitle = new Map<string, Tie>();
  for (const tie of [...appointed.toSorted(byLine), ...holds.toSorted(byLine)])
    if (!byTitle.has(tie.post.title)) byTitle.set(tie.post.title, bestPhrase(tie, [...appointed, ...holds]));
  return [...byTitle.values()].slice(0, mostPosts);
}

/** The line that tells a post stays; the fullest wording of the post may come from another. */
function bestPhrase(tie: Tie, all: readonly Tie[]): Tie {
  const same = all.filter(({ post }) => post.title === tie.post.title);
  const named = same.find(({ post }) => post.municipality !== null && post.phrase.length > tie.post.phrase.length);
  return named && tie.post.phrase === tie.post.title ? { ...tie, post: named.post } : tie;
}

function byLine(one: Tie, other: Tie): number {
  return roleOrder.indexOf(one.line.passage.role) - roleOrder.indexOf(other.line.passage.role);
}

/** The post that somebody has until an appointment: beside the name in the sentence that tells it, or a present job told elsewhere. */
function isLeftFor(tie: Tie, appointed: readonly Tie[]): boolean {
  const others = appointed.filter(({ post }) => post.title !== tie.post.title);
  if (others.length === 0 || appointed.some(({ post }) => post.title === tie.post.title)) return false;
  return tie.adjacent ? others.some(({ line }) => line === tie.line) : true;
}

/** The words about earlier work; in another language the posts that `translate` knows stand before them. */
export function heldValue(
  words: string,
  held: readonly Tie[],
  language: Language,
  translate: TranslateTerm,
): Localized {
  const value = asWritten(words);
  for (const other of languages) {
    if (other === language) continue;
    const titles = held.flatMap(({ post }) => translate(post.title, language, other) ?? []);
    if (titles.length > 0) value[other] = `${titles.join(', ')} (”${words}”)`;
  }
  return value;
}

/** The person as a record of the catalogue, none when the document says nothing of the person. */
export function toPerson(
  record: PersonRecord,
  records: ReadonlyMap<Candidate, PersonRecord>,
  source: Source,
  translate: TranslateTerm,
): Person[] {
  const { person } = record;
  const { language } = source;
  const posts = postsWithInherited(record, records);
  const replaced = [...records.values()].some(({ predecessor }) => predecessor === person);
  const postFacts = posts.map(({ post, line }) =>
    postFact(post, line, replaced ? 'previous' : 'post', language, translate),
  );
  const before = record.ties.filter((tie) => tie.adjacent && !posts.some(({ post }) => post.title === tie.post.title));
  const heldFacts = uniqueTitles(before).map(({ post, line }) => postFact(post, line, 'previous', language, translate));
  const facts = uniqueFacts(dropVaguer([...postFacts, ...heldFacts, ...record.facts]));
  if (facts.length === 0) return [];
  const municipality = posts.find(({ post }) => post.municipality !== null)?.post.municipality ?? source.municipality;
  const titles = titlesOf(replaced ? [] : posts, language, translate);
  return [{ id: slug(person.name), name: person.name, municipality, titles, facts }];
}

/** A successor whose own post is not named follows in the predecessor's. */
function postsWithInherited(record: PersonRecord, records: ReadonlyMap<Candidate, PersonRecord>): Tie[] {
  const own = currentPosts(record);
  const { predecessor, succession } = record;
  const followed = predecessor ? records.get(predecessor) : undefined;
  if (!followed || !succession || own.some(({ holding }) => holding === 'appointed')) return own;
  const [left] = currentPosts(followed);
  return left ? [{ ...left, person: record.person, line: succession, holding: 'appointed', adjacent: false }] : own;
}

function postFact(
  post: PostMention,
  line: Line,
  attribute: 'post' | 'previous',
  language: Language,
  translate: TranslateTerm,
): PersonFact {
  const value = asWritten(post.phrase);
  for (const other of languages) {
    if (other === language) continue;
    const whole = translate(post.phrase, language, other) ?? translate(post.title, language, other);
    if (whole !== null) value[other] = whole;
  }
  return { attribute, value, evidence: { source: line.passage.source, quote: line.passage.text } };
}

function uniqueTitles(ties: readonly Tie[]): Tie[] {
  return ties.filter((tie, index) => ties.findIndex(({ post }) => post.title === tie.post.title) === index);
}

function titlesOf(posts: readonly Tie[], language: Language, translate: TranslateTerm): Person['titles'] {
  const titles: Person['titles'] = { fi: [], sv: [], en: [] };
  for (const { post } of posts) {
    if (isGenericPost(post.title)) continue;
    const localized = localizeTerm(post.title, language, translate);
    for (const of of languages)
      if ((of === language || localized[of] !== post.title) && !titles[of].includes(localized[of]))
        titles[of].push(localized[of]);
  }
  return titles;
}

/** A starting day that only says less than another of the same month is left out ("huhtikuun alussa" beside "3. huhtikuuta"). */
function dropVaguer(facts: readonly PersonFact[]): PersonFact[] {
  const dates = facts.flatMap(({ attribute, date }) => (attribute === 'start' && date ? [date] : []));
  return facts.filter(
    ({ attribute, date }) =>
      attribute !== 'start' || !date || !dates.some((other) => other !== date && saysMore(other, date)),
  );
}

function saysMore(one: PartialDate, other: PartialDate): boolean {
  const agrees = (key: keyof PartialDate) => other[key] === null || other[key] === one[key];
  const parts = ({ year, month, day }: PartialDate) => [year, month, day].filter((part) => part !== null).length;
  return agrees('year') && agrees('month') && agrees('day') && parts(one) > parts(other);
}

function uniqueFacts(facts: readonly PersonFact[]): PersonFact[] {
  const keyOf = ({ attribute, value }: PersonFact) => `${attribute}:${value.fi}`;
  return facts.filter((fact, index) => facts.findIndex((other) => keyOf(other) === keyOf(fact)) === index);
}
