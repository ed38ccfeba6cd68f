import type { Timetable } from '../domain/programme.ts';

/** Characters of a cell in which years are sought; the longest timetable seen has 110. */
const maxCellLength = 1000;

const undefinedWords =
  /\bei\s+määritelty|\binte\s+(?:definier|fastställ)|\bnot\s+defined|\bno\s+(?:defined|timetable)/iu;
const byYear = /\b(\d{4})\s+(?:mennessä|loppuun mennessä)|\b(?:senast|före utgången av|by(?: the end of)?)\s+(\d{4})/iu;
const part = /((?:\([ivx]+\)(?:\s*(?:ja|och|and|,)\s*)?)+)\s*([^()]+)/giu;

/**
 * Reads a timetable cell. Years are calendar years; "2022-" is open (end null), "2023 mennessä" has no start.
 * Words that only describe a timetable leave both null. Numbered parts are kept, with the envelope of all as start and end.
 */
export function parseTimetable(verbatim: string): Timetable {
  const words = verbatim.slice(0, maxCellLength);
  const parts = [...words.matchAll(part)].map((match) => ({
    items: [...(match[1] ?? '').matchAll(/[ivx]+(?=\))/gi)].map((item) => item[0].toLowerCase()),
    ...yearsOfPart(match[2] ?? ''),
  }));
  if (parts.length > 0) return { verbatim, ...envelope(parts), kind: 'years', parts };
  if (undefinedWords.test(words)) return { verbatim, start: null, end: null, kind: 'undefined', parts: [] };
  const span = years(words);
  const kind = span.start === null && span.end === null ? 'described' : span.end === null ? 'open' : 'years';
  return { verbatim, ...span, kind, parts: [] };
}

/** "(i) pilotti 2025": an only year among the words of a part is its year. */
function yearsOfPart(text: string): { start: number | null; end: number | null } {
  const span = years(text);
  const named = text.match(/(?<!\d)(?:19|20)\d{2}(?!\d)/g) ?? [];
  if (span.start !== null || span.end !== null || named.length !== 1) return span;
  return { start: Number(named[0]), end: Number(named[0]) };
}

function years(text: string): { start: number | null; end: number | null } {
  const range = /\b(\d{4})\s*[-–—]\s*(\d{4})?(?!\d)/u.exec(text);
  if (range) return { start: Number(range[1]), end: range[2] ? Number(range[2]) : null };
  const limit = byYear.exec(text);
  if (limit) return { start: null, end: Number(limit[1] ?? limit[2]) };
  const single = /^\W*(\d{4})\W*$/u.exec(text);
  return single ? { start: Number(single[1]), end: Number(single[1]) } : { start: null, end: null };
}

function envelope(parts: readonly { start: number | null; end: number | null }[]) {
  const starts = parts.flatMap((entry) => (entry.start === null ? [] : [entry.start]));
  const ends = parts.flatMap((entry) => (entry.end === null ? [] : [entry.end]));
  return { start: starts.length ? Math.min(...starts) : null, end: ends.length ? Math.max(...ends) : null };
}
