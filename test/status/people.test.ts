import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ServicePlace } from './service-place.ts';
import { hki } from './directory.ts';
import { openServicePlace } from './service-place.ts';

let place: ServicePlace;
beforeEach(async () => {
  place = await openServicePlace();
});
afterEach(() => place.remove());

const later = (minutes: number) => {
  place.now = new Date(place.now.getTime() + minutes * 60_000);
};

describe('an owner whose account is deactivated', () => {
  beforeEach(async () => {
    await place.as('UADMIN', 'owner add 5 <@U5>');
    await place.as('UADMIN', 'owner add 5.1 <@U51>');
    await place.as('UADMIN', 'delegate 5 <@U6> until 2026-12-31');
    place.people.set('U5', { active: false });
    later(6);
  });

  it('is shown as having left, so that the goal is without an owner', async () => {
    expect(await place.as('U1', 'owner 5')).toMatchObject({ roles: { owners: [], left: ['U5'], inherited: [] } });
    expect(await place.as('U1', 'show 5.1')).toMatchObject({ roles: { owners: ['U51'], inherited: [], left: ['U5'] } });
    const board = await place.as('U1', 'list goal 5');
    const rows = board.kind === 'board' ? board.rows.map(({ target, owners }) => [target.label, owners]) : [];
    expect(rows).toEqual([
      ['goal5', []],
      ['5.1', ['U51']],
    ]);
  });

  it('is not named among those who may, nor asked', async () => {
    expect(await place.as('U1', 'set 5 green')).toMatchObject({
      kind: 'forbidden',
      roles: { owners: [], delegates: [{ user: 'U6' }], left: ['U5'] },
      ask: { users: ['U6'] },
    });
  });

  it('may set the light no more', async () => {
    expect((await place.as('U5', 'set 5 green')).kind).toBe('forbidden');
  });

  it('keeps the part for a return, and the history keeps who gave it', async () => {
    place.people.set('U5', { active: true });
    later(6);
    expect(await place.as('U1', 'owner 5')).toMatchObject({ roles: { owners: ['U5'], left: [] } });
    expect(await place.as('U1', 'history 5')).toMatchObject({
      lines: [{ change: 'delegateAdded' }, { change: 'ownerAdded', user: 'U5', actor: 'UADMIN' }],
    });
  });
});

describe('admins', () => {
  it('of the Slack workspace are looked up, and lose their rights some minutes after they lost the post', async () => {
    place.people.set('UBOSS', { admin: true });
    expect((await place.as('UBOSS', 'set 5 green')).kind).toBe('set');
    place.people.set('UBOSS', { admin: false });
    later(4);
    expect((await place.as('UBOSS', 'set 5 yellow')).kind).toBe('set');
    later(1);
    expect((await place.as('UBOSS', 'set 5 green')).kind).toBe('forbidden');
  });

  it('who have left are not named', async () => {
    place.people.set('UADMIN', { active: false });
    expect(await place.as('U1', 'channel vaasa')).toMatchObject({ roles: { admins: [] }, ask: null });
  });
});

describe('a denial offers to ask', () => {
  it.each<[string, string, string[], string]>([
    [
      'owners of goal and measure before anybody else',
      'set 5.1 yellow waiting',
      ['U51', 'U5', 'U6'],
      'set 5.1 yellow waiting',
    ],
    ['the owner of a goal', 'set 5 green', ['U5', 'U6'], 'set goal5 green'],
    ['admins where there is no owner', 'set 4.3 green', ['UADMIN'], 'set 4.3 green'],
    ['admins for changes of roles', 'owner add 5 <@U1>', ['UADMIN'], 'owner add goal5 <@U1>'],
    ['whoever may edit', 'edit 5.1', ['U51', 'U5', 'U6'], 'edit 5.1'],
  ])('%s', async (_who, text, users, command) => {
    await place.as('UADMIN', 'owner add 5 <@U5>');
    await place.as('UADMIN', 'owner add 5.1 <@U51>');
    await place.as('UADMIN', 'delegate 5 <@U6> until 2026-12-31');
    expect(await place.as('U1', text)).toMatchObject({ kind: 'forbidden', ask: { users, text: command } });
  });

  it('those at work before those away', async () => {
    await place.as('UADMIN', 'owner add 5 <@U5>');
    await place.as('UADMIN', 'owner add 5 <@U6>');
    await place.as('U5', 'away until 2026-11-20');
    expect(await place.as('U1', 'set 5 green')).toMatchObject({
      roles: { owners: ['U5', 'U6'], away: [{ user: 'U5', until: '2026-11-20' }] },
      ask: { users: ['U6', 'U5'] },
    });
    place.now = new Date('2026-11-21T07:00:00Z');
    expect(await place.as('U1', 'set 5 green')).toMatchObject({ roles: { away: [] }, ask: { users: ['U5', 'U6'] } });
  });

  it('nobody to ask oneself', async () => {
    await place.as('UADMIN', 'owner add 5 <@U5>');
    await place.as('U5', 'set 5 green');
    await place.as('UADMIN', 'owner remove 5 <@U5>');
    await place.as('UADMIN', 'owner add 5 <@U6>');
    expect(await place.as('U5', 'undo 5')).toMatchObject({ ask: { users: ['U6'], text: 'show goal5' } });
  });

  it('with a command that means the same in a direct message', async () => {
    await place.as('UADMIN', 'channel vaasa', { channel: 'C2' });
    expect(await place.as('U1', 'set v1 green', { channel: 'C2' })).toMatchObject({ ask: { text: 'set v1 green' } });
    expect(await place.as('U1', 'set hki 5 green', { channel: 'C2' })).toMatchObject({
      target: { label: 'helsinki 5' },
      ask: { text: 'set goal5 green' },
    });
  });
});

describe('an owner’s own part', () => {
  const own = (kind: 'giveUp' | 'takeBack', user = 'U5') =>
    place.service.execute({ kind, target: hki('5') }, place.caller(user));
  const owners = async () => (await place.service.state()).targets['helsinki:5']?.owners;

  it('is given up without an admin, and taken back for two weeks', async () => {
    await place.as('UADMIN', 'owner add 5 <@U5>');
    expect(await own('giveUp')).toMatchObject({ kind: 'rolesChanged', change: 'ownerRemoved', changed: true });
    expect(await own('giveUp')).toMatchObject({ kind: 'rolesChanged', change: 'ownerRemoved', changed: false });
    expect(await place.as('U5', 'history 5')).toMatchObject({ lines: [{ change: 'ownerRemoved', actor: 'U5' }, {}] });
    await place.restart();
    place.now = new Date(place.now.getTime() + 13 * 24 * 60 * 60_000);
    expect(await own('takeBack')).toMatchObject({ kind: 'rolesChanged', change: 'ownerAdded', changed: true });
    expect(await owners()).toEqual(['U5']);
  });

  it('is not taken back after two weeks', async () => {
    await place.as('UADMIN', 'owner add 5 <@U5>');
    await own('giveUp');
    place.now = new Date(place.now.getTime() + 15 * 24 * 60 * 60_000);
    expect(await own('takeBack')).toMatchObject({ kind: 'forbidden', verb: 'owner' });
    expect(await owners()).toEqual([]);
  });

  it('is not taken back by anybody from whom an admin took it, or who never had it', async () => {
    await place.as('UADMIN', 'owner add 5 <@U5>');
    await own('giveUp');
    await own('takeBack');
    await place.as('UADMIN', 'owner remove 5 <@U5>');
    for (const user of ['U5', 'U7']) expect(await own('takeBack', user)).toMatchObject({ kind: 'forbidden' });
    expect(await owners()).toEqual([]);
  });

  it('cannot be given up for another', async () => {
    await place.as('UADMIN', 'owner add 5 <@U5>');
    expect(await own('giveUp', 'UADMIN')).toMatchObject({ changed: false });
    expect(await owners()).toEqual(['U5']);
  });
});

describe('reminders', () => {
  it('are silenced by their reader, and come back', async () => {
    const snooze = (until: string | null) => place.service.execute({ kind: 'snooze', until }, place.caller('U5'));
    expect(await snooze('2026-11-27')).toEqual({ kind: 'snoozed', until: '2026-11-27' });
    expect((await place.service.state()).users['U5']?.snoozedUntil).toBe('2026-11-27');
    expect(await snooze(null)).toEqual({ kind: 'snoozed', until: null });
    expect((await place.service.state()).users['U5']?.snoozedUntil).toBeNull();
  });
});

describe('a channel', () => {
  it('gives short ids, boards and labels their programme', async () => {
    expect(await place.as('UADMIN', 'channel vaasa sv', { channel: 'C2' })).toMatchObject({ kind: 'channelBound' });
    expect(await place.as('UADMIN', 'set 2 green', { channel: 'C2' })).toMatchObject({ target: { label: 'v2' } });
    expect(await place.as('UADMIN', 'set 2 yellow', { channel: 'C1' })).toMatchObject({
      target: { target: { programme: 'helsinki' } },
    });
    const board = await place.as('U1', 'list', { channel: 'C2' });
    expect(board.kind === 'board' ? board.rows.map(({ target }) => target.label) : []).toEqual(['v2', 'v1', 'v3']);
  });

  it('keeps its language when only the programme is changed', async () => {
    await place.as('UADMIN', 'channel vaasa sv', { channel: 'C2' });
    expect(await place.as('UADMIN', 'channel all', { channel: 'C2' })).toEqual({
      kind: 'channelBound',
      channel: 'C2',
      programme: null,
      language: 'sv',
    });
    expect(await place.as('UADMIN', 'kanava helsinki fi', { channel: 'C2' })).toMatchObject({ language: 'fi' });
  });
});

describe('the digest', () => {
  it('is set up for a channel, and its state says how it goes out and when next', async () => {
    const other = await openServicePlace({
      nextDigest: ({ when }) => new Date(when.weekday === 'tue' ? '2026-11-24T06:30:00Z' : '2026-11-23T07:00:00Z'),
    });
    const set = 'digest on sv tue 8:30 skip-holidays only red';
    const tuesday = { language: 'sv', when: { weekday: 'tue', time: '08:30' }, skipHolidays: true };
    const next = '2026-11-24T06:30:00.000Z';
    expect(await other.as('UADMIN', set)).toMatchObject({ kind: 'digestOn', channel: 'C1', ...tuesday, next });
    await other.as('UADMIN', 'digest on <#C2> only 4,5.1');
    expect(await other.as('U1', 'digest status')).toMatchObject({
      kind: 'digestStatus',
      digests: [
        {
          channel: 'C2',
          language: null,
          skipHolidays: false,
          next: '2026-11-23T07:00:00.000Z',
          only: [{ label: 'goal4' }, { label: '5.1' }],
        },
        { channel: 'C1', ...tuesday, by: 'UADMIN', next, last: null, paused: false },
      ],
    });
    await other.remove();
  });

  it.each([
    ['digest preview', 'C1'],
    ['digest preview <#C2|x>', 'C2'],
    ['digest now', 'C1'],
    ['digest now <#C2|x>', 'C2'],
  ])('is handed over with its channel: "%s"', async (text, channel) => {
    expect(await place.as('UADMIN', text)).toMatchObject({ kind: 'handOver', command: { channel } });
    expect(await place.as('UADMIN', text, { channel: null })).toMatchObject(
      channel === 'C1' ? { kind: 'needsChannel', verb: 'digest' } : { kind: 'handOver', command: { channel } },
    );
  });
});

it('a form that saw no light is told when one was set meanwhile', async () => {
  const fields = {
    light: 'green' as const,
    comment: 'on its way',
    next: null,
    expected: null,
    confidence: null,
    blockers: null,
  };
  await place.as('UADMIN', 'set 5 yellow');
  const target = { programme: 'helsinki', id: '5' };
  const late = await place.service.postUpdate(target, fields, place.caller('UADMIN', { ifLatest: null }));
  expect(late).toMatchObject({ kind: 'overtaken', posted: { light: 'yellow' } });
  const first = { programme: 'helsinki', id: '4' };
  const posted = await place.service.postUpdate(first, fields, place.caller('UADMIN', { ifLatest: null }));
  expect(posted).toMatchObject({ kind: 'set', to: 'green' });
});

it('white space is no reason for red, and none is kept around a text', async () => {
  const fields = {
    light: 'red' as const,
    comment: ' \n',
    next: ' hire ',
    expected: null,
    confidence: null,
    blockers: '\t',
  };
  const target = { programme: 'helsinki', id: '5' };
  expect(await place.service.postUpdate(target, fields, place.caller('UADMIN'))).toMatchObject({
    kind: 'needsComment',
  });
  await place.service.postUpdate(target, { ...fields, comment: 'no money ' }, place.caller('UADMIN'));
  expect(await place.as('U1', 'show 5')).toMatchObject({
    posted: { comment: 'no money', next: 'hire', blockers: null },
  });
});
