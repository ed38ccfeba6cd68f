import { expect, test } from 'vitest';
import { addDays, endedWeeks, fridayAfter, isoWeek, startOfDay } from '../../src/digest/weeks.ts';

test.each([
  ['2026-11-23', '2026-W48'],
  ['2026-11-22', '2026-W47'],
  ['2026-01-01', '2026-W01'],
  ['2027-01-01', '2026-W53'],
  ['2027-01-03', '2026-W53'],
  ['2027-01-04', '2027-W01'],
  ['2024-12-30', '2025-W01'],
  ['2021-01-03', '2020-W53'],
])('the day %s is in the ISO week %s', (day, week) => {
  expect(isoWeek(day)).toBe(week);
});

test.each([
  ['2026-W47', '2026-11-27'],
  ['2026-W52', '2027-01-01'],
  ['2026-W53', '2027-01-08'],
  ['2025-W01', '2025-01-10'],
])('the Friday after the week %s is %s', (week, day) => {
  expect(fridayAfter(week)).toBe(day);
});

test.each([
  ['2026-11-23', '2026-11-22T22:00:00.000Z'],
  ['2026-07-01', '2026-06-30T21:00:00.000Z'],
  // The day of the change begins in the old time.
  ['2026-03-29', '2026-03-28T22:00:00.000Z'],
  ['2026-03-30', '2026-03-29T21:00:00.000Z'],
  ['2026-10-25', '2026-10-24T21:00:00.000Z'],
  ['2026-10-26', '2026-10-25T22:00:00.000Z'],
])('the day %s begins at %s', (day, instant) => {
  expect(startOfDay(day).toISOString()).toBe(instant);
});

test('the ended weeks reach to the last Sunday midnight, over the change to winter time', () => {
  const weeks = endedWeeks(new Date('2026-11-02T07:00:00Z'), 3);
  expect(weeks.map(({ week, end }) => [week, end.toISOString()])).toEqual([
    ['2026-W42', '2026-10-18T21:00:00.000Z'],
    ['2026-W43', '2026-10-25T22:00:00.000Z'],
    ['2026-W44', '2026-11-01T22:00:00.000Z'],
  ]);
});

test('a week has ended from Monday midnight in Helsinki on, and not before', () => {
  const last = (at: string) => endedWeeks(new Date(at), 1)[0]?.week;
  expect(last('2026-11-22T21:59:59.999Z')).toBe('2026-W46');
  expect(last('2026-11-22T22:00:00.000Z')).toBe('2026-W47');
});

test('days are counted over the ends of months and years', () => {
  expect([addDays('2026-12-31', 1), addDays('2024-02-28', 1), addDays('2026-03-01', -1)]).toEqual([
    '2027-01-01',
    '2024-02-29',
    '2026-02-28',
  ]);
});
