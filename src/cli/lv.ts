import { randomUUID } from 'node:crypto';
import type { Language } from '../domain/language.ts';
import { createServices, type Services } from '../services.ts';
import { plainText } from '../slack/plain-text.ts';
import { type CommandKind, createStatusView } from '../slack/status-view.ts';
import { buildUnavailableMessage } from '../slack/views/problem-message.ts';
import type { SlackMessage } from '../slack/views/message.ts';
import { fillText } from '../slack/views/rich-text.ts';
import { buildStatusMessage } from '../slack/views/status-message.ts';
import type { StatusOutcome } from '../status/outcome.ts';
import { terminalTextsIn } from '../texts/terminal/terminal.ts';
import { textsIn } from '../texts/texts.ts';
import { askForLine } from './answer-line.ts';
import { type ExitCode, exitCode, readArgs, type Terminal, UsageProblem } from './terminal.ts';

const options = {
  as: { type: 'string' },
  channel: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

/** The commands handed over by the lights' service that work in a terminal. */
const carriedOutHere: readonly CommandKind[] = ['ask'];

/** Outcomes of commands that were carried out; all others changed and showed nothing of what was asked. */
const carriedOut: ReadonlySet<StatusOutcome['kind']> = new Set<StatusOutcome['kind']>([
  'help',
  'set',
  'undone',
  'shown',
  'board',
  'history',
  'owners',
  'rolesChanged',
  'language',
  'channelBound',
  'announceSet',
  'digestOn',
  'digestOff',
  'awaySet',
  'forgotten',
]);

type Told = { kind: string; text: string; done: boolean };

/** `lv`: one command about lights, as the Slack user named by --as, in the same store as the bot's. */
export async function lvCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readArgs(args, options);
  const texts = terminalTextsIn(terminal.language);
  if (values.help === true) {
    terminal.write(texts.help.lv.join('\n'));
    return exitCode.done;
  }
  if (values.as === undefined) throw new UsageProblem(texts.noUser);
  if (!/^[UW][A-Z0-9]+$/.test(values.as)) throw new UsageProblem(fillText(texts.badUser, { id: values.as }));
  const { as: user, channel = null } = values;
  if (channel !== null && !/^[CG][A-Z0-9]+$/.test(channel)) {
    throw new UsageProblem(fillText(texts.badChannel, { id: channel }));
  }
  const services = await createServices(terminal.config(), { warn: terminal.warn });
  try {
    const caller = { user, channel, key: `terminal:${randomUUID()}`, slackAdmin: false };
    const outcome = await services.runCommand(positionals.join(' '), caller);
    const language = (await services.storedLanguage(user)) ?? terminal.language;
    const { kind, text, done } = await tell(outcome, services, language);
    terminal.write(values.json === true ? JSON.stringify({ kind, text }) : text);
    return done ? exitCode.done : exitCode.failed;
  } finally {
    await services.close();
  }
}

async function tell(outcome: StatusOutcome, services: Services, language: Language): Promise<Told> {
  const { kind } = outcome;
  if (kind !== 'handOver') {
    const view = createStatusView(language, services.catalogue(), carriedOutHere);
    const done = carriedOut.has(kind);
    return { kind, text: wordsOf(buildStatusMessage(outcome, view), !done), done };
  }
  const { command } = outcome;
  if (command.kind === 'ask') {
    const { text } = await askForLine(services, { id: null, question: command.question, language });
    return { kind: 'answer', text, done: true };
  }
  const message = buildUnavailableMessage(command.kind, { language, texts: textsIn(language) });
  return { kind: 'unavailable', text: wordsOf(message, false), done: false };
}

/** `suggestions`: with the commands of the buttons, one a line; what has been done needs none. */
function wordsOf({ blocks }: SlackMessage, suggestions: boolean): string {
  return plainText(blocks, {
    actions: ({ elements }) =>
      elements
        .flatMap((element) =>
          suggestions && element.type === 'button' && element.value !== undefined ? [`/lv ${element.value}`] : [],
        )
        .join('\n'),
  });
}
