import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { serve, type SlackSettings } from '../../src/serve.ts';
import { FakePorts } from '../support/fake-ports.ts';
import { appToken, botToken, FaultySlack } from '../support/faulty-slack.ts';

let faulty: FaultySlack;
beforeEach(async () => {
  faulty = await FaultySlack.start();
});
afterEach(() => faulty.close());

function run(over: Partial<SlackSettings> | null, input = new PassThrough()) {
  const stop = new AbortController();
  const closed: string[] = [];
  const log: string[] = [];
  const settings = { botToken, connection: { kind: 'socket', appToken }, apiUrl: faulty.slack.apiUrl } as const;
  const exit = serve({
    slack: over === null ? null : { ...settings, ...over },
    ports: new FakePorts(),
    close: async () => void closed.push('closed'),
    input,
    output: new PassThrough().resume(),
    interactive: false,
    stop: stop.signal,
    log: (line) => log.push(line),
  });
  return { exit, stop, closed, log };
}

test('with tokens it is the Slack bot until it is asked to stop, and the store is closed once', async () => {
  const { exit, stop, closed } = run({});
  await faulty.slack.sockets.connected(2);
  stop.abort();
  expect(await exit).toBe(0);
  expect(closed).toEqual(['closed']);
});

test.each([
  ['Socket Mode', { kind: 'socket', appToken }],
  ['HTTP', { kind: 'http', signingSecret: 'secret', port: 0 }],
] as const)(
  'over %s a bad token ends in one line and exit code 1, and the store is closed',
  async (_mode, connection) => {
    const { exit, closed, log } = run({ botToken: 'xoxb-wrong', connection });
    expect(await exit).toBe(1);
    expect(log.filter((line) => line.startsWith('SLACK_BOT_TOKEN:'))).toHaveLength(1);
    expect(closed).toEqual(['closed']);
  },
);

test('an app token that is withdrawn while running ends in one line and exit code 1', async () => {
  const { exit, closed, log } = run({});
  await faulty.slack.sockets.connected(2);
  faulty.refuseAlways('apps.connections.open', 'invalid_auth');
  faulty.slack.sockets.disconnect('all');
  expect(await exit).toBe(1);
  expect(log.at(-1)).toMatch(/^SLACK_APP_TOKEN: /);
  expect(closed).toEqual(['closed']);
}, 20_000);

test('without tokens it is the playground, until its input ends', async () => {
  const input = new PassThrough();
  const { exit, closed } = run(null, input);
  input.end('/quit\n');
  expect(await exit).toBe(0);
  expect(closed).toEqual(['closed']);
});

test('the playground ends when the process is asked to stop', async () => {
  const { exit, stop, closed } = run(null);
  stop.abort();
  expect(await exit).toBe(0);
  expect(closed).toEqual(['closed']);
});
