import { readDates } from './dates.ts';
import { readNumbers } from './numbers.ts';

/** What a figure is of, as far as its own words say. */
export type UnitOf = 'percent' | 'percentagePoint' | 'euro' | 'year' | 'month' | 'week' | 'day' | 'hour';

/** A date with what it leaves out as null, a figure, an e-mail address or a telephone number, where it stands in a text. */
export type Value = { start: number; end: number } & (
  | { kind: 'date'; year: number | null; month: number | null; day: number | null }
  /** More than one figure where the separator may be of thousands or of decimals. */
  | { kind: 'number'; figures: readonly number[]; unit: UnitOf | null }
  | { kind: 'contact'; written: string }
);

const email = /[\w.+-]+(?:@|\(at\))[\w-]+(?:\.[\w-]+)+/giu;
const phone = /(?<![\d.,])(?:\+\d{1,3}|0\d{1,3})[ -]?\d{1,4}(?:[ -]?\d{2,5}){1,3}(?![\d.,]\d)/gu;

/** Longer texts are cut: no sentence or cell is as long. */
const longestText = 8_000;

/** Dates, figures and contact details of a text in any of the three languages, in reading order and without overlaps. */
export function readValues(text: string): Value[] {
  const folded = foldSpaces(text.slice(0, longestText));
  const contacts = [...folded.matchAll(email), ...folded.matchAll(phone)].map((match): Value => {
    const written = match[0].toLowerCase().replace('(at)', '@');
    return {
      kind: 'contact',
      written: written.includes('@') ? written : written.replace(/\D/g, '').replace(/^(?:358|0)/, ''),
      start: match.index,
      end: match.index + match[0].length,
    };
  });
  const rest = blank(folded, contacts);
  const dates = readDates(rest);
  return [...contacts, ...dates, ...readNumbers(blank(rest, dates))].toSorted((a, b) => a.start - b.start);
}

/** One kind of space and of dash, so that patterns need no others; lengths stay as they are. */
export function foldSpaces(text: string): string {
  return text.replace(/[\u00a0\u2009\u202f\n\r\t]/g, ' ').replace(/[\u2010-\u2015\u2212]/g, '–');
}

/** The text with what was read replaced by spaces, so that nothing is read twice. */
function blank(text: string, read: readonly { start: number; end: number }[]): string {
  let rest = text;
  for (const { start, end } of read) rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
  return rest;
}

/** True when the second value says at least what the first says: the same figure and unit, or a date as full. */
export function isHeldBy(said: Value, known: Value): boolean {
  if (said.kind === 'contact') return known.kind === 'contact' && known.written === said.written;
  if (said.kind === 'date') {
    if (known.kind === 'number')
      return isBareYear(said) && known.unit === null && known.figures.includes(said.year ?? -1);
    if (known.kind !== 'date') return false;
    return (['year', 'month', 'day'] as const).every((part) => said[part] === null || said[part] === known[part]);
  }
  if (known.kind === 'date') return said.unit === null && isBareYear(known) && said.figures.includes(known.year ?? -1);
  if (known.kind !== 'number' || !said.figures.some((figure) => known.figures.includes(figure))) return false;
  return (
    said.unit === known.unit || (said.unit === null && known.unit !== 'percent' && known.unit !== 'percentagePoint')
  );
}

function isBareYear({ month, day }: Extract<Value, { kind: 'date' }>): boolean {
  return month === null && day === null;
}
