import { createInterface } from 'node:readline';
import { createScheduler } from '../../../src/digest/scheduler.ts';
import { createDeliveryClient, createDeliveryPlaces } from '../../../src/slack/deliveries.ts';
import { createLogger } from '../../../src/slack/logger.ts';
import { SeenEvents } from '../../../src/slack/seen-events.ts';
import { ThreadMemory } from '../../../src/slack/thread-memory.ts';
import { UserDirectory } from '../../../src/slack/user-directory.ts';
import { createDeliveryRecords } from '../../../src/status/delivery-records.ts';
import { openJsonStore } from '../../../src/status/json-store.ts';
import { directory } from '../../status/directory.ts';
import { FakePorts } from '../../support/fake-ports.ts';

/**
 * Valo's deliveries on the store in argv[2] and the Slack at argv[3] with the token argv[4], in simulated time: each line of
 * standard input is an instant, at which it looks for what is due, and "done" is printed when all of it is dealt with.
 */
const [, , folder = '', apiUrl = '', token = ''] = process.argv;
const log = (line: string) => process.stderr.write(`${line}\n`);
let now = new Date(0);
let waited = 0;
/** Time passes with the instants that are read, and at once where a delivery waits. */
const clock = {
  ms: () => now.getTime() + waited,
  after: (ms: number, run: () => void) => {
    if (ms >= 60_000) return () => undefined;
    const timer = setTimeout(() => {
      waited += ms;
      run();
    }, 1);
    return () => clearTimeout(timer);
  },
};

const store = await openJsonStore(folder, { warn: log, snapshotEvery: 100 });
const ports = new FakePorts();
const context = {
  ports: Object.assign(ports, { drawDigest: async () => null, now: () => now }),
  directory: new UserDirectory(() => now),
  threads: new ThreadMemory(ports.conversation),
  seen: new SeenEvents(() => now),
  logger: createLogger(() => undefined),
  defaultLanguage: 'fi' as const,
  timing: { searchingAfterMs: 1_500, answerWithinMs: 18_000 },
};
const client = createDeliveryClient(token, apiUrl, context.logger);
const scheduler = createScheduler({
  records: createDeliveryRecords({ store, now: () => now, warn: log }),
  facts: () => ({ directory, timetables: new Map() }),
  now: () => now,
  log,
  clock,
});
let started = false;
process.stdout.write('open\n');
for await (const line of createInterface({ input: process.stdin })) {
  now = new Date(line);
  if (!started) scheduler.start(createDeliveryPlaces(context, client, client));
  started = true;
  await scheduler.runDue();
  process.stdout.write('done\n');
}
await scheduler.stop();
await store.close();
