import { describe, expect, it } from 'vitest';
import { isWorkingDay } from '../../src/digest/holidays.ts';
import { lastNudgeSlot, lastSlot, nextSlot } from '../../src/digest/schedule.ts';
import type { WeeklyTime } from '../../src/status/command.ts';

const monday: WeeklyTime = { weekday: 'mon', time: '09:00' };
const plain = { when: monday, skipHolidays: false };
const skipping = { when: monday, skipHolidays: true };

function lastOf(schedule: Parameters<typeof lastSlot>[0], now: string): string {
  const { week, dueAt } = lastSlot(schedule, new Date(now));
  return `${week} ${dueAt.toISOString()}`;
}

describe('the latest due time of a digest', () => {
  it.each([
    ['in winter is 7:00 UTC', plain, '2026-11-23T07:00:00Z', '2026-W48 2026-11-23T07:00:00.000Z'],
    ['has not come a millisecond before', plain, '2026-11-23T06:59:59.999Z', '2026-W47 2026-11-16T07:00:00.000Z'],
    ['in summer is 6:00 UTC', plain, '2026-07-06T12:00:00Z', '2026-W28 2026-07-06T06:00:00.000Z'],
    ['moves with summer time', plain, '2026-03-30T06:00:00Z', '2026-W14 2026-03-30T06:00:00.000Z'],
    ['moves with winter time', plain, '2026-10-26T07:30:00Z', '2026-W44 2026-10-26T07:00:00.000Z'],
    [
      'at 3:30 on the Sunday without it is 4:00',
      { when: { weekday: 'sun', time: '03:30' }, skipHolidays: false } as const,
      '2026-03-29T12:00:00Z',
      '2026-W13 2026-03-29T01:00:00.000Z',
    ],
    [
      'at 3:30 on the Sunday with two of it is the first',
      { when: { weekday: 'sun', time: '03:30' }, skipHolidays: false } as const,
      '2026-10-25T12:00:00Z',
      '2026-W43 2026-10-25T00:30:00.000Z',
    ],
    ['is Easter Monday where holidays count', plain, '2026-04-06T12:00:00Z', '2026-W15 2026-04-06T06:00:00.000Z'],
    ['is the Tuesday after Easter', skipping, '2026-04-07T06:00:00Z', '2026-W15 2026-04-07T06:00:00.000Z'],
    ['is still last week on Easter Monday', skipping, '2026-04-06T12:00:00Z', '2026-W14 2026-03-30T06:00:00.000Z'],
    [
      'moves from Independence Day 2027, a Monday',
      skipping,
      '2027-12-07T09:00:00Z',
      '2027-W49 2027-12-07T07:00:00.000Z',
    ],
    [
      'moves from Good Friday over Easter, and keeps its week',
      { when: { weekday: 'fri', time: '08:00' }, skipHolidays: true } as const,
      '2026-04-07T09:00:00Z',
      '2026-W14 2026-04-07T05:00:00.000Z',
    ],
    [
      'moves from Midsummer Eve',
      { when: { weekday: 'fri', time: '08:00' }, skipHolidays: true } as const,
      '2026-06-22T09:00:00Z',
      '2026-W25 2026-06-22T05:00:00.000Z',
    ],
    [
      'at the turn of the year belongs to the week of its Thursday',
      plain,
      '2027-01-03T12:00:00Z',
      '2026-W53 2026-12-28T07:00:00.000Z',
    ],
  ])('%s', (_name, schedule, now, expected) => {
    expect(lastOf(schedule, now)).toBe(expected);
  });

  it('comes once a week over ten years, whatever holidays move', () => {
    const seen: string[] = [];
    for (let day = Date.UTC(2026, 0, 5, 12); day < Date.UTC(2036, 0, 1); day += 24 * 60 * 60_000) {
      const { week } = lastSlot(skipping, new Date(day));
      if (seen.at(-1) !== week) seen.push(week);
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe(522);
  });
});

describe('the next due time of a digest', () => {
  it.each([
    ['2026-11-23T07:00:00Z', plain, '2026-11-30T07:00:00.000Z'],
    ['2026-11-23T06:59:00Z', plain, '2026-11-23T07:00:00.000Z'],
    ['2026-04-06T12:00:00Z', skipping, '2026-04-07T06:00:00.000Z'],
    ['2026-04-05T12:00:00Z', skipping, '2026-04-07T06:00:00.000Z'],
    ['2026-03-28T12:00:00Z', plain, '2026-03-30T06:00:00.000Z'],
  ])('after %s', (after, schedule, expected) => {
    expect(nextSlot(schedule, new Date(after)).dueAt.toISOString()).toBe(expected);
  });
});

it('the next due time passes over weeks that have had their digest, whatever day it is moved to', () => {
  const friday = { ...plain, when: { weekday: 'fri', time: '14:00' } } as const;
  const wednesday = new Date('2026-11-25T10:00:00Z');
  expect(nextSlot(friday, wednesday, []).dueAt.toISOString()).toBe('2026-11-27T12:00:00.000Z');
  expect(nextSlot(friday, wednesday, ['2026-W47', '2026-W48'])).toEqual({
    week: '2026-W49',
    dueAt: new Date('2026-12-04T12:00:00Z'),
  });
});

it('a due time is the same in whatever order instants are asked about', () => {
  const due = [Date.parse('2026-03-30T06:00:00Z'), Date.parse('2026-10-26T07:00:00Z')];
  const instants = due.flatMap((at) => [at + 1, at - 1, at, at - 7 * 24 * 60 * 60_000, at + 60_000, at - 60_000]);
  const slots = (order: readonly number[]) =>
    order.map((at) => [at, lastSlot(plain, new Date(at)).dueAt.toISOString()] as const).toSorted(([a], [b]) => a - b);
  expect(slots(instants)).toEqual(slots(instants.toReversed()));
  expect(
    slots(instants)
      .filter(([at, dueAt]) => at === Date.parse(dueAt))
      .map(([at]) => at),
  ).toEqual(due);
});

describe('the time of a reminder', () => {
  it.each([
    ['Europe/Helsinki', '2026-11-20T07:00:00Z', '2026-W47 2026-11-20T07:00:00.000Z'],
    ['Europe/Helsinki', '2026-11-20T06:59:00Z', '2026-W46 2026-11-13T07:00:00.000Z'],
    ['Europe/Stockholm', '2026-11-20T07:30:00Z', '2026-W46 2026-11-13T08:00:00.000Z'],
    ['Europe/Stockholm', '2026-11-20T08:00:00Z', '2026-W47 2026-11-20T08:00:00.000Z'],
    ['America/New_York', '2026-11-20T14:00:00Z', '2026-W47 2026-11-20T14:00:00.000Z'],
    // On Good Friday nobody is at work.
    ['Europe/Helsinki', '2026-04-02T06:00:00Z', '2026-W14 2026-04-02T06:00:00.000Z'],
    // Christmas Day 2026 is a Friday, and its eve a day off.
    ['Europe/Helsinki', '2026-12-23T07:00:00Z', '2026-W52 2026-12-23T07:00:00.000Z'],
    ['Not/AZone', '2026-11-20T07:00:00Z', '2026-W47 2026-11-20T07:00:00.000Z'],
  ])('in %s at %s', (zone, now, expected) => {
    const { week, dueAt } = lastNudgeSlot(zone, new Date(now));
    expect(`${week} ${dueAt.toISOString()}`).toBe(expected);
  });
});

describe('a working day', () => {
  it.each([
    ['2026-11-23', true],
    ['2026-11-22', false],
    ['2026-12-06', false],
    ['2027-12-06', false],
    ['2026-12-24', false],
    ['2026-12-31', true],
    ['2026-06-19', false],
    ['2026-05-14', false],
    ['2026-05-01', false],
    ['2026-05-04', true],
  ])('%s: %s', (day, working) => {
    expect(isWorkingDay(day)).toBe(working);
  });
});
