import { expect, test } from 'vitest';
import { createSpelling } from '../../src/answer/spelling.ts';

const words = { fi: ['aikataulu', 'harjoittelu'], sv: ['tidtabell', 'praktikplats'], en: ['timetable', 'traineeship'] };
const known = new Set(['sysselsättning', 'tidtabeller']);
const correct = createSpelling(
  (language) => words[language],
  ({ word, stop }) => stop || known.has(word),
);

test.each([
  ['sv', 'Vad är tidtabelen för åtgärden?', 'Vad är tidtabell för åtgärden?'],
  ['sv', 'tidtablel', 'tidtabell'],
  ['fi', 'mikä on aikatalu', 'mikä on aikataulu'],
  ['en', 'how many traineship places', 'how many traineeship places'],
] as const)('%s: a word one letter from a known one is put right in "%s"', (language, typed, right) => {
  expect(correct(typed, language)).toBe(right);
});

test.each([
  ['sv', 'Vad är tidtabeller?', 'a word that is known'],
  ['sv', 'Var finns Tidtabelen?', 'a name inside a sentence'],
  ['fi', 'taulu', 'a short word'],
  ['en', 'timekeeping', 'a word that is more than a letter away'],
  ['en', 'timetabel2024', 'a word with figures'],
] as const)('%s: "%s" stays as it is: %s', (language, typed, _kind) => {
  expect(correct(typed, language)).toBe(typed);
});

test('what stands around the word is kept, letter by letter', () => {
  expect(correct('  “tidtablel” – ok?  ', 'sv')).toBe('  “tidtabell” – ok?  ');
});
