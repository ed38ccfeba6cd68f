import { describe, expect, test } from 'vitest';
import { lacksProperty, propertyFit, saysProperty } from '../../src/answer/asked-property.ts';

describe('a property that only words of one shape can answer', () => {
  test.each([
    ['an address', 'Mikä on keskuksen osoite?', 'Keskus sijaitsee Albertinkadulla.', 'Albertinkatu 25'],
    ['an address', 'Vad är adressen?', 'Centret ligger i Esbo.', '02770 Esbo'],
    ['an address', 'What is the address of IHH?', 'IHH is in Helsinki.', 'Read more: https://ihhelsinki.fi'],
    ['opening hours', 'Mihin aikaan keskus aukeaa?', 'Keskus aukeaa maaliskuussa.', 'Keskus aukeaa klo 9.'],
    ['opening hours', 'Vilka är öppettiderna?', 'Centret är öppet varje dag.', 'Öppet 9–16'],
    ['opening hours', 'What are the opening hours?', 'It is open daily.', 'Open at 9 daily'],
    ['an e-mail address', 'Mikä on sähköpostiosoite?', 'Kirjoita meille.', 'teemu@espoo.fi'],
    ['an e-mail address', 'Vad är e-postadressen?', 'Skriv till oss.', 'olga.silfver(at)espoo.fi'],
    ['an e-mail address', 'What is the email?', 'Write to us.', 'teemu@espoo.fi'],
    ['a telephone number', 'Mikä on puhelinnumero?', 'Soita meille vuonna 2024.', '046 877 3200'],
    ['a telephone number', 'Vad är telefonnumret?', 'Ring oss.', '+358 46 877 3200'],
    ['a telephone number', 'What is the phone number?', 'Call us.', '046 877 3200'],
    ['an address', 'Missä osoitteessa Silta on?', 'Silta toimii Lutakossa.', 'Silta toimii osoitteessa Tehtaankuja 7.'],
    ['a time', 'Hur dags börjar mötet?', 'Mötet börjar den 4 maj.', 'Mötet börjar klockan 9.'],
    ['a time', 'How late is it open?', 'It is open until 15 August.', 'It is open until 6 pm.'],
    ['a day of the week', 'What day of the week is it?', 'It is on 4 May.', 'I Kaustby på onsdagar'],
    ['an age', 'How old is she?', 'Every client under 25 gets a coach.', 'She is 44 years old.'],
    ['an age', 'Kuinka vanha Holm on?', 'Alle 25-vuotiaille on valmentaja.', 'Holm on 44-vuotias.'],
    ['a home', 'Missä Holm asuu?', 'Holm siirtyy Lahdesta.', 'Holm asuu Turussa.'],
    ['languages', 'På vilka språk får man råd?', 'Rådgivningen är öppen.', 'Advice is given in English and Arabic.'],
    ['a salary', 'Mikä on palkka?', 'Budjetti on 5000 euroa.', 'Palkka on 5000 euroa kuukaudessa.'],
    [
      'an own share',
      'Hur mycket betalar staden själv?',
      'EU ger 1 miljon euro.',
      'Resten, 1 miljon euro, betalar staden.',
    ],
    [
      'a share',
      'Mikä on työttömyysprosentti?',
      'Onnistumista ei mitata työttömyysprosentilla.',
      'Se on 8,5 prosenttia.',
    ],
    ['a surname', 'Mikä on Olenan sukunimi?', 'Olena muutti Porvooseen.', 'Olena Kovalenko muutti Porvooseen.'],
    ['a share', 'Mikä on työttömyysprosentti?', 'Työttömiä on 16 420.', 'Työttömiä on 8 prosenttia.'],
    ['a funder', 'Who funds the desk?', 'The desk has advisers.', 'The European Social Fund covers it.'],
    ['an amount', 'Paljonko ohjelma maksaa?', 'Ohjelmassa on 1108 jäsentä.', 'Ohjelma maksaa 5000 euroa.'],
    ['an amount', 'Vad kostar programmet?', 'Programmet har 1108 medlemmar.', 'Det kostar 2 miljoner.'],
    ['an amount', 'What does it cost?', 'It has 1108 members.', 'It costs € 300.'],
  ])('%s: "%s" is not answered by "%s" but by "%s"', (_what, question, lacking, answering) => {
    expect(lacksProperty(question, lacking)).toBe(true);
    expect(lacksProperty(question, answering)).toBe(false);
  });

  test.each(['Kuka vastaa puoliso-ohjelmasta?', 'Vem är Gassen?', 'When does the reform start?', 'IHH?', ''])(
    'is not asked for by "%s"',
    (question) => {
      expect(lacksProperty(question, '')).toBe(false);
    },
  );

  test('is not needed to say whether there is money at all', () => {
    expect(lacksProperty('Onko kokeilulle rahoitus?', 'Rahoitusta haetaan.')).toBe(false);
  });
});

describe('how well a sentence suits a property', () => {
  test.each([
    ['Kenelle palvelu on?', 'Palvelu on tarkoitettu 18–64-vuotiaille.', 'Palvelulla on 350 asiakasta.'],
    ['Mihin asti voi hakea?', 'Applications are open until 15 August.', 'The round begins in September.'],
    ['Missä tapahtuma on?', 'Paikka: Merikeskus Vellamo', 'Hinta: maksuton'],
  ])('"%s" is suited better by "%s" than by "%s"', (question, better, worse) => {
    expect(propertyFit(question, better)).toBeGreaterThan(propertyFit(question, worse));
  });

  test('is one where no property is asked for', () => {
    expect(propertyFit('Kuka vastaa ohjelmasta?', 'Ohjelmasta vastaa Holm.')).toBe(1);
  });
});

test('names of languages say what "languages" asks for', () => {
  const question = 'På vilka språk får man råd?';
  expect(saysProperty('språk', question, 'Advice is given in English and Arabic.')).toBe(true);
  expect(saysProperty('språk', question, 'No appointment is needed.')).toBe(false);
});

test.each(['Mikä yksikkö hoitaa palkkatuet?', 'Ketkä palkkaavat harjoittelijat?', 'Vem sköter lönesubventionerna?'])(
  '"%s" asks for no amount of money',
  (question) => {
    expect(lacksProperty(question, 'Työnantajapalvelut auttavat yrityksiä.')).toBe(false);
  },
);
