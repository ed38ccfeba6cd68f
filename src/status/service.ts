import type { Language } from '../domain/language.ts';
import { targetKey } from '../domain/light.ts';
import type { Target } from '../domain/light.ts';
import type { Announcer, AnnouncerClock } from './announcer.ts';
import { createAnnouncer } from './announcer.ts';
import type { Command } from './command.ts';
import type { UpdateFields } from './events.ts';
import { decide, decideUpdate, isOvertaken } from './decide.ts';
import type { Decision } from './decision.ts';
import { exportCsv, peopleOfExport } from './export-csv.ts';
import type { Facts, NextDigest } from './facts.ts';
import { historyLines, label, outcomeOfEntry, shownOutcome } from './facts.ts';
import type { Caller } from './gather.ts';
import { createGather } from './gather.ts';
import type { FindUsers } from './import-people.ts';
import { createImports } from './imports.ts';
import type { StatusOutcome } from './outcome.ts';
import { parseCommand } from './parse-command.ts';
import type { StatusState } from './state.ts';
import { latestUpdate } from './state.ts';
import type { AppendResult, StatusStore } from './store.ts';
import type { TargetDirectory } from './targets.ts';
import type { LookUpUser } from './user-lookup.ts';

type StatusDeps = {
  store: StatusStore;
  targets: () => TargetDirectory;
  now: () => Date;
  /** Slack user ids that are always admins. */
  admins: readonly string[];
  /** Tells of a user in Slack; default: nothing is known of anybody, who then counts as active and no admin. */
  lookUpUser?: LookUpUser;
  /** Finds who is meant by a name or an e-mail address in an imported file; default: only user ids are understood. */
  findUsers?: FindUsers;
  /** When a digest goes out next; default: nothing is known of it. */
  nextDigest?: NextDigest;
  /** The clock by which announcements wait; default the process's own. */
  clock?: AnnouncerClock;
  /** Told in one line of what an operator should know: why the store refused an update. */
  warn: (line: string) => void;
};

export type StatusService = {
  /** Reads and carries out what stands after `/lv`. Rejects only for faults of the program. */
  runCommand: (text: string, caller: Caller) => Promise<StatusOutcome>;
  /** Carries out a command that has been read already. */
  execute: (command: Command, caller: Caller) => Promise<StatusOutcome>;
  /** Posts an update with all its fields, as from a form. */
  postUpdate: (target: Target, fields: UpdateFields, caller: Caller) => Promise<StatusOutcome>;
  /** What a CSV file, its bytes or its text, would change. Nothing is changed before the preview's `confirm` is run as a command. */
  previewImport: (file: Uint8Array | string, caller: Caller) => Promise<StatusOutcome>;
  /** Delivery of announcements. `stop` comes before the store is closed. */
  announcements: Omit<Announcer, 'note'>;
  /** The language that a user chose for commands, null when none. */
  storedLanguage: (user: string) => Promise<Language | null>;
  /** What a channel is bound to; nulls for a channel that is bound to nothing. */
  channelSettings: (channel: string) => Promise<{ programme: string | null; language: Language | null }>;
  /** Lights, roles and settings as they stand. */
  state: () => Promise<StatusState>;
};

/** Lines of history in one outcome: of a detail, and of a history. */
const shownLines = 5;
const historyLimit = 30;

/** Carries out commands about lights on a store. */
export function createStatusService(deps: StatusDeps): StatusService {
  const { store } = deps;
  const gather = createGather(deps);
  const announcer = createAnnouncer(deps);
  const imports = createImports({
    store,
    findUsers: deps.findUsers ?? (async () => []),
    noteChange: announcer.note,
    refused,
  });
  const running = new Map<string, Promise<StatusOutcome>>();

  function refused(result: AppendResult): StatusOutcome {
    if ('message' in result) deps.warn(`an update was refused: ${result.message}`);
    if (result.kind === 'full') return { kind: 'storeFull' };
    return result.kind === 'readOnly' ? { kind: 'storeReadOnly' } : { kind: 'storeFailed' };
  }

  async function act(decision: Decision, facts: Facts, caller: Caller): Promise<StatusOutcome> {
    switch (decision.kind) {
      case 'outcome':
        return decision.outcome;
      case 'readHistory':
        return readHistory(store, decision, facts);
      case 'export': {
        const { entries } = await store.history({ target: null });
        const nameOf = await gather.names(peopleOfExport(facts, entries));
        return exportCsv(facts, entries, { language: gather.language(caller, facts.state), nameOf });
      }
      case 'confirmImport':
        return imports.confirm(decision.key, facts);
      case 'append':
        return keep(decision, facts, caller);
    }
  }

  async function keep(
    { event, first = [] }: Extract<Decision, { kind: 'append' }>,
    facts: Facts,
    caller: Caller,
  ): Promise<StatusOutcome> {
    const target = 'target' in event ? event.target : null;
    const { ifLatest } = caller;
    if (ifLatest !== undefined && target !== null && isOvertaken(target, ifLatest, facts)) {
      return { kind: 'overtaken', target: label(facts, target), posted: latestUpdate(facts.state, target) };
    }
    const request = { actor: caller.user, at: facts.now.toISOString() };
    for (const before of first) {
      const key = `${caller.key}#${before.type}:${targetKey(before.target)}`;
      const result = await store.append({ ...request, event: before, key });
      if ('message' in result) return refused(result);
    }
    const result = await store.append({ ...request, event, key: caller.key, ifLatest });
    if (result.kind === 'overtaken' && target !== null) {
      return { kind: 'overtaken', target: label(facts, target), posted: result.latest };
    }
    if (!('entry' in result)) return refused(result);
    if (result.kind === 'acknowledged') announcer.note(result.entry);
    const outcome = outcomeOfEntry(await gather.facts(caller), result.entry, result.kind === 'duplicate');
    const ended = [...new Set(first.map((before) => before.target))].map((of) => label(facts, of));
    return outcome.kind === 'forgotten' ? { ...outcome, ended } : outcome;
  }

  /** One effect for one key: what is under way is waited for, and what was done is told again. */
  async function once(caller: Caller, work: (facts: Facts) => Promise<StatusOutcome>): Promise<StatusOutcome> {
    const under = running.get(caller.key);
    if (under !== undefined) return under;
    const started = (async () => {
      const done = await store.find(caller.key);
      const facts = await gather.facts(caller);
      return done === null ? work(facts) : outcomeOfEntry(facts, done, true);
    })();
    running.set(caller.key, started);
    try {
      return await started;
    } finally {
      running.delete(caller.key);
    }
  }

  async function previewImport(file: Uint8Array | string, caller: Caller): Promise<StatusOutcome> {
    const facts = await gather.facts(caller);
    const decision = decide({ kind: 'import' }, facts, caller.channel);
    if (decision.kind !== 'outcome' || decision.outcome.kind !== 'handOver') return act(decision, facts, caller);
    const nameOf = await gather.names(peopleOfExport(facts, []));
    return imports.preview(file, facts, { language: gather.language(caller, facts.state), nameOf });
  }

  return {
    runCommand: (text, caller) =>
      once(caller, (facts) => act(decide(parseCommand(text, facts), facts, caller.channel), facts, caller)),
    execute: (command, caller) => once(caller, (facts) => act(decide(command, facts, caller.channel), facts, caller)),
    postUpdate: (target, fields, caller) =>
      once(caller, (facts) => act(decideUpdate(target, fields, facts), facts, caller)),
    previewImport,
    announcements: announcer,
    storedLanguage: async (user) => (await store.state()).users[user]?.language ?? null,
    channelSettings: async (channel) => (await store.state()).channels[channel] ?? { programme: null, language: null },
    state: () => store.state(),
  };
}

async function readHistory(
  store: StatusStore,
  { for: purpose, target }: Extract<Decision, { kind: 'readHistory' }>,
  facts: Facts,
): Promise<StatusOutcome> {
  const limit = purpose === 'show' ? shownLines : historyLimit;
  const { entries, total } = await store.history({ target, limit });
  const lines = historyLines(facts, entries);
  if (purpose === 'show' && target !== null) return shownOutcome(facts, target, { lines, total });
  return { kind: 'history', target: target && label(facts, target), lines, total };
}
