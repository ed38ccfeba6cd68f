import type { AllMiddlewareArgs, BlockAction, ButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { languageOf, type SlackContext, viewIn } from '../context.ts';
import { showAnswerValueSchema, undoValueSchema } from '../views/actions.ts';
import { buildNoteMessage } from '../views/answer-message.ts';
import { replyTo } from './ask.ts';
import { type CommandCall, respondOrWrite, runCommand } from './lv-command.ts';

export type ButtonPress = SlackActionMiddlewareArgs<BlockAction<ButtonAction>> & AllMiddlewareArgs;

const commandLength = 300;

/** A button that holds a command: it runs with the rights of whoever presses it. */
export async function handleCommandButton(context: SlackContext, press: ButtonPress): Promise<void> {
  await press.ack();
  const text = press.action.value ?? '';
  if (text === '' || text.length > commandLength) return tellOutdated(context, press);
  await runPressed(context, press, { text });
}

/** Takes one update back, and only that one: when another stands by now, nothing changes. */
export async function handleUndoButton(context: SlackContext, press: ButtonPress): Promise<void> {
  await press.ack();
  const undo = undoValueSchema.safeParse(parsedValue(press));
  if (!undo.success) return tellOutdated(context, press);
  await runPressed(context, press, { text: undo.data.text, ifLatest: undo.data.seq });
}

/** The whole of an answer that was cut, to whoever asks for it. */
export async function handleShowAnswerButton(context: SlackContext, press: ButtonPress): Promise<void> {
  await press.ack();
  const value = showAnswerValueSchema.safeParse(parsedValue(press));
  if (!value.success) return tellOutdated(context, press);
  const { message } = await replyTo(context, press.client, {
    text: value.data.question,
    user: press.body.user.id,
    channel: channelOf(press),
    subject: null,
    private: true,
    extent: 'full',
  });
  await respondOrWrite(context, press.client, press.respond, press.body.user.id, message, false);
}

async function runPressed(
  context: SlackContext,
  press: ButtonPress,
  command: Pick<CommandCall, 'text' | 'ifLatest'>,
): Promise<void> {
  const { body, client, respond } = press;
  const { message, announce } = await runCommand(context, client, {
    ...command,
    user: body.user.id,
    channel: channelOf(press),
    triggerId: body.trigger_id,
  });
  // A message that only its reader sees is replaced, so that no button stays behind whose time has passed.
  const ephemeral = body.container['is_ephemeral'] === true;
  await respondOrWrite(context, client, respond, body.user.id, message, ephemeral);
  await announce();
}

async function tellOutdated(context: SlackContext, { client, respond, body }: ButtonPress): Promise<void> {
  const { texts } = viewIn(await languageOf(context, client, body.user.id));
  const message = buildNoteMessage(texts.slack.outdatedButton);
  await respondOrWrite(context, client, respond, body.user.id, message, false);
}

function channelOf({ body }: ButtonPress): string {
  return body.channel?.id ?? body.user.id;
}

function parsedValue({ action }: ButtonPress): unknown {
  try {
    return JSON.parse(action.value ?? '');
  } catch {
    return null;
  }
}
