import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { loadCatalogue } from '../../src/ingest/catalogue.ts';
import type { SlackPorts } from '../../src/slack/ports.ts';
import { createStatusService } from '../../src/status/service.ts';
import { openJsonStore } from '../../src/status/json-store.ts';
import { targetDirectory } from '../../src/status/targets.ts';
import { channel, FaultySlack, people } from '../support/faulty-slack.ts';
import { testNow } from '../support/fake-ports.ts';
import { buttonOf, type RunningApp, startApp } from '../support/running-app.ts';
import { sampleAnswer } from '../support/samples.ts';

const root = join(import.meta.dirname, '../..');
let catalogue: Awaited<ReturnType<typeof loadCatalogue>>['catalogue'];
let folder: string;
let faulty: FaultySlack;
let running: RunningApp;
let store: Awaited<ReturnType<typeof openJsonStore>>;

beforeAll(async () => {
  ({ catalogue } = await loadCatalogue({ seeds: join(root, 'seeds'), knowledge: join(root, 'knowledge') }));
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'valo-lights-'));
  faulty = await FaultySlack.start();
  await startOnStore();
});
afterEach(async () => {
  await running.stop();
  await store.close();
  await rm(folder, { recursive: true });
});

async function ports(): Promise<SlackPorts> {
  store = await openJsonStore(folder, { warn: () => {} });
  const status = createStatusService({
    store,
    targets: () => targetDirectory(catalogue),
    now: () => testNow,
    admins: [],
    warn: () => {},
  });
  const { runCommand, storedLanguage, channelSettings } = status;
  return {
    ask: async () => sampleAnswer(),
    runCommand,
    storedLanguage,
    channelSettings,
    catalogue: () => catalogue,
    now: () => testNow,
  };
}

async function startOnStore() {
  running = await startApp(faulty, {
    connection: { kind: 'socket', appToken: 'xapp-1-test-app-token' },
    ports: await ports(),
  });
}

async function restart() {
  await running.app.stop();
  await store.close();
  await startOnStore();
}

async function command(user: { id: string }, text: string, triggerId?: string) {
  const trigger = triggerId === undefined ? {} : { triggerId };
  await running.slack.command({ user: user.id, channel, text, ...trigger });
  await running.app.idle();
  return running.lastText();
}

test('an owner sets a light, which survives a restart', async () => {
  await command(people.admin, `owner add hki 5 <@${people.owner.id}|aino>`);
  expect(running.lastText()).toContain('@UOWNER är nu ansvarig.');
  expect(await command(people.owner, 'set goal5 green sopimus tehty')).toContain('▫️ ei valoa → 🟢 vihreä');
  await restart();
  const shown = await command(people.guest, 'show goal5');
  expect(shown).toContain('The light posted in Slack\n🟢 green\nUpdated by @UOWNER');
  expect(shown).toContain('The state in the document\nThe document’s own light is not known');
});

test('a guest is denied, and told who may', async () => {
  await command(people.admin, `owner add hki 5 <@${people.owner.id}|aino>`);
  expect(await command(people.guest, 'set goal5 green')).toContain('Owners: @UOWNER');
  expect(await command(people.guest, 'show goal5')).toContain('No light has been posted yet.');
});

test('a command that Slack repeats after a restart has no second effect', async () => {
  await command(people.admin, 'set goal5 green', 'trigger-1');
  await command(people.admin, 'set goal5 red syy', 'trigger-2');
  await restart();
  expect(await command(people.admin, 'set goal5 green', 'trigger-1')).toContain(
    'Den här uppdateringen var redan sparad',
  );
  expect(await command(people.guest, 'show goal5')).toContain('🔴 red');
});

test('an undo button takes back what it is about, and nothing that came later', async () => {
  await command(people.admin, 'set goal5 green');
  const first = running.said().at(-1);
  await command(people.admin, 'set goal5 yellow');
  if (first === undefined) throw new Error('nothing was said');
  await running.slack.press({ user: people.admin.id, message: first, button: buttonOf(first, 'Ångra') });
  await running.app.idle();
  expect(await command(people.guest, 'show goal5')).toContain('🟡 yellow');
  await command(people.admin, 'set goal5 green');
  const last = running.said().at(-1);
  if (last === undefined) throw new Error('nothing was said');
  await running.slack.press({ user: people.admin.id, message: last, button: buttonOf(last, 'Ångra') });
  await running.app.idle();
  expect(await command(people.guest, 'show goal5')).toContain('🟡 yellow');
});

test.each([
  ['help', 'What Valo can do'],
  ['', 'What Valo can do'],
  ['list', 'The lights'],
  ['show 4.3', 'The state in the document'],
  ['show v1', 'No light has been posted yet.'],
  ['history 5', 'No changes yet.'],
  ['undo', 'You have no update to undo.'],
  ['owner 5', 'No owner has been named.'],
  ['set gaol5 gren', '[/lv set goal5 green]'],
  ['set goal12 green', 'There is no goal or measure'],
  ['set goal5 red', 'You do not have permission'],
  ['language sv', 'Från och med nu svarar jag'],
  ['😀', 'I did not understand'],
])('/lv %s on the real programme is answered in one message that Slack takes', async (text, answer) => {
  expect(await command(people.guest, text)).toContain(answer);
  expect(running.said()).toHaveLength(1);
});
