import type { WebClient } from '@slack/web-api';
import type { Digest } from '../digest/digest.ts';
import { type SlackContext, viewIn } from './context.ts';
import { type DigestPicture, digestAltText } from './views/digest-message.ts';

/** Slack's limit for a file's description. https://docs.slack.dev/reference/methods/files.getUploadURLExternal */
const altLength = 1000;

/** Milliseconds between looks whether Slack has taken the picture in. A message cannot show it before. */
const looksAfterMs = [0, 300, 700, 1_500, 3_000, 5_000];

/**
 * Draws the digest's board and uploads it for a message to show. Null where there is nothing on the board; and, with a line in
 * the log, when drawing or uploading fails, or when Slack does not take it in in time: the digest then goes without.
 */
export async function uploadDigestPicture(
  context: Pick<SlackContext, 'ports' | 'logger'>,
  client: WebClient,
  digest: Digest,
): Promise<DigestPicture | null> {
  if (digest.board.length === 0) return null;
  const png = await context.ports.drawDigest(digest);
  if (png === null) return null;
  const altText = digestAltText(digest, viewIn(digest.language));
  try {
    const uploaded = await client.filesUploadV2({
      file: Buffer.from(png),
      filename: `valo-${digest.week}.png`,
      title: altText.slice(0, 200),
      alt_text: altText.slice(0, altLength),
    });
    const fileId = uploaded.files[0]?.files?.[0]?.id;
    if (fileId !== undefined && (await isTakenIn(client, fileId))) return { fileId, altText };
    context.logger.warn('Slack did not take the picture of a digest in; the digest goes without it.');
  } catch (error) {
    context.logger.warn('The picture of a digest was not uploaded; the digest goes without it:', error);
  }
  return null;
}

/** Slack looks uploaded files through before it knows what they are. */
async function isTakenIn(client: WebClient, file: string): Promise<boolean> {
  for (const ms of looksAfterMs) {
    await new Promise((resolve) => setTimeout(resolve, ms));
    const { file: known } = await client.files.info({ file });
    if ((known?.mimetype ?? '') !== '') return true;
  }
  return false;
}
