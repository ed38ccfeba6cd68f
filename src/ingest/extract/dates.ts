import type { Language, Localized } from '../../domain/language.ts';
import type { PartialDate } from '../../domain/partial-date.ts';
import { monthNames } from './month-words.ts';

/** Which part of the month or year a date means, where the words say so ("huhtikuun alussa", "i slutet av juni"). */
export type PartOfPeriod = 'beginning' | 'middle' | 'end';

/** A date or span of dates in a text, with what its words leave open. Offsets are UTF-16 code units, end exclusive. */
export type FoundDate = {
  start: number;
  end: number;
  from: PartialDate;
  to: PartialDate | null;
  part: PartOfPeriod | null;
};

type Groups = Record<string, string | undefined>;

const year = '(?<year>(?:19|20)\\d{2})(?!\\d)';
const optionalYear = (lead: string) => `(?:${lead}(?<year>(?:19|20)\\d{2})(?!\\d))?`;
const dash = '\\s?[–—-]\\s?';
const months = (language: Language) => monthNames[language].join('|');

/** Patterns of every language; numbers before a time of day ("klo 9.15", "kl. 9.15") are not dates. */
const numeric = [
  '(?<day>\\d{1,2})\\.(?<month>\\d{1,2})\\.(?<year>(?:19|20)\\d{2})' +
    dash +
    '(?<toDay>\\d{1,2})\\.(?<toMonth>\\d{1,2})\\.(?<toYear>(?:19|20)\\d{2})',
  '(?<day>\\d{1,2})\\.(?:(?<month>\\d{1,2})\\.)?' +
    dash +
    '(?<toDay>\\d{1,2})\\.(?<toMonth>\\d{1,2})\\.(?<toYear>(?:19|20)\\d{2})?',
  '(?<day>\\d{1,2})\\.\\s?(?<month>\\d{1,2})\\.\\s?(?<year>(?:19|20)\\d{2})',
  '(?<year>(?:19|20)\\d{2})-(?<month>\\d{2})-(?<day>\\d{2})',
  '(?<day>\\d{1,2})\\.(?<month>\\d{1,2})\\.(?!\\d)',
];

const worded: Readonly<Record<Language, readonly string[]>> = {
  fi: [
    `(?<day>\\d{1,2})\\.${dash}(?<toDay>\\d{1,2})\\.\\s(?<name>${months('fi')})kuuta${optionalYear('\\s(?:vuonna\\s)?')}`,
    `(?<day>\\d{1,2})\\.\\s(?<name>${months('fi')})kuuta${optionalYear('\\s(?:vuonna\\s)?')}`,
    `(?<name>${months('fi')})kuun\\s(?<day>\\d{1,2})\\.\\späivä(?:nä|stä)${optionalYear('\\s(?:vuonna\\s)?')}`,
    `(?<name>${months('fi')})kuusta\\s(?<toName>${months('fi')})kuuhun\\s${year}`,
    `(?<name>${months('fi')})kuun\\s(?:${optionalYear('')}\\s?)(?<part>alussa|alusta|lopussa|loppuun|puolivälissä|puolestavälistä)${optionalYearAgain()}`,
    `(?<name>${months('fi')})kuu(?:ssa|sta|hun|lle)${optionalYear('\\s(?:vuonna\\s)?')}`,
    `vuoden\\s${year}\\s(?<part>alussa|alusta|lopussa|loppuun|puolivälissä)`,
    `(?:vuonna|vuodesta|vuoteen|vuoden|keväällä|kesällä|syksyllä|talvella)\\s${year}`,
  ],
  sv: [
    `från\\s(?<name>${months('sv')})\\still\\s(?<toName>${months('sv')})\\s${year}`,
    `(?<day>\\d{1,2})${dash}(?<toDay>\\d{1,2})\\s(?<name>${months('sv')})${optionalYear('\\s')}`,
    `(?:den\\s)?(?<day>\\d{1,2})\\.?\\s(?<name>${months('sv')})${optionalYear('\\s')}`,
    `(?<part>i\\sbörjan\\sav|början\\sav|i\\smitten\\sav|mitten\\sav|i\\sslutet\\sav|slutet\\sav)\\s(?<name>${months('sv')})${optionalYear('\\s')}`,
    `(?<part>i\\sbörjan\\sav|i\\smitten\\sav|i\\sslutet\\sav)\\s(?:år\\s)?${year}`,
    `(?:i|från\\soch\\smed|fr\\.o\\.m\\.|från)\\s(?<name>${months('sv')})${optionalYear('\\s')}`,
    `(?:under|i|från|år|våren|sommaren|hösten|vintern|sedan)\\s(?:år\\s|våren\\s|hösten\\s)?${year}`,
  ],
  en: [
    `[Ff]rom\\s(?<name>${months('en')})\\sto\\s(?<toName>${months('en')})\\s${year}`,
    `(?<day>\\d{1,2})${dash}(?<toDay>\\d{1,2})\\s(?<name>${months('en')})${optionalYear(',?\\s')}`,
    `(?<day>\\d{1,2})(?:st|nd|rd|th)?\\s(?:of\\s)?(?<name>${months('en')})${optionalYear(',?\\s')}`,
    `(?<name>${months('en')})\\s(?<day>\\d{1,2})(?:st|nd|rd|th)?(?!\\d)${optionalYear(',?\\s')}`,
    `(?<part>beginning\\sof|start\\sof|[Ee]arly|middle\\sof|mid-|end\\sof|late)\\s?(?<name>${months('en')})${optionalYear('\\s')}`,
    `(?<part>beginning\\sof|start\\sof|[Ee]arly|middle\\sof|end\\sof|late)\\s${year}`,
    `(?:[Ii]n|[Ff]rom|[Ss]ince|[Bb]y|[Uu]ntil|of)\\s(?<name>${months('en')})${optionalYear('\\s')}`,
    `(?:[Ii]n|[Ss]ince|[Dd]uring|[Ff]rom|[Bb]y|[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)\\s(?:spring\\s|autumn\\s|summer\\s|winter\\s)?${year}`,
  ],
};

function optionalYearAgain(): string {
  return '(?:\\s(?:vuonna\\s)?(?<laterYear>(?:19|20)\\d{2})(?!\\d))?';
}

const patterns: Readonly<Record<Language, readonly RegExp[]>> = {
  fi: compile('fi'),
  sv: compile('sv'),
  en: compile('en'),
};

function compile(language: Language): RegExp[] {
  return [...numeric, ...worded[language]].map(
    (source) => new RegExp(`(?<![\\p{L}\\d.,])(?:${source})(?![\\p{L}])`, language === 'en' ? 'gu' : 'giu'),
  );
}

/** Texts beyond this many UTF-16 code units are not searched for dates: no sentence is as long. */
const longestText = 4000;

/** Dates in reading order without overlaps; of overlapping readings the longest stands. A year that is not written stays null. */
export function findDates(text: string, language: Language): FoundDate[] {
  const capped = text.slice(0, longestText);
  const found: FoundDate[] = [];
  for (const pattern of patterns[language]) {
    for (const match of capped.matchAll(pattern)) {
      const date = readDate(match.groups ?? {}, language);
      if (!date || isTimeOfDay(capped, match.index)) continue;
      found.push({ ...date, start: match.index, end: match.index + match[0].length });
    }
  }
  const longestFirst = found.toSorted((a, b) => b.end - b.start - (a.end - a.start));
  const kept: FoundDate[] = [];
  for (const date of longestFirst)
    if (!kept.some((other) => date.start < other.end && other.start < date.end)) kept.push(date);
  return kept.toSorted((a, b) => a.start - b.start);
}

function isTimeOfDay(text: string, index: number): boolean {
  return /(?:klo|kello|kl\.?|at)\s$/iu.test(text.slice(Math.max(0, index - 8), index));
}

function readDate(groups: Groups, language: Language): Omit<FoundDate, 'start' | 'end'> | null {
  const to = readEnd(groups, language);
  const from: PartialDate = {
    year: numberOf(groups['year'] ?? groups['laterYear'] ?? groups['toYear']),
    month: numberOf(groups['month']) ?? monthOf(groups['name'], language) ?? (groups['day'] ? to?.month : null) ?? null,
    day: numberOf(groups['day']),
  };
  if (!isPossible(from) || (to && !isPossible(to))) return null;
  return { from, to, part: partOf(groups['part']) };
}

function readEnd(groups: Groups, language: Language): PartialDate | null {
  if (groups['toDay'] === undefined && groups['toName'] === undefined) return null;
  return {
    year: numberOf(groups['toYear'] ?? groups['year']),
    month: numberOf(groups['toMonth']) ?? monthOf(groups['toName'] ?? groups['name'], language),
    day: numberOf(groups['toDay']),
  };
}

function isPossible({ year: inYear, month, day }: PartialDate): boolean {
  if (inYear === null && month === null) return false;
  return (month === null || (month >= 1 && month <= 12)) && (day === null || (day >= 1 && day <= 31));
}

function numberOf(digits: string | undefined): number | null {
  return digits === undefined ? null : Number(digits);
}

function monthOf(name: string | undefined, language: Language): number | null {
  const index = monthNames[language].findIndex((month) => month.toLowerCase() === name?.toLowerCase());
  return index < 0 ? null : index + 1;
}

function partOf(words: string | undefined): PartOfPeriod | null {
  if (words === undefined) return null;
  if (/^(?:al|i?\s?början|beginning|start|early)/iu.test(words)) return 'beginning';
  return /^(?:lop|(?:i\s)?slut|end|late)/iu.test(words) ? 'end' : 'middle';
}

const parts: Readonly<Record<PartOfPeriod, { fi: string; sv: string; en: string }>> = {
  beginning: { fi: 'alussa', sv: 'i början av', en: 'the beginning of' },
  middle: { fi: 'puolivälissä', sv: 'i mitten av', en: 'the middle of' },
  end: { fi: 'lopussa', sv: 'i slutet av', en: 'the end of' },
};

/** A date in words in three languages, as precise as it is and no more: "1. syyskuuta 2025", "den 3 april", "the beginning of May". */
export function dateInWords({ year: inYear, month, day }: PartialDate, part: PartOfPeriod | null): Localized {
  const tail = inYear === null ? '' : ` ${inYear}`;
  if (month === null) {
    if (part === null) return { fi: `vuonna${tail}`, sv: `år${tail}`, en: `${inYear ?? ''}` };
    const { fi, sv, en } = parts[part];
    return { fi: `vuoden${tail} ${fi}`, sv: `${sv} år${tail}`, en: `${en}${tail}` };
  }
  const [fi, sv, en] = [monthNames.fi[month - 1] ?? '', monthNames.sv[month - 1] ?? '', monthNames.en[month - 1] ?? ''];
  if (day !== null)
    return { fi: `${day}. ${fi}kuuta${tail}`, sv: `den ${day} ${sv}${tail}`, en: `${day} ${en}${tail}` };
  if (part === null) return { fi: `${fi}kuussa${tail}`, sv: `i ${sv}${tail}`, en: `${en}${tail}` };
  const words = parts[part];
  return { fi: `${fi}kuun${tail} ${words.fi}`, sv: `${words.sv} ${sv}${tail}`, en: `${words.en} ${en}${tail}` };
}
