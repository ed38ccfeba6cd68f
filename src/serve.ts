import type { Readable, Writable } from 'node:stream';
import type { Language } from './domain/language.ts';
import { runPlayground } from './playground.ts';
import { createSlackApp, type LogLevelName } from './slack/app.ts';
import type { SlackPorts } from './slack/ports.ts';
import type { Connection } from './slack/receivers.ts';
import { StartProblem } from './slack/start-problem.ts';

/** How to reach Slack; null in its place opens the playground. */
export type SlackSettings = {
  botToken: string;
  connection: Connection;
  apiUrl?: string;
  defaultLanguage?: Language;
  logLevel?: LogLevelName;
};

export type ServeOptions = {
  slack: SlackSettings | null;
  ports: SlackPorts;
  /** Called once, last: flushes and closes the store. */
  close: () => Promise<void>;
  input: Readable;
  output: Writable;
  interactive: boolean;
  /** Aborted when the process is asked to end. */
  stop: AbortSignal;
  /** Gets lines for whoever runs Valo, secrets removed. */
  log: (line: string) => void;
};

/** Runs Valo until it is asked to stop, or the playground's person leaves. Returns the exit code. */
export async function serve(options: ServeOptions): Promise<number> {
  const { slack, ports, close, input, output, interactive, stop, log } = options;
  if (slack !== null) return serveSlack(slack, options);
  try {
    await runPlayground({ ports, input, output, interactive, log, signal: stop });
    return 0;
  } finally {
    await close();
  }
}

async function serveSlack(slack: SlackSettings, { ports, close, stop, log }: ServeOptions): Promise<number> {
  const lost = Promise.withResolvers<StartProblem>();
  const app = createSlackApp({ ...slack, ports, log, onLost: lost.resolve, onStopped: close });
  try {
    await app.start();
  } catch (error) {
    await app.stop();
    if (!(error instanceof StartProblem)) throw error;
    log(error.message);
    return 1;
  }
  const problem = await Promise.race([lost.promise, aborted(stop)]);
  await app.stop();
  if (problem === null) return 0;
  log(problem.message);
  return 1;
}

function aborted(signal: AbortSignal): Promise<null> {
  if (signal.aborted) return Promise.resolve(null);
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(null), { once: true }));
}
