import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createAnswering } from '../../src/services.ts';
import { answerQuestions, frozenNow, judgeAnswers, readQuestions } from '../support/evaluate.ts';
import { configFor } from '../support/terminal.ts';

const corpora = join(import.meta.dirname, '../fixtures/corpora');

/** How many of its questions a corpus without curated knowledge must have right; raise them when more are. */
const floors = [
  { corpus: 'towns', answerable: 44, unanswerable: 25 },
  { corpus: 'notices', answerable: 17, unanswerable: 7 },
  { corpus: 'city-news', answerable: 57, unanswerable: 23 },
  { corpus: 'bulletins', answerable: 37, unanswerable: 19 },
  { corpus: 'follow-up-turku', answerable: 36, unanswerable: 19 },
  { corpus: 'follow-up-vantaa', answerable: 38, unanswerable: 19 },
  { corpus: 'follow-up-espoo', answerable: 18, unanswerable: 9 },
  { corpus: 'follow-up-lahti', answerable: 40, unanswerable: 18 },
  { corpus: 'follow-up-kuopio', answerable: 26, unanswerable: 12 },
];

describe.each(floors)('documents without curated knowledge: $corpus', ({ corpus, answerable, unanswerable }) => {
  it('are answered and refused as often as they were, each citation word for word', async () => {
    const seeds = join(corpora, corpus);
    const questions = await readQuestions(join(seeds, 'questions.jsonl'));
    const answering = await createAnswering(configFor({ SEEDS_DIR: seeds }), { now: () => frozenNow, warn: () => {} });
    const answers = await answerQuestions(questions, answering, 'fi');
    const verdicts = await judgeAnswers(questions, answers, seeds);
    const right = (asked: boolean) =>
      verdicts.filter(({ question, reason }) => reason === null && question.answerable === asked).length;
    expect(right(true)).toBeGreaterThanOrEqual(answerable);
    expect(right(false)).toBeGreaterThanOrEqual(unanswerable);
    expect(verdicts.filter(({ citations, verbatim }) => verbatim < citations)).toEqual([]);
  });
});
