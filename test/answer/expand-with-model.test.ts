import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createAnswering } from '../../src/services.ts';
import { article, tempCorpus } from '../ingest/temp-corpus.ts';
import { LoopbackModel } from '../support/loopback-model.ts';
import { scriptedReply } from '../support/scripted-writer.ts';
import { configFor } from '../support/terminal.ts';

const nursery = 'Päiväkoti avattiin rannalle toukokuussa.';
const asksForWords = (data: unknown) => typeof data === 'object' && data !== null && 'words' in data;

let model: LoopbackModel;
beforeEach(async () => {
  model = await LoopbackModel.start((request) =>
    asksForWords(request.data)
      ? {
          kind: 'message',
          content: JSON.stringify({ words: [{ word: 'kindergarten', fi: ['päiväkoti'], sv: [], en: [] }] }),
        }
      : scriptedReply(request),
  );
});
afterEach(() => model.close());

async function answered(expand: 'on' | 'off') {
  const { seeds, knowledge } = await tempCorpus([{ source: article({ id: 'd', file: 'd.txt' }), text: nursery }]);
  const environment = {
    SEEDS_DIR: seeds,
    KNOWLEDGE_DIR: knowledge,
    LV_DATA_DIR: join(seeds, '../data'),
    OPENAI_BASE_URL: model.baseUrl,
    LV_MODEL_EXPAND: expand,
  };
  const { ask, now } = await createAnswering(configFor(environment), { warn: () => {} });
  return ask({ text: 'Kindergarten?', private: true, now: now() });
}

it('a question in other words than the documents is answered with LV_MODEL_EXPAND, within the limits of the model', async () => {
  expect((await answered('off')).outcome).toBe('not_found');
  expect(model.requests.filter(({ data }) => asksForWords(data))).toEqual([]);
  const answer = await answered('on');
  expect(answer).toMatchObject({ outcome: 'answered', citations: [{ quote: nursery }] });
  expect(model.requests.filter(({ data }) => asksForWords(data))).toHaveLength(1);
});
