import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FaultySlack } from '../support/faulty-slack.ts';

const script = join(import.meta.dirname, '../support/main-process.ts');
let faulty: FaultySlack;
beforeEach(async () => {
  faulty = await FaultySlack.start();
});
afterEach(() => faulty.close());

function start(env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [script], { env: { ...process.env, ...env }, stdio: 'pipe' });
  return { child, output: text(child.stdout), errors: text(child.stderr) };
}

async function exitCode(child: ChildProcess): Promise<unknown> {
  const [code] = await once(child, 'exit');
  return code;
}

test.each(['SIGTERM', 'SIGINT'] as const)(
  '%s ends the bot in good order',
  async (signal) => {
    const { child, errors } = start({ LOOPBACK_URL: faulty.slack.apiUrl });
    await faulty.slack.sockets.connected(2);
    child.kill(signal);
    expect(await exitCode(child)).toBe(0);
    expect(await errors).toMatch(/store closed\n$/);
  },
  20_000,
);

test('a refused token ends the process with one line and exit code 1', async () => {
  faulty.refuseAlways('auth.test', 'invalid_auth');
  const { child, errors } = start({ LOOPBACK_URL: faulty.slack.apiUrl });
  expect(await exitCode(child)).toBe(1);
  const lines = (await errors).trimEnd().split('\n');
  expect(lines.filter((line) => line.startsWith('SLACK_BOT_TOKEN: Slack answers "invalid_auth"'))).toHaveLength(1);
  expect(lines.join('\n')).not.toMatch(/ at .*\.(ts|js):\d+/);
}, 20_000);

test('without tokens piped lines are answered on standard output alone', async () => {
  const { child, output, errors } = start();
  child.stdin?.end('/lv set goal5 green\n');
  expect(await exitCode(child)).toBe(0);
  expect(await output).toContain('▫️ ei valoa → 🟢 vihreä');
  expect(await errors).toBe('store closed\n');
}, 20_000);
