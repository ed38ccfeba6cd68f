import type { RichTextElement } from '@slack/types';
import type { HistoryLine, StatusOutcome } from '../../status/outcome.ts';
import { formatDay } from '../../texts/dates.ts';
import {
  actorWords,
  heading,
  instantWords,
  lightWords,
  targetNumber,
  targetTitle,
  type ViewLanguage,
} from './light-words.ts';
import { type SlackMessage, toMessage } from './message.ts';
import { bullets, cut, elements, fill, fillText, italic, line, person, richText } from './rich-text.ts';

/** More lines than this would not be read in a message. */
const shownLines = 30;
const commentLength = 200;

/** Who, when, from → to, and why; the newest first. */
export function buildHistoryMessage(
  outcome: Extract<StatusOutcome, { kind: 'history' }>,
  view: ViewLanguage,
): SlackMessage {
  const { history } = view.texts.lights;
  const title = outcome.target === null ? history.title : `${history.title}: ${targetTitle(outcome.target, view)}`;
  const shown = outcome.lines.slice(0, shownLines);
  if (shown.length === 0) return toMessage([richText(line(heading(title)), line(history.empty))]);
  const cutNote = fillText(history.cut, { count: shown.length, total: outcome.total });
  return toMessage([
    richText(line(heading(title))),
    bullets(shown.map((entry) => historyWords(entry, view, outcome.target === null))),
    ...(outcome.total > shown.length ? [richText(line(italic(cutNote)))] : []),
  ]);
}

/** One line of history; `withTarget` names what it is about. */
export function historyWords(entry: HistoryLine, view: ViewLanguage, withTarget: boolean): RichTextElement[] {
  const words = fill(view.texts.lights.history[entry.change], {
    when: instantWords(entry.at, view),
    who: actorWords(entry.actor, view),
    from: lightWords(entry.from, view),
    to: lightWords(entry.to, view),
    user: entry.user === null ? view.texts.lights.somebodyForgotten : person(entry.user),
    until: entry.until === null ? '' : formatDay(entry.until, view.language),
  });
  const target = withTarget && entry.target !== null ? `${targetNumber(entry.target, view)} · ` : '';
  const comment = entry.comment === null ? [] : [' – ', italic(cut(entry.comment, commentLength))];
  return elements(target, words, comment);
}
