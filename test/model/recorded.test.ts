import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writtenSchema } from '../../src/answer/written-draft.ts';
import type { ModelStatus } from '../../src/model/create-model.ts';
import { createAnswering } from '../../src/services.ts';
import { mutationsOf } from '../answer/verify/mutations.ts';
import { answerQuestions, frozenNow, frozenQuestions, judgeAnswers, readQuestions } from '../support/evaluate.ts';
import { type Summary, summarise } from '../support/judge.ts';
import { LoopbackModel, type ModelReply, type ModelRequest } from '../support/loopback-model.ts';
import { readExchanges, shippedRecordings, startReplay } from '../support/recordings.ts';
import { draftReply, languageOf, readAsked, scriptedReply } from '../support/scripted-writer.ts';
import { configFor } from '../support/terminal.ts';

let replay: LoopbackModel;
let liar: LoopbackModel;
let without: Summary;
let withModel: Summary;
let status: ModelStatus | null;

async function ask(baseUrl: string | null): Promise<Summary> {
  const recorded = new Set([...(await readExchanges(shippedRecordings)).values()].map(({ question }) => question));
  const questions = (await Promise.all(frozenQuestions.map(readQuestions))).flat();
  const asked = questions.filter(({ question }) => recorded.has(question));
  const environment = baseUrl === null ? {} : { OPENAI_BASE_URL: baseUrl, OPENAI_MODEL: 'recorded' };
  const config = configFor(environment);
  const answering = await createAnswering(config, { now: () => frozenNow, warn: () => {} });
  const answers = await answerQuestions(asked, answering, 'en');
  status = answering.modelStatus();
  return summarise(await judgeAnswers(asked, answers, config.seedsDir));
}

/** A model that writes by rules, with one fact changed in each sentence that has one. */
function lyingReply(request: ModelRequest): ModelReply {
  const reply = scriptedReply(request);
  const asked = readAsked(request);
  if (asked === null || reply.kind !== 'message') return reply;
  const draft = writtenSchema.safeParse(JSON.parse(reply.content ?? 'null')).data;
  const sentences = (draft?.sentences ?? []).map((sentence, at) => {
    const wrong = mutationsOf(sentence.text, languageOf(asked));
    return { ...sentence, text: wrong[at % Math.max(1, wrong.length)]?.text ?? sentence.text };
  });
  return draftReply(asked, sentences);
}

beforeAll(async () => {
  replay = await startReplay(shippedRecordings);
  liar = await LoopbackModel.start(lyingReply);
  without = await ask(null);
  withModel = await ask(replay.baseUrl);
}, 180_000);
afterAll(async () => {
  await replay.close();
  await liar.close();
});

describe('with recorded exchanges in place of a model', () => {
  test('no right answer becomes a wrong one', () => {
    expect(withModel.all.of).toBeGreaterThanOrEqual(40);
    expect(withModel.all.right).toBeGreaterThanOrEqual(without.all.right);
    expect(withModel.unanswerable.right).toBeGreaterThanOrEqual(without.unanswerable.right);
  });

  test('every quote stands word for word in its document', () => {
    expect(withModel.verbatim.of).toBeGreaterThan(0);
    expect(withModel.verbatim.right).toBe(withModel.verbatim.of);
  });

  // Fewer: the recordings no longer fit what is found; test/recordings/README.md says how to record them anew.
  test('most answers are worded by the recordings, and nothing failed on the way', () => {
    expect(status?.written).toBeGreaterThanOrEqual(15);
    expect(status?.fallbacks.map(({ reason }) => reason)).not.toContain('fault');
  });
});

test('a model that changes a fact in each sentence makes no answer wrong', { timeout: 180_000 }, async () => {
  const lied = await ask(liar.baseUrl);
  expect(status?.drops.length).toBeGreaterThanOrEqual(3);
  expect(lied.all.right).toBeGreaterThanOrEqual(without.all.right);
  expect(lied.verbatim.right).toBe(lied.verbatim.of);
});
