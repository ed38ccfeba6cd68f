import type { DeliveryClock } from '../../src/digest/clock.ts';
import type { DeliveryPlaces } from '../../src/digest/scheduler.ts';
import { createDeliveryClients, createDeliveryPlaces } from '../../src/slack/deliveries.ts';
import { createLogger } from '../../src/slack/logger.ts';
import { SeenEvents } from '../../src/slack/seen-events.ts';
import { ThreadMemory } from '../../src/slack/thread-memory.ts';
import { UserDirectory } from '../../src/slack/user-directory.ts';
import { FakePorts } from './fake-ports.ts';

/** Slack's side of deliveries over real HTTP, with sample digests and without pictures. */
export function httpPlaces(apiUrl: string, token: string, now: () => Date): DeliveryPlaces {
  const ports = new FakePorts();
  const context = {
    ports: Object.assign(ports, { drawDigest: async () => null, now }),
    directory: new UserDirectory(now),
    threads: new ThreadMemory(ports.conversation),
    seen: new SeenEvents(now),
    logger: createLogger(() => undefined),
    defaultLanguage: 'fi' as const,
    timing: { searchingAfterMs: 1_500, answerWithinMs: 18_000 },
  };
  return createDeliveryPlaces(context, createDeliveryClients(token, apiUrl, context.logger));
}

/** A clock that is moved by a test, and on which a delivery that waits does not. The scheduler's own minutes never come. */
export function hurriedClock(ms: () => number): DeliveryClock {
  let waited = 0;
  return {
    ms: () => ms() + waited,
    after: (delay, run) => {
      if (delay >= 60_000) return () => undefined;
      const timer = setTimeout(() => {
        waited += delay;
        run();
      }, 1);
      return () => clearTimeout(timer);
    },
  };
}
