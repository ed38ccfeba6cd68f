import type { RespondFn } from '@slack/bolt';
import { type WebClient, WebAPIPlatformError } from '@slack/web-api';
import type { SlackContext } from '../context.ts';
import type { SlackMessage } from '../views/message.ts';

/** Tells one person something, beside what they are looking at, or in a direct message where Slack does not allow that. */
export async function tellPrivately(
  context: SlackContext,
  client: WebClient,
  place: { user: string; channel: string | null; threadTs?: string | null },
  message: SlackMessage,
): Promise<void> {
  const { blocks, text, parse } = message;
  const { user, channel, threadTs = null } = place;
  if (channel !== null && !channel.startsWith('D')) {
    try {
      const thread = threadTs === null ? {} : { thread_ts: threadTs };
      await client.chat.postEphemeral({ channel, user, ...thread, blocks, text, parse });
      return;
    } catch (error) {
      context.logger.debug('An ephemeral message was refused; a direct message goes instead:', error);
    }
  }
  await writeTo(client, user, message);
}

/** Answers through the command's own address, or in a direct message when that has run out. */
export async function respondOrWrite(
  context: SlackContext,
  client: WebClient,
  respond: RespondFn,
  user: string,
  message: SlackMessage,
  replaceOriginal: boolean,
): Promise<void> {
  try {
    await respond({ ...message, response_type: 'ephemeral', replace_original: replaceOriginal });
  } catch (error) {
    context.logger.debug('The response address was refused; a direct message goes instead:', error);
    await writeTo(client, user, message);
  }
}

/** A direct message; in plain words where Slack refuses a block, such as a table in a client that knows none. */
async function writeTo(client: WebClient, user: string, message: SlackMessage): Promise<void> {
  try {
    await client.chat.postMessage({ channel: user, ...message });
  } catch (error) {
    if (!(error instanceof WebAPIPlatformError) || error.data.error !== 'invalid_blocks') throw error;
    const { text, parse, unfurl_links, unfurl_media } = message;
    await client.chat.postMessage({ channel: user, text, parse, unfurl_links, unfurl_media });
  }
}
