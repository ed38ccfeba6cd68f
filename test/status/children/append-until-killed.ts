import { writeSync } from 'node:fs';
import { openJsonStore } from '../../../src/status/json-store.ts';

/** Appends to the store in argv[2] without end, eight at a time, and prints each key once it is acknowledged. */
const [, , folder, run, retried] = process.argv;
if (folder === undefined || run === undefined) throw new Error('folder and run are needed');
const store = await openJsonStore(folder, { warn: () => undefined, snapshotEvery: 40 });

async function append(key: string): Promise<void> {
  const light = key.length % 2 === 0 ? 'green' : 'yellow';
  const empty = { comment: 'x'.repeat(200), next: null, expected: null, confidence: null, blockers: null };
  const target = { programme: 'helsinki', id: String((key.length % 9) + 1) };
  const at = new Date().toISOString();
  const result = await store.append({ event: { type: 'light', target, light, ...empty }, key, actor: `U${run}`, at });
  if (result.kind !== 'acknowledged' && result.kind !== 'duplicate') throw new Error(result.kind);
  writeSync(1, `${key}\n`);
}

// What the last process may have taken without saying so is sent again, as Slack does.
for (const key of (retried ?? '').split(',').filter(Boolean)) await append(key);

let next = 0;
await Promise.all(
  Array.from({ length: 8 }, async () => {
    for (;;) {
      next += 1;
      await append(`${run}-${next}`);
    }
  }),
);
