import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Announcement, AnnouncementDelivery } from '../../src/status/announcer.ts';
import type { ServicePlace } from './service-place.ts';
import { openServicePlace } from './service-place.ts';

const minutes = 60_000;

let place: ServicePlace;
let channel: FakeChannel;
beforeEach(async () => {
  place = await openServicePlace();
  channel = fakeChannel();
  await place.as('UADMIN', 'announce <#C9>');
  await place.service.announcements.start(channel.delivery);
});
afterEach(async () => {
  await place.service.announcements.stop();
  await place.remove();
});

type FakeChannel = {
  delivery: AnnouncementDelivery;
  /** The messages as they stand, and how often each was posted or edited. */
  messages: Map<string, { announcement: Announcement; edits: number }>;
  refuse: boolean;
  closed: boolean;
};

function fakeChannel(): FakeChannel {
  const fake: FakeChannel = {
    messages: new Map(),
    refuse: false,
    closed: false,
    delivery: {
      post: async (announcement) => {
        if (fake.refuse) throw new Error('ratelimited');
        if (fake.closed) return null;
        const message = `m${fake.messages.size + 1}`;
        fake.messages.set(message, { announcement, edits: 0 });
        return message;
      },
      edit: async (message, announcement) => {
        if (fake.refuse) throw new Error('ratelimited');
        fake.messages.set(message, { announcement, edits: (fake.messages.get(message)?.edits ?? 0) + 1 });
      },
    },
  };
  return fake;
}

const settled = () => place.service.announcements.idle();

async function pass(ms: number): Promise<void> {
  await settled();
  place.clock.pass(ms);
  place.now = new Date(place.now.getTime() + ms);
  await settled();
}

const lines = () =>
  [...channel.messages.values()].map(({ announcement }) => [
    announcement.actor,
    ...announcement.changes.map(({ state, target, from, to }) => `${state} ${target.label} ${from} ${to}`),
  ]);

describe('announcements', () => {
  it('tell what one person sets within two minutes in one message', async () => {
    await place.as('UADMIN', 'set 5 green going well');
    await place.as('UADMIN', 'set 4 yellow');
    await pass(1 * minutes);
    await place.as('UADMIN', 'set 6 red no money');
    expect(channel.messages.size).toBe(0);
    await pass(1 * minutes);
    expect(lines()).toEqual([['UADMIN', 'set goal5 null green', 'set goal4 null yellow', 'set goal6 null red']]);
    expect(channel.messages.get('m1')?.announcement).toMatchObject({
      channel: 'C9',
      changes: [{ comment: 'going well' }, { comment: null }, { comment: 'no money' }],
    });
    await pass(60 * minutes);
    expect(channel.messages.size).toBe(1);
  });

  it('of two people come apart', async () => {
    await place.as('UADMIN', 'owner add 4 <@U1>');
    await place.as('UADMIN', 'set 5 green');
    await place.as('U1', 'set 4 yellow');
    await pass(2 * minutes);
    expect(lines()).toEqual([
      ['UADMIN', 'set goal5 null green'],
      ['U1', 'set goal4 null yellow'],
    ]);
  });

  it('say nothing of what is undone at once', async () => {
    await place.as('UADMIN', 'set 5 green');
    await place.as('UADMIN', 'undo 5');
    await pass(2 * minutes);
    expect(lines()).toEqual([]);
    expect(place.clock.waiting()).toBe(0);
  });

  it('are edited by an undo, also after a restart', async () => {
    await place.as('UADMIN', 'set 5 green');
    await place.as('UADMIN', 'set 4 yellow');
    await pass(2 * minutes);
    await place.service.announcements.stop();
    await place.restart();
    await place.service.announcements.start(channel.delivery);
    await pass(24 * 60 * minutes);
    await place.as('UADMIN', 'undo 5');
    await settled();
    expect(lines()).toEqual([['UADMIN', 'takenBack goal5 null green', 'set goal4 null yellow']]);
    expect(channel.messages.get('m1')?.edits).toBe(1);
    await pass(2 * minutes);
    expect(channel.messages.size).toBe(1);
  });

  it('tell an undo of what was set before the channel was chosen', async () => {
    await place.as('UADMIN', 'announce off');
    await place.as('UADMIN', 'set 5 green');
    await place.as('UADMIN', 'announce <#C9>');
    await place.as('UADMIN', 'undo 5');
    await pass(2 * minutes);
    expect(lines()).toEqual([['UADMIN', 'undo goal5 green null']]);
  });

  it('are silent for a confirmation, a repeated trigger and a channel that is turned off', async () => {
    await place.as('UADMIN', 'set 5 green', { key: 'one' });
    await place.as('UADMIN', 'set 5 green', { key: 'one' });
    await place.as('UADMIN', 'set 5 green');
    await pass(2 * minutes);
    expect(lines()).toEqual([['UADMIN', 'set goal5 null green']]);
    await place.as('UADMIN', 'announce off');
    await place.as('UADMIN', 'set 5 yellow');
    await pass(2 * minutes);
    expect(channel.messages.size).toBe(1);
  });

  it('call goals as the channel does', async () => {
    await place.as('UADMIN', 'channel vaasa', { channel: 'C9' });
    await place.as('UADMIN', 'set 5 green');
    await pass(2 * minutes);
    expect(lines()).toEqual([['UADMIN', 'set helsinki 5 null green']]);
  });

  it('come when Slack works again, once', async () => {
    channel.refuse = true;
    await place.as('UADMIN', 'set 5 green');
    await pass(2 * minutes);
    channel.refuse = false;
    expect(place.warnings).toEqual(['C9: an announcement was refused: Error: ratelimited']);
    await pass(1 * minutes);
    await pass(60 * minutes);
    expect(lines()).toEqual([['UADMIN', 'set goal5 null green']]);
    channel.refuse = true;
    await place.as('UADMIN', 'undo 5');
    await settled();
    channel.refuse = false;
    await pass(1 * minutes);
    expect(lines()).toEqual([['UADMIN', 'takenBack goal5 null green']]);
  });

  it('are given up in a channel that is closed', async () => {
    channel.closed = true;
    await place.as('UADMIN', 'set 5 green');
    await pass(2 * minutes);
    expect(place.warnings).toEqual(['C9: 1 changes could not be announced there']);
    expect(place.clock.waiting()).toBe(0);
  });

  it('that wait come at once on a stop', async () => {
    await place.as('UADMIN', 'set 5 green');
    await place.service.announcements.stop();
    expect(lines()).toEqual([['UADMIN', 'set goal5 null green']]);
  });

  it('that a crash left behind come after the next start, and the others not again', async () => {
    await place.as('UADMIN', 'set 5 green');
    await pass(2 * minutes);
    await place.as('UADMIN', 'set 4 yellow');
    await place.as('UADMIN', 'set 6 grey');
    await place.as('UADMIN', 'undo 6');
    await settled();
    await place.restart();
    place.now = new Date(place.now.getTime() + 10 * minutes);
    await place.service.announcements.start(channel.delivery);
    await pass(0);
    expect(lines()).toEqual([
      ['UADMIN', 'set goal5 null green'],
      ['UADMIN', 'set goal4 null yellow'],
    ]);
  });

  it('that are older than an hour stay untold after a start', async () => {
    await place.service.announcements.stop();
    await place.as('UADMIN', 'set 5 green');
    place.now = new Date(place.now.getTime() + 61 * minutes);
    await place.service.announcements.start(channel.delivery);
    await pass(10 * minutes);
    expect(lines()).toEqual([]);
  });

  it('put no user id into the journal', async () => {
    await place.as('UADMIN', 'set 5 green');
    await pass(2 * minutes);
    const journal = await readFile(place.journal, 'utf8');
    expect(journal).toContain('"announced"');
    expect(journal).not.toContain('UADMIN');
  });
});
