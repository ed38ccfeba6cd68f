import type { AllMiddlewareArgs, RespondFn, SlackCommandMiddlewareArgs } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { CompleteCommand } from '../../status/command.ts';
import type { StatusOutcome } from '../../status/outcome.ts';
import { channelScope, languageOf, type SlackContext, viewIn } from '../context.ts';
import { unescapeMrkdwn } from '../plain-text.ts';
import { createStatusView, type CommandKind } from '../status-view.ts';
import type { SlackMessage } from '../views/message.ts';
import { buildUnavailableMessage } from '../views/problem-message.ts';
import { buildAnnouncement } from '../views/set-message.ts';
import { buildStatusMessage } from '../views/status-message.ts';
import { replyTo } from './ask.ts';

/** The commands that the lights' service hands over and Slack's listeners carry out. */
export const carriedOutInSlack: readonly CommandKind[] = ['ask'];

/** One `/lv` command on its way, from the command line or from a button. */
export type CommandCall = {
  text: string;
  user: string;
  channel: string;
  triggerId: string;
  /** The history entry that a button is about. */
  ifLatest?: number;
};

/** `/lv …`: acknowledged at once, carried out, answered to its sender. */
export async function handleLvCommand(
  context: SlackContext,
  { ack, command, respond, client }: SlackCommandMiddlewareArgs & AllMiddlewareArgs,
): Promise<void> {
  await ack();
  const { message, announce } = await runCommand(context, client, {
    text: unescapeMrkdwn(command.text),
    user: command.user_id,
    channel: command.channel_id,
    triggerId: command.trigger_id,
  });
  await respondOrWrite(context, client, respond, command.user_id, message, false);
  await announce();
}

/** Carries the command out. `announce` tells the configured channel, where there is one and something has changed. */
export async function runCommand(
  context: SlackContext,
  client: WebClient,
  call: CommandCall,
): Promise<{ message: SlackMessage; announce: () => Promise<void> }> {
  const { admin } = await context.directory.profile(client, call.user);
  const outcome = await context.ports.runCommand(call.text, {
    user: call.user,
    channel: call.channel,
    slackAdmin: admin,
    key: `slack:${call.triggerId}`,
    ...(call.ifLatest === undefined ? {} : { ifLatest: call.ifLatest }),
  });
  if (outcome.kind === 'handOver') {
    return { message: await carryOut(context, client, call, outcome.command), announce: async () => {} };
  }
  const language = await languageOf(context, client, call.user);
  const view = createStatusView(language, context.ports.catalogue(), carriedOutInSlack);
  return { message: buildStatusMessage(outcome, view), announce: () => announceChange(context, client, outcome) };
}

async function carryOut(
  context: SlackContext,
  client: WebClient,
  call: CommandCall,
  command: CompleteCommand,
): Promise<SlackMessage> {
  if (command.kind === 'ask') {
    const asked = { text: command.question, user: call.user, channel: call.channel, subject: null, private: true };
    return (await replyTo(context, client, asked)).message;
  }
  return buildUnavailableMessage(command.kind, viewIn(await languageOf(context, client, call.user)));
}

/** A failed announcement is logged and no more: the light has been set, and its owner has been told so. */
async function announceChange(context: SlackContext, client: WebClient, outcome: StatusOutcome): Promise<void> {
  if (outcome.kind !== 'set' && outcome.kind !== 'undone') return;
  const { announceIn, repeated } = outcome;
  if (announceIn === null || repeated || (outcome.kind === 'set' && outcome.confirmed)) return;
  const { language } = await channelScope(context, announceIn);
  const message = buildAnnouncement(outcome, viewIn(language ?? context.defaultLanguage));
  try {
    await client.chat.postMessage({ channel: announceIn, ...message });
  } catch (error) {
    context.logger.warn(`The change was not announced in ${announceIn}:`, error);
  }
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
    await client.chat.postMessage({ channel: user, ...message });
  }
}
