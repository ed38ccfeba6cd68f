import type { Complete } from '../answer/complete.ts';
import type { ModelEvent } from '../answer/write.ts';
import { createGuard, type ModelLimits, type UsageFile } from './guard.ts';
import { createComplete, type Endpoint, openClient } from './openai.ts';
import { createTally, type DayTally } from './tally.ts';

/** `model` null takes what the endpoint has. */
export type ModelSettings = Endpoint & ModelLimits & { model: string | null };

/** What an admin is shown of the model. */
export type ModelStatus = DayTally & {
  /** The model's name as it was set, null where the endpoint's own is taken. */
  model: string | null;
  /** Where it runs: host and port. */
  endpoint: string;
  tokensToday: number;
  tokensPerDay: number;
  /** Until when the breaker keeps it from being asked, null when it does not. */
  openUntil: Date | null;
};

/** A model within its limits. */
export type Model = {
  complete: Complete;
  admit: (user: string) => boolean;
  report: (event: ModelEvent) => void;
  status: () => ModelStatus;
  keepUsageIn: (file: UsageFile) => void;
};

/** The model at an endpoint, with its limits, breaker and counts. Nothing is asked before the first question. */
export function createModel(
  settings: ModelSettings,
  { now, warn }: { now: () => Date; warn: (line: string) => void },
): Model {
  const { baseUrl, model, tokensPerDay } = settings;
  const complete = createComplete(openClient(settings), settings);
  const guard = createGuard({ complete, now, warn, limits: settings });
  const tally = createTally({ now, warn });
  return {
    complete: guard.complete,
    admit: guard.admit,
    report: tally.report,
    keepUsageIn: guard.keepIn,
    status: () => ({
      ...tally.today(),
      ...guard.state(),
      model,
      endpoint: baseUrl === null ? 'api.openai.com' : new URL(baseUrl).host,
      tokensPerDay,
    }),
  };
}
