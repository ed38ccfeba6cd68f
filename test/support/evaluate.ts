import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type AnswerLine, askForLine } from '../../src/cli/answer-line.ts';
import type { Language } from '../../src/domain/language.ts';
import { readDocument } from '../../src/ingest/read-document.ts';
import type { Answering } from '../../src/services.ts';
import { type DocumentText, type JudgedQuestion, judge, judgedQuestionSchema, type Verdict } from './judge.ts';

/** The files of the frozen set. */
export const frozenQuestions: readonly string[] = ['fi', 'sv', 'en'].map((language) =>
  join(import.meta.dirname, `../questions/${language}.jsonl`),
);

/** The files of the sets written after it. */
export const laterQuestions: readonly string[] = [
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
].flatMap((set) =>
  ['fi', 'sv', 'en'].map((language) => join(import.meta.dirname, `../questions/${set}/${language}.jsonl`)),
);

/** The day on which the frozen set was written and by which its questions are meant. */
export const frozenNow = new Date('2026-11-22T09:00:00+02:00');

const jsonLine = z.string().transform((line, context): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    context.addIssue({ code: 'custom', message: 'is not JSON' });
    return z.NEVER;
  }
});

/** The questions of a file, one JSON object a line. Throws for a line that is no question, with file and line. */
export async function readQuestions(file: string): Promise<JudgedQuestion[]> {
  const lines = (await readFile(file, 'utf8')).split('\n');
  return lines.flatMap((line, at) => {
    if (line.trim() === '') return [];
    const parsed = jsonLine.pipe(judgedQuestionSchema).safeParse(line);
    if (!parsed.success) throw new Error(`${file}, line ${at + 1}: ${z.prettifyError(parsed.error)}`);
    return [parsed.data];
  });
}

/** Asks the questions one after another, as the terminal does with a locale of this language. */
export async function answerQuestions(
  questions: readonly JudgedQuestion[],
  answering: Answering,
  language: Language,
): Promise<AnswerLine[]> {
  const lines: AnswerLine[] = [];
  for (const { id, question } of questions) lines.push(await askForLine(answering, { id, question, language }));
  return lines;
}

/** Judges each answer against the question that stands at its place. `seeds` is the folder of the cited documents. */
export async function judgeAnswers(
  questions: readonly JudgedQuestion[],
  answers: readonly AnswerLine[],
  seeds: string,
): Promise<Verdict[]> {
  const documentText = await documentTexts(
    seeds,
    answers.flatMap(({ citations }) => citations.map(({ file }) => file)),
  );
  return questions.flatMap((question, at) => {
    const answer = answers[at];
    return answer === undefined ? [] : [judge(question, answer, documentText)];
  });
}

async function documentTexts(seeds: string, files: readonly string[]): Promise<DocumentText> {
  const texts = new Map<string, string>();
  for (const file of new Set(files)) {
    const document = await readDocument(seeds, file);
    texts.set(file, document.ok ? document.text : '');
  }
  return (file) => texts.get(file) ?? '';
}
