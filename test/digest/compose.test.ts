import { describe, expect, it } from 'vitest';
import { hki, vaasa } from '../status/directory.ts';
import { digestOf, history, ids } from './support.ts';

const only = (over: object) => ({ lights: [], programme: null, goals: [], mine: false, ...over });

describe('changes', () => {
  it('are the lights that stand otherwise than at the last digest, worst first, with who and why', () => {
    const of = history();
    of.light('2026-11-10', '5', 'green', 'on its way');
    of.light('2026-11-18', '5', 'yellow', 'slower');
    of.light('2026-11-19', '4.3', 'red', 'no money');
    const { changes } = digestOf({ entries: of.entries });
    expect(changes).toMatchObject([
      { target: { label: '4.3' }, from: null, to: 'red', actor: 'U1', comment: 'no money' },
      { target: { label: 'goal5' }, from: 'green', to: 'yellow', comment: 'slower' },
    ]);
  });

  it('leave out what was set and taken back, and what was changed and changed back', () => {
    const of = history();
    of.light('2026-11-10', '5', 'green');
    of.light('2026-11-10', '4', 'green');
    of.undo('2026-11-18', '5', of.light('2026-11-17', '5', 'red', 'wrong goal'));
    of.light('2026-11-18', '4', 'yellow');
    of.light('2026-11-20', '4', 'green');
    expect(digestOf({ entries: of.entries })).toMatchObject({ changes: [], confirmed: 1 });
  });

  it('tell of a light that was taken back after the last digest had told of it', () => {
    const of = history();
    of.light('2026-11-10', '4', 'green', 'on its way');
    const first = of.light('2026-11-12', '5', 'red', 'wrong goal');
    const second = of.light('2026-11-15', '4', 'red', 'wrong goal');
    of.undo('2026-11-17', '5', first);
    of.undo('2026-11-18', '4', second);
    expect(digestOf({ entries: of.entries }).changes).toMatchObject([
      { target: { label: 'goal4' }, from: 'red', to: 'green', undone: true, comment: null },
      { target: { label: 'goal5' }, from: 'red', to: null, undone: true, comment: null },
    ]);
  });

  it('count confirmations apart, and begin after the last digest', () => {
    const of = history();
    of.light('2026-11-16T07:00:00.000Z', '5', 'green');
    of.light('2026-11-17', '5', 'green');
    expect(digestOf({ entries: of.entries })).toMatchObject({ changes: [], confirmed: 1 });
  });

  it('leave out what came after the instant of the digest', () => {
    const of = history();
    of.light('2026-11-23T07:00:00.001Z', '5', 'green');
    expect(digestOf({ entries: of.entries })).toMatchObject({ changes: [], counts: { none: 6 } });
  });
});

describe('the board', () => {
  it('holds every goal, worst first, with what stood at the end of each of the last twelve weeks', () => {
    const of = history();
    of.light('2026-11-01T21:59:00.000Z', '5', 'green');
    of.light('2026-11-01T22:00:01.000Z', '4', 'yellow');
    of.light('2026-11-18', '5', 'red', 'why');
    const { board, weeks, counts } = digestOf({ entries: of.entries });
    expect([weeks[0], weeks.at(-1), weeks.length]).toEqual(['2026-W36', '2026-W47', 12]);
    expect(ids(board)).toEqual(['5', '4', '1', '2', '3', '6']);
    expect(board[0]?.weeks.slice(-5)).toEqual([null, 'green', 'green', 'green', 'red']);
    expect(board[1]?.weeks.slice(-5)).toEqual([null, null, 'yellow', 'yellow', 'yellow']);
    expect(counts).toEqual({ red: 1, yellow: 1, grey: 0, green: 0, none: 4 });
  });
});

describe('what is worst and what waits', () => {
  it('are red before yellow, goals and measures, with the last comment', () => {
    const of = history();
    of.light('2026-11-01', '1', 'yellow', 'half way');
    of.light('2026-11-02', '4.3', 'red', 'no money');
    of.light('2026-11-03', '4.3', 'red');
    of.light('2026-11-03', '2', 'green');
    expect(digestOf({ entries: of.entries }).worries).toMatchObject([
      { target: { label: '4.3' }, posted: { light: 'red', comment: 'no money' } },
      { target: { label: 'goal1' }, posted: { light: 'yellow', comment: 'half way' } },
    ]);
  });

  it('is stale after 28 days without an update, to the minute', () => {
    const of = history();
    of.light('2026-10-26T07:00:00.000Z', '5', 'green');
    of.light('2026-10-26T07:00:00.001Z', '4', 'green');
    expect(ids(digestOf({ entries: of.entries }).stale)).toEqual(['5']);
  });

  it('is stale without any light where an own owner was named that long ago, and nowhere else', () => {
    const of = history();
    of.owner('2026-10-01', '4', 'U1');
    of.owner('2026-11-10', '5', 'U2');
    of.owner('2026-10-01', '6', 'UGONE');
    const { stale } = digestOf({ entries: of.entries, inactive: new Set(['UGONE']) });
    expect(stale).toMatchObject([{ target: { label: 'goal4' }, posted: null, owners: ['U1'] }]);
  });

  it('names the goal’s owners where a stale measure has none of its own', () => {
    const of = history();
    of.owner('2026-11-20', '4', 'U1');
    of.light('2026-10-01', '4.3', 'yellow');
    expect(digestOf({ entries: of.entries }).stale).toMatchObject([{ target: { label: '4.3' }, owners: ['U1'] }]);
  });

  it('has no owner where nobody is named, or only somebody whose account is deactivated', () => {
    const of = history();
    of.owner('2026-11-01', '4', 'U1');
    of.owner('2026-11-01', '5', 'UGONE');
    const { unowned, goals } = digestOf({ entries: of.entries, inactive: new Set(['UGONE']) });
    expect([unowned.map(({ label }) => label), goals]).toEqual([['goal1', 'goal2', 'goal3', 'goal5', 'goal6'], 6]);
  });
});

describe('timetables', () => {
  const timetables = new Map([
    ['helsinki:4.1', { end: 2025 }],
    ['helsinki:4.2', { end: 2026 }],
    ['helsinki:4.3', { end: null }],
    ['helsinki:5.1', { end: 2023 }],
  ]);

  it('that have passed are one line of a programme with the month of its last follow-up', () => {
    expect(digestOf({ timetables }).passed).toMatchObject([
      { programme: { en: 'Helsinki' }, targets: [{ label: '4.1' }, { label: '5.1' }], followUp: '2023-05' },
    ]);
  });

  it.each([
    ['2026-10-31T21:59:59.999Z', []],
    // 1 November in Helsinki is 60 days before the end of the year.
    ['2026-10-31T22:00:00.000Z', ['4.2']],
    ['2026-12-31T12:00:00.000Z', ['4.2']],
    ['2026-12-31T22:00:00.000Z', []],
  ])('that end within 60 days are due: at %s %j', (at, due) => {
    expect(ids(digestOf({ timetables, at, since: '2026-10-26T07:00:00.000Z' }).due)).toEqual(due);
  });

  it('take in the days that owners have given themselves, but not a past one of a green light', () => {
    const of = history();
    of.light('2026-11-02', '1', 'yellow', 'half way', '2026-11-20');
    of.light('2026-11-02', '2', 'green', 'done', '2026-11-20');
    of.light('2026-11-02', '3', 'green', 'soon done', '2026-12-01');
    of.light('2026-11-02', '4', 'green', 'far off', '2027-06-01');
    expect(digestOf({ entries: of.entries }).due).toMatchObject([
      { target: { label: 'goal1' }, day: '2026-11-20', said: 'expected', passed: true },
      { target: { label: 'goal3' }, day: '2026-12-01', passed: false },
    ]);
  });
});

describe('a digest covers', () => {
  const of = history();
  of.light('2026-11-17', '4.3', 'red', 'no money');
  of.light('2026-11-17', '5', 'green');
  of.light('2026-11-18', '1', 'yellow');
  const gap = (target: { programme: string; id: string } | null) => ({
    target,
    name: { fi: 'x', sv: 'x', en: 'x' },
    count: 1,
    example: null,
  });
  const gaps = [gap(null), gap(vaasa('v1')), gap(hki('4.3'))];
  const base = { entries: of.entries, gaps };

  it('the programme of its channel, with questions about it and about nothing known', () => {
    const digest = digestOf(base);
    expect([digest.scope.map(({ sv }) => sv), digest.goals, ids(digest.gaps)]).toEqual([
      ['Helsingfors'],
      6,
      [null, '4.3'],
    ]);
  });

  it('every programme where the channel is bound to none', () => {
    const digest = digestOf({ ...base, programme: null });
    expect([digest.scope, digest.goals, digest.gaps.length, digest.filtered]).toEqual([[], 9, 3, false]);
  });

  it('another programme that its filter names', () => {
    const digest = digestOf({ ...base, filter: only({ programme: 'vaasa' }) });
    expect([ids(digest.board), digest.changes, ids(digest.gaps)]).toEqual([['v1', 'v2', 'v3'], [], [null, 'v1']]);
  });

  it('the goals of its filter with their measures, and measures by themselves', () => {
    const digest = digestOf({ ...base, filter: only({ goals: [hki('4'), hki('6.2')] }) });
    expect([ids(digest.board), ids(digest.changes), ids(digest.gaps)]).toEqual([['4', '6.2'], ['4.3'], ['4.3']]);
    expect([digest.goals, digest.filtered]).toEqual([1, true]);
  });

  it('the lights of its filter, and what has just left them', () => {
    const left = history();
    left.light('2026-11-10', '2', 'red', 'no money');
    left.light('2026-11-17', '2', 'green');
    left.light('2026-11-17', '5', 'red', 'why');
    left.light('2026-11-17', '4', 'yellow');
    const digest = digestOf({ entries: left.entries, filter: only({ lights: ['red'] }) });
    expect([ids(digest.board), ids(digest.changes), ids(digest.worries)]).toEqual([['5'], ['5', '2'], ['5']]);
  });
});
