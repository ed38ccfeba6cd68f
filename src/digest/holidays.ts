import Holidays from 'date-holidays';
import { addDays } from './weeks.ts';

const finland = new Holidays('FI', { languages: 'fi', types: ['public', 'bank'] });
const daysOffByYear = new Map<string, ReadonlySet<string>>();

/**
 * True for Monday to Friday but for Finnish public holidays, and Midsummer Eve and Christmas Eve, on which
 * municipal offices are closed. New Year's Eve is a bank holiday alone. `day` is "YYYY-MM-DD".
 */
export function isWorkingDay(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !isDayOff(day);
}

/** True for a Finnish holiday, whatever day of the week it falls on. */
export function isDayOff(day: string): boolean {
  return daysOffIn(day.slice(0, 4)).has(day);
}

/** The day itself where it is a working day, else the nearest one after (`step` 1) or before it (-1). */
export function workingDayFrom(day: string, step: 1 | -1): string {
  let found = day;
  while (!isWorkingDay(found)) found = addDays(found, step);
  return found;
}

function daysOffIn(year: string): ReadonlySet<string> {
  const known = daysOffByYear.get(year);
  if (known !== undefined) return known;
  const days = finland.getHolidays(Number(year)).map(({ date }) => date.slice(0, 10));
  const daysOff = new Set(days.filter((day) => !day.endsWith('-12-31')));
  daysOffByYear.set(year, daysOff);
  return daysOff;
}
