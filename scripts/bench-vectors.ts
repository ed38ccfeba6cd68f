/**
 * Measures search vectors: how long a question is compared with all of them, and what they cost in memory, on disk and at a start.
 *
 *   npm run bench:vectors -- [--texts N] [--dimensions N]
 *
 * The vectors (default 100,000 of 256 numbers) are random, so that the figures hold for any model.
 */
import { hashOf } from '../src/answer/embed.ts';
import { indexOf, readVectors, toPart } from '../src/answer/vector-store.ts';
import { percentile } from '../test/support/judge.ts';
import { readOptions } from './script-options.ts';

const values = readOptions(import.meta.filename, {
  texts: { type: 'string', default: '100000' },
  dimensions: { type: 'string', default: '256' },
});
const [count, dimensions] = [Number(values.texts), Number(values.dimensions)];
const write = (line: string) => process.stdout.write(`${line}\n`);
const megabytes = (bytes: number) => `${(bytes / 2 ** 20).toFixed(0)} MB`;
const random = () => Float32Array.from({ length: dimensions }, () => Math.random() - 0.5);
const questions = 40;

const texts = Array.from({ length: count }, (_, at) => ({ key: `text ${at}`, hash: hashOf(`text ${at}`), text: '' }));
const part = toPart('bench', dimensions, new Map(texts.map(({ hash }) => [hash, random()])));

const began = performance.now();
const cache = { read: async () => [part], add: async () => {}, replace: async () => {} };
const index = indexOf(texts, await readVectors(cache, 'bench'));
const opened = performance.now() - began;

const times = Array.from({ length: questions }, () => {
  const question = random();
  const start = performance.now();
  index?.compare(question);
  return performance.now() - start;
}).toSorted((a, b) => a - b);

write(`${count} texts of ${dimensions} numbers`);
write(
  `  a question compared with all: p50 ${percentile(times, 0.5).toFixed(1)} ms  p99 ${percentile(times, 0.99).toFixed(1)} ms`,
);
write(`  opened from the cache in ${opened.toFixed(0)} ms; ${megabytes(part.length)} on disk`);
write(`  ${megabytes(4 * count * dimensions)} of packed vectors in memory`);
