import type { Language } from '../domain/language.ts';
import type { Target } from '../domain/light.ts';
import type { Command } from './command.ts';
import type { Decision, UpdateFields } from './decide.ts';
import { decide, decideUpdate, isOvertaken } from './decide.ts';
import type { Facts } from './facts.ts';
import { historyLines, label, outcomeOfEntry, shownOutcome } from './facts.ts';
import type { StatusOutcome } from './outcome.ts';
import { parseCommand } from './parse-command.ts';
import type { StatusState } from './state.ts';
import { latestUpdate } from './state.ts';
import type { AppendResult, StatusStore } from './store.ts';
import type { TargetDirectory } from './targets.ts';

/** Who gives a command, and from where. */
export type Caller = {
  /** Slack user id. */
  user: string;
  /** Slack channel id, null where there is none. */
  channel: string | null;
  /** Idempotency key: the same key has one effect, over restarts too. */
  key: string;
  /** Whether the user is an admin of the Slack workspace, where the caller knows it; else it is looked up when it matters. */
  slackAdmin?: boolean;
  /** The history entry that the caller saw standing on the target; another one standing makes the command an `overtaken` one. */
  ifLatest?: number;
};

type StatusDeps = {
  store: StatusStore;
  targets: () => TargetDirectory;
  now: () => Date;
  /** Slack user ids that are always admins. */
  admins: readonly string[];
  /** Whether a user is an admin or owner of the Slack workspace. Must not reject; default: nobody is. */
  isSlackAdmin?: (user: string) => Promise<boolean>;
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
  const running = new Map<string, Promise<StatusOutcome>>();

  async function gather(caller: Caller): Promise<Facts> {
    const state = await deps.store.state();
    const { user, channel } = caller;
    const listed = deps.admins.includes(user);
    return {
      state,
      directory: deps.targets(),
      programme: channel === null ? null : (state.channels[channel]?.programme ?? null),
      user,
      admin: listed || (caller.slackAdmin ?? (await deps.isSlackAdmin?.(user)) ?? false),
      admins: deps.admins,
      now: deps.now(),
    };
  }

  async function act(decision: Decision, facts: Facts, caller: Caller): Promise<StatusOutcome> {
    if (decision.kind === 'outcome') return decision.outcome;
    if (decision.kind === 'readHistory') return readHistory(deps.store, decision, facts);
    const { event } = decision;
    const target = 'target' in event ? event.target : null;
    const { ifLatest } = caller;
    if (ifLatest !== undefined && target !== null && isOvertaken(target, ifLatest, facts)) {
      return { kind: 'overtaken', target: label(facts, target), posted: latestUpdate(facts.state, target) };
    }
    const at = facts.now.toISOString();
    const result = await deps.store.append({ event, key: caller.key, actor: caller.user, at, ifLatest });
    if ('message' in result) deps.warn(`an update was refused: ${result.message}`);
    return outcomeOfResult(result, { ...facts, state: await deps.store.state() }, target);
  }

  /** One effect for one key: what is under way is waited for, and what was done is told again. */
  async function once(caller: Caller, work: (facts: Facts) => Promise<StatusOutcome>): Promise<StatusOutcome> {
    const under = running.get(caller.key);
    if (under !== undefined) return under;
    const started = (async () => {
      const done = await deps.store.find(caller.key);
      const facts = await gather(caller);
      return done === null ? work(facts) : outcomeOfEntry(facts, done, true);
    })();
    running.set(caller.key, started);
    try {
      return await started;
    } finally {
      running.delete(caller.key);
    }
  }

  return {
    runCommand: (text, caller) =>
      once(caller, (facts) => act(decide(parseCommand(text, facts), facts, caller.channel), facts, caller)),
    execute: (command, caller) => once(caller, (facts) => act(decide(command, facts, caller.channel), facts, caller)),
    postUpdate: (target, fields, caller) =>
      once(caller, (facts) => act(decideUpdate(target, fields, facts), facts, caller)),
    storedLanguage: async (user) => (await deps.store.state()).users[user]?.language ?? null,
    channelSettings: async (channel) =>
      (await deps.store.state()).channels[channel] ?? { programme: null, language: null },
    state: () => deps.store.state(),
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

function outcomeOfResult(result: AppendResult, facts: Facts, target: Target | null): StatusOutcome {
  switch (result.kind) {
    case 'acknowledged':
      return outcomeOfEntry(facts, result.entry, false);
    case 'duplicate':
      return outcomeOfEntry(facts, result.entry, true);
    case 'overtaken':
      if (target === null) return { kind: 'storeFailed' };
      return { kind: 'overtaken', target: label(facts, target), posted: result.latest };
    case 'full':
      return { kind: 'storeFull' };
    case 'readOnly':
      return { kind: 'storeReadOnly' };
    case 'failed':
  }
  return { kind: 'storeFailed' };
}
