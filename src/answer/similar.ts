import { isDirection, type VectorIndex } from '../retrieval/vector-index.ts';
import type { Embed, EmbedProblem, Embedded } from './embed.ts';

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
  /** Told once when the model stops answering, and once when it answers again (null). */
  tell: (problem: EmbedProblem | null) => void;
  /** Milliseconds that a question's vector is waited for; default 1,500. */
  withinMs?: number;
  /** Milliseconds for which a model that failed is left alone; default 30,000. */
  restMs?: number;
};

const longestQuestion = 2_000;

/** Finds by vectors. While the model is down, questions are answered by words alone, and it is said once. */
export function createFindSimilar(options: SimilarOptions): FindSimilar {
  const { embed, index, weight, tell, withinMs = 1_500, restMs = 30_000 } = options;
  let restsUntil = 0;
  let down = false;
  const fail = (problem: EmbedProblem) => {
    restsUntil = performance.now() + restMs;
    if (!down) tell(problem);
    down = true;
    return null;
  };
  return async (question) => {
    const current = index();
    if (current === null || weight === 0 || performance.now() < restsUntil) return null;
    const made = await inTime(embed, question.slice(0, longestQuestion), withinMs);
    if (made.kind !== 'vectors') return fail(made.problem);
    const [vector] = made.vectors;
    if (vector === undefined || !isDirection(vector)) return fail('shape');
    if (vector.length !== current.dimensions) return fail('otherDimensions');
    if (down) tell(null);
    down = false;
    return toSimilarity(current, vector, weight);
  };
}

/** What the model gives, `down` when it takes longer than `ms`: it is not waited for, whether or not it heeds the signal. */
async function inTime(embed: Embed, text: string, ms: number): Promise<Embedded> {
  const late = Promise.withResolvers<Embedded>();
  const stop = new AbortController();
  const timer = setTimeout(() => {
    late.resolve({ kind: 'down', problem: 'timeout' });
    stop.abort();
  }, ms);
  try {
    return await Promise.race([embed([text], stop.signal), late.promise]);
  } finally {
    clearTimeout(timer);
  }
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
