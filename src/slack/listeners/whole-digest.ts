import { type SlackContext, viewIn } from '../context.ts';
import { buildDigestMessage, wholeDigestSchema } from '../views/digest-message.ts';
import { type ButtonPress, tellOutdated } from './lv-button.ts';
import { parsedJson, showPressed } from './press.ts';

/** The whole of a digest that was cut to one screen, to whoever asks for it. */
export async function handleWholeDigest(context: SlackContext, press: ButtonPress): Promise<void> {
  await press.ack();
  const value = wholeDigestSchema.safeParse(parsedJson(press.action.value));
  if (!value.success) return tellOutdated(context, press);
  const { at, language, ...run } = value.data;
  const digest = await context.ports.composeDigest({ ...run, at: new Date(at) }, language);
  const message = buildDigestMessage(digest, viewIn(language), { whole: true });
  await showPressed(context, press, message, { detail: true, replace: false });
}
