import type { RichTextQuote, RichTextSection } from '@slack/types';
import type { Answer, Citation } from '../../answer/answer.ts';
import type { Language } from '../../domain/language.ts';
import { formatDay } from '../../texts/dates.ts';
import { countForm } from '../../texts/texts.ts';
import { showAnswerButton } from './actions.ts';
import { askOwnerButton, feedbackBlock } from './answer-feedback.ts';
import { type AnswerLight, ownerLines, postedLightLines } from './answer-light.ts';
import type { ViewLanguage } from './light-words.ts';
import { type SlackMessage, toMessage } from './message.ts';
import { bold, bullets, buttons, cut, fill, fillText, italic, line, person, quote, richText } from './rich-text.ts';

/** How much of an answer is shown: what fits one phone screen, or all of it. */
export type AnswerExtent = 'short' | 'full';

/** Lines, quotes and characters of each. A full answer stays under Slack's limits for any real answer. */
const room: Readonly<Record<AnswerExtent, { details: number; quotes: number; next: number; characters: number }>> = {
  short: { details: 6, quotes: 2, next: 4, characters: 500 },
  full: { details: 60, quotes: 8, next: 6, characters: 800 },
};

export type AnswerViewOptions = {
  extent: AnswerExtent;
  /** The language of a source, null when it is not known. */
  languageOf: (source: string) => Language | null;
  /** The id under which the question is kept, for a verdict; default none, for an answer that is not judged. */
  question?: string | null;
  /** The posted light and the owners of what the answer is about; default none. */
  light?: AnswerLight | null;
};

/**
 * The answer in the answer's own language: the direct answer, further lines, each quote with its document, what a person
 * needs next, the posted light and the owner to ask, and what can be done about it. Where the light was asked for, it comes
 * first.
 */
export function buildAnswerMessage(answer: Answer, view: ViewLanguage, options: AnswerViewOptions): SlackMessage {
  const { details, quotes, next, characters } = room[options.extent];
  const { question = null, light = null } = options;
  const shownDetails = answer.details.slice(0, details);
  const shownQuotes = answer.citations.slice(0, quotes);
  const hidden = leftOut(answer.details.length - details, answer.citations.length - quotes, view);
  const more = hidden.length > 0 && answer.subject !== null ? moreButton(answer.subject.question, view) : null;
  const posted = light === null ? [] : postedLightLines(light, view);
  const lightFirst = light?.asked === true;
  const after = [
    ...answer.next.slice(0, next).map((words) => line(cut(words, characters))),
    ...(lightFirst ? [] : posted),
    ...(light === null ? [] : ownerLines(light, view)),
  ];
  return toMessage([
    ...(lightFirst && posted.length > 0 ? [richText(...posted)] : []),
    richText(line(bold(cut(answer.headline, 2000)))),
    ...(shownDetails.length === 0 ? [] : [bullets(shownDetails.map((detail) => cut(detail, characters)))]),
    ...shownQuotes.map((citation) => richText(...citationParts(citation, view, options.languageOf, characters))),
    ...(after.length === 0 ? [] : [richText(...after)]),
    ...(hidden.length === 0 ? [] : [richText(line(italic(hidden.join(' '))))]),
    ...(answer.personal ? [richText(line(italic(view.texts.slack.onlyYou)))] : []),
    ...buttons([...(more === null ? [] : [more]), ...ownerButton(answer, question, view)]),
    ...(question === null ? [] : [feedbackBlock(question, view)]),
  ]);
}

/** Whoever owns the first goal or measure can be asked; an answer about none has no owner. */
function ownerButton({ targets }: Answer, question: string | null, view: ViewLanguage) {
  return question === null || targets.length === 0 ? [] : [askOwnerButton(question, view)];
}

/** One plain sentence in place of an answer. */
export function buildNoteMessage(sentence: string): SlackMessage {
  return toMessage([richText(line(sentence))]);
}

function citationParts(
  citation: Citation,
  view: ViewLanguage,
  languageOf: (source: string) => Language | null,
  length: number,
): (RichTextSection | RichTextQuote)[] {
  const original = languageOf(citation.source);
  const translated =
    citation.translation === null
      ? []
      : [
          line(italic(view.texts.slack.ownTranslation)),
          quote(cut(citation.translation, length)),
          ...(original === null ? [] : [line(italic(view.texts.slack.original[original]))]),
        ];
  return [...translated, quote(cut(citation.quote, length)), line(sourceWords(citation, view))];
}

function sourceWords(citation: Citation, { texts, language }: ViewLanguage) {
  const date = citation.published === null ? texts.slack.noDate : formatDay(citation.published, language);
  // A curated answer stands in no file; its publisher is the colleague who wrote it.
  const publisher = citation.file === '' ? person(citation.publisher) : citation.publisher;
  return fill(texts.slack.source, { title: italic(citation.title), publisher, date });
}

function leftOut(details: number, quotes: number, { texts }: ViewLanguage): string[] {
  const counted: [number, { one: string; other: string }][] = [
    [details, texts.slack.moreDetails],
    [quotes, texts.slack.moreQuotes],
  ];
  return counted.filter(([count]) => count > 0).map(([count, forms]) => fillText(countForm(forms, count), { count }));
}

function moreButton(question: string, { texts }: ViewLanguage) {
  return showAnswerButton(texts.slack.showAll, question);
}
