import { describe, expect, test } from 'vitest';
import { type Intent, intents, isAskingWord, isYesNo, mentionsIntent, readIntents } from '../../src/answer/intents.ts';

describe('what a question asks for', () => {
  const cases: readonly (readonly [Intent, ...string[]])[] = [
    [
      'who',
      'Kuka vastaa puoliso-ohjelmasta?',
      'Vem ansvarar för makaprogrammet?',
      'Who is in charge?',
      'Who’s in charge?',
    ],
    ['responsible', 'Kenen vastuulla se on? vastuussa', 'Vem ansvarar för det?', 'Who is responsible for it?'],
    ['partner', 'Ketkä ovat kumppanit?', 'Vilka är samarbetspartner?', 'Who are the partners?'],
    ['when', 'Milloin uudistus tulee voimaan?', 'När träder reformen i kraft?', 'When does the reform take effect?'],
    ['timetable', 'Mikä on aikataulu?', 'Vilken är tidtabellen?', 'What is the timetable?'],
    ['count', 'Montako toimenpidettä on?', 'Hur många åtgärder finns det?', 'How many measures are there?'],
    ['duration', 'Kauanko kokeilu kestää?', 'Hur länge pågår försöket?', 'How long does the trial last?'],
    ['target', 'Mikä on tavoite vuoteen 2025?', 'Vad är målet till 2025?', 'What is the target by 2025?'],
    ['state', 'Missä vaiheessa se on?', 'Hur går det?', 'How is it going?'],
    ['list', 'Luettele kaupungit', 'Räkna upp städerna', 'List the cities'],
    ['define', 'Mitä tarkoittaa IHH?', 'Vad betyder IHH?', 'What does IHH stand for?'],
    ['compare', 'Vertaa Vaasaa ja Helsinkiä', 'Jämför Vasa och Helsingfors', 'Compare Vaasa and Helsinki'],
    ['contact', 'Mikä on puhelinnumero?', 'Vad är telefonnumret?', 'What is the phone number?'],
    ['light', 'Minkä värinen se on?', 'Vilken färg har det?', 'What colour is it?'],
    ['education', 'Millainen koulutus hänellä on?', 'Vad har hon för utbildning?', 'What is her education?'],
    ['previous', 'Missä hän työskenteli aiemmin?', 'Var har hon jobbat tidigare?', 'Where did she work before?'],
    ['start', 'Milloin hän aloittaa?', 'När börjar hon?', 'When does she start?'],
    ['said', 'Mitä hän sanoo?', 'Vad säger hon?', 'What does she say?'],
    ['duty', 'Mitkä ovat hänen tehtävät?', 'Vad är hennes uppgift?', 'What is her role?'],
    ['post', 'Mikä on nimike?', 'Vad är hennes titel?', 'What is her title?'],
    ['where', 'Missä tapaaminen on?', 'Var är mötet?', 'Where is the meeting?'],
    ['why', 'Miksi?', 'Varför?', 'Why?'],
    ['changed', 'Mikä on muuttunut?', 'Vad har ändrats?', 'What has changed?'],
    ['yesNo', 'Osallistuiko Vaasa kokeiluun?', 'Deltog Vasa i försöket?', 'Did Vaasa take part?'],
  ];

  test('has a case for every kind', () => {
    expect(cases.map(([intent]) => intent).toSorted()).toEqual([...intents].toSorted());
  });

  test.each(cases.flatMap(([intent, ...questions]) => questions.map((question) => [intent, question] as const)))(
    '%s: "%s"',
    (intent, question) => {
      expect([...readIntents(question)]).toContain(intent);
      expect([...readIntents(question.toUpperCase())]).toContain(intent);
      expect([...readIntents(question.normalize('NFD'))]).toContain(intent);
    },
  );

  test.each(['Gassen?', 'IHH', 'puoliso-ohjelma', 'Vasa', '', '   ', '😀'])(
    '"%s" asks for nothing in particular',
    (text) => {
      expect([...readIntents(text)]).toEqual([]);
    },
  );

  test.each(['vastaanotto', 'Whoever', 'Warum', 'närvaro', 'whentime'])(
    'a longer word than that of an intent is no such word: "%s"',
    (word) => {
      expect([...readIntents(word)]).toEqual([]);
    },
  );

  test.each([
    ['Kuka vastaa ja milloin?', ['responsible', 'when', 'who']],
    ['Vem ansvarar och vilken är tidtabellen?', ['responsible', 'timetable', 'who']],
    ['Who is responsible for it and how is it going?', ['responsible', 'state', 'who']],
    ['Mikä on tavoite ja mikä nykytilanne on?', ['define', 'state', 'target']],
  ])('several parts are all read: "%s"', (question, expected) => {
    expect([...readIntents(question)].toSorted()).toEqual(expected);
  });

  test.each([
    'According to your sources, who leads it?',
    'Vem leder det enligt dokumenten?',
    'Kuka johtaa lähteiden mukaan?',
  ])('the documents themselves are nobody who says something: "%s"', (question) => {
    expect([...readIntents(question)]).not.toContain('said');
    expect([...readIntents(question)]).toContain('who');
  });
});

describe('a question that yes or no answers', () => {
  test.each([
    'Onko tavoite vihreä?',
    'Är mål 3 grönt?',
    'Has the reform started?',
    'Lähtikö Vaasa mukaan?',
    'Finns det?',
  ])('is "%s"', (question) => expect(isYesNo(question)).toBe(true));

  test.each(['Kuka vastaa?', 'Vem är Gassen?', 'When is it?', 'Montako kaupunkia?', 'Milloin se alkaa?'])(
    'is not "%s"',
    (question) => {
      expect(isYesNo(question)).toBe(false);
    },
  );
});

describe('a word of asking', () => {
  test.each([
    ['fi', 'kuka', 'milloin', 'vastaa', 'vuonna', 'organisaatio', 'montako'],
    ['sv', 'vem', 'tidtabell', 'ansvarar', 'år', 'organisationer', 'hur många'],
    ['en', 'who', 'deadline', 'responsible', 'takes', 'year', 'what is'],
  ])('%s: is each of these', (_language, ...words) => {
    expect(words.filter((word) => !isAskingWord(word))).toEqual([]);
  });

  test.each([
    ['topics', 'puoliso-ohjelma', 'maahanmuutto', 'gassen', 'spouse'],
    ['fi', 'koulutus', 'puhelin', 'liikennevalo', 'vihreä', 'työttömyysaste'],
    ['sv', 'utbildning', 'färg', 'arbetslöshet', 'telefon', 'trafikljus'],
    ['en', 'education', 'phone', 'colour', 'green', 'rank', 'career'],
    ['nothing', '', ' '],
  ])('%s: is none of these, of which evidence has to speak', (_what, ...words) => {
    expect(words.filter(isAskingWord)).toEqual([]);
  });
});

describe('a sentence that speaks of what is asked', () => {
  test.each([
    ['partner', 'Keskukset toimivat yhteistyössä yritysten kanssa.'],
    ['education', 'Gassen är statsvetare till sin utbildning.'],
    ['previous', 'She joins from Enter Espoo.'],
    ['target', 'Tavoitteena on 500 yritystä.'],
  ] as const)('of %s: "%s"', (intent, sentence) => expect(mentionsIntent(intent, sentence)).toBe(true));

  test.each([
    ['partner', 'Gassen är statsvetare.'],
    ['contact', 'Keskus avataan maaliskuussa.'],
  ] as const)('not of %s: "%s"', (intent, sentence) => expect(mentionsIntent(intent, sentence)).toBe(false));
});

describe('words that ask something else than they seem to', () => {
  test.each([
    ['said', 'Vem har hand om dem som funderar på att flytta?'],
    ['said', 'By when is it hoped that the line exists?'],
    ['said', 'Who looks after those who think of moving?'],
    ['when', 'Hur ligger Helsingfors till när det gäller kompetens?'],
  ] as const)('no %s: "%s"', (intent, question) => {
    expect([...readIntents(question)]).not.toContain(intent);
  });

  test.each([
    ['said', 'Vem var det som sa att tjänsterna är till nytta?'],
    ['when', 'När börjar det, när det gäller Vasa?'],
    ['yesNo', 'Sorjonen talar om 2024, men blev det så?'],
    ['yesNo', 'Jutussa puhutaan vuodesta 2024. Onko se oikea?'],
    ['responsible', 'Who makes sure that there are places?'],
    ['responsible', 'Kuka veti ekosysteemiä ennen kaupunkia?'],
    ['previous', 'Vilket jobb lämnade Gassen?'],
  ] as const)('%s: "%s"', (intent, question) => {
    expect([...readIntents(question)]).toContain(intent);
  });
});

test.each([
  ['Montako yritystä ohjelma ottaa nyt mukaan?', false],
  ['Kuka pääsee kokeiluun mukaan?', false],
  ['Montako yritystä tarvitaan Holmin mukaan?', true],
  ['Mitä Holm sanoo siitä, että yritys otetaan mukaan?', true],
])('"%s" asks for somebody’s words: %s', (question, said) => {
  expect(readIntents(question).has('said')).toBe(said);
});

test('unemployment benefit is no figure, and "kostar …?" asks for a yes or no', () => {
  expect(readIntents('Var ansöker man om arbetslöshetsförmån?').has('count')).toBe(false);
  expect(readIntents('Hur hög är arbetslöshetsgraden?').has('count')).toBe(true);
  expect(isYesNo('Kostar tjänsterna något?')).toBe(true);
});
