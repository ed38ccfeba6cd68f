import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAsk, createGather } from '../../src/answer/ask.ts';
import { embedCorpus } from '../../src/answer/embed-corpus.ts';
import { type EmbedProblem, textsToEmbed } from '../../src/answer/embed.ts';
import { createKnowledgeBase } from '../../src/answer/knowledge-base.ts';
import { collectEvidence } from '../../src/answer/model-evidence.ts';
import { createFindSimilar, type SimilarOptions } from '../../src/answer/similar.ts';
import { loadCatalogue } from '../../src/ingest/catalogue.ts';
import { createEmbed } from '../../src/model/embeddings.ts';
import { openClient } from '../../src/model/openai.ts';
import { vectorFiles } from '../../src/vector-files.ts';
import { article, tempCorpus } from '../ingest/temp-corpus.ts';
import { tempFolder } from '../ingest/temp-folder.ts';
import { EmbeddingServer } from '../support/embedding-server.ts';

/** Words of one meaning, none of which share letters enough for the 4-grams. */
const concepts = {
  nursery: ['päiväkoti', 'päiväkotia', 'förskola', 'kindergarten'],
  bicycle: ['polkupyörät', 'polkupyörää', 'cykel', 'bikes'],
  storm: ['myrsky', 'oväder', 'tempest'],
};
const sentences = [
  'Uusi päiväkoti avattiin rannalle.',
  'Kirjasto lainaa polkupyörät asukkaille.',
  'Edellinen myrsky kaatoi puita.',
  'Kaupunki korjaa siltoja ja katuja.',
  'Valtuusto kokoontuu maanantaina.',
];

let server: EmbeddingServer;
beforeEach(async () => {
  server = await new EmbeddingServer(concepts).listen();
});
afterEach(() => server.close());

async function corpus() {
  const folders = await tempCorpus(
    sentences.map((text, number) => ({
      source: article({ id: `d${number}`, file: `d${number}.txt` }),
      text,
    })),
  );
  return (await loadCatalogue(folders)).catalogue;
}

async function searching(over: Partial<SimilarOptions> = {}) {
  const catalogue = await corpus();
  const embed = createEmbed(openClient({ apiKey: null, baseUrl: server.url }), 'toy', null);
  const { index } = await embedCorpus(textsToEmbed(catalogue), {
    embed,
    cache: vectorFiles(await tempFolder()),
    model: 'toy',
    report: () => {},
    signal: new AbortController().signal,
    pause: async () => {},
  });
  const told: (EmbedProblem | null)[] = [];
  const findSimilar = createFindSimilar({
    embed,
    index: () => index,
    weight: 0.5,
    tell: (problem) => told.push(problem),
    ...over,
  });
  const base = createKnowledgeBase(catalogue);
  const found = async (question: string, fused = true) => {
    const { groups } = base.understand(question, 'en');
    return base
      .search(groups, 24, fused ? await findSimilar(question) : null)
      .map(({ unit, lexical }) => ({ source: unit.source, lexical }));
  };
  return { found, findSimilar, told, catalogue };
}

describe('a question', () => {
  it('that shares no word with a passage but its meaning finds it, which words alone do not', async () => {
    const { found } = await searching();
    for (const [question, source] of [
      ['Which kindergarten?', 'd0'],
      ['Var finns bikes?', 'd1'],
      ['A tempest?', 'd2'],
    ] as const) {
      expect((await found(question, false)).map((hit) => hit.source)).not.toContain(source);
      expect((await found(question))[0]?.source).toBe(source);
    }
  });

  it('gets a score that is the weighted sum of its words and its meaning', async () => {
    const { found } = await searching({ weight: 0.25 });
    const [best] = await found('päiväkoti rannalle');
    expect(best).toMatchObject({ source: 'd0' });
    expect(best?.lexical).toBeCloseTo(1, 5);
    const [meant] = await found('kindergarten');
    expect(meant?.lexical).toBeCloseTo(0.25, 5);
  });

  it('asks nothing of the model at weight 0, and finds by words', async () => {
    const { found } = await searching({ weight: 0 });
    const calls = server.calls.length;
    expect(await found('päiväkoti rannalle')).toEqual(await found('päiväkoti rannalle', false));
    expect(server.calls.length).toBe(calls);
  });
});

it('a passage that is found by its meaning alone is given to a model that writes, though the extractive answer refuses', async () => {
  const { catalogue, findSimilar } = await searching();
  const asked = { text: 'Which kindergarten?', private: true, now: new Date('2026-11-22') };
  const gathered = await createGather(catalogue, findSimilar)(asked);
  expect(gathered.answer.outcome).toBe('not_found');
  expect(collectEvidence(gathered)[0]?.text).toBe(sentences[0]);
  expect(collectEvidence(await createGather(catalogue)(asked)).map(({ text }) => text)).not.toContain(sentences[0]);
});

describe('a model that', () => {
  const question = 'Which kindergarten?';

  it('hangs is not waited for, is left alone for a while, and is told of once', async () => {
    const { findSimilar, told } = await searching({ withinMs: 500 });
    server.fault = () => ({ kind: 'hang' });
    const calls = server.calls.length;
    expect(await findSimilar(question)).toBeNull();
    expect(await findSimilar(question)).toBeNull();
    expect(server.calls.length).toBe(calls + 1);
    expect(told).toEqual(['timeout']);
  });

  it('fails and answers again is told of once each time', async () => {
    const { findSimilar, told } = await searching({ restMs: 0 });
    server.fault = () => ({ kind: 'status', status: 401 });
    expect(await findSimilar(question)).toBeNull();
    expect(await findSimilar(question)).toBeNull();
    server.fault = () => undefined;
    expect(await findSimilar(question)).not.toBeNull();
    server.fault = () => ({ kind: 'status', status: 400 });
    expect(await findSimilar(question)).toBeNull();
    expect(told).toEqual(['unauthorized', null, 'badRequest']);
  });

  it.each<[string, () => void, EmbedProblem]>([
    ['gives other dimensions than the index has', () => (server.dimensions = 8), 'otherDimensions'],
    [
      'gives no number',
      () => (server.fault = () => ({ kind: 'vectors', change: (v) => v.map((r) => r.fill(0)) })),
      'shape',
    ],
    ['gives nothing', () => (server.fault = () => ({ kind: 'vectors', change: () => [] })), 'shape'],
    ['gives HTML', () => (server.fault = () => ({ kind: 'status', status: 200, body: '<p>' })), 'shape'],
  ])('%s leaves the question to its words', async (_, change, problem) => {
    const { findSimilar, told } = await searching();
    change();
    expect(await findSimilar(question)).toBeNull();
    expect(told).toEqual([problem]);
  });
});

it('an answer is the same with a model that is down as without one', async () => {
  const { catalogue, findSimilar } = await searching();
  await server.close();
  const asked = { text: 'Missä päiväkoti avattiin?', private: true, now: new Date('2026-11-22') };
  const without = await createAsk(catalogue)(asked);
  expect(await createAsk(catalogue, findSimilar)(asked)).toEqual(without);
  expect(without.outcome).toBe('answered');
});
