import { vi } from 'vitest';
import type { FindResult, PostResult } from '../../src/digest/deliver-once.ts';
import type { PauseNote } from '../../src/digest/digest-delivery.ts';
import type { Nudge } from '../../src/digest/nudge.ts';
import type { Reader } from '../../src/digest/nudge-delivery.ts';
import type { DigestRun } from '../../src/digest/post.ts';
import type { Timetabled } from '../../src/digest/scene.ts';
import { createScheduler, type DeliveryPlaces, type Scheduler } from '../../src/digest/scheduler.ts';
import { createDeliveryRecords } from '../../src/status/delivery-records.ts';
import { openJsonStore } from '../../src/status/json-store.ts';
import type { StatusEvent } from '../../src/status/events.ts';
import type { StatusState } from '../../src/status/state.ts';
import type { StatusStore } from '../../src/status/store.ts';
import type { Target } from '../../src/domain/light.ts';
import { directory } from '../status/directory.ts';
import { type ManualClock, manualClock } from '../status/service-place.ts';
import { temporaryFolder } from '../status/support.ts';

export type Posted = { place: string; key: string; run: DigestRun | null; nudge: Nudge | null; note: PauseNote | null };

/** `lose` posts and loses the answer; `drop` loses the request. */
export type PostFault = 'lose' | 'drop' | 'limit' | 'archived' | 'removed' | 'invalid_blocks';

/** Places in memory that stand a restart of Valo, with faults to order. */
export class FakePlaces implements DeliveryPlaces {
  readonly posted: Posted[] = [];
  /** What happens to the next posts, in order. */
  readonly faults: PostFault[] = [];
  /** What happens to every post in a place. */
  readonly faultsOf = new Map<string, PostFault>();
  historyFails = false;
  looks = 0;
  readonly readers = new Map<string, Reader>();
  readonly asked: string[] = [];

  readonly digests: DeliveryPlaces['digests'] = {
    prepare: async (run, key) => async () => this.#post({ place: run.channel, key, run, nudge: null, note: null }),
    find: async (channel, key) => this.#find(channel, key),
    prepareNote: async (note, key) => async () => this.#post({ place: note.user, key, run: null, nudge: null, note }),
    findNote: async (user, key) => this.#find(user, key),
  };

  readonly nudges: DeliveryPlaces['nudges'] = {
    prepare: async (nudge, key) => async () => this.#post({ place: nudge.user, key, run: null, nudge, note: null }),
    find: async (user, key) => this.#find(user, key),
    reader: async (user) => {
      this.asked.push(user);
      return this.readers.get(user) ?? { kind: 'known', zone: null, active: true };
    },
  };

  in(place: string): string[] {
    return this.posted.filter((message) => message.place === place).map(({ key }) => key);
  }

  #find(place: string, key: string): FindResult {
    this.looks += 1;
    if (this.faultsOf.get(place) === 'removed') return { kind: 'failed', error: 'not_in_channel', closed: 'removed' };
    if (this.historyFails) return { kind: 'failed', error: 'missing_scope', closed: null };
    const found = this.posted.findIndex((message) => message.place === place && message.key === key);
    return { kind: 'looked', message: found < 0 ? null : `m${found}` };
  }

  #post(message: Posted): PostResult {
    const fault = this.faults.shift() ?? this.faultsOf.get(message.place);
    if (fault === 'limit') return { kind: 'limited', afterMs: 7_000 };
    if (fault === 'removed') return { kind: 'refused', error: 'not_in_channel', closed: 'removed' };
    if (fault === 'archived') return { kind: 'refused', error: 'is_archived', closed: 'archived' };
    if (fault === 'invalid_blocks') return { kind: 'refused', error: 'invalid_blocks', closed: null };
    if (fault !== 'drop') this.posted.push(message);
    if (fault === 'drop' || fault === 'lose') return { kind: 'unknown', error: 'timeout' };
    return { kind: 'posted', message: `m${this.posted.length - 1}` };
  }
}

export const monday = { weekday: 'mon', time: '09:00' } as const;
const everything = { lights: [], programme: null, goals: [], mine: false };

/** A scheduler on a real store in a folder of its own, with places and clocks that a test moves. */
export class DeliveryPlace {
  readonly places = new FakePlaces();
  readonly timetables = new Map<string, Timetabled>();
  readonly log: string[] = [];
  now: Date;
  #clock: ManualClock = manualClock();
  #store: StatusStore;
  #scheduler: Scheduler;
  #keys = 0;
  readonly #folder: Awaited<ReturnType<typeof temporaryFolder>>;

  private constructor(folder: Awaited<ReturnType<typeof temporaryFolder>>, store: StatusStore, now: Date) {
    this.#folder = folder;
    this.#store = store;
    this.now = now;
    this.#scheduler = this.#create();
  }

  static async open(now: string): Promise<DeliveryPlace> {
    const folder = await temporaryFolder();
    const store = await openJsonStore(folder.path, { warn: () => undefined });
    return new DeliveryPlace(folder, store, new Date(now));
  }

  get scheduler(): Scheduler {
    return this.#scheduler;
  }

  get store(): StatusStore {
    return this.#store;
  }

  state(): Promise<StatusState> {
    return this.#store.state();
  }

  async keep(event: StatusEvent, { actor = 'UADMIN', at = this.now.toISOString() } = {}): Promise<number> {
    this.#keys += 1;
    const result = await this.#store.append({ event, actor, at, key: `k${this.#keys}-${Math.random()}` });
    if (!('entry' in result)) throw new Error(result.kind);
    return result.entry.seq;
  }

  turnOn(channel: string, given: Partial<Extract<StatusEvent, { type: 'digestOn' }>> = {}): Promise<number> {
    const settings = { language: null, when: monday, filter: everything, skipHolidays: false };
    return this.keep({ type: 'digestOn', channel, ...settings, ...given });
  }

  light(target: Target, light: 'green' | 'yellow' | 'red' | 'grey', at: string, comment: string | null = null) {
    const empty = { next: null, expected: null, confidence: null, blockers: null };
    return this.keep({ type: 'light', target, light, comment, ...empty }, { at });
  }

  /** Starts the scheduler, where it does not run, at an instant, and lets it deal with what is due. */
  async lookAt(now: string): Promise<void> {
    this.now = new Date(now);
    await this.look();
  }

  async look(): Promise<void> {
    this.#scheduler.start(this.places);
    await this.#scheduler.runDue();
  }

  /** Lets both clocks go on, and then looks for what is due. */
  async pass(ms: number): Promise<void> {
    this.now = new Date(this.now.getTime() + ms);
    this.#clock.pass(ms);
    await this.#scheduler.runDue();
  }

  /** Lets the running clock alone go on while something waits for it. */
  wait(ms: number): void {
    this.#clock.pass(ms);
  }

  /** Resolves when a delivery waits for the running clock. */
  async untilWaiting(): Promise<void> {
    await vi.waitUntil(() => this.#clock.waiting() > 0, { timeout: 10_000, interval: 5 });
  }

  /** As after a crash: nothing in memory is left. */
  async crash(): Promise<void> {
    await this.#store.close();
    this.#store = await openJsonStore(this.#folder.path, { warn: () => undefined });
    this.#clock = manualClock();
    this.#scheduler = this.#create();
  }

  async remove(): Promise<void> {
    await this.#scheduler.stop();
    await this.#store.close();
    await this.#folder.remove();
  }

  #create(): Scheduler {
    const now = () => this.now;
    const log = (line: string) => this.log.push(line);
    const records = createDeliveryRecords({ store: this.#store, now, warn: log });
    const facts = () => ({ directory, timetables: this.timetables });
    return createScheduler({ records, facts, now, log, clock: this.#clock });
  }
}
