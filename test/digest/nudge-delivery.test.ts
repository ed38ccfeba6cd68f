import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hki, vaasa } from '../status/directory.ts';
import { DeliveryPlace } from './delivery-place.ts';

const minutes = 60_000;
/** Friday 9:00 in Helsinki. */
const friday = '2026-11-20T07:00:00Z';
const longAgo = '2026-10-01T09:00:00Z';

let place: DeliveryPlace;
beforeEach(async () => {
  place = await DeliveryPlace.open('2026-11-01T10:00:00Z');
});
afterEach(() => place.remove());

const owns = (user: string, id: string) => place.keep({ type: 'ownerAdded', target: hki(id), user });
const stands = (id: string, until: string, user: string) =>
  place.keep({ type: 'delegateSet', target: hki(id), user, until });
const away = (user: string, until: string | null) => place.keep({ type: 'away', user, until }, { actor: user });

/** Who got a reminder, with the goals and why. */
const sent = () =>
  place.places.posted.map(({ place: user, nudge }) => [
    user,
    ...(nudge?.items ?? []).map(
      ({ target, reasons }) => `${target.label}: ${reasons.map(({ kind }) => kind).join(' ')}`,
    ),
  ]);

describe('the weekly reminder', () => {
  it('tells an owner once of all that waits, worst first', async () => {
    for (const id of ['1', '2', '3', '4', '5']) await owns('U1', id);
    await place.light(hki('1'), 'green', '2026-11-18T09:00:00Z');
    await place.light(hki('2'), 'yellow', longAgo);
    await place.light(hki('3'), 'red', '2026-11-10T09:00:00Z', 'no money');
    await place.light(hki('4'), 'red', '2026-11-19T09:00:00Z', 'no people');
    await place.lookAt('2026-11-20T06:59:00Z');
    expect(sent()).toEqual([]);
    place.log.length = 0;
    await place.lookAt(friday);
    await place.pass(1 * minutes);
    await place.crash();
    await place.look();
    expect(sent()).toEqual([['U1', 'goal3: red', 'goal5: noLight', 'goal2: stale']]);
    expect(place.log).toEqual(['nudges: 1 posted']);
  });

  it('comes again a week later as long as something waits, and not to those for whom nothing does', async () => {
    await owns('U1', '2');
    await owns('U2', '1');
    await place.light(hki('1'), 'green', '2026-11-18T09:00:00Z');
    await place.lookAt(friday);
    await place.lookAt('2026-11-27T07:00:00Z');
    expect(place.places.posted.map(({ place: user, key }) => [user, key])).toEqual([
      ['U1', 'nudge:2026-W47'],
      ['U1', 'nudge:2026-W48'],
    ]);
  });

  it('tells of timetables that end within 60 days, and of days that owners have given', async () => {
    for (const id of ['1', '2', '3', '4']) await owns('U1', id);
    const fields = { light: 'yellow', comment: 'on its way', next: null, confidence: null, blockers: null } as const;
    for (const [id, expected] of [
      ['1', '2026-11-15'],
      ['2', '2026-11-27'],
      ['3', '2026-12-30'],
      ['4', null],
    ] as const) {
      const event = { type: 'light', target: hki(id), ...fields, expected } as const;
      await place.keep(event, { at: '2026-10-28T09:00:00Z' });
    }
    place.timetables.set('helsinki:4', { end: 2026 });
    place.timetables.set('helsinki:1', { end: 2025 });
    const reasons = () => place.places.posted.at(-1)?.nudge?.items.map(({ target, reasons: of }) => [target.label, of]);
    await place.lookAt('2026-10-30T07:00:00Z');
    expect(reasons()).toBeUndefined();
    await place.lookAt('2026-11-13T07:00:00Z');
    expect(reasons()).toEqual([
      ['goal1', [{ kind: 'expected', day: '2026-11-15', passed: false }]],
      ['goal4', [{ kind: 'timetable', day: '2026-12-31' }]],
    ]);
    await place.lookAt(friday);
    expect(reasons()).toEqual([
      ['goal1', [{ kind: 'expected', day: '2026-11-15', passed: true }]],
      ['goal2', [{ kind: 'expected', day: '2026-11-27', passed: false }]],
      ['goal4', [{ kind: 'timetable', day: '2026-12-31' }]],
    ]);
  });

  it('comes at 9:00 where its reader is', async () => {
    for (const [user, id] of [
      ['UHEL', '1'],
      ['USTO', '2'],
      ['UNYC', '3'],
    ] as const) {
      await owns(user, id);
    }
    place.places.readers.set('USTO', { kind: 'known', zone: 'Europe/Stockholm', active: true });
    place.places.readers.set('UNYC', { kind: 'known', zone: 'America/New_York', active: true });
    const who = () => place.places.posted.map(({ place: user }) => user);
    await place.lookAt(friday);
    expect(who()).toEqual(['UHEL']);
    await place.lookAt('2026-11-20T08:00:00Z');
    expect(who()).toEqual(['UHEL', 'USTO']);
    await place.lookAt('2026-11-20T14:00:00Z');
    expect(who()).toEqual(['UHEL', 'USTO', 'UNYC']);
    await place.lookAt('2026-11-22T20:00:00Z');
    expect(who().length).toBe(3);
  });

  it('is not sent a second time in a week by somebody who travels', async () => {
    await owns('U1', '1');
    await place.lookAt(friday);
    place.places.readers.set('U1', { kind: 'known', zone: 'America/Los_Angeles', active: true });
    await place.crash();
    await place.lookAt('2026-11-20T17:00:00Z');
    expect(place.places.in('U1').length).toBe(1);
  });

  it('comes on the last working day where Friday is a holiday', async () => {
    await owns('U1', '1');
    await place.lookAt('2027-03-25T07:00:00Z');
    expect(place.places.in('U1')).toEqual(['nudge:2027-W12']);
    await place.lookAt('2027-03-26T07:00:00Z');
    expect(place.places.in('U1').length).toBe(1);
  });

  it('that is late waits for working hours, and is skipped after three days', async () => {
    await owns('U1', '1');
    await owns('U2', '2');
    await place.light(hki('2'), 'yellow', longAgo);
    await place.lookAt('2026-11-20T20:00:00Z');
    await place.lookAt('2026-11-21T10:00:00Z');
    expect(sent()).toEqual([]);
    await place.lookAt('2026-11-23T05:30:00Z');
    expect(sent().length).toBe(2);
    await place.lookAt('2026-12-01T10:00:00Z');
    await place.lookAt('2026-12-01T10:01:00Z');
    expect(sent().length).toBe(2);
    expect(place.log).toContain('nudges: 1 skipped, as they were due more than three days ago');
  });

  it('leaves out what was updated since its time', async () => {
    await owns('U1', '1');
    await owns('U1', '2');
    await place.lookAt('2026-11-20T20:00:00Z');
    await place.light(hki('1'), 'green', '2026-11-20T20:30:00Z');
    await place.lookAt('2026-11-23T06:00:00Z');
    expect(sent()).toEqual([['U1', 'goal2: noLight']]);
  });

  it('is delivered once over lost answers and crashes, and not blindly', async () => {
    await owns('U1', '1');
    place.places.faults.push('lose');
    place.places.historyFails = true;
    await place.lookAt(friday);
    await place.crash();
    await place.lookAt('2026-11-20T07:05:00Z');
    expect(place.places.in('U1').length).toBe(1);
    expect(place.log.some((line) => line.includes('the history could not be read (missing_scope)'))).toBe(true);
    place.places.historyFails = false;
    await place.lookAt('2026-11-20T07:10:00Z');
    await place.lookAt('2026-11-20T07:11:00Z');
    expect(place.places.in('U1').length).toBe(1);
    expect((await place.state()).users['U1']?.nudges.map(({ state }) => state)).toEqual(['posted']);
  });

  it('stays away for a week after a snooze, and comes after all when that is taken back', async () => {
    await owns('U1', '1');
    await place.lookAt(friday);
    const until = place.places.posted[0]?.nudge?.snoozeUntil ?? '';
    expect(until).toBe('2026-11-27');
    await place.keep({ type: 'nudgeSnoozed', user: 'U1', until }, { actor: 'U1' });
    await place.lookAt('2026-11-27T07:00:00Z');
    expect(place.places.in('U1').length).toBe(1);
    await place.keep({ type: 'nudgeSnoozed', user: 'U1', until: null }, { actor: 'U1' });
    await place.lookAt('2026-11-27T07:05:00Z');
    expect(place.places.in('U1').length).toBe(2);
  });
});

it.each([
  // Before Good Friday it comes on Thursday; next Friday is eight days later.
  ['a holiday', null, '2026-04-02T06:00:00Z', '2026-04-10T06:00:00Z'],
  // In Auckland it is Friday while it is still Thursday in Helsinki.
  ['another time zone', 'Pacific/Auckland', '2026-11-19T20:00:00Z', '2026-11-26T20:00:00Z'],
])('a snooze for next Friday holds then, over %s too', async (_what, zone, first, next) => {
  place.now = new Date(Date.parse(first) - 24 * 60 * 60_000);
  await owns('U1', '1');
  place.places.readers.set('U1', { kind: 'known', zone, active: true });
  await place.lookAt(first);
  const until = place.places.posted[0]?.nudge?.snoozeUntil ?? '';
  await place.keep({ type: 'nudgeSnoozed', user: 'U1', until }, { actor: 'U1' });
  await place.lookAt(next);
  expect(place.places.in('U1').length).toBe(1);
  await place.lookAt(new Date(Date.parse(next) + 7 * 24 * 60 * 60_000).toISOString());
  expect(place.places.in('U1').length).toBe(2);
});

describe('who is reminded', () => {
  it('of a measure without an owner is the owner of its goal, once it carries a light', async () => {
    await owns('U1', '4');
    await owns('U2', '4.1');
    await place.light(hki('4'), 'green', '2026-11-18T09:00:00Z');
    await place.light(hki('4.3'), 'yellow', longAgo);
    await place.lookAt(friday);
    expect(sent()).toEqual([
      ['U1', '4.3: stale'],
      ['U2', '4.1: noLight'],
    ]);
    expect(place.places.posted.map(({ nudge }) => nudge?.items.map(({ own }) => own))).toEqual([[false], [true]]);
  });

  it('in the place of an owner who is away is the delegate, in one message with the delegate’s own', async () => {
    await owns('U1', '1');
    await owns('U2', '2');
    await stands('1', '2026-12-31', 'U2');
    await away('U1', '2026-11-30');
    await place.lookAt(friday);
    expect(sent()).toEqual([['U2', 'goal1: noLight', 'goal2: noLight']]);
    expect(place.places.posted[0]?.nudge?.items.map(({ insteadOf }) => insteadOf)).toEqual(['U1', null]);
    await place.lookAt('2026-12-04T07:00:00Z');
    expect(sent().slice(1)).toEqual([
      ['U1', 'goal1: noLight'],
      ['U2', 'goal2: noLight'],
    ]);
  });

  it('is nobody where an owner is away without a delegate at work', async () => {
    await owns('U1', '1');
    await stands('1', '2026-11-19', 'U2');
    await stands('1', '2026-12-31', 'U3');
    await away('U1', '2026-11-20');
    await away('U3', '2026-11-20');
    await place.lookAt(friday);
    expect(sent()).toEqual([]);
  });

  it('is the delegate where the owner’s account is deactivated', async () => {
    await owns('U1', '1');
    await stands('1', '2026-12-31', 'U2');
    place.places.readers.set('U1', { kind: 'known', zone: null, active: false });
    await place.lookAt(friday);
    expect(sent()).toEqual([['U2', 'goal1: noLight']]);
  });

  it('is not somebody who became an owner after the time of the reminder', async () => {
    place.now = new Date('2026-11-20T09:00:00Z');
    await owns('U1', '1');
    await place.look();
    await place.lookAt('2026-11-23T06:00:00Z');
    expect(sent()).toEqual([]);
    await place.lookAt('2026-11-27T07:00:00Z');
    expect(sent().length).toBe(1);
  });

  it('is not somebody who gave the goal up or asked to be forgotten', async () => {
    await owns('U1', '1');
    await owns('U2', '2');
    await place.keep({ type: 'ownerRemoved', target: hki('1'), user: 'U1' }, { actor: 'U1' });
    await place.keep({ type: 'forgotten', user: 'U2' }, { actor: 'U2' });
    await place.lookAt(friday);
    expect(sent()).toEqual([]);
  });

  it('is told goals of several cities by names that hold everywhere', async () => {
    await place.keep({ type: 'ownerAdded', target: vaasa('v2'), user: 'U1' });
    await owns('U1', '5');
    await place.lookAt(friday);
    expect(sent()).toEqual([['U1', 'goal5: noLight', 'v2: noLight']]);
  });
});

describe('500 owners', () => {
  it('are all reminded in one run, with progress told, while Slack asks to slow down', async () => {
    const users = Array.from({ length: 500 }, (_, at) => `U${at + 1}`);
    for (const [at, user] of users.entries()) await owns(user, ['1', '2', '3', '4', '5', '6'][at % 6] ?? '1');
    place.now = new Date(friday);
    place.places.faults.push('limit');
    const looking = place.look();
    await place.untilWaiting();
    place.wait(7_000);
    await looking;
    expect(place.places.posted.map(({ place: user }) => user).toSorted()).toEqual(users.toSorted());
    expect(place.log).toContain('nudges: 450 of 500 dealt with');
    expect(place.log.at(-1)).toBe('nudges: 500 posted');
    expect(place.places.asked.length).toBe(500);
    await place.pass(1 * minutes);
    expect(place.places.posted.length).toBe(500);
  });
});
