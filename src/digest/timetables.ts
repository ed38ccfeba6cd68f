import { helsinkiDay, targetKey } from '../domain/light.ts';
import type { Scene, Timetabled } from './scene.ts';
import type { DigestDue, DigestPassed } from './digest.ts';
import { lightOn } from './standing.ts';
import { addDays } from './weeks.ts';

/** What ends within so many days is told beforehand. */
export const dueWithinDays = 60;

/** Measures whose timetable in the document has passed, a programme at a time: each week anew they would say nothing one by one. */
export function passedTimetables({ covered, timetables, programmes, at, label }: Scene): DigestPassed[] {
  const today = helsinkiDay(new Date(at));
  return programmes.flatMap(({ id, name, followUp }) => {
    const targets = covered
      .filter(({ target }) => target.programme === id && (lastDay(timetables, targetKey(target)) ?? today) < today)
      .map(({ target }) => label(target));
    return targets.length === 0 ? [] : [{ programme: name, targets, followUp }];
  });
}

/**
 * Timetables of documents that end within 60 days, and the days that owners have given themselves: those to come in that
 * time, and those that have passed. What is green is done or on its way, so its day is no news once it has passed.
 */
export function dueDates({ covered, timetables, now, at, label }: Scene): DigestDue[] {
  const today = helsinkiDay(new Date(at));
  const horizon = addDays(today, dueWithinDays);
  const due = covered.flatMap(({ target }): DigestDue[] => {
    const end = lastDay(timetables, targetKey(target));
    const posted = lightOn(now, target);
    const expected = posted?.expected ?? null;
    const passed = expected !== null && expected < today;
    return [
      ...(end !== null && end >= today && end <= horizon
        ? [{ target: label(target), day: end, said: 'timetable' as const, passed: false }]
        : []),
      ...(expected !== null && expected <= horizon && !(passed && posted?.light === 'green')
        ? [{ target: label(target), day: expected, said: 'expected' as const, passed }]
        : []),
    ];
  });
  return due.toSorted((a, b) => a.day.localeCompare(b.day));
}

/** The last day of a target's timetable, null for none: a timetable of years runs to the end of its last one. */
export function lastDay(timetables: ReadonlyMap<string, Timetabled>, key: string): string | null {
  const end = timetables.get(key)?.end ?? null;
  return end === null ? null : `${end}-12-31`;
}
