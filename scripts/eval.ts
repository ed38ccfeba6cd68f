/**
 * Asks a set of questions and judges the answers by the rules of test/questions/README.md.
 *
 *   npm run eval -- [--questions FILE[,FILE]] [--seeds DIR] [--every N] [--list] [--answers-only]
 *                   [--model] [--record DIR | --replay DIR]
 *
 * Without --questions it is the frozen set; --every 6 takes each sixth of it. --list names the wrong answers with the reason; --answers-only prints the
 * answers, one JSON object a line, and judges nothing. The clock stands at LV_NOW, else at the day of the frozen set.
 *
 * --model asks the same questions with the model of OPENAI_API_KEY or OPENAI_BASE_URL too, and prints both columns. --record keeps each exchange
 * with it in a folder; --replay answers from such a folder and needs no model. test/recordings/README.md says more.
 */
import { localeLanguage } from '../src/cli/terminal.ts';
import { type Config, loadConfig } from '../src/config.ts';
import type { ModelStatus } from '../src/model/create-model.ts';
import { createAnswering } from '../src/services.ts';
import { answerQuestions, frozenNow, frozenQuestions, judgeAnswers, readQuestions } from '../test/support/evaluate.ts';
import { type Share, type Summary, summarise, type Verdict } from '../test/support/judge.ts';
import type { LoopbackModel } from '../test/support/loopback-model.ts';
import { startRecording, startReplay } from '../test/support/recordings.ts';
import { readOptions } from './script-options.ts';

const values = readOptions(import.meta.filename, {
  questions: { type: 'string' },
  seeds: { type: 'string' },
  every: { type: 'string', default: '1' },
  list: { type: 'boolean' },
  'answers-only': { type: 'boolean' },
  model: { type: 'boolean' },
  record: { type: 'string' },
  replay: { type: 'string' },
});

// A reader that has seen enough, such as head, closes the pipe; that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
const write = (line: string) => process.stdout.write(`${line}\n`);

function writeWrong({ question, answer, reason }: Verdict): void {
  write(`${question.id} [${question.kind}] ${question.question}`);
  write(`   ${reason}`);
  write(`   > ${answer.text.replace(/\s+/g, ' ').slice(0, 200)}`);
}

/** A share of each column beside one another. */
function writeShares(shares: readonly Share[]): void {
  const words = shares.map(({ right, of }) => {
    const percent = of === 0 ? '–' : `${((100 * right) / of).toFixed(1)} %`;
    return `${`${right}/${of}`.padStart(10)}${percent.padStart(10)}`;
  });
  write(`${(shares[0]?.name ?? '').padEnd(28)}${words.join('')}`);
}

function writeSummaries(summaries: readonly Summary[]): void {
  const rows = (pick: (summary: Summary) => readonly Share[], prefix = '') => {
    for (const at of (summaries[0] ? pick(summaries[0]) : []).keys())
      writeShares(
        summaries
          .flatMap((summary) => pick(summary)[at] ?? [])
          .map((share) => ({ ...share, name: `${prefix}${share.name}` })),
      );
  };
  if (summaries.length > 1) write(`${''.padEnd(28)}${'without'.padStart(20)}${'with model'.padStart(20)}`);
  rows(({ all, answerable, unanswerable }) => [all, answerable, unanswerable]);
  write('');
  rows(({ languages }) => languages, 'language ');
  write('');
  rows(({ kinds }) => kinds, 'kind ');
  write('');
  rows(({ verbatim, firstFromSource }) => [verbatim, firstFromSource]);
  const times = summaries.map(({ p50, p99 }) => `p50 ${p50.toFixed(1)}  p99 ${p99.toFixed(1)}`.padStart(20));
  write(`${'ms per answer'.padEnd(28)}${times.join('')}`);
}

function writeModel({ written, fallbacks, drops, tokensToday }: ModelStatus): void {
  const counted = (list: readonly { reason: string; count: number }[]) =>
    list.map(({ reason, count }) => `${reason} ${count}`).join(', ') || 'none';
  write('');
  write(`answers worded by the model: ${written}; tokens: ${tokensToday}`);
  write(`extractive answers: ${counted(fallbacks)}`);
  write(`sentences dropped: ${counted(drops)}`);
}

function stop(problem: string): never {
  process.stderr.write(`${problem}\n`);
  process.exit(1);
}

/** The server between Valo and the model, null for none. */
async function openServer({ model }: Config): Promise<LoopbackModel | null> {
  if (values.replay !== undefined) return startReplay(values.replay);
  if (values.record === undefined) return null;
  if (model === null)
    return stop('--record: set OPENAI_API_KEY or OPENAI_BASE_URL to the model that is to be recorded.');
  return startRecording(values.record, { baseUrl: model.baseUrl ?? 'https://api.openai.com/v1', apiKey: model.apiKey });
}

/** The settings with the model reached over the server, and no limits: a set has more questions than a day of a team. */
function withModel(config: Config, server: LoopbackModel | null): Config {
  const unlimited = { tokensPerDay: Number.MAX_SAFE_INTEGER, questionsPerMinute: Number.MAX_SAFE_INTEGER };
  const none = { apiKey: null, baseUrl: null, model: null, embeddingModel: null };
  const vectors = { embeddingDimensions: null, embeddingWeight: 0, expands: false };
  const defaults = { rewrites: true, inputTokens: 6_000, outputTokens: 1_500, ...unlimited };
  const model = { ...none, ...vectors, ...defaults, ...config.model, ...unlimited };
  // A server between knows completions alone.
  const reached = server === null ? {} : { baseUrl: server.baseUrl, embeddingModel: null };
  return { ...config, model: { ...model, ...reached } };
}

const needsModel = values.model === true && values.replay === undefined;
const loaded = loadConfig({ ...process.env, ...(values.seeds === undefined ? {} : { SEEDS_DIR: values.seeds }) });
if (!loaded.ok) stop(loaded.problem);
const { config } = loaded;
if (needsModel && config.model === null) stop('--model: set OPENAI_API_KEY or OPENAI_BASE_URL, or give --replay DIR.');
const now = config.now ?? frozenNow;
const files = values.questions?.split(',') ?? frozenQuestions;
const questions = (await Promise.all(files.map(readQuestions)))
  .flat()
  .filter((_, at) => at % Number(values.every) === 0);
const language = localeLanguage(process.env);
const server = values.model === true ? await openServer(config) : null;
const columns = [{ ...config, model: null }, ...(values.model === true ? [withModel(config, server)] : [])];
const summaries: Summary[] = [];
let status: ModelStatus | null = null;
for (const column of columns) {
  // Each fallback is counted below; a line for each would drown the table.
  const answering = await createAnswering(column, {
    now: () => now,
    ...(column.model === null ? {} : { warn: () => {} }),
  });
  const answers = await answerQuestions(questions, answering, language);
  status = answering.modelStatus();
  if (values['answers-only'] === true) {
    if (column === columns.at(-1)) for (const answer of answers) write(JSON.stringify(answer));
    continue;
  }
  const verdicts = await judgeAnswers(questions, answers, config.seedsDir);
  if (values.list === true && column === columns.at(-1))
    for (const verdict of verdicts) if (verdict.reason !== null) writeWrong(verdict);
  summaries.push(summarise(verdicts));
}
if (summaries.length > 0) writeSummaries(summaries);
if (status !== null && values['answers-only'] !== true) writeModel(status);
await server?.close();
