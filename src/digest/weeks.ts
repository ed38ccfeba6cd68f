import { helsinkiDay } from '../domain/light.ts';

const dayMs = 24 * 60 * 60 * 1000;
const hourFormat = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Helsinki', hour: '2-digit', hourCycle: 'h23' });

/** The day so many days later, "YYYY-MM-DD". */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** The instant at which a day begins in Helsinki, two or three hours ahead of UTC. */
export function startOfDay(day: string): Date {
  const utc = Date.parse(`${day}T00:00:00Z`);
  const summer = new Date(utc - 3 * 60 * 60 * 1000);
  return hourFormat.format(summer) === '00' ? summer : new Date(utc - 2 * 60 * 60 * 1000);
}

/** The Monday of the ISO week to which a day belongs. */
function mondayOf(day: string): string {
  return addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
}

/** The ISO week of a day, "2026-W47". Its year is that of its Thursday. */
export function isoWeek(day: string): string {
  const thursday = addDays(mondayOf(day), 3);
  const firstThursday = addDays(mondayOf(`${thursday.slice(0, 4)}-01-04`), 3);
  const week = 1 + Math.round((Date.parse(thursday) - Date.parse(firstThursday)) / (7 * dayMs));
  return `${thursday.slice(0, 4)}-W${String(week).padStart(2, '0')}`;
}

/** The Friday of the ISO week after one. */
export function fridayAfter(week: string): string {
  const [year = '', number = ''] = week.split('-W');
  return addDays(mondayOf(`${year}-01-04`), 7 * Number(number) + 4);
}

/** The last weeks that have ended at an instant, oldest first, each with the instant of its end: Sunday midnight in Helsinki. */
export function endedWeeks(at: Date, count: number): { week: string; end: Date }[] {
  const monday = mondayOf(helsinkiDay(at));
  return Array.from({ length: count }, (_, place) => {
    const end = addDays(monday, -7 * (count - 1 - place));
    return { week: isoWeek(addDays(end, -1)), end: startOfDay(end) };
  });
}
