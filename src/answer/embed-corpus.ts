import { isDirection, type VectorIndex } from '../retrieval/vector-index.ts';
import type { Embed, EmbedProblem, Embedded, EmbeddedText } from './embed.ts';
import { type KnownVectors, type ModelName, type VectorCache, indexOf, readVectors, toPart } from './vector-store.ts';

/** What embedding works with. */
export type Embedding = {
  embed: Embed;
  cache: VectorCache;
  model: ModelName;
  /** Told after each batch how many of all texts have a vector. */
  report: (done: number, total: number) => void;
  signal: AbortSignal;
  /** Waits between attempts, in milliseconds. */
  pause: (ms: number) => Promise<void>;
};

/** What came of it. `stopped` has kept what was made until then: the next time goes on from there. */
export type EmbeddingReport = {
  kind: 'complete' | 'stopped';
  /** Why it stopped; null when it is complete. */
  problem: EmbedProblem | null;
  texts: number;
  /** Texts whose vector was in the cache, was made now, or could not be made. */
  reused: number;
  made: number;
  skipped: number;
  /** True when the cache was of another model or another number of dimensions, and everything was made anew. */
  rebuilt: boolean;
};

/** A batch holds at most so many texts, and about so many UTF-16 code units: some 15,000 tokens. */
const batchTexts = 64;
const batchLength = 60_000;
/** Milliseconds before each further attempt at a batch, by what may pass; the client has retried at once by itself already. */
const pauses: Partial<Record<EmbedProblem, readonly number[]>> = {
  rateLimited: [5_000, 20_000, 60_000, 60_000],
  serverError: [2_000, 10_000, 30_000],
  timeout: [2_000, 10_000],
  unreachable: [2_000],
};
/** Two vectors of one text from the same model are nearer to each other than this, whatever the hardware rounds. */
const sameModel = 0.98;

/**
 * Embeds the texts that have no vector in the cache and keeps each batch at once, so that a process that is killed loses one batch at
 * most. The first call also embeds a text that is known already: vectors of another model, under whatever name, are all made anew.
 */
export async function embedCorpus(
  texts: readonly EmbeddedText[],
  embedding: Embedding,
): Promise<{ index: VectorIndex | null; report: EmbeddingReport }> {
  const wanted = new Map(texts.map((text) => [text.hash, text]));
  const known = await readVectors(embedding.cache, embedding.model);
  const held = [...wanted.keys()].filter((hash) => known.byHash.has(hash));
  const check = await checkModel(wanted, held, known, embedding);
  if (check.kind === 'changed') await beginAnew(known, check, embedding);
  const reused = check.kind === 'changed' ? 0 : held.length;
  const progress = { made: check.kind === 'changed' ? 1 : 0, skipped: 0 };
  const missing = [...wanted.values()].filter(({ hash }) => !known.byHash.has(hash));
  const problem =
    check.kind === 'down' ? check.problem : await embedAll(missing, known, progress, wanted.size, embedding);
  if (problem === null) await tidy(wanted, known, embedding);
  return {
    index: indexOf(texts, known),
    report: {
      kind: problem === null ? 'complete' : 'stopped',
      problem,
      texts: wanted.size,
      reused,
      ...progress,
      rebuilt: check.kind === 'changed',
    },
  };
}

type Check =
  | { kind: 'same' }
  | { kind: 'changed'; hash: string; vector: Float32Array }
  | { kind: 'down'; problem: EmbedProblem };

/** Whether the model still gives a known text the vector that is kept of it. */
async function checkModel(
  wanted: ReadonlyMap<string, EmbeddedText>,
  [hash]: readonly string[],
  known: KnownVectors,
  embedding: Embedding,
): Promise<Check> {
  const text = hash === undefined ? undefined : wanted.get(hash);
  const kept = hash === undefined ? undefined : known.byHash.get(hash);
  if (text === undefined || kept === undefined) return { kind: 'same' };
  const made = await embedBatch([text], embedding);
  if (made.kind === 'down') return made;
  const now = made.vectors.get(text.hash);
  // A text that is refused this time says nothing of the model.
  if (now === undefined) return { kind: 'same' };
  if (now.length === kept.length && cosine(now, kept) >= sameModel) return { kind: 'same' };
  return { kind: 'changed', hash: text.hash, vector: now };
}

/** The cache is emptied at once: a process that is killed later would else leave vectors of both models in it. */
async function beginAnew(
  known: KnownVectors,
  { hash, vector }: Extract<Check, { kind: 'changed' }>,
  { cache, model }: Embedding,
): Promise<void> {
  known.byHash.clear();
  known.byHash.set(hash, vector);
  known.dimensions = vector.length;
  await cache.replace(toPart(model, vector.length, known.byHash));
}

/** Null when every text has been tried, else why it stopped. */
async function embedAll(
  missing: readonly EmbeddedText[],
  known: KnownVectors,
  progress: { made: number; skipped: number },
  total: number,
  embedding: Embedding,
): Promise<EmbedProblem | null> {
  let done = total - missing.length;
  for (const batch of batchesOf(missing)) {
    if (embedding.signal.aborted) return 'aborted';
    const made = await embedBatch(batch, embedding);
    if (made.kind === 'down') return made.problem;
    known.dimensions ??= [...made.vectors.values()][0]?.length ?? null;
    const { dimensions } = known;
    const usable = new Map([...made.vectors].filter(([, { length }]) => length === dimensions));
    if (dimensions === null || (usable.size === 0 && batch.length > 1)) return made.problem ?? 'otherDimensions';
    for (const [hash, vector] of usable) known.byHash.set(hash, vector);
    known.untidy = true;
    progress.made += usable.size;
    progress.skipped += batch.length - usable.size;
    if (usable.size > 0) await embedding.cache.add(toPart(embedding.model, dimensions, usable));
    done += batch.length;
    embedding.report(done, total);
  }
  return null;
}

function* batchesOf(texts: readonly EmbeddedText[]): Generator<EmbeddedText[]> {
  let batch: EmbeddedText[] = [];
  let length = 0;
  for (const text of texts) {
    if (batch.length === batchTexts || (batch.length > 0 && length + text.text.length > batchLength)) {
      yield batch;
      batch = [];
      length = 0;
    }
    batch.push(text);
    length += text.text.length;
  }
  if (batch.length > 0) yield batch;
}

/** `vectors` lacks the texts that were refused, with the last problem for it. */
type Made =
  | { kind: 'made'; vectors: Map<string, Float32Array>; problem: EmbedProblem | null }
  | { kind: 'down'; problem: EmbedProblem };

/** A batch that is refused is halved until the texts are found that are the reason. */
async function embedBatch(batch: readonly EmbeddedText[], embedding: Embedding): Promise<Made> {
  const answer = await attempt(batch, embedding);
  if (answer.kind === 'down') return { kind: 'down', problem: answer.problem };
  if (answer.kind === 'vectors')
    return {
      kind: 'made',
      vectors: new Map(batch.map(({ hash }, at) => [hash, answer.vectors[at] ?? empty])),
      problem: null,
    };
  if (batch.length === 1) return { kind: 'made', vectors: new Map(), problem: answer.problem };
  const middle = Math.ceil(batch.length / 2);
  const first = await embedBatch(batch.slice(0, middle), embedding);
  if (first.kind === 'down') return first;
  const second = await embedBatch(batch.slice(middle), embedding);
  if (second.kind === 'down') return second;
  return {
    kind: 'made',
    vectors: new Map([...first.vectors, ...second.vectors]),
    problem: second.problem ?? first.problem,
  };
}

const empty = new Float32Array();

async function attempt(batch: readonly EmbeddedText[], { embed, signal, pause }: Embedding): Promise<Embedded> {
  const texts = batch.map(({ text }) => text);
  for (let made = 0; ; made += 1) {
    const answer = await checked(embed, texts, signal);
    const ms = answer.kind === 'down' ? pauses[answer.problem]?.[made] : undefined;
    if (ms === undefined || signal.aborted) return answer;
    await pause(ms);
  }
}

/** The model's answer, refused where it is not one usable vector a text, all of one length. */
async function checked(embed: Embed, texts: readonly string[], signal: AbortSignal): Promise<Embedded> {
  const answer = await embed(texts, signal);
  if (answer.kind !== 'vectors') return answer;
  const { vectors } = answer;
  const alike = vectors.every((vector) => vector.length === vectors[0]?.length && isDirection(vector));
  return alike && vectors.length === texts.length ? answer : { kind: 'refused', problem: 'shape' };
}

/** Puts the cache into one part with what is in use, where it is not so already. */
async function tidy(
  wanted: ReadonlyMap<string, EmbeddedText>,
  known: KnownVectors,
  embedding: Embedding,
): Promise<void> {
  const { dimensions, byHash } = known;
  if (dimensions === null) return;
  const used = new Map([...byHash].filter(([hash]) => wanted.has(hash)));
  if (!known.untidy && used.size === byHash.size) return;
  await embedding.cache.replace(toPart(embedding.model, dimensions, used));
}

function cosine(one: Float32Array, other: Float32Array): number {
  const product = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
  return product(one, other) / Math.sqrt(product(one, one) * product(other, other));
}
