import {
  App,
  type BlockAction,
  type ButtonAction,
  type FeedbackButtonsAction,
  LogLevel,
  type MessageShortcut,
  type OverflowAction,
  type ViewSubmitAction,
} from '@slack/bolt';
import { z } from 'zod';
import type { Language } from '../domain/language.ts';
import type { AnswerTiming, SlackContext } from './context.ts';
import { createDeliveryClients, createDeliveryPlaces } from './deliveries.ts';
import { handleFailure } from './failure.ts';
import { handleMention } from './listeners/ask-mention.ts';
import { handleMessage } from './listeners/ask-message.ts';
import { handleAskShortcut } from './listeners/ask-shortcut.ts';
import { handleAskOwner } from './listeners/ask-owner.ts';
import { handleAskThem } from './listeners/ask-them.ts';
import { handleImportForm } from './listeners/import-form.ts';
import { handleCurateButton } from './listeners/curate.ts';
import { handleFeedbackForm, handleRating } from './listeners/feedback.ts';
import { handleAskAgain, handleHomeOpened, handleHomePage } from './listeners/home.ts';
import {
  handleCommandButton,
  handleLatestButton,
  handleMenuChoice,
  handleShowAnswerButton,
  handleShowTargetButton,
} from './listeners/lv-button.ts';
import { handleNudgeRed, handleNudgeRest, handleOwnPart, handleSnooze } from './listeners/nudge.ts';
import { handleUpdateForm } from './listeners/update-form.ts';
import { handleLvCommand } from './listeners/lv-command.ts';
import { handleWholeDigest } from './listeners/whole-digest.ts';
import { createLogger } from './logger.ts';
import type { SlackPorts } from './ports.ts';
import { type Connection, createReceiver } from './receivers.ts';
import { RunningWork, within } from './running-work.ts';
import { SeenEvents } from './seen-events.ts';
import { createSlackSide } from './slack-side.ts';
import { describeStartProblem, type StartProblem } from './start-problem.ts';
import { ThreadMemory } from './thread-memory.ts';
import { UserDirectory } from './user-directory.ts';
import { actionPattern, formId } from './views/actions.ts';

export type LogLevelName = 'debug' | 'info' | 'warn' | 'error';

export type SlackAppOptions = {
  botToken: string;
  connection: Connection;
  ports: SlackPorts;
  /** The Web API's address; default Slack's own. A missing trailing slash is added. */
  apiUrl?: string;
  /** For users whose language is not known; default Finnish. */
  defaultLanguage?: Language;
  /** Gets each log line; default standard error. */
  log?: (line: string) => void;
  /** The lowest level that is logged; default "info". At "debug" questions are logged too. */
  logLevel?: LogLevelName;
  timing?: Partial<AnswerTiming>;
  /** Called when Slack refuses the app token while running: nothing more will come in. */
  onLost?: (problem: StartProblem) => void;
  /** Called last on a stop, when no work is left: the place to flush the store. */
  onStopped?: () => Promise<void>;
};

export type SlackApp = {
  /** Connects. Rejects with a `StartProblem`, one line for whoever runs Valo. */
  start: () => Promise<void>;
  /** Takes nothing more in, waits for what runs (at most 25 s), then flushes. */
  stop: () => Promise<void>;
  /** Resolves when nothing runs. */
  idle: () => Promise<void>;
};

const logLevels: Readonly<Record<LogLevelName, LogLevel>> = {
  debug: LogLevel.DEBUG,
  info: LogLevel.INFO,
  warn: LogLevel.WARN,
  error: LogLevel.ERROR,
};

const slackApiUrl = 'https://slack.com/api/';
/** Longer than an answer may take, shorter than the 30 s that process managers commonly wait. */
const drainWithinMs = 25_000;

/** One Bolt app over Socket Mode or HTTP. Nothing is connected before `start`. */
export function createSlackApp(options: SlackAppOptions): SlackApp {
  const apiUrl = withTrailingSlash(options.apiUrl ?? slackApiUrl);
  const context = createContext(options);
  const { connection, onLost = () => {} } = options;
  const receiver = createReceiver({ connection, apiUrl, logger: context.logger, onLost });
  const work = new RunningWork();
  const app = new App({
    token: options.botToken,
    receiver,
    logger: context.logger,
    logLevel: logLevels[options.logLevel ?? 'info'],
    deferInitialization: true,
    extendedErrorHandler: true,
    convoStore: false,
    clientOptions: { slackApiUrl: apiUrl, timeout: 10_000, retryConfig: { retries: 2 } },
  });
  register(app, context, work);
  return {
    start: async () => {
      await attempt(() => app.init(), 'SLACK_BOT_TOKEN', apiUrl);
      await attempt(() => app.start(), 'SLACK_APP_TOKEN', apiUrl);
      const clients = createDeliveryClients(options.botToken, apiUrl, context.logger);
      const deliveries = createDeliveryPlaces(context, clients);
      await context.ports.connect(createSlackSide(context, app.client, deliveries));
      context.logger.info(connection.kind === 'http' ? `Listening on port ${connection.port}.` : 'Connected to Slack.');
    },
    stop: async () => {
      await receiver.stop();
      const drained = await within(drainWithinMs, work.idle());
      if (!drained) context.logger.warn(`Stopped with ${work.count} requests unfinished.`);
      await context.ports.disconnect();
      await context.ports.conversation.flush();
      await options.onStopped?.();
    },
    idle: () => work.idle(),
  };
}

/** What Slack sends, and who handles it. */
function register(app: App, context: SlackContext, work: RunningWork): void {
  app.use(({ next }) => work.run(() => next()));
  app.use(async ({ body, next, ...args }) => {
    const key = deliveryKey(body);
    if (key === null || context.seen.take(key)) return next();
    if ('ack' in args && typeof args.ack === 'function') await args.ack();
  });

  app.event('app_mention', (args) => handleMention(context, args));
  app.event('message', (args) => handleMessage(context, args));
  app.command('/lv', (args) => handleLvCommand(context, args));
  app.event('app_home_opened', (args) => handleHomeOpened(context, args));
  for (const [pattern, handle] of buttonHandlers) {
    app.action<BlockAction<ButtonAction>>(pattern, (args) => handle(context, args));
  }
  app.action<BlockAction<OverflowAction>>(actionPattern.menu, (args) => handleMenuChoice(context, args));
  app.action<BlockAction<FeedbackButtonsAction>>(actionPattern.rate, (args) => handleRating(context, args));
  app.view<ViewSubmitAction>(formId.update, (args) => handleUpdateForm(context, args));
  app.view<ViewSubmitAction>(formId.import, (args) => handleImportForm(context, args));
  app.view<ViewSubmitAction>(formId.feedback, (args) => handleFeedbackForm(context, args));
  app.shortcut<MessageShortcut>('ask_about_message', (args) => handleAskShortcut(context, args));

  app.error((failure: { error: Error; body: unknown }) => work.run(() => handleFailure(context, app.client, failure)));
}

const buttonHandlers = [
  [actionPattern.runCommand, handleCommandButton],
  [actionPattern.latest, handleLatestButton],
  [actionPattern.showAnswer, handleShowAnswerButton],
  [actionPattern.showTarget, handleShowTargetButton],
  [actionPattern.wholeDigest, handleWholeDigest],
  [actionPattern.askOwner, handleAskOwner],
  [actionPattern.askThem, handleAskThem],
  [actionPattern.curate, handleCurateButton],
  [actionPattern.homePage, handleHomePage],
  [actionPattern.askAgain, handleAskAgain],
  [actionPattern.nudgeRed, handleNudgeRed],
  [actionPattern.nudgeOwnPart, handleOwnPart],
  [actionPattern.nudgeSnooze, handleSnooze],
  [actionPattern.nudgeRest, handleNudgeRest],
] as const;

const deliverySchema = z.object({
  type: z.string().optional(),
  event_id: z.string().optional(),
  trigger_id: z.string().optional(),
});

/**
 * What a repeated delivery has in common with the first: the event's id, or the trigger of a command or press. A form has
 * none, as each delivery needs its own answer about what is wrong with it; the form's id keeps it from having two effects.
 */
function deliveryKey(body: unknown): string | null {
  const parsed = deliverySchema.safeParse(body);
  if (!parsed.success || parsed.data.type === 'view_submission') return null;
  return parsed.data.event_id ?? parsed.data.trigger_id ?? null;
}

function createContext(options: SlackAppOptions): SlackContext {
  const { ports } = options;
  return {
    ports,
    directory: new UserDirectory(ports.now),
    threads: new ThreadMemory(ports.conversation),
    seen: new SeenEvents(ports.now),
    logger: createLogger(
      options.log ?? ((line) => process.stderr.write(`${line}\n`)),
      logLevels[options.logLevel ?? 'info'],
    ),
    defaultLanguage: options.defaultLanguage ?? 'fi',
    timing: { searchingAfterMs: 1_500, answerWithinMs: 18_000, ...options.timing },
  };
}

async function attempt(
  step: () => Promise<unknown>,
  setting: 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN',
  apiUrl: string,
): Promise<void> {
  try {
    await step();
  } catch (error) {
    throw describeStartProblem(error, setting, apiUrl);
  }
}

function withTrailingSlash(url: string): string {
  return url.endsWith('/') ? url : `${url}/`;
}
