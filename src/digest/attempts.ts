import type { DeliveryClock } from './clock.ts';

/** Minutes before what could not be delivered is tried again; the last one holds from then on. */
const retryMinutes = [1, 2, 5, 15, 30] as const;

/** When what failed is tried again. Held in memory alone: after a restart everything may be tried at once. */
export function createAttempts(clock: DeliveryClock) {
  const failed = new Map<string, { times: number; nextAt: number }>();
  return {
    isTime: (key: string) => clock.ms() >= (failed.get(key)?.nextAt ?? Number.NEGATIVE_INFINITY),
    /** Takes note of a failure; the minutes until the next attempt. */
    fail: (key: string): number => {
      const times = failed.get(key)?.times ?? 0;
      const minutes = retryMinutes[Math.min(times, retryMinutes.length - 1)] ?? 30;
      failed.set(key, { times: times + 1, nextAt: clock.ms() + minutes * 60_000 });
      return minutes;
    },
    clear: (key: string) => void failed.delete(key),
  };
}
