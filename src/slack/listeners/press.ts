import type { AllMiddlewareArgs, BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { languageOf, type SlackContext, viewIn } from '../context.ts';
import { buildMessageModal, type SlackMessage } from '../views/message.ts';
import { homeStateOf, publishHome } from './home.ts';
import { respondOrWrite } from './tell.ts';

/** Something that was pressed in a message, on the home tab or in a view over it. */
export type Press = Pick<SlackActionMiddlewareArgs<BlockAction> & AllMiddlewareArgs, 'body' | 'client' | 'respond'>;

/** True in a view that lies over something, where a further view is put upon it. */
export function isPushed({ body }: Press): boolean {
  return body.view?.type === 'modal';
}

/**
 * Shows what came of a press where it was made. A message that only its reader sees is replaced, unless `replace` is false,
 * so that no button stays behind whose time has passed. On the home tab a `detail` gets a view of its own.
 */
export async function showPressed(
  context: SlackContext,
  press: Press,
  message: SlackMessage,
  { detail = false, replace = true }: { detail?: boolean; replace?: boolean } = {},
): Promise<void> {
  const { body, client, respond } = press;
  if (body.view === undefined) {
    const ephemeral = body.container['is_ephemeral'] === true;
    return respondOrWrite(context, client, respond, body.user.id, message, replace && ephemeral);
  }
  const view = viewIn(await languageOf(context, client, body.user.id));
  const modal = () => buildMessageModal(message, 'Valo', view);
  if (body.view.type === 'modal') {
    await client.views.update({ view_id: body.view.id, view: modal() });
  } else if (detail) {
    await client.views.open({ trigger_id: body.trigger_id, view: modal() });
  } else {
    await publishHome(context, client, body.user.id, { ...homeStateOf(body.view), note: message });
  }
}

/** The JSON of a value, null when it is none. */
export function parsedJson(value: string | undefined): unknown {
  try {
    return JSON.parse(value ?? '');
  } catch {
    return null;
  }
}
