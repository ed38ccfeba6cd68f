/**
 * Measures what a user waits for: the start of the process, an answer, and a durable update of a light beside plain lowdb.
 *
 *   npm run bench -- [--starts N] [--passes N] [--updates N]
 *
 * Starts (default 5) are real processes, timed to the playground's first words. Answers are those to the frozen set, asked
 * over and over (default 3 passes after one to warm up). Updates (default 500) are measured by bench-store.ts.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { askForLine } from '../src/cli/answer-line.ts';
import { loadConfig, SettingProblem, settingNames } from '../src/config.ts';
import { type Answering, createAnswering } from '../src/services.ts';
import { frozenNow, frozenQuestions, readQuestions } from '../test/support/evaluate.ts';
import { percentile } from '../test/support/judge.ts';
import { readOptions } from './script-options.ts';

const values = readOptions(import.meta.filename, {
  starts: { type: 'string', default: '5' },
  passes: { type: 'string', default: '3' },
  updates: { type: 'string', default: '500' },
});

const root = join(import.meta.dirname, '..');
const write = (line: string) => process.stdout.write(`${line}\n`);
const ascending = (durations: readonly number[]) => durations.toSorted((a, b) => a - b);

/** Milliseconds from the start of a process to its first words. */
async function timeStart(dataDir: string): Promise<number> {
  const unset = Object.fromEntries(settingNames.map((name) => [name, '']));
  const began = performance.now();
  const child = spawn(process.execPath, ['--import', join(root, 'scripts/check-node.mjs'), join(root, 'src/main.ts')], {
    env: { ...process.env, ...unset, LV_DATA_DIR: dataDir },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const closed = once(child, 'close');
  const spoke = await Promise.race([once(child.stdout, 'data').then(() => true), closed.then(() => false)]);
  const ready = performance.now() - began;
  if (!spoke) throw new Error('the process ended before it was ready');
  child.stdin.end();
  child.stdout.resume();
  await closed;
  return ready;
}

async function benchStart(count: number): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'valo-bench-start-'));
  try {
    const times: number[] = [];
    for (let at = 0; at < count; at += 1) times.push(await timeStart(dataDir));
    const sorted = ascending(times);
    write('From the start of the process to the playground’s first words');
    write(
      `  median ${percentile(sorted, 0.5).toFixed(0)} ms, slowest ${(sorted.at(-1) ?? 0).toFixed(0)} ms of ${count}`,
    );
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function timeAnswers(answering: Answering, questions: readonly string[]): Promise<number[]> {
  const times: number[] = [];
  for (const question of questions) {
    times.push((await askForLine(answering, { id: null, question, language: 'en' })).ms);
  }
  return times;
}

async function benchAnswers(passes: number): Promise<void> {
  const loaded = loadConfig({});
  if (!loaded.ok) throw new SettingProblem(loaded.problem);
  const began = performance.now();
  const answering = await createAnswering(loaded.config, { now: () => frozenNow });
  const built = performance.now() - began;
  const questions = (await Promise.all(frozenQuestions.map(readQuestions))).flat().map(({ question }) => question);
  const first = ascending(await timeAnswers(answering, questions));
  const times: number[] = [];
  for (let pass = 0; pass < passes; pass += 1) times.push(...(await timeAnswers(answering, questions)));
  const sorted = ascending(times);
  const total = times.reduce((sum, ms) => sum + ms, 0);
  write(`Answers to ${questions.length} questions from ${answering.catalogue().passages.length} passages`);
  write(`  documents, knowledge and index ready in ${built.toFixed(0)} ms`);
  write(`  first time   p50 ${percentile(first, 0.5).toFixed(1)} ms  p99 ${percentile(first, 0.99).toFixed(1)} ms`);
  write(
    `  afterwards   p50 ${percentile(sorted, 0.5).toFixed(1)} ms  p99 ${percentile(sorted, 0.99).toFixed(1)} ms  ${((1000 * times.length) / total).toFixed(0)} a second`,
  );
  write(`  resident memory ${(process.memoryUsage().rss / 2 ** 20).toFixed(0)} MB`);
}

async function benchStore(updates: string): Promise<void> {
  const script = join(root, 'scripts/bench-store.ts');
  const child = spawn(process.execPath, [script, '--updates', updates], { stdio: ['ignore', 'inherit', 'inherit'] });
  const [code] = await once(child, 'close');
  if (code !== 0) process.exitCode = 1;
}

await benchStart(Number(values.starts));
write('');
await benchAnswers(Number(values.passes));
write('');
await benchStore(values.updates);
