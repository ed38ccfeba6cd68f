import { describe, expect, test } from 'vitest';
import { verifyFor } from './written.ts';

describe('a claim that the evidence does not make is dropped', () => {
  test.each([
    [
      'fi',
      'Kuka vastaa puoliso-ohjelmasta?',
      'Puoliso-ohjelma on ollut suuri menestys.',
      'puoliso-ohjelma',
      'unsupported',
    ],
    ['fi', 'Kuka vastaa puoliso-ohjelmasta?', 'Puoliso-ohjelma lakkautetaan.', 'puoliso-ohjelma', 'unsupported'],
    ['fi', 'Mikä on tavoite 1?', 'Tavoite 1 on nyt punainen.', 'Tavoite 1', 'light'],
    ['sv', 'Vem är Annukka Sorjonen?', 'Annukka Sorjonen är sjukskriven.', 'Annukka Sorjonen', 'unsupported'],
    ['en', 'Who is Glenn Gassen?', 'Glenn Gassen has resigned.', 'Glenn Gassen', 'unsupported'],
    [
      'en',
      'What is the target of goal 5?',
      'The current rate is about 13 per cent.',
      'laskenut viisi prosenttiyksikköä',
      'role',
    ],
    [
      'fi',
      'Milloin TE-palvelut siirtyvät kunnille?',
      'Palvelut siirtyvät kunnille vuoden 2024 aikana.',
      'vuoden 2024 aikana',
      'role',
    ],
    [
      'en',
      'When do the TE services move to the municipalities?',
      'The state took over the services after 2025.',
      '45 new',
      'direction',
    ],
    ['sv', 'När börjar Glenn Gassen?', 'Glenn Gasser börjar den 3 april.', 'den 3 april', 'name'],
    ['fi', 'Kuka on Annukka Sorjonen?', 'Annukka Sorjola on työllisyysjohtaja.', 'työllisyysjohtaja', 'name'],
    ['en', 'Who is Glenn Gassen?', 'Glenn Gassen is Director of Employment.', 'invandringschef', 'role'],
    [
      'en',
      'Who is Glenn Gassen?',
      'Glenn Gassen is the former Director of Immigration Affairs.',
      'invandringschef',
      'role',
    ],
    [
      'en',
      'What is the target of goal 5?',
      'The unemployment rate is about 13 per cent.',
      'laskenut viisi prosenttiyksikköä',
      'role',
    ],
    ['en', 'What is the target of goal 5?', 'The unemployment rate is 13.99% today.', '13.99% in 2021', 'date'],
    ['en', 'What is the target of goal 5?', 'The employment rate was 13.99% in 2021.', '13.99% in 2021', 'direction'],
    [
      'en',
      'When did the municipal trial in Helsinki start?',
      'The municipal trial in Helsinki ended on 1 March 2021.',
      'from 1 March 2021',
      'date',
    ],
    [
      'sv',
      'Hur många besök hade International House Helsinki?',
      'IHH har mer än 4 000 kundbesök varje år.',
      'yli 4000 asiakaskäyntiä',
      'number',
    ],
    [
      'en',
      'How many goals and measures are there in the programme?',
      'The programme has 31 goals.',
      '9 goals, 31 measures',
      'swapped',
    ],
    [
      'fi',
      'Milloin TE-palvelut siirtyvät kunnille?',
      'Järjestämisvastuu siirtyy kunnilta valtiolle.',
      'järjestämisvastuu siirtyy valtiolta kunnille',
      'swapped',
    ],
    [
      'sv',
      'Gick Vasa med i kommunförsöket?',
      'Vasa beslöt att inte skapa ett ekosystem för sysselsättningen.',
      'beslöt göra ett ekosystem för sysselsättningen',
      'negation',
    ],
  ] as const)('%s: %s %s', async (language, question, text, from, reason) => {
    const verdict = await verifyFor({ language, question, text, from: [from] });
    expect(verdict.ok).toBe(false);
    expect(verdict).toMatchObject({ reason });
  });
});

describe('names and forms in other words are the same', () => {
  test.each([
    ['fi', 'Kuka on Glenn Gassen?', 'Gassenista tulee Helsingin kaupungin maahanmuuttojohtaja.', 'invandringschef'],
    [
      'sv',
      'Vem ansvarar för makaprogrammet?',
      'Näringslivsavdelningen samarbetar med Skatteförvaltningen och FPA.',
      'Verohallinnon, Kelan',
    ],
    [
      'en',
      'Who is responsible for the spouse programme?',
      'The Finnish Tax Administration and Kela are among the partners.',
      'Verohallinnon, Kelan',
    ],
  ] as const)('%s: %s', async (language, question, text, from) => {
    expect(await verifyFor({ language, question, text, from: [from] })).toMatchObject({ ok: true });
  });
});

test('a state may be told with the month that it is of, and of no other', async () => {
  const question = 'Montako asiakaskäyntiä International House Helsingissä on?';
  const told = (month: string) =>
    verifyFor({
      language: 'fi',
      question,
      text: `${month} International House Helsingissä oli yli 4 000 asiakaskäyntiä kuukaudessa.`,
      from: ['yli 4000 asiakaskäyntiä'],
    });
  expect(await told('Toukokuussa 2023')).toMatchObject({ ok: true });
  expect(await told('Toukokuussa 2024')).toMatchObject({ ok: false, reason: 'date' });
  expect(await told('Syyskuussa 2023')).toMatchObject({ ok: false, reason: 'date' });
});
