import { randomUUID } from 'node:crypto';
import type { Entry, StatusEvent } from './events.ts';
import { systemActor } from './events.ts';
import type { StatusState } from './state.ts';
import type { StatusStore } from './store.ts';

/** The events by which Valo keeps what it delivers. */
export type DeliveryEvent = Extract<
  StatusEvent,
  {
    type:
      | 'digestClaimed'
      | 'digestPosted'
      | 'digestSkipped'
      | 'digestPaused'
      | 'digestPauseTold'
      | 'nudgeClaimed'
      | 'nudgeSent'
      | 'nudgeSkipped';
  }
>;

/** What is kept of deliveries. */
export type DeliveryRecords = {
  state: () => Promise<StatusState>;
  /** The entry that the event became; null, with a warning, where the store did not take it. */
  keep: (event: DeliveryEvent) => Promise<Entry | null>;
};

/** Records of deliveries in the store of lights, by Valo itself. What holds of two claims is decided by their order there. */
export function createDeliveryRecords(deps: {
  store: Pick<StatusStore, 'append' | 'state'>;
  now: () => Date;
  warn: (line: string) => void;
}): DeliveryRecords {
  const { store, now, warn } = deps;
  return {
    state: () => store.state(),
    keep: async (event) => {
      const key = `${event.type}:${randomUUID()}`;
      const result = await store.append({ event, key, actor: systemActor, at: now().toISOString() });
      if ('entry' in result) return result.entry;
      warn(`${event.type} could not be kept: ${'message' in result ? result.message : result.kind}`);
      return null;
    },
  };
}
