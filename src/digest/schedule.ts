import { Cron } from 'croner';
import type { WeeklyTime } from '../status/command.ts';
import { isDayOff, workingDayFrom } from './holidays.ts';
import { isoWeek } from './weeks.ts';

/** When a digest is due. On a holiday it moves to the next working day where `skipHolidays` is set. */
export type WeeklySchedule = { when: WeeklyTime; skipHolidays: boolean };

/** One due time: the ISO week it belongs to, "2026-W47", and the instant. */
export type Slot = { week: string; dueAt: Date };

export const helsinki = 'Europe/Helsinki';

/** The latest due time that has come, inclusive of `now`. A holiday moves it, never the week to which it belongs. */
export function lastSlot(schedule: WeeklySchedule, now: Date): Slot {
  const { when } = schedule;
  // A slot that holidays have moved past now leaves the one before it, and that can have been moved too.
  const earlier = previousRuns(when, helsinki, new Date(now.getTime() + 1));
  const slots = earlier.map((run) => digestSlot(schedule, run));
  const come = slots.find(({ dueAt }) => dueAt.getTime() <= now.getTime());
  if (come === undefined) throw new Error(`no ${when.weekday} ${when.time} before ${now.toISOString()}`);
  return come;
}

/** The first due time after an instant, but for those of `done`, the ISO weeks that have had their digest. */
export function nextSlot(schedule: WeeklySchedule, after: Date, done: readonly string[] = []): Slot {
  const { when } = schedule;
  const earlier = previousRuns(when, helsinki, new Date(after.getTime() + 1));
  const runs = [...earlier.toReversed(), ...weekly(when, helsinki).nextRuns(2 + done.length, after)];
  const slots = runs.map((run) => digestSlot(schedule, run));
  const next = slots.find(({ week, dueAt }) => dueAt.getTime() > after.getTime() && !done.includes(week));
  if (next === undefined) throw new Error(`no digest after ${after.toISOString()}`);
  return next;
}

function digestSlot({ when, skipHolidays }: WeeklySchedule, run: Date): Slot {
  const day = dayIn(helsinki, run);
  const week = isoWeek(day);
  if (!skipHolidays || !isDayOff(day)) return { week, dueAt: run };
  return { week, dueAt: instantOf(workingDayFrom(day, 1), when.time, helsinki) };
}

const nudgeTime: WeeklyTime = { weekday: 'fri', time: '09:00' };
const dayMs = 24 * 60 * 60_000;

/**
 * The latest time of the weekly reminder that has come: Friday 9:00 where its reader is, or that of the last working day
 * before it. `zone` is an IANA name; an unknown one counts as Helsinki.
 */
export function lastNudgeSlot(zone: string, now: Date): Slot {
  const known = isZone(zone) ? zone : helsinki;
  // Before a holiday the reminder comes earlier than its Friday; never by a whole week.
  const fridays = previousRuns(nudgeTime, known, new Date(now.getTime() + 6 * dayMs));
  const slots = fridays.map((friday) => {
    const day = dayIn(known, friday);
    return { week: isoWeek(day), dueAt: instantOf(workingDayFrom(day, -1), nudgeTime.time, known) };
  });
  const come = slots.find(({ dueAt }) => dueAt.getTime() <= now.getTime());
  if (come === undefined) throw new Error(`no Friday before ${now.toISOString()} in ${known}`);
  return come;
}

/** The wall clock in a zone: day "YYYY-MM-DD" and hour 0 to 23. An unknown zone counts as Helsinki. */
export function wallClock(zone: string, at: Date): { day: string; hour: number } {
  const known = isZone(zone) ? zone : helsinki;
  const hour = formatOf(`${known} hour`, { timeZone: known, hour: '2-digit', hourCycle: 'h23' }).format(at);
  return { day: dayIn(known, at), hour: Number(hour) };
}

function isZone(zone: string): boolean {
  try {
    dayIn(zone, new Date(0));
    return true;
  } catch {
    return false;
  }
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(key: string, shape: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const format = formats.get(key) ?? new Intl.DateTimeFormat('sv-SE', shape);
  formats.set(key, format);
  return format;
}

function dayIn(zone: string, at: Date): string {
  return formatOf(`${zone} day`, { timeZone: zone }).format(at);
}

const latest = new Map<string, { after: number; upTo: number; runs: readonly Date[] }>();

/** The last three runs before an instant, the latest first. Many channels and readers ask the same, and each minute anew. */
function previousRuns(when: WeeklyTime, zone: string, before: Date): readonly Date[] {
  const key = keyOf(when, zone);
  const known = latest.get(key);
  const at = before.getTime();
  if (known !== undefined && known.after < at && at <= known.upTo) return known.runs;
  const cron = weekly(when, zone);
  const runs = cron.previousRuns(3, before);
  const [last] = runs;
  const next = last === undefined ? null : cron.nextRun(last);
  if (last !== undefined && next !== null) latest.set(key, { after: last.getTime(), upTo: next.getTime(), runs });
  return runs;
}

function keyOf({ weekday, time }: WeeklyTime, zone: string): string {
  return `${zone} ${weekday} ${time}`;
}

const crons = new Map<string, Cron>();

function weekly({ weekday, time }: WeeklyTime, zone: string): Cron {
  const [hour = '', minute = ''] = time.split(':');
  const key = keyOf({ weekday, time }, zone);
  const cron = crons.get(key) ?? cronOf(`${Number(minute)} ${Number(hour)} * * ${weekday}`, zone);
  crons.set(key, cron);
  return cron;
}

/** Used for reckoning alone: it runs nothing and holds no timer. */
function cronOf(pattern: string, zone: string): Cron {
  return new Cron(pattern, { timezone: zone, paused: true });
}

const instants = new Map<string, Date>();
/** Some years of weeks in a few zones. */
const mostInstants = 1_000;

/** The instant of a wall clock's day and time; where a change to summer time leaves it out, the first one after. */
function instantOf(day: string, time: string, zone: string): Date {
  const key = `${day} ${time} ${zone}`;
  const instant = instants.get(key) ?? reckonInstant(day, time, zone);
  if (instants.size >= mostInstants) instants.clear();
  instants.set(key, instant);
  return instant;
}

function reckonInstant(day: string, time: string, zone: string): Date {
  const [year, month, date] = day.split('-').map(Number);
  const [hour, minute] = time.split(':').map(Number);
  const cron = cronOf(`0 ${minute} ${hour} ${date} ${month} * ${year}`, zone);
  const instant = cron.nextRun(new Date(Date.parse(`${day}T00:00:00Z`) - 2 * dayMs));
  if (instant === null) throw new Error(`no ${day} ${time} in ${zone}`);
  return instant;
}
