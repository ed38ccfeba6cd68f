import type { z } from 'zod';

/** What a model is asked for: how to work, data that is never an instruction, and the shape of what it must return. */
export type Prompt<T> = {
  /** A short name of the task, for the model and the log: letters, digits and underscores. */
  name: string;
  /** How to work. Written by us alone: nothing of a document or a question stands here. */
  instructions: string;
  /** Questions and documents. They go in as one JSON text between marks. */
  data: unknown;
  /** The shape of the result. Optional parts are nullable, as structured output knows no other. */
  schema: z.ZodType<T>;
  /** Most tokens of the result. */
  maxTokens: number;
};

/** Why there is nothing from the model. `shape` is JSON of another shape, `cut` a result that was too long. */
export const completionProblems = [
  'refused',
  'cut',
  'empty',
  'notJson',
  'shape',
  'tooLong',
  'unauthorized',
  'notFound',
  'badRequest',
  'rateLimited',
  'serverError',
  'timeout',
  'unreachable',
  'breakerOpen',
  'dayLimit',
] as const;
export type CompletionProblem = (typeof completionProblems)[number];

/** Tokens as the endpoint counted them, or as estimated from the texts where it does not say. */
export type TokensUsed = { input: number; output: number };

/** What came of a request to a model. A failed one may have used tokens too. */
export type Completion<T> =
  | { kind: 'completed'; value: T; tokens: TokensUsed }
  /** `retryAfterMs` is how long the endpoint asks to be left alone. */
  | { kind: 'failed'; problem: CompletionProblem; tokens: TokensUsed; retryAfterMs?: number };

/** The port to a language model. It has no tools and writes nothing. Never rejects; an aborted signal is a `timeout`. */
export type Complete = <T>(prompt: Prompt<T>, signal: AbortSignal) => Promise<Completion<T>>;
