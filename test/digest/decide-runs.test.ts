import { describe, expect, it } from 'vitest';
import { decideRuns } from '../../src/digest/decide-runs.ts';
import type { DeliveryRun } from '../../src/status/delivery-state.ts';
import type { StatusState } from '../../src/status/state.ts';

const everything = { lights: [], programme: null, goals: [], mine: false };

function state(
  digest: Partial<StatusState['digests'][string]> = {},
  weekly: readonly DeliveryRun[] = [],
  channel = 'C1',
): Pick<StatusState, 'digests' | 'digestRuns'> {
  const on = {
    language: null,
    when: { weekday: 'mon', time: '09:00' } as const,
    filter: everything,
    by: 'UADMIN',
    skipHolidays: false,
    since: '2026-01-01T00:00:00Z',
    paused: null,
  };
  return {
    digests: { [channel]: { ...on, ...digest } },
    digestRuns: { [channel]: { weekly: [...weekly], now: [], postedAt: null } },
  };
}

function run(week: string, of: DeliveryRun['state']): DeliveryRun {
  const key = `digest:${week}:C1`;
  return { key, week, state: of, claim: 7, at: '2026-11-23T07:00:02Z', composedAt: null, message: null };
}

const decided = (given: ReturnType<typeof state>, now: string) =>
  decideRuns(given, new Date(now)).map(({ kind, week, claim }) => [kind, week, claim?.claim ?? null]);

describe('a weekly digest', () => {
  it.each([
    ['is due at its time', state(), '2026-11-23T07:00:00Z', [['post', 'W48', null]]],
    ['is done when it was posted', state({}, [run('2026-W48', 'posted')]), '2026-11-23T07:05:00Z', []],
    ['goes on from a claim', state({}, [run('2026-W48', 'claimed')]), '2026-11-23T07:05:00Z', [['post', 'W48', 7]]],
    ['is caught up within three days', state(), '2026-11-26T06:59:59Z', [['post', 'W48', null]]],
    ['is skipped after three days', state(), '2026-11-26T07:00:00Z', [['skip', 'W48', null]]],
    ['is skipped once', state({}, [run('2026-W48', 'skipped')]), '2026-11-27T07:00:00Z', []],
    [
      'claimed more than three days ago is settled and not posted',
      state({}, [run('2026-W48', 'claimed')]),
      '2026-11-26T07:00:00Z',
      [['settle', 'W48', 7]],
    ],
    [
      'of a paused channel is not due',
      state({ paused: { reason: 'archived', at: '', seq: 1, told: true } }),
      '2026-11-23T07:00:00Z',
      [],
    ],
    ['turned on after its time waits a week', state({ since: '2026-11-23T07:00:01Z' }), '2026-11-23T07:05:00Z', []],
    [
      'turned on just before its time is due',
      state({ since: '2026-11-23T06:59:59Z' }),
      '2026-11-23T07:00:00Z',
      [['post', 'W48', null]],
    ],
    ['turned on before this was kept is due', state({ since: null }), '2026-11-23T07:00:00Z', [['post', 'W48', null]]],
    [
      'stays posted when the clock is set back an hour',
      state({}, [run('2026-W47', 'posted'), run('2026-W48', 'posted')]),
      '2026-11-23T06:05:00Z',
      [],
    ],
    [
      'whose week was never reached is not caught up when the clock is set back',
      state({}, [run('2026-W48', 'posted')]),
      '2026-11-23T06:05:00Z',
      [['skip', 'W47', null]],
    ],
    [
      'moved to another day of the same week is not posted twice',
      state({ when: { weekday: 'fri', time: '09:00' }, since: '2026-11-24T10:00:00Z' }, [run('2026-W48', 'posted')]),
      '2026-11-27T07:00:00Z',
      [],
    ],
    [
      'is due in the hour that winter time repeats, once',
      state({}, [run('2026-W44', 'posted')]),
      '2026-10-26T07:00:00Z',
      [],
    ],
    ['waits on Easter Monday', state({ skipHolidays: true }, [run('2026-W14', 'posted')]), '2026-04-06T10:00:00Z', []],
    [
      'comes on the Tuesday after Easter',
      state({ skipHolidays: true }, [run('2026-W14', 'posted')]),
      '2026-04-07T06:00:00Z',
      [['post', 'W15', null]],
    ],
  ])('%s', (_name, given, now, expected) => {
    expect(decided(given, now)).toEqual(expected.map(([kind, week, claim]) => [kind, `2026-${week}`, claim]));
  });

  it('that has waited longest comes first', () => {
    const tuesday = state({ when: { weekday: 'tue', time: '09:00' } }, [], 'C9').digests;
    const both = { digests: { ...tuesday, ...state().digests }, digestRuns: {} };
    expect(decideRuns(both, new Date('2026-11-24T07:00:00Z')).map(({ channel }) => channel)).toEqual(['C1', 'C9']);
  });
});
