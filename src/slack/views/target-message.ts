import type { KnownBlock, RichTextQuote, RichTextSection } from '@slack/types';
import { lights } from '../../domain/light.ts';
import type { PostedLight, StatusOutcome } from '../../status/outcome.ts';
import { formatDay } from '../../texts/dates.ts';
import { countForm } from '../../texts/texts.ts';
import type { DocumentState } from '../document-state.ts';
import { commandButton, lightButton } from './actions.ts';
import { documentParts, isCut } from './document-parts.ts';
import { historyWords } from './history-message.ts';
import { actorWords, heading, instantWords, lightWords, targetTitle, type ViewLanguage } from './light-words.ts';
import { type SlackMessage, toMessage } from './message.ts';
import { roleLines } from './role-message.ts';
import { bold, bullets, button, buttons, cut, fill, fillText, italic, line, richText } from './rich-text.ts';

type Shown = Extract<StatusOutcome, { kind: 'shown' }>;
type Part = RichTextSection | RichTextQuote;

const partLength = 400;
/** No field is longer. */
const wholeLength = 3_000;
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
    ...(document === null ? [] : [richText(...documentParts(document, 'short', view)), { type: 'divider' } as const]),
    richText(...roleLines(outcome.roles, view)),
    ...measureBlocks(outcome, view),
    ...(outcome.history.length === 0
      ? []
      : [
          richText(line(bold(texts.lights.shown.history))),
          bullets(outcome.history.map((entry) => historyWords(entry, view, false))),
        ]),
    ...buttons([
      ...(outcome.historyTotal > outcome.history.length
        ? [commandButton(texts.lights.buttons.history, `history ${outcome.target.label}`, 9)]
        : []),
      ...(isLong(outcome) || (document !== null && isCut(document))
        ? [button(texts.lights.buttons.whole, 'target_show_all', JSON.stringify(outcome.target.target))]
        : []),
    ]),
  ]);
}

/** The posted light and the document's words with nothing left out. */
export function buildWholeTargetMessage(
  outcome: Shown,
  document: DocumentState | null,
  view: ViewLanguage,
): SlackMessage {
  return toMessage([
    richText(line(heading(targetTitle(outcome.target, view)))),
    richText(...postedParts(outcome, view, wholeLength)),
    ...(document === null ? [] : [{ type: 'divider' } as const, richText(...documentParts(document, 'full', view))]),
  ]);
}

/** True when what people wrote of the light does not fit the short view. */
function isLong({ posted }: Shown): boolean {
  return [posted?.comment, posted?.next, posted?.blockers].some((text) => (text?.length ?? 0) > partLength);
}

function goalLine({ goal }: Shown, view: ViewLanguage): RichTextSection[] {
  if (goal === null) return [];
  const values = { target: targetTitle(goal.target, view), light: lightWords(goal.light, view) };
  return [line(fill(view.texts.lights.shown.partOf, values))];
}

function postedParts({ posted, stale }: Shown, view: ViewLanguage, length = partLength): Part[] {
  const { shown, set } = view.texts.lights;
  const title = line(bold(shown.posted));
  if (posted === null) return [title, line(shown.notPosted)];
  const by = { who: actorWords(posted.actor, view), when: instantWords(posted.at, view) };
  return [
    title,
    line(lightWords(posted.light, view)),
    line(fill(set.by, by)),
    ...(stale ? [line(shown.stale)] : []),
    ...reportLines(posted, view, length),
  ];
}

function reportLines(posted: PostedLight, view: ViewLanguage, length: number): Part[] {
  const { shown } = view.texts.lights;
  const filled = (template: string, text: string | null): Part[] =>
    text === null ? [] : [line(fill(template, { text: cut(text, length) }))];
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

/**
 * One button a light, for whoever may press them, and the form. Red is left out: it needs a reason in words. A button holds
 * only while the light stands that is shown beside it.
 */
function setButtons({ maySet, target, posted }: Shown, view: ViewLanguage): KnownBlock[] {
  if (!maySet) return [];
  const seq = posted?.seq ?? null;
  return buttons([
    ...lights
      .filter((light) => light !== 'red')
      .map((light, at) => lightButton(lightWords(light, view), { text: `set ${target.label} ${light}`, seq }, at)),
    commandButton(view.texts.form.open, `edit ${target.label}`, 8),
  ]);
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
