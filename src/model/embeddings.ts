import { z } from 'zod';
import type { Embed, EmbedProblem, Embedded } from '../answer/embed.ts';
import { type openClient, problemOf } from './openai.ts';

/** How long a batch of texts may take: a model on an ordinary computer is slow. Questions have their own, short limit in their signal. */
const batchAttemptMs = 60_000;
const batchMs = 180_000;

const embeddingsSchema = z.object({
  // A vector that is none is told apart from the others of its batch by being empty.
  data: z.array(z.object({ index: z.number().int(), embedding: z.array(z.number()).catch([]) })),
});

/** Embeds with this model, in `dimensions` where given, else in the model's own number of them. */
export function createEmbed(client: ReturnType<typeof openClient>, model: string, dimensions: number | null): Embed {
  return async (texts, signal) => {
    try {
      const response: unknown = await client.embeddings.create(
        { model, input: [...texts], encoding_format: 'float', ...(dimensions === null ? {} : { dimensions }) },
        { signal: AbortSignal.any([signal, AbortSignal.timeout(batchMs)]), timeout: batchAttemptMs, maxRetries: 2 },
      );
      const parsed = embeddingsSchema.safeParse(response);
      if (!parsed.success) return { kind: 'down', problem: 'shape' };
      const inOrder = parsed.data.data.toSorted((a, b) => a.index - b.index);
      return { kind: 'vectors', vectors: inOrder.map(({ embedding }) => Float32Array.from(embedding)) };
    } catch (error) {
      return failure(error);
    }
  };
}

/** Messages of errors are left out: servers repeat texts and keys in them. */
function failure(error: unknown): Embedded {
  // A number that JSON does not have, such as NaN: it may be one text's.
  if (error instanceof SyntaxError) return { kind: 'refused', problem: 'shape' };
  const problem = problemOf(error);
  if (problem === 'badRequest') return { kind: 'refused', problem };
  return { kind: 'down', problem: isDown(problem) ? problem : 'unreachable' };
}

const downs = ['unauthorized', 'notFound', 'rateLimited', 'serverError', 'timeout', 'unreachable'] as const;

function isDown(problem: string): problem is (typeof downs)[number] & EmbedProblem {
  return downs.some((down) => down === problem);
}
