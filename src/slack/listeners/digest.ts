import { type WebClient, WebAPIPlatformError } from '@slack/web-api';
import { languageOf, type SlackContext, viewIn } from '../context.ts';
import { uploadDigestPicture } from '../digest-picture.ts';
import { buildDigestMessage } from '../views/digest-message.ts';
import type { ViewLanguage } from '../views/light-words.ts';
import { type SlackMessage, toMessage } from '../views/message.ts';
import { channel as channelWords, code, fill, italic, line, richText } from '../views/rich-text.ts';

/** The digest as the channel would get it now, for one person's eyes. */
export async function previewDigest(
  context: SlackContext,
  client: WebClient,
  { user }: { user: string },
  channel: string,
): Promise<SlackMessage> {
  const digest = await context.ports.previewDigest(channel);
  const picture = await uploadDigestPicture(context, client, digest);
  const message = buildDigestMessage(digest, viewIn(digest.language), { picture });
  const { texts } = viewIn(await languageOf(context, client, user));
  const sent = fill(texts.digest.previewNote, { channel: channelWords(channel) });
  const note = toMessage([
    richText(
      line(...(channel.startsWith('D') ? [italic(texts.digest.previewOnly)] : [sent])),
      ...(picture === null && digest.board.length > 0 ? [line(italic(texts.digest.noPicture))] : []),
    ),
  ]);
  return { ...message, text: `${note.text}\n${message.text}`, blocks: [...note.blocks, ...message.blocks] };
}

/** Posts the digest of a channel now, once a command. */
export async function postDigestNow(
  context: SlackContext,
  client: WebClient,
  { user, triggerId }: { user: string; triggerId: string },
  channel: string,
): Promise<SlackMessage> {
  const outcome = await context.ports.digestDelivery.postNow({ channel, key: `now:${triggerId}` });
  const { texts } = viewIn(await languageOf(context, client, user));
  return toMessage([richText(line(fill(texts.digest.now[outcome], { channel: channelWords(channel) })))]);
}

/** The message, with the request to invite Valo where it is not in the channel yet. */
export async function withInvitation(
  client: WebClient,
  channel: string,
  message: SlackMessage,
  { texts }: ViewLanguage,
): Promise<SlackMessage> {
  if (await isMember(client, channel)) return message;
  const invitation = fill(texts.digest.invite, { channel: channelWords(channel) });
  return toMessage([...message.blocks, richText(line(invitation, ' ', code('/invite @Valo')))]);
}

/** False also for a private channel, of which Slack says nothing to those outside; true where it cannot be told now. */
async function isMember(client: WebClient, channel: string): Promise<boolean> {
  try {
    const { channel: found } = await client.conversations.info({ channel });
    return found?.is_member !== false || found.is_im === true;
  } catch (error) {
    return !(error instanceof WebAPIPlatformError && error.data.error === 'channel_not_found');
  }
}
