import { expect, test } from 'vitest';
import type { Answer } from '../../src/answer/answer.ts';
import { createAsk } from '../../src/answer/ask.ts';
import { loadCatalogue } from '../../src/ingest/catalogue.ts';
import { article, tempCorpus } from '../ingest/temp-corpus.ts';
import { answerOf, folders, now } from './support.ts';

const text = `Praktik i Borgå

Sju företag i Borgå tar emot praktikanter i vår. Med är bland annat Neste, Brunberg och Werner Söderström.

Hösten 2024 ordnas språkkurser på tolv odlingar. Kurserna leds av fyra lärare.

Polisen ger råd på torsdagar.
`;
const document = {
  source: article({
    id: 'praktik',
    file: 'praktik.txt',
    title: 'Praktik i Borgå',
    publisher: 'Borgå stad',
    municipality: 'Porvoo',
    language: 'sv',
    published: '2025-01-15',
  }),
  text,
};

async function ask(question: string): Promise<Answer> {
  const { seeds } = await tempCorpus([document]);
  return createAsk((await loadCatalogue({ ...folders, seeds })).catalogue)({ text: question, now, private: true });
}

test.each([
  ['sv', 'Vilka företag i Borgå tar emot praktikanter?'],
  ['en', 'Which companies in Porvoo take trainees?'],
])('%s: names that follow their number are told: "%s"', async (_language, question) => {
  const answer = await ask(question);
  expect(answer.outcome).toBe('answered');
  expect(answerOf(answer)).toContain('Brunberg');
});

test.each([
  ['sv', 'Vilka odlingar i Borgå har språkkurser?'],
  ['fi', 'Minä viikonpäivänä verotoimisto on paikalla Porvoossa?'],
])('%s: a number is no answer to which, and a day is that of the body: "%s"', async (_language, question) => {
  expect((await ask(question)).outcome).not.toBe('answered');
});
