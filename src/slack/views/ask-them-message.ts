import type { Button } from '@slack/types';
import { z } from 'zod';
import type { AskThem } from '../../status/outcome.ts';
import { commandButton } from './actions.ts';
import { commandWords, type ViewLanguage } from './light-words.ts';
import { type SlackMessage, toMessage } from './message.ts';
import { button, buttons, fill, line, person, richText } from './rich-text.ts';

/** Whom to ask for what. */
export const askThemValueSchema = z.object({
  users: z.array(z.string().min(1)).min(1).max(5),
  text: z.string().min(1),
});

/** Slack's limit for a button's value. */
const valueLength = 2000;

/** Asks those who may. None where nobody may, or the command is too long to travel with a button. */
export function askThemButtons(ask: AskThem | null, { texts }: ViewLanguage): Button[] {
  const value = JSON.stringify(ask);
  return ask === null || value.length > valueLength ? [] : [button(texts.files.ask.button, 'lv_ask_them', value)];
}

/** A request to somebody who may: the command, and a button that carries it out. */
export function buildRequestMessage(
  { asker, text }: { asker: string; text: string },
  view: ViewLanguage,
): SlackMessage {
  const { asks, run } = view.texts.files.ask;
  return toMessage([
    richText(line(fill(asks, { asker: person(asker) })), line(commandWords(text))),
    ...buttons([commandButton(run, text, 0, 'primary')]),
  ]);
}
