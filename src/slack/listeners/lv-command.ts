import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { CompleteCommand } from '../../status/command.ts';
import type { StatusOutcome } from '../../status/outcome.ts';
import { languageOf, type SlackContext, statusViewIn, viewIn } from '../context.ts';
import { unescapeMrkdwn } from '../plain-text.ts';
import type { CommandKind } from '../status-view.ts';
import { buildGapsMessage } from '../views/gaps-message.ts';
import type { SlackMessage } from '../views/message.ts';
import { buildModelMessage } from '../views/model-message.ts';
import { buildUnavailableMessage } from '../views/problem-message.ts';
import { buildStatusMessage } from '../views/status-message.ts';
import { replyTo } from './ask.ts';
import { postDigestNow, previewDigest, withInvitation } from './digest.ts';
import { openImportForm } from './import-form.ts';
import { sendExport } from './send-files.ts';
import { respondOrWrite } from './tell.ts';
import { openUpdateForm } from './update-form.ts';

/** The commands that the lights' service hands over and Slack's listeners carry out. */
export const carriedOutInSlack: readonly CommandKind[] = [
  'ask',
  'edit',
  'gaps',
  'status',
  'digestPreview',
  'digestNow',
  'import',
  'export',
];

/** One `/lv` command on its way, from the command line or from something pressed. */
export type CommandCall = {
  text: string;
  user: string;
  /** Null on the home tab. */
  channel: string | null;
  triggerId: string;
  /** The history entry that the pressed thing was about, null for no light. */
  ifLatest?: number | null;
  /** True where a form lies upon another view. */
  pushed?: boolean;
};

/** What came of a command. `message` is null when a form has opened in its place. */
export type CommandReply = {
  kind: StatusOutcome['kind'];
  message: SlackMessage | null;
};

/** `/lv …`: acknowledged at once, carried out, answered to its sender. */
export async function handleLvCommand(
  context: SlackContext,
  { ack, command, respond, client }: SlackCommandMiddlewareArgs & AllMiddlewareArgs,
): Promise<void> {
  await ack();
  const { message } = await runCommand(context, client, {
    text: unescapeMrkdwn(command.text),
    user: command.user_id,
    channel: command.channel_id,
    triggerId: command.trigger_id,
  });
  if (message !== null) await respondOrWrite(context, client, respond, command.user_id, message, false);
}

/** Carries the command out. */
export async function runCommand(context: SlackContext, client: WebClient, call: CommandCall): Promise<CommandReply> {
  const { admin } = await context.directory.profile(client, call.user);
  const language = await languageOf(context, client, call.user);
  const outcome = await context.ports.runCommand(call.text, {
    user: call.user,
    channel: call.channel,
    slackAdmin: admin,
    key: `slack:${call.triggerId}`,
    language,
    ...(call.ifLatest === undefined ? {} : { ifLatest: call.ifLatest }),
  });
  const { kind } = outcome;
  if (outcome.kind === 'handOver') return { kind, message: await carryOut(context, client, call, outcome.command) };
  if (outcome.kind === 'forgotten') await context.ports.conversation.forget(call.user);
  // The command itself may have changed the language.
  const view = statusViewIn(context, await languageOf(context, client, call.user), carriedOutInSlack);
  if (outcome.kind === 'exported')
    return { kind, message: await sendExport(context, client, call.user, outcome, view) };
  const message = buildStatusMessage(outcome, view);
  if (outcome.kind !== 'digestOn') return { kind, message };
  return { kind, message: await withInvitation(client, outcome.channel, message, view) };
}

async function carryOut(
  context: SlackContext,
  client: WebClient,
  call: CommandCall,
  command: CompleteCommand,
): Promise<SlackMessage | null> {
  switch (command.kind) {
    case 'ask': {
      const { user, channel } = call;
      const asked = { text: command.question, user, channel, subject: null, private: true, place: null };
      return (await replyTo(context, client, asked)).message;
    }
    case 'edit':
      return openUpdateForm(context, client, { ...call, target: command.target });
    case 'gaps': {
      const view = viewIn(await languageOf(context, client, call.user));
      return buildGapsMessage(context.ports.conversation.gaps(), context.ports.catalogue(), view);
    }
    case 'digestPreview':
    case 'digestNow': {
      const channel = command.channel ?? call.channel ?? call.user;
      const work = command.kind === 'digestNow' ? postDigestNow : previewDigest;
      return work(context, client, call, channel);
    }
    case 'status':
      return buildModelMessage(context.ports.modelStatus(), viewIn(await languageOf(context, client, call.user)));
    case 'import':
      return openImportForm(context, client, call);
    default:
      return buildUnavailableMessage(wordsOfKind(command.kind), viewIn(await languageOf(context, client, call.user)));
  }
}

/** "digestNow" → "digest now", as it is typed. */
function wordsOfKind(kind: CommandKind): string {
  return kind.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
