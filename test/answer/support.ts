import { join } from 'node:path';
import type { Answer, Ask, Question, Subject } from '../../src/answer/answer.ts';
import { createAsk } from '../../src/answer/ask.ts';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import { loadCatalogue } from '../../src/ingest/catalogue.ts';

const root = join(import.meta.dirname, '..', '..');
export const folders = { seeds: join(root, 'seeds'), knowledge: join(root, 'knowledge') };

/** The day on which every question of these tests is asked, unless it says another. */
export const now = new Date('2026-11-22T09:00:00+02:00');

let shipped: Promise<{ catalogue: Catalogue; ask: Ask }> | undefined;

async function openShipped(): Promise<{ catalogue: Catalogue; ask: Ask }> {
  const { catalogue } = await loadCatalogue(folders);
  return { catalogue, ask: createAsk(catalogue) };
}

/** The documents and knowledge as they are shipped, loaded once. */
export async function shippedCatalogue(): Promise<Catalogue> {
  shipped ??= openShipped();
  return (await shipped).catalogue;
}

/** Asks of the shipped documents, as somebody who reads alone unless `options` say otherwise. */
export async function ask(text: string, options: Partial<Question> = {}): Promise<Answer> {
  shipped ??= openShipped();
  return (await shipped).ask({ private: true, now, ...options, text });
}

/** Asks one question after another in one thread, and returns the answer to the last. */
export async function converse(questions: readonly string[], options: Partial<Question> = {}): Promise<Answer> {
  let subject: Subject | undefined;
  let answer: Answer | undefined;
  for (const question of questions) {
    answer = await ask(question, subject ? { ...options, subject } : options);
    subject = answer.subject ?? subject;
  }
  if (!answer) throw new Error('A conversation needs a question.');
  return answer;
}

/** Everything that Valo says itself, in one line; quotes and their translations are not among it. */
export function wordsOf({ headline, details, next }: Answer): string {
  return oneLine([headline, ...details, ...next]);
}

/** The direct answer with its parts, without what a person needs next. */
export function answerOf({ headline, details }: Answer): string {
  return oneLine([headline, ...details]);
}

/** The words of the documents that an answer shows. */
export function quotesOf({ citations }: Answer): string {
  return oneLine(citations.map(({ quote }) => quote));
}

function oneLine(parts: readonly string[]): string {
  return parts.join(' ').replaceAll(/\s+/gu, ' ');
}
