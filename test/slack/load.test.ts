import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { channel, people } from '../support/faulty-slack.ts';
import { RealApp, shippedCatalogue } from '../support/real-app.ts';

let real: RealApp;
beforeEach(async () => {
  real = await RealApp.start({ catalogue: await shippedCatalogue() });
});
afterEach(() => real.stop());

const goals = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];
const colours = ['green', 'yellow', 'grey'];

/** Comments of the lights that the journal on disk holds, in order. */
async function journalled(): Promise<string[]> {
  const lines = (await readFile(join(real.folder, 'journal.jsonl'), 'utf8')).trimEnd().split('\n');
  return lines.flatMap((line) => /"comment":"(update \d+)"/.exec(line)?.[1] ?? []);
}

test('of hundreds of commands at once, some sent twice, none is lost and none is doubled', async () => {
  const count = 400;
  const expected = Array.from({ length: count }, (_, at) => `update ${at}`);
  const acknowledged = await Promise.all(
    expected.map(async (comment, at) => {
      const text = `set hki ${goals[at % goals.length]} ${colours[at % colours.length]} ${comment}`;
      const payload = real.slack.commandPayload({ user: people.admin.id, channel, text, triggerId: `trigger-${at}` });
      if (at % 10 === 0) await real.slack.sockets.deliverTwice('slash_commands', payload);
      else await real.slack.sockets.deliver('slash_commands', payload);
      return comment;
    }),
  );
  await real.app.idle();
  expect(acknowledged).toHaveLength(count);
  const kept = await journalled();
  expect(kept.toSorted()).toEqual(acknowledged.toSorted());
  const answers = real.said.map(({ text }) => /update \d+/.exec(text)?.[0] ?? text);
  expect(answers.toSorted()).toEqual(acknowledged.toSorted());
}, 60_000);

test('of presses and forms at once, each has one effect', async () => {
  await real.command(people.admin, 'edit hki 4.3');
  const form = real.slack.workspace.modalOf(people.admin.id);
  if (form === null) throw new Error('no form');
  const filled = { light: 'green', comment: 'update 1' };
  await Promise.all(Array.from({ length: 20 }, () => real.slack.submit(form, filled)));
  await real.app.idle();
  expect(await journalled()).toEqual(['update 1']);
  expect(real.said).toHaveLength(1);
});
