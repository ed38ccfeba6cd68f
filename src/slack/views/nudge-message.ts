import type { Button, ConfirmationDialog, KnownBlock } from '@slack/types';
import { z } from 'zod';
import type { PauseNote } from '../../digest/digest-delivery.ts';
import type { Nudge, NudgeItem, NudgeReason } from '../../digest/nudge.ts';
import { type Light, lights, type Target, targetKey } from '../../domain/light.ts';
import { formatDay, formatInstantDay } from '../../texts/dates.ts';
import { countForm } from '../../texts/texts.ts';
import { commandButton, lightButton } from './actions.ts';
import { commandWords, heading, lightWords, targetTitle, type ViewLanguage } from './light-words.ts';
import { type SlackMessage, toMessage } from './message.ts';
import { button, buttons, channel, fill, fillText, header, line, person, plain, richText } from './rich-text.ts';

/** So many fit two screens of a phone; the rest comes on a press. */
const shownItems = 8;
/** So many of the rest in one message: with the longest names they stay under Slack's 40,000 characters. */
const restItems = 12;
/** A button's value holds the keys of so many targets. */
const mostKeys = 80;

/** The weekly reminder. */
export function buildNudgeMessage({ items, snoozeUntil }: Nudge, view: ViewLanguage): SlackMessage {
  const { nudge } = view.texts;
  const count = items.length;
  const shown = items.slice(0, shownItems);
  return toMessage([
    header(fillText(countForm(nudge.title, count), { count })),
    richText(line(nudge.intro)),
    ...shown.flatMap((item) => itemBlocks(item, view)),
    ...buttons([
      ...restButton(shown.map(keyOf), count - shown.length, view),
      button(nudge.snooze, 'nudge_snooze', snoozeUntil),
    ]),
  ]);
}

/** The keys of the targets that a reminder shows, as its button for the rest carries them. */
export const shownTargetsSchema = z.array(z.string()).max(mostKeys);

/** What waits by now, but for the targets that the reminder shows already. */
export function buildNudgeRest(
  items: readonly NudgeItem[],
  shown: readonly string[],
  view: ViewLanguage,
): SlackMessage {
  const { nudge } = view.texts;
  const waiting = items.filter((item) => !shown.includes(keyOf(item)));
  const rest = waiting.slice(0, restItems);
  if (rest.length === 0) return toMessage([richText(line(nudge.nothingWaits))]);
  return toMessage([
    header(nudge.restTitle),
    ...rest.flatMap((item) => itemBlocks(item, view)),
    ...buttons(restButton([...shown, ...rest.map(keyOf)], waiting.length - rest.length, view)),
  ]);
}

function keyOf({ target }: NudgeItem): string {
  return targetKey(target.target);
}

function restButton(shown: readonly string[], rest: number, { texts }: ViewLanguage): Button[] {
  if (rest <= 0 || shown.length > mostKeys) return [];
  return [button(fillText(texts.nudge.rest, { count: rest }), 'nudge_rest', JSON.stringify(shown))];
}

/** The offer to be reminded after all. */
export function unsnoozeButton({ texts }: ViewLanguage): KnownBlock[] {
  return buttons([button(texts.nudge.unsnooze, 'nudge_unsnooze', 'off')]);
}

/** The offer to take a part back that was just given up. */
export function takeBackButton(target: Target, { texts }: ViewLanguage): KnownBlock[] {
  return buttons([button(texts.nudge.takeBack, 'nudge_take_back', JSON.stringify(target))]);
}

/** Tells whoever turned a digest on that it is paused, and how it goes on. */
export function buildPauseMessage({ channel: id, reason }: PauseNote, { texts }: ViewLanguage): SlackMessage {
  const { nudge } = texts;
  return toMessage([
    richText(
      line(fill(nudge.paused[reason], { channel: channel(id) })),
      line(nudge.resume, ' ', commandWords('digest on')),
    ),
  ]);
}

function itemBlocks(item: NudgeItem, view: ViewLanguage): KnownBlock[] {
  const { target, posted, reasons, insteadOf } = item;
  const title = heading(`${lightWords(posted?.light ?? null, view)} · ${targetTitle(target, view)}`);
  const standIn = insteadOf === null ? [] : [line(fill(view.texts.nudge.insteadOf, { user: person(insteadOf) }))];
  return [
    richText(line(title), ...reasons.map((reason) => line(reasonWords(reason, item, view))), ...standIn),
    ...buttons(itemButtons(item, view)),
  ];
}

function reasonWords(reason: NudgeReason, { posted }: NudgeItem, { texts, language }: ViewLanguage): string {
  const words = texts.nudge.reason;
  switch (reason.kind) {
    case 'noLight':
    case 'red':
      return words[reason.kind];
    case 'stale':
      return fillText(words.stale, { date: formatInstantDay(posted?.at ?? '', language) });
    case 'timetable':
      return fillText(words.timetable, { date: formatDay(reason.day, language) });
    case 'expected': {
      const date = formatDay(reason.day, language);
      return fillText(reason.passed ? words.expectedPassed : words.expected, { date });
    }
  }
}

/** The standing light as "no change" before the other three. Red needs a reason, and so the form. */
function itemButtons({ target, posted, own }: NudgeItem, view: ViewLanguage): Button[] {
  const { nudge } = view.texts;
  const seq = posted?.seq ?? null;
  const set = (light: Light, label: string) =>
    lightButton(label, { text: `set ${target.label} ${light}`, seq }, lights.indexOf(light));
  const others = lights
    .filter((light) => light !== posted?.light)
    .map((light) => {
      const words = lightWords(light, view);
      return light === 'red'
        ? button(fillText(nudge.red, { light: words }), 'nudge_red', JSON.stringify(target.target))
        : set(light, words);
    });
  return [
    ...(posted === null ? [] : [set(posted.light, fillText(nudge.same, { light: lightWords(posted.light, view) }))]),
    ...others,
    commandButton(nudge.more, `edit ${target.label}`, 9),
    ...(own ? [notMineButton({ target }, view)] : []),
  ];
}

function notMineButton({ target }: Pick<NudgeItem, 'target'>, view: ViewLanguage): Button {
  const { notMine, sure } = view.texts.nudge;
  const confirm: ConfirmationDialog = {
    title: plain(sure.title, 100),
    text: plain(fillText(sure.text, { target: targetTitle(target, view) }), 300),
    confirm: plain(sure.confirm, 30),
    deny: plain(sure.deny, 30),
    style: 'danger',
  };
  return { ...button(notMine, 'nudge_not_mine', JSON.stringify(target.target)), confirm };
}
