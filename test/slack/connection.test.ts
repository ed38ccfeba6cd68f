import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createSlackApp, type SlackAppOptions } from '../../src/slack/app.ts';
import { StartProblem } from '../../src/slack/start-problem.ts';
import { botUser } from '../../src/playground/workspace.ts';
import { appToken, botToken, channel, FaultySlack, people } from '../support/faulty-slack.ts';
import { FakePorts } from '../support/fake-ports.ts';
import { startApp } from '../support/running-app.ts';
import { createHttpCourier, httpBody, postSigned, sign } from '../support/signed-http.ts';

let faulty: FaultySlack;
const stops: (() => Promise<void>)[] = [];
beforeEach(async () => {
  faulty = await FaultySlack.start();
});
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
  await faulty.close();
});

async function start(over: Partial<SlackAppOptions> = {}) {
  const running = await startApp(faulty, { connection: { kind: 'socket', appToken }, ...over });
  stops.push(() => running.app.stop());
  return running;
}

async function startProblem(over: Partial<SlackAppOptions>): Promise<unknown> {
  const app = createSlackApp({
    botToken,
    connection: { kind: 'socket', appToken },
    ports: new FakePorts(),
    apiUrl: faulty.slack.apiUrl,
    log: () => {},
    ...over,
  });
  return app.start().then(
    () => null,
    (error: unknown) => error,
  );
}

describe('two connections', () => {
  test('stand side by side, and either one brings what Slack sends', async () => {
    const { app, ports, slack } = await start();
    expect(slack.sockets.connections).toBe(2);
    await slack.command({ user: people.owner.id, channel, text: 'set goal5 green' });
    await slack.command({ user: people.owner.id, channel, text: 'set goal5 red syy' });
    await app.idle();
    expect(ports.applied).toEqual(['set goal5 green', 'set goal5 red syy']);
  });

  test('hear between them while one of them is being refreshed', async () => {
    const { app, ports, slack } = await start();
    slack.sockets.disconnect('one');
    while (slack.sockets.connections > 1) await new Promise((resolve) => setImmediate(resolve));
    await slack.command({ user: people.owner.id, channel, text: 'set goal5 green' });
    await app.idle();
    expect(ports.applied).toEqual(['set goal5 green']);
  });

  test('both come back after the network broke, and an event that waited is answered once', async () => {
    const { app, said, slack } = await start();
    slack.sockets.terminate();
    await connectionsEnd(faulty);
    await slack.say({ user: people.owner.id, channel, text: `<@${botUser.id}> kuka vastaa?` });
    await app.idle();
    expect(said()).toHaveLength(1);
    await slack.sockets.connected(2);
  }, 20_000);
});

describe('a running app whose app token is withdrawn', () => {
  test('says so once in one line, and the process lives', async () => {
    const problems: StartProblem[] = [];
    const lost = Promise.withResolvers<void>();
    await start({
      onLost: (problem) => {
        problems.push(problem);
        lost.resolve();
      },
    });
    faulty.refuseAlways('apps.connections.open', 'invalid_auth');
    faulty.slack.sockets.disconnect('all');
    await lost.promise;
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toMatch(/^SLACK_APP_TOKEN: Slack answers "invalid_auth"; create an app-level token/);
  }, 20_000);
});

describe('a start that cannot succeed ends in one line that names the setting', () => {
  test.each([
    [
      'a wrong bot token',
      { botToken: 'xoxb-wrong' },
      /^SLACK_BOT_TOKEN: Slack answers "invalid_auth"; copy the Bot User OAuth Token/,
    ],
    [
      'a wrong app token',
      { connection: { kind: 'socket', appToken: 'xapp-wrong' } },
      /^SLACK_APP_TOKEN: Slack answers "invalid_auth"; create an app-level token/,
    ],
    [
      'an address without Slack',
      { apiUrl: 'http://127.0.0.1:1/api' },
      /^SLACK_API_URL: http:\/\/127\.0\.0\.1:1\/api\/ cannot be reached/,
    ],
  ] as const)(
    '%s',
    async (_case, over, line) => {
      const problem = await startProblem(over);
      expect(problem).toBeInstanceOf(StartProblem);
      expect(String(problem)).not.toContain('\n');
      expect(problem instanceof Error ? problem.message : '').toMatch(line);
    },
    20_000,
  );

  test('a port that is taken', async () => {
    const port = Number(new URL(faulty.slack.apiUrl).port);
    const problem = await startProblem({ connection: { kind: 'http', signingSecret: 's', port, host: '127.0.0.1' } });
    expect(String(problem)).toMatch(/PORT: the port is taken/);
  });
});

describe('a stop', () => {
  test('waits for an answer under way, closes the connections, then flushes', async () => {
    const order: string[] = [];
    const asked = Promise.withResolvers<void>();
    const finish = Promise.withResolvers<void>();
    const running = await startApp(faulty, {
      connection: { kind: 'socket', appToken },
      onStopped: async () => void order.push('flushed'),
    });
    const { answer } = running.ports;
    running.ports.answer = async (question) => {
      asked.resolve();
      await finish.promise;
      order.push('answered');
      return answer(question);
    };
    await running.slack.say({ user: people.owner.id, channel, text: `<@${botUser.id}> kuka vastaa?` });
    await asked.promise;
    const stopped = running.app.stop();
    finish.resolve();
    await stopped;
    expect(order).toEqual(['answered', 'flushed']);
    expect(running.said()).toHaveLength(1);
    await connectionsEnd(faulty);
  });
});

describe('signed HTTP', () => {
  const signingSecret = 'signing-secret-of-the-test';
  let url = '';

  async function startHttp() {
    await faulty.close();
    faulty = await FaultySlack.start({ courier: createHttpCourier(() => url, signingSecret) });
    const port = await freePort();
    url = `http://127.0.0.1:${port}/slack/events`;
    return start({ connection: { kind: 'http', signingSecret, port, host: '127.0.0.1' } });
  }

  test('brings mentions, commands and presses as Socket Mode does', async () => {
    const { app, slack, ports, said } = await startHttp();
    await slack.say({ user: people.owner.id, channel, text: `<@${botUser.id}> kuka vastaa?` });
    await slack.command({ user: people.owner.id, channel, text: 'set goal5 green' });
    await app.idle();
    expect(said()).toHaveLength(2);
    expect(ports.applied).toEqual(['set goal5 green']);
    expect(slack.sockets.accepted).toBe(0);
  });

  test.each([
    ['a wrong signature', 0, 'v0=00'],
    ['a signature with another secret', 0, 'other secret'],
    ['a signature that is ten minutes old', -600, null],
  ] as const)('%s is refused with 401 and changes nothing', async (_case, age, signature) => {
    const { app, slack, ports } = await startHttp();
    const payload = slack.commandPayload({ user: people.owner.id, channel, text: 'set goal5 green' });
    const timestampSeconds = Math.floor(Date.now() / 1000) + age;
    const request = { url, signingSecret, timestampSeconds, ...httpBody('slash_commands', payload) };
    const wrong = signature === 'other secret' ? sign({ ...request, signingSecret: 'another' }) : signature;
    const response = await (wrong === null ? postSigned(request) : postSigned(request, wrong));
    await app.idle();
    expect(response.status).toBe(401);
    expect(ports.commands).toEqual([]);
  });

  test('a replay of a signed request has no second effect', async () => {
    const { app, slack, ports } = await startHttp();
    const payload = slack.commandPayload({ user: people.owner.id, channel, text: 'set goal5 green' });
    const timestampSeconds = Math.floor(Date.now() / 1000);
    const request = { url, signingSecret, timestampSeconds, ...httpBody('slash_commands', payload) };
    expect((await postSigned(request)).status).toBe(200);
    expect((await postSigned(request)).status).toBe(200);
    await app.idle();
    expect(ports.applied).toEqual(['set goal5 green']);
  });
});

async function connectionsEnd({ slack }: FaultySlack): Promise<void> {
  while (slack.sockets.connections > 0) await new Promise((resolve) => setImmediate(resolve));
}

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const probe = await FaultySlack.start();
  const port = Number(new URL(probe.slack.apiUrl).port);
  await probe.close();
  return port;
}
