import { describe, expect, test } from 'vitest';
import type { Answer, Question } from '../../src/answer/answer.ts';
import { createCuratedAsk } from '../../src/conversation/curated-ask.ts';
import type { CuratedAnswer } from '../../src/conversation/data.ts';
import { sampleAnswer } from '../support/samples.ts';

const curated: CuratedAnswer = {
  id: 'c1',
  at: '2026-11-20T22:30:00.000Z',
  question: 'kuka vastaa puoliso-ohjelmasta?',
  text: 'Ohjelmasta vastaa Anna.',
  language: 'fi',
  targets: [{ programme: 'helsinki', id: '4.3' }],
  author: 'U9',
  state: 'kept',
  decidedBy: 'U8',
};
const question: Question = { text: 'kuka vastaa?', private: true, now: new Date('2026-11-22T08:00:00Z') };

async function ask(answer: Answer, found: CuratedAnswer | null) {
  const looked: string[] = [];
  const asking = createCuratedAsk({
    ask: async () => answer,
    curatedFor: (text) => {
      looked.push(text);
      return found;
    },
    words: () => ({ title: 'Kollegan vastaus', nobody: 'joku' }),
  });
  return { answer: await asking(question), looked };
}

describe('a curated answer', () => {
  test('leads, is cited with author and Helsinki day, and what the documents say follows', async () => {
    const { answer, looked } = await ask(sampleAnswer(), curated);
    expect(answer).toMatchObject({
      outcome: 'answered',
      headline: 'Ohjelmasta vastaa Anna.',
      details: ['Puoliso-ohjelmasta vastaa kaupunginkanslian elinkeino-osasto.'],
    });
    expect(answer.citations).toMatchObject([
      {
        source: 'curated:c1',
        title: 'Kollegan vastaus',
        publisher: 'U9',
        published: '2026-11-21',
        quote: curated.text,
      },
      { source: 'follow-up' },
    ]);
    expect(looked).toEqual(['kuka vastaa puoliso-ohjelmasta?']);
  });

  test('answers what the documents do not, without their refusal', async () => {
    const refusal = sampleAnswer({ outcome: 'not_found', headline: 'Asiakirjoissa ei ole tätä.', targets: [] });
    const { answer } = await ask(refusal, curated);
    expect(answer).toMatchObject({ outcome: 'answered', details: [], next: [], targets: curated.targets });
    expect(answer.citations).toHaveLength(1);
  });

  test('of somebody who asked to be forgotten names nobody', async () => {
    const { answer } = await ask(sampleAnswer(), { ...curated, author: null });
    expect(answer.citations[0]?.publisher).toBe('joku');
  });

  test('that is long stands whole in the quote, and the headline is its beginning', async () => {
    const text = 'Vastaus jatkuu ja jatkuu. '.repeat(60).trim();
    const { answer } = await ask(sampleAnswer(), { ...curated, text });
    expect(answer.headline.length).toBeLessThanOrEqual(301);
    expect(answer.headline).toMatch(/\S…$/);
    expect(answer.citations[0]?.quote).toBe(text);
  });
});

test('without one the answer is what the documents give', async () => {
  expect((await ask(sampleAnswer(), null)).answer).toEqual(sampleAnswer());
});

test.each(['smalltalk', 'refused'] as const)('%s is never replaced', async (outcome) => {
  const { answer, looked } = await ask(sampleAnswer({ outcome }), curated);
  expect(answer.headline).toBe(sampleAnswer().headline);
  expect(looked).toEqual([]);
});
