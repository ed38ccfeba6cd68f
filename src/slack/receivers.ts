import { type App, HTTPReceiver, type Logger, type Receiver, SocketModeReceiver } from '@slack/bolt';
import { within } from './running-work.ts';
import { describeStartProblem, isRejectedToken, type StartProblem } from './start-problem.ts';

/** How Slack reaches Valo. */
export type Connection =
  | { kind: 'socket'; appToken: string }
  | { kind: 'http'; signingSecret: string; port: number; host?: string };

/** A receiver whose `stop` resolves when nothing more comes in. */
export type StoppableReceiver = Receiver & { stop: () => Promise<void> };

export type ReceiverOptions = {
  connection: Connection;
  /** The Web API's address with its trailing slash. */
  apiUrl: string;
  logger: Logger;
  /** Called once when Slack refuses the app token while running; the connections are then beyond repair. */
  onLost: (problem: StartProblem) => void;
};

/** How long a connection may take to close in good order before it is left to the process's end. */
const closeWithinMs = 3_000;
/** A connection's pause before it tries again what a broken network refused. */
const retryAfterMs = 10_000;

export function createReceiver(options: ReceiverOptions): StoppableReceiver {
  return options.connection.kind === 'socket'
    ? createSocketPair(options, options.connection.appToken)
    : createHttpReceiver(options.logger, options.connection);
}

/**
 * Two Socket Mode connections with one app behind them: after a refresh a connection is deaf for about five seconds, and
 * the other one hears meanwhile.
 */
function createSocketPair(options: ReceiverOptions, appToken: string): StoppableReceiver {
  let lost = false;
  const onRejected = (error: unknown) => {
    if (lost) return;
    lost = true;
    options.onLost(describeStartProblem(error, 'SLACK_APP_TOKEN', options.apiUrl));
  };
  const receivers = [1, 2].map(() => createSocketReceiver(options, appToken, onRejected));
  return {
    init: (app: App) => {
      for (const { receiver } of receivers) receiver.init(app);
    },
    start: async () => {
      for (const { receiver, started } of receivers) {
        await receiver.start();
        started();
      }
    },
    stop: async () => {
      await Promise.all(receivers.map(({ receiver }) => within(closeWithinMs, receiver.client.disconnect())));
    },
  };
}

function createSocketReceiver(options: ReceiverOptions, appToken: string, onRejected: (error: unknown) => void) {
  const receiver = new SocketModeReceiver({
    appToken,
    logger: options.logger,
    // Its own object: the client writes its retry policy into it.
    installerOptions: { clientOptions: { slackApiUrl: options.apiUrl } },
  });
  let running = false;
  keepReconnecting(receiver, options.logger, () => running, onRejected);
  return {
    receiver,
    started: () => {
      running = true;
    },
  };
}

/**
 * The client calls its own `start` to reconnect and leaves a rejection unhandled, which would end the process. The first
 * start may reject; later ones report a refused token and try again after anything else.
 */
function keepReconnecting(
  receiver: SocketModeReceiver,
  logger: Logger,
  running: () => boolean,
  onRejected: (error: unknown) => void,
): void {
  const { client } = receiver;
  const connect = client.start.bind(client);
  client.start = async () => {
    for (;;) {
      try {
        return await connect();
      } catch (error) {
        if (!running()) throw error;
        if (isRejectedToken(error)) {
          onRejected(error);
          return { ok: false };
        }
        logger.warn('The connection to Slack could not be opened again; the next try is in 10 seconds.');
        await new Promise((resolve) => setTimeout(resolve, retryAfterMs).unref());
      }
    }
  };
}

function createHttpReceiver(logger: Logger, connection: Connection & { kind: 'http' }): StoppableReceiver {
  const receiver = new HTTPReceiver({ signingSecret: connection.signingSecret, port: connection.port, logger });
  const { port, host } = connection;
  let listening = false;
  return {
    init: (app: App) => receiver.init(app),
    start: async () => {
      await receiver.start(host === undefined ? port : { port, host });
      listening = true;
    },
    stop: async () => {
      // The receiver takes a stop before its start for an error.
      if (listening) await within(closeWithinMs, receiver.stop());
    },
  };
}
