import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { Config } from '../config.ts';
import type { Language } from '../domain/language.ts';
import { fillText } from '../slack/views/rich-text.ts';
import { terminalTextsIn } from '../texts/terminal/terminal.ts';

/** What a terminal command works with. Results go to `write`, messages for whoever runs it to `warn`. */
export type Terminal = {
  /** The settings. Throws a SettingProblem. */
  config: () => Config;
  /** The language of the terminal's locale. */
  language: Language;
  /** Standard input, line by line. */
  lines: () => AsyncIterable<string>;
  /** Gets a line of the result, without its line end. */
  write: (line: string) => void;
  /** Writes a file where the command was given; its path. */
  save: (fileName: string, content: string | Uint8Array) => Promise<string>;
  /** Gets a line for standard error, without its line end. */
  warn: (line: string) => void;
};

/** What a process ends with. A question that is refused has been answered; a light that is refused has not been set. */
export const exitCode = { done: 0, failed: 1, usage: 2 } as const;
export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

/** A command of this program. Rejects with a UsageProblem for words that it does not understand. */
export type TerminalCommand = (args: readonly string[], terminal: Terminal) => Promise<ExitCode>;

/** Words on the command line that mean nothing. */
export class UsageProblem extends Error {
  override readonly name = 'UsageProblem';
}

/** Options and words, as `parseArgs` of node:util returns them. Throws a UsageProblem for an unknown option or a missing value. */
export function readArgs<Options extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: Options,
  { language }: Pick<Terminal, 'language'>,
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    // Node's own words are English; they name the option first, in quotation marks.
    const [, option = args.join(' ')] = /'(-[^' ]+)/.exec(String(error)) ?? [];
    throw new UsageProblem(fillText(terminalTextsIn(language).badOption, { option }));
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The language of the messages in a POSIX locale: the first of LC_ALL, LC_MESSAGES and LANG that is set; English for any but Finnish and Swedish. */
export function localeLanguage(environment: Environment): Language {
  const locale = ['LC_ALL', 'LC_MESSAGES', 'LANG'].map((name) => environment[name] ?? '').find((value) => value !== '');
  const [, language] = /^(fi|sv)(?:[_.@-]|$)/i.exec(locale ?? '') ?? [];
  return language === undefined ? 'en' : language.toLowerCase() === 'fi' ? 'fi' : 'sv';
}
