/** The running time in milliseconds, from any beginning, and a timer; its result cancels it. It runs also where the wall clock is fixed. */
export type DeliveryClock = { ms: () => number; after: (ms: number, run: () => void) => () => void };

/** The process's own. */
export const processClock: DeliveryClock = {
  ms: () => performance.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

/** Waits so long, or until `stop` is aborted; false when it was. */
export function waitOn(clock: DeliveryClock, ms: number, stop: AbortSignal): Promise<boolean> {
  if (stop.aborted) return Promise.resolve(false);
  return new Promise((resolve) => {
    const end = (waited: boolean) => {
      cancel();
      stop.removeEventListener('abort', aborted);
      resolve(waited);
    };
    const aborted = () => end(false);
    const cancel = clock.after(ms, () => end(true));
    stop.addEventListener('abort', aborted, { once: true });
  });
}
