import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { botUser } from '../../src/playground/workspace.ts';
import { createAnswering } from '../../src/services.ts';
import { temporaryFolder } from '../status/support.ts';
import { channel, people } from '../support/faulty-slack.ts';
import { LoopbackModel, type ModelRequest } from '../support/loopback-model.ts';
import { type RunningApp, startSocketApp } from '../support/running-app.ts';
import { draftReply, readAsked, scriptedReply } from '../support/scripted-writer.ts';
import { configFor } from '../support/terminal.ts';

const question = `<@${botUser.id}> kuka vastaa puoliso-ohjelmasta?`;

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let model: LoopbackModel;
let running: RunningApp;
beforeEach(async () => {
  folder = await temporaryFolder();
  model = await LoopbackModel.start(scriptedReply);
  running = await startSocketApp({ timing: { searchingAfterMs: 60_000 } });
  const environment = { LV_DATA_DIR: folder.path, OPENAI_BASE_URL: model.baseUrl, OPENAI_MODEL: 'loopback-model' };
  const { ask } = await createAnswering(configFor(environment), { warn: () => {} });
  running.ports.answer = ask;
});
afterEach(async () => {
  await running.stop();
  await model.close();
  await folder.remove();
});

async function ask(user: { id: string }) {
  await running.slack.say({ user: user.id, channel, text: question });
  await running.app.idle();
}

const sent = (pattern: RegExp) =>
  running.slack.calls.filter(({ method }) => pattern.test(method)).map((call) => JSON.stringify(call.arguments));

describe('with a model, an answer in a thread', () => {
  test('shows the steps while the model works and then the checked answer with its sources', async () => {
    await ask(people.owner);
    expect(model.requests).not.toEqual([]);
    expect(running.said()).toHaveLength(1);
    expect(running.said()[0]?.stream?.steps).toMatchObject([
      { title: 'Haetaan 5 asiakirjasta', status: 'complete' },
      { title: 'Kirjoitetaan vastausta', status: 'complete' },
      { title: 'Tarkistetaan lainaukset', status: 'complete' },
    ]);
    expect(running.lastText()).toMatch(/> [^]* – Helsingin kaupunki/);
    const until = sent(/^chat\.(?:start|append)Stream$/);
    expect(until).toHaveLength(3);
    expect(until.join('')).not.toMatch(/puoliso|markdown_text/i);
  });

  test('never shows a sentence that does not hold, not even for a moment', async () => {
    model.reply = (request: ModelRequest) => {
      const asked = readAsked(request);
      const [first] = asked?.evidence ?? [];
      if (asked === null || first === undefined) return scriptedReply(request);
      const text = 'Puoliso-ohjelmasta vastaa Zacharias Quist, puh. 040 999 8888.';
      return draftReply(asked, [{ text, evidence: [{ id: first.id, quote: first.text }] }]);
    };
    await ask(people.owner);
    expect(sent(/./).join('')).not.toMatch(/Zacharias|999 8888/);
    expect(running.said()).toHaveLength(1);
    expect(running.lastText()).toMatch(/> /);
  });

  test('is the documents’ own when the model is down, in the same place', async () => {
    model.reply = () => ({ kind: 'response', status: 500, body: '{}' });
    await ask(people.owner);
    expect(running.said()).toHaveLength(1);
    expect(running.said()[0]?.stream).toMatchObject({ open: false });
    expect(running.lastText()).toMatch(/> /);
  });
});
