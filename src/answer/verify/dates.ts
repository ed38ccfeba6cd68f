import type { Value } from './values.ts';

type DateValue = Extract<Value, { kind: 'date' }>;
type Groups = Record<string, string | undefined>;

const months: readonly (readonly string[])[] = [
  ['tammi', 'januari', 'january', 'jan'],
  ['helmi', 'februari', 'february', 'feb'],
  ['maalis', 'mars', 'march'],
  ['huhti', 'april', 'apr'],
  ['touko', 'maj', 'may'],
  ['kesä', 'juni', 'june'],
  ['heinä', 'juli', 'july'],
  ['elo', 'augusti', 'august', 'aug'],
  ['syys', 'september', 'sept', 'sep'],
  ['loka', 'oktober', 'october', 'oct', 'okt'],
  ['marras', 'november', 'nov'],
  ['joulu', 'december', 'dec'],
];

const finnish = months.map(([stem]) => stem).join('|');
const finnishMonth = `(?<name>${finnish})kuu\\p{L}{0,4}`;
const otherMonth = `(?<name>${months
  .flatMap((names) => names.slice(1))
  .toSorted((a, b) => b.length - a.length)
  .join('|')})\\.?`;
const year = '(?<year>(?:19|20)\\d{2})(?!\\d)';
const laterYear = `(?:,?\\s(?:vuonna\\s|vuoden\\s|år\\s|of\\s|in\\s)?${year})?`;
const day = '(?<day>\\d{1,2})';

/** From the fullest to the barest, since what has been read is not read again. */
const patterns = [
  `${day}\\.\\s?(?<month>\\d{1,2})\\.\\s?${year}`,
  `(?<year>(?:19|20)\\d{2})-(?<month>\\d{2})-(?<day>\\d{2})`,
  `(?<year>(?:19|20)\\d{2})–(?<month>\\d{2})–(?<day>\\d{2})`,
  `${day}\\.\\s?${finnishMonth}${laterYear}`,
  `${finnishMonth}\\s${day}\\.(?:\\s?päivä\\p{L}{0,4})?${laterYear}`,
  `(?:den\\s)?${day}(?:\\.|:e|st|nd|rd|th)?\\s(?:of\\s)?${otherMonth}(?!\\p{L})${laterYear}`,
  `${otherMonth}\\s${day}(?:st|nd|rd|th)?(?![\\d.,]?\\d)${laterYear}`,
  `(?:${finnishMonth}|(?<=\\p{L}\\s|^|[(–])${otherMonth.replace('name', 'other')}(?!\\p{L}))${laterYear}`,
  `(?<!(?:toimenpi\\p{L}{1,9}|åtgärd\\p{L}{0,3}|measures?|tavoit\\p{L}{1,9}|mål\\p{L}{0,3}|goals?)\\s)${day}\\.(?<month>\\d{1,2})\\.(?!\\d)`,
  `(?<month>0?[1-9]|1[0-2])/(?<year>(?:19|20)\\d{2}|\\d{2})(?![\\d/])`,
  `(?<year>(?:19|20)\\d{2})[–/-](?<to>\\d{2})(?!\\d)`,
  `${year}(?![.,]\\d)(?!\\s?(?:%|€|prosent|procent|per\\s?cent))`,
].map((source) => new RegExp(`(?<![\\p{L}\\d.,])(?:${source})`, 'giu'));

/** "May" is a month after a preposition or before a year, else the English verb; "mars" and "maj" have no second meaning here. */
const verb = /^may\.?$/i;

/** Dates as far as they are written: full ones, months, years; "2022–25" gives two years. */
export function readDates(text: string): DateValue[] {
  const found: DateValue[] = [];
  let rest = text;
  for (const pattern of patterns) {
    for (const match of rest.matchAll(pattern)) {
      if (verb.test(match[0]) && !/(?:in|since|until|by|from|of|to|and|–)\s?$/i.test(rest.slice(0, match.index)))
        continue;
      const dates = datesOf(match.groups ?? {});
      found.push(...dates.map((date) => ({ ...date, start: match.index, end: match.index + match[0].length })));
      if (dates.length > 0)
        rest = rest.slice(0, match.index) + ' '.repeat(match[0].length) + rest.slice(match.index + match[0].length);
    }
  }
  return found.toSorted((a, b) => a.start - b.start);
}

function datesOf(groups: Groups): Omit<DateValue, 'start' | 'end'>[] {
  const name = (groups['name'] ?? groups['other'])?.toLowerCase();
  const named = name === undefined ? -1 : months.findIndex((names) => names.includes(name));
  const month = named >= 0 ? named + 1 : numberOf(groups['month']);
  const written = groups['year'];
  const full = written === undefined ? null : Number(written.length === 2 ? `20${written}` : written);
  const date = { kind: 'date' as const, year: full, month, day: numberOf(groups['day']) };
  if ((date.month ?? 1) > 12 || (date.day ?? 1) > 31 || date.month === 0 || date.day === 0) return [];
  const to = groups['to'];
  if (to === undefined || written === undefined) return [date];
  return [date, { ...date, year: Number(`${written.slice(0, 2)}${to}`) }];
}

function numberOf(digits: string | undefined): number | null {
  return digits === undefined ? null : Number(digits);
}
