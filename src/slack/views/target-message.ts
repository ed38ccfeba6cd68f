import type { KnownBlock, RichTextQuote, RichTextSection } from '@slack/types';
import { lights } from '../../domain/light.ts';
import type { PostedLight, StatusOutcome } from '../../status/outcome.ts';
import { formatDay, formatPeriod } from '../../texts/dates.ts';
import { countForm } from '../../texts/texts.ts';
import type { DocumentState } from '../document-state.ts';
import { commandButton } from './actions.ts';
import { historyWords } from './history-message.ts';
import { actorWords, heading, instantWords, lightWords, targetTitle, type ViewLanguage } from './light-words.ts';
import { type SlackMessage, toMessage } from './message.ts';
import { roleLines } from './role-message.ts';
import { bold, bullets, buttons, cut, fill, fillText, italic, line, quote, richText } from './rich-text.ts';

type Shown = Extract<StatusOutcome, { kind: 'shown' }>;
type Part = RichTextSection | RichTextQuote;

const partLength = 600;
/** Far more than a goal of a real programme has; the counted rest is on the board. */
const shownMeasures = 30;

/**
 * One goal or measure. The light that people posted and the state in the document stand apart, each under its own heading, so
 * that neither is taken for the other. `document` null means that no document speaks of it.
 */
export function buildTargetMessage(outcome: Shown, document: DocumentState | null, view: ViewLanguage): SlackMessage {
  const { texts } = view;
  return toMessage([
    richText(line(heading(targetTitle(outcome.target, view))), ...goalLine(outcome, view)),
    richText(...postedParts(outcome, view)),
    ...setButtons(outcome, view),
    { type: 'divider' },
    ...(document === null ? [] : [richText(...documentParts(document, view)), { type: 'divider' } as const]),
    richText(...roleLines(outcome.roles, view)),
    ...measureBlocks(outcome, view),
    ...(outcome.history.length === 0
      ? []
      : [
          richText(line(bold(texts.lights.shown.history))),
          bullets(outcome.history.map((entry) => historyWords(entry, view, false))),
        ]),
    ...buttons(
      outcome.historyTotal > outcome.history.length
        ? [commandButton(texts.lights.buttons.history, `history ${outcome.target.label}`, 9)]
        : [],
    ),
  ]);
}

function goalLine({ goal }: Shown, view: ViewLanguage): RichTextSection[] {
  if (goal === null) return [];
  const values = { target: targetTitle(goal.target, view), light: lightWords(goal.light, view) };
  return [line(fill(view.texts.lights.shown.partOf, values))];
}

function postedParts({ posted, stale }: Shown, view: ViewLanguage): Part[] {
  const { shown, set } = view.texts.lights;
  const title = line(bold(shown.posted));
  if (posted === null) return [title, line(shown.notPosted)];
  const by = { who: actorWords(posted.actor, view), when: instantWords(posted.at, view) };
  return [
    title,
    line(lightWords(posted.light, view)),
    line(fill(set.by, by)),
    ...(stale ? [line(shown.stale)] : []),
    ...reportLines(posted, view),
  ];
}

function reportLines(posted: PostedLight, view: ViewLanguage): Part[] {
  const { shown } = view.texts.lights;
  const filled = (template: string, text: string | null): Part[] =>
    text === null ? [] : [line(fill(template, { text: cut(text, partLength) }))];
  return [
    ...filled(shown.comment, posted.comment),
    ...filled(shown.next, posted.next),
    ...(posted.expected === null
      ? []
      : [line(fill(shown.expected, { date: formatDay(posted.expected, view.language) }))]),
    ...(posted.confidence === null ? [] : [line(fill(shown.confidence, { value: String(posted.confidence) }))]),
    ...filled(shown.blockers, posted.blockers),
  ];
}

/** Four buttons, one a light, for whoever may press them. Red is left out: it needs a reason in words. */
function setButtons({ maySet, target }: Shown, view: ViewLanguage): KnownBlock[] {
  if (!maySet) return [];
  return buttons(
    lights
      .filter((light) => light !== 'red')
      .map((light, at) => commandButton(lightWords(light, view), `set ${target.label} ${light}`, at)),
  );
}

function documentParts(document: DocumentState, view: ViewLanguage): Part[] {
  const { texts, language } = view;
  const { shown } = texts.lights;
  const followUpTitle =
    document.period === null
      ? shown.followUpUndated
      : fillText(shown.followUp, { period: formatPeriod(document.period, language) });
  const optional = (template: string, text: string | null): Part[] =>
    text === null ? [] : [line(fill(template, { text: cut(text, partLength) }))];
  return [
    line(bold(shown.document)),
    line(shown.colourUnknown),
    ...optional(shown.responsible, document.responsible),
    ...optional(shown.timetable, document.timetable),
    ...document.metrics.flatMap((metric) => [
      line(italic(`${shown.metric}: ${cut(metric.text, partLength)}`)),
      ...(metric.state === '' ? [] : [line(followUpTitle), quote(cut(metric.state, partLength))]),
    ]),
    ...(document.followUp === null
      ? missingFollowUp(document, view)
      : [line(followUpTitle), quote(cut(document.followUp, partLength))]),
    ...sourceLine(document, view),
  ];
}

/** A goal's follow-up stands in its metrics; only where there are none is it missing. */
function missingFollowUp({ metrics }: DocumentState, { texts }: ViewLanguage): Part[] {
  return metrics.length === 0 ? [line(texts.lights.shown.noFollowUp)] : [];
}

function sourceLine({ source }: DocumentState, { texts, language }: ViewLanguage): Part[] {
  if (source === null) return [];
  const date = source.published === null ? texts.slack.noDate : formatDay(source.published, language);
  return [line(fill(texts.lights.shown.source, { title: italic(source.title), publisher: source.publisher, date }))];
}

function measureBlocks({ measures }: Shown, view: ViewLanguage): KnownBlock[] {
  if (measures.length === 0) return [];
  const { shown } = view.texts.lights;
  return [
    richText(line(bold(shown.measures))),
    bullets(
      measures
        .slice(0, shownMeasures)
        .map(({ target, posted, worse }) => [
          `${lightWords(posted?.light ?? null, view)} · ${targetTitle(target, view)}`,
          ...(worse ? [italic(` (${shown.worse})`)] : []),
        ]),
    ),
    ...restLine(measures.length - shownMeasures, view),
  ];
}

function restLine(count: number, { texts }: ViewLanguage): KnownBlock[] {
  if (count <= 0) return [];
  return [richText(line(italic(fillText(countForm(texts.slack.moreDetails, count), { count }))))];
}
