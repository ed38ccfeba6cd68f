import { describe, expect, test } from 'vitest';
import { lacksProperty } from '../../src/answer/asked-property.ts';

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
