/**
 * Sends `/lv set` commands to Valo over the loopback Slack at a steady rate, and measures how soon each is acknowledged and
 * whether the journal on disk holds each of them once. Every tenth command is sent twice. Prints a table, or one JSON object
 * with `--json`; ends with code 1 when a command is lost or doubled, or acknowledged after more than 500 ms.
 *
 *   npm run bench:slack -- [--rate 50] [--seconds 60] [--json]
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig, SettingProblem } from '../src/config.ts';
import { LoopbackSlack } from '../src/playground/loopback-slack.ts';
import { sampleChannel, samplePeople } from '../src/playground/sample-people.ts';
import { createServices } from '../src/services.ts';
import { createSlackApp } from '../src/slack/app.ts';
import { readOptions } from './script-options.ts';

const botToken = 'xoxb-bench';
const appToken = 'xapp-bench';
const goals = 9;
const colours = ['green', 'yellow', 'grey'];
/** Slack's own limit is 3 s; Valo's is this. */
const acknowledgeWithinMs = 500;

type Result = {
  sent: number;
  unacknowledged: number;
  journalled: number;
  lost: number;
  doubled: number;
  answered: number;
  p50Ms: number;
  p99Ms: number;
  maxMs: number;
};

async function main(): Promise<void> {
  const values = readOptions(import.meta.filename, {
    rate: { type: 'string', default: '50' },
    seconds: { type: 'string', default: '60' },
    json: { type: 'boolean', default: false },
  });
  const folder = await mkdtemp(join(tmpdir(), 'valo-bench-'));
  try {
    const result = await run(folder, Number(values.rate), Number(values.seconds));
    process.stdout.write(values.json ? `${JSON.stringify(result)}\n` : table(result, values.rate));
    const fine = result.lost + result.doubled + result.unacknowledged === 0 && result.maxMs <= acknowledgeWithinMs;
    if (!fine) process.exitCode = 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function run(folder: string, rate: number, seconds: number): Promise<Result> {
  const loaded = loadConfig({ LV_DATA_DIR: folder });
  if (!loaded.ok) throw new SettingProblem(loaded.problem);
  const slack = await LoopbackSlack.start({
    users: Object.values(samplePeople),
    channels: [sampleChannel],
    botToken,
    appToken,
  });
  const { close, ...ports } = await createServices(loaded.config);
  const app = createSlackApp({
    botToken,
    connection: { kind: 'socket', appToken },
    apiUrl: slack.apiUrl,
    ports,
    logLevel: 'warn',
    onStopped: close,
  });
  await app.start();
  const { durations, unacknowledged } = await send(slack, rate * seconds, 1000 / rate);
  await app.idle();
  const answered = slack.workspace.messages.filter(({ text }) => /bench \d+/.test(text)).length;
  await app.stop();
  await slack.close();
  return { ...(await compare(folder, rate * seconds)), ...spread(durations), unacknowledged, answered };
}

/** Each command at its own time, whether or not those before it have been acknowledged. */
async function send(slack: LoopbackSlack, count: number, everyMs: number) {
  const durations: number[] = [];
  let unacknowledged = 0;
  const began = performance.now();
  const commands = Array.from({ length: count }, async (_, at) => {
    const dueIn = began + at * everyMs - performance.now();
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, dueIn)));
    const payload = slack.commandPayload({
      user: samplePeople.admin.id,
      channel: sampleChannel.id,
      text: `set hki ${(at % goals) + 1} ${colours[at % colours.length]} bench ${at}`,
    });
    const start = performance.now();
    try {
      if (at % 10 === 0) await slack.sockets.deliverTwice('slash_commands', payload);
      else await slack.sockets.deliver('slash_commands', payload);
      durations.push(performance.now() - start);
    } catch {
      unacknowledged += 1;
    }
  });
  await Promise.all(commands);
  return { durations, unacknowledged };
}

/** What the journal holds beside what was sent. */
async function compare(folder: string, sent: number) {
  const text = await readFile(join(folder, 'journal.jsonl'), 'utf8');
  const kept = Array.from(text.matchAll(/"comment":"bench (\d+)"/g), ([, at]) => Number(at));
  const different = new Set(kept);
  return { sent, journalled: kept.length, lost: sent - different.size, doubled: kept.length - different.size };
}

function spread(durations: readonly number[]) {
  const sorted = durations.toSorted((a, b) => a - b);
  const quantile = (q: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? 0;
  return { p50Ms: quantile(0.5), p99Ms: quantile(0.99), maxMs: sorted.at(-1) ?? 0 };
}

function table(result: Result, rate: string): string {
  const rows: [string, string][] = [
    ['commands sent', `${result.sent} at ${rate} a second, every tenth twice`],
    ['acknowledged', `p50 ${ms(result.p50Ms)}, p99 ${ms(result.p99Ms)}, slowest ${ms(result.maxMs)}`],
    ['not acknowledged', String(result.unacknowledged)],
    ['in the journal', `${result.journalled}; lost ${result.lost}, doubled ${result.doubled}`],
    ['answered', String(result.answered)],
  ];
  return `${rows.map(([name, value]) => `${name.padEnd(18)}${value}`).join('\n')}\n`;
}

function ms(value: number): string {
  return `${value.toFixed(1)} ms`;
}

await main();
