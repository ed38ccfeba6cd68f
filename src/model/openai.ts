import OpenAI, { APIConnectionError, APIConnectionTimeoutError, APIError } from 'openai';
import { z } from 'zod';
import type { Embed, Embedded } from '../answer/embed.ts';

/** An OpenAI-compatible endpoint: OpenAI itself, Azure's v1 address, vLLM, Ollama. */
export type Endpoint = {
  /** Null where the server asks for no key. */
  apiKey: string | null;
  /** Null for OpenAI's own. */
  baseUrl: string | null;
};

/** How long one attempt may take before it is made once more, in milliseconds. */
const attemptMs = 10_000;
/** How long a call with its attempts may take, in milliseconds: an attempt's own limit does not cover a body that stalls. */
export const callMs = 15_000;

/** A client that logs nothing and reads no setting from the environment that Valo's own do not name. */
export function openClient({ apiKey, baseUrl }: Endpoint): OpenAI {
  return new OpenAI({
    apiKey: apiKey ?? 'no-key',
    baseURL: baseUrl ?? 'https://api.openai.com/v1',
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    logLevel: 'off',
    timeout: attemptMs,
    maxRetries: 1,
  });
}

/** The signal of one call: aborted with `signal`, or when the call has taken too long. */
export function callSignal(signal: AbortSignal): AbortSignal {
  return AbortSignal.any([signal, AbortSignal.timeout(callMs)]);
}

/** How long a batch of texts may take: a model on an ordinary computer is slow. Questions have their own, short limit in their signal. */
const batchAttemptMs = 60_000;
const batchMs = 180_000;

const embeddingsSchema = z.object({
  // A vector that is none is told apart from the others of its batch by being empty.
  data: z.array(z.object({ index: z.number().int(), embedding: z.array(z.number()).catch([]) })),
});

/** Embeds with this model, in `dimensions` where given, else in the model's own number of them. */
export function createEmbed(client: OpenAI, model: string, dimensions: number | null): Embed {
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
      return embeddingFailure(error);
    }
  };
}

/** Messages of errors are left out: servers repeat texts and keys in them. */
function embeddingFailure(error: unknown): Embedded {
  if (error instanceof SyntaxError) return { kind: 'refused', problem: 'shape' };
  if (error instanceof APIConnectionTimeoutError) return { kind: 'down', problem: 'timeout' };
  if (error instanceof APIConnectionError) return { kind: 'down', problem: 'unreachable' };
  const status = error instanceof APIError ? error.status : undefined;
  if (status === undefined) return { kind: 'down', problem: 'timeout' };
  // Too long, too many, or not to its liking: others may be.
  if (status === 400 || status === 413 || status === 422) return { kind: 'refused', problem: 'badRequest' };
  if (status === 401 || status === 403) return { kind: 'down', problem: 'unauthorized' };
  if (status === 404) return { kind: 'down', problem: 'notFound' };
  return { kind: 'down', problem: status === 429 ? 'rateLimited' : 'serverError' };
}
