/**
 * Asks a set of questions and judges the answers by the rules of test/questions/README.md.
 *
 *   npm run eval -- [--questions FILE[,FILE]] [--seeds DIR] [--list] [--answers-only]
 *
 * Without --questions it is the frozen set. --list names the wrong answers with the reason; --answers-only prints the
 * answers, one JSON object a line, and judges nothing. The clock stands at LV_NOW, else at the day of the frozen set.
 */
import { parseArgs } from 'node:util';
import { localeLanguage } from '../src/cli/terminal.ts';
import { loadConfig } from '../src/config.ts';
import { createAnswering } from '../src/services.ts';
import { answerQuestions, frozenNow, frozenQuestions, judgeAnswers, readQuestions } from '../test/support/evaluate.ts';
import { type Share, type Summary, summarise, type Verdict } from '../test/support/judge.ts';

const { values } = parseArgs({
  options: {
    questions: { type: 'string' },
    seeds: { type: 'string' },
    list: { type: 'boolean' },
    'answers-only': { type: 'boolean' },
  },
});

// A reader that has seen enough, such as head, closes the pipe; that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
const write = (line: string) => process.stdout.write(`${line}\n`);

function writeWrong({ question, answer, reason }: Verdict): void {
  write(`${question.id} [${question.kind}] ${question.question}`);
  write(`   ${reason}`);
  write(`   > ${answer.text.replace(/\s+/g, ' ').slice(0, 200)}`);
}

function writeShare({ name, right, of }: Share): void {
  const percent = of === 0 ? '–' : `${((100 * right) / of).toFixed(1)} %`;
  write(`${name.padEnd(28)}${`${right}/${of}`.padStart(10)}${percent.padStart(10)}`);
}

function writeSummary(summary: Summary): void {
  for (const share of [summary.all, summary.answerable, summary.unanswerable]) writeShare(share);
  write('');
  for (const share of summary.languages) writeShare({ ...share, name: `language ${share.name}` });
  write('');
  for (const share of summary.kinds) writeShare({ ...share, name: `kind ${share.name}` });
  write('');
  writeShare(summary.verbatim);
  writeShare(summary.firstFromSource);
  write(`${'ms per answer'.padEnd(28)}p50 ${summary.p50.toFixed(1)}  p99 ${summary.p99.toFixed(1)}`);
}

const loaded = loadConfig({ ...process.env, ...(values.seeds === undefined ? {} : { SEEDS_DIR: values.seeds }) });
if (!loaded.ok) {
  process.stderr.write(`${loaded.problem}\n`);
  process.exit(1);
}
const { config } = loaded;
const now = config.now ?? frozenNow;
const files = values.questions?.split(',') ?? frozenQuestions;
const questions = (await Promise.all(files.map(readQuestions))).flat();
const answering = await createAnswering(config, { now: () => now });
const answers = await answerQuestions(questions, answering, localeLanguage(process.env));
if (values['answers-only'] === true) {
  for (const answer of answers) write(JSON.stringify(answer));
} else {
  const verdicts = await judgeAnswers(questions, answers, config.seedsDir);
  if (values.list === true) for (const verdict of verdicts) if (verdict.reason !== null) writeWrong(verdict);
  writeSummary(summarise(verdicts));
}
