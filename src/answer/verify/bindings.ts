import type { Reading } from './reading.ts';
import { type Value, isHeldBy, readValues } from './values.ts';

type Figure = Extract<Value, { kind: 'number' }>;
type Day = Extract<Value, { kind: 'date' }>;
type Part = { figures: readonly Figure[]; dates: readonly Day[] };

const clauseEnds = /[;:()]|[.!?]\s(?=\p{Lu})|,\s|\s(?:ja|och|and|sekä|samt|but|mutta|men)\s/u;
const sentenceEnds = /;|[.!?]\s(?=\p{Lu})/u;

/**
 * True when a figure is told of another time than in the evidence: "16.88 % in 2021" where the evidence has it of 2020. A figure
 * whose time the evidence does not give is not judged here.
 */
export function movesInTime(sentence: string, { own }: Reading): boolean {
  if (endsAsItBegins(sentence)) return true;
  const known = own.flatMap(({ text }) => [...partsOf(text, clauseEnds), ...partsOf(text, sentenceEnds)]);
  const said = partsOf(sentence, clauseEnds);
  const whole = readPart(sentence);
  return whole.figures.some((figure) => {
    const told = datesOf(figure, said, whole);
    const times = known.filter(
      ({ figures, dates }) => dates.length > 0 && figures.some((other) => isHeldBy(figure, other)),
    );
    const nearest = times.filter(({ figures }) => figures.length === 1);
    const dates = (nearest.length > 0 ? nearest : times).flatMap((part) => part.dates);
    if (told.length === 0 || dates.length === 0) return false;
    return !told.some((date) => dates.some((other) => isHeldBy(date, other)));
  });
}

/** A period from a year to the same year is none. */
function endsAsItBegins(sentence: string): boolean {
  return [...sentence.matchAll(/(?<!\d)((?:19|20)\d{2})\s?[–-]\s?((?:19|20)\d{2})(?!\d)/g)].some(
    ([, from, to]) => from === to,
  );
}

/** The dates that a sentence tells a figure of: those of its clause; of the whole where there is one figure or one date. */
function datesOf(figure: Figure, parts: readonly Part[], whole: Part): readonly Day[] {
  if (whole.figures.length === 1 || whole.dates.length === 1) return whole.dates;
  return parts.find(({ figures }) => figures.some((other) => isHeldBy(figure, other)))?.dates ?? [];
}

function partsOf(text: string, ends: RegExp): Part[] {
  return text.split(ends).map(readPart);
}

/** The figures of a text, without those that only number a goal or measure. */
export function figuresIn(text: string): readonly Figure[] {
  return readPart(text).figures;
}

/** Labels such as "Measure 4.3" are no figures that could be of a time. */
function readPart(text: string): Part {
  const values = readValues(text.replace(label, ' '));
  return {
    figures: values.filter((value) => value.kind === 'number'),
    dates: values.filter((value) => value.kind === 'date'),
  };
}

const label =
  /(?<!\p{L})(?:toimenpi\p{L}{1,9}|tavoit\p{L}{1,9}|åtgärd\p{L}{0,3}|mål\p{L}{0,3}|measures?|goals?)\s\d{1,2}(?:\.\d{1,2})?/giu;
