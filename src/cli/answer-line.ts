import { performance } from 'node:perf_hooks';
import type { Answer, Citation, Outcome } from '../answer/answer.ts';
import type { Language } from '../domain/language.ts';
import type { Answering } from '../services.ts';
import { plainText } from '../slack/plain-text.ts';
import type { AnswerLight } from '../slack/views/answer-light.ts';
import { buildAnswerMessage } from '../slack/views/answer-message.ts';
import { textsIn } from '../texts/texts.ts';

/** An answer as one line of JSON. `ms` is how long answering took, in milliseconds. */
export type AnswerLine = {
  id: string | number | null;
  language: Language;
  outcome: Outcome;
  /** What a reader sees, without markup. */
  text: string;
  citations: Pick<Citation, 'source' | 'file' | 'title' | 'published' | 'quote'>[];
  ms: number;
};

/** The posted light and the owners of what an answer is about, null for none. */
type LightFor = (answer: Answer) => Promise<AnswerLight | null>;

/**
 * Asks as somebody who reads alone. `language` is that of questions which have none of their own. `lightFor` is for callers
 * that hold the store; default: no lights are shown.
 */
export async function askForLine(
  { ask, catalogue, now }: Answering,
  { id, question, language }: { id: AnswerLine['id']; question: string; language: Language },
  lightFor: LightFor = async () => null,
): Promise<AnswerLine> {
  const began = performance.now();
  const answer = await ask({ text: question, fallbackLanguage: language, private: true, now: now() });
  const ms = Math.round((performance.now() - began) * 100) / 100;
  const { sources } = catalogue();
  const languageOf = (source: string) => sources.find((candidate) => candidate.id === source)?.language ?? null;
  return {
    id,
    language: answer.language,
    outcome: answer.outcome,
    text: answerText(answer, languageOf, await lightFor(answer)),
    citations: answer.citations.map(({ source, file, title, published, quote }) => ({
      source,
      file,
      title,
      published,
      quote,
    })),
    ms,
  };
}

/** The whole answer in words: a terminal has room, and no button for the rest. */
function answerText(
  answer: Answer,
  languageOf: (source: string) => Language | null,
  light: AnswerLight | null,
): string {
  const view = { language: answer.language, texts: textsIn(answer.language) };
  const { blocks } = buildAnswerMessage(answer, view, { extent: 'full', languageOf, question: null, light });
  return plainText(blocks, { actions: () => '' });
}
