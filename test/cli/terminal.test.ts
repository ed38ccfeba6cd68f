import { describe, expect, it } from 'vitest';
import { runCli } from '../../src/cli.ts';
import { localeLanguage } from '../../src/cli/terminal.ts';
import { languages } from '../../src/domain/language.ts';
import { recordedTerminal } from '../support/terminal.ts';

describe('the language of a locale', () => {
  it.each<[Record<string, string>, string]>([
    [{}, 'en'],
    [{ LANG: 'C.UTF-8' }, 'en'],
    [{ LANG: 'POSIX' }, 'en'],
    [{ LANG: 'fi_FI.UTF-8' }, 'fi'],
    [{ LANG: 'sv' }, 'sv'],
    [{ LANG: 'sv_FI@euro' }, 'sv'],
    [{ LANG: 'SV_SE' }, 'sv'],
    [{ LANG: 'en_GB.UTF-8' }, 'en'],
    [{ LANG: 'fil_PH.UTF-8' }, 'en'],
    [{ LANG: 'fi_FI', LC_MESSAGES: 'sv_FI' }, 'sv'],
    [{ LANG: 'fi_FI', LC_MESSAGES: 'sv_FI', LC_ALL: 'en_GB' }, 'en'],
    [{ LANG: 'fi_FI', LC_ALL: '' }, 'fi'],
  ])('%j is %s', (environment, language) => {
    expect(localeLanguage(environment)).toBe(language);
  });
});

describe('usage', () => {
  it.each(languages)('each command has its help on standard output, in %s', async (language) => {
    for (const command of ['ask', 'lv', 'knowledge', 'ingest']) {
      const terminal = recordedTerminal({ language });
      expect(await runCli([command, '--help'], terminal)).toBe(0);
      expect(terminal.written.join('\n')).toContain(`npm run -s ${command}`);
      expect(terminal.warned).toEqual([]);
    }
  });

  it.each<[string, string[], string]>([
    ['no command', [], 'Commands: '],
    ['an unknown command', ['digset'], 'digset'],
    ['a name every object has', ['constructor'], 'Commands: '],
    ['a question without words', ['ask', '  '], 'The question is missing.'],
    ['words beside --batch', ['ask', '--batch', 'who?'], 'who?'],
    ['an unknown option', ['ask', '--jsno', 'who?'], 'There is no option --jsno'],
    ['an option without its value', ['lv', '--as'], 'There is no option --as, or its value is missing'],
    ['lights without a user', ['lv', 'set', 'goal5', 'green'], 'The user is missing'],
    ['a user who is no Slack user', ['lv', '--as', 'anna', 'list'], 'anna is not a user id'],
    ['a channel that is none', ['lv', '--as', 'U1', '--channel', '#work', 'list'], '#work is not a channel id'],
    ['words where there are none to give', ['knowledge', 'all'], 'all'],
  ])('%s ends with 2 and help on standard error', async (_, args, expected) => {
    const terminal = recordedTerminal();
    expect(await runCli(args, terminal)).toBe(2);
    expect(terminal.warned.join('\n')).toContain(expected);
    expect(terminal.warned.join('\n')).toMatch(/npm run -s|Commands/);
    expect(terminal.written).toEqual([]);
  });
});

describe('what keeps a command from running', () => {
  it.each<[string, Record<string, string>, RegExp]>([
    ['a wrong setting', { LV_NOW: 'now' }, /^LV_NOW: must be /],
    [
      'a folder without documents',
      { SEEDS_DIR: import.meta.dirname },
      /^SEEDS_DIR: .* holds no readable sources\.json/,
    ],
    ['a folder without knowledge', { KNOWLEDGE_DIR: '/nowhere' }, /^KNOWLEDGE_DIR: \/nowhere holds no readable/],
  ])('%s is one line on standard error', async (_, environment, expected) => {
    const terminal = recordedTerminal({ environment });
    expect(await runCli(['ask', 'IHH?'], terminal)).toBe(1);
    expect(terminal.warned).toEqual([expect.stringMatching(expected)]);
    expect(terminal.warned[0]).not.toContain('\n');
    expect(terminal.written).toEqual([]);
  });
});
