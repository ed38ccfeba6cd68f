import { z } from 'zod';
import type { Complete, CompletionProblem, Completion } from '../answer/complete.ts';
import { helsinkiDay } from '../domain/light.ts';
import { inputTokens } from './openai.ts';

/** What a model may be asked, so that it neither costs nor delays without end. */
export type ModelLimits = {
  /** Most tokens of one request, as estimated. */
  inputTokens: number;
  /** Tokens of all requests of one Helsinki day, after which answers do without the model. */
  tokensPerDay: number;
  /** Questions of one user in a minute that may go to the model; further ones are answered without. */
  questionsPerMinute: number;
};

/** Tokens of one Helsinki day ("YYYY-MM-DD"). */
export const dayUsageSchema = z.object({ day: z.string(), tokens: z.number().min(0) });
export type DayUsage = z.infer<typeof dayUsageSchema>;

/** Where the usage of the day is kept over restarts. */
export type UsageFile = { readonly data: DayUsage; save: (usage: DayUsage) => Promise<void> };

type Breaker = { failures: number; openUntil: number };

type GuardDeps = {
  complete: Complete;
  now: () => Date;
  limits: ModelLimits;
  warn: (line: string) => void;
};

export type Guard = {
  /** As the port it guards; refuses with `tooLong`, `breakerOpen` or `dayLimit` without asking. */
  complete: Complete;
  /** True when the user may ask the model once more this minute, which is then counted. */
  admit: (user: string) => boolean;
  /** Counts on from what the file holds, and keeps what is used from now on in it. */
  keepIn: (file: UsageFile) => void;
  /** Tokens used today, and until when the breaker keeps the model from being asked, null when it does not. */
  state: () => { tokensToday: number; openUntil: Date | null };
};

const failuresToOpen = 3;
const openMs = 60_000;
const longestOpenMs = 10 * 60_000;
const minuteMs = 60_000;

/** Failures of the endpoint rather than of one result. */
const endpointProblems: ReadonlySet<CompletionProblem> = new Set<CompletionProblem>([
  'notJson',
  'unauthorized',
  'notFound',
  'badRequest',
  'rateLimited',
  'serverError',
  'timeout',
  'unreachable',
]);

/** Keeps requests within their limits, and leaves an endpoint alone for a minute that has failed three times in a row. */
export function createGuard({ complete, now, limits, warn }: GuardDeps): Guard {
  let usage: DayUsage = { day: helsinkiDay(now()), tokens: 0 };
  let file: UsageFile | null = null;
  const breaker: Breaker = { failures: 0, openUntil: 0 };
  const asked = new Map<string, number[]>();
  /** Tokens that requests under way may still use. */
  let pending = 0;

  const today = (): DayUsage => {
    const day = helsinkiDay(now());
    if (usage.day !== day) usage = { day, tokens: 0 };
    return usage;
  };
  const isOpen = () => now().getTime() < breaker.openUntil;

  function note<T>(result: Completion<T>): void {
    const { input, output } = result.tokens;
    if (input + output > 0) {
      usage = { day: today().day, tokens: today().tokens + input + output };
      file
        ?.save(usage)
        .catch(() => warn('model: the tokens of the day could not be saved; they are counted in memory'));
    }
    if (result.kind === 'completed' || !endpointProblems.has(result.problem)) {
      breaker.failures = 0;
      return;
    }
    breaker.failures += 1;
    const wait = result.retryAfterMs ?? 0;
    if (breaker.failures < failuresToOpen && wait === 0) return;
    breaker.failures = failuresToOpen - 1; // One more failure after the pause opens it again.
    breaker.openUntil = now().getTime() + Math.min(Math.max(wait, openMs), longestOpenMs);
    warn(`model: not asked until ${new Date(breaker.openUntil).toISOString()} (${result.problem})`);
  }

  return {
    complete: async (prompt, signal) => {
      const refused = (problem: CompletionProblem) => ({
        kind: 'failed' as const,
        problem,
        tokens: { input: 0, output: 0 },
      });
      const estimated = inputTokens(prompt);
      if (estimated > limits.inputTokens) return refused('tooLong');
      if (isOpen()) return refused('breakerOpen');
      const most = estimated + prompt.maxTokens;
      if (today().tokens + pending + most > limits.tokensPerDay) return refused('dayLimit');
      pending += most;
      const result = await complete(prompt, signal);
      pending -= most;
      note(result);
      return result;
    },
    admit: (user) => {
      const at = now().getTime();
      const recent = (asked.get(user) ?? []).filter((time) => at - time < minuteMs);
      if (recent.length === 0) asked.delete(user);
      if (recent.length >= limits.questionsPerMinute) return false;
      asked.set(user, [...recent, at]);
      if (asked.size > 1000)
        for (const [other, times] of asked) if (at - (times.at(-1) ?? 0) >= minuteMs) asked.delete(other);
      return true;
    },
    keepIn: (opened) => {
      file = opened;
      if (opened.data.day === today().day) usage = { ...usage, tokens: usage.tokens + opened.data.tokens };
    },
    state: () => ({ tokensToday: today().tokens, openUntil: isOpen() ? new Date(breaker.openUntil) : null }),
  };
}
