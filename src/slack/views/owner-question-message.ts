import type { RichTextElement } from '@slack/types';
import type { KeptQuestion } from '../../conversation/data.ts';
import type { TargetLabel } from '../../status/outcome.ts';
import { commandButton } from './actions.ts';
import { targetNumber, targetTitle, type ViewLanguage } from './light-words.ts';
import { type SlackMessage, toMessage } from './message.ts';
import { bold, buttons, cut, fill, fillText, italic, line, person, quote, richText } from './rich-text.ts';

const textLength = 1_500;

export type OwnerQuestion = {
  asker: string;
  target: TargetLabel;
  question: KeptQuestion;
  /** Address of the conversation, null where only its asker sees it. */
  link: string | null;
};

/** A question for an owner, with Valo's answer, the measure and a way to the conversation. */
export function buildOwnerQuestionMessage(asked: OwnerQuestion, view: ViewLanguage): SlackMessage {
  const { asker, target, question, link } = asked;
  const { owner } = view.texts.feedback;
  const answered = question.outcome === 'answered' && question.answer !== '';
  return toMessage([
    richText(
      line(fill(owner.asks, { asker: person(asker), target: bold(targetTitle(target, view)) })),
      quote(cut(question.text, textLength)),
      line(answered ? owner.answered : owner.unanswered),
      ...(question.answer === '' ? [] : [quote(cut(question.answer, textLength))]),
      line(bold(owner.how)),
      ...(link === null ? [] : [line(linkTo(link, owner.thread))]),
    ),
    ...buttons([
      commandButton(
        fillText(view.texts.lights.buttons.show, { target: targetNumber(target, view) }),
        `show ${target.label}`,
      ),
    ]),
  ]);
}

/** An owner's reply on its way to the asker. */
export function buildOwnerReplyMessage(
  reply: { owner: string; asker: string; question: string; text: string },
  view: ViewLanguage,
): SlackMessage {
  const sentence = fill(view.texts.feedback.reply, { owner: person(reply.owner), asker: person(reply.asker) });
  return toMessage([
    richText(line(sentence), line(italic(cut(reply.question, textLength))), quote(cut(reply.text, 2_500))),
  ]);
}

/** An address that Slack itself gave; words of people never become links. */
function linkTo(url: string, text: string): RichTextElement {
  return { type: 'link', url, text };
}
