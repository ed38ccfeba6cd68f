import type { PauseReason, DigestRunKind } from '../status/events.ts';
import type { DeliveryRecords } from '../status/delivery-records.ts';
import { createAttempts } from './attempts.ts';
import type { DeliveryClock } from './clock.ts';
import { type Claim, decideRuns, type RunDecision } from './decide-runs.ts';
import type { DeliverOnce, DeliveryOutcome, FindResult, PostResult } from './deliver-once.ts';
import type { DigestDelivery, DigestRun } from './post.ts';
import { isoWeek } from './weeks.ts';
import { helsinki, wallClock } from './schedule.ts';

/** Where digests go. Nothing rejects: what went wrong is in the result. */
export type DigestPlace = {
  /** Composes and draws the digest, and gives what posts it with a key. */
  prepare: (run: DigestRun, key: string) => Promise<() => Promise<PostResult>>;
  find: (channel: string, key: string, since: Date) => Promise<FindResult>;
};

export type DigestDeliveryDeps = {
  records: DeliveryRecords;
  place: DigestPlace;
  deliverOnce: DeliverOnce;
  clock: DeliveryClock;
  now: () => Date;
  log: (line: string) => void;
  stop: AbortSignal;
};

/** So many failures on end tell that Slack is not there: the rest waits for the next run. */
const outage = 3;
/** A line of progress for so many channels. */
const progressEvery = 25;

/** Posts the digests that are due, and those that are asked for, each once. */
export function createDigestDelivery(deps: DigestDeliveryDeps): DigestDelivery & { run: () => Promise<void> } {
  const { records, log, stop } = deps;
  const attempts = createAttempts(deps.clock);
  let last: Promise<unknown> = Promise.resolve();

  /** One digest after another: two attempts at the same one at once would look like two processes. */
  function queue<T>(work: () => Promise<T>): Promise<T> {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  }

  async function run(): Promise<void> {
    const decided = decideRuns(await records.state(), deps.now()).filter(({ key }) => attempts.isTime(key));
    const counts = new Map<string, number>();
    const due = decided.filter(({ kind }) => kind !== 'skip').length;
    if (due > 1) log(`digests: ${due} channels are due`);
    let [handled, failures] = [0, 0];
    for (const decision of decided) {
      if (stop.aborted || failures >= outage) break;
      const outcome = await queue(() => (decision.kind === 'skip' ? skip(decision) : carryOut(decision)));
      counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
      failures = outcome === 'waiting' ? failures + 1 : 0;
      handled += 1;
      if (handled % progressEvery === 0 && handled < decided.length) log(`digests: ${handled} of ${due} are dealt with`);
    }
    if (failures >= outage && handled < decided.length) {
      log(`digests: Slack fails again and again; the other ${decided.length - handled} are tried in a minute`);
    }
    if (due > 1) log(`digests: ${[...counts].map(([what, count]) => `${count} ${what}`).join(', ')}`);
  }

  async function skip({ channel, key, week, dueAt }: RunDecision): Promise<'skipped'> {
    await records.keep({ type: 'digestSkipped', channel, key, week });
    log(`${key}: skipped, as it was due ${dueAt.toISOString()}, more than three days ago`);
    return 'skipped';
  }

  async function carryOut(decision: RunDecision): Promise<'posted' | 'waiting' | 'paused' | 'skipped'> {
    const { channel, key, week, claim } = decision;
    const outcome = await deliver('weekly', { channel, key, week, claim, mayPost: decision.kind === 'post' });
    switch (outcome.kind) {
      case 'posted':
      case 'settled':
        attempts.clear(key);
        log(outcome.kind === 'posted' ? `${key}: posted` : `${key}: had been posted before a restart or a lost answer`);
        return 'posted';
      case 'absent':
        return skip(decision);
      case 'refused':
        if (outcome.closed === null) break;
        await pause(channel, outcome.closed, outcome.error);
        return 'paused';
      case 'waits':
        if (outcome.why === 'attempt') return 'waiting';
    }
    const minutes = attempts.fail(key);
    log(`${key}: ${waitingLine(outcome)}; tried again in ${minutes} min`);
    return 'waiting';
  }

  async function deliver(
    kind: DigestRunKind,
    of: { channel: string; key: string; week: string; claim: Claim | null; mayPost: boolean },
  ): Promise<DeliveryOutcome> {
    const { channel, key, week, claim, mayPost } = of;
    const composedAt = deps.now();
    const since = (await records.state()).digestRuns[channel]?.postedAt ?? null;
    return deps.deliverOnce({
      key,
      claim,
      mayPost,
      prepare: () => deps.place.prepare({ channel, week, at: composedAt, since }, key),
      find: (from) => deps.place.find(channel, key, from),
      take: async (follows) => {
        const at = composedAt.toISOString();
        const entry = await records.keep({ type: 'digestClaimed', channel, run: kind, key, week, composedAt: at, follows });
        const runs = (await records.state()).digestRuns[channel]?.[kind] ?? [];
        return runs.some((known) => known.key === key && known.claim === entry?.seq) ? (entry?.seq ?? null) : null;
      },
      record: async (message) => (await records.keep({ type: 'digestPosted', channel, run: kind, key, message })) !== null,
    });
  }

  async function pause(channel: string, reason: PauseReason, error: string): Promise<void> {
    await records.keep({ type: 'digestPaused', channel, reason });
    log(`${channel}: takes no posts (${error}); its digest is paused until it is turned on again`);
  }

  return {
    run,
    postNow: ({ channel, key: request }) =>
      queue(async () => {
        const key = `digest:now:${request}`.slice(0, 200);
        const state = await records.state();
        const known = state.digestRuns[channel]?.now.find((of) => of.key === key);
        if (known?.state === 'posted') return 'already';
        const week = isoWeek(wallClock(helsinki, deps.now()).day);
        const outcome = await deliver('now', { channel, key, week, claim: known ?? null, mayPost: true });
        if (outcome.kind === 'posted') return 'posted';
        if (outcome.kind === 'settled') return 'already';
        log(`${key}: ${waitingLine(outcome)}`);
        return outcome.kind === 'refused' && outcome.closed !== null ? 'cannotPost' : 'failed';
      }),
  };
}

/** Why something is not delivered yet, for whoever runs Valo. */
export function waitingLine(outcome: DeliveryOutcome): string {
  if (outcome.kind === 'refused') return `Slack refused it (${outcome.error})`;
  if (outcome.kind !== 'waits') return outcome.kind;
  switch (outcome.why) {
    case 'attempt':
      return 'an attempt may still be under way';
    case 'claim':
      return 'what becomes of it could not be recorded';
    case 'lookup':
      return `an earlier attempt may have posted it, and the history could not be read (${outcome.error}); nothing is posted before it can`;
    case 'limited':
      return 'Slack asks to slow down';
    case 'unknown':
      return `no answer from Slack (${outcome.error}); whether it was posted is looked up first`;
  }
}
