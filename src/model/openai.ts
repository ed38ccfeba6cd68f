import OpenAI, { APIConnectionError, APIConnectionTimeoutError, APIError, APIUserAbortError } from 'openai';
import { ContentFilterFinishReasonError, LengthFinishReasonError } from 'openai/core/error';
import { zodResponseFormat } from 'openai/helpers/zod';
import { z } from 'zod';
import type { Complete, Completion, CompletionProblem, Prompt, TokensUsed } from '../answer/complete.ts';
import { dataMessage, estimateTokens, findJson, schemaWords } from './messages.ts';

/** An OpenAI-compatible endpoint: OpenAI itself, Azure's v1 address, vLLM, Ollama. */
export type Endpoint = {
  /** Null where the server asks for no key. */
  apiKey: string | null;
  /** Null for OpenAI's own. */
  baseUrl: string | null;
};

const openAiUrl = 'https://api.openai.com/v1';
/** OpenAI's model where none is named; another endpoint is asked which models it has. */
const openAiModel = 'gpt-4.1-mini';
/** How long one attempt may take before it is made once more, in milliseconds. */
const attemptMs = 10_000;
/** How long a call with its attempts may take, in milliseconds: an attempt's own limit does not cover a body that stalls. */
const callMs = 15_000;
/** An endpoint that asks for a longer wait than this is not waited for, in milliseconds. */
const longestWaitMs = 2_000;
/** How often a request is put in other words when the server does not know a part of it. */
const mostRewordings = 4;

/** How long one attempt and a call with its attempts may take, in milliseconds; default what a user can wait for. */
export type Patience = { attemptMs: number; callMs: number };

const usersPatience: Patience = { attemptMs, callMs };

/** A client that logs nothing and reads no setting from the environment that Valo's own do not name. */
export function openClient({ apiKey, baseUrl }: Endpoint, patience: Patience = usersPatience): OpenAI {
  return new OpenAI({
    apiKey: apiKey ?? 'no-key',
    baseURL: baseUrl ?? openAiUrl,
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    logLevel: 'off',
    timeout: patience.attemptMs,
    maxRetries: 1,
    fetch: fetchWithoutLongWaits,
  });
}

/** The signal of one call: aborted with `signal`, or when the call has taken too long. */
function callSignal(signal: AbortSignal, ms: number): AbortSignal {
  return AbortSignal.any([signal, AbortSignal.timeout(ms)]);
}

/** The client waits as long as it is told before it tries again; a user cannot. */
const fetchWithoutLongWaits: typeof fetch = async (input, init) => {
  const response = await fetch(input, init);
  const waitMs = retryAfterOf(response.headers);
  if (waitMs === undefined || waitMs <= longestWaitMs) return response;
  const headers = new Headers(response.headers);
  headers.set('x-should-retry', 'false');
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
};

/** Milliseconds for which an endpoint asks to be left alone, from seconds or a date; undefined when it does not say. */
function retryAfterOf(headers: Headers): number | undefined {
  const written = headers.get('retry-after');
  if (written === null) return undefined;
  const seconds = Number(written);
  const waitMs = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(written) - Date.now();
  return Number.isFinite(waitMs) && waitMs > 0 ? waitMs : undefined;
}

/**
 * How a server wants to be asked, learnt from what it refuses: structured output, else JSON mode, else words in which the JSON is looked
 * for. `proven` once a structured result has come, after which a bad one is the model's fault.
 */
type Manner = {
  format: 'structured' | 'json' | 'plain';
  limit: 'max_completion_tokens' | 'max_tokens';
  proven: boolean;
};

/**
 * Asks the endpoint's model for a structured result. `model` null takes OpenAI's default, or the first that another endpoint lists.
 * Whatever comes is checked against the prompt's schema; what goes wrong is a tagged result.
 */
export function createComplete(
  client: OpenAI,
  { baseUrl, model }: { baseUrl: string | null; model: string | null },
  patience: Patience = usersPatience,
): Complete {
  const named = model ?? (baseUrl === null ? openAiModel : null);
  const manner: Manner = {
    format: 'structured',
    limit: baseUrl === null || /\.azure\.com/i.test(baseUrl) ? 'max_completion_tokens' : 'max_tokens',
    proven: false,
  };
  let listed: string | null = null;
  const modelName = async (signal: AbortSignal): Promise<string> => {
    listed ??= named ?? (await client.models.list({ signal })).data[0]?.id ?? null;
    return listed ?? openAiModel;
  };
  return async (prompt, outer) => {
    const signal = callSignal(outer, patience.callMs);
    const asking = attempt(prompt, signal, async () => ask(client, await modelName(signal), prompt, manner, signal));
    return Promise.race([asking, aborted(signal, prompt)]);
  };
}

async function attempt<T>(
  prompt: Prompt<T>,
  signal: AbortSignal,
  asking: () => Promise<Completion<T>>,
): Promise<Completion<T>> {
  try {
    return await asking();
  } catch (error) {
    return failure(signal.aborted ? 'timeout' : problemOf(error), prompt, error);
  }
}

/** Ends the wait for a client that does not heed its signal. */
function aborted<T>(signal: AbortSignal, prompt: Prompt<T>): Promise<Completion<T>> {
  return new Promise((resolve) => {
    const end = () => resolve(failure('timeout', prompt));
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });
}

/** Asks, and asks again in another manner as long as the server does not know this one. */
async function ask<T>(
  client: OpenAI,
  model: string,
  prompt: Prompt<T>,
  manner: Manner,
  signal: AbortSignal,
): Promise<Completion<T>> {
  for (let rewordings = 0; ; rewordings += 1) {
    try {
      const completion = await request(client, model, prompt, manner, signal);
      if (manner.format === 'structured') manner.proven = true;
      return readCompletion(completion, prompt, manner);
    } catch (error) {
      if (rewordings === mostRewordings || signal.aborted || !reword(manner, error)) throw error;
    }
  }
}

/** Changes the manner to what the server may understand; false when nothing is left to try. */
function reword(manner: Manner, error: unknown): boolean {
  const refused = error instanceof APIError && (error.status === 400 || error.status === 422 || error.status === 501);
  const garbled = !manner.proven && manner.format === 'structured' && isUnreadable(error);
  if (refused && /max_(?:completion_)?tokens/.test(error.message)) {
    const other = manner.limit === 'max_tokens' ? 'max_completion_tokens' : 'max_tokens';
    manner.limit = other;
    return true;
  }
  if (!refused && !garbled) return false;
  if (manner.proven || manner.format === 'plain') return false;
  manner.format = manner.format === 'structured' ? 'json' : 'plain';
  return true;
}

type ChatCompletion = OpenAI.Chat.Completions.ChatCompletion;

async function request<T>(
  client: OpenAI,
  model: string,
  { name, instructions, data, schema, maxTokens }: Prompt<T>,
  { format, limit }: Manner,
  signal: AbortSignal,
): Promise<ChatCompletion> {
  const system = format === 'structured' ? instructions : `${instructions}\n\n${schemaWords(schema)}`;
  const common = {
    model,
    messages: [
      { role: 'system' as const, content: system },
      { role: 'user' as const, content: dataMessage(data) },
    ],
    [limit]: maxTokens,
  };
  if (format === 'structured') {
    const structured = zodResponseFormat(schema, name);
    return client.chat.completions.parse({ ...common, response_format: structured }, { signal });
  }
  const jsonMode = format === 'json' ? { response_format: { type: 'json_object' as const } } : {};
  return client.chat.completions.create({ ...common, ...jsonMode }, { signal });
}

/** What the server sent, checked as far as it is read: a server may send anything. */
const answerSchema = z.object({
  choices: z.array(
    z.object({
      finish_reason: z.string().nullish(),
      message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }),
    }),
  ),
  usage: z.object({ prompt_tokens: z.number().nullish(), completion_tokens: z.number().nullish() }).nullish(),
});

function readCompletion<T>(completion: unknown, prompt: Prompt<T>, { format }: Manner): Completion<T> {
  const read = answerSchema.safeParse(completion);
  if (!read.success) return failure('notJson', prompt);
  const [choice] = read.data.choices;
  const content = choice?.message.content ?? '';
  const { usage } = read.data;
  const tokens: TokensUsed = {
    input: usage?.prompt_tokens ?? inputTokens(prompt),
    output: usage?.completion_tokens ?? estimateTokens(content),
  };
  const failed = (problem: CompletionProblem): Completion<T> => ({ kind: 'failed', problem, tokens });
  if (choice?.finish_reason === 'length') return failed('cut');
  if (choice?.finish_reason === 'content_filter' || choice?.message.refusal) return failed('refused');
  if (content.trim() === '') return failed('empty');
  const json = findJson(content, format === 'structured');
  if (json === undefined) return failed('notJson');
  const value = prompt.schema.safeParse(json);
  return value.success ? { kind: 'completed', value: value.data, tokens } : failed('shape');
}

/** A result that is no JSON or of another shape. */
function isUnreadable(error: unknown): boolean {
  return error instanceof SyntaxError || error instanceof z.core.$ZodError;
}

/** What went wrong at a call of the client. */
export function problemOf(error: unknown): CompletionProblem {
  if (error instanceof APIUserAbortError || error instanceof APIConnectionTimeoutError) return 'timeout';
  if (error instanceof APIConnectionError) return 'unreachable';
  if (error instanceof LengthFinishReasonError) return 'cut';
  if (error instanceof ContentFilterFinishReasonError) return 'refused';
  if (error instanceof z.core.$ZodError) return 'shape';
  return error instanceof APIError ? problemOfStatus(error.status) : 'notJson';
}

function problemOfStatus(status: number | undefined): CompletionProblem {
  if (status === undefined) return 'unreachable';
  if (status === 401 || status === 403) return 'unauthorized';
  if (status === 404) return 'notFound';
  if (status === 429) return 'rateLimited';
  return status >= 500 ? 'serverError' : 'badRequest';
}

function failure<T>(problem: CompletionProblem, prompt: Prompt<T>, error?: unknown): Completion<T> {
  const retryAfterMs = error instanceof APIError && error.headers ? retryAfterOf(error.headers) : undefined;
  const read = problem === 'cut' || problem === 'shape' || problem === 'refused';
  const tokens = read ? { input: inputTokens(prompt), output: prompt.maxTokens } : { input: 0, output: 0 };
  return { kind: 'failed', problem, tokens, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
}

/** About how many tokens a prompt has. */
export function inputTokens({ instructions, data }: Pick<Prompt<unknown>, 'instructions' | 'data'>): number {
  return estimateTokens(instructions) + estimateTokens(dataMessage(data));
}
