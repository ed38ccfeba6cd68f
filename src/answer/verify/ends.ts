import type { Reading } from './reading.ts';
import { type Value, foldSpaces, isHeldBy, readValues } from './values.ts';

type Day = Extract<Value, { kind: 'date' }>;

const begins =
  /(?<!\p{L})(?:alkaen|alka\p{L}*|alkoi\p{L}*|aloit\p{L}*|käynnist\p{L}*|börja\p{L}*|inled\p{L}*|starta\p{L}*|from|since|start\p{L}*|beg[aiu]n\p{L}*)(?!\p{L})/iu;
const ends =
  /(?<!\p{L})(?:päätty\p{L}*|päättyi\p{L}*|loppui|asti|saakka|slut\p{L}*|avsluta\p{L}*|upphör\p{L}*|until|end(?:s|ed|ing)?|finish\p{L}*)(?!\p{L})/iu;

/** What stands between the two days of a period: "2022–2025", "from 1 March 2021 to 31 December 2024". */
const between = /^(?:\s?–\s?|\s(?:to|until|till|and|och|ja)\s(?:den\s)?)$/iu;

/** True when a sentence tells the first day of a period of its evidence as the end, or the last as the beginning. */
export function turnsPeriod(sentence: string, { own }: Reading): boolean {
  const told = daysOf(sentence);
  const [day] = told;
  if (day === undefined || told.length > 1 || begins.test(sentence) === ends.test(sentence)) return false;
  const periods = own.flatMap(({ text }) => periodsOf(text));
  const opposite = periods.some(([from, to]) => isHeldBy(day, begins.test(sentence) ? to : from));
  return opposite && !periods.some(([from, to]) => isHeldBy(day, begins.test(sentence) ? from : to));
}

function daysOf(text: string): Day[] {
  return readValues(text).filter((value) => value.kind === 'date');
}

function periodsOf(text: string): (readonly [from: Day, to: Day])[] {
  const days = daysOf(text);
  const folded = foldSpaces(text);
  return days.flatMap((from, at) => {
    const to = days[at + 1];
    return to !== undefined && between.test(folded.slice(from.end, to.start)) ? [[from, to] as const] : [];
  });
}
