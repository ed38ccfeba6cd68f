import type { Entry, StatusEvent } from './events.ts';
import { revealActor, revealUpdate } from './named-events.ts';
import type { StatusState, TargetState } from './state.ts';

type RoleEvent = Extract<StatusEvent, { type: 'ownerAdded' | 'ownerRemoved' | 'delegateSet' | 'delegateRemoved' }>;

/** The holders of a target after a change of roles. */
export function applyRole(of: TargetState, event: RoleEvent, { actor, at }: Entry): TargetState {
  const { user } = event;
  if (user === null) return of;
  const owners = of.owners.filter((owner) => owner !== user);
  const delegates = of.delegates.filter((delegate) => delegate.user !== user);
  const gaveUp = without(of.gaveUp, user);
  const appointed = without(of.appointed, user);
  if (event.type === 'ownerAdded') {
    return { ...of, owners: [...owners, user], appointed: [...appointed, { user, at }], gaveUp };
  }
  if (event.type === 'ownerRemoved') {
    return { ...of, owners, appointed, gaveUp: actor === user ? [...gaveUp, { user, at }] : gaveUp };
  }
  if (event.type === 'delegateRemoved') return { ...of, delegates };
  return { ...of, delegates: [...delegates, { user, until: event.until }] };
}

/** The state without a user's roles and settings. The user stands among those who are forgotten. */
export function forget(state: StatusState, user: string): StatusState {
  const { [user]: _gone, ...users } = state.users;
  const targets = mapValues(state.targets, (of) => ({
    ...of,
    owners: of.owners.filter((owner) => owner !== user),
    delegates: of.delegates.filter((delegate) => delegate.user !== user),
    appointed: without(of.appointed, user),
    gaveUp: without(of.gaveUp, user),
  }));
  return { ...state, users, targets, forgotten: [...state.forgotten, user] };
}

/** The state as a store gives it out: users for references; those who are forgotten have no roles and settings and stay as null in updates. */
export function revealState(state: StatusState, userOf: (reference: string) => string | null): StatusState {
  const known = (user: string) => userOf(user) ?? [];
  return {
    ...state,
    targets: mapValues(state.targets, (of) => ({
      ...of,
      updates: of.updates.map((update) => revealUpdate(update, userOf)),
      owners: of.owners.flatMap(known),
      delegates: of.delegates.flatMap(({ user, until }) => {
        const named = userOf(user);
        return named === null ? [] : [{ user: named, until }];
      }),
      appointed: revealed(of.appointed, userOf),
      gaveUp: revealed(of.gaveUp, userOf),
    })),
    users: Object.fromEntries(
      Object.entries(state.users).flatMap(([user, settings]) => {
        const named = userOf(user);
        return named === null ? [] : [[named, settings] as const];
      }),
    ),
    digests: mapValues(state.digests, (digest) => ({ ...digest, by: revealActor(digest.by, userOf) })),
  };
}

type Dated = readonly { user: string; at: string }[];

function without(dated: Dated, user: string): { user: string; at: string }[] {
  return dated.filter((of) => of.user !== user);
}

function revealed(dated: Dated, userOf: (reference: string) => string | null): { user: string; at: string }[] {
  return dated.flatMap(({ user, at }) => {
    const named = userOf(user);
    return named === null ? [] : [{ user: named, at }];
  });
}

function mapValues<V, W>(record: Readonly<Record<string, V>>, change: (value: V) => W): Record<string, W> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
