import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Ask } from '../../src/answer/answer.ts';
import { createAsk } from '../../src/answer/ask.ts';
import { loadCatalogue } from '../../src/ingest/catalogue.ts';
import { answerOf, ask as askShipped, folders, now } from './support.ts';

async function open(corpus: string): Promise<Ask> {
  const seeds = join(import.meta.dirname, '../fixtures/corpora', corpus);
  return createAsk((await loadCatalogue({ ...folders, seeds })).catalogue);
}

const corpora = {
  vantaa: await open('follow-up-vantaa'),
  turku: await open('follow-up-turku'),
  news: await open('city-news'),
  bulletins: await open('bulletins'),
  towns: await open('towns'),
} as const;

test.each([
  ['the weekday of another body', 'vantaa', 'Vilken veckodag finns Skatteförvaltningen på plats i Kotisatama?'],
  ['the customers of another service', 'turku', 'How many customers do Turku’s integration services have?'],
  ['how many there are for who they are', 'vantaa', 'Who are the members from Pedersöre on the joint board?'],
  [
    'the one chosen for the others',
    'vantaa',
    'Which other candidates were interviewed for the director job in Tampere?',
  ],
  ['what a body does for who heads it', 'vantaa', 'Vem är chef för invandrartjänsterna i Vanda?'],
  ['all who took part for those who left', 'vantaa', 'Hur många av dem som avbröt Egen stig var från Karis?'],
  ['those helped for all there are', 'vantaa', 'Montako alle 30-vuotiasta työtöntä Raaseporissa on?'],
  [
    'all jobs for those of one sector',
    'bulletins',
    'How many Port till jobbet participants found a job in the care sector?',
  ],
  ['the deputy for the mayor', 'towns', 'Who is the mayor of Oulu?'],
  ['customers for advisers', 'news', 'How many advisers work at the Turku Talent Desk?'],
] as const)('does not tell %s (%s): "%s"', async (_what, corpus, text) => {
  expect((await corpora[corpus]({ text, now, private: true })).outcome).not.toBe('answered');
});

test.each([
  ['no figure', 'How many highly educated immigrants has the Espoo centre found jobs for?'],
  ['no fee', 'How much is the membership fee for the Spouse Program?'],
  ['no year of the beginning', 'Minä vuonna International House Helsinki perustettiin?'],
  ['no name', 'Kuka palkattiin englanninkielisen viestinnän asiantuntijaksi?'],
])('does not answer with %s: "%s"', async (_what, text) => {
  expect((await askShipped(text)).outcome).not.toBe('answered');
});

test.each([
  ['days as dates', 'Vilka dagar i april 2024 samlades städernas sysselsättningsdirektörer i Vasa?', '18'],
  ['who by what they are', 'Ketkä kokoontuivat Vaasaan huhtikuussa 2024?', 'työllisyysjohtajat'],
])('still tells %s: "%s"', async (_what, text, expected) => {
  const answer = await askShipped(text);
  expect(answer.outcome).toBe('answered');
  expect(answerOf(answer)).toContain(expected);
});
