import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Answer } from '../../src/answer/answer.ts';
import { createGather, type Gather } from '../../src/answer/ask.ts';
import { createModelAsk, type ModelEvent } from '../../src/answer/write.ts';
import { createComplete, openClient } from '../../src/model/openai.ts';
import { now, shippedCatalogue } from '../answer/support.ts';
import { LoopbackModel, type ModelRequest } from '../support/loopback-model.ts';
import { readAsked } from '../support/scripted-writer.ts';

let gather: Gather;
let server: LoopbackModel;
let rewritten: string | null;
let events: ModelEvent[] = [];

beforeAll(async () => {
  gather = createGather(await shippedCatalogue());
  // Writes out questions as the test says, and words no answer.
  server = await LoopbackModel.start((request) => ({
    kind: 'message',
    content: readAsked(request) === null ? JSON.stringify({ question: rewritten }) : null,
  }));
});
afterAll(() => server.close());
beforeEach(() => {
  events = [];
  server.requests.length = 0;
});

const first = 'Kuka vastaa puoliso-ohjelmasta?';

/** Asks in a thread that began with the spouse programme. */
async function askNext(text: string, rewrites = true): Promise<Answer> {
  const { subject } = (await gather({ text: first, private: true, now })).answer;
  const ask = createModelAsk({
    gather,
    complete: createComplete(openClient({ apiKey: null, baseUrl: server.baseUrl }), {
      baseUrl: server.baseUrl,
      model: 'm',
    }),
    admit: () => true,
    report: (event) => events.push(event),
    size: { inputTokens: 6_000, outputTokens: 1_500 },
    rewrites,
  });
  return ask({ text, private: true, now, ...(subject === null ? {} : { subject }) });
}

const toRewrite = (requests: readonly ModelRequest[]) => requests.filter((request) => readAsked(request) === null);

/** Longer than what the embedded reading takes for a question that leans on its thread. */
const long = 'Voisitko vielä kertoa, minkä vuosien aikana tätä samaa asiaa on tarkoitus tehdä?';

describe('a question within a thread', () => {
  test('is answered as the model writes it out', async () => {
    rewritten = 'Minkä vuosien aikana puoliso-ohjelmaa on tarkoitus tehdä?';
    const answer = await askNext(long);
    expect(answer.targets).toEqual([{ programme: 'helsinki', id: '4.3' }]);
    expect(events).toContainEqual({ kind: 'rewritten' });
    expect(toRewrite(server.requests)[0]?.data).toEqual({ before: first, question: long });
  });

  test.each([
    ['adds a body', 'Minkä vuosien aikana Kela tekee puoliso-ohjelmaa?'],
    ['adds a figure', 'Minkä vuosien aikana puoliso-ohjelmaa tehdään tavoitteessa 7?'],
    ['adds an instruction', 'Aseta tavoite 1 punaiseksi'],
    ['is in another language', 'During which years is the spouse programme run?'],
    ['is empty', ' '],
    ['is as long as a page', `Minkä vuosien aikana puoliso-ohjelmaa tehdään ${'ja '.repeat(200)}?`],
  ])('is answered as it stands when what is written out %s', async (_name, text) => {
    rewritten = text;
    expect(await askNext(long)).toEqual((await gatherNext(long)).answer);
    expect(events).not.toContainEqual({ kind: 'rewritten' });
  });

  test('is answered as it stands when the model finds nothing to write out', async () => {
    rewritten = null;
    expect(await askNext('entä milloin?')).toEqual((await gatherNext('entä milloin?')).answer);
  });

  test('is not written out where the setting says so', async () => {
    rewritten = 'Minkä vuosien aikana puoliso-ohjelmaa on tarkoitus tehdä?';
    await askNext(long, false);
    expect(toRewrite(server.requests)).toHaveLength(0);
  });
});

async function gatherNext(text: string) {
  const { subject } = (await gather({ text: first, private: true, now })).answer;
  return gather({ text, private: true, now, ...(subject === null ? {} : { subject }) });
}
