import type { Target } from '../domain/light.ts';
import { helsinkiDay, targetKey } from '../domain/light.ts';
import type { Command, CompleteCommand, Verb } from './command.ts';
import type { StatusEvent } from './events.ts';
import type { Facts } from './facts.ts';
import { boardOutcome, label, maySet, rolesOf } from './facts.ts';
import { formatCommand } from './format-command.ts';
import type { StatusOutcome } from './outcome.ts';
import { problemOutcome } from './problem-outcome.ts';
import { canUndo, latestUpdate, targetState } from './state.ts';
import type { TargetState, Update } from './state.ts';

/** What is to be done about a command: an outcome at once, an event to keep, or history to look up first. */
export type Decision =
  | { kind: 'outcome'; outcome: StatusOutcome }
  | { kind: 'append'; event: StatusEvent; ifLatest?: number | null }
  | { kind: 'readHistory'; for: 'show' | 'history'; target: Target | null };

/** The fields of an update. `expected` is "YYYY-MM-DD", `confidence` 1 to 5. */
export type UpdateFields = Omit<Extract<StatusEvent, { type: 'light' }>, 'type' | 'target'>;

const defaultTime = { weekday: 'mon', time: '09:00' } as const;

/** Decides on a command. Pure: everything it rests on is in the facts. `channel` is where it was given, null for nowhere. */
export function decide(command: Command, facts: Facts, channel: string | null): Decision {
  switch (command.kind) {
    case 'help':
      return outcome({ kind: 'help', topic: command.topic, admin: facts.admin });
    case 'set': {
      const empty = { next: null, expected: null, confidence: null, blockers: null };
      return decideUpdate(command.target, { light: command.light, comment: command.comment, ...empty }, facts);
    }
    case 'edit':
      return maySet(facts, command.target) ? handOver(command) : forbidden(facts, 'edit', command.target);
    case 'show':
    case 'history':
      return { kind: 'readHistory', for: command.kind, target: command.target };
    case 'list':
      return outcome(boardOutcome(facts, command.filter));
    case 'undo':
      return decideUndo(command.target, facts);
    case 'owners': {
      const roles = rolesOf(facts, command.target);
      return outcome({ kind: 'owners', target: label(facts, command.target), roles, mayChange: facts.admin });
    }
    case 'ownerAdd':
    case 'ownerRemove':
    case 'delegateAdd':
    case 'delegateRemove':
      return decideRole(command, facts);
    case 'unclear':
    case 'unknownTarget':
    case 'unknownLight':
    case 'ambiguous':
    case 'missing':
    case 'tooLong':
      return outcome(problemOutcome(command, facts));
    default:
      return decideSetting(command, facts, channel);
  }
}

function outcome(value: StatusOutcome): Decision {
  return { kind: 'outcome', outcome: value };
}

function handOver(command: CompleteCommand): Decision {
  return outcome({ kind: 'handOver', command });
}

function forbidden(facts: Facts, verb: Verb, target: Target | null): Decision {
  const none = { owners: [], inherited: [], delegates: [], admins: facts.admins };
  const roles = target === null ? none : rolesOf(facts, target);
  return outcome({ kind: 'forbidden', verb, target: target && label(facts, target), roles });
}

/** An update of a light: who may, and red with a reason. Red confirmed again has one already. */
export function decideUpdate(target: Target, fields: UpdateFields, facts: Facts): Decision {
  if (!maySet(facts, target)) return forbidden(facts, 'set', target);
  const confirmed = latestUpdate(facts.state, target)?.light === 'red';
  if (fields.light === 'red' && fields.comment === null && !confirmed) {
    const text = formatCommand({ kind: 'set', target, light: 'red', comment: null }, facts);
    return outcome({ kind: 'needsComment', target: label(facts, target), light: 'red', text });
  }
  return { kind: 'append', event: { type: 'light', target, ...fields } };
}

function decideUndo(target: Target | null, facts: Facts): Decision {
  const found = target === null ? ownLatestAnywhere(facts) : ownLatest(facts, target);
  if (found === null) {
    return outcome({ kind: 'nothingToUndo', target: target && label(facts, target), reason: 'none' });
  }
  if (!maySet(facts, found.target)) return forbidden(facts, 'undo', found.target);
  const standing = found.of.updates.at(-1);
  if (standing !== undefined && standing.seq !== found.update.seq) {
    const { actor: by, light } = standing;
    return outcome({ kind: 'nothingToUndo', target: label(facts, found.target), reason: 'overtaken', by, light });
  }
  if (!canUndo(found.of, found.update.seq)) {
    return outcome({ kind: 'nothingToUndo', target: label(facts, found.target), reason: 'none' });
  }
  return { kind: 'append', event: { type: 'undo', target: found.target, undoes: found.update.seq } };
}

type OwnUpdate = { target: Target; of: TargetState; update: Update };

function ownLatest(facts: Facts, target: Target): OwnUpdate | null {
  const of = targetState(facts.state, target);
  const update = of.updates.findLast(({ actor }) => actor === facts.user);
  return update === undefined ? null : { target, of, update };
}

function ownLatestAnywhere(facts: Facts): OwnUpdate | null {
  const own = facts.directory.targets.flatMap(({ target }) => ownLatest(facts, target) ?? []);
  return own.toSorted((a, b) => b.update.seq - a.update.seq)[0] ?? null;
}

type RoleCommand = Extract<CompleteCommand, { kind: 'ownerAdd' | 'ownerRemove' | 'delegateAdd' | 'delegateRemove' }>;

function decideRole(command: RoleCommand, facts: Facts): Decision {
  const { target, user } = command;
  const verb = command.kind === 'ownerAdd' || command.kind === 'ownerRemove' ? 'owner' : 'delegate';
  if (!facts.admin) return forbidden(facts, verb, null);
  const { owners, delegates } = targetState(facts.state, target);
  const delegation = delegates.find((delegate) => delegate.user === user);
  const roles = rolesOf(facts, target);
  const already = (change: 'ownerAdded' | 'ownerRemoved' | 'delegateAdded' | 'delegateRemoved', until: string | null) =>
    outcome({ kind: 'rolesChanged', target: label(facts, target), change, user, until, changed: false, roles });
  switch (command.kind) {
    case 'ownerAdd':
      return owners.includes(user) ? already('ownerAdded', null) : append({ type: 'ownerAdded', target, user });
    case 'ownerRemove':
      return owners.includes(user) ? append({ type: 'ownerRemoved', target, user }) : already('ownerRemoved', null);
    case 'delegateRemove':
      return delegation === undefined
        ? already('delegateRemoved', null)
        : append({ type: 'delegateRemoved', target, user });
    case 'delegateAdd':
  }
  const { until } = command;
  if (until < helsinkiDay(facts.now)) return outcome({ kind: 'pastDate', date: until });
  return delegation?.until === until
    ? already('delegateAdded', until)
    : append({ type: 'delegateSet', target, user, until });
}

function append(event: StatusEvent): Decision {
  return { kind: 'append', event };
}

type SettingCommand = Extract<
  CompleteCommand,
  {
    kind:
      | 'ask'
      | 'gaps'
      | 'digestOn'
      | 'digestOff'
      | 'digestPreview'
      | 'digestNow'
      | 'digestStatus'
      | 'export'
      | 'import'
      | 'language'
      | 'channel'
      | 'announce'
      | 'away'
      | 'forget';
  }
>;

function decideSetting(command: SettingCommand, facts: Facts, channel: string | null): Decision {
  switch (command.kind) {
    case 'language':
      if (command.language === null) {
        return outcome({ kind: 'language', stored: facts.state.users[facts.user]?.language ?? null, changed: false });
      }
      return append({ type: 'userLanguage', user: facts.user, language: command.language });
    case 'away':
      if (command.until !== null && command.until < helsinkiDay(facts.now)) {
        return outcome({ kind: 'pastDate', date: command.until });
      }
      return append({ type: 'away', user: facts.user, until: command.until });
    case 'forget':
      return append({ type: 'forgotten', user: facts.user });
    case 'channel':
      if (!facts.admin) return forbidden(facts, 'channel', null);
      if (channel === null) return outcome({ kind: 'needsChannel', verb: 'channel' });
      return append({ type: 'channelBound', channel, programme: command.programme, language: command.language });
    case 'announce':
      if (!facts.admin) return forbidden(facts, 'announce', null);
      return append({ type: 'announceChannel', channel: command.channel });
    case 'digestOn':
    case 'digestOff':
      return decideDigest(command, facts, command.channel ?? channel);
    case 'digestNow':
      return facts.admin ? handOver(command) : forbidden(facts, 'digest', null);
    case 'import':
      return facts.admin ? handOver(command) : forbidden(facts, 'import', null);
    case 'ask':
    case 'gaps':
    case 'export':
    case 'digestPreview':
    case 'digestStatus':
  }
  return handOver(command);
}

type DigestCommand = Extract<CompleteCommand, { kind: 'digestOn' | 'digestOff' }>;

function decideDigest(command: DigestCommand, facts: Facts, channel: string | null): Decision {
  if (!facts.admin) return forbidden(facts, 'digest', null);
  if (channel === null) return outcome({ kind: 'needsChannel', verb: 'digest' });
  if (command.kind === 'digestOn') {
    const { language, filter } = command;
    return append({ type: 'digestOn', channel, language, when: command.when ?? defaultTime, filter });
  }
  if (facts.state.digests[channel] === undefined) return outcome({ kind: 'digestOff', channel, wasOn: false });
  return append({ type: 'digestOff', channel });
}

/** True when another update stands on a command's target than the one the caller saw. */
export function isOvertaken(target: Target, seen: number | null, facts: Facts): boolean {
  return (facts.state.targets[targetKey(target)]?.updates.at(-1)?.seq ?? null) !== seen;
}
