import { afterEach, beforeEach, expect, it } from 'vitest';
import { createScheduler } from '../../src/digest/scheduler.ts';
import type { Fault, WebCall } from '../../src/playground/loopback-server.ts';
import { LoopbackSlack } from '../../src/playground/loopback-slack.ts';
import { createDeliveryRecords } from '../../src/status/delivery-records.ts';
import type { StatusEvent } from '../../src/status/events.ts';
import { openJsonStore } from '../../src/status/json-store.ts';
import { directory } from '../status/directory.ts';
import { temporaryFolder } from '../status/support.ts';
import { httpPlaces, hurriedClock } from '../support/delivery-places.ts';
import { appToken, botToken } from '../support/faulty-slack.ts';

const channels = Array.from({ length: 200 }, (_, at) => `C${at + 1}`);
const owners = Array.from({ length: 500 }, (_, at) => `U${at + 1}`);
/** A Friday 9:00, for digests of Fridays and reminders alike. */
const friday = '2026-11-27T07:00:00Z';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let slack: LoopbackSlack;
let limits = 0;
beforeEach(async () => {
  folder = await temporaryFolder();
  slack = await LoopbackSlack.start({
    users: owners.map((id) => ({ id, name: id, locale: 'sv-SE', admin: false, bot: false })),
    channels: channels.map((id) => ({ id, name: id.toLowerCase() })),
    botToken,
    appToken,
    fault: limitEveryFortieth,
  });
});
afterEach(async () => {
  await slack.close();
  await folder.remove();
});

function limitEveryFortieth({ method }: WebCall): Fault | undefined {
  if (slack.calls.length % 40 !== 0 || method === 'apps.connections.open') return undefined;
  limits += 1;
  const headers = { 'retry-after': '20' };
  return { kind: 'reply', status: 429, headers, body: { ok: false, error: 'ratelimited' } };
}

it('200 channels and 500 owners get theirs in one run, while Slack keeps asking to slow down', {
  timeout: 120_000,
}, async () => {
  const store = await openJsonStore(folder.path, { warn: () => undefined });
  const when = { weekday: 'fri', time: '09:00' } as const;
  const filter = { lights: [], programme: null, goals: [], mine: false };
  const events: StatusEvent[] = [
    ...channels.map((channel) => ({
      type: 'digestOn' as const,
      channel,
      language: null,
      when,
      filter,
      skipHolidays: false,
    })),
    ...owners.map((user, at) => ({
      type: 'ownerAdded' as const,
      target: directory.targets[at % directory.targets.length]?.target ?? { programme: 'helsinki', id: '1' },
      user,
    })),
  ];
  const at = '2026-11-20T10:00:00Z';
  await Promise.all(events.map((event, place) => store.append({ event, key: `k${place}`, actor: 'UADMIN', at })));

  const log: string[] = [];
  let now = new Date(friday);
  const scheduler = createScheduler({
    records: createDeliveryRecords({ store, now: () => now, warn: (line) => log.push(line) }),
    facts: () => ({ directory, timetables: new Map() }),
    now: () => now,
    log: (line) => log.push(line),
    clock: hurriedClock(() => now.getTime()),
  });
  scheduler.start(httpPlaces(slack.apiUrl, botToken, () => now));
  await scheduler.runDue();
  // What Slack would not open or show in time comes in one of the next minutes.
  for (let minute = 1; minute <= 5; minute += 1) {
    now = new Date(Date.parse(friday) + minute * 60_000);
    await scheduler.runDue();
  }
  await scheduler.stop();
  await store.close();

  const arrived = slack.workspace.messages.map(({ channel }) => channel);
  expect(arrived.toSorted()).toEqual([...channels, ...owners.map((id) => `D${id.slice(1)}`)].toSorted());
  expect(limits).toBeGreaterThan(20);
  expect(log).toContain('digests: 150 of 200 dealt with');
  expect(log).toContain('nudges: 450 of 500 dealt with');
});
