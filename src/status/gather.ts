import type { Language } from '../domain/language.ts';
import type { Facts, NextDigest } from './facts.ts';
import type { StatusState } from './state.ts';
import type { StatusStore } from './store.ts';
import type { TargetDirectory } from './targets.ts';
import type { LookUpUser } from './user-lookup.ts';
import { rememberUsers } from './user-lookup.ts';

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
  /**
   * The history entry that the caller saw standing on the target, null for none; another one standing makes the command
   * an `overtaken` one.
   */
  ifLatest?: number | null;
  /** The language of files for a user who has chosen none; default the channel's, else Finnish. */
  language?: Language;
};

type GatherDeps = {
  store: Pick<StatusStore, 'state'>;
  targets: () => TargetDirectory;
  now: () => Date;
  /** Slack user ids that are always admins. */
  admins: readonly string[];
  /** Tells of a user in Slack; default: nothing is known of anybody, who then counts as active and no admin. */
  lookUpUser?: LookUpUser;
  /** When a digest goes out next; default: nothing is known of it. */
  nextDigest?: NextDigest;
};

/** Gathers what decisions rest on, and how people are called. What Slack tells of users is remembered for some minutes. */
export function createGather(deps: GatherDeps): {
  facts: (caller: Caller) => Promise<Facts>;
  names: (users: readonly string[]) => Promise<(user: string) => string | null>;
  language: (caller: Caller, state: StatusState) => Language;
} {
  const lookUp = rememberUsers(deps.lookUpUser ?? (async () => null), deps.now);

  async function inactiveAmong(users: readonly string[]): Promise<ReadonlySet<string>> {
    if (deps.lookUpUser === undefined) return new Set();
    const known = await Promise.all(users.map(async (user) => ({ user, standing: await lookUp(user) })));
    return new Set(known.flatMap(({ user, standing }) => (standing?.active === false ? [user] : [])));
  }

  return {
    facts: async (caller) => {
      const state = await deps.store.state();
      const { user, channel } = caller;
      const inactive = await inactiveAmong([...new Set([...holdersIn(state), ...deps.admins])]);
      return {
        state,
        directory: deps.targets(),
        programme: channel === null ? null : (state.channels[channel]?.programme ?? null),
        user,
        admin: deps.admins.includes(user) || (caller.slackAdmin ?? (await lookUp(user))?.admin ?? false),
        admins: deps.admins.filter((admin) => !inactive.has(admin)),
        inactive,
        nextDigest: deps.nextDigest ?? (() => null),
        now: deps.now(),
      };
    },
    names: async (users) => {
      const names = new Map(
        await Promise.all(users.map(async (user) => [user, (await lookUp(user))?.name ?? null] as const)),
      );
      return (user) => names.get(user) ?? null;
    },
    language: ({ user, channel, language }, state) => {
      const bound = channel === null ? undefined : state.channels[channel];
      return state.users[user]?.language ?? language ?? bound?.language ?? 'fi';
    },
  };
}

function holdersIn(state: StatusState): string[] {
  return Object.values(state.targets).flatMap(({ owners, delegates }) => [
    ...owners,
    ...delegates.map(({ user }) => user),
  ]);
}
