import { type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { settingNames } from '../../src/config.ts';
import { temporaryFolder } from '../status/support.ts';
import { shippedNow } from '../support/terminal.ts';

const root = join(import.meta.dirname, '../..');
const unset = Object.fromEntries(settingNames.map((name) => [name, '']));

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => folder.remove());

const textOf = async (stream: Readable | null) => (stream === null ? '' : text(stream));

/** A process of its own; settings that are not given are unset, whatever this machine has. */
function start(command: string, args: string[], environment: Record<string, string> = {}) {
  const env = { ...process.env, ...unset, LC_ALL: 'C', LV_DATA_DIR: folder.path, LV_NOW: shippedNow, ...environment };
  const options: SpawnOptions = { cwd: root, env, stdio: 'pipe' };
  const child = spawn(command, args, options);
  return { child, ended: once(child, 'close') };
}

async function run(
  command: string,
  args: string[],
  given: { input?: string; environment?: Record<string, string> } = {},
) {
  const { child, ended } = start(command, args, given.environment);
  child.stdin?.end(given.input ?? '');
  const [output, errors] = await Promise.all([textOf(child.stdout), textOf(child.stderr)]);
  const [code] = await ended;
  return { code, output, errors };
}

const node = (script: string, ...args: string[]) => [join(root, script), ...args];

describe('a terminal command', () => {
  it('run by npm in silence prints nothing but JSON on standard output', async () => {
    const input = '{"id":1,"question":"kuka vastaa puoliso-ohjelmasta?"}\n{"id":2,"question":"IHH?"}\n';
    const { code, output, errors } = await run('npm', ['run', '-s', 'ask', '--', '--json', '--batch'], { input });
    expect(errors).toBe('');
    expect(code).toBe(0);
    const lines = output.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { id: 1, language: 'fi', outcome: 'answered' },
      { id: 2, language: 'en', outcome: 'answered' },
    ]);
  });

  it("takes its language from the terminal's locale", async () => {
    const { output } = await run(process.execPath, node('src/cli.ts', 'ask', '--json', 'IHH?'), {
      environment: { LC_ALL: 'sv_FI.UTF-8' },
    });
    expect(JSON.parse(output)).toMatchObject({ language: 'sv' });
  });

  it('ends quietly when its reader has seen enough', async () => {
    const { child, ended } = start(process.execPath, node('src/cli.ts', 'knowledge'));
    const errors = textOf(child.stderr);
    child.stdout?.once('data', () => child.stdout?.destroy());
    const [code] = await ended;
    expect(code).toBe(0);
    expect(await errors).toBe('');
  });

  it('sets a light that another process finds', async () => {
    const environment = { LV_ADMINS: 'U1' };
    await run(process.execPath, node('src/cli.ts', 'lv', '--as', 'U1', 'set', 'goal5', 'green'), { environment });
    const { output } = await run(process.execPath, node('src/cli.ts', 'lv', '--as', 'U2', 'show', '5'));
    expect(output).toContain('🟢 green');
  });
});

describe('npm start', () => {
  it('without tokens is a playground on the shipped documents', async () => {
    const input = 'kuka vastaa puoliso-ohjelmasta?\n/lv set goal5 green\n/quit\n';
    const { code, output, errors } = await run(process.execPath, node('src/main.ts'), { input });
    expect(errors).toBe('');
    expect(code).toBe(0);
    expect(output).toContain('kaupunginkanslian elinkeino-osasto');
    expect(output).toContain('→ 🟢 vihreä');
  });

  it.each<[string, Record<string, string>, RegExp]>([
    ['a wrong setting', { SLACK_BOT_TOKEN: 'xoxb-secret' }, /^SLACK_APP_TOKEN: is missing .+\n$/],
    ['a folder without knowledge', { KNOWLEDGE_DIR: '/nowhere' }, /^KNOWLEDGE_DIR: .+\n$/],
    [
      'a database, which this version does not use',
      { DATABASE_URL: 'postgres://u:secret@h/v' },
      /^DATABASE_URL: .+\n$/,
    ],
    ['a data folder that cannot be made', { LV_DATA_DIR: 'package.json/data' }, /^\S+package\.json\/data: .+\n$/],
  ])('stops at %s with one line', async (_, environment, expected) => {
    const { code, output, errors } = await run(process.execPath, node('src/main.ts'), { environment });
    expect(errors).toMatch(expected);
    expect(errors).not.toContain('secret');
    expect({ code, output }).toEqual({ code: 1, output: '' });
  });
});
