/**
 * Measures durable updates of lights with 0, 10,000 and 100,000 entries of history: Valo's journal beside plain lowdb,
 * which rewrites one file and never syncs it. Prints a table, or one JSON object with `--json`.
 *
 *   npm run bench:store -- [--json] [--updates N]
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Low } from 'lowdb';
import { JSONFile } from 'lowdb/node';
import { lights } from '../src/domain/light.ts';
import { openJsonStore } from '../src/status/json-store.ts';
import type { AppendRequest, StatusStore } from '../src/status/store.ts';
import { readOptions } from './script-options.ts';

const sizes = [0, 10_000, 100_000] as const;
const atOnce = 50;

type Timing = { perSecond: number; p50Ms: number; p99Ms: number };
type Row = {
  history: number;
  valo: Timing;
  /** With fifty updates under way at a time. */
  valoAtOncePerSecond: number;
  lowdb: Timing;
  openMs: number;
  openWithoutSnapshotMs: number;
};

function requestOf(at: number): AppendRequest {
  const light = lights[at % lights.length] ?? 'green';
  const empty = { next: null, expected: null, confidence: null, blockers: null };
  const target = { programme: 'helsinki', id: String((at % 9) + 1) };
  return {
    event: { type: 'light', target, light, comment: `Update number ${at}: the work goes on as it should.`, ...empty },
    key: `bench-${at}`,
    actor: `U${at % 20}`,
    at: new Date(1_760_000_000_000 + at * 1000).toISOString(),
  };
}

function timingOf(durations: readonly number[], totalMs: number): Timing {
  const sorted = durations.toSorted((a, b) => a - b);
  const quantile = (q: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? 0;
  return { perSecond: durations.length / (totalMs / 1000), p50Ms: quantile(0.5), p99Ms: quantile(0.99) };
}

/** One after another, each waited for. */
async function timeEach(count: number, work: (at: number) => Promise<unknown>): Promise<Timing> {
  const durations: number[] = [];
  const began = performance.now();
  for (let at = 0; at < count; at += 1) {
    const start = performance.now();
    await work(at);
    durations.push(performance.now() - start);
  }
  return timingOf(durations, performance.now() - began);
}

const open = (folder: string) => openJsonStore(folder, { warn: (line) => process.stderr.write(`${line}\n`) });

async function timeOpen(folder: string): Promise<{ store: StatusStore; ms: number }> {
  const start = performance.now();
  const store = await open(folder);
  return { store, ms: performance.now() - start };
}

async function benchValo(folder: string, history: number, updates: number): Promise<Omit<Row, 'lowdb' | 'history'>> {
  const filling = await open(folder);
  for (let at = 0; at < history; at += 500) {
    await Promise.all(Array.from({ length: Math.min(500, history - at) }, (_, i) => filling.append(requestOf(at + i))));
  }
  await filling.close();
  const { store, ms: openMs } = await timeOpen(folder);
  const valo = await timeEach(updates, (at) => store.append(requestOf(history + at)));
  const start = performance.now();
  for (let at = 0; at < updates * 4; at += atOnce) {
    await Promise.all(Array.from({ length: atOnce }, (_, i) => store.append(requestOf(history + updates + at + i))));
  }
  const valoAtOncePerSecond = (updates * 4) / ((performance.now() - start) / 1000);
  await store.close();
  for (const name of ['state.json', 'state.json.bak']) await rm(join(folder, name), { force: true });
  const replayed = await timeOpen(folder);
  await replayed.store.close();
  return { valo, valoAtOncePerSecond, openMs, openWithoutSnapshotMs: replayed.ms };
}

type PlainData = { lights: Record<string, string>; history: AppendRequest[] };

async function benchLowdb(folder: string, history: number, updates: number): Promise<Timing> {
  const data: PlainData = { lights: {}, history: Array.from({ length: history }, (_, at) => requestOf(at)) };
  const db = new Low<PlainData>(new JSONFile(join(folder, 'plain.json')), data);
  await db.write();
  return timeEach(updates, (at) => {
    const request = requestOf(history + at);
    return db.update((plain) => {
      if (request.event.type === 'light') plain.lights[request.event.target.id] = request.event.light;
      plain.history.push(request);
    });
  });
}

/** Measures both on the same disk, one after the other. `updates` a size for Valo; plain lowdb does a tenth with long history. */
export async function benchStore(updates: number): Promise<Row[]> {
  const rows: Row[] = [];
  for (const history of sizes) {
    const folder = await mkdtemp(join(tmpdir(), 'valo-bench-'));
    try {
      const valo = await benchValo(folder, history, updates);
      const lowdb = await benchLowdb(folder, history, history === 0 ? updates : Math.ceil(updates / 10));
      rows.push({ history, ...valo, lowdb });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  return rows;
}

function printTable(rows: readonly Row[]): void {
  const cell = (text: string) => text.padStart(13);
  const line = (cells: readonly string[]) => process.stdout.write(`${cells.map(cell).join('')}\n`);
  process.stdout.write('Durable updates of lights: Valo (synced) beside plain lowdb (never synced)\n');
  line([
    'history',
    'updates/s',
    'p50 ms',
    'p99 ms',
    '50 at once/s',
    'lowdb/s',
    'p50 ms',
    'p99 ms',
    'ratio p50',
    'open ms',
    'no snapshot',
  ]);
  for (const { history, valo, valoAtOncePerSecond, lowdb, openMs, openWithoutSnapshotMs } of rows) {
    const whole = (value: number) => value.toFixed(0);
    const exact = (value: number) => value.toFixed(2);
    line([
      whole(history),
      whole(valo.perSecond),
      exact(valo.p50Ms),
      exact(valo.p99Ms),
      whole(valoAtOncePerSecond),
      whole(lowdb.perSecond),
      exact(lowdb.p50Ms),
      exact(lowdb.p99Ms),
      `${exact(lowdb.p50Ms / valo.p50Ms)}×`,
      whole(openMs),
      whole(openWithoutSnapshotMs),
    ]);
  }
}

if (import.meta.main) {
  const values = readOptions(import.meta.filename, {
    json: { type: 'boolean' },
    updates: { type: 'string', default: '500' },
  });
  const rows = await benchStore(Number(values.updates));
  if (values.json === true) process.stdout.write(`${JSON.stringify(rows)}\n`);
  else printTable(rows);
}
