import type { WebClient } from '@slack/web-api';
import type { KeptQuestion } from '../../conversation/data.ts';
import type { Roles, TargetLabel } from '../../status/outcome.ts';
import { languageOf, type SlackContext, viewIn } from '../context.ts';
import { ownersToAsk } from '../owners-to-ask.ts';
import { bold, fill, join, line, person, richText } from '../views/rich-text.ts';
import { targetTitle, type ViewLanguage } from '../views/light-words.ts';
import { type SlackMessage, toMessage } from '../views/message.ts';
import { buildOwnerQuestionMessage } from '../views/owner-question-message.ts';
import { type ButtonPress, tellOutdated } from './lv-button.ts';
import { showPressed } from './press.ts';

/** "Ask the owner" under an answer. */
export async function handleAskOwner(context: SlackContext, press: ButtonPress): Promise<void> {
  await press.ack();
  const { body, client, action } = press;
  const question = context.ports.conversation.question(action.value ?? '');
  if (question === null) return tellOutdated(context, press);
  const view = viewIn(await languageOf(context, client, body.user.id));
  const message = await sendToOwners(context, client, { user: body.user.id, question }, view);
  await showPressed(context, press, message, { replace: false });
}

/** Sends a question to the owners of its first goal or measure, once. Returns what to say to its asker. */
export async function sendToOwners(
  context: SlackContext,
  client: WebClient,
  { user, question }: { user: string; question: KeptQuestion },
  view: ViewLanguage,
): Promise<SlackMessage> {
  const { feedback } = view.texts;
  const before = context.ports.conversation.referralsOf(question.id);
  if (before.length > 0) return sentence(feedback.alreadySent, { people: before.map(({ owner }) => owner) });
  const found = await findOwners(context, question, user);
  if (found === null) return sentence(feedback.gone, {});
  const target = targetTitle(found.target, view);
  const owners = ownersToAsk(found.roles, user);
  if (owners.length === 0) {
    const own = [...found.roles.owners, ...found.roles.inherited].includes(user);
    return sentence(own ? feedback.yours : feedback.noOwner, { target });
  }
  const link = await linkOf(context, client, question);
  const asked = await Promise.all(
    owners.map((owner) => askOne(context, client, { owner, user, question, target: found.target, link })),
  );
  const people = asked.flatMap((owner) => owner ?? []);
  if (people.length === 0) return sentence(feedback.notSent, {});
  return sentence(isThread(question) ? feedback.sent : feedback.sentDirect, { people });
}

async function findOwners(
  context: SlackContext,
  { targets: [target], id }: KeptQuestion,
  user: string,
): Promise<{ target: TargetLabel; roles: Roles } | null> {
  if (target === undefined) return null;
  const caller = { user, channel: null, slackAdmin: false, key: `slack:owners:${id}:${user}` };
  const outcome = await context.ports.execute({ kind: 'owners', target }, caller);
  return outcome.kind === 'owners' ? outcome : null;
}

type Sending = { owner: string; user: string; question: KeptQuestion; target: TargetLabel; link: string | null };

/** The owner, or null when Slack did not take the message. */
async function askOne(context: SlackContext, client: WebClient, sending: Sending): Promise<string | null> {
  const { owner, user, question, target, link } = sending;
  try {
    const view = viewIn(await languageOf(context, client, owner));
    const message = buildOwnerQuestionMessage({ asker: user, target, question, link }, view);
    const { channel, ts } = await client.chat.postMessage({ channel: owner, ...message });
    if (channel === undefined || ts === undefined) return null;
    context.ports.conversation.keepReferral({ question: question.id, asker: user, owner, channel, ts });
    return owner;
  } catch (error) {
    context.logger.warn('A question was not sent to an owner:', error);
    return null;
  }
}

/** The address of the thread, null for an answer that only its asker sees. */
async function linkOf(context: SlackContext, client: WebClient, question: KeptQuestion): Promise<string | null> {
  const { place } = question;
  if (place === null || place.threadTs === null || !isThread(question)) return null;
  try {
    const { permalink } = await client.chat.getPermalink({ channel: place.channel, message_ts: place.threadTs });
    return permalink ?? null;
  } catch (error) {
    context.logger.debug('The address of a thread was not found:', error);
    return null;
  }
}

/** True for an answer in a channel, where the owner's reply goes too. */
export function isThread({ place }: KeptQuestion): boolean {
  return place !== null && !place.channel.startsWith('D');
}

function sentence(
  template: string,
  { people = [], target = '' }: { people?: string[]; target?: string },
): SlackMessage {
  const values = { people: join(people.map(person), ', '), target: bold(target) };
  return toMessage([richText(line(fill(template, values)))]);
}
