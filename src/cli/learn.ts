import { resolve } from 'node:path';
import { learnDocument } from '../services.ts';
import { fillText } from '../slack/views/rich-text.ts';
import { terminalTextsIn } from '../texts/terminal/terminal.ts';
import { learnSummary } from './learn-summary.ts';
import { writeReview } from './review-files.ts';
import { type ExitCode, exitCode, readArgs, type Terminal, UsageProblem } from './terminal.ts';

const options = { json: { type: 'boolean' }, help: { type: 'boolean' } } as const;

/** `learn`: what a person might add to the knowledge from a document, into a review file. */
export async function learnCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readArgs(args, options, terminal);
  const { learn: texts } = terminalTextsIn(terminal.language);
  if (values.help === true) {
    terminal.write(texts.help.join('\n'));
    return exitCode.done;
  }
  const [file, ...others] = positionals;
  if (file === undefined) throw new UsageProblem(texts.noFile);
  if (others.length > 0) throw new UsageProblem(texts.oneFile);
  const config = terminal.config();
  const learned = await learnDocument(config, resolve(file));
  if (!learned.ok) {
    terminal.warn(`${file}: ${learned.problem}.`);
    return exitCode.failed;
  }
  const { review, problem } = learned.learned;
  if (values.json === true) {
    terminal.write(JSON.stringify(review));
  } else {
    const words = problem === null ? null : texts.problems[problem];
    const summary = learnSummary(learned.learned, words, terminal.language);
    const [json = '', markdown = ''] = await writeReview(config.dataDir, [
      { name: `${review.source.id}.json`, content: `${JSON.stringify(review, null, 2)}\n` },
      { name: `${review.source.id}.md`, content: `${summary}\n` },
    ]);
    terminal.write(summary);
    terminal.write(`\n${fillText(texts.written, { path: json })}\n${fillText(texts.summary, { path: markdown })}`);
  }
  return problem === null ? exitCode.done : exitCode.failed;
}
