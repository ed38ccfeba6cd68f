import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { LoopbackSlack } from './playground/loopback-slack.ts';
import { giveSampleRoles, sampleChannel, samplePeople } from './playground/sample-people.ts';
import { PlaygroundSession } from './playground/session.ts';
import { createSlackApp } from './slack/app.ts';
import type { SlackPorts } from './slack/ports.ts';

const botToken = 'xoxb-playground';
const appToken = 'xapp-playground';

export type PlaygroundOptions = {
  ports: SlackPorts;
  /** Lines of the person at the terminal. Piped lines are carried out one after another until their end. */
  input: Readable;
  output: Writable;
  /** True at a terminal, where a prompt is shown; else each line is written before its answer. */
  interactive: boolean;
  /** Ends the session when it is aborted. */
  signal?: AbortSignal;
  /** Gets warnings and errors; default standard error. */
  log?: (line: string) => void;
};

/** The same Slack app on a loopback Slack, used from the terminal. Resolves when the person leaves or the input ends. */
export async function runPlayground(options: PlaygroundOptions): Promise<void> {
  const { ports, output } = options;
  const slack = await LoopbackSlack.start({
    users: Object.values(samplePeople),
    channels: [sampleChannel],
    botToken,
    appToken,
  });
  const app = createSlackApp({
    botToken,
    connection: { kind: 'socket', appToken },
    apiUrl: slack.apiUrl,
    ports,
    logLevel: 'warn',
    ...(options.log === undefined ? {} : { log: options.log }),
  });
  try {
    await app.start();
    await giveSampleRoles(ports.runCommand);
    const session = new PlaygroundSession({ slack, idle: app.idle, write: (text) => output.write(`${text}\n`) });
    await readLines(session, options);
    session.bye();
  } finally {
    await app.stop();
    await slack.close();
  }
}

async function readLines(session: PlaygroundSession, options: PlaygroundOptions): Promise<void> {
  const { input, output, interactive, signal } = options;
  if (signal?.aborted === true) return; // An interface closed before it is read would never end.
  session.welcome();
  const lines = createInterface({ input, ...(interactive ? { output, terminal: true } : {}) });
  lines.on('SIGINT', () => lines.close());
  signal?.addEventListener('abort', () => lines.close(), { once: true });
  const prompt = () => {
    if (!interactive) return;
    lines.setPrompt(session.prompt);
    lines.prompt();
  };
  prompt();
  for await (const line of lines) {
    if (!interactive && line.trim() !== '') output.write(`${session.prompt}${line}\n`);
    if (!(await session.handle(line))) break;
    prompt();
  }
  lines.close();
}
