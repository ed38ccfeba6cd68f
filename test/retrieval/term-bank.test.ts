import { describe, expect, test } from 'vitest';
import type { Language } from '../../src/domain/language.ts';
import type { Term } from '../../src/domain/term.ts';
import { analyse } from '../../src/retrieval/analysis.ts';
import { createTermBank } from '../../src/retrieval/term-bank.ts';

function term(id: string, fi: string[], sv: string[], en: string[], forms?: Term['forms']): Term {
  return { id, area: 'test', fi, sv, en, ...(forms ? { forms } : {}) };
}

const bank = createTermBank([
  term('spouse-programme', ['puoliso-ohjelma'], ['makaprogram', 'medföljandeprogram'], ['spouse programme'], {
    sv: ['makaprogrammet'],
  }),
  term('spouse', ['puoliso'], ['maka', 'make'], ['spouse'], { sv: ['makan'] }),
  term('programme', ['ohjelma'], ['program'], ['programme', 'program'], { sv: ['programmet'] }),
  term('employment', ['työllisyys'], ['sysselsättning'], ['employment']),
  term('employment-services', ['työllisyyspalvelut'], ['sysselsättningstjänster'], ['employment services']),
  term('service', ['palvelu'], ['tjänst', 'service'], ['service']),
  term('evening', ['ilta'], ['kväll'], ['evening']),
  term('course', ['kurssi'], ['kurs'], ['course'], { sv: ['kurserna'] }),
  term('city', ['kaupunki'], ['stad'], ['city'], { fi: ['kaupungit', 'kaupungin'], sv: ['städer'] }),
  term('chair', ['puheenjohtaja'], ['ordförande'], ['chair']),
  term('seat', ['tuoli'], ['stol'], ['chair']),
  term('soft-landing', ['soft landing'], ['soft landing'], ['soft landing']),
  term('time', ['milloin'], ['när'], ['when']),
  term('project', ['hanke'], ['projekt'], ['project']),
  term('hanken', ['Hanken'], ['Hanken'], ['Hanken']),
  term('city-executive-office', ['kaupunginkanslia'], ['stadskansliet'], ['city executive office']),
]);

function found(text: string, language: Language): string[] {
  return bank.match(analyse(text, language), language).map(({ term: { id } }) => id);
}

describe('concepts of the term bank in a text', () => {
  test.each([
    ['fi', 'Mitä työllisyys tarkoittaa?', ['employment']],
    ['sv', 'Vad är sysselsättning?', ['employment']],
    ['en', 'What is employment?', ['employment']],
    ['fi', 'Työllisyydestä?', []],
    ['fi', 'Kuka vastaa?', []],
    ['en', '', []],
    ['en', '!?', []],
  ] as const)('%s: "%s": %j', (language, text, ids) => expect(found(text, language)).toEqual(ids));

  test.each([
    ['fi', 'puolison', ['spouse']],
    ['fi', 'hanketta', ['project']],
    ['fi', 'Hanken', ['project', 'hanken']],
    ['fi', 'ohjelmassa', ['programme']],
    ['sv', 'tjänsterna', ['service']],
    ['en', 'spouses', ['spouse']],
    ['en', 'Cities', ['city']],
    ['sv', 'MAKAR', ['spouse']],
  ] as const)('%s: "%s" is found as stems agree', (language, text, ids) => {
    expect(found(text, language)).toEqual(ids);
  });

  test.each([
    ['fi', 'kaupungin', 'city'],
    ['fi', 'kaupungit', 'city'],
    ['sv', 'städer', 'city'],
    ['sv', 'städerna', 'city'],
    ['sv', 'programmet', 'programme'],
    ['sv', 'MAKAN', 'spouse'],
  ] as const)('%s: "%s", whose stem changes, is found by its forms', (language, text, id) => {
    expect(found(text, language)).toEqual([id]);
  });

  test.each([
    ['en', 'employment services', ['employment-services']],
    ['en', 'the employment services of the city', ['employment-services', 'city']],
    ['en', 'employment and services', ['employment', 'service']],
    ['en', 'city executive office', ['city-executive-office']],
    ['en', 'soft landing service', ['soft-landing', 'service']],
  ] as const)('%s: of "%s" the longest phrase counts, and nothing within it', (language, text, ids) => {
    expect(found(text, language).toSorted()).toEqual([...ids].toSorted());
  });

  test.each([
    ['fi', 'puoliso-ohjelma'],
    ['fi', 'puolisoohjelma'],
    ['fi', 'puoliso-ohjelmasta'],
    ['fi', 'puoliso ohjelma'],
    ['fi', 'puoliso ohjelmasta'],
    ['sv', 'makaprogrammet'],
    ['sv', 'maka-programmet'],
    ['en', 'spouse programme'],
    ['en', 'spouse-programme'],
  ] as const)('%s: "%s", joined, split or hyphenated, is one concept', (language, text) => {
    expect(found(text, language)).toContain('spouse-programme');
  });

  test.each([
    ['fi', 'iltakurssi', 'evening+course', 'kvällkurs', 'evening course'],
    ['fi', 'iltakurssille', 'evening+course', 'kvällkurs', 'evening course'],
    ['sv', 'kvällskurs', 'evening+course', 'kvällkurs', 'evening course'],
    ['sv', 'kvällskurserna', 'evening+course', 'kvällkurs', 'evening course'],
  ] as const)(
    '%s: "%s" is a compound of two concepts, and so known in every language',
    (language, text, id, sv, en) => {
      const [match] = bank.match(analyse(text, language), language);
      expect(match?.term.id).toBe(id);
      expect(match?.term.fi).toContain('iltakurssi');
      expect(match?.term.sv).toContain(sv);
      expect(match?.term.en).toEqual([en]);
    },
  );

  test.each([
    ['en', 'eveningcourse'],
    ['fi', 'iltapuuro'],
    ['fi', 'aamukurssi'],
    ['sv', 'kvällste'],
  ] as const)('%s: "%s" is no compound of two known concepts', (language, text) => {
    expect(found(text, language)).toEqual([]);
  });

  test.each([
    ['fi', 'milloin'],
    ['sv', 'när'],
    ['en', 'when'],
  ] as const)('%s: a closed-class word, "%s", is no concept', (language, text) => {
    expect(found(text, language)).toEqual([]);
  });

  test('of one wording for two concepts both are found, at one place', () => {
    const matches = bank.match(analyse('the chair', 'en'), 'en');
    expect(matches.map(({ term: { id } }) => id).toSorted()).toEqual(['chair', 'seat']);
    expect(new Set(matches.map(({ from, to }) => `${from}-${to}`)).size).toBe(1);
  });

  test.each([
    ['fi', 'Mikä on spouse programme?', 'spouse-programme'],
    ['sv', 'Vad gör kaupunginkanslia?', 'city-executive-office'],
    ['en', 'What does the kaupunginkanslia do?', 'city-executive-office'],
  ] as const)('%s: "%s" has a word of another language', (language, text, id) => {
    expect(found(text, language)).toContain(id);
  });

  test('a short word of another language is not looked for', () => {
    expect(found('stad', 'fi')).toEqual([]);
  });

  test('positions are those of the words, without overlaps', () => {
    const matches = bank.match(analyse('Who leads the employment services of the city?', 'en'), 'en');
    expect(matches.map(({ term: { id }, from, to }) => `${id} ${from}-${to}`).toSorted()).toEqual([
      'city 7-8',
      'employment-services 3-5',
    ]);
  });

  test('an empty bank finds nothing', () => {
    expect(createTermBank([]).match(analyse('Who leads the employment services?', 'en'), 'en')).toEqual([]);
  });
});
