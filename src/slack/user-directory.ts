import type { WebClient } from '@slack/web-api';
import { type Language, languageSchema } from '../domain/language.ts';

/** What Slack knows of a user. `language` is null when the profile's language is none of Valo's. */
export type UserProfile = { name: string; language: Language | null; admin: boolean };

const rememberMs = 10 * 60 * 1000;
const capacity = 5_000;

/** Slack profiles, remembered for ten minutes. */
export class UserDirectory {
  readonly #profiles = new Map<string, { profile: UserProfile; until: number }>();
  readonly #now: () => Date;

  constructor(now: () => Date) {
    this.#now = now;
  }

  /** The user's profile. When Slack cannot tell, a profile without language and rights, which is not remembered. */
  async profile(client: WebClient, user: string): Promise<UserProfile> {
    const now = this.#now().getTime();
    const known = this.#profiles.get(user);
    if (known !== undefined && known.until > now) return known.profile;
    try {
      const { user: found } = await client.users.info({ user, include_locale: true });
      const profile = {
        name: found?.profile?.display_name || found?.real_name || found?.name || user,
        language: languageOfLocale(found?.locale),
        admin: found?.is_admin === true || found?.is_owner === true,
      };
      if (this.#profiles.size >= capacity) this.#profiles.clear();
      this.#profiles.set(user, { profile, until: now + rememberMs });
      return profile;
    } catch {
      return { name: user, language: null, admin: false };
    }
  }
}

/** "fi-FI" → "fi"; null for a language that Valo does not speak. */
export function languageOfLocale(locale: string | undefined): Language | null {
  const parsed = languageSchema.safeParse(locale?.slice(0, 2).toLowerCase());
  return parsed.success ? parsed.data : null;
}
