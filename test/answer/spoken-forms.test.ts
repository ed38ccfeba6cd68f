import { expect, test } from 'vitest';
import { writeOut } from '../../src/answer/spoken-forms.ts';

test.each([
  ['fi', 'Onks TE-uudistus jo voimassa?', 'Onko TE-uudistus jo voimassa?'],
  ['fi', 'maksaaks se jotain', 'maksaako se jotain'],
  ['fi', 'Eiks tätä tehä?', 'Eikö tätä tehä?'],
  ['fi', 'miks valo puuttuu', 'miksi valo puuttuu'],
  ['fi', 'kuka vastaa indeksistä', 'kuka vastaa indeksistä'],
  ['sv', 'va e de för uppföljning', 'vad är det för uppföljning'],
  ['sv', 'Vem e nån av partnerna?', 'Vem är någon av partnerna?'],
  ['sv', 'Ge mig e-postadressen', 'Ge mig e-postadressen'],
  ['sv', 'Vilka är de fem högskolorna?', 'Vilka är de fem högskolorna?'],
  ['en', 'whos in charge, pls', 'who is in charge, please'],
  ['en', 'Who runs the U-turn pilot?', 'Who runs the U-turn pilot?'],
] as const)('%s: "%s" is written out', (language, said, written) => {
  expect(writeOut(said, language)).toBe(written);
});

test('a question that begins with a short form keeps its capital', () => {
  expect(writeOut('Whos responsible?', 'en')).toBe('Who is responsible?');
});
