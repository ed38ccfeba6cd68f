import type { Roles } from '../status/outcome.ts';

/** Owners beyond these are not bothered with one question. */
const askedOwners = 3;

/** Whom to ask about a goal or measure, at most three: those at work before those who are away. `except` is never among them. */
export function ownersToAsk({ owners, inherited, delegates, away }: Roles, except: string | null): string[] {
  const present = (user: string) => !away.some((absent) => absent.user === user);
  const named = [...new Set(owners.length > 0 ? owners : inherited)].filter((owner) => owner !== except);
  const standIns = named.every((owner) => !present(owner)) ? delegates.map((delegate) => delegate.user) : [];
  const all = [...named.filter(present), ...standIns, ...named.filter((owner) => !present(owner))];
  return [...new Set(all)].filter((owner) => owner !== except).slice(0, askedOwners);
}
