import { createInterface } from 'node:readline';
import { createScheduler } from '../../../src/digest/scheduler.ts';
import { createDeliveryRecords } from '../../../src/status/delivery-records.ts';
import { openJsonStore } from '../../../src/status/json-store.ts';
import { directory } from '../../status/directory.ts';
import { httpPlaces, hurriedClock } from '../../support/delivery-places.ts';

/**
 * Valo's deliveries on the store in argv[2] and the Slack at argv[3] with the token argv[4], in simulated time: each line of
 * standard input is an instant, at which it looks for what is due, and "done" is printed when all of it is dealt with.
 */
const [, , folder = '', apiUrl = '', token = ''] = process.argv;
const log = (line: string) => process.stderr.write(`${line}\n`);
let now = new Date(0);

const store = await openJsonStore(folder, { warn: log, snapshotEvery: 100 });
const scheduler = createScheduler({
  records: createDeliveryRecords({ store, now: () => now, warn: log }),
  facts: () => ({ directory, timetables: new Map() }),
  now: () => now,
  log,
  clock: hurriedClock(() => now.getTime()),
});
let started = false;
process.stdout.write('open\n');
for await (const line of createInterface({ input: process.stdin })) {
  now = new Date(line);
  if (!started) scheduler.start(httpPlaces(apiUrl, token, () => now));
  started = true;
  await scheduler.runDue();
  process.stdout.write('done\n');
}
await scheduler.stop();
await store.close();
