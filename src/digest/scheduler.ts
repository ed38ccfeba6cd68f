import type { DeliveryRecords } from '../status/delivery-records.ts';
import { type DeliveryClock, processClock } from './clock.ts';
import { createDeliverOnce } from './deliver-once.ts';
import { createDigestDelivery, type DigestPlace } from './digest-delivery.ts';
import type { NudgeFacts, NudgeItem } from './nudge.ts';
import { createNudgeDelivery, type NudgePlace } from './nudge-delivery.ts';
import type { DigestDelivery } from './post.ts';

/** Where digests and reminders go while Valo is connected. */
export type DeliveryPlaces = { digests: DigestPlace; nudges: NudgePlace };

type SchedulerDeps = {
  records: DeliveryRecords;
  /** What reminders rest on besides the state. */
  facts: () => Pick<NudgeFacts, 'directory' | 'timetables'>;
  now: () => Date;
  /** Gets lines for whoever runs Valo. */
  log: (line: string) => void;
  /** Default the process's own. */
  clock?: DeliveryClock;
  /** Milliseconds before an attempt whose end is not known is looked into. */
  settleMs?: number;
};

/** Digests and reminders by themselves, and digests that are asked for. Nothing goes out before `start` and after `stop`. */
export type Scheduler = DigestDelivery & {
  /** Looks at once for what is due, and then every minute. */
  start: (places: DeliveryPlaces) => void;
  /** Resolves when the delivery that is under way has ended; what is due after it follows after the next start. */
  stop: () => Promise<void>;
  /** Looks now for what is due; resolves when all of it is dealt with. */
  runDue: () => Promise<void>;
  /** What waits for a person's update at this moment. */
  nudgeItemsOf: (user: string) => Promise<readonly NudgeItem[]>;
};

const everyMs = 60_000;

/** Looks every minute for what is due. No time of any delivery is held here: each look compares the clock with what is recorded. */
export function createScheduler(deps: SchedulerDeps): Scheduler {
  const { log, clock = processClock } = deps;
  let running: ReturnType<typeof open> | null = null;
  let looking: Promise<void> | null = null;
  let cancelTimer: () => void = () => undefined;

  function open(places: DeliveryPlaces) {
    const stop = new AbortController();
    const { records, now, settleMs } = deps;
    const pace = { clock, now, stop: stop.signal };
    const deliverOnce = createDeliverOnce({ ...pace, ...(settleMs === undefined ? {} : { settleMs }) });
    const shared = { records, deliverOnce, log, ...pace };
    return {
      stop,
      digests: createDigestDelivery({ ...shared, place: places.digests }),
      nudges: createNudgeDelivery({ ...shared, place: places.nudges, facts: deps.facts }),
    };
  }

  async function look(): Promise<void> {
    for (const part of [running?.digests, running?.nudges]) {
      await part?.run().catch((error: unknown) => log(`digests and nudges: a run failed: ${detail(error)}`));
    }
  }

  function runDue(): Promise<void> {
    looking ??= look().finally(() => {
      looking = null;
    });
    return looking;
  }

  function arm(): void {
    if (running === null || running.stop.signal.aborted) return;
    cancelTimer = clock.after(everyMs, () => void runDue().then(arm));
  }

  return {
    start: (places) => {
      running = open(places);
      void runDue().then(arm);
    },
    stop: async () => {
      running?.stop.abort();
      cancelTimer();
      await looking;
      running = null;
    },
    runDue,
    postNow: async (request) => (running === null ? 'failed' : running.digests.postNow(request)),
    nudgeItemsOf: async (user) => (running === null ? [] : running.nudges.itemsOf(user)),
  };
}

function detail(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
