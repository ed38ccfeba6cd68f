import { describe, expect, it } from 'vitest';
import { lightOn, ownersOf, standingAt, standingsAt, timedEntries } from '../../src/digest/standing.ts';
import { hki } from '../status/directory.ts';
import { history } from './support.ts';

const lightAt = (of: ReturnType<typeof history>, at: string, id = '5') =>
  lightOn(standingAt(timedEntries(of.entries), new Date(at)), hki(id))?.light ?? null;

describe('what stood at an instant', () => {
  it('is the latest light up to that very moment, of each target alone', () => {
    const of = history();
    of.light('2026-11-02', '5', 'green');
    of.light('2026-11-03', '4', 'grey');
    of.light('2026-11-04', '5', 'red', 'why');
    expect(lightAt(of, '2026-11-02T09:59:59.999Z')).toBeNull();
    expect(lightAt(of, '2026-11-02T10:00:00.000Z')).toBe('green');
    expect(lightAt(of, '2026-11-04T09:59:59.999Z')).toBe('green');
    expect(lightAt(of, '2026-11-05T00:00:00.000Z')).toBe('red');
    expect(lightAt(of, '2026-11-05T00:00:00.000Z', '4')).toBe('grey');
  });

  it('is what readers saw then: a light that is taken back later stood until it was', () => {
    const of = history();
    of.light('2026-11-02', '5', 'green');
    const wrong = of.light('2026-11-07', '5', 'red', 'wrong goal');
    of.undo('2026-11-10', '5', wrong);
    expect(lightAt(of, '2026-11-08T22:00:00.000Z')).toBe('red');
    expect(lightAt(of, '2026-11-15T22:00:00.000Z')).toBe('green');
  });

  it('is none once the only light is taken back, and an undo of what does not stand changes nothing', () => {
    const of = history();
    const first = of.light('2026-11-02', '5', 'green');
    const second = of.light('2026-11-03', '5', 'yellow');
    of.undo('2026-11-04', '5', first);
    expect(lightAt(of, '2026-11-05T00:00:00.000Z')).toBe('yellow');
    of.undo('2026-11-06', '5', second);
    of.undo('2026-11-07', '5', first);
    expect(lightAt(of, '2026-11-08T00:00:00.000Z')).toBeNull();
  });

  it('keeps the order of the history where a clock was set back or ran ahead', () => {
    const of = history();
    of.light('2027-05-01', '5', 'grey');
    of.light('2026-11-02T10:30:00.000Z', '5', 'green');
    of.light('2026-11-02T09:45:00.000Z', '5', 'red', 'an hour later, by a clock set back');
    expect(lightAt(of, '2026-11-03T00:00:00.000Z')).toBe('red');
    of.light('2028-01-01', '5', 'yellow', 'not yet');
    expect(lightAt(of, '2026-11-03T00:00:00.000Z')).toBe('red');
  });

  it('says of a confirmation without a word what was said before, and when it was confirmed', () => {
    const of = history();
    of.light('2026-11-02', '5', 'red', 'no money', '2026-12-01');
    of.light('2026-11-09', '5', 'red');
    const standing = standingAt(timedEntries(of.entries), new Date('2026-11-10T00:00:00Z'));
    expect(lightOn(standing, hki('5'))).toMatchObject({
      comment: 'no money',
      expected: '2026-12-01',
      at: '2026-11-09T10:00:00.000Z',
    });
  });

  it('names the owners of then', () => {
    const of = history();
    of.owner('2026-11-02', '5', 'U1');
    of.owner('2026-11-03', '5', 'U2');
    of.noOwner('2026-11-09', '5', 'U1');
    of.owner('2026-11-09', '4', null);
    const owners = (at: string, id = '5') =>
      ownersOf(standingAt(timedEntries(of.entries), new Date(at)), hki(id)).map(({ user }) => user);
    expect(owners('2026-11-05T00:00:00Z')).toEqual(['U1', 'U2']);
    expect(owners('2026-11-10T00:00:00Z')).toEqual(['U2']);
    expect(owners('2026-11-10T00:00:00Z', '4')).toEqual([]);
  });

  it('is the same at several instants at once as at each alone', () => {
    const of = history();
    for (const [day, light] of [
      ['2026-11-02', 'green'],
      ['2026-11-09', 'yellow'],
      ['2026-11-16', 'red'],
    ] as const) {
      of.light(day, '5', light);
      of.owner(day, '5', `U${day}`);
    }
    const instants = ['2026-11-01', '2026-11-03', '2026-11-10', '2026-11-10', '2026-11-20'].map((day) => new Date(day));
    const timed = timedEntries(of.entries);
    expect(standingsAt(timed, instants)).toEqual(instants.map((instant) => standingAt(timed, instant)));
  });
});
