import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { askCommand } from './cli/ask.ts';
import { digestCommand } from './cli/digest.ts';
import { ingestCommand } from './cli/ingest.ts';
import { knowledgeCommand } from './cli/knowledge.ts';
import { learnCommand } from './cli/learn.ts';
import { lvCommand } from './cli/lv.ts';
import {
  type ExitCode,
  exitCode,
  localeLanguage,
  type Terminal,
  type TerminalCommand,
  UsageProblem,
} from './cli/terminal.ts';
import { SettingProblem } from './config.ts';
import { readEnvironment } from './environment.ts';
import { KnowledgeError } from './ingest/problem.ts';
import { withoutSecrets } from './slack/logger.ts';
import { StoreError } from './status/store-error.ts';
import { type TerminalTexts } from './texts/terminal/fi.ts';
import { terminalTextsIn } from './texts/terminal/terminal.ts';

const commands = {
  ask: askCommand,
  lv: lvCommand,
  knowledge: knowledgeCommand,
  ingest: ingestCommand,
  digest: digestCommand,
  learn: learnCommand,
} as const satisfies Record<string, TerminalCommand>;

/** Errors that are meant for whoever runs Valo and say everything in their message. */
const plainErrors = [SettingProblem, KnowledgeError, StoreError];

/** Runs a terminal command: its name, then its words. Rejects only for faults of the program. */
export async function runCli([name = '', ...args]: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { help } = terminalTextsIn(terminal.language);
  if (!isCommand(name)) return sayUsage(terminal, name, help.commands);
  try {
    return await commands[name](args, terminal);
  } catch (error) {
    if (error instanceof UsageProblem) return sayUsage(terminal, error.message, help[name]);
    if (!(error instanceof Error) || plainErrors.every((kind) => !(error instanceof kind))) throw error;
    terminal.warn(error.message);
    return exitCode.failed;
  }
}

function isCommand(name: string): name is keyof typeof commands {
  return Object.hasOwn(commands, name);
}

function sayUsage(terminal: Terminal, problem: string, help: TerminalTexts['help']['ask']): ExitCode {
  terminal.warn(`${problem}\n\n${help.join('\n')}`.trim());
  return exitCode.usage;
}

if (import.meta.main) {
  // A reader that has seen enough, such as head, closes the pipe; that is no fault.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  process.exitCode = await runCli(process.argv.slice(2), {
    config: readEnvironment,
    language: localeLanguage(process.env),
    lines: () => createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY }),
    write: (line) => process.stdout.write(`${line}\n`),
    save: async (fileName, content) => {
      const path = resolve(fileName);
      await writeFile(path, content);
      return path;
    },
    warn: (line) => process.stderr.write(`${withoutSecrets(line)}\n`),
  });
}
