/** Slack sends an event again for about six minutes; an hour covers it with room to spare. */
const defaultRememberMs = 60 * 60 * 1000;
const defaultCapacity = 20_000;

/**
 * Remembers which events were taken, so that each is answered once however often and over whichever connection it comes.
 * Oldest entries go first when `capacity` is reached.
 */
export class SeenEvents {
  readonly #takenAt = new Map<string, number>();
  readonly #now: () => Date;
  readonly #rememberMs: number;
  readonly #capacity: number;

  constructor(now: () => Date, rememberMs: number = defaultRememberMs, capacity: number = defaultCapacity) {
    this.#now = now;
    this.#rememberMs = rememberMs;
    this.#capacity = capacity;
  }

  /** True for the first caller with this key, false for every later one while it is remembered. */
  take(key: string): boolean {
    const now = this.#now().getTime();
    const taken = this.#takenAt.get(key);
    if (taken !== undefined && now - taken < this.#rememberMs) return false;
    this.#takenAt.delete(key);
    this.#takenAt.set(key, now);
    for (const oldest of this.#takenAt.keys()) {
      if (this.#takenAt.size <= this.#capacity) break;
      this.#takenAt.delete(oldest);
    }
    return true;
  }
}
