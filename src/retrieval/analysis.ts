import { stemmer as englishStemmer } from '@orama/stemmers/english';
import { stemmer as finnishStemmer } from '@orama/stemmers/finnish';
import { stemmer as swedishStemmer } from '@orama/stemmers/swedish';
import type { Language } from '../domain/language.ts';
import { functionWords } from './function-words.ts';
import { remember } from './remember.ts';

/** Text beyond this many UTF-16 code units is not analysed. */
export const maxTextLength = 50_000;
/** A longer word is cut to this many UTF-16 code units. The longest Finnish compounds in use have about 60. */
export const maxWordLength = 64;
/** Length of the character n-grams. */
export const gramLength = 4;
/** Raised whenever the same text gives other tokens, so that an index on disk is rebuilt. */
export const analysisVersion = 1;

const maxCompoundParts = 4;

/** One token of a text. */
export type Token = {
  /** Lower case, without diacritics but å, ä and ö; numbers and dates in one notation ("1.1.2025", "16.88", "33000"). */
  word: string;
  /** Snowball stem of `word`; a number is its own stem. */
  stem: string;
  /** 0-based count of words and numbers before it; a derived token has that of its first part. */
  position: number;
  /** First and one-past-last offset in UTF-16 code units of the text's Unicode normal form C. */
  start: number;
  end: number;
  /** `derived` stands beside other tokens: the joined form of a hyphenated compound, the year of a date. */
  kind: 'word' | 'number' | 'derived';
  /** True for closed-class words, which carry no topic. */
  stop: boolean;
};

const maxRememberedStems = 50_000;

const stemmers: Record<Language, (word: string) => string> = {
  fi: remember(maxRememberedStems, finnishStemmer),
  sv: remember(maxRememberedStems, swedishStemmer),
  en: remember(maxRememberedStems, englishStemmer),
};

/** Snowball stem of a folded word. */
export const stemWord = (word: string, language: Language): string => stemmers[language](word);

const unfolded: Record<string, string> = { ß: 'ss', æ: 'ä', ø: 'ö', ł: 'l', đ: 'd', ð: 'd', þ: 'th', œ: 'oe', ı: 'i' };

/** `word` in lower case, with no diacritics but those of å, ä and ö, which are letters of their own. */
export const foldWord = (word: string): string => {
  const lower = word.toLowerCase();
  if (/^[a-z0-9åäö]*$/u.test(lower)) return lower;
  return lower
    .normalize('NFC')
    .replace(/[^a-z0-9åäö]/gu, (letter) => unfolded[letter] ?? letter.normalize('NFD').replace(/\p{M}+/gu, ''));
};

/** Character n-grams of a folded word between two spaces, in order and with repetition; a shorter padded word is its own gram. */
export const wordGrams = (word: string): string[] => {
  const padded = ` ${word} `;
  if (padded.length <= gramLength) return [padded];
  const grams: string[] = [];
  for (let start = 0; start + gramLength <= padded.length; start += 1)
    grams.push(padded.slice(start, start + gramLength));
  return grams;
};

const tokenPattern = new RegExp(
  [
    String.raw`(?<day>\d{1,2})\. ?(?<month>\d{1,2})\. ?(?<year>\d{4})(?![\p{L}\d])`,
    String.raw`(?<isoYear>\d{4})-(?<isoMonth>\d{2})-(?<isoDay>\d{2})(?![\p{L}\d])`,
    String.raw`(?<slashMonth>0?[1-9]|1[0-2])/(?<slashYear>(?:20)?\d{2})(?![\p{L}\d/])`,
    String.raw`(?<number>\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?:[.,]\d+)?(?![\p{L}\d])|\d+(?:[.,]\d+)*(?![\p{L}\d]))(?::\p{Ll}{1,6})?`,
    String.raw`(?<word>[\p{L}\p{M}\d]+(?:[-\u2010\u2011:'’][\p{L}\p{M}\d]+)*)`,
  ].join('|'),
  'gu',
);

const thousands: Record<Language, RegExp> = {
  fi: /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/u,
  sv: /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/u,
  en: /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u,
};

/** A number without separators of thousands and with a full stop as decimal mark, whichever way the language writes it. */
const normaliseNumber = (written: string, language: Language): string => {
  const joined = written.replace(/[ \u00a0\u2009\u202f]/gu, '');
  const whole = thousands[language].test(joined) ? joined.replaceAll(language === 'en' ? ',' : '.', '') : joined;
  return whole.replaceAll(',', '.').slice(0, maxWordLength);
};

type Groups = Record<string, string | undefined>;

/** The notations of a date or number: itself, then the year of a date. Empty when the match is a word. */
const numberForms = (groups: Groups, language: Language): string[] => {
  const year = groups['year'] ?? groups['isoYear'];
  const day = groups['day'] ?? groups['isoDay'];
  const month = groups['month'] ?? groups['isoMonth'];
  if (year !== undefined) return [`${Number(day)}.${Number(month)}.${year}`, year];
  if (groups['slashYear'] !== undefined) {
    const century = groups['slashYear'].length === 2 ? '20' : '';
    return [`${Number(groups['slashMonth'])}/${century}${groups['slashYear']}`, `${century}${groups['slashYear']}`];
  }
  return groups['number'] === undefined ? [] : [normaliseNumber(groups['number'], language)];
};

/** A written word with the ending of an abbreviation ("IHH:ssa", "EU:s") or an English genitive left out. */
const withoutEnding = (written: string, language: Language): string =>
  language === 'en' ? written.replace(/['’]s$/u, '') : written.replace(/:\p{Ll}{1,6}$/u, '');

type Part = { word: string; start: number; end: number };

/** The folded parts of a written word: one, or those of a hyphenated compound. */
const wordParts = (written: string, start: number, language: Language): Part[] => {
  const parts: Part[] = [];
  for (const match of written.matchAll(/[^-\u2010\u2011]+/gu)) {
    const bare = withoutEnding(match[0], language);
    const partStart = start + match.index;
    const word = foldWord(bare.slice(0, maxWordLength).replace(/['’:]/gu, '')).slice(0, maxWordLength);
    if (word !== '') parts.push({ word, start: partStart, end: partStart + match[0].length });
  }
  return parts;
};

const joinable = (parts: readonly Part[], joined: string): boolean =>
  parts.length > 1 && parts.length <= maxCompoundParts && joined.length <= maxWordLength;

/**
 * The tokens of `text`, in order. Hyphenated compounds give their parts and, as a derived token, the joined word
 * ("puoliso-ohjelma": puoliso, ohjelma, puolisoohjelma). Time and memory are linear in the length of the text, of which
 * the first `maxTextLength` code units count.
 */
export const analyse = (text: string, language: Language): Token[] => {
  const tokens: Token[] = [];
  const capped = text.slice(0, maxTextLength).normalize('NFC');
  let position = 0;
  for (const match of capped.matchAll(tokenPattern)) {
    const start = match.index;
    const end = start + match[0].length;
    const [number, ...derived] = numberForms(match.groups ?? {}, language);
    if (number !== undefined) {
      tokens.push({ word: number, stem: number, position, start, end, kind: 'number', stop: false });
      for (const word of derived) tokens.push({ word, stem: word, position, start, end, kind: 'derived', stop: false });
      position += 1;
      continue;
    }
    const parts = wordParts(match[0], start, language);
    const first = position;
    for (const part of parts) {
      const stop = parts.length === 1 && functionWords[language].has(part.word);
      tokens.push({ ...part, stem: stemWord(part.word, language), position, kind: 'word', stop });
      position += 1;
    }
    const joined = parts.map((part) => part.word).join('');
    if (joinable(parts, joined))
      tokens.push({
        word: joined,
        stem: stemWord(joined, language),
        position: first,
        start,
        end,
        kind: 'derived',
        stop: false,
      });
  }
  return tokens;
};
