import type {
  AllMiddlewareArgs,
  BlockAction,
  ButtonAction,
  OverflowAction,
  SlackActionMiddlewareArgs,
} from '@slack/bolt';
import { targetSchema } from '../../domain/light.ts';
import { languageOf, type SlackContext, statusViewIn, viewIn } from '../context.ts';
import { latestValueSchema, menuValueSchema, showAnswerValueSchema } from '../views/actions.ts';
import { buildNoteMessage } from '../views/answer-message.ts';
import { buildWholeTargetMessage } from '../views/target-message.ts';
import { replyTo } from './ask.ts';
import { type CommandCall, runCommand } from './lv-command.ts';
import { isPushed, parsedJson, type Press, showPressed } from './press.ts';

export type ButtonPress = SlackActionMiddlewareArgs<BlockAction<ButtonAction>> & AllMiddlewareArgs;
export type MenuPress = SlackActionMiddlewareArgs<BlockAction<OverflowAction>> & AllMiddlewareArgs;

/** Slack's limit for a button's value. */
const commandLength = 2000;

/** A button that holds a command: it runs with the rights of whoever presses it. */
export async function handleCommandButton(context: SlackContext, press: ButtonPress): Promise<void> {
  await press.ack();
  const text = press.action.value ?? '';
  if (text === '' || text.length > commandLength) return tellOutdated(context, press);
  await runPressed(context, press, { text });
}

/** A command that holds only while what its reader saw still stands: when another light stands by now, nothing changes. */
export async function handleLatestButton(context: SlackContext, press: ButtonPress): Promise<void> {
  await press.ack();
  const value = latestValueSchema.safeParse(parsedJson(press.action.value));
  if (!value.success) return tellOutdated(context, press);
  await runPressed(context, press, { text: value.data.text, ifLatest: value.data.seq });
}

/** A choice of a menu: a command, bound to what stood or not. */
export async function handleMenuChoice(context: SlackContext, press: MenuPress): Promise<void> {
  await press.ack();
  const value = menuValueSchema.safeParse(parsedJson(press.action.selected_option.value));
  if (!value.success) return tellOutdated(context, press);
  const { text, seq } = value.data;
  await runPressed(context, press, { text, ...(seq === undefined ? {} : { ifLatest: seq }) });
}

/** The whole of an answer that was cut, to whoever asks for it. */
export async function handleShowAnswerButton(context: SlackContext, press: ButtonPress): Promise<void> {
  await press.ack();
  const value = showAnswerValueSchema.safeParse(parsedJson(press.action.value));
  if (!value.success) return tellOutdated(context, press);
  const { message } = await replyTo(context, press.client, {
    text: value.data.question,
    user: press.body.user.id,
    channel: press.body.channel?.id ?? null,
    subject: null,
    private: true,
    place: null,
    keep: false,
    extent: 'full',
  });
  await showPressed(context, press, message, { detail: true, replace: false });
}

/** The whole of what is said of a goal or measure, to whoever asks for it. */
export async function handleShowTargetButton(context: SlackContext, press: ButtonPress): Promise<void> {
  await press.ack();
  const { body, client } = press;
  const target = targetSchema.safeParse(parsedJson(press.action.value));
  if (!target.success) return tellOutdated(context, press);
  const caller = { user: body.user.id, channel: body.channel?.id ?? null, slackAdmin: false };
  const key = `slack:${body.trigger_id}:whole`;
  const shown = await context.ports.execute({ kind: 'show', target: target.data }, { ...caller, key });
  if (shown.kind !== 'shown') return tellOutdated(context, press);
  const view = statusViewIn(context, await languageOf(context, client, body.user.id));
  const message = buildWholeTargetMessage(shown, view.documentState(target.data), view);
  await showPressed(context, press, message, { detail: true, replace: false });
}

async function runPressed(
  context: SlackContext,
  press: ButtonPress | MenuPress,
  command: Pick<CommandCall, 'text' | 'ifLatest'>,
): Promise<void> {
  const { body, client } = press;
  const { kind, message } = await runCommand(context, client, {
    ...command,
    user: body.user.id,
    channel: body.channel?.id ?? null,
    triggerId: body.trigger_id,
    pushed: isPushed(press),
  });
  if (message !== null) await showPressed(context, press, message, { detail: !shortKinds.has(kind) });
}

/** Outcomes of a sentence or two; anything longer gets a view of its own on the home tab. */
const shortKinds: ReadonlySet<string> = new Set([
  'set',
  'undone',
  'nothingToUndo',
  'overtaken',
  'language',
  'needsComment',
  'forbidden',
  'storeFull',
  'storeReadOnly',
  'storeFailed',
]);

/** Says that what was pressed holds no more, and changes nothing. */
export async function tellOutdated(context: SlackContext, press: Press): Promise<void> {
  const { texts } = viewIn(await languageOf(context, press.client, press.body.user.id));
  await showPressed(context, press, buildNoteMessage(texts.slack.outdatedButton), { replace: false });
}
