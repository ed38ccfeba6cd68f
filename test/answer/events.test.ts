import { describe, expect, test } from 'vitest';
import { ask, wordsOf } from './support.ts';

describe('a year that was believed', () => {
  test.each([
    ['fi', 'Pitääkö vielä paikkansa, että TE-palvelut siirtyvät kunnille 2024?'],
    ['sv', 'Stämmer det fortfarande att TE-tjänsterna flyttas till kommunerna 2024?'],
    ['en', 'Is it still true that the TE services move to the municipalities in 2024?'],
  ])('%s: "%s" is answered with the date that holds', async (language, question) => {
    const answer = await ask(question);
    expect(answer).toMatchObject({ outcome: 'answered', language });
    expect(wordsOf(answer)).toMatch(/2025/);
  });
});

describe('the next time of what is past', () => {
  test.each([
    ['fi', 'Milloin C23-kaupunkien työllisyysjohtajat tapaavat seuraavan kerran?'],
    ['sv', 'När träffas C23-städernas sysselsättningsdirektörer nästa gång?'],
    ['en', 'When is the next meeting of the C23 employment directors?'],
  ])('%s: "%s" is not stated', async (language, question) => {
    expect(await ask(question)).toMatchObject({ outcome: 'not_stated', language, citations: [] });
  });
});

describe('the timetable and owner of a goal', () => {
  test('are read from its measures', async () => {
    expect(wordsOf(await ask('Goal 7 timetable and owner?'))).toMatch(/responsible/i);
  });
});
