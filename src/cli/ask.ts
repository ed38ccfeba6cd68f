import { z } from 'zod';
import { createAnswering } from '../services.ts';
import { fillText } from '../slack/views/rich-text.ts';
import { terminalTextsIn } from '../texts/terminal/terminal.ts';
import { type AnswerLine, askForLine } from './answer-line.ts';
import { type ExitCode, exitCode, readArgs, type Terminal, UsageProblem } from './terminal.ts';

const options = { json: { type: 'boolean' }, batch: { type: 'boolean' }, help: { type: 'boolean' } } as const;

/** `ask`: one question from the command line, or with --batch one a line from standard input. */
export async function askCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readArgs(args, options, terminal);
  const texts = terminalTextsIn(terminal.language);
  if (values.help === true) {
    terminal.write(texts.help.ask.join('\n'));
    return exitCode.done;
  }
  if (values.batch === true) {
    if (positionals.length > 0) throw new UsageProblem(positionals.join(' '));
    return askEach(terminal);
  }
  const question = positionals.join(' ').trim();
  if (question === '') throw new UsageProblem(texts.noQuestion);
  const answering = await createAnswering(terminal.config(), { warn: terminal.warn });
  const line = await askForLine(answering, { id: null, question, language: terminal.language });
  terminal.write(values.json === true ? JSON.stringify(line) : line.text);
  return exitCode.done;
}

const batchLineSchema = z.object({
  id: z.union([z.string(), z.number()]).nullable().default(null),
  question: z.string(),
});
const numberedSchema = z.object({ id: batchLineSchema.shape.id });

/** A line that cannot be read gets a refusal in its place, and the rest goes on. */
async function askEach(terminal: Terminal): Promise<ExitCode> {
  const { language } = terminal;
  const answering = await createAnswering(terminal.config(), { warn: terminal.warn });
  let code: ExitCode = exitCode.done;
  let number = 0;
  for await (const text of terminal.lines()) {
    number += 1;
    if (text.trim() === '') continue;
    const json = parseJson(text);
    const parsed = batchLineSchema.safeParse(json);
    if (parsed.success) {
      terminal.write(JSON.stringify(await askForLine(answering, { ...parsed.data, language })));
    } else {
      const problem = fillText(terminalTextsIn(language).badLine, { line: number });
      terminal.warn(problem);
      terminal.write(JSON.stringify(refusedLine(numberedSchema.safeParse(json).data?.id ?? null, problem, terminal)));
      code = exitCode.failed;
    }
  }
  return code;
}

function refusedLine(id: AnswerLine['id'], text: string, { language }: Terminal): AnswerLine {
  return { id, language, outcome: 'refused', text, citations: [], ms: 0 };
}

/** Undefined for text that is not JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
