/** What Slack knows of a user that matters for lights. `active` is false for a deactivated account. */
export type UserStanding = { name: string | null; admin: boolean; active: boolean };

/** Looks a user up in Slack; null when that cannot be told now. A rejection counts as null. */
export type LookUpUser = (user: string) => Promise<UserStanding | null>;

type LookupTiming = {
  /** Milliseconds for which an answer holds, default five minutes. */
  holdsMs?: number;
  /** Milliseconds for which Slack is not asked again after it could not tell, default half a minute. */
  restsMs?: number;
  /** Milliseconds that a caller waits for Slack, default 1,500. A later answer is remembered for the next caller. */
  patienceMs?: number;
};

/** Most users remembered; Slack's workspaces of a city's employment services are smaller. */
const capacity = 5_000;

/**
 * The same look-up, remembered for some minutes; many askers share one question to Slack. When Slack cannot tell in
 * time, what was known before holds, and null where nothing was.
 */
export function rememberUsers(
  lookUp: LookUpUser,
  now: () => Date,
  { holdsMs = 5 * 60_000, restsMs = 30_000, patienceMs = 1_500 }: LookupTiming = {},
): LookUpUser {
  const known = new Map<string, { standing: UserStanding | null; until: number }>();
  const asking = new Map<string, Promise<UserStanding | null>>();

  async function ask(user: string): Promise<UserStanding | null> {
    const told = await tell(user);
    const standing = told ?? known.get(user)?.standing ?? null;
    if (known.size >= capacity) known.clear();
    known.set(user, { standing, until: now().getTime() + (told === null ? restsMs : holdsMs) });
    return standing;
  }

  async function tell(user: string): Promise<UserStanding | null> {
    try {
      return await lookUp(user);
    } catch {
      return null;
    }
  }

  function start(user: string): Promise<UserStanding | null> {
    const asked = ask(user).finally(() => asking.delete(user));
    asking.set(user, asked);
    return asked;
  }

  return async (user) => {
    const before = known.get(user);
    if (before !== undefined && now().getTime() < before.until) return before.standing;
    return (await within(patienceMs, asking.get(user) ?? start(user))) ?? before?.standing ?? null;
  };
}

async function within<T>(ms: number, work: Promise<T | null>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
