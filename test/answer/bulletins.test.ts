import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createAsk } from '../../src/answer/ask.ts';
import { loadCatalogue } from '../../src/ingest/catalogue.ts';
import { answerOf, folders, now } from './support.ts';

const bulletins = join(import.meta.dirname, '../fixtures/corpora/bulletins');
const { catalogue } = await loadCatalogue({ ...folders, seeds: bulletins });
const ask = createAsk(catalogue);

test.each([
  [
    'all who were chosen',
    'Ketkä valittiin Turun työllisyyspalvelujen johtoon?',
    ['Lindroos-Aalto', 'Rantasalmi', 'Tehrani'],
  ],
  ['who did the work before', 'Kuka hoiti Kuopion työllisyysjohtajan tehtäviä ennen valintaa?', ['Ritva Sallinen']],
  ['the hours of a day', 'När är Työkulma öppet på fredagar?', ['pe 9–13']],
  ['all hours', 'Mitkä ovat Työkulman aukioloajat?', ['ma–ti 9–16', 'ke 9–18', 'to 9–16', 'pe 9–13']],
  ['an address in a sentence', 'What is the address of Työkulma?', ['Koulukatu 12']],
  ['a body without a name', 'Vilken enhet sköter lönesubventionerna i Åbo?', ['Arbetsgivarservicen']],
])('%s: "%s"', async (_what, text, expected) => {
  const answer = await ask({ text, now, private: true });
  expect(answer.outcome).toBe('answered');
  for (const words of expected) expect(answerOf(answer)).toContain(words);
});

test.each([
  ['another’s hours', 'Vilka öppettider har Ohjaamo i Villmanstrand?'],
  ['whom somebody stands in for', 'Kenen sijaisena Maryam Tehrani toimii?'],
])('does not tell %s: "%s"', async (_what, text) => {
  expect((await ask({ text, now, private: true })).outcome).not.toBe('answered');
});
