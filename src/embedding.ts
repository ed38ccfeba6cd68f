import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Embedding, EmbeddingReport } from './answer/embed-corpus.ts';
import { embedCorpus } from './answer/embed-corpus.ts';
import { textsToEmbed } from './answer/embed.ts';
import { createFindSimilar, type FindSimilar } from './answer/similar.ts';
import { indexOf, readVectors } from './answer/vector-store.ts';
import type { Config } from './config.ts';
import type { Catalogue } from './domain/catalogue.ts';
import { createEmbed } from './model/embeddings.ts';
import { openClient } from './model/openai.ts';
import { terminalTextsIn } from './texts/terminal/terminal.ts';
import { vectorFiles } from './vector-files.ts';

/** The texts of a catalogue with their vectors. */
export type CorpusEmbedding = {
  findSimilar: FindSimilar;
  /** Embeds what has no vector yet; questions use it from then on. */
  complete: (run: Pick<Embedding, 'report' | 'signal'>) => Promise<EmbeddingReport>;
  /** Texts without a vector. */
  missing: () => number;
};

/** Opens what is kept of the vectors of a catalogue; null where no model for them is set or they are to have no weight. Nothing is asked of the model yet. */
export async function openEmbedding(
  catalogue: Catalogue,
  { model, dataDir }: Pick<Config, 'model' | 'dataDir'>,
  warn: (line: string) => void,
): Promise<CorpusEmbedding | null> {
  if (model === null || model.embeddingModel === null || model.embeddingWeight === 0) return null;
  const { embeddingModel, embeddingDimensions, embeddingWeight, baseUrl } = model;
  const embed = createEmbed(openClient(model), embeddingModel, embeddingDimensions);
  const name = JSON.stringify([baseUrl, embeddingModel, embeddingDimensions]);
  const cache = vectorFiles(join(dataDir, 'index'));
  const texts = textsToEmbed(catalogue);
  let index = indexOf(texts, await readVectors(cache, name));
  const { vectors: words } = terminalTextsIn('en');
  return {
    findSimilar: createFindSimilar({
      embed,
      index: () => index,
      weight: embeddingWeight,
      tell: (problem) => {
        const said = problem === null ? words.worksAgain : words.wordsAlone(words.problems[problem]);
        warn(`OPENAI_EMBEDDING_MODEL: ${said}`);
      },
    }),
    complete: async (run) => {
      const pause = (ms: number) => wait(ms, undefined, { signal: run.signal }).catch(() => undefined);
      const done = await embedCorpus(texts, { embed, cache, model: name, ...run, pause });
      index = done.index;
      return done.report;
    },
    missing: () => new Set(texts.flatMap(({ key, hash }) => (index?.has(key) === true ? [] : [hash]))).size,
  };
}

/** Milliseconds after which a model that failed at the start is tried again. */
const tryAgainMs = 10 * 60 * 1000;

/**
 * Embeds in the background what has no vector yet, while questions are answered with what there is, and tells `warn` how it goes.
 * Returns what ends it, resolved when nothing runs any more.
 */
export function startEmbedding(embedding: CorpusEmbedding | null, warn: (line: string) => void): () => Promise<void> {
  if (embedding === null) return async () => {};
  const stop = new AbortController();
  const { vectors: words } = terminalTextsIn('en');
  const run = async () => {
    let told: EmbeddingReport['problem'] = null;
    while (!stop.signal.aborted) {
      const report = eachTenth((done, total) => warn(words.progress(done, total)));
      const done = await embedding.complete({ report, signal: stop.signal });
      if (done.kind === 'complete') return done.made > 0 ? warn(words.complete(done)) : undefined;
      if (done.problem !== null && done.problem !== 'aborted' && done.problem !== told) {
        warn(words.stopped(words.problems[done.problem], done.reused + done.made, done.texts));
      }
      told = done.problem;
      await wait(tryAgainMs, undefined, { signal: stop.signal, ref: false }).catch(() => undefined);
    }
  };
  const running = run().catch((error: unknown) => warn(`OPENAI_EMBEDDING_MODEL: ${String(error)}`));
  return async () => {
    stop.abort();
    await running;
  };
}

/** Calls `tell` with the progress each time another tenth is done. */
export function eachTenth(tell: (done: number, total: number) => void): Embedding['report'] {
  let last = 0;
  return (done, total) => {
    const tenth = Math.floor((10 * done) / Math.max(1, total));
    if (tenth > last) tell(done, total);
    last = tenth;
  };
}
