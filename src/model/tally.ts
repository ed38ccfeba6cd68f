import type { Fallback, ModelEvent } from '../answer/write.ts';
import type { DropReason } from '../answer/verify/verify-sentence.ts';
import { helsinkiDay } from '../domain/light.ts';

/** Something with how often it happened. */
export type Counted<T> = { reason: T; count: number };

/** What the model did in one Helsinki day, since the start at most. Counts alone: no text of anybody. */
export type DayTally = {
  written: number;
  rewritten: number;
  /** The most frequent first. */
  fallbacks: readonly Counted<Fallback>[];
  drops: readonly Counted<DropReason>[];
};

type Tally = { report: (event: ModelEvent) => void; today: () => DayTally };

/** What whoever runs Valo can do about a failure. */
const hints: Partial<Record<Fallback, string>> = {
  unauthorized: 'the endpoint refuses the key; check OPENAI_API_KEY',
  notFound: 'the endpoint does not know the address or the model; check OPENAI_BASE_URL and OPENAI_MODEL',
  unreachable: 'the endpoint cannot be reached; check OPENAI_BASE_URL',
  dayLimit: 'the tokens of the day are used; see LV_MODEL_TOKENS_PER_DAY',
  tooLong: 'the question and its evidence are too long; see LV_MODEL_INPUT_TOKENS',
};
/** Said elsewhere, or every time for a while. */
const quiet: ReadonlySet<Fallback> = new Set<Fallback>(['breakerOpen', 'userLimit', 'noEvidence']);

/** Counts what happens with the model, and tells `warn` of each fallback and of dropped sentences, by reason alone. */
export function createTally({ now, warn }: { now: () => Date; warn: (line: string) => void }): Tally {
  let counts = emptyCounts(helsinkiDay(now()));
  const today = () => {
    const day = helsinkiDay(now());
    if (counts.day !== day) counts = emptyCounts(day);
    return counts;
  };
  return {
    report: (event) => {
      const { fallbacks, drops } = today();
      if (event.kind === 'rewritten') {
        counts.rewritten += 1;
        return;
      }
      for (const reason of event.dropped) add(drops, reason);
      const dropped = event.dropped.length === 0 ? '' : `sentences dropped: ${event.dropped.join(', ')}`;
      if (event.kind === 'written') {
        counts.written += 1;
        if (dropped !== '') warn(`model: ${dropped}`);
        return;
      }
      const first = add(fallbacks, event.reason) === 1;
      if (quiet.has(event.reason) || (event.reason === 'dayLimit' && !first)) return;
      const hint = hints[event.reason];
      const parts = [...(dropped === '' ? [] : [dropped]), ...(hint === undefined ? [] : [hint])];
      warn(`model: the answer of the documents stands (${[event.reason, ...parts].join('; ')})`);
    },
    today: () => {
      const { written, rewritten, fallbacks, drops } = today();
      return { written, rewritten, fallbacks: sorted(fallbacks), drops: sorted(drops) };
    },
  };
}

function emptyCounts(day: string) {
  return {
    day,
    written: 0,
    rewritten: 0,
    fallbacks: new Map<Fallback, number>(),
    drops: new Map<DropReason, number>(),
  };
}

function add<T>(counts: Map<T, number>, reason: T): number {
  const count = (counts.get(reason) ?? 0) + 1;
  counts.set(reason, count);
  return count;
}

function sorted<T>(counts: ReadonlyMap<T, number>): Counted<T>[] {
  return [...counts].map(([reason, count]) => ({ reason, count })).toSorted((a, b) => b.count - a.count);
}
