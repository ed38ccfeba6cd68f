import { type Config, loadConfig, SettingProblem } from '../../src/config.ts';
import type { Terminal } from '../../src/cli/terminal.ts';
import type { Language } from '../../src/domain/language.ts';

export const shippedNow = '2026-11-22T09:00:00+02:00';

/** The settings of an environment, at a fixed time unless it says another. Throws a SettingProblem. */
export function configFor(environment: Record<string, string> = {}): Config {
  const result = loadConfig({ LV_NOW: shippedNow, ...environment });
  if (!result.ok) throw new SettingProblem(result.problem);
  return result.config;
}

export type RecordedTerminal = Terminal & {
  written: string[];
  warned: string[];
  saved: Map<string, string | Uint8Array>;
};

/** A terminal that remembers what it is given to show. */
export function recordedTerminal(
  given: { environment?: Record<string, string>; language?: Language; input?: readonly string[] } = {},
): RecordedTerminal {
  const written: string[] = [];
  const warned: string[] = [];
  const saved = new Map<string, string | Uint8Array>();
  return {
    config: () => configFor(given.environment),
    language: given.language ?? 'en',
    lines: async function* () {
      yield* given.input ?? [];
    },
    write: (line) => written.push(line),
    save: async (fileName, content) => {
      saved.set(fileName, content);
      return fileName;
    },
    warn: (line) => warned.push(line),
    written,
    warned,
    saved,
  };
}
