import { z } from 'zod';
import { helsinkiDay, targetSchema } from '../../domain/light.ts';
import type { CompleteCommand } from '../../status/command.ts';
import { languageOf, type SlackContext, statusViewIn, viewIn } from '../context.ts';
import { type SlackMessage, toMessage } from '../views/message.ts';
import { buildNudgeRest, shownTargetsSchema, takeBackButton, unsnoozeButton } from '../views/nudge-message.ts';
import { buildStatusMessage } from '../views/status-message.ts';
import { type ButtonPress, tellOutdated } from './lv-button.ts';
import { isPushed, parsedJson, showPressed } from './press.ts';
import { openUpdateForm } from './update-form.ts';

/** Red needs a reason: the form opens with red chosen. */
export async function handleNudgeRed(context: SlackContext, press: ButtonPress): Promise<void> {
  await press.ack();
  const { body, client, action } = press;
  const target = targetSchema.safeParse(parsedJson(action.value));
  if (!target.success) return tellOutdated(context, press);
  const message = await openUpdateForm(context, client, {
    target: target.data,
    user: body.user.id,
    channel: body.channel?.id ?? null,
    triggerId: body.trigger_id,
    pushed: isPushed(press),
    light: 'red',
  });
  if (message !== null) await showPressed(context, press, message);
}

/** An owner gives a goal or measure up, or takes it back. */
export async function handleOwnPart(context: SlackContext, press: ButtonPress): Promise<void> {
  await press.ack();
  const target = targetSchema.safeParse(parsedJson(press.action.value));
  if (!target.success) return tellOutdated(context, press);
  const giveUp = press.action.action_id === 'nudge_not_mine';
  await carryOut(context, press, { kind: giveUp ? 'giveUp' : 'takeBack', target: target.data });
}

/** No reminder next week, or one after all. */
export async function handleSnooze(context: SlackContext, press: ButtonPress): Promise<void> {
  await press.ack();
  if (press.action.action_id === 'nudge_unsnooze') return carryOut(context, press, { kind: 'snooze', until: null });
  const until = z.iso.date().safeParse(press.action.value);
  if (!until.success || until.data < helsinkiDay(context.ports.now())) return tellOutdated(context, press);
  await carryOut(context, press, { kind: 'snooze', until: until.data });
}

/** What did not fit the reminder. */
export async function handleNudgeRest(context: SlackContext, press: ButtonPress): Promise<void> {
  await press.ack();
  const { body, client } = press;
  const shown = shownTargetsSchema.safeParse(parsedJson(press.action.value));
  if (!shown.success) return tellOutdated(context, press);
  const view = viewIn(await languageOf(context, client, body.user.id));
  const items = await context.ports.nudgeItemsOf(body.user.id);
  await showPressed(context, press, buildNudgeRest(items, shown.data, view), { detail: true, replace: false });
}

async function carryOut(context: SlackContext, press: ButtonPress, command: CompleteCommand): Promise<void> {
  const { body, client } = press;
  const user = body.user.id;
  const { admin } = await context.directory.profile(client, user);
  const channel = body.channel?.id ?? null;
  const caller = { user, channel, slackAdmin: admin, key: `slack:${body.trigger_id}` };
  const outcome = await context.ports.execute(command, caller);
  if (outcome.kind === 'handOver') return tellOutdated(context, press);
  const view = statusViewIn(context, await languageOf(context, client, user));
  const message = buildStatusMessage(outcome, view);
  await showPressed(context, press, withSecondThought(message, command, outcome.kind, view));
}

/** What was done, with a button that takes it back. */
function withSecondThought(
  message: SlackMessage,
  command: CompleteCommand,
  outcome: string,
  view: ReturnType<typeof viewIn>,
): SlackMessage {
  if (command.kind === 'giveUp' && outcome === 'rolesChanged') {
    return toMessage([...message.blocks, ...takeBackButton(command.target, view)]);
  }
  if (command.kind === 'snooze' && command.until !== null && outcome === 'snoozed') {
    return toMessage([...message.blocks, ...unsnoozeButton(view)]);
  }
  return message;
}
