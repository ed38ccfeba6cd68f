import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { languageOf, type SlackContext, statusViewIn, viewIn } from '../context.ts';
import { buildNoteMessage } from '../views/answer-message.ts';
import { buildImportForm } from '../views/import-message.ts';
import { buildMessageModal, type SlackMessage } from '../views/message.ts';
import { buildStatusMessage } from '../views/status-message.ts';

/** More than any file that is read; a larger one is not fetched to its end. */
const largestFile = 2_000_000;

/** Asks for the file to import. Returns null, or what to say when the form could not be opened. */
export async function openImportForm(
  context: SlackContext,
  client: WebClient,
  call: { user: string; channel: string | null; triggerId: string; pushed?: boolean },
): Promise<SlackMessage | null> {
  const view = viewIn(await languageOf(context, client, call.user));
  const opened = { trigger_id: call.triggerId, view: buildImportForm(call.channel, view) };
  try {
    await (call.pushed === true ? client.views.push(opened) : client.views.open(opened));
    return null;
  } catch (error) {
    context.logger.debug('The form was not opened:', error);
    return buildNoteMessage(view.texts.slack.failed);
  }
}

type Submission = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

const metadataSchema = z.object({ channel: z.string().nullable() });
const stateSchema = z.object({
  file: z.object({ value: z.object({ files: z.array(z.object({ url_private_download: z.url() })).min(1) }) }),
});

/** Reads the chosen file and shows in the form's place what it would change. */
export async function handleImportForm(
  context: SlackContext,
  { ack, body, view: form, client }: Submission,
): Promise<void> {
  const user = body.user.id;
  const view = viewIn(await languageOf(context, client, user));
  const { import: texts } = view.texts.files;
  const modal = (message: SlackMessage) => buildMessageModal(message, texts.title, view);
  await ack({ response_action: 'update', view: modal(buildNoteMessage(texts.reading)) });
  if (!context.seen.take(`form:${form.id}`)) return;
  const { channel } = metadataSchema.parse(JSON.parse(form.private_metadata));
  const [file] = stateSchema.parse(form.state.values).file.value.files;
  const content = file === undefined ? null : await fetchFile(context, client, file.url_private_download);
  const message =
    content === null
      ? buildNoteMessage(texts.notRead)
      : await preview(context, client, { user, channel, content, key: form.id });
  await client.views.update({ view_id: form.id, view: modal(message) });
}

async function preview(
  context: SlackContext,
  client: WebClient,
  { user, channel, content, key }: { user: string; channel: string | null; content: Uint8Array; key: string },
): Promise<SlackMessage> {
  const { admin: slackAdmin } = await context.directory.profile(client, user);
  const language = await languageOf(context, client, user);
  const caller = { user, channel, slackAdmin, key: `slack:import:${key}`, language };
  const outcome = await context.ports.previewImport(content, caller);
  if (outcome.kind === 'handOver') throw new Error('the preview of an import was handed over');
  return buildStatusMessage(outcome, statusViewIn(context, language));
}

/** The file's bytes, null when Slack does not give them. The token goes to Slack's own addresses alone. */
async function fetchFile(context: SlackContext, client: WebClient, url: string): Promise<Uint8Array | null> {
  if (!isSlackAddress(url, client.slackApiUrl) || client.token === undefined) return null;
  try {
    const response = await fetch(url, {
      headers: { authorization: `Bearer ${client.token}` },
      signal: AbortSignal.timeout(10_000),
    });
    if (!response.ok || Number(response.headers.get('content-length') ?? 0) > largestFile) return null;
    const bytes = new Uint8Array(await response.arrayBuffer());
    return bytes.length > largestFile ? null : bytes;
  } catch (error) {
    context.logger.warn('A file was not read from Slack:', error);
    return null;
  }
}

function isSlackAddress(url: string, apiUrl: string): boolean {
  const { origin, protocol, hostname } = new URL(url);
  return origin === new URL(apiUrl).origin || (protocol === 'https:' && hostname.endsWith('.slack.com'));
}
