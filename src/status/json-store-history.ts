import type { Target } from '../domain/light.ts';
import { targetKey } from '../domain/light.ts';
import type { Entry } from './events.ts';
import { journalStart } from './journal.ts';
import type { Journal, Span } from './journal.ts';
import type { HistoryQuery } from './store.ts';

/** Where each entry with a target lies in the journal. Filled on the first question, then kept up. */
type HistoryIndex = {
  /** Takes note of entries just made durable. */
  note: (entries: readonly Entry[], spans: readonly Span[]) => void;
  /** Matching entries as the journal holds them, newest first, and their number without the limit. */
  query: (query: HistoryQuery) => Promise<{ entries: readonly Entry[]; total: number }>;
};

type Place = Span & { at: number };

/** An index over the journal's entries that have a target. */
export function createHistoryIndex(journal: Journal<Entry>): HistoryIndex {
  const all: Place[] = [];
  const byTarget = new Map<string, Place[]>();
  let filled = journalStart;
  let filling: Promise<void> | null = null;

  function add(entry: Entry, span: Span): void {
    const target = targetOf(entry);
    if (target === null) return;
    const place = { ...span, at: Date.parse(entry.at) };
    all.push(place);
    const key = targetKey(target);
    const places = byTarget.get(key);
    if (places === undefined) byTarget.set(key, [place]);
    else places.push(place);
  }

  async function fill(): Promise<void> {
    try {
      // New entries may come while reading: go on until none has.
      while (filled.offset < journal.mark().offset) filled = await journal.scan(filled, add);
    } finally {
      filling = null;
    }
  }

  return {
    note: (entries, spans) => {
      // While the index is not yet filled up to these entries, reading the journal will find them.
      const first = spans[0];
      if (first === undefined || filling !== null || filled.offset !== first.offset) return;
      entries.forEach((entry, at) => {
        const span = spans[at];
        if (span !== undefined) add(entry, span);
      });
      filled = journal.mark();
    },
    query: async ({ target, since, limit }) => {
      if (filled.offset < journal.mark().offset) filling ??= fill();
      await filling;
      const places = target === null ? all : (byTarget.get(targetKey(target)) ?? []);
      const from = since === undefined ? Number.NEGATIVE_INFINITY : Date.parse(since);
      const matching = places.filter(({ at }) => at >= from);
      const newest = matching.slice(limit === undefined ? 0 : Math.max(0, matching.length - limit)).toReversed();
      return { entries: await journal.read(newest), total: matching.length };
    },
  };
}

function targetOf(entry: Entry): Target | null {
  return 'target' in entry.event ? entry.event.target : null;
}
