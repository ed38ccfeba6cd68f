import { type Language, languages } from '../../domain/language.ts';
import { foldWord, stemWord } from '../../retrieval/analysis.ts';
import { functionWords } from '../../retrieval/function-words.ts';
import type { KnowledgeBase } from '../knowledge-base.ts';
import { isNameForm } from '../people-index.ts';
import type { Understanding } from '../understand.ts';
import { type BodyMention, bodiesIn } from './bodies.ts';
import { isCommon } from './common-words.ts';
import { isLight } from './light-words.ts';
import { isPersonForm } from './person-names.ts';
import type { Reading } from './reading.ts';
import { readValues } from './values.ts';
import { placesIn, readText, wordsOf } from './reading.ts';

/** Letters that a name and its form share at least, and by which they may differ at their ends. */
const sharedLetters = 5;
const endingLetters = 4;

type NameProblem = 'name' | 'body' | 'city';

/**
 * The first name, body or place of a sentence that its evidence does not name, null for none. Forms of a name in Finnish and Swedish
 * and names in another language, as organisations and municipalities have them, are the same name.
 */
export function unknownName(base: KnowledgeBase, said: Understanding, reading: Reading): NameProblem | null {
  const bodies = bodiesIn(base.catalogue, said.text, said.language);
  const known = withParents(base, [...reading.bodies, ...reading.bodiesAround]);
  const isKnown = (body: BodyMention) =>
    body.generic || known.has(body.id) || isNamedInPart(base, body, said.text.normalize('NFC'), reading);
  if (!bodies.every(isKnown)) return 'body';
  const places = placesIn(base, readText(said.text, said.language));
  if (!places.every((place) => holdsPlace(place, reading))) return 'city';
  return holdsNames(base, said, bodies, reading) ? null : 'name';
}

/** A body of the city that the evidence is about may be called there without the city: "the ecosystem" for "Vaasa's ecosystem". */
function isNamedInPart({ catalogue }: KnowledgeBase, body: BodyMention, text: string, reading: Reading): boolean {
  const { municipality } = catalogue.organisations.find(({ id }) => id === body.id) ?? {};
  if (municipality === undefined || !reading.cities.has(municipality)) return false;
  const city = catalogue.terms.find(({ area, fi: [name] }) => area === 'municipalities' && name === municipality);
  const cityNames =
    city === undefined ? [] : [...city.fi, ...city.sv, ...city.en, ...(city.forms?.fi ?? [])].map(foldWord);
  const words = [...text.slice(body.start, body.end).matchAll(/[\p{L}\p{M}]{3,}/gu)]
    .map(([word]) => foldWord(word))
    .filter((word) => !functionWordsHave(word) && !cityNames.some((name) => isNameForm(word, name)));
  const own = wordsOf(reading.own);
  return words.length > 0 && words.every((word) => holdsForm(word, own));
}

/** A department that is named names what it is a part of. */
function withParents({ catalogue }: KnowledgeBase, ids: readonly string[]): ReadonlySet<string> {
  const all = new Set(ids);
  for (const id of all) {
    const parent = catalogue.organisations.find((organisation) => organisation.id === id)?.parent;
    if (parent !== undefined) all.add(parent);
  }
  return all;
}

/** A place stands in the evidence, or is what the evidence is about where it names no other. */
function holdsPlace(place: string, { places, cities }: Reading): boolean {
  return places.has(place) || (places.size === 0 && cities.has(place));
}

type Capital = { word: string; folded: string; start: number; end: number; first: boolean };

/** Words with a capital, which are names but for the first of a sentence, which may be any word. */
function capitalsOf(text: string): Capital[] {
  return [...text.matchAll(/(?<![\p{L}\p{M}\d])\p{Lu}[\p{L}\p{M}\d]*(?:['’:][\p{L}\p{M}]+)?/gu)].map((match) => {
    const word = match[0].replace(/:[\p{L}]+$/u, '');
    return {
      word,
      folded: foldWord(word.replace(/['’]s?$/u, '')),
      start: match.index,
      end: match.index + match[0].length,
      first: !/[\p{L}\d]/u.test(
        text
          .slice(0, match.index)
          .split(/[.!?]\s|[:–]\s|["”“]/u)
          .at(-1) ?? '',
      ),
    };
  });
}

function holdsNames(base: KnowledgeBase, said: Understanding, bodies: readonly Span[], reading: Reading): boolean {
  const texts = reading.naming;
  const words = wordsOf(texts);
  const known = [...bodies, ...readValues(said.text), ...coveredByConcepts(said, reading)];
  const capitals = capitalsOf(said.text.normalize('NFC'));
  const unknown = capitals.filter(
    ({ folded, start, end, first, word }) =>
      !known.some((span) => span.start <= start && end <= span.end) &&
      !(holdsForm(folded, words) && (words.has(folded) || !isAnotherPerson(base, folded, said.language))) &&
      !((first || said.language === 'en') && isCommon(folded)) &&
      !(first && (isLight(folded) || isOrdinary(base, word, folded))),
  );
  const inRow = (one: Capital, at: number) =>
    (one.first && isOrdinary(base, one.word, one.folded)) ||
    standTogether(one, capitals[at + 1], said.text, known, texts);
  return unknown.length === 0 && capitals.every(inRow);
}

/** True for a name that is nearly that of a known person, and no form of it. */
function isAnotherPerson({ catalogue }: KnowledgeBase, name: string, language: Language): boolean {
  const parts = catalogue.people.flatMap((person) => person.name.split(' ').map(foldWord));
  return parts.some((part) => isSameName(name, part)) && !parts.some((part) => isPersonForm(name, part, language));
}

type Span = { start: number; end: number };

/** Where a sentence names a concept that the evidence names too, in whatever language, or a place, which has been looked at before. */
function coveredByConcepts({ groups, tokens }: Understanding, { concepts }: Reading): Span[] {
  return groups
    .filter(({ role, terms }) => role === 'place' || terms.some(({ id }) => concepts.has(id)))
    .map(({ from, to }) => {
      const words = tokens.filter(({ position, kind }) => kind !== 'derived' && position >= from && position < to);
      return { start: words[0]?.start ?? 0, end: words.at(-1)?.end ?? 0 };
    });
}

/** True when one of the words is the name in some form: "Helsingin" for "Helsinki", "Sorjosen" for "Sorjonen". */
function holdsForm(name: string, words: ReadonlySet<string>): boolean {
  if (words.has(name)) return true;
  for (const word of words) if (isSameName(name, word)) return true;
  return false;
}

function isSameName(name: string, word: string): boolean {
  if (name === word) return true;
  if (name.length < 3 || word.length < 3 || /\d/.test(name)) return false;
  if (isNameForm(name, word) || isNameForm(word, name)) return true;
  if (languages.some((language) => stemWord(name, language) === stemWord(word, language))) return true;
  let shared = 0;
  while (shared < name.length && name[shared] === word[shared]) shared += 1;
  return shared >= sharedLetters && name.length - shared <= endingLetters && word.length - shared <= endingLetters;
}

/** Two names in a row stand in a row in the evidence too: no new person is made of two. */
function standTogether(
  one: Capital,
  next: Capital | undefined,
  text: string,
  known: readonly Span[],
  texts: readonly { text: string }[],
): boolean {
  if (next === undefined || text.slice(one.end, next.start) !== ' ') return true;
  const covered = ({ start, end }: Capital) => known.some((span) => span.start <= start && end <= span.end);
  if (covered(one) || covered(next) || /['’]s?$/u.test(text.slice(one.start, one.end))) return true;
  return texts.some(({ text: evidence }) => {
    const words = [...evidence.matchAll(/[\p{L}\p{M}\d]+/gu)].map(([word]) => foldWord(word));
    return words.some((word, at) => isSameName(one.folded, word) && isSameName(next.folded, words[at + 1] ?? ''));
  });
}

function functionWordsHave(word: string): boolean {
  return languages.some((language) => functionWords[language].has(word));
}

const vocabularies = new WeakMap<KnowledgeBase, ReadonlySet<string>>();

/** A word that the documents, their translations or the term bank write with a small letter, in some form, is no name. */
function isOrdinary(base: KnowledgeBase, word: string, folded: string): boolean {
  if (functionWordsHave(folded)) return true;
  if (base.catalogue.people.some(({ name }) => name.split(' ').some((part) => isNameForm(folded, foldWord(part)))))
    return false;
  if (/^\p{Lu}{2,}$/u.test(word)) return false;
  const vocabulary = vocabularies.get(base) ?? vocabularyOf(base);
  vocabularies.set(base, vocabulary);
  return languages.some((language) => isWord(folded, language, vocabulary));
}

/** Letters that each part of a compound has at least. */
const shortestPart = 4;

/** A word of the vocabulary in some form, or a compound of two of them, as Finnish and Swedish make them. */
function isWord(word: string, language: Language, vocabulary: ReadonlySet<string>): boolean {
  const has = (part: string) => vocabulary.has(`${language}:${stemWord(part, language)}`);
  if (has(word)) return true;
  if (language === 'en') return false;
  for (let cut = shortestPart; cut <= word.length - shortestPart; cut += 1)
    if (has(word.slice(0, cut)) && has(word.slice(cut))) return true;
  return false;
}

function vocabularyOf({ catalogue }: KnowledgeBase): ReadonlySet<string> {
  const vocabulary = new Set<string>();
  const add = (text: string, language: (typeof languages)[number]) => {
    for (const [word] of text.matchAll(/(?<![\p{L}\p{M}])\p{Ll}[\p{L}\p{M}]+/gu))
      vocabulary.add(`${language}:${stemWord(foldWord(word), language)}`);
  };
  for (const { text, language, translations } of catalogue.passages) {
    add(text, language);
    for (const other of languages) add(translations[other] ?? '', other);
  }
  for (const term of catalogue.terms)
    for (const language of languages) for (const wording of term[language]) add(wording, language);
  return vocabulary;
}
