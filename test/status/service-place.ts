import { join } from 'node:path';
import type { AnnouncerClock } from '../../src/status/announcer.ts';
import type { NextDigest } from '../../src/status/facts.ts';
import type { Caller } from '../../src/status/gather.ts';
import { openJsonStore } from '../../src/status/json-store.ts';
import { createStatusService } from '../../src/status/service.ts';
import type { StatusService } from '../../src/status/service.ts';
import type { StatusStore } from '../../src/status/store.ts';
import type { TargetDirectory } from '../../src/status/targets.ts';
import type { UserStanding } from '../../src/status/user-lookup.ts';
import { directory } from './directory.ts';
import { temporaryFolder } from './support.ts';

/** A service on a real store in a folder of its own, with people and a clock that a test changes at will. */
export type ServicePlace = {
  readonly service: StatusService;
  readonly store: StatusStore;
  folder: string;
  journal: string;
  /** What Slack tells of users; an absent one is active and no admin. */
  people: Map<string, Partial<UserStanding>>;
  found: Map<string, readonly string[]>;
  now: Date;
  warnings: string[];
  readonly clock: ManualClock;
  /** Runs a command under a trigger of its own. UADMIN is an admin. */
  as: (user: string, text: string, given?: Partial<Caller>) => ReturnType<StatusService['runCommand']>;
  caller: (user: string, given?: Partial<Caller>) => Caller;
  /** Closes the store and opens it again, as after a restart; what waited in the process is lost. */
  restart: () => Promise<void>;
  remove: () => Promise<void>;
};

type PlaceOptions = { directory?: TargetDirectory; nextDigest?: NextDigest };

export async function openServicePlace(options: PlaceOptions = {}): Promise<ServicePlace> {
  const folder = await temporaryFolder();
  const people: ServicePlace['people'] = new Map();
  const found: ServicePlace['found'] = new Map();
  const warnings: string[] = [];
  const time = { now: new Date('2026-11-16T07:00:00Z') };
  let triggers = 0;

  async function open(clock: ManualClock) {
    const store = await openJsonStore(folder.path, { warn: () => undefined });
    const service = createStatusService({
      store,
      targets: () => options.directory ?? directory,
      now: () => time.now,
      admins: ['UADMIN'],
      lookUpUser: async (user) => ({ name: null, admin: false, active: true, ...people.get(user) }),
      findUsers: async (written) => found.get(written) ?? [],
      ...(options.nextDigest === undefined ? {} : { nextDigest: options.nextDigest }),
      clock,
      warn: (line) => warnings.push(line),
    });
    return { store, service, clock };
  }

  let opened = await open(manualClock());
  const caller: ServicePlace['caller'] = (user, given = {}) => {
    triggers += 1;
    return { user, channel: 'C1', key: `t${triggers}`, ...given };
  };
  return {
    get service() {
      return opened.service;
    },
    get store() {
      return opened.store;
    },
    get clock() {
      return opened.clock;
    },
    get now() {
      return time.now;
    },
    set now(now) {
      time.now = now;
    },
    folder: folder.path,
    journal: join(folder.path, 'journal.jsonl'),
    people,
    found,
    warnings,
    caller,
    as: (user, text, given) => opened.service.runCommand(text, caller(user, given)),
    restart: async () => {
      await opened.store.close();
      opened = await open(manualClock());
    },
    remove: async () => {
      await opened.store.close();
      await folder.remove();
    },
  };
}

/** A clock that stands still until it is moved. */
export type ManualClock = AnnouncerClock & { pass: (ms: number) => void; waiting: () => number };

export function manualClock(): ManualClock {
  let time = 0;
  let timers: { at: number; run: () => void }[] = [];
  return {
    ms: () => time,
    after: (ms, run) => {
      const timer = { at: time + ms, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    pass: (ms) => {
      time += ms;
      const due = timers.filter(({ at }) => at <= time);
      timers = timers.filter(({ at }) => at > time);
      for (const { run } of due) run();
    },
    waiting: () => timers.length,
  };
}
