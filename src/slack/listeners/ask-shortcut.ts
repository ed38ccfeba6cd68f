import type { AllMiddlewareArgs, MessageShortcut, SlackShortcutMiddlewareArgs } from '@slack/bolt';
import type { SlackContext } from '../context.ts';
import { questionText } from '../incoming-text.ts';
import { replyTo } from './ask.ts';
import { respondOrWrite } from './tell.ts';

/** "Ask Valo about this": takes the message as the question, and answers whoever asked, alone. */
export async function handleAskShortcut(
  context: SlackContext,
  {
    ack,
    shortcut,
    respond,
    client,
    context: { botUserId = '' },
  }: SlackShortcutMiddlewareArgs<MessageShortcut> & AllMiddlewareArgs,
): Promise<void> {
  await ack();
  const { message } = await replyTo(context, client, {
    text: questionText(shortcut.message.text ?? '', botUserId),
    user: shortcut.user.id,
    channel: shortcut.channel.id,
    subject: null,
    private: true,
    place: null,
  });
  await respondOrWrite(context, client, respond, shortcut.user.id, message, false);
}
