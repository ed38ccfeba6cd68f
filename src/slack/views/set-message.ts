import type { StatusOutcome } from '../../status/outcome.ts';
import { commandButton, undoButton } from './actions.ts';
import {
  actorWords,
  commandWords,
  commentQuote,
  heading,
  instantWords,
  lightWords,
  targetNumber,
  targetTitle,
  type ViewLanguage,
} from './light-words.ts';
import { type SlackMessage, toMessage } from './message.ts';
import { buttons, fill, fillText, line, richText } from './rich-text.ts';

type Outcome<Kind extends StatusOutcome['kind']> = Extract<StatusOutcome, { kind: Kind }>;

/** Old → new, who and when, the comment, and a button that takes it back. */
export function buildSetMessage(outcome: Outcome<'set'>, view: ViewLanguage): SlackMessage {
  const { lights } = view.texts;
  const to = lightWords(outcome.to, view);
  const change = outcome.confirmed ? fill(lights.set.confirmed, { to }) : [`${lightWords(outcome.from, view)} → ${to}`];
  return toMessage([
    richText(
      line(heading(targetTitle(outcome.target, view))),
      line(change),
      line(fill(lights.set.by, { who: actorWords(outcome.actor, view), when: instantWords(outcome.at, view) })),
      ...(outcome.repeated ? [line(lights.set.repeated)] : []),
      ...(outcome.comment === null ? [] : [commentQuote(outcome.comment)]),
    ),
    ...buttons([
      undoButton(lights.buttons.undo, { text: `undo ${outcome.target.label}`, seq: outcome.seq }),
      commandButton(
        fillText(lights.buttons.show, { target: targetNumber(outcome.target, view) }),
        `show ${outcome.target.label}`,
      ),
    ]),
  ]);
}

/** What an undo gave back. It is itself an entry of the history. */
export function buildUndoneMessage(outcome: Outcome<'undone'>, view: ViewLanguage): SlackMessage {
  const { set } = view.texts.lights;
  const change = { from: lightWords(outcome.from, view), to: lightWords(outcome.to, view) };
  return toMessage([
    richText(
      line(heading(targetTitle(outcome.target, view))),
      line(fill(outcome.from === outcome.to ? set.confirmationUndone : set.undone, change)),
      line(fill(set.by, { who: actorWords(outcome.actor, view), when: instantWords(outcome.at, view) })),
      ...(outcome.repeated ? [line(set.repeated)] : []),
    ),
  ]);
}

export function buildNothingToUndoMessage(outcome: Outcome<'nothingToUndo'>, view: ViewLanguage): SlackMessage {
  const { set } = view.texts.lights;
  const title = outcome.target === null ? [] : [line(heading(targetTitle(outcome.target, view)))];
  if (outcome.reason === 'none') return toMessage([richText(...title, line(set.nothingToUndo))]);
  const who = outcome.by === null ? set.somebodyElse : actorWords(outcome.by, view);
  return toMessage([
    richText(...title, line(fill(set.undoOvertaken, { who, light: lightWords(outcome.light, view) }))),
  ]);
}

/** Somebody was faster: what stands now, and that nothing was changed. */
export function buildOvertakenMessage(outcome: Outcome<'overtaken'>, view: ViewLanguage): SlackMessage {
  const light = lightWords(outcome.posted?.light ?? null, view);
  return toMessage([
    richText(line(heading(targetTitle(outcome.target, view))), line(fill(view.texts.lights.set.overtaken, { light }))),
  ]);
}

/** Red without a reason: how to write it, and where there are forms, a button that opens one. */
export function buildNeedsCommentMessage(
  outcome: Outcome<'needsComment'>,
  view: ViewLanguage,
  form: boolean,
): SlackMessage {
  const { set } = view.texts.lights;
  return toMessage([
    richText(
      line(heading(`${targetTitle(outcome.target, view)} → ${lightWords(outcome.light, view)}`)),
      line(set.needsComment),
      line(commandWords(`${outcome.text} ${set.reasonExample}`)),
    ),
    ...buttons(form ? [commandButton(view.texts.form.open, `edit ${outcome.target.label}`)] : []),
  ]);
}
