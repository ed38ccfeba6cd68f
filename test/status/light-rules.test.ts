import { describe, expect, it } from 'vitest';
import { helsinkiDay, isStale, isWorse, lightOf, lights, maySetLight } from '../../src/domain/light.ts';

describe('a light', () => {
  it.each([
    '',
    'g',
    'gr',
    'gre',
    'go',
    'valo',
    'har',
    'greenish',
    'redo',
    'punaviini',
    'grönsak',
    'gullig',
    ':green:',
    'x'.repeat(1000),
  ])('is not named by "%s"', (word) => {
    expect(lightOf(word)).toBeNull();
  });

  it('is worse in the order red, yellow, grey, green', () => {
    const order = ['red', 'yellow', 'grey', 'green'] as const;
    for (const light of lights) {
      const worseThan = lights.filter((than) => isWorse(light, than));
      expect([light, worseThan.toSorted()]).toEqual([light, order.slice(order.indexOf(light) + 1).toSorted()]);
    }
  });

  it.each([
    ['2026-10-19T07:00:00Z', true],
    ['2026-10-19T07:00:01Z', false],
    ['2026-11-16T07:00:00Z', false],
  ])('updated at %s is stale on 16 November 2026: %s', (updatedAt, stale) => {
    expect(isStale(updatedAt, new Date('2026-11-16T07:00:00Z'))).toBe(stale);
  });

  it.each([
    ['2026-07-01T20:59:59Z', '2026-07-01'],
    ['2026-07-01T21:00:00Z', '2026-07-02'],
    ['2026-12-31T21:59:59Z', '2026-12-31'],
    ['2026-12-31T22:00:00Z', '2027-01-01'],
    ['2026-10-24T21:30:00Z', '2026-10-25'],
    ['2026-10-25T22:30:00Z', '2026-10-26'],
  ])('is of the day in Helsinki: %s is %s', (instant, day) => {
    expect(helsinkiDay(new Date(instant))).toBe(day);
  });

  it.each([
    ['own', true],
    ['goal', true],
    ['delegate', true],
    ['past', false],
    ['guest', false],
  ])('may be set by %s: %s', (user, may) => {
    const delegates = [
      { user: 'delegate', until: '2026-11-16' },
      { user: 'past', until: '2026-11-15' },
    ];
    expect(maySetLight(user, { owners: ['own'], inherited: ['goal'], delegates }, '2026-11-16')).toBe(may);
  });
});
