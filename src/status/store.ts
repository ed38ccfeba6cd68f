import type { Target } from '../domain/light.ts';
import type { Entry, StatusEvent } from './events.ts';
import type { StatusState, Update } from './state.ts';

/** An event to be kept. `actor` is a Slack user id or `systemActor`; `at` is an ISO instant. */
export type AppendRequest = {
  event: StatusEvent;
  /** Idempotency key: a second request with the same key has no effect. It is kept for good and must name no user. */
  key: string;
  actor: string;
  at: string;
  /** The `seq` of the update the caller saw standing on the target, null for none: another one standing rejects the event. */
  ifLatest?: number | null | undefined;
};

/** Only `acknowledged` has changed anything, and it will not be lost. The last three leave everything as it was. */
export type AppendResult =
  | { kind: 'acknowledged'; entry: Entry }
  /** `entry` is what the first request with this key became. */
  | { kind: 'duplicate'; entry: Entry }
  /** What the event rests on no longer stands; `latest` does. */
  | { kind: 'overtaken'; latest: Update | null }
  | { kind: 'full'; message: string }
  | { kind: 'readOnly'; message: string }
  | { kind: 'failed'; message: string };

export type HistoryQuery = {
  /** Null for the history of all targets. */
  target: Target | null;
  /** ISO instant: entries from it on. */
  since?: string;
  /** The newest so many; default all. */
  limit?: number;
};

/** Newest first. `total` counts what the query matches without its limit. */
export type History = { entries: readonly Entry[]; total: number };

/**
 * Where lights, roles and settings are kept. An event for a forgotten user removes the user's id from everything,
 * history included: it reads null from then on, and "@…" where a text mentioned the user. Other words of texts stay.
 */
export type StatusStore = {
  /** Rejects only for a request that is not valid, which is a bug of the caller. */
  append: (request: AppendRequest) => Promise<AppendResult>;
  /**
   * The entry that a key became, or null. Keys are known for the latest 10,000 entries at least: at 50 updates a second
   * for over three minutes, at a usual pace for years. A request repeated after that counts as a new one.
   */
  find: (key: string) => Promise<Entry | null>;
  state: () => Promise<StatusState>;
  /** Events that have a target: lights, undos, owners, delegates. */
  history: (query: HistoryQuery) => Promise<History>;
  /** Waits for what is under way. Nothing may be asked of the store afterwards. */
  close: () => Promise<void>;
};
