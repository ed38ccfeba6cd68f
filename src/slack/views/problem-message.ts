import type { Button } from '@slack/types';
import type { CommandPart, Suggestion } from '../../status/command.ts';
import type { StatusOutcome } from '../../status/outcome.ts';
import { formatDay, formatList } from '../../texts/dates.ts';
import { commandButton } from './actions.ts';
import { commandWords, lightWords, quotedWord, targetTitle, type ViewLanguage } from './light-words.ts';
import { type SlackMessage, toMessage } from './message.ts';
import { bold, buttons, fill, line, richText } from './rich-text.ts';

type Outcome<Kind extends StatusOutcome['kind']> = Extract<StatusOutcome, { kind: Kind }>;

/** What was not understood, and the likeliest reading as a button. */
export function buildUnclearMessage(outcome: Outcome<'unclear'>, view: ViewLanguage): SlackMessage {
  const { problem } = view.texts.lights;
  const words = formatList(
    outcome.words.slice(0, 5).map((word) => quotedWord(word, view)),
    view.language,
  );
  const said = line(fill(problem.unclear, { words }));
  const { suggestion } = outcome;
  if (suggestion === null) return toMessage([richText(said, helpLine(view))]);
  return toMessage([
    richText(said, line(problem.didYouMean)),
    ...buttons([commandButton(`/lv ${suggestion.text}`, suggestion.text, 0, 'primary')]),
  ]);
}

/** No such goal or measure, with the nearest ones as buttons. */
export function buildUnknownTargetMessage(outcome: Outcome<'unknownTarget'>, view: ViewLanguage): SlackMessage {
  const { problem } = view.texts.lights;
  const said = line(fill(problem.unknownTarget, { word: quotedWord(outcome.word, view) }));
  if (outcome.nearest.length === 0) return toMessage([richText(said, helpLine(view))]);
  return toMessage([
    richText(said, line(problem.nearest)),
    ...buttons(
      outcome.nearest.map((target, at) => commandButton(targetTitle(target, view), `show ${target.label}`, at)),
    ),
  ]);
}

export function buildUnknownLightMessage(outcome: Outcome<'unknownLight'>, view: ViewLanguage): SlackMessage {
  const words = fill(view.texts.lights.problem.unknownLight, {
    word: quotedWord(outcome.word, view),
    target: bold(targetTitle(outcome.target, view)),
  });
  return toMessage([richText(line(words)), ...buttons(choiceButtons(outcome.choices, view))]);
}

/** The words fit several: one button each. */
export function buildAmbiguousMessage(outcome: Outcome<'ambiguous'>, view: ViewLanguage): SlackMessage {
  const words = fill(view.texts.lights.problem.ambiguous, { words: quotedWord(outcome.words, view) });
  return toMessage([
    richText(line(words)),
    ...buttons(
      outcome.choices.map(({ text, target }, at) =>
        commandButton(target === null ? `/lv ${text}` : targetTitle(target, view), text, at),
      ),
    ),
  ]);
}

/** What is missing, with the few possible values as buttons or else an example. */
export function buildMissingMessage(outcome: Outcome<'missing'>, view: ViewLanguage): SlackMessage {
  const { problem } = view.texts.lights;
  if (outcome.part === 'channel' && outcome.word?.startsWith('#') === true) {
    return toMessage([richText(line(fill(problem.unknownChannel, { channel: quotedWord(outcome.word, view) })))]);
  }
  const title = outcome.target === null ? [] : [line(bold(targetTitle(outcome.target, view)))];
  const misread =
    outcome.word === null ? [] : [line(fill(problem.notUnderstood, { word: quotedWord(outcome.word, view) }))];
  const example = line(
    problem.missing[outcome.part],
    ' ',
    commandWords(exampleFor(outcome.verb, outcome.part, outcome.target?.label)),
  );
  return toMessage([richText(...title, ...misread, example), ...buttons(choiceButtons(outcome.choices, view))]);
}

export function buildTooLongMessage({ length, limit }: Outcome<'tooLong'>, view: ViewLanguage): SlackMessage {
  const words = fill(view.texts.lights.problem.tooLong, { length: String(length), limit: String(limit) });
  return toMessage([richText(line(words))]);
}

export function buildPastDateMessage({ date }: Outcome<'pastDate'>, view: ViewLanguage): SlackMessage {
  return toMessage([
    richText(line(fill(view.texts.lights.problem.pastDate, { date: formatDay(date, view.language) }))),
  ]);
}

export function buildNeedsChannelMessage({ verb }: Outcome<'needsChannel'>, view: ViewLanguage): SlackMessage {
  const words = fill(view.texts.lights.problem.needsChannel, { command: commandWords(verb) });
  return toMessage([richText(line(words))]);
}

/** A command that this installation has no part for. */
export function buildUnavailableMessage(verb: string, view: ViewLanguage): SlackMessage {
  const words = fill(view.texts.lights.problem.unavailable, { command: commandWords(verb) });
  return toMessage([richText(line(words))]);
}

function helpLine({ texts }: ViewLanguage) {
  return line(texts.lights.problem.seeHelp, ' ', commandWords('help'));
}

function choiceButtons(choices: readonly Suggestion[], view: ViewLanguage): Button[] {
  return choices.map(({ text, command }, at) =>
    commandButton(command.kind === 'set' ? lightWords(command.light, view) : `/lv ${text}`, text, at),
  );
}

/** A command as it could have been written, with the missing part in it. */
function exampleFor(verb: string, part: CommandPart, label = 'goal5'): string {
  switch (part) {
    case 'target':
    case 'light':
      return verb === 'set' ? `set ${label} green` : `${verb} ${label}`;
    case 'user':
      return verb === 'owner' ? `owner add ${label} @anna` : `${verb} ${label} @anna until 2026-12-31`;
    case 'date':
      return verb === 'away' ? 'away until 2026-12-31' : `${verb} ${label} @anna until 2026-12-31`;
    case 'question':
      return 'ask spouse programme?';
    case 'language':
      return `${verb} sv`;
    case 'channel':
      return verb === 'digest' ? 'digest on #general' : `${verb} #general`;
    case 'scope':
      return `${verb} helsinki`;
  }
}
