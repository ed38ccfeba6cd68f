import type { Button, RichTextQuote, RichTextSection } from '@slack/types';
import type { CuratedAnswer } from '../../conversation/data.ts';
import { actorWords, type ViewLanguage } from './light-words.ts';
import { type SlackMessage, toMessage } from './message.ts';
import { button, buttons, cut, fill, italic, line, quote, richText } from './rich-text.ts';

const textLength = 1_500;

/** Offers an owner's reply to an admin: the question, the reply, and two buttons. */
export function buildOfferMessage(offer: CuratedAnswer, view: ViewLanguage): SlackMessage {
  return toMessage([richText(...offerParts(offer, view)), ...buttons(curateButtons(offer, view))]);
}

export function offerParts(offer: CuratedAnswer, view: ViewLanguage): (RichTextSection | RichTextQuote)[] {
  const { intro } = view.texts.feedback.offer;
  return [
    line(fill(intro, { owner: actorWords(offer.author, view) })),
    line(italic(cut(offer.question, textLength))),
    quote(cut(offer.text, textLength)),
  ];
}

export function curateButtons({ id }: CuratedAnswer, { texts }: ViewLanguage): Button[] {
  const { keep, decline } = texts.feedback.offer;
  return [button(keep, 'curated_keep', id, 'primary'), button(decline, 'curated_decline', id)];
}

/** What an admin decided. `already` when it had been decided before, and nothing was changed. */
export function buildDecidedMessage(answer: CuratedAnswer, already: boolean, view: ViewLanguage): SlackMessage {
  const { offer } = view.texts.feedback;
  const sentence = answer.state === 'declined' ? offer.declined : offer.kept;
  return toMessage([
    richText(
      line(italic(cut(answer.question, textLength))),
      quote(cut(answer.text, textLength)),
      line(fill(sentence, { admin: actorWords(answer.decidedBy, view) })),
      ...(already ? [line(offer.already)] : []),
    ),
  ]);
}
