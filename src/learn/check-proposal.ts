import { type Language, type Localized, languages } from '../domain/language.ts';
import type { PartialDate } from '../domain/partial-date.ts';
import { foldQuote } from '../domain/source.ts';
import { findDates } from '../ingest/extract/dates.ts';
import { detectLanguage } from '../retrieval/language.ts';
import { holdsQuote, type NewDocument } from './new-document.ts';
import type { Rejection } from './review.ts';
import { namesNotIn, numbersNotIn, numbersOf } from './translation-doubts.ts';

/** Why a document does not support a statement, with the words that it lacks. */
export type Doubt = { reason: Rejection; detail: string };

/** A statement about a document: what it says in three languages, the dates it gives, and the quote it rests on. */
export type Statement = {
  says: Localized;
  dates: readonly PartialDate[];
  quote: string;
  /** The name of what the record is about, which need not stand in the quote. */
  about: string;
  /** True for whole sentences, whose language can be told and whose first word has a capital. */
  sentence: boolean;
};

const shortestQuote = 8;
const longestSaid = 600;

/**
 * Why the document does not support a statement; null when it does: its quote stands there word for word, and every number, date,
 * municipality, body, person, address and other name of what is said stands in that quote, in whatever language. The municipality and the
 * publisher of the document need not.
 */
export function doubtOf(statement: Statement, document: NewDocument): Doubt | null {
  const { quote, dates, says } = statement;
  if (quote.trim().length < shortestQuote || !holdsQuote(document, quote)) return { reason: 'quote', detail: quote };
  const wrong = dates.find((date) => !givesDate(quote, document.source.language, date));
  if (wrong !== undefined) return { reason: 'date', detail: partsOf(wrong).join('-') };
  for (const language of languages) {
    const doubt = doubtOfWords(says[language], language, statement, document);
    if (doubt !== null) return doubt;
  }
  return null;
}

function doubtOfWords(words: string, language: Language, statement: Statement, document: NewDocument): Doubt | null {
  const { quote, about, sentence } = statement;
  const { source } = document;
  if (words.trim() === '' || words.length > longestSaid)
    return { reason: 'shape', detail: words.slice(0, longestSaid) };
  const numbers = numbersNotIn(`${quote} ${about}`, [...new Set(numbersOf(words))].join('; '));
  if (numbers.length > 0) return { reason: 'number', detail: numbers.join(', ') };
  const date = findDates(words, language).find(({ from }) => !givesDate(quote, source.language, from));
  if (date !== undefined) return { reason: 'date', detail: partsOf(date.from).join('-') };
  const supported = `${quote} ${about} ${source.municipality} ${source.publisher}`;
  const strange = strangeNames(sentence ? words : `x ${words}`, supported, document);
  if (strange.length > 0) return { reason: 'name', detail: strange.join(', ') };
  return sentence && isOtherLanguage(words, language) ? { reason: 'language', detail: words } : null;
}

const fewestWords = 4;

/** True when the words are clearly of another language. Names are left aside: they have a language of their own. */
export function isOtherLanguage(words: string, language: Language): boolean {
  const plain = words.match(/(?<![\p{L}\d-])\p{Ll}+(?![\p{L}\d-])/gu) ?? [];
  if (plain.length < fewestWords) return false;
  const detected = detectLanguage(plain.join(' '));
  return detected !== null && detected !== language;
}

/** Names of the words that the supporting text lacks in each of the wordings that are known of them. */
function strangeNames(words: string, supported: string, { names, cities, knowledge }: NewDocument): string[] {
  const bodies = knowledge.organisations
    .filter(({ generic }) => !generic)
    .map(({ name, abbreviations, forms }) => [
      ...languages.map((language) => name[language]),
      ...abbreviations,
      ...forms,
    ]);
  return [
    ...new Set([
      ...namesNotIn(supported, words, { ...names, cities: [] }),
      ...wordingsNotIn(supported, words, [...cities, ...bodies]),
    ]),
  ];
}

/** Of things with several wordings, the first wording of those that `from` names and `text` does not. */
export function wordingsNotIn(text: string, from: string, things: readonly (readonly string[])[]): string[] {
  return things.filter((wordings) => stands(from, wordings) && !stands(text, wordings)).map(([first = '']) => first);
}

const stemLength = 5;

/** True when a word of the text begins with one of the wordings; the last letters of a long one may be inflected. */
function stands(text: string, wordings: readonly string[]): boolean {
  const folded = ` ${foldQuote(text)}`;
  return wordings.some((wording) => {
    const whole = foldQuote(wording);
    const stem = whole.length > stemLength ? whole.slice(0, -2) : whole;
    const at = folded.indexOf(stem);
    return (
      at > 0 &&
      !/\p{L}/u.test(folded.charAt(at - 1)) &&
      (stem !== whole || !/\p{L}{4}/u.test(folded.slice(at + stem.length, at + stem.length + 4)))
    );
  });
}

/** True when the words give this date and no more or less of it. A year alone may stand anywhere in them. */
function givesDate(words: string, language: Language, date: PartialDate): boolean {
  const found = findDates(words, language).flatMap(({ from, to }) => (to === null ? [from] : [from, to]));
  if (found.some(({ year, month, day }) => year === date.year && month === date.month && day === date.day)) return true;
  return date.month === null && date.day === null && partsOf(date).every((part) => numbersOf(words).includes(part));
}

function partsOf({ year, month, day }: PartialDate): string[] {
  return [year, month, day].flatMap((part) => (part === null ? [] : [String(part)]));
}

/** Contact details stand by themselves, other facts in a sentence. */
type Speaking = { name: string; quote: string; contact: boolean };

const pronoun = /(?<!\p{L})(?:hän\p{Ll}*|han|hon|honom|henne|hans|hennes|he|him|his|she|her)(?!\p{L})/iu;

/** True when the quote names the person, or speaks of "her", or gives a contact detail, soon after a passage that names them. */
export function speaksOf({ name, quote, contact }: Speaking, { passages }: NewDocument): boolean {
  const surname = foldQuote(name).split(' ').at(-1) ?? '';
  const stem = surname.length > stemLength ? surname.slice(0, -1) : surname;
  const folded = foldQuote(quote);
  if (stem === '' || folded.includes(stem)) return stem !== '';
  if (!contact && !pronoun.test(quote)) return false;
  const at = passages.findIndex(({ text }) => foldQuote(text).includes(folded) || folded.includes(foldQuote(text)));
  return passages.slice(Math.max(0, at - 3), Math.max(0, at)).some(({ text }) => foldQuote(text).includes(stem));
}
