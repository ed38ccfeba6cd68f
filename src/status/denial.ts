import type { Target } from '../domain/light.ts';
import type { CompleteCommand, Verb } from './command.ts';
import type { Facts } from './facts.ts';
import { label, rolesOf } from './facts.ts';
import { formatCommand } from './format-command.ts';
import type { AskThem, Roles, StatusOutcome } from './outcome.ts';

/** Most people who are asked at once. */
const mostAsked = 5;

/** A denial of a command: who may, and whom to ask for it. `target` null means that only admins may. */
export function forbidden(facts: Facts, verb: Verb, target: Target | null, command: CompleteCommand): StatusOutcome {
  const roles = target === null ? adminsAlone(facts) : rolesOf(facts, target);
  return {
    kind: 'forbidden',
    verb,
    target: target && label(facts, target),
    roles,
    ask: askThem(facts, roles, command),
  };
}

function adminsAlone(facts: Facts): Roles {
  return { owners: [], inherited: [], delegates: [], admins: facts.admins, left: [], away: [] };
}

/** Those who are nearest to the matter, those at work first; admins where there is nobody else. */
function askThem(facts: Facts, roles: Roles, command: CompleteCommand): AskThem | null {
  const near = [...roles.owners, ...roles.inherited, ...roles.delegates.map(({ user }) => user)];
  const away = new Set(roles.away.map(({ user }) => user));
  const users = [...new Set(near.length > 0 ? near : roles.admins)].filter((user) => user !== facts.user);
  const ordered = [...users.filter((user) => !away.has(user)), ...users.filter((user) => away.has(user))];
  if (ordered.length === 0) return null;
  // A direct message belongs to no programme: the command must mean the same there.
  return { users: ordered.slice(0, mostAsked), text: formatCommand(command, { ...facts, programme: null }) };
}
