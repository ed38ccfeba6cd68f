import { languageOf, type SlackContext, viewIn } from '../context.ts';
import { askThemValueSchema, buildRequestMessage } from '../views/ask-them-message.ts';
import { type SlackMessage, toMessage } from '../views/message.ts';
import { fill, join, line, person, richText } from '../views/rich-text.ts';
import { type ButtonPress, tellOutdated } from './lv-button.ts';
import { parsedJson, showPressed } from './press.ts';

/** "Ask them": sends what somebody may not do to those who may, once. */
export async function handleAskThem(context: SlackContext, press: ButtonPress): Promise<void> {
  await press.ack();
  const { body, client, action } = press;
  const value = askThemValueSchema.safeParse(parsedJson(action.value));
  if (!value.success) return tellOutdated(context, press);
  const { users, text } = value.data;
  const asker = body.user.id;
  const { texts } = viewIn(await languageOf(context, client, asker));
  const say = (sentence: string, people: readonly string[] = []): SlackMessage =>
    toMessage([richText(line(fill(sentence, { people: join(people.map(person), ', ') })))]);
  const { ask } = texts.files;
  if (!context.seen.take(`request:${asker}:${text}`)) {
    return showPressed(context, press, say(ask.already), { replace: false });
  }
  const asked: string[] = [];
  for (const user of users) {
    try {
      const view = viewIn(await languageOf(context, client, user));
      await client.chat.postMessage({ channel: user, ...buildRequestMessage({ asker, text }, view) });
      asked.push(user);
    } catch (error) {
      context.logger.warn('A request was not sent:', error);
    }
  }
  const done = asked.length === 0 ? texts.feedback.notSent : ask.asked;
  await showPressed(context, press, say(done, asked), { replace: false });
}
