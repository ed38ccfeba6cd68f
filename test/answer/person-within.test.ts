import { expect, test } from 'vitest';
import type { Answer } from '../../src/answer/answer.ts';
import { createAsk } from '../../src/answer/ask.ts';
import { loadCatalogue } from '../../src/ingest/catalogue.ts';
import { article, tempCorpus } from '../ingest/temp-corpus.ts';
import { answerOf, folders, now } from './support.ts';

const document = {
  source: article({
    id: 'hamnkontoret',
    file: 'hamnkontoret.txt',
    title: 'Mötesplatsen Hamnkontoret öppnar i Hangö',
    publisher: 'Hangö stad',
    municipality: 'Hanko',
    language: 'sv',
    published: '2025-04-10',
  }),
  text: `Mötesplatsen Hamnkontoret öppnar i Hangö

Hangö stad öppnar mötesplatsen Hamnkontoret för nyanlända den 5 maj 2025.

– Det viktigaste är att dörren är öppen, säger integrationssamordnare Jessica Lindroos, som leder Hamnkontoret.

Föreningen Luckan ordnar språkcaféer på Hamnkontoret varje onsdag. Staden räknar med omkring 40 besökare per dag.

Projektet har en budget på 620 000 euro, som staden betalar.
`,
};

async function ask(question: string): Promise<Answer> {
  const { seeds } = await tempCorpus([document]);
  return createAsk((await loadCatalogue({ ...folders, seeds })).catalogue)({ text: question, now, private: true });
}

test.each([
  ['who holds language cafés', 'Vem ordnar språkcaféer på Hamnkontoret?', 'Luckan'],
  ['who leads it', 'Vem leder Hamnkontoret i Hangö?', 'Lindroos'],
  ['what is expected', 'Hur många besökare väntas till Hamnkontoret?', '40'],
])('tells %s: "%s"', async (_what, question, expected) => {
  const answer = await ask(question);
  expect(answer.outcome).toBe('answered');
  expect(answerOf(answer)).toContain(expected);
});

test.each([
  ['a body for a person of it', 'Vem på Luckan ansvarar för språkcaféerna på Hamnkontoret?'],
  ['what was expected for what happened', 'Hur många besökare kom till Hamnkontoret?'],
  ['the whole budget for what a partner gets', 'Hur mycket pengar får Luckan från projektet på Hamnkontoret?'],
])('does not tell %s: "%s"', async (_what, question) => {
  expect((await ask(question)).outcome).not.toBe('answered');
});
