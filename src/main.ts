import { type Config, SettingProblem } from './config.ts';
import { readEnvironment } from './environment.ts';
import { KnowledgeError } from './ingest/problem.ts';
import { serve, type SlackSettings } from './serve.ts';
import { createServices } from './services.ts';
import { withoutSecrets } from './slack/logger.ts';
import type { SlackPorts } from './slack/ports.ts';
import { StoreError } from './status/store-error.ts';

/** What the environment makes of Valo. `slack` null opens the playground. */
export type Composition = { slack: SlackSettings | null; ports: SlackPorts; close: () => Promise<void> };

/** Errors that are meant for whoever runs Valo and say everything in their message. */
const plainErrors = [SettingProblem, KnowledgeError, StoreError];

/**
 * Runs Valo in this process until SIGTERM or SIGINT, or until the playground is left, and sets the exit code. A second signal
 * ends it at once. What keeps it from starting is one line on standard error.
 */
export async function main(compose: () => Promise<Composition>): Promise<void> {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => (stop.signal.aborted ? process.exit(1) : stop.abort()));
  }
  try {
    process.exitCode = await serve({
      ...(await compose()),
      input: process.stdin,
      output: process.stdout,
      interactive: process.stdin.isTTY && process.stdout.isTTY,
      stop: stop.signal,
      log: writeLine,
    });
  } catch (error) {
    writeLine(startFailure(error));
    process.exitCode = 1;
  }
  // An open terminal keeps the process alive although nobody reads from it any more.
  process.stdin.unref?.();
}

function startFailure(error: unknown): string {
  if (plainErrors.some((kind) => error instanceof kind) && error instanceof Error) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function writeLine(line: string): void {
  process.stderr.write(`${withoutSecrets(line)}\n`);
}

/** Valo as the settings describe it. */
async function compose(config: Config): Promise<Composition> {
  const { close, ...ports } = await createServices(config);
  return { slack: slackSettings(config), ports, close };
}

function slackSettings({ slack, language, logLevel }: Config): SlackSettings | null {
  if (slack === null) return null;
  const { botToken, connection, apiUrl } = slack;
  return { botToken, connection, defaultLanguage: language, logLevel, ...(apiUrl === null ? {} : { apiUrl }) };
}

if (import.meta.main) await main(async () => compose(readEnvironment()));
