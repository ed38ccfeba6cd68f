import type { KnownBlock } from '@slack/types';
import { createSlackApp, type SlackApp, type SlackAppOptions } from '../../src/slack/app.ts';
import { plainText } from '../../src/slack/plain-text.ts';
import { type Pressable, pressablesOf } from '../../src/slack/pressables.ts';
import type { LoopbackMessage } from '../../src/playground/workspace.ts';
import { botUser } from '../../src/playground/workspace.ts';
import { appToken, botToken, FaultySlack } from './faulty-slack.ts';
import { FakePorts } from './fake-ports.ts';

export type RunningApp = {
  faulty: FaultySlack;
  slack: FaultySlack['slack'];
  app: SlackApp;
  ports: FakePorts;
  log: string[];
  /** Valo's messages, oldest first. */
  said: () => LoopbackMessage[];
  /** The last one as text. */
  lastText: () => string;
  stop: () => Promise<void>;
};

/** A Bolt app with fake ports, connected to a loopback Slack over Socket Mode. */
export async function startSocketApp(over: Partial<SlackAppOptions> = {}): Promise<RunningApp> {
  const faulty = await FaultySlack.start();
  return startApp(faulty, { connection: { kind: 'socket', appToken }, ...over });
}

export async function startApp(
  faulty: FaultySlack,
  over: Partial<SlackAppOptions> & Pick<SlackAppOptions, 'connection'>,
): Promise<RunningApp> {
  const ports = new FakePorts();
  const log: string[] = [];
  const { slack } = faulty;
  const app = createSlackApp({ botToken, ports, apiUrl: slack.apiUrl, log: (line) => log.push(line), ...over });
  await app.start();
  const said = () => slack.workspace.messages.filter((message) => message.user === botUser.id);
  return {
    faulty,
    slack,
    app,
    ports,
    log,
    said,
    lastText: () => plainText(said().at(-1)?.blocks ?? []),
    stop: async () => {
      await app.stop();
      await faulty.close();
    },
  };
}

/** What can be pressed under this label in a message or view. */
export function buttonOf(shown: { blocks: readonly KnownBlock[] } | null | undefined, label: string): Pressable {
  const found = (shown?.blocks ?? []).flatMap(pressablesOf).find((of) => of.label === label);
  if (found === undefined) throw new Error(`There is no "${label}" to press`);
  return found;
}
