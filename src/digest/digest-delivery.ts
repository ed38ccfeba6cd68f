import type { DeliveryRecords } from '../status/delivery-records.ts';
import type { DigestRunKind, PauseReason } from '../status/events.ts';
import type { StatusState } from '../status/state.ts';
import { createAttempts } from './attempts.ts';
import type { DeliveryClock } from './clock.ts';
import { type Claim, decideRuns, digestKey, type RunDecision } from './decide-runs.ts';
import type { DeliverOnce, DeliveryOutcome, FindResult, PostResult } from './deliver-once.ts';
import type { DigestDelivery, DigestRun } from './post.ts';
import { helsinki, wallClock } from './schedule.ts';
import { isoWeek } from './weeks.ts';
import { type Handled, waitingLine, workThrough } from './work-through.ts';

/** That a channel takes no digests, for whoever turned them on. */
export type PauseNote = { user: string; channel: string; reason: PauseReason };

/** Where digests go. Nothing rejects: what went wrong is in the result. */
export type DigestPlace = {
  /** Composes, draws and uploads, and gives what posts the digest with a key. */
  prepare: (run: DigestRun, key: string) => Promise<() => Promise<PostResult>>;
  find: (channel: string, key: string, since: Date) => Promise<FindResult>;
  prepareNote: (note: PauseNote, key: string) => Promise<() => Promise<PostResult>>;
  findNote: (user: string, key: string, since: Date) => Promise<FindResult>;
};

type DigestDeliveryDeps = {
  records: DeliveryRecords;
  place: DigestPlace;
  deliverOnce: DeliverOnce;
  clock: DeliveryClock;
  now: () => Date;
  /** Gets lines for whoever runs Valo. */
  log: (line: string) => void;
  stop: AbortSignal;
};

/** `run` posts what is due now. */
export type DigestRunner = DigestDelivery & { run: () => Promise<void> };

type Asked = { channel: string; key: string; week: string; claim: Claim | null; mayPost: boolean };

/** Posts the digests that are due, and those that are asked for, each once. */
export function createDigestDelivery(deps: DigestDeliveryDeps): DigestRunner {
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
    const state = await records.state();
    const jobs = decideRuns(state, deps.now()).filter(({ key }) => attempts.isTime(key));
    await workThrough({ name: 'digests', jobs, stop, log, work: (job) => queue(() => carryOut(job.channel)) });
    const notes = Object.keys(state.digests).filter((channel) => attempts.isTime(`paused:${channel}`));
    for (const channel of notes) if (!stop.aborted) await tellPaused(channel);
  }

  /** Decided anew, as the digest may have been turned off while others were posted. */
  async function carryOut(channel: string): Promise<Handled> {
    const [decision] = decideRuns(onlyOf(await records.state(), channel), deps.now());
    if (decision === undefined) return 'dropped';
    if (decision.kind === 'skip') return skip(decision);
    const { key, week, claim } = decision;
    const outcome = await deliver('weekly', { channel, key, week, claim, mayPost: decision.kind === 'post' });
    switch (outcome.kind) {
      case 'posted':
      case 'settled':
        attempts.clear(key);
        log(`${key}: ${outcome.kind === 'posted' ? 'posted' : 'found posted by an earlier attempt'}`);
        return 'posted';
      case 'absent':
        return skip(decision);
      case 'refused':
        if (outcome.closed === null) break;
        await records.keep({ type: 'digestPaused', channel, reason: outcome.closed });
        log(`${channel}: takes no posts (${outcome.error}); its digest is paused until it is turned on again`);
        return 'paused';
      case 'waits':
        if (outcome.why === 'attempt') return 'open';
    }
    log(`${key}: ${waitingLine(outcome)}; next attempt in ${attempts.fail(key)} min`);
    return 'failed';
  }

  async function skip({ channel, key, week, dueAt }: RunDecision): Promise<Handled> {
    await records.keep({ type: 'digestSkipped', channel, key, week });
    log(`${key}: skipped, as it was due at ${dueAt.toISOString()}, more than three days ago`);
    return 'skipped';
  }

  async function deliver(run: DigestRunKind, { channel, key, week, claim, mayPost }: Asked): Promise<DeliveryOutcome> {
    const at = deps.now();
    const composedAt = at.toISOString();
    const runs = async () => (await records.state()).digestRuns[channel];
    const since = (await runs())?.postedAt ?? null;
    return deps.deliverOnce({
      place: channel,
      key,
      claim,
      mayPost,
      prepare: () => deps.place.prepare({ channel, week, at, since }, key),
      find: (from) => deps.place.find(channel, key, from),
      take: async (follows) => {
        const entry = await records.keep({ type: 'digestClaimed', channel, run, key, week, composedAt, follows });
        const standing = (await runs())?.[run].find((known) => known.key === key)?.claim ?? null;
        return standing === entry?.seq ? standing : null;
      },
      record: async (message) => (await records.keep({ type: 'digestPosted', channel, run, key, message })) !== null,
    });
  }

  /** Tells whoever turned the digest on that it is paused, once. */
  async function tellPaused(channel: string): Promise<void> {
    const digest = (await records.state()).digests[channel];
    if (digest === undefined || digest.paused === null || digest.paused.told) return;
    const { by: user, paused } = digest;
    const told = async () => (await records.keep({ type: 'digestPauseTold', channel })) !== null;
    if (user === null) return void (await told());
    const key = `paused:${channel}:${paused.seq}`;
    const outcome = await deps.deliverOnce({
      place: user,
      key,
      // The pause itself is the claim: a crash just after it leaves unknown whether the note was sent.
      claim: { claim: paused.seq, at: paused.at },
      mayPost: true,
      prepare: () => deps.place.prepareNote({ user, channel, reason: paused.reason }, key),
      find: (from) => deps.place.findNote(user, key, from),
      take: async () => paused.seq,
      record: told,
    });
    if (outcome.kind === 'posted') log(`${channel}: whoever turned the digest on has been told that it is paused`);
    else if (outcome.kind === 'refused' && outcome.closed !== null) await told();
    else if (outcome.kind === 'refused' || (outcome.kind === 'waits' && outcome.why !== 'attempt')) {
      const minutes = attempts.fail(`paused:${channel}`);
      log(`${channel}: the note that its digest is paused: ${waitingLine(outcome)}; next attempt in ${minutes} min`);
    }
  }

  return {
    run,
    postNow: ({ channel, key: request }) =>
      queue(async () => {
        const key = `digest:now:${request}`.slice(0, 200);
        const known = (await records.state()).digestRuns[channel]?.now.find((of) => of.key === key);
        if (known?.state === 'posted') return 'already';
        const week = isoWeek(wallClock(helsinki, deps.now()).day);
        const outcome = await deliver('now', { channel, key, week, claim: known ?? null, mayPost: true });
        if (outcome.kind === 'posted') return 'posted';
        if (outcome.kind === 'settled') return 'already';
        log(`${digestKey(week, channel)}, asked for now: ${waitingLine(outcome)}`);
        if (outcome.kind === 'refused' && outcome.closed !== null) return 'cannotPost';
        const sent = outcome.kind === 'waits' && ['unknown', 'attempt', 'lookup'].includes(outcome.why);
        return sent ? 'unsure' : 'failed';
      }),
  };
}

function onlyOf({ digests, digestRuns }: StatusState, channel: string): Pick<StatusState, 'digests' | 'digestRuns'> {
  const digest = digests[channel];
  return { digests: digest === undefined ? {} : { [channel]: digest }, digestRuns };
}
