import { appendRequestSchema } from './events.ts';
import type { Entry, StatusEvent } from './events.ts';
import type { Journal, Span } from './journal.ts';
import { revealEntry, revealUpdate } from './named-events.ts';
import { applyEntry, canUndo, changeOf, latestUpdate, targetState } from './state.ts';
import type { StatusState } from './state.ts';
import type { AppendRequest, AppendResult } from './store.ts';
import { diskFailure } from './store-error.ts';

/** Most entries written and synced in one go. */
const largestBatch = 500;

type Concealed = { actor: string; event: StatusEvent };

type WriterParts = {
  journal: Journal<Entry>;
  state: () => StatusState;
  /** Where the entry of a key lies, or null. */
  known: (key: string) => Span | null;
  /** Makes sure of references for all users of some requests; may reject with the file system's error. */
  conceal: (requests: readonly AppendRequest[]) => Promise<(request: AppendRequest) => Concealed>;
  userOf: (reference: string) => string | null;
  /** Called once for each durable batch, before it is acknowledged. */
  commit: (entries: readonly Entry[], spans: readonly Span[], state: StatusState) => Promise<void>;
};

type Waiting = { request: AppendRequest; settle: (result: AppendResult) => void; fail: (error: unknown) => void };

/**
 * The one writer of a journal. Requests that come while a batch is being synced form the next batch, so that many
 * share one sync. A batch that the disk refuses is refused as a whole and leaves the state as it was.
 */
export function createWriter(parts: WriterParts): {
  append: (request: AppendRequest) => Promise<AppendResult>;
  drain: () => Promise<void>;
} {
  let queue: Waiting[] = [];
  let running: Promise<void> | null = null;

  async function run(): Promise<void> {
    while (queue.length > 0) {
      const batch = takeBatch(queue);
      queue = queue.slice(batch.length);
      try {
        await writeBatch(parts, batch);
      } catch (error) {
        for (const { fail } of batch) fail(error);
      }
    }
    // In the same step as the last look at the queue: a request that came in between would wait for ever.
    running = null;
  }

  return {
    append: async (asked) => {
      const request = appendRequestSchema.parse(asked);
      return new Promise((settle, fail) => {
        queue.push({ request, settle, fail });
        running ??= run();
      });
    },
    drain: async () => {
      await running;
    },
  };
}

/** A forgotten user ends a batch: whoever acts after it under the same id gets a new reference. */
function takeBatch(queue: readonly Waiting[]): Waiting[] {
  const end = queue.findIndex(({ request }) => request.event.type === 'forgotten');
  return queue.slice(0, Math.min(end < 0 ? queue.length : end + 1, largestBatch));
}

type Staged = { state: StatusState; entries: Entry[]; settled: { waiting: Waiting; result: AppendResult }[] };

async function writeBatch(parts: WriterParts, batch: readonly Waiting[]): Promise<void> {
  let spans: readonly Span[] = [];
  let staged: Staged;
  try {
    staged = await stage(parts, batch);
    if (staged.entries.length > 0) spans = await parts.journal.append(staged.entries);
  } catch (error) {
    const failure = diskFailure(error);
    for (const { settle } of batch) settle(failure);
    return;
  }
  const results = staged.settled.map(({ waiting, result }) => ({ waiting, result: nameResult(parts, result) }));
  if (staged.entries.length > 0) await parts.commit(staged.entries, spans, staged.state);
  for (const { waiting, result } of results) waiting.settle(result);
}

async function stage(parts: WriterParts, batch: readonly Waiting[]): Promise<Staged> {
  const staged: Staged = { state: parts.state(), entries: [], settled: [] };
  const repeated = batch.filter(({ request }) => parts.known(request.key) !== null);
  const fresh = batch.filter(({ request }) => parts.known(request.key) === null);
  for (const waiting of repeated) {
    const span = parts.known(waiting.request.key);
    const [entry] = span === null ? [] : await parts.journal.read([span]);
    if (entry !== undefined) staged.settled.push({ waiting, result: { kind: 'duplicate', entry } });
  }
  if (fresh.length === 0) return staged;
  const conceal = await parts.conceal(fresh.map(({ request }) => request));
  for (const waiting of fresh) staged.settled.push({ waiting, result: stageOne(staged, waiting.request, conceal) });
  return staged;
}

function stageOne(
  staged: Staged,
  request: AppendRequest,
  conceal: (request: AppendRequest) => Concealed,
): AppendResult {
  const first = staged.entries.find(({ key }) => key === request.key);
  if (first !== undefined) return { kind: 'duplicate', entry: first };
  const { event, actor } = conceal(request);
  if (!stillStands(staged.state, event, request.ifLatest)) {
    const latest = 'target' in event ? latestUpdate(staged.state, event.target) : null;
    return { kind: 'overtaken', latest };
  }
  const change = changeOf(staged.state, event);
  const entry: Entry = { v: 1, seq: staged.state.seq + 1, key: request.key, at: request.at, actor, event, change };
  staged.state = applyEntry(staged.state, entry);
  staged.entries.push(entry);
  return { kind: 'acknowledged', entry };
}

function stillStands(state: StatusState, event: StatusEvent, ifLatest: number | null | undefined): boolean {
  if (event.type === 'undo') return canUndo(targetState(state, event.target), event.undoes);
  if (ifLatest === undefined || !('target' in event)) return true;
  return (latestUpdate(state, event.target)?.seq ?? null) === ifLatest;
}

function nameResult({ userOf }: WriterParts, result: AppendResult): AppendResult {
  if ('entry' in result) return { ...result, entry: revealEntry(result.entry, userOf) };
  if (result.kind !== 'overtaken' || result.latest === null) return result;
  return { kind: 'overtaken', latest: revealUpdate(result.latest, userOf) };
}
