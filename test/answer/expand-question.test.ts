import { describe, expect, it } from 'vitest';
import { createGather } from '../../src/answer/ask.ts';
import type { Complete, Completion, CompletionProblem, Prompt } from '../../src/answer/complete.ts';
import { createExpandingGather } from '../../src/answer/expand-question.ts';
import { loadCatalogue } from '../../src/ingest/catalogue.ts';
import { article, tempCorpus } from '../ingest/temp-corpus.ts';

const now = new Date('2026-11-22T09:00:00Z');
const tokens = { input: 1, output: 1 };

async function gatherOf(...texts: string[]) {
  const folders = await tempCorpus(
    texts.map((text, at) => ({ source: article({ id: `d${at}`, file: `d${at}.txt`, language: 'fi' }), text })),
  );
  return createGather((await loadCatalogue(folders)).catalogue);
}

function modelSaying(value: unknown): { complete: Complete; prompts: Prompt<unknown>[] } {
  const prompts: Prompt<unknown>[] = [];
  const complete = async <T>(prompt: Prompt<T>): Promise<Completion<T>> => {
    prompts.push(prompt);
    const parsed = prompt.schema.safeParse(value);
    return parsed.success
      ? { kind: 'completed', value: parsed.data, tokens }
      : { kind: 'failed', problem: 'shape', tokens };
  };
  return { complete, prompts };
}

const words = (word: string, over: object = {}) => ({ words: [{ word, fi: [], sv: [], en: [], ...over }] });
const nursery = 'Päiväkoti avattiin rannalle toukokuussa.';
const question = { text: 'Kindergarten?', private: true, now };

describe('a question in words that the documents do not know', () => {
  it('is answered by other words for them', async () => {
    const gather = await gatherOf(nursery, 'Kirjasto lainaa kirjoja.');
    expect((await gather(question)).answer.outcome).toBe('not_found');
    const { complete, prompts } = modelSaying(words('kindergarten', { fi: ['päiväkoti'] }));
    const { answer } = await createExpandingGather({ gather, complete })(question);
    expect(answer.outcome).toBe('answered');
    expect(answer.citations).toMatchObject([{ quote: nursery }]);
    expect(prompts).toMatchObject([{ data: { question: 'Kindergarten?', words: ['kindergarten'] } }]);
    expect(prompts[0]?.instructions.toLowerCase()).not.toContain('kindergarten');
  });

  it.each<[string, unknown]>([
    ['words for something that was not asked', words('nursery', { fi: ['päiväkoti'] })],
    [
      'numbers, markup and whole sentences',
      words('kindergarten', { fi: ['päiväkoti 1', '<b>päiväkoti</b>', 'se on päiväkoti jossa on lapsia'] }),
    ],
    ['words that find nothing either', words('kindergarten', { fi: ['lastentarha'] })],
    ['another shape', { no: 1 }],
    ['nothing', { words: [] }],
  ])('is refused as before when the model gives %s', async (_, value) => {
    const gather = await gatherOf(nursery);
    const before = await gather(question);
    const { complete } = modelSaying(value);
    expect((await createExpandingGather({ gather, complete })(question)).answer).toEqual(before.answer);
  });

  it.each<CompletionProblem>(['timeout', 'unreachable', 'breakerOpen', 'dayLimit', 'refused'])(
    'is refused as before when the model fails with %s',
    async (problem) => {
      const gather = await gatherOf(nursery);
      const complete: Complete = async () => ({ kind: 'failed', problem, tokens });
      const { answer } = await createExpandingGather({ gather, complete })(question);
      expect(answer).toEqual((await gather(question)).answer);
    },
  );
});

it('a question that is answered already, or has no unknown word, asks nothing of the model', async () => {
  const gather = await gatherOf(nursery);
  const { complete, prompts } = modelSaying({ words: [] });
  const expanding = createExpandingGather({ gather, complete });
  for (const text of ['Milloin päiväkoti avattiin?', 'Moi!', '???', '2026?']) await expanding({ ...question, text });
  expect(prompts).toEqual([]);
});
