import { helsinkiDay } from '../domain/light.ts';
import type { CompleteCommand } from './command.ts';
import type { Decision, RoleEvent } from './decision.ts';
import { append, outcome } from './decision.ts';
import { forbidden } from './denial.ts';
import type { Facts } from './facts.ts';
import { label, rolesOf } from './facts.ts';
import type { StatusState } from './state.ts';
import { targetState } from './state.ts';

type RoleCommand = Extract<CompleteCommand, { kind: 'ownerAdd' | 'ownerRemove' | 'delegateAdd' | 'delegateRemove' }>;

/** A change of roles: admins alone, and nothing where it is so already. */
export function decideRole(command: RoleCommand, facts: Facts): Decision {
  const { target, user } = command;
  const verb = command.kind === 'ownerAdd' || command.kind === 'ownerRemove' ? 'owner' : 'delegate';
  if (!facts.admin) return outcome(forbidden(facts, verb, null, command));
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

/** How long an owner who gave a part up may take it back, in milliseconds. */
const takeBackMs = 14 * 24 * 60 * 60_000;

/** An owner's own part is given up without an admin, and taken back for two weeks, in which the second thought may come. */
export function decideOwnPart(
  { kind, target }: Extract<CompleteCommand, { kind: 'giveUp' | 'takeBack' }>,
  facts: Facts,
): Decision {
  const { user, now } = facts;
  const { owners, gaveUp } = targetState(facts.state, target);
  const owner = owners.includes(user);
  const change = kind === 'giveUp' ? 'ownerRemoved' : 'ownerAdded';
  if (owner === (kind === 'takeBack')) {
    const roles = rolesOf(facts, target);
    return outcome({
      kind: 'rolesChanged',
      target: label(facts, target),
      change,
      user,
      until: null,
      changed: false,
      roles,
    });
  }
  const former = gaveUp.find((of) => of.user === user);
  if (kind === 'takeBack' && (former === undefined || now.getTime() - Date.parse(former.at) > takeBackMs)) {
    return outcome(forbidden(facts, 'owner', null, { kind: 'ownerAdd', target, user }));
  }
  return append({ type: change, target, user });
}

/** The events that end every part a user has, in goals and measures that no programme holds any more too. */
export function endingRoles(state: StatusState, user: string): RoleEvent[] {
  return Object.entries(state.targets).flatMap(([key, of]): RoleEvent[] => {
    const [programme = '', ...id] = key.split(':');
    const target = { programme, id: id.join(':') };
    const owned = of.owners.includes(user) ? [{ type: 'ownerRemoved' as const, target, user }] : [];
    const delegated = of.delegates.some((delegate) => delegate.user === user);
    return delegated ? [...owned, { type: 'delegateRemoved', target, user }] : owned;
  });
}
