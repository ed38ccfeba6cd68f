import type { WebClient } from '@slack/web-api';
import type { CuratedAnswer, KeptQuestion, Referral } from '../../conversation/data.ts';
import { languageOf, type SlackContext, viewIn } from '../context.ts';
import { buildNoteMessage } from '../views/answer-message.ts';
import { buildOfferMessage } from '../views/curated-message.ts';
import { buildOwnerReplyMessage } from '../views/owner-question-message.ts';
import { isThread } from './ask-owner.ts';

/** Takes an owner's reply to the asker, tells the owner so, and offers it to the admins as an answer to keep. */
export async function relayOwnerReply(
  context: SlackContext,
  client: WebClient,
  referral: Referral,
  text: string,
): Promise<void> {
  if (text === '') return;
  const { conversation } = context.ports;
  const question = conversation.question(referral.question);
  const { texts } = viewIn(await languageOf(context, client, referral.owner));
  const tellOwner = (sentence: string) =>
    client.chat.postMessage({ channel: referral.channel, thread_ts: referral.ts, ...buildNoteMessage(sentence) });
  if (question === null) {
    await tellOwner(texts.feedback.owner.notRelayed);
    return;
  }
  await bringToAsker(client, { referral, question, text });
  await tellOwner(texts.feedback.owner.relayed);
  const offer = conversation.offerAnswer(referral, text);
  if (offer?.isNew === true) await offerToAdmins(context, client, question, offer.answer);
}

async function bringToAsker(
  client: WebClient,
  { referral, question, text }: { referral: Referral; question: KeptQuestion; text: string },
): Promise<void> {
  const view = viewIn(question.language);
  const { owner, asker } = referral;
  const message = buildOwnerReplyMessage({ owner, asker, question: question.text, text }, view);
  const { place } = question;
  if (place === null || !isThread(question)) {
    await client.chat.postMessage({ channel: asker, ...message });
    return;
  }
  const thread = place.threadTs === null ? {} : { thread_ts: place.threadTs };
  await client.chat.postMessage({ channel: place.channel, ...thread, ...message });
}

/** Those who are named in the settings get a message; every admin finds the offer on the home tab. */
async function offerToAdmins(
  context: SlackContext,
  client: WebClient,
  { targets: [target] }: KeptQuestion,
  offer: CuratedAnswer,
): Promise<void> {
  if (target === undefined) return;
  const caller = { user: offer.author ?? '', channel: null, slackAdmin: false, key: `slack:offer:${offer.id}` };
  const outcome = await context.ports.execute({ kind: 'owners', target }, caller);
  if (outcome.kind !== 'owners') return;
  for (const admin of outcome.roles.admins) {
    try {
      const view = viewIn(await languageOf(context, client, admin));
      await client.chat.postMessage({ channel: admin, ...buildOfferMessage(offer, view) });
    } catch (error) {
      context.logger.warn('An answer was not offered to an admin:', error);
    }
  }
}
