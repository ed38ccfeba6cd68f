import { type WebClient, WebAPIPlatformError } from '@slack/web-api';
import { z } from 'zod';
import type { DeliveryPlaces } from '../digest/scheduler.ts';
import { channelScope, type SlackContext, viewIn } from './context.ts';
import type { SlackSide } from './ports.ts';
import { closedFor } from './post-once.ts';
import { buildAnnouncementMessage } from './views/announcement-message.ts';

const memberSchema = z.object({
  id: z.string(),
  name: z.string().optional(),
  real_name: z.string().optional(),
  deleted: z.boolean().optional(),
  is_bot: z.boolean().optional(),
  profile: z.object({ display_name: z.string().optional(), real_name: z.string().optional() }).optional(),
});

/** What Slack does for the rest of Valo: it knows people, and takes announcements, digests and reminders. */
export function createSlackSide(context: SlackContext, client: WebClient, deliveries: DeliveryPlaces): SlackSide {
  return {
    deliveries,
    lookUpUser: async (user) => {
      const { user: found } = await client.users.info({ user });
      if (found === undefined) return null;
      const name = found.profile?.display_name || found.real_name || found.name || null;
      return { name, admin: found.is_admin === true || found.is_owner === true, active: found.deleted !== true };
    },
    findUsers: async (written) =>
      written.includes('@') && !written.startsWith('@') ? byEmail(client, written) : byName(client, written),
    announcements: {
      post: async (announcement) => {
        const { channel } = announcement;
        const { language } = await channelScope(context, channel);
        const message = buildAnnouncementMessage(announcement, viewIn(language ?? context.defaultLanguage));
        try {
          const { ts } = await client.chat.postMessage({ channel, ...message });
          return ts ?? null;
        } catch (error) {
          if (closedFor(platformError(error)) !== null) return null;
          throw error;
        }
      },
      edit: async (ts, announcement) => {
        const { channel } = announcement;
        const { language } = await channelScope(context, channel);
        const message = buildAnnouncementMessage(announcement, viewIn(language ?? context.defaultLanguage));
        try {
          await client.chat.update({ channel, ts, ...message });
        } catch (error) {
          if (platformError(error) !== 'message_not_found' && closedFor(platformError(error)) === null) throw error;
        }
      },
    },
  };
}

async function byEmail(client: WebClient, email: string): Promise<string[]> {
  try {
    const { user } = await client.users.lookupByEmail({ email });
    return user?.id === undefined ? [] : [user.id];
  } catch (error) {
    if (platformError(error) === 'users_not_found') return [];
    throw error;
  }
}

/** Active people whose name or display name is the written one, letter case aside. */
async function byName(client: WebClient, written: string): Promise<string[]> {
  const wanted = written.replace(/^@/, '').toLowerCase();
  const found: string[] = [];
  let cursor = '';
  do {
    const page = await client.users.list({ limit: 200, ...(cursor === '' ? {} : { cursor }) });
    const members = z.array(memberSchema).parse(page.members ?? []);
    for (const { id, name, real_name: realName, profile, deleted, is_bot: bot } of members) {
      const names = [name, realName, profile?.display_name, profile?.real_name];
      if (deleted !== true && bot !== true && names.some((of) => of?.toLowerCase() === wanted)) found.push(id);
    }
    cursor = page.response_metadata?.next_cursor ?? '';
  } while (cursor !== '');
  return found;
}

function platformError(error: unknown): string {
  return error instanceof WebAPIPlatformError ? error.data.error : '';
}
