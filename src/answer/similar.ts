import type { VectorIndex } from '../retrieval/vector-index.ts';
import type { Embed } from './embed.ts';

/** How near the texts that are searched are to a question. */
export type Similarity = {
  /** Keys of the nearest texts. */
  nearest: readonly string[];
  /** 0 for a text that is no nearer than texts are on average, 1 for the nearest. */
  scoreOf: (key: string) => number;
  /** How much similarity counts beside the words, 0 to 1. */
  weight: number;
};

/** The similarity of a question to the texts; null when it is not known in time. Never rejects. */
export type FindSimilar = (question: string) => Promise<Similarity | null>;

export type SimilarOptions = {
  embed: Embed;
  /** The index as it stands, null while there is none. */
  index: () => VectorIndex | null;
  weight: number;
  /** Told in one line when the model stops answering, and when it answers again. */
  warn: (line: string) => void;
  /** Milliseconds that a question's vector is waited for; default 1,500. */
  withinMs?: number;
  /** Milliseconds for which a model that failed is left alone; default 30,000. */
  restMs?: number;
};

const longestQuestion = 2_000;

/** Finds by vectors. While the model is down, questions are answered by words alone, and it is said once. */
export function createFindSimilar(options: SimilarOptions): FindSimilar {
  const { embed, index, weight, warn, withinMs = 1_500, restMs = 30_000 } = options;
  let restsUntil = 0;
  let down = false;
  const fail = (reason: string) => {
    restsUntil = performance.now() + restMs;
    if (!down) warn(`OPENAI_EMBEDDING_MODEL: ${reason}; questions are answered by their words alone until it answers.`);
    down = true;
    return null;
  };
  return async (question) => {
    const current = index();
    if (current === null || weight === 0 || performance.now() < restsUntil) return null;
    const made = await inTime(embed, question.slice(0, longestQuestion), withinMs);
    if (made.kind !== 'vectors') return fail(made.reason);
    const [vector] = made.vectors;
    if (vector === undefined || vector.length !== current.dimensions) {
      return fail(`it gives ${vector?.length ?? 0} dimensions where the index has ${current.dimensions}, run npm run ingest`);
    }
    if (!vector.every(Number.isFinite)) return fail('its vector is no number');
    if (down) warn('OPENAI_EMBEDDING_MODEL: it answers again.');
    down = false;
    return toSimilarity(current, vector, weight);
  };
}

/** What the model gives, `down` when it takes longer than `ms`: it is not waited for, whether or not it heeds the signal. */
async function inTime(embed: Embed, text: string, ms: number): ReturnType<Embed> {
  const late = Promise.withResolvers<{ kind: 'down'; reason: string }>();
  const stop = new AbortController();
  const timer = setTimeout(() => {
    late.resolve({ kind: 'down', reason: `it has not answered within ${ms} ms` });
    stop.abort();
  }, ms);
  try {
    return await Promise.race([embed([text], stop.signal).catch(aborted), late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

function aborted(): { kind: 'down'; reason: string } {
  return { kind: 'down', reason: 'it has not answered' };
}

/** Models differ in how near unrelated texts are to each other, so that nearness is measured from the mean to the nearest. */
function toSimilarity(index: VectorIndex, vector: Float32Array, weight: number): Similarity {
  const { nearest, similarityOf, mean } = index.compare(vector);
  const span = (nearest[0]?.similarity ?? mean) - mean;
  return {
    nearest: nearest.map(({ key }) => key),
    scoreOf: (key) => {
      const similarity = similarityOf(key);
      return similarity === null || span <= 0 ? 0 : Math.max(0, (similarity - mean) / span);
    },
    weight,
  };
}
