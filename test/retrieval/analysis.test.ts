import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Language } from '../../src/domain/language.ts';
import { analyse, foldWord, maxTextLength, maxWordLength, wordGrams } from '../../src/retrieval/analysis.ts';

const words = (text: string, language: Language = 'fi'): string[] => analyse(text, language).map(({ word }) => word);
const stems = (text: string, language: Language): string[] => analyse(text, language).map(({ stem }) => stem);

describe('words', () => {
  it.each<[string, Language, string[]]>([
    ['Åbo, ÄITI och ÖRN', 'sv', ['åbo', 'äiti', 'och', 'örn']],
    ['Café Šumava Müller Besançon', 'en', ['cafe', 'sumava', 'muller', 'besancon']],
    ['Straße, Ærø, Łódź', 'en', ['strasse', 'ärö', 'lodz']],
    ['a\u030aland ja a\u0308iti', 'fi', ['åland', 'ja', 'äiti']],
    ['TE-palvelut', 'fi', ['te', 'palvelut', 'tepalvelut']],
    ['kv-osaaja', 'fi', ['kv', 'osaaja', 'kvosaaja']],
    ['elinkeino- ja viestintäosastot', 'fi', ['elinkeino', 'ja', 'viestintäosastot']],
    ['IHH:ssa ja EU:n', 'fi', ['ihh', 'ja', 'eu']],
    ['EU:s regler', 'sv', ['eu', 'regler']],
    ["Vaasa's and Helsinki’s don't", 'en', ['vaasa', 'and', 'helsinki', 'dont']],
    ['raa’an', 'fi', ['raaan']],
    ['C23 ja TE2024', 'fi', ['c23', 'ja', 'te2024']],
    ['🙂 – …', 'en', []],
    ['', 'en', []],
  ])('%j in %s', (text, language, expected) => {
    expect(words(text, language)).toEqual(expected);
  });

  it('have positions that count words, and a joined compound has that of its first part', () => {
    expect(
      analyse('uusi puoliso-ohjelma alkoi', 'fi').map(({ word, position, kind }) => [word, position, kind]),
    ).toEqual([
      ['uusi', 0, 'word'],
      ['puoliso', 1, 'word'],
      ['ohjelma', 2, 'word'],
      ['puolisoohjelma', 1, 'derived'],
      ['alkoi', 3, 'word'],
    ]);
  });

  it('have offsets at which they stand in the text', () => {
    const text = 'Kuka johtaa TE-palveluita Vaasassa?';
    expect(analyse(text, 'fi').map(({ start, end }) => text.slice(start, end))).toEqual([
      'Kuka',
      'johtaa',
      'TE',
      'palveluita',
      'TE-palveluita',
      'Vaasassa',
    ]);
  });
});

describe('numbers and dates', () => {
  it.each<[string, Language, string[]]>([
    ['1.1.2025', 'fi', ['1.1.2025', '2025']],
    ['01.01.2025', 'fi', ['1.1.2025', '2025']],
    ['1. 1. 2025', 'fi', ['1.1.2025', '2025']],
    ['2025-01-01', 'en', ['1.1.2025', '2025']],
    ['1.3.2021–31.12.2024', 'fi', ['1.3.2021', '2021', '31.12.2024', '2024']],
    ['05/2023', 'fi', ['5/2023', '2023']],
    ['05/22–05/23', 'sv', ['5/2022', '2022', '5/2023', '2023']],
    ['2022–2025', 'sv', ['2022', '2025']],
    ['2022-2025', 'sv', ['2022', '2025']],
    ['16,88 %', 'fi', ['16.88']],
    ['16.88%', 'en', ['16.88']],
    ['33 000', 'fi', ['33000']],
    ['33\u00a0000 ja 1\u202f234\u202f567,5', 'fi', ['33000', 'ja', '1234567.5']],
    ['33,000', 'en', ['33000']],
    ['33.000', 'sv', ['33000']],
    ['4.3', 'fi', ['4.3']],
    ['vuonna 2021 300 yritystä', 'fi', ['vuonna', '2021', '300', 'yritystä']],
    ['18-vuotias', 'fi', ['18', 'vuotias']],
    ['4000:n', 'fi', ['4000']],
    ['24/7', 'en', ['24', '7']],
  ])('%j in %s', (text, language, expected) => {
    expect(words(text, language)).toEqual(expected);
  });
});

describe('stems', () => {
  it.each<[Language, string, string]>([
    ['fi', 'työllisyysjohtaja', 'työllisyysjohtajan'],
    ['fi', 'kaupunki kaupungit', 'kaupunki kaupungit'],
    ['sv', 'kommunen', 'kommunerna'],
    ['sv', 'sysselsättning', 'sysselsättningen'],
    ['en', 'employment services', 'employments service'],
    ['fi', 'IHH', 'IHH:ssa'],
    ['fi', 'TE-palvelut', 'te-palvelujen'],
  ])('in %s are the same for %j and %j', (language, one, other) => {
    expect(stems(one, language)).toEqual(stems(other, language));
  });

  it.each<[string, string]>([
    ['puoliso-ohjelma', 'puolisoohjelma'],
    ['puoliso-ohjelma', 'puoliso ohjelma'],
    ['TE palvelut', 'TE-palvelut'],
  ])('are shared by %j and %j', (one, other) => {
    expect(stems(one, 'fi').filter((stem) => stems(other, 'fi').includes(stem))).not.toEqual([]);
  });
});

describe('stop words', () => {
  it.each<[Language, string, string[]]>([
    ['fi', 'Kuka on vastuussa ja milloin?', ['kuka', 'on', 'ja', 'milloin']],
    ['sv', 'Vem ansvarar för programmet?', ['vem', 'för']],
    ['en', 'Who is responsible for the programme?', ['who', 'is', 'for', 'the']],
    ['en', "don't", ['dont']],
  ])('in %s of %j', (language, text, expected) => {
    expect(
      analyse(text, language)
        .filter(({ stop }) => stop)
        .map(({ word }) => word),
    ).toEqual(expected);
  });
});

describe('character grams', () => {
  it.each<[string, string[]]>([
    ['sana', [' san', 'sana', 'ana ']],
    ['te', [' te ']],
    ['e', [' e ']],
  ])('of %j stand between two spaces', (word, expected) => {
    expect(wordGrams(word)).toEqual(expected);
  });
});

describe('hostile text', () => {
  it.each<[string, string]>([
    ['one letter', 'a'.repeat(100_000)],
    ['hyphens', 'a-'.repeat(50_000)],
    ['groups of digits', '111 '.repeat(25_000)],
    ['dots and digits', `${'1.'.repeat(50_000)}a`],
    ['combining marks', 'a\u0308\u0301\u0302'.repeat(25_000)],
    ['apostrophes', "a'".repeat(50_000)],
    ['short words', 'ab '.repeat(33_000)],
  ])('of 100 kB of %s gives bounded tokens', (_, text) => {
    const tokens = analyse(text, 'fi');
    expect(tokens.length).toBeLessThanOrEqual(maxTextLength / 2 + 1);
    expect(Math.max(...tokens.map(({ word }) => word.length))).toBeLessThanOrEqual(maxWordLength);
  });

  it('counts only up to the cap', () => {
    expect(words(`${' '.repeat(maxTextLength)}loppu`)).toEqual([]);
  });

  it('of any code units gives folded words within the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.constantFrom('fi', 'sv', 'en'), (text, language) => {
        const length = text.normalize('NFC').length;
        for (const { word, stem, start, end } of analyse(text, language)) {
          expect(foldWord(word)).toBe(word);
          expect(stem.length).toBeGreaterThan(0);
          expect(0 <= start && start < end && end <= length).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});
