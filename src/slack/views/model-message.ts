import type { ModelStatus } from '../../model/create-model.ts';
import type { Counted } from '../../model/tally.ts';
import { formatInstant } from '../../texts/dates.ts';
import { heading, type ViewLanguage } from './light-words.ts';
import { type SlackMessage, toMessage } from './message.ts';
import { bullets, fillText, italic, line, richText } from './rich-text.ts';

/** How the language model is doing today: whether it is asked, its tokens, and what became of its answers. Null is no model. */
export function buildModelMessage(status: ModelStatus | null, view: ViewLanguage): SlackMessage {
  const texts = view.texts.model;
  if (status === null) return toMessage([richText(line(heading(texts.title)), line(texts.none))]);
  const { openUntil, fallbacks, drops } = status;
  const state =
    openUntil === null
      ? texts.working
      : fillText(texts.paused, { time: formatInstant(openUntil.toISOString(), view.language) });
  const used = { used: inGroups(status.tokensToday, view), limit: inGroups(status.tokensPerDay, view) };
  return toMessage([
    richText(
      line(heading(texts.title)),
      line(fillText(texts.inUse, { model: status.model ?? texts.ownModel, endpoint: status.endpoint })),
      line(state),
      line(fillText(texts.tokens, used)),
      line(fillText(texts.written, { count: status.written })),
      line(fillText(texts.rewritten, { count: status.rewritten })),
      line(fillText(texts.fallbacks, { count: sum(fallbacks) })),
    ),
    ...list(fallbacks, texts.reasons, view),
    richText(line(fillText(texts.drops, { count: sum(drops) }))),
    ...list(drops, texts.dropReasons, view),
    richText(line(italic(texts.since))),
  ]);
}

function list<T extends string>(
  counted: readonly Counted<T>[],
  words: Readonly<Record<T, string>>,
  view: ViewLanguage,
) {
  if (counted.length === 0) return [];
  const { model } = view.texts;
  return [bullets(counted.map(({ reason, count }) => fillText(model.counted, { reason: words[reason], count })))];
}

function sum(counted: readonly Counted<string>[]): number {
  return counted.reduce((total, { count }) => total + count, 0);
}

/** 1 000 000 in Finnish and Swedish, 1,000,000 in English. */
function inGroups(figure: number, { language }: ViewLanguage): string {
  return new Intl.NumberFormat(language === 'en' ? 'en-GB' : `${language}-FI`).format(figure);
}
