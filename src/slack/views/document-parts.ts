import type { RichTextQuote, RichTextSection } from '@slack/types';
import { formatDay, formatPeriod } from '../../texts/dates.ts';
import type { DocumentState, Quoted } from '../document-state.ts';
import type { ViewLanguage } from './light-words.ts';
import { bold, cut, fill, fillText, italic, line, quote } from './rich-text.ts';

type Part = RichTextSection | RichTextQuote;

/** Characters of a quote and of a line: what fits a phone screen or two, or all of any real document. */
const room = { short: { quote: 400, line: 250 }, full: { quote: 3_000, line: 1_500 } } as const;
export type Extent = keyof typeof room;

/** True when a short view of the document leaves something out. */
export function isCut({ said, followUp, metrics, responsible, timetable }: DocumentState): boolean {
  const quotes = [said, followUp, ...metrics.flatMap(({ text, state }) => [text, state])];
  return (
    quotes.some((quoted) => (quoted?.text.length ?? 0) > room.short.quote) ||
    [responsible, timetable].some((quoted) => (quoted?.text.length ?? 0) > room.short.line)
  );
}

/** What the document says, in its own words, with what its timetable means today and where it stands. */
export function documentParts(document: DocumentState, extent: Extent, language: ViewLanguage): Part[] {
  const view = { ...language, room: room[extent] };
  const { shown } = view.texts.lights;
  return [
    line(bold(shown.document)),
    line(shown.colourUnknown),
    ...quoteParts(document.said, document, view),
    ...labelled(shown.responsible, document.responsible, view),
    ...labelled(shown.timetable, document.timetable, view),
    ...standingLine(document, view),
    ...followUpParts(document, view),
    ...sourceLine(document, view),
  ];
}

type RoomyView = ViewLanguage & { room: { quote: number; line: number } };

function followUpParts(document: DocumentState, view: RoomyView): Part[] {
  const { shown } = view.texts.lights;
  const title =
    document.period === null
      ? shown.followUpUndated
      : fillText(shown.followUp, { period: formatPeriod(document.period, view.language) });
  const metrics = document.metrics.flatMap(({ text, state }) => [
    line(italic(shown.metric)),
    ...quoteParts(text, document, view),
    ...(state === null ? [] : [line(italic(title)), ...quoteParts(state, document, view)]),
  ]);
  if (document.followUp !== null)
    return [...metrics, line(italic(title)), ...quoteParts(document.followUp, document, view)];
  // A goal's follow-up stands in its metrics; only where there are none is it missing.
  return metrics.length > 0 ? metrics : [line(shown.noFollowUp)];
}

/** The original words; above them Valo's own translation, marked as such, where the reader's language is another one. */
function quoteParts(quoted: Quoted | null, { language }: DocumentState, view: RoomyView): Part[] {
  if (quoted === null) return [];
  const { slack } = view.texts;
  const translation = view.language === language ? undefined : quoted.translations[view.language];
  const original = quote(cut(quoted.text, view.room.quote));
  if (translation === undefined) return [original];
  return [
    line(italic(slack.ownTranslation)),
    quote(cut(translation, view.room.quote)),
    ...(language === null ? [] : [line(italic(slack.original[language]))]),
    original,
  ];
}

function labelled(template: string, quoted: Quoted | null, view: RoomyView): Part[] {
  const {
    texts,
    language,
    room: { line: length },
  } = view;
  if (quoted === null) return [];
  const translation = quoted.translations[language];
  const own =
    translation === undefined ? [] : [line(italic(`${texts.slack.ownTranslation}: ${cut(translation, length)}`))];
  return [line(fill(template, { text: cut(quoted.text, length) })), ...own];
}

/** "The timetable has passed. The last follow-up is from 5/2023." */
function standingLine({ standing, period }: DocumentState, { texts, language }: ViewLanguage): Part[] {
  const { shown } = texts.lights;
  if (standing === null) return [];
  switch (standing.kind) {
    case 'passed': {
      const last = period === null ? [] : [fillText(shown.lastFollowUp, { date: formatDay(period.to, language) })];
      return [line(bold([shown.timetablePassed, ...last].join(' ')))];
    }
    case 'running':
      return [line(fillText(shown.timetableRunning, { year: standing.until }))];
    case 'coming':
      return [line(fillText(shown.timetableComing, { year: standing.from }))];
    case 'open':
      return [line(shown.timetableOpen)];
    case 'undefined':
      return [line(shown.timetableUndefined)];
  }
}

function sourceLine({ source }: DocumentState, { texts, language }: ViewLanguage): Part[] {
  if (source === null) return [];
  const date = source.published === null ? texts.slack.noDate : formatDay(source.published, language);
  return [line(fill(texts.lights.shown.source, { title: italic(source.title), publisher: source.publisher, date }))];
}
