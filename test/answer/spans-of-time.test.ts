import { expect, test } from 'vitest';
import { saysSpanOfTime } from '../../src/answer/spans-of-time.ts';

test.each([
  'Siihen kuluu 47 päivää.',
  'Virka täytetään viiden vuoden määräajaksi.',
  'Arviointi alkaa kuukauden kuluessa.',
  'Kausi on 1.9.2024–31.8.2029.',
  'Projektet pågår 2024–2027.',
  'Hon är vikarie fram till den 31 mars.',
  'Svar ges inom en vecka.',
  'The pilot lasts two years.',
])('"%s" says how long', (sentence) => {
  expect(saysSpanOfTime(sentence)).toBe(true);
});

test.each(['Virkaa haki 41 henkilöä.', 'Tilaisuus on 3.10.2024.', 'Målet är 180 deltagare.', 'It opened in May 2025.'])(
  '"%s" does not',
  (sentence) => {
    expect(saysSpanOfTime(sentence)).toBe(false);
  },
);
