import { expect, test } from 'vitest';
import { answerOf, ask } from './support.ts';

test.each([
  ['fi', 'Kumpi aloittaa ensin, maahanmuuttojohtaja vai työllisyysjohtaja?', '1. maaliskuuta', '3. huhtikuuta'],
  ['sv', 'Vem tillträder först, invandringschefen eller sysselsättningschefen?', '1 mars', '3 april'],
  ['en', 'Who starts earlier, the immigration director or the employment director?', '1 March', '3 April'],
] as const)('%s: "%s" is answered with both starts, the earlier first', async (language, question, first, second) => {
  const answer = await ask(question);
  expect(answer).toMatchObject({ outcome: 'answered', language });
  expect(answerOf(answer)).toMatch(new RegExp(`Sorjonen.*${first}.*Gassen.*${second}`, 'u'));
});

test.each([
  ['Työskentelevätkö Virve Flinkkilä ja Teemu Haapalehto samassa kaupungissa?', 'Vaasan', 'Espoon'],
  ['Jobbar Virve Flinkkilä och Teemu Haapalehto i samma stad?', 'Vasa', 'Esbo'],
  ['Do Virve Flinkkilä and Teemu Haapalehto work for the same city?', 'Vaasa', 'Espoo'],
])('"%s" is answered with the posts of both', async (question, ...cities) => {
  const answer = await ask(question);
  expect(answer.outcome).toBe('answered');
  for (const city of cities) expect(answerOf(answer)).toContain(city);
  expect(answer.citations.map(({ source }) => source)).toEqual(
    expect.arrayContaining(['vaasa-c23-2024', 'espoo-competence-centre-2021']),
  );
});

test('two posts that are asked for together have their holders side by side', async () => {
  expect(answerOf(await ask('Ketkä ovat Helsingin maahanmuuttojohtaja ja työllisyysjohtaja?'))).toMatch(
    /Glenn Gassen.*Annukka Sorjonen/u,
  );
});
