import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import type { WebCall, Fault } from '../../src/playground/loopback-server.ts';
import { LoopbackSlack } from '../../src/playground/loopback-slack.ts';
import type { LoopbackMessage } from '../../src/playground/workspace.ts';
import { isWorkingDay } from '../../src/digest/holidays.ts';
import { isoWeek } from '../../src/digest/weeks.ts';
import { openJsonStore } from '../../src/status/json-store.ts';
import { hki } from '../status/directory.ts';
import { type Child, startChild, temporaryFolder } from '../status/support.ts';
import { appToken, botToken } from '../support/faulty-slack.ts';

const weeks = 200;
/** Lives that the weeks are shared between, at the same time: a core each. */
const lives = 2;
const weeksOfLife = weeks / lives;
const channels = ['C1', 'C2', 'C3'];
const owners = [
  { id: 'UHEL', name: 'Aino', locale: 'fi-FI', admin: false, bot: false, tz: 'Europe/Helsinki' },
  { id: 'USTO', name: 'Sven', locale: 'sv-SE', admin: false, bot: false, tz: 'Europe/Stockholm' },
];
const day = 24 * 60 * 60_000;
/** A Monday. */
const begin = Date.UTC(2026, 0, 12);

const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);

/** Answers that are lost after the post was made, outages, and histories that cannot be read. */
function randomFault({ method }: WebCall): Fault | undefined {
  const dice = Math.random();
  const post = method === 'chat.postMessage';
  if (!(post ? dice < 0.09 : method === 'conversations.history' && dice < 0.1)) return undefined;
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
const allLooks = [...closeLooks, ...peacefulLooks];

/** The looks of a week, by weekday: Monday for digests; Friday, and where that is a holiday the days before, for reminders. */
function looksOf(monday: number): readonly (readonly string[])[] {
  const before = isWorkingDay(dayOf(monday + 4 * day)) ? [] : fewLooks;
  return [allLooks, [], before, before, allLooks];
}

/** How likely the process is killed at a look: more so where something is due. */
function killShare(weekday: number, at: string): number {
  if (peacefulLooks.includes(at) || weekday === 2 || weekday === 3) return 0;
  return at.endsWith(':00') ? 0.06 : 0.006;
}

const keySchema = z.object({ event_payload: z.object({ key: z.string() }) });
const keyOf = ({ metadata }: LoopbackMessage) => keySchema.parse(metadata).event_payload.key;

let compiled: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  compiled = await temporaryFolder();
  // Hundreds of starts compile the same sources.
  process.env['NODE_COMPILE_CACHE'] = compiled.path;
});
afterEach(() => compiled.remove());

type World = { folder: string; slack: LoopbackSlack; faults: () => number };

async function inWorld<T>(live: (world: World) => Promise<T>): Promise<T> {
  const folder = await temporaryFolder();
  let faults = 0;
  const slack = await LoopbackSlack.start({
    users: owners,
    channels: channels.map((id) => ({ id, name: id.toLowerCase() })),
    botToken,
    appToken,
    fault: (call) => {
      const fault = randomFault(call);
      if (fault !== undefined) faults += 1;
      return fault;
    },
  });
  try {
    return await live({ folder: folder.path, slack, faults: () => faults });
  } finally {
    await slack.close();
    await folder.remove();
  }
}

function start({ folder, slack }: World): Child {
  const script = fileURLToPath(new URL('children/deliver-until-killed.ts', import.meta.url));
  return startChild(process.execPath, [script, folder, slack.apiUrl, botToken]);
}

/** Sets up three channels and two owners of goals without a light, on the day before the first Monday. */
async function setUp(folder: string, begin: number): Promise<void> {
  const store = await openJsonStore(folder, { warn: () => undefined });
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
type Life = { arrivals: Arrival[]; kills: number; faults: number };

/** Lives through weeks from a Monday on, killing the process at random instants; what arrived, and how often it was killed. */
async function live(world: World, begin: number): Promise<Life> {
  const arrivals: Arrival[] = [];
  let now = 0;
  await setUp(world.folder, begin);
  world.slack.workspace.listen({
    message: (message) => arrivals.push({ key: keyOf(message), channel: message.channel, at: now }),
  });
  let child = start(world);
  let kills = 0;
  await child.nextLine();
  for (let week = 0; week < weeksOfLife; week += 1) {
    const monday = begin + week * 7 * day;
    for (const [weekday, at] of looksOf(monday).flatMap((of, weekday) => of.map((look) => [weekday, look] as const))) {
      now = Date.parse(`${dayOf(monday + weekday * day)}T${at}:00Z`);
      child.process.stdin?.write(`${new Date(now).toISOString()}\n`);
      if (Math.random() >= killShare(weekday, at)) {
        await child.nextLine();
        continue;
      }
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 40));
      child.process.kill('SIGKILL');
      await child.ended;
      kills += 1;
      child = start(world);
      await child.nextLine();
    }
  }
  child.process.stdin?.end();
  await child.ended;
  return { arrivals, kills, faults: world.faults() };
}

it(`delivers everything once in ${weeks} weeks of kills at random instants, lost answers and outages`, {
  timeout: 600_000,
}, async () => {
  const begins = Array.from({ length: lives }, (_, life) => begin + life * weeksOfLife * 7 * day);
  const lived = await Promise.all(begins.map((from) => inWorld((world) => live(world, from))));
  const arrivals = lived.flatMap((life) => life.arrivals);
  const sum = (of: (life: Life) => number) => lived.reduce((all, life) => all + of(life), 0);
  const [kills, faults] = [sum((life) => life.kills), sum((life) => life.faults)];
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
  const wanted = new Set(expected);
  const unexpected = arrived.filter((key) => !wanted.has(key));
  expect({ doubled, missed, unexpected }).toEqual({ doubled: [], missed: [], unexpected: [] });
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
