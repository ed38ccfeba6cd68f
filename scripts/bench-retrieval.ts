/**
 * Measures lexical retrieval on a set of passages and queries: quality, building time, search time and resident memory of
 * Valo's index beside MiniSearch and SQLite FTS5. Each engine runs in a process of its own, one after the other.
 *
 *   npm run bench:retrieval -- --data DIR [--passages DIR] [--language fi|sv|en] [--scale N] [--engines valo,minisearch]
 *
 * `--passages` is for a set of queries that uses the passages of another one. `--scale` repeats and varies the passages up
 * to N, for time and memory only.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { languageSchema } from '../src/domain/language.ts';
import { encodeSnapshot } from '../src/retrieval/index-snapshot.ts';
import { type BenchPassage, benchPassages, inferLanguage, readQueries } from './bench-retrieval-data.ts';
import {
  buildFts5,
  buildMiniSearch,
  buildValo,
  loadValo,
  prefixAndFuzzy,
  type Search,
  searchValo,
  truncatedPrefix,
  wholeWord,
} from './bench-retrieval-engines.ts';
import { meanMeasures, measureRanking, quantile } from './bench-retrieval-measures.ts';
import { readOptions } from './script-options.ts';

const engines = ['valo', 'valo-snapshot', 'minisearch', 'minisearch-fuzzy', 'fts5', 'fts5-prefix'] as const;
const titles: Record<(typeof engines)[number], string> = {
  valo: 'Valo, just built',
  'valo-snapshot': 'Valo, from snapshot',
  minisearch: 'MiniSearch',
  'minisearch-fuzzy': 'MiniSearch, prefix + fuzzy',
  fts5: 'FTS5 unicode61',
  'fts5-prefix': 'FTS5, truncated prefix',
};
const warmUpQueries = 100;

const jobSchema = z.object({
  data: z.string(),
  passages: z.string(),
  language: languageSchema,
  scale: z.number().int().positive().nullable(),
  snapshot: z.string(),
  engine: z.enum(engines),
});
type Job = z.infer<typeof jobSchema>;

const resultSchema = z.object({
  ndcg: z.number(),
  recall: z.number(),
  reciprocalRank: z.number(),
  first: z.number(),
  readyMs: z.number(),
  p50Ms: z.number(),
  p99Ms: z.number(),
  residentMb: z.number(),
});
type Result = z.infer<typeof resultSchema>;

const passagesOf = (job: Job): Generator<BenchPassage> => benchPassages(job.passages, job.scale);

const prepare: Record<Job['engine'], (job: Job) => Search> = {
  valo: (job) => searchValo(buildValo(passagesOf(job), job.language)),
  'valo-snapshot': (job) => searchValo(loadValo(job.snapshot, job.language)),
  minisearch: (job) => buildMiniSearch(passagesOf(job), {}),
  'minisearch-fuzzy': (job) => buildMiniSearch(passagesOf(job), prefixAndFuzzy),
  fts5: (job) => buildFts5(passagesOf(job), wholeWord),
  'fts5-prefix': (job) => buildFts5(passagesOf(job), truncatedPrefix),
};

/** Prepares one engine and measures it. Resident memory is that of the whole process, after the collector gave back what it can. */
const measureEngine = (job: Job): Result => {
  const queries = readQueries(job.data);
  const started = performance.now();
  const search = prepare[job.engine](job);
  const readyMs = performance.now() - started;
  for (const { text } of queries.slice(0, warmUpQueries)) search(text);
  const times: number[] = [];
  const measures = queries.map(({ text, relevant }) => {
    const before = performance.now();
    const ranked = search(text);
    times.push(performance.now() - before);
    return measureRanking(ranked, new Set(relevant));
  });
  globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' });
  return {
    ...meanMeasures(measures),
    readyMs,
    p50Ms: quantile(times, 0.5),
    p99Ms: quantile(times, 0.99),
    residentMb: process.memoryUsage.rss() / 2 ** 20,
  };
};

/** Runs one job in a process of its own; an error when that ends without a result. */
const runJob = async (job: Job): Promise<Result> => {
  const child = fork(import.meta.filename, ['--job', JSON.stringify(job)], {
    execArgv: ['--expose-gc', ...(job.engine.startsWith('minisearch') ? ['--max-old-space-size=16000'] : [])],
  });
  const outcome: unknown[] = await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => {
      throw new Error(`${job.engine} ended with ${String(code)} before it was measured`);
    }),
  ]);
  return resultSchema.parse(outcome[0]);
};

const writeSnapshot = (job: Job): void =>
  writeFileSync(job.snapshot, encodeSnapshot(buildValo(passagesOf(job), job.language)));

const rowOf = (engine: Job['engine'], result: Result, scaled: boolean): string[] => {
  const quality = [result.ndcg, result.recall, result.reciprocalRank, result.first];
  return [
    titles[engine],
    ...quality.map((value) => (scaled ? '–' : value.toFixed(4))),
    (result.readyMs / 1000).toFixed(2),
    result.p50Ms.toFixed(2),
    result.p99Ms.toFixed(2),
    result.residentMb.toFixed(0),
  ];
};

const columns = ['engine', 'nDCG@10', 'Recall@10', 'MRR@10', 'R@1', 'ready s', 'p50 ms', 'p99 ms', 'resident MB'];
const formatRow = (cells: readonly string[]): string =>
  cells.map((cell, column) => (column === 0 ? cell.padEnd(28) : cell.padStart(11))).join('');

const readArguments = () => {
  const values = readOptions(import.meta.filename, {
    data: { type: 'string' },
    passages: { type: 'string' },
    language: { type: 'string' },
    scale: { type: 'string' },
    engines: { type: 'string' },
    job: { type: 'string' },
  });
  return values;
};

const main = async (): Promise<void> => {
  const values = readArguments();
  if (values.job !== undefined) {
    const result = measureEngine(jobSchema.parse(JSON.parse(values.job)));
    process.send?.(result);
    return;
  }
  if (values.data === undefined)
    throw new Error('--data DIR is missing: the folder of passages.jsonl and queries.jsonl');
  const passages = values.passages ?? values.data;
  const directory = mkdtempSync(join(tmpdir(), 'valo-bench-'));
  const base = {
    data: values.data,
    passages,
    language: values.language === undefined ? inferLanguage(passages) : languageSchema.parse(values.language),
    scale: values.scale === undefined ? null : z.coerce.number().int().positive().parse(values.scale),
    snapshot: join(directory, 'index.snapshot'),
  };
  const chosen = values.engines === undefined ? engines : z.array(z.enum(engines)).parse(values.engines.split(','));
  try {
    if (chosen.includes('valo-snapshot')) writeSnapshot({ ...base, engine: 'valo-snapshot' });
    console.log(`${base.passages}, ${base.language}${base.scale === null ? '' : `, ${base.scale} passages`}`);
    console.log(formatRow(columns));
    for (const engine of chosen)
      console.log(formatRow(rowOf(engine, await runJob({ ...base, engine }), base.scale !== null)));
    if (chosen.includes('valo-snapshot'))
      console.log(`snapshot ${(statSync(base.snapshot).size / 2 ** 20).toFixed(0)} MB`);
  } finally {
    rmSync(directory, { recursive: true });
  }
};

await main();
