import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openJsonStore } from '../../src/status/json-store.ts';
import { childScript, startChild, temporaryFolder } from './support.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => folder.remove());

const kills = 25;

it(`loses nothing acknowledged and doubles nothing over ${kills} kills at random instants`, {
  timeout: 120_000,
}, async () => {
  const acknowledged = new Set<string>();
  let unsure: string[] = [];
  for (let run = 1; run <= kills; run += 1) {
    const child = startChild(process.execPath, [
      childScript('append-until-killed'),
      folder.path,
      String(run),
      unsure.join(','),
    ]);
    await child.nextLine();
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 60));
    child.process.kill('SIGKILL');
    await child.ended;
    for (const key of child.lines) acknowledged.add(key);
    // Up to eight were under way when the process died.
    const last = Math.max(...child.lines.map((key) => Number(key.split('-')[1])));
    unsure = Array.from({ length: 10 }, (_, at) => `${run}-${last - 2 + at}`).filter((key) => !key.includes('--'));
  }

  const store = await openJsonStore(folder.path, { warn: () => undefined });
  const { entries } = await store.history({ target: null });
  await store.close();
  const kept = entries.map(({ key }) => key);
  const keptOnce = new Set(kept);
  expect(acknowledged.size).toBeGreaterThan(kills);
  expect([...acknowledged].filter((key) => !keptOnce.has(key))).toEqual([]);
  expect(kept.length).toBe(keptOnce.size);
  expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, at) => entries.length - at));
  const journal = await readFile(join(folder.path, 'journal.jsonl'), 'utf8');
  expect(journal.split('\n').length - 1).toBe(entries.length);
});
