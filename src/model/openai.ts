import OpenAI from 'openai';

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
