import { randomUUID } from 'node:crypto';
import type { Answer } from '../answer/answer.ts';
import type { Language } from '../domain/language.ts';
import { createServices, type Services } from '../services.ts';
import { lightOfAnswer } from '../slack/answer-light.ts';
import { plainText } from '../slack/plain-text.ts';
import type { CommandCaller } from '../slack/ports.ts';
import { type CommandKind, createStatusView } from '../slack/status-view.ts';
import { pressablesOf } from '../slack/pressables.ts';
import { actionPattern } from '../slack/views/actions.ts';
import { buildDigestMessage } from '../slack/views/digest-message.ts';
import { buildGapsMessage } from '../slack/views/gaps-message.ts';
import { buildModelMessage } from '../slack/views/model-message.ts';
import { buildUnavailableMessage } from '../slack/views/problem-message.ts';
import type { SlackMessage } from '../slack/views/message.ts';
import { fillText } from '../slack/views/rich-text.ts';
import { buildStatusMessage } from '../slack/views/status-message.ts';
import type { CompleteCommand } from '../status/command.ts';
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

/** The commands that need more than the lights' service and work in a terminal. */
const carriedOutHere: readonly CommandKind[] = ['ask', 'gaps', 'status', 'digestPreview', 'export'];

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
  'digestStatus',
  'awaySet',
  'forgotten',
  'exported',
]);

type Told = { kind: string; text: string; done: boolean };

/** `lv`: one command about lights, as the Slack user named by --as, in the same store as the bot's. */
export async function lvCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readArgs(args, options, terminal);
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
    const outcome = await services.runCommand(positionals.join(' '), { ...caller, language: terminal.language });
    if (outcome.kind === 'forgotten') await services.conversation.forget(user);
    const language = (await services.storedLanguage(user)) ?? terminal.language;
    const { kind, text, done } = await tell(outcome, services, terminal, { language, caller });
    terminal.write(values.json === true ? JSON.stringify({ kind, text }) : text);
    return done ? exitCode.done : exitCode.failed;
  } finally {
    await services.close();
  }
}

async function tell(
  outcome: StatusOutcome,
  services: Services,
  terminal: Terminal,
  { language, caller }: { language: Language; caller: CommandCaller },
): Promise<Told> {
  if (outcome.kind === 'handOver') return tellHandedOver(outcome.command, services, language, caller);
  const { kind } = outcome;
  const done = carriedOut.has(kind);
  if (kind === 'exported') {
    const saved = await Promise.all(outcome.files.map(({ fileName, content }) => terminal.save(fileName, content)));
    return { kind, text: saved.join('\n'), done };
  }
  const view = createStatusView(language, services, carriedOutHere);
  return { kind, text: wordsOf(buildStatusMessage(outcome, view), !done), done };
}

async function tellHandedOver(
  command: CompleteCommand,
  services: Services,
  language: Language,
  caller: CommandCaller,
): Promise<Told> {
  const view = { language, texts: textsIn(language) };
  if (command.kind === 'ask') {
    const { question } = command;
    const lightFor = (answer: Answer) => lightOfAnswer(services, answer, question, caller);
    const { text } = await askForLine(services, { id: null, question, language }, lightFor);
    return { kind: 'answer', text, done: true };
  }
  if (command.kind === 'gaps') {
    const message = buildGapsMessage(services.conversation.gaps(), services.catalogue(), view);
    return { kind: 'gaps', text: wordsOf(message, false), done: true };
  }
  if (command.kind === 'digestPreview' && command.channel !== null) {
    const digest = await services.previewDigest(command.channel);
    const of = { language: digest.language, texts: textsIn(digest.language) };
    return { kind: 'digest', text: wordsOf(buildDigestMessage(digest, of, { whole: true }), false), done: true };
  }
  if (command.kind === 'status') {
    return { kind: 'status', text: wordsOf(buildModelMessage(services.modelStatus(), view), false), done: true };
  }
  return { kind: 'unavailable', text: wordsOf(buildUnavailableMessage(command.kind, view), false), done: false };
}

/** `suggestions`: with the commands of the buttons, one a line; what has been done needs none. */
function wordsOf({ blocks }: SlackMessage, suggestions: boolean): string {
  return plainText(blocks, { actions: (block) => (suggestions ? commandsOf(block).join('\n') : '') });
}

function commandsOf(block: SlackMessage['blocks'][number]): string[] {
  return pressablesOf(block).flatMap(({ action: { action_id: id, value } }) =>
    actionPattern.runCommand.test(id) && typeof value === 'string' ? [`/lv ${value}`] : [],
  );
}
