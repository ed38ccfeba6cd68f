import type { Target } from '../domain/light.ts';
import { targetKey } from '../domain/light.ts';
import type { Command } from './command.ts';
import { decideOwnPart, decideRole } from './decide-roles.ts';
import { decideDigest, decideSetting } from './decide-settings.ts';
import type { Decision } from './decision.ts';
import { append, outcome } from './decision.ts';
import { forbidden } from './denial.ts';
import type { UpdateFields } from './events.ts';
import type { Facts } from './facts.ts';
import { boardOutcome, label, maySet, rolesOf } from './facts.ts';
import { formatCommand } from './format-command.ts';
import { problemOutcome } from './problem-outcome.ts';
import { canUndo, latestUpdate, targetState } from './state.ts';
import type { TargetState, Update } from './state.ts';

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
      return maySet(facts, command.target)
        ? outcome({ kind: 'handOver', command })
        : outcome(forbidden(facts, 'edit', command.target, command));
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
    case 'giveUp':
    case 'takeBack':
      return decideOwnPart(command, facts);
    case 'digestOn':
    case 'digestOff':
    case 'digestPreview':
    case 'digestNow':
    case 'digestStatus':
      return decideDigest(command, facts, channel);
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

/** An update of a light: who may, and red with a reason. Red confirmed again has one already. */
export function decideUpdate(target: Target, given: UpdateFields, facts: Facts): Decision {
  const { light } = given;
  const said = (text: string | null) => text?.trim() || null;
  const comment = said(given.comment);
  const fields = { ...given, comment, next: said(given.next), blockers: said(given.blockers) };
  if (!maySet(facts, target)) return outcome(forbidden(facts, 'set', target, { kind: 'set', target, light, comment }));
  const confirmed = latestUpdate(facts.state, target)?.light === 'red';
  if (light === 'red' && comment === null && !confirmed) {
    const text = formatCommand({ kind: 'set', target, light: 'red', comment: null }, facts);
    return outcome({ kind: 'needsComment', target: label(facts, target), light: 'red', text });
  }
  return append({ type: 'light', target, ...fields });
}

function decideUndo(target: Target | null, facts: Facts): Decision {
  const found = target === null ? ownLatestAnywhere(facts) : ownLatest(facts, target);
  if (found === null) {
    return outcome({ kind: 'nothingToUndo', target: target && label(facts, target), reason: 'none' });
  }
  if (!maySet(facts, found.target)) {
    // Nobody can take another's update back; those who may can set another light.
    return outcome(forbidden(facts, 'undo', found.target, { kind: 'show', target: found.target }));
  }
  const standing = found.of.updates.at(-1);
  if (standing !== undefined && standing.seq !== found.update.seq) {
    const { actor: by, light } = standing;
    return outcome({ kind: 'nothingToUndo', target: label(facts, found.target), reason: 'overtaken', by, light });
  }
  if (!canUndo(found.of, found.update.seq)) {
    return outcome({ kind: 'nothingToUndo', target: label(facts, found.target), reason: 'none' });
  }
  return append({ type: 'undo', target: found.target, undoes: found.update.seq });
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

/** True when another update stands on a command's target than the one the caller saw. */
export function isOvertaken(target: Target, seen: number | null, facts: Facts): boolean {
  return (facts.state.targets[targetKey(target)]?.updates.at(-1)?.seq ?? null) !== seen;
}
