import { createInterface } from 'node:readline';
import { openJsonStore } from '../../../src/status/json-store.ts';
import { latestUpdate } from '../../../src/status/state.ts';
import { goal5, lightEvent, request } from '../store-events.ts';

/**
 * Opens the store in argv[2], as the user with the id argv[3] if given, and appends one update a line of standard input, with the line
 * as comment. Prints what became of each and which comment stands.
 */
const [, , folder = '', user] = process.argv;
if (user !== undefined) process.setuid?.(Number(user));
try {
  const store = await openJsonStore(folder, { warn: (line) => process.stderr.write(`${line}\n`) });
  process.stdout.write('open\n');
  for await (const comment of createInterface({ input: process.stdin })) {
    const result = await store.append(
      request(lightEvent('green', { comment }), { key: comment.split(' ')[0] ?? comment }),
    );
    const stands = latestUpdate(await store.state(), goal5)?.comment ?? 'none';
    process.stdout.write(`${result.kind} ${stands.slice(0, 8)}\n`);
  }
  await store.close();
} catch (error) {
  process.stdout.write(`refused ${error instanceof Error ? error.message : String(error)}\n`);
}
