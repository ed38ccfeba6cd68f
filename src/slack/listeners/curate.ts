import { languageOf, type SlackContext, statusViewIn, viewIn } from '../context.ts';
import { buildDecidedMessage } from '../views/curated-message.ts';
import { buildStatusMessage } from '../views/status-message.ts';
import { type ButtonPress, tellOutdated } from './lv-button.ts';
import { showPressed } from './press.ts';

/** An admin keeps an offered answer or declines it. The first decision stands. */
export async function handleCurateButton(context: SlackContext, press: ButtonPress): Promise<void> {
  await press.ack();
  const { body, client, action } = press;
  const user = body.user.id;
  const view = viewIn(await languageOf(context, client, user));
  const { admin: slackAdmin } = await context.directory.profile(client, user);
  const caller = { user, channel: null, slackAdmin, key: `slack:${body.trigger_id}:admin` };
  const help = await context.ports.execute({ kind: 'help', topic: null }, caller);
  if (help.kind !== 'help' || !help.admin) {
    const roles = { owners: [], inherited: [], delegates: [], admins: [], left: [], away: [] };
    const denial = { kind: 'forbidden', verb: 'gaps', target: null, roles, ask: null } as const;
    return showPressed(context, press, buildStatusMessage(denial, statusViewIn(context, view.language)), {
      replace: false,
    });
  }
  const state = action.action_id === 'curated_keep' ? 'kept' : 'declined';
  const result = context.ports.conversation.decideAnswer(action.value ?? '', state, user);
  if (result.kind === 'gone') return tellOutdated(context, press);
  const message = buildDecidedMessage(result.answer, result.kind === 'already', view);
  // The offer's own message is replaced for good, so that no second admin decides what is decided.
  if (body.view === undefined && body.channel !== undefined && body.message !== undefined) {
    await client.chat.update({ channel: body.channel.id, ts: body.message.ts, ...message });
    return;
  }
  await showPressed(context, press, message);
}
