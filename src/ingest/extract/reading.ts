import type { Language } from '../../domain/language.ts';
import type { Passage } from '../../domain/passage.ts';
import type { Source } from '../../domain/source.ts';
import { foldLetters, wordsOf } from './localize.ts';
import { nominatives } from './name-forms.ts';
import { type NameSpan, findNames } from './names.ts';
import { isPlace } from './place-words.ts';
import { type PostMention, findPosts } from './posts.ts';

/** A passage of a document as it is first read. */
export type RawPassage = Omit<Passage, 'translations'>;

/** A candidate person of one document: the full name in the nominative. */
export type Candidate = {
  name: string;
  given: string;
  surname: string;
  /** True when something other than two capitals says that it is a person: a frequent first name or an e-mail address. */
  certain: boolean;
};

/** Where a line names a person. Offsets are UTF-16 code units of `Line.text`, end exclusive. */
export type Mention = { person: Candidate; start: number; end: number; full: boolean };

/** One passage with the people and posts it names. */
export type Line = {
  passage: RawPassage;
  language: Language;
  /** The passage without Markdown's emphasis and without a photographer's or writer's credit at its end. */
  text: string;
  mentions: readonly Mention[];
  posts: readonly PostMention[];
  /** True in a paragraph in which somebody is quoted. */
  quoted: boolean;
};

const credit =
  /(?<!\p{L})(?:kuva|kuvat|kuvaaja|valokuva|teksti|lähde|bild|bilder|foto|fotograf|text|källa|photo|photos|photograph|image|source|words)\s?:.*$/isu;
const byline = /(?<!\p{L})(?:photo|text|image|foto|bild|kuva)\s(?:by|av)\s.*$/isu;
const asksForCase =
  /^\s(?:mukaan|mielestä|johdolla|ansiosta|toimesta|johtama\p{Ll}*|kanssa|virkaan|jälkeen|tilalle|seuraaja\p{Ll}*|sijaan|sijaisena|vetämä\p{Ll}*|vastuulla)(?!\p{L})/u;
const objectVerb =
  /(?<!\p{L})(?:nimitti|valitsi|palkkasi|kutsui|nimesi|(?:valinnut|nimittänyt|palkannut|nimennyt))(?!\p{L})/u;
/** A passage is read to this many UTF-16 code units: no sentence is as long. */
const longestText = 3000;
const speechVerb = /(?:sanoo|kertoo|toteaa|säger|berättar|says|said)\s?$/u;

/** A document's lines with the people and posts they name, in reading order. Table cells are left out. */
export function readLines(passages: readonly RawPassage[], source: Source): Line[] {
  const articles = passages.filter(({ place }) => place === null);
  const texts = articles.map((passage) => ({ passage, text: readableText(passage.text) }));
  const places = placesOf(source, articles);
  const spans = texts.map(({ passage, text }) => findNames(text, passage.language, places));
  const posts = texts.map(({ passage, text }, index) => findPosts(text, passage.language, spans[index] ?? []));
  const free = spans.map((names, index) =>
    names.filter((name) => !(posts[index] ?? []).some((post) => name.start < post.end && post.start < name.end)),
  );
  const bySurname = Map.groupBy(settleNames(texts, free), ({ surname }) => surname);
  return texts.map(({ passage, text }, index) => ({
    passage,
    language: passage.language,
    text,
    mentions: findMentions(text, passage.language, free[index] ?? [], bySurname),
    posts: posts[index] ?? [],
    quoted: passage.speaker !== null,
  }));
}

function readableText(text: string): string {
  return text
    .slice(0, longestText)
    .replace(/[*_`]+/gu, '')
    .replace(credit, '')
    .replace(byline, '')
    .trim();
}

/** Words that name places here: of the manifest, and those that stand before "kaupunki", "stad" or after "City of". */
function placesOf(source: Source, passages: readonly RawPassage[]): ReadonlySet<string> {
  const places = new Set([source.municipality]);
  const first = /^(?:City of |Municipality of |Town of )?(\p{Lu}[\p{L}-]+)/u.exec(source.publisher)?.[1];
  if (first) places.add(first);
  for (const { text } of passages) {
    for (const match of text.matchAll(
      /(\p{Lu}[\p{L}-]{2,40})\s(?:kaupun(?:ki|gin)|kunta|kunnan|seudun|stads?|kommuns?|region)(?!\p{L})/gu,
    ))
      if (match[1]) places.add(match[1]);
    for (const match of text.matchAll(/(?:City|Town|Municipality) of (\p{Lu}[\p{L}-]{2,40})/gu))
      if (match[1]) places.add(match[1]);
  }
  return places;
}

type Text = { passage: RawPassage; text: string };
type Sighting = { span: NameSpan; line: Text; inflected: boolean; forms: readonly string[] };

/** Groups the sightings of one person and settles the base form of the name by all that the document gives. */
function settleNames(texts: readonly Text[], spans: readonly (readonly NameSpan[])[]): Candidate[] {
  const all = texts.flatMap((line, index) => (spans[index] ?? []).map((span) => toSighting(line, span)));
  const certain = new Set(all.filter(({ span }) => span.certain).flatMap(({ forms }) => forms));
  const sightings = all.filter((sighting) => !isOpening(sighting, certain));
  const locals = new Set(
    texts.flatMap(({ text }) =>
      [...text.matchAll(/([\w.+-]{3,60})\s?(?:@|\(at\)|\[at\])/giu)].map((match) => foldLetters(match[1] ?? '')),
    ),
  );
  const counts = new Map<string, number>();
  for (const { text } of texts)
    for (const { text: word } of wordsOf(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const byGiven = Map.groupBy(sightings, ({ span }) => span.given);
  return [...byGiven.values()].flatMap((same) => groupsOf(same).map((group) => settle(group, [...locals], counts)));
}

function toSighting(line: Text, span: NameSpan): Sighting {
  return { span, line, inflected: isInflected(line, span), forms: nominatives(span.surname, line.passage.language) };
}

/** Sightings with one given name whose surnames may be one name. */
function groupsOf(sightings: readonly Sighting[]): Sighting[][] {
  const groups: Sighting[][] = [];
  for (const sighting of sightings) {
    const group = groups.find((known) => known[0]?.forms.some((form) => sighting.forms.includes(form)));
    if (group) group.push(sighting);
    else groups.push([sighting]);
  }
  return groups;
}

function isInflected({ passage, text }: Text, span: NameSpan): boolean {
  if (passage.language !== 'fi')
    return (
      /^['’]?\s(?:efterträdare|uppdrag|tjänst|uppgift|sista|första|successor|first|last)/u.test(
        text.slice(span.end, span.end + 24),
      ) && span.surname.endsWith('s')
    );
  if (asksForCase.test(text.slice(span.end, span.end + 24))) return true;
  return (
    objectVerb.test(text.slice(0, span.start)) &&
    !speechVerb.test(text.slice(0, span.start)) &&
    /[nasäe]$/u.test(span.surname) &&
    !span.surname.endsWith('nen')
  );
}

/** A sentence's first word before a surname that another, certain name has: "Koulutukseltaan Lehtonen on …". */
function isOpening({ span, forms }: Sighting, certain: ReadonlySet<string>): boolean {
  return !span.certain && span.start <= 2 && forms.some((form) => certain.has(form));
}

function settle(group: readonly Sighting[], locals: readonly string[], counts: ReadonlyMap<string, number>): Candidate {
  const given = group[0]?.span.given ?? '';
  const scores = new Map<string, number>();
  for (const { span, line, inflected } of group) {
    for (const [rank, form] of nominatives(span.surname, line.passage.language, inflected).entries())
      scores.set(form, Math.max(scores.get(form) ?? 0, 10 - rank));
  }
  const oblique = new Set(group.filter(({ inflected }) => inflected).map(({ span }) => span.surname));
  const scored = [...scores].map(([form, score]) => {
    const seen = oblique.has(form) ? 0 : Math.min(counts.get(form) ?? 0, 8);
    return { form, score: score + 4 * seen + (hasAddress(locals, given, form) ? 100 : 0) };
  });
  const surname = scored.toSorted((a, b) => b.score - a.score)[0]?.form ?? '';
  const certain = group.some(({ span }) => span.certain) || hasAddress(locals, given, surname);
  return { name: `${given} ${surname}`, given, surname, certain };
}

function hasAddress(locals: readonly string[], given: string, surname: string): boolean {
  const first = foldLetters(given.split(' ')[0] ?? '');
  const last = foldLetters(surname);
  return locals.some(
    (local) => local === `${first}.${last}` || (local.startsWith(first.charAt(0)) && local.endsWith(`.${last}`)),
  );
}

/** Full names and, where no other person has it, surnames alone in any case form. */
function findMentions(
  text: string,
  language: Language,
  spans: readonly NameSpan[],
  bySurname: ReadonlyMap<string, readonly Candidate[]>,
): Mention[] {
  const named = (surname: string) => nominatives(surname, language).flatMap((form) => bySurname.get(form) ?? []);
  const full = spans.flatMap((span): Mention[] => {
    const person = named(span.surname).find(({ given }) => given === span.given);
    return person ? [{ person, start: span.start, end: span.end, full: true }] : [];
  });
  const alone = wordsOf(text).flatMap(({ text: word, start, end }): Mention[] => {
    if (!/^\p{Lu}/u.test(word) || full.some((mention) => start < mention.end && mention.start < end)) return [];
    if (isPlace(word) && !bySurname.has(word)) return [];
    const owners = [...new Set(named(word))];
    const [owner] = owners;
    return owner && owners.length === 1 ? [{ person: owner, start, end, full: false }] : [];
  });
  return [...full, ...alone].toSorted((a, b) => a.start - b.start);
}
