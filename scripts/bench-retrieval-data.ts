import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import type { Language } from '../src/domain/language.ts';
import { detectLanguage } from '../src/retrieval/language.ts';

const passageSchema = z.object({ id: z.string(), text: z.string() });
const querySchema = z.object({ id: z.string(), text: z.string(), relevant: z.array(z.string()).min(1) });

export type BenchPassage = z.infer<typeof passageSchema>;
export type BenchQuery = z.infer<typeof querySchema>;

/** The records of a JSON Lines file, or of the same file with `.gz` behind it, decoded one at a time. */
function* readRecords<T>(file: string, schema: z.ZodType<T>): Generator<T> {
  const bytes = existsSync(file) ? readFileSync(file) : gunzipSync(readFileSync(`${file}.gz`));
  for (let start = 0; start < bytes.length; ) {
    const newline = bytes.indexOf(10, start);
    const end = newline < 0 ? bytes.length : newline;
    const line = bytes.toString('utf8', start, end).trim();
    if (line !== '') yield schema.parse(JSON.parse(line));
    start = end + 1;
  }
}

export const readQueries = (directory: string): BenchQuery[] => [
  ...readRecords(join(directory, 'queries.jsonl'), querySchema),
];

const readPassages = (directory: string): Generator<BenchPassage> =>
  readRecords(join(directory, 'passages.jsonl'), passageSchema);

/** Pseudo-random numbers from 0 to 1, the same for the same seed (mulberry32). */
const createRandom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** One word in seven from elsewhere in the corpus, and one in fifty a compound never seen before: vocabulary grows as text does. */
const vary = (text: string, pool: readonly string[], random: () => number): string => {
  const draw = (): string => pool[Math.floor(random() * pool.length)] ?? '';
  return text
    .split(' ')
    .map((word) => {
      const chance = random();
      if (chance < 1 / 50) return draw() + draw();
      return chance < 1 / 50 + 1 / 7 ? draw() : word;
    })
    .join(' ');
};

/**
 * The passages of `directory`; with `count`, as many, the passages of the set first and then varied copies of them. The same
 * at each call.
 */
export function* benchPassages(directory: string, count: number | null): Generator<BenchPassage> {
  if (count === null) {
    yield* readPassages(directory);
    return;
  }
  const originals = [...readPassages(directory)];
  const pool = originals.flatMap(({ text }, index) => (index % 20 === 0 ? (text.match(/\p{L}{3,}/gu) ?? []) : []));
  const random = createRandom(1);
  for (let index = 0; index < count; index += 1) {
    const original = originals[index % originals.length];
    if (original === undefined) return;
    const copy = Math.floor(index / originals.length);
    yield copy === 0 ? original : { id: `${original.id}~${copy}`, text: vary(original.text, pool, random) };
  }
}

/** The language of most of the first passages; an error when that is none of the three. */
export const inferLanguage = (directory: string): Language => {
  const votes = new Map<Language, number>();
  let read = 0;
  for (const { text } of readPassages(directory)) {
    const language = detectLanguage(text);
    if (language !== null && language !== 'other') votes.set(language, (votes.get(language) ?? 0) + 1);
    read += 1;
    if (read === 50) break;
  }
  const [winner] = [...votes].sort((a, b) => b[1] - a[1]);
  if (winner === undefined) throw new Error('the passages are of no language of the index; name it with --language');
  return winner[0];
};
