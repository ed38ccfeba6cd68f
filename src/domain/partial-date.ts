import { z } from 'zod';

/**
 * A date as a document gives it. What the document leaves out is null and is never filled in:
 * "3 april" is { year: null, month: 4, day: 3 }, "under år 2024" is { year: 2024, month: null, day: null }.
 */
export const partialDateSchema = z.object({
  year: z.number().int().min(1900).max(2200).nullable(),
  month: z.number().int().min(1).max(12).nullable(),
  day: z.number().int().min(1).max(31).nullable(),
});
export type PartialDate = z.infer<typeof partialDateSchema>;

/** The last ISO day (YYYY-MM-DD) that the date can mean, or null when the document gives no year. */
export function lastDay(date: PartialDate): string | null {
  if (date.year === null) return null;
  const month = date.month ?? 12;
  const day =
    date.month !== null && date.day !== null ? date.day : new Date(Date.UTC(date.year, month, 0)).getUTCDate();
  return `${date.year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The first ISO day (YYYY-MM-DD) that the date can mean, or null when the document gives no year. */
export function firstDay(date: PartialDate): string | null {
  if (date.year === null) return null;
  return `${date.year}-${String(date.month ?? 1).padStart(2, '0')}-${String(date.day ?? 1).padStart(2, '0')}`;
}

/** Where the date stands against an ISO day: wholly before it, wholly after it, around it, or unknown without a year. */
export function compareToDay(date: PartialDate, day: string): 'past' | 'future' | 'now' | 'unknown' {
  const first = firstDay(date);
  const last = lastDay(date);
  if (first === null || last === null) return 'unknown';
  if (last < day) return 'past';
  return first > day ? 'future' : 'now';
}
