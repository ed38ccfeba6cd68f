import { describe, expect, test } from 'vitest';
import { aboutYears, asksMoney, hasDate, hasFigure, hasMoney } from '../../src/answer/sentence-type.ts';

describe('a figure', () => {
  test.each([
    'Perustetut yritykset: 283 kpl.',
    'Andelen är 9,7 %.',
    'about 300 companies were founded in the period 05/22–05/23',
    '18 000 työnhakijaa',
    'puolet heistä on vieraskielisiä',
    'En tredjedel av dem är högutbildade.',
    'One third of them are highly educated.',
    'Ryhmä kokoontuu nyt kolmatta kertaa.',
    'twenty-four spouses',
    'femtiotre kommuner',
  ])('stands in "%s"', (words) => expect(hasFigure(words)).toBe(true));

  test.each([
    'Reformen träder i kraft 1.1.2025.',
    'Aikataulu on 2022–2025.',
    'Seuranta 05/2022–05/2023',
    'since 2021',
    'Keskus avataan maaliskuussa.',
    'No figure here.',
    '',
  ])('does not stand in "%s"', (words) => expect(hasFigure(words)).toBe(false));
});

describe('a date', () => {
  test.each([
    'Gassen tillträder den 3 april.',
    'aloittaa huhtikuun alussa',
    'voimaan 1.1.2025',
    'kokoontuvat 18.–19.4.',
    'in 2022',
    '05/2023',
    'in the spring',
    'hösten 2023',
  ])('stands in "%s"', (words) => {
    expect(hasDate(words)).toBe(true);
    expect(hasDate(words)).toBe(true);
  });

  test.each(['Gassen är statsvetare.', '283 kpl', 'No date here.', '', 'Marseille'])(
    'does not stand in "%s"',
    (words) => expect(hasDate(words)).toBe(false),
  );
});

describe('the years a sentence is about', () => {
  test.each([
    ['those it writes', 'vuonna 2020 16,88 % ja vuonna 2021 13,99 %', '2023', ['2020', '2021']],
    ['those it writes, without a date of publication', 'since 2021', null, ['2021']],
    ['the year of publication', 'Keskus avataan maaliskuussa.', '2021', ['2021']],
    ['the year before it (fi)', 'Viime vuonna vahvistimme verkostoa.', '2022', ['2021']],
    ['the year before it (sv)', 'I fjol koncentrerade vi oss på att informera.', '2022', ['2021']],
    ['the year before it (en)', 'Last year we strengthened the network.', '2022', ['2021']],
    ['none, when nothing tells', 'Gassen tillträder den 3 april.', null, []],
    ['none of a larger number', '20961 hakemusta, 120224 kävijää', null, []],
  ] as const)('%s: "%s"', (_which, sentence, published, years) => {
    expect(aboutYears(sentence, published)).toEqual(years);
  });
});

describe('money', () => {
  test.each([
    'Paljonko ohjelma maksaa?',
    'Mikä on budjetti?',
    'Vad kostar programmet?',
    'What is the budget?',
    'salary?',
  ])('is asked for in "%s"', (question) => expect(asksMoney(question)).toBe(true));

  test.each(['Kuka vastaa ohjelmasta?', 'Vem ansvarar?', 'Who is Gassen?'])('is not asked for in "%s"', (question) =>
    expect(asksMoney(question)).toBe(false),
  );

  test.each([
    ['33 000 euroa', true],
    ['5 miljoonaa', true],
    ['2 miljoner', true],
    ['€ 300', true],
    ['300 yritystä', false],
    ['euroja', false],
  ])('"%s" is an amount: %s', (words, is) => expect(hasMoney(words)).toBe(is));
});
