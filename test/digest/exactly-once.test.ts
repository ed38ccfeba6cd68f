import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import type { WebCall, Fault } from '../../src/playground/loopback-server.ts';
import { LoopbackSlack } from '../../src/playground/loopback-slack.ts';
import type { LoopbackMessage } from '../../src/playground/workspace.ts';
import { isoWeek } from '../../src/digest/weeks.ts';
import { openJsonStore } from '../../src/status/json-store.ts';
import { hki } from '../status/directory.ts';
import { type Child, startChild, temporaryFolder } from '../status/support.ts';
import { appToken, botToken } from '../support/faulty-slack.ts';

const weeks = 200;
const channels = ['C1', 'C2', 'C3'];
const owners = [
  { id: 'UHEL', name: 'Aino', locale: 'fi-FI', admin: false, bot: false, tz: 'Europe/Helsinki' },
  { id: 'USTO', name: 'Sven', locale: 'sv-SE', admin: false, bot: false, tz: 'Europe/Stockholm' },
];
const day = 24 * 60 * 60_000;
/** A Monday. */
const begin = Date.UTC(2026, 0, 12);

const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let slack: LoopbackSlack;
let faults = 0;
beforeEach(async () => {
  folder = await temporaryFolder();
  slack = await LoopbackSlack.start({
    users: owners,
    channels: channels.map((id) => ({ id, name: id.toLowerCase() })),
    botToken,
    appToken,
    fault: randomFault,
  });
});
afterEach(async () => {
  await slack.close();
  await folder.remove();
});

/** Answers that are lost after the post was made, outages, and histories that cannot be read. */
function randomFault({ method }: WebCall): Fault | undefined {
  const dice = Math.random();
  const post = method === 'chat.postMessage';
  if (!(post ? dice < 0.09 : method === 'conversations.history' && dice < 0.1)) return undefined;
  faults += 1;
  if (post && dice < 0.04) return { kind: 'loseResponse' };
  if (post && dice < 0.06) {
    return { kind: 'reply', status: 429, headers: { 'retry-after': '3' }, body: { ok: false, error: 'ratelimited' } };
  }
  return { kind: 'reply', status: 503, body: 'unavailable' };
}

/** Around 9:00 in Helsinki and Stockholm in winter and in summer, UTC, and later. */
const closeLooks = ['05:59', '06:00', '06:01', '06:02', '07:00', '07:01', '07:02', '07:04', '08:00', '08:01', '08:02'];
/** From then on nothing is killed, as every fault ends some day. */
const peacefulLooks = ['08:12', '08:30', '09:30', '10:30'];
const fewLooks = ['06:00', '07:00', '08:00', ...peacefulLooks];
/** By weekday: Monday for digests; Friday, and where that is a holiday the days before, for reminders. */
const looks = [[...closeLooks, ...peacefulLooks], [], fewLooks, fewLooks, [...closeLooks, ...peacefulLooks]];

/** How likely the process is killed at a look: more so where something is due. */
function killShare(weekday: number, at: string): number {
  if (peacefulLooks.includes(at) || weekday === 2 || weekday === 3) return 0;
  return at.endsWith(':00') ? 0.06 : 0.006;
}

const keySchema = z.object({ event_payload: z.object({ key: z.string() }) });
const keyOf = ({ metadata }: LoopbackMessage) => keySchema.parse(metadata).event_payload.key;

function start(): Child {
  // Hundreds of starts compile the same sources.
  process.env['NODE_COMPILE_CACHE'] = join(folder.path, 'compiled');
  const script = fileURLToPath(new URL('children/deliver-until-killed.ts', import.meta.url));
  return startChild(process.execPath, [script, folder.path, slack.apiUrl, botToken]);
}

/** Sets up three channels and two owners of goals without a light. */
async function setUp(): Promise<void> {
  const store = await openJsonStore(folder.path, { warn: () => undefined });
  const when = { weekday: 'mon', time: '09:00' } as const;
  const filter = { lights: [], programme: null, goals: [], mine: false };
  const at = new Date(begin - day).toISOString();
  const events = [
    ...channels.map((channel) => ({
      type: 'digestOn' as const,
      channel,
      language: null,
      when,
      filter,
      skipHolidays: false,
    })),
    ...owners.map(({ id }, place) => ({ type: 'ownerAdded' as const, target: hki(String(place + 1)), user: id })),
  ];
  for (const [place, event] of events.entries())
    await store.append({ event, key: `set-up-${place}`, actor: 'UADMIN', at });
  await store.close();
}

type Arrival = { key: string; channel: string; at: number };

/** Lives through the weeks, killing the process at random instants; what arrived, and how often it was killed. */
async function live(): Promise<{ arrivals: Arrival[]; kills: number }> {
  const arrivals: Arrival[] = [];
  let now = 0;
  slack.workspace.listen({
    message: (message) => arrivals.push({ key: keyOf(message), channel: message.channel, at: now }),
  });
  let child = start();
  let kills = 0;
  await child.nextLine();
  for (let week = 0; week < weeks; week += 1) {
    for (const [weekday, at] of looks.flatMap((of, weekday) => of.map((look) => [weekday, look] as const))) {
      const today = dayOf(begin + (week * 7 + weekday) * day);
      now = Date.parse(`${today}T${at}:00Z`);
      child.process.stdin?.write(`${new Date(now).toISOString()}\n`);
      if (Math.random() >= killShare(weekday, at)) {
        await child.nextLine();
        continue;
      }
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 40));
      child.process.kill('SIGKILL');
      await child.ended;
      kills += 1;
      child = start();
      await child.nextLine();
    }
  }
  child.process.stdin?.end();
  await child.ended;
  return { arrivals, kills };
}

it(`delivers everything once in ${weeks} weeks of kills at random instants, lost answers and outages`, {
  timeout: 600_000,
}, async () => {
  await setUp();
  const { arrivals, kills } = await live();
  const digests = arrivals.filter(({ key }) => key.startsWith('digest:'));
  const nudges = arrivals.filter(({ key }) => key.startsWith('nudge:'));
  const expected = Array.from({ length: weeks }, (_, week) => isoWeek(dayOf(begin + week * 7 * day))).flatMap(
    (week) => [
      ...channels.map((channel) => `digest:${week}:${channel} ${channel}`),
      ...owners.map(({ id }) => `nudge:${week} D${id.slice(1)}`),
    ],
  );
  const arrived = arrivals.map(({ key, channel }) => `${key} ${channel}`);
  const missed = expected.filter((key) => !arrived.includes(key));
  const doubled = arrived.filter((key, at) => arrived.indexOf(key) < at);
  process.stdout.write(
    `${weeks} weeks, ${kills} kills, ${faults} faults: ${arrived.length} of ${expected.length} delivered, ${doubled.length} doubled, ${missed.length} missed\n`,
  );
  expect({ doubled, missed }).toEqual({ doubled: [], missed: [] });
  expect([digests.length, nudges.length]).toEqual([weeks * channels.length, weeks * owners.length]);
  expect(kills).toBeGreaterThan(weeks / 4);
  // Never before 9:00 where the reader is, in summer and in winter.
  const hourIn = (zone: string, at: number) =>
    Number(
      new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' }).format(new Date(at)),
    );
  expect(digests.filter(({ at }) => hourIn('Europe/Helsinki', at) < 9)).toEqual([]);
  expect(
    nudges.filter(({ channel, at }) => hourIn(channel === 'DHEL' ? 'Europe/Helsinki' : 'Europe/Stockholm', at) < 9),
  ).toEqual([]);
});
