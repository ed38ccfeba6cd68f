import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DetectedLanguage, detectLanguage } from '../../src/retrieval/language.ts';

const questions: Record<'fi' | 'sv' | 'en' | 'other', string[]> = {
  fi: [
    'kuka vastaa ihhsta',
    'mika on tavoite',
    'ketka on kumppanit',
    'tyollisyysjohtaja helsinki',
    'milloin',
    'entä Vaasassa?',
    'Gassenin titteli?',
    'KUKA VASTAA IHH:STA?',
    'mikä on spouse program',
    'mikä on Business Helsinki',
    'puolisoohjelma?',
    'Työllisyys?',
    'Päiväkoti',
    'moi',
    'miksi',
    'lista C23-kaupungeista',
    'toimenpide 4.3',
    'Onko TE-palvelut jo siirtyneet kunnille?',
  ],
  sv: [
    'vem leder',
    'vem ar Gassen',
    'nar borjar reformen',
    'vilka stader',
    'hur manga',
    'och i Vasa?',
    'Gassens titel?',
    'VEM LEDER IHH?',
    'vad betyder kuntakokeilu?',
    'vad är International House Helsinki?',
    'sysselsättning',
    'språkkurser',
    'hej',
    'varför?',
    'lista städerna',
    'åtgärd 4.3',
    'När flyttas ansvaret till kommunerna?',
  ],
  en: [
    'who leads',
    'who is Gassen',
    'and when?',
    'what about Vaasa?',
    'WHO LEADS IHH?',
    'What Is The Target For Goal 4?',
    'what is kuntakokeilu',
    'what is Osaamiskeskus?',
    'spouse program',
    'deadlines',
    'Deadlines?',
    'hello',
    'why?',
    'measure 4.3',
    'Who’s responsible for the spouse programme and how is it going?',
  ],
  other: [
    'Kes vastutab tööhõive eest?',
    'Millal reform jõustub?',
    'Kuhu pöörduda töö otsimiseks?',
    'Кто отвечает за занятость?',
    'Ποιος είναι ο διευθυντής;',
    'من هو مدير التوظيف؟',
    '就业主任是谁？',
    'Wer leitet die Arbeitsverwaltung in Helsinki?',
    'Qui est responsable de l’emploi à Helsinki ?',
    'Hvornår træder reformen i kraft?',
    'Hvem er ansvarlig for sysselsetting i Helsingfors?',
    'Ai là giám đốc việc làm?',
    'Xaggee laga helaa shaqo?',
  ],
};

describe('the language of a question', () => {
  const rows = Object.entries(questions).flatMap(([language, texts]) => texts.map((text) => [text, language] as const));

  it.each(rows)('%j is %s', (text, language) => {
    expect(detectLanguage(text)).toBe(language);
  });

  it.each([
    '',
    '?',
    '12 %',
    '1.1.2025',
    '4.3',
    '🙂',
    'IHH?',
    'TE',
    'C23',
    'TE2024?',
    'goal5',
    'Glenn Gassen',
    'Gassen?',
    'Kaila, Sorjonen',
    'International House Helsinki',
  ])('%j has none', (text) => {
    expect(detectLanguage(text)).toBeNull();
  });

  it.each<[string, DetectedLanguage, DetectedLanguage]>([
    ['Miettinen?', null, null],
    ['miettinen', 'fi', null],
    ['vem är miettinen', 'sv', 'sv'],
  ])('of %j is %s, and when the name is known %s', (text, unknown, known) => {
    expect(detectLanguage(text)).toBe(unknown);
    expect(detectLanguage(text, { isName: (word) => word === 'miettinen' })).toBe(known);
  });

  it('does not depend on how letters with marks are composed', () => {
    const text = 'Mistä löydän päiväkodin?';
    expect(detectLanguage(text.normalize('NFD'))).toBe(detectLanguage(text.normalize('NFC')));
  });

  it('of a long text is that of its beginning', () => {
    expect(detectLanguage(`${'Kuka vastaa tavoitteesta? '.repeat(100)}${'Who leads? '.repeat(10_000)}`)).toBe('fi');
  });

  it('is one of the five outcomes for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(['fi', 'sv', 'en', 'other', null]).toContain(detectLanguage(text));
      }),
    );
  });
});
