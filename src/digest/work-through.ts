import type { DeliveryOutcome } from './deliver-once.ts';

/** What became of one of many deliveries. `failed`: it is tried again later; `open`: an attempt may still be under way. */
export type Handled = 'posted' | 'skipped' | 'paused' | 'dropped' | 'open' | 'failed';

type Run<T> = {
  /** What is delivered, for whoever runs Valo: "digests". */
  name: string;
  jobs: readonly T[];
  work: (job: T) => Promise<Handled>;
  stop: AbortSignal;
  log: (line: string) => void;
};

/** So many failures on end tell that Slack is not there: the rest waits for the next run. */
const outage = 3;
/** A line of progress for so many deliveries. */
const progressEvery = 50;

/** Carries out deliveries one after another, and tells whoever runs Valo how far it is. */
export async function workThrough<T>({ name, jobs, work, stop, log }: Run<T>): Promise<void> {
  const counts = new Map<Handled, number>();
  let [done, failures] = [0, 0];
  if (jobs.length > 1) log(`${name}: ${jobs.length} are due`);
  for (const job of jobs) {
    if (stop.aborted || failures >= outage) break;
    const handled = await work(job);
    counts.set(handled, (counts.get(handled) ?? 0) + 1);
    failures = handled === 'failed' ? failures + 1 : 0;
    done += 1;
    if (done % progressEvery === 0 && done < jobs.length) log(`${name}: ${done} of ${jobs.length} dealt with`);
  }
  const left = jobs.length - done;
  if (left > 0 && stop.aborted) log(`${name}: Valo stops; ${left} follow after the next start`);
  else if (left > 0) log(`${name}: Slack fails again and again; the other ${left} are tried in a minute`);
  if (done > 0) log(`${name}: ${[...counts].map(([what, count]) => `${count} ${what}`).join(', ')}`);
}

/** Why something is not delivered yet, for whoever runs Valo. */
export function waitingLine(outcome: DeliveryOutcome): string {
  if (outcome.kind === 'refused') return `Slack refused it (${outcome.error})`;
  if (outcome.kind !== 'waits') return outcome.kind;
  switch (outcome.why) {
    case 'attempt':
      return 'an attempt may still be under way';
    case 'claim':
      return 'another attempt came first, or this one could not be recorded';
    case 'lookup':
      return `an earlier attempt may have posted it, and the history could not be read (${outcome.error}); nothing is posted before it can`;
    case 'limited':
      return 'Slack asks to slow down';
    case 'unknown':
      return `no answer from Slack (${outcome.error}); whether it was posted is looked up first`;
  }
}
