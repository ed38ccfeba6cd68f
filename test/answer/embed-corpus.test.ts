import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { embedCorpus } from '../../src/answer/embed-corpus.ts';
import { type EmbeddedText, hashOf } from '../../src/answer/embed.ts';
import { createEmbed } from '../../src/model/embeddings.ts';
import { openClient } from '../../src/model/openai.ts';
import { vectorFiles } from '../../src/vector-files.ts';
import { tempFolder } from '../ingest/temp-folder.ts';
import { EmbeddingServer } from '../support/embedding-server.ts';

const texts: EmbeddedText[] = Array.from({ length: 200 }, (_, number) => {
  const text = `teksti numero ${number} aiheesta ${['työ', 'koulu', 'muutto', 'kieli'][number % 4] ?? ''}`;
  return { key: `t${number}`, hash: hashOf(text), text };
});

let server: EmbeddingServer;
let folder: string;
beforeEach(async () => {
  server = await new EmbeddingServer().listen();
  folder = await tempFolder();
});
afterEach(() => server.close());

/** A run over the texts, as npm run ingest makes it; nothing is waited for between attempts. */
async function run(
  over: { texts?: readonly EmbeddedText[]; model?: string; dimensions?: number; baseUrl?: string } = {},
) {
  const progress: number[] = [];
  const before = server.calls.length;
  const client = openClient({ apiKey: 'sk-secret', baseUrl: over.baseUrl ?? server.url });
  const { index, report } = await embedCorpus(over.texts ?? texts, {
    embed: createEmbed(client, over.model ?? 'toy', over.dimensions ?? null),
    cache: vectorFiles(folder),
    model: `${over.model ?? 'toy'} ${over.dimensions ?? ''}`,
    report: (done) => progress.push(done),
    signal: new AbortController().signal,
    pause: async () => {},
  });
  return { index, report, progress, calls: server.calls.slice(before) };
}

const parts = async () => (await readdir(folder)).filter((name) => name.endsWith('.part'));

describe('embedding a corpus', () => {
  it('goes in batches, tells its progress, and is done from the cache the next time', async () => {
    const first = await run();
    expect(first.report).toEqual({
      kind: 'complete',
      problem: null,
      texts: 200,
      reused: 0,
      made: 200,
      skipped: 0,
      rebuilt: false,
    });
    expect(first.calls.map(({ input }) => input.length)).toEqual([64, 64, 64, 8]);
    expect(first.calls[0]).toMatchObject({ model: 'toy', key: 'Bearer sk-secret' });
    expect(first.progress).toEqual([64, 128, 192, 200]);
    expect(await parts()).toHaveLength(1);
    const second = await run();
    expect(second.report).toMatchObject({ kind: 'complete', reused: 200, made: 0 });
    expect(second.calls.map(({ input }) => input.length)).toEqual([1]);
    const nearest = (index: typeof first.index) =>
      index?.compare(Float32Array.from(server.vectorOf(texts[17]?.text ?? ''))).nearest;
    expect(nearest(second.index)?.[0]?.key).toBe('t17');
    expect(nearest(second.index)).toEqual(nearest(first.index));
  });

  it('puts vectors that come in any order with their texts', async () => {
    const { index } = await run();
    for (const { key, text } of texts.slice(0, 20))
      expect(index?.compare(Float32Array.from(server.vectorOf(text))).similarityOf(key)).toBeCloseTo(1, 5);
  });

  it('embeds only what is new, and forgets what is gone', async () => {
    await run({ texts: texts.slice(0, 100) });
    const { report, calls } = await run({ texts: texts.slice(50, 120) });
    expect(report).toMatchObject({ texts: 70, reused: 50, made: 20 });
    expect(calls.map(({ input }) => input.length)).toEqual([1, 20]);
    const again = await run({ texts: texts.slice(0, 120) });
    expect(again.report).toMatchObject({ reused: 70, made: 50 });
  });

  it('embeds equal texts once', async () => {
    const [text] = texts;
    if (text === undefined) throw new Error('there is a text');
    const { report, index } = await run({ texts: [text, { ...text, key: 'twin' }] });
    expect(report).toMatchObject({ texts: 1, made: 1 });
    expect(index?.size).toBe(2);
  });
});

describe('a changed model', () => {
  it.each<[string, () => void, Parameters<typeof run>[0]]>([
    ['of another name', () => {}, { model: 'other' }],
    ['with other dimensions asked for', () => {}, { dimensions: 16 }],
  ])('%s has a cache of its own', async (_, change, over) => {
    await run();
    change();
    const { report } = await run(over);
    expect(report).toMatchObject({ kind: 'complete', reused: 0, made: 200 });
  });

  it.each<[string, () => void]>([
    ['that gives other dimensions under its old name', () => (server.dimensions = 48)],
    ['that gives other vectors under its old name', () => (server.seed = 7)],
  ])('%s is noticed, and everything is made anew', async (_, change) => {
    await run();
    change();
    const { report, index } = await run();
    expect(report).toMatchObject({ kind: 'complete', rebuilt: true, reused: 0, made: 200 });
    expect(index?.dimensions).toBe(server.dimensions);
    expect((await run()).report).toMatchObject({ rebuilt: false, reused: 200 });
  });

  it('leaves no vectors of the old one behind when its run is cut short', async () => {
    await run();
    server.seed = 7;
    server.fault = ({ input }) => (input.length === 64 ? { kind: 'status', status: 401 } : undefined);
    expect((await run()).report).toMatchObject({ kind: 'stopped', problem: 'unauthorized' });
    server.fault = () => undefined;
    expect((await run()).report).toMatchObject({ reused: 1, made: 199 });
  });
});

describe('vectors that are none', () => {
  it.each<[string, (vectors: (number | null)[][]) => (number | null)[][]]>([
    ['with a hole', (vectors) => vectors.map((vector) => vector.with(0, null))],
    ['too short', (vectors) => vectors.map((vector) => vector.slice(1))],
    ['zero', (vectors) => vectors.map((vector) => vector.map(() => 0))],
    ['empty', (vectors) => vectors.map(() => [])],
  ])('%s leave their text to its words, and the rest is embedded', async (_, spoil) => {
    server.fault = ({ input }) =>
      input.includes(texts[5]?.text ?? '')
        ? {
            kind: 'vectors',
            change: (vectors) => {
              const at = input.indexOf(texts[5]?.text ?? '');
              const [bad] = spoil([vectors[at] ?? []]);
              return vectors.with(at, bad ?? []);
            },
          }
        : undefined;
    const { report, index } = await run();
    expect(report).toMatchObject({ kind: 'complete', made: 199, skipped: 1 });
    expect(index?.compare(new Float32Array(32).fill(1)).similarityOf('t5')).toBeNull();
  });

  it('too few of them are not shifted to other texts', async () => {
    server.fault = () => ({ kind: 'vectors', change: (vectors) => vectors.slice(1) });
    expect((await run({ texts: texts.slice(0, 8) })).report).toMatchObject({
      kind: 'stopped',
      problem: 'shape',
      made: 0,
    });
  });

  it('a text that the server finds too long is left to its words', async () => {
    server.fault = ({ input }) => (input.includes(texts[70]?.text ?? '') ? { kind: 'status', status: 400 } : undefined);
    expect((await run()).report).toMatchObject({ kind: 'complete', made: 199, skipped: 1 });
  });
});

describe('a server that fails', () => {
  it.each<[number, string]>([
    [401, 'unauthorized'],
    [403, 'unauthorized'],
    [404, 'notFound'],
  ])('with %i stops the run, which keeps what it has', async (status, problem) => {
    server.fault = (_, number) => (number > 2 ? { kind: 'status', status } : undefined);
    const { report, index } = await run();
    expect(report).toMatchObject({ kind: 'stopped', problem, made: 128 });
    expect(server.calls).toHaveLength(3);
    expect(index?.size).toBe(128);
    server.fault = () => undefined;
    expect((await run()).report).toMatchObject({ kind: 'complete', reused: 128, made: 72 });
  });

  it.each<[string, number, Record<string, string>]>([
    ['429 and a time to wait', 429, { 'retry-after-ms': '5' }],
    ['429', 429, { 'retry-after-ms': '1' }],
    ['500', 500, { 'retry-after-ms': '1' }],
  ])('with %s is asked again', async (_, status, headers) => {
    server.fault = (_call, number) => (number % 2 === 1 ? { kind: 'status', status, headers } : undefined);
    expect((await run()).report).toMatchObject({ kind: 'complete', made: 200 });
  });

  it('with HTML, or in the middle of an answer, stops the run', async () => {
    server.fault = () => ({
      kind: 'status',
      status: 200,
      body: '<html>gateway</html>',
      headers: { 'content-type': 'text/html' },
    });
    expect((await run()).report).toMatchObject({ kind: 'stopped', problem: 'shape' });
    server.fault = () => ({ kind: 'cut' });
    const { report } = await run({ texts: texts.slice(0, 1) });
    expect(report.made).toBe(0);
  });

  it('or is not there at all, leaves the vectors of the last time in use', async () => {
    await run();
    const { report, index } = await run({ baseUrl: 'http://127.0.0.1:9/v1' });
    expect(report).toMatchObject({ kind: 'stopped', problem: 'unreachable', reused: 200 });
    expect(index?.size).toBe(200);
  });
});

describe('the cache on disk', () => {
  it('is made anew where it is damaged, and only there', async () => {
    await run({ texts: texts.slice(0, 64) });
    server.fault = ({ input }) =>
      input.includes(texts[150]?.text ?? '') ? { kind: 'status', status: 401 } : undefined;
    await run();
    server.fault = () => undefined;
    const [first = '', second = ''] = await parts();
    expect(second).not.toBe('');
    const bytes = await readFile(join(folder, first));
    await writeFile(join(folder, first), bytes.with(bytes.length - 9, (bytes.at(-9) ?? 0) ^ 1));
    const { report } = await run();
    expect(report).toMatchObject({ kind: 'complete', reused: 64, made: 136 });
    expect(await parts()).toHaveLength(1);
  });

  it('is of no use when it is something else, and does no harm', async () => {
    await writeFile(join(folder, 'vectors-1700000000000-00000000.part'), 'hello');
    await writeFile(join(folder, 'vectors-1700000000000-00000000.tmp'), 'half');
    expect((await run()).report).toMatchObject({ kind: 'complete', made: 200 });
    expect(await readdir(folder)).toHaveLength(1);
  });

  it('that cannot be written costs the next time and nothing else', async () => {
    const blocked = join(folder, 'file');
    await writeFile(blocked, '');
    const cache = vectorFiles(join(blocked, 'index'));
    await cache.add(new Uint8Array(3));
    await cache.replace(new Uint8Array(3));
    expect(await cache.read()).toEqual([]);
  });
});
