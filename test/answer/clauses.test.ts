import { describe, expect, test } from 'vitest';
import { readClauses } from '../../src/answer/clauses.ts';

describe('a text that asks several things', () => {
  test.each([
    ['Kuka vastaa puoliso-ohjelmasta ja milloin se alkaa?', ['Kuka vastaa puoliso-ohjelmasta', 'milloin se alkaa?']],
    ['Vem leder enheten, och vad är dess uppgift?', ['Vem leder enheten', 'vad är dess uppgift?']],
    ['Who got the job? Where did she work before?', ['Who got the job', 'Where did she work before?']],
    ['Mitä se tarjoaa yrityksille ja maksaako se mitään?', ['Mitä se tarjoaa yrityksille', 'maksaako se mitään?']],
    ['What is C23 – and who is in it?', ['What is C23', 'who is in it?']],
  ])('"%s" is read part by part', (text, clauses) => expect(readClauses(text)).toEqual(clauses));

  test.each([
    'Kuka vastaa brändistä ja maineesta?',
    'Vilka är partner, till exempel Esbo och Vanda?',
    'Which universities and cities take part?',
    'In Vaasa, who leads the ecosystem?',
    'IHH?',
    '',
  ])('"%s" is one question', (text) => expect(readClauses(text)).toEqual([text.trim()]));
});
