import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DeliveryPlace } from './delivery-place.ts';

const minutes = 60_000;
const key = 'digest:2026-W48:C1';

let place: DeliveryPlace;
beforeEach(async () => {
  place = await DeliveryPlace.open('2026-11-20T10:00:00Z');
});
afterEach(() => place.remove());

const runsOf = async (channel: string) => (await place.state()).digestRuns[channel]?.weekly.map(({ state }) => state);

describe('a weekly digest', () => {
  beforeEach(() => place.turnOn('C1'));

  it('is posted when it is due, once, over restarts', async () => {
    await place.look();
    expect(place.places.posted).toEqual([]);
    await place.lookAt('2026-11-23T07:00:00Z');
    await place.pass(1 * minutes);
    await place.crash();
    await place.look();
    expect(place.places.in('C1')).toEqual([key]);
    expect(place.places.looks).toBe(0);
    expect(place.log).toContain(`${key}: posted`);
    await place.lookAt('2026-11-30T07:00:00Z');
    expect(place.places.in('C1')).toEqual([key, 'digest:2026-W49:C1']);
  });

  it('tells of what has changed since the one before it was composed', async () => {
    await place.lookAt('2026-11-23T07:00:30Z');
    await place.lookAt('2026-11-30T07:00:00Z');
    expect(place.places.posted.map(({ run }) => [run?.week, run?.since])).toEqual([
      ['2026-W48', null],
      ['2026-W49', '2026-11-23T07:00:30.000Z'],
    ]);
  });

  it('is not posted again when the answer was lost, and the history tells so', async () => {
    place.places.faults.push('lose');
    await place.lookAt('2026-11-23T07:00:00Z');
    expect(await runsOf('C1')).toEqual(['claimed']);
    await place.pass(1 * minutes);
    expect(place.places.in('C1')).toEqual([key]);
    expect(await runsOf('C1')).toEqual(['posted']);
    expect(place.log).toEqual([
      `${key}: no answer from Slack (timeout); whether it was posted is looked up first; next attempt in 1 min`,
      'digests: 1 failed',
      `${key}: found posted by an earlier attempt`,
      'digests: 1 posted',
    ]);
  });

  it('is posted once Slack is there again, when the request was lost', async () => {
    place.places.faults.push('drop', 'drop');
    await place.lookAt('2026-11-23T07:00:00Z');
    await place.pass(1 * minutes);
    await place.pass(1 * minutes);
    expect(place.places.in('C1')).toEqual([]);
    await place.pass(1 * minutes);
    expect(place.places.in('C1')).toEqual([key]);
  });

  it('waits while the history cannot be read after a lost answer, and is never posted blindly', async () => {
    place.places.faults.push('lose');
    place.places.historyFails = true;
    await place.lookAt('2026-11-23T07:00:00Z');
    for (let minute = 0; minute < 60; minute += 1) await place.pass(1 * minutes);
    expect(place.places.in('C1')).toEqual([key]);
    expect(place.log).toContain(
      `${key}: an earlier attempt may have posted it, and the history could not be read (missing_scope); nothing is posted before it can; next attempt in 15 min`,
    );
    place.places.historyFails = false;
    await place.pass(30 * minutes);
    expect(place.places.in('C1')).toEqual([key]);
    expect(await runsOf('C1')).toEqual(['posted']);
  });

  it('of a process that died between claim and post waits out the request, looks and then goes out', async () => {
    const follows = null;
    const composedAt = '2026-11-23T07:00:00Z';
    await place.keep(
      { type: 'digestClaimed', channel: 'C1', run: 'weekly', key, week: '2026-W48', composedAt, follows },
      { actor: 'valo', at: composedAt },
    );
    await place.lookAt('2026-11-23T07:00:05Z');
    expect([place.places.looks, place.places.in('C1')]).toEqual([0, []]);
    await place.pass(29_000);
    expect(place.places.looks).toBe(0);
    await place.pass(1_000);
    expect([place.places.looks, place.places.in('C1')]).toEqual([1, [key]]);
  });

  it('waits out a request also where the clock was set back in the meantime', async () => {
    const composedAt = '2026-11-23T07:00:00Z';
    await place.keep(
      { type: 'digestClaimed', channel: 'C1', run: 'weekly', key, week: '2026-W48', composedAt, follows: null },
      { actor: 'valo', at: '2026-11-23T08:00:00Z' },
    );
    await place.lookAt('2026-11-23T07:00:00Z');
    await place.pass(1 * minutes);
    expect(place.places.in('C1')).toEqual([key]);
  });

  it('is posted once when the clock is set back an hour', async () => {
    await place.lookAt('2026-11-23T07:00:30Z');
    for (const now of [
      '2026-11-23T06:00:30Z',
      '2026-11-23T06:59:30Z',
      '2026-11-23T07:00:00Z',
      '2026-11-23T07:30:00Z',
    ]) {
      await place.lookAt(now);
    }
    expect(place.places.in('C1')).toEqual([key]);
  });

  it('is caught up once by a machine that slept over Monday, and the next comes at its time', async () => {
    await place.lookAt('2026-11-23T06:00:00Z');
    await place.lookAt('2026-11-25T13:37:00Z');
    await place.lookAt('2026-11-27T07:00:00Z');
    expect(place.places.in('C1')).toEqual([key]);
    await place.lookAt('2026-11-30T07:00:00Z');
    expect(place.places.in('C1')).toEqual([key, 'digest:2026-W49:C1']);
  });

  it('is skipped with a line when the machine slept for more than three days', async () => {
    await place.lookAt('2026-11-23T06:00:00Z');
    await place.lookAt('2026-11-27T08:00:00Z');
    await place.lookAt('2026-11-27T08:01:00Z');
    expect(place.places.posted).toEqual([]);
    expect(place.log).toEqual([
      `${key}: skipped, as it was due at 2026-11-23T07:00:00.000Z, more than three days ago`,
      'digests: 1 skipped',
    ]);
  });

  it('is skipped when an earlier attempt turns out not to have posted it, days later', async () => {
    place.places.faults.push('drop');
    await place.lookAt('2026-11-23T07:00:00Z');
    await place.crash();
    await place.lookAt('2026-11-27T08:00:00Z');
    expect(place.places.posted).toEqual([]);
    expect(await runsOf('C1')).toEqual(['skipped']);
  });

  it('is not posted for the past week when it was turned on after its time', async () => {
    place.now = new Date('2026-11-23T08:00:00Z');
    await place.turnOn('C2');
    await place.lookAt('2026-11-23T08:01:00Z');
    expect(place.places.in('C2')).toEqual([]);
    expect(place.places.in('C1')).toEqual([key]);
  });

  it('that is due stays due when another language is chosen', async () => {
    place.places.faults.push('drop');
    await place.lookAt('2026-11-23T07:00:00Z');
    await place.turnOn('C1', { language: 'sv' });
    await place.pass(1 * minutes);
    expect(place.places.in('C1')).toEqual([key]);
  });

  it('is not posted a second time when it is turned off and on again', async () => {
    await place.lookAt('2026-11-23T07:00:00Z');
    await place.keep({ type: 'digestOff', channel: 'C1' });
    await place.turnOn('C1', { when: { weekday: 'mon', time: '10:00' } });
    await place.lookAt('2026-11-23T08:00:00Z');
    expect(place.places.in('C1')).toEqual([key]);
  });

  it('that Slack refuses for what it says is tried again, ever more seldom', async () => {
    place.places.faultsOf.set('C1', 'invalid_blocks');
    await place.lookAt('2026-11-23T07:00:00Z');
    for (let minute = 0; minute < 60; minute += 1) await place.pass(1 * minutes);
    expect(place.log.filter((line) => line.includes('invalid_blocks')).length).toBe(6);
    expect(place.places.looks).toBe(0);
    place.places.faultsOf.clear();
    await place.pass(30 * minutes);
    expect(place.places.in('C1')).toEqual([key]);
  });

  it('waits as long as Slack asks', async () => {
    place.places.faults.push('limit', 'limit');
    place.now = new Date('2026-11-23T07:00:00Z');
    const looking = place.look();
    for (const ms of [6_999, 1, 6_999]) {
      await place.untilWaiting();
      place.wait(ms);
      expect(place.places.posted).toEqual([]);
    }
    await place.untilWaiting();
    place.wait(1);
    await looking;
    expect(place.places.in('C1')).toEqual([key]);
    expect(place.places.looks).toBe(0);
  });

  it('is left to the process that has taken it over while Slack was waited for', async () => {
    place.places.faults.push('limit');
    place.now = new Date('2026-11-23T07:00:00Z');
    const looking = place.look();
    await place.untilWaiting();
    const follows = (await place.state()).digestRuns['C1']?.weekly[0]?.claim ?? null;
    const composedAt = place.now.toISOString();
    await place.keep({
      type: 'digestClaimed',
      channel: 'C1',
      run: 'weekly',
      key,
      week: '2026-W48',
      composedAt,
      follows,
    });
    place.wait(7_000);
    await looking;
    expect(place.places.posted).toEqual([]);
    expect(place.log).toContain(
      `${key}: another attempt came first, or this one could not be recorded; next attempt in 1 min`,
    );
  });
});

describe('a digest that is asked for', () => {
  it('is posted once a request, beside the weekly one, and the next tells of what came after it', async () => {
    await place.turnOn('C1');
    await place.lookAt('2026-11-20T12:00:00Z');
    const ask = () => place.scheduler.postNow({ channel: 'C1', key: 't1' });
    expect(await Promise.all([ask(), ask()])).toEqual(['posted', 'already']);
    await place.lookAt('2026-11-23T07:00:00Z');
    expect(place.places.in('C1')).toEqual(['digest:now:t1', key]);
    expect(place.places.posted.at(-1)?.run?.since).toBe('2026-11-20T12:00:00.000Z');
  });

  it('says when it could not be posted', async () => {
    await place.look();
    place.places.faults.push('archived', 'lose');
    expect(await place.scheduler.postNow({ channel: 'C1', key: 't1' })).toBe('cannotPost');
    place.wait(1_000);
    expect(await place.scheduler.postNow({ channel: 'C1', key: 't2' })).toBe('unsure');
    await place.pass(1 * minutes);
    expect(await place.scheduler.postNow({ channel: 'C1', key: 't2' })).toBe('already');
  });
});

describe('a channel that takes no posts', () => {
  beforeEach(async () => {
    await place.turnOn('C1');
    place.places.faultsOf.set('C1', 'archived');
    await place.lookAt('2026-11-23T07:00:00Z');
  });

  it('is paused, and the person who turned the digest on is told once, over a crash', async () => {
    await place.pass(1 * minutes);
    await place.crash();
    await place.look();
    await place.pass(60 * minutes);
    expect(place.places.posted.map(({ place: where, note }) => [where, note?.channel, note?.reason])).toEqual([
      ['UADMIN', 'C1', 'archived'],
    ]);
    expect((await place.state()).digests['C1']?.paused).toMatchObject({ reason: 'archived', told: true });
    expect(place.log).toContain('C1: takes no posts (is_archived); its digest is paused until it is turned on again');
    await place.lookAt('2026-11-30T07:00:00Z');
    expect(place.places.posted.length).toBe(1);
  });

  it('tells once although the answer to the note is lost', async () => {
    place.places.faults.push('lose');
    await place.pass(1 * minutes);
    await place.pass(1 * minutes);
    await place.crash();
    await place.pass(10 * minutes);
    expect(place.places.in('UADMIN').length).toBe(1);
  });

  it('is paused also where an interrupted attempt cannot be looked for, as Valo was removed', async () => {
    await place.turnOn('C2');
    place.now = new Date('2026-11-30T07:00:00Z');
    place.places.faultsOf.set('C2', 'drop');
    await place.look();
    place.places.faultsOf.set('C2', 'removed');
    await place.pass(1 * minutes);
    expect((await place.state()).digests['C2']?.paused).toMatchObject({ reason: 'removed' });
    expect(place.places.in('C2')).toEqual([]);
  });

  it('goes on when it is turned on again', async () => {
    place.places.faultsOf.clear();
    await place.turnOn('C1');
    await place.lookAt('2026-11-30T07:00:00Z');
    expect(place.places.in('C1')).toEqual(['digest:2026-W49:C1']);
  });
});

describe('many channels', () => {
  it('are all served in one run, with progress told', async () => {
    const channels = Array.from({ length: 200 }, (_, at) => `C${at + 1}`);
    for (const channel of channels) await place.turnOn(channel);
    await place.lookAt('2026-11-23T07:00:00Z');
    expect(place.places.posted.map(({ place: channel }) => channel).toSorted()).toEqual(channels.toSorted());
    expect(place.log.filter((line) => line.startsWith('digests:'))).toEqual([
      'digests: 200 are due',
      'digests: 50 of 200 dealt with',
      'digests: 100 of 200 dealt with',
      'digests: 150 of 200 dealt with',
      'digests: 200 posted',
    ]);
  });

  it('wait for the next minute when Slack is gone', async () => {
    for (const channel of ['C1', 'C2', 'C3', 'C4', 'C5']) await place.turnOn(channel);
    place.places.faults.push('drop', 'drop', 'drop');
    await place.lookAt('2026-11-23T07:00:00Z');
    expect(place.places.posted).toEqual([]);
    expect(place.log).toContain('digests: Slack fails again and again; the other 2 are tried in a minute');
    await place.pass(1 * minutes);
    expect(place.places.posted.length).toBe(5);
  });

  it('are left for the next start when Valo stops', async () => {
    for (const channel of ['C1', 'C2']) await place.turnOn(channel);
    place.places.faults.push('limit');
    place.now = new Date('2026-11-23T07:00:00Z');
    const looking = place.look();
    await place.untilWaiting();
    await place.scheduler.stop();
    await looking;
    expect(place.places.posted).toEqual([]);
    await place.crash();
    await place.lookAt('2026-11-23T07:05:00Z');
    expect(place.places.posted.length).toBe(2);
  });
});
