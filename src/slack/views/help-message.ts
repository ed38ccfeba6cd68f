import { lights } from '../../domain/light.ts';
import type { Verb } from '../../status/command.ts';
import type { StatusOutcome } from '../../status/outcome.ts';
import { commandWords, heading, lightWords, type ViewLanguage } from './light-words.ts';
import { type SlackMessage, toMessage } from './message.ts';
import { bold, bullets, italic, line, richText } from './rich-text.ts';

/** The commands that there are, each with what it does. `verbs` are those in use, in the order shown; one of them when a topic is asked. */
export function buildHelpMessage(
  outcome: Extract<StatusOutcome, { kind: 'help' }>,
  verbs: readonly Verb[],
  view: ViewLanguage,
): SlackMessage {
  const { help } = view.texts.lights;
  const about = (verb: Verb) => [commandWords(help.verbs[verb].usage), ` – ${help.verbs[verb].does}`];
  if (outcome.topic !== null && verbs.includes(outcome.topic)) {
    return toMessage([richText(line(about(outcome.topic)), line(help.ids))]);
  }
  return toMessage([
    richText(line(heading(help.title)), line(help.intro)),
    bullets(verbs.map(about)),
    richText(line(help.ids)),
    richText(line(bold(help.colours))),
    bullets(lights.map((light) => `${lightWords(light, view)}: ${view.texts.lights.meaning[light]}`)),
    ...(outcome.admin ? [richText(line(italic(help.adminNote)))] : []),
  ]);
}
