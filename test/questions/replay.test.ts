import { beforeAll, expect, it } from 'vitest';
import { createAnswering } from '../../src/services.ts';
import { answerQuestions, frozenNow, frozenQuestions, judgeAnswers, readQuestions, laterQuestions } from '../support/evaluate.ts';
import { type Summary, summarise } from '../support/judge.ts';
import { configFor } from '../support/terminal.ts';

/** The share of right answers below which something has been broken. */
const floor = 0.85;

let summary: Summary;
beforeAll(async () => {
  const config = configFor();
  const questions = (await Promise.all([...frozenQuestions, ...laterQuestions].map(readQuestions))).flat();
  const answering = await createAnswering(config, { now: () => frozenNow });
  const answers = await answerQuestions(questions, answering, 'en');
  summary = summarise(await judgeAnswers(questions, answers, config.seedsDir));
}, 240_000);

it('the frozen questions are answered at least as well as the floor says', () => {
  expect(summary.all.of).toBeGreaterThanOrEqual(1000);
  expect(summary.all.right / summary.all.of).toBeGreaterThanOrEqual(floor);
});

it('every quote of every answer stands word for word in its document', () => {
  expect(summary.verbatim.of).toBeGreaterThan(0);
  expect(summary.verbatim.right).toBe(summary.verbatim.of);
});
