import { expect, test } from 'vitest';
import type { Passage } from '../../src/domain/passage.ts';
import { saysShortName } from '../../src/answer/short-names.ts';
import type { Group, GroupRole } from '../../src/answer/groups.ts';

function passage(text: string, language: Passage['language']): Passage {
  return {
    id: text,
    source: 's',
    section: '',
    paragraph: 0,
    ordinal: 0,
    language,
    text,
    role: 'sentence',
    speaker: null,
    place: null,
    fragments: [],
    hash: '',
    lines: [1, 1],
    translations: {},
  };
}

function group(fi: string, sv: string, role: GroupRole = 'topic'): Group {
  return { surface: fi, role, terms: [], alternatives: { fi: [fi], sv: [sv], en: [] }, from: 0, to: 1 };
}

const board = group('työllisyyslautakunta', 'sysselsättningsnämnd');

test.each([
  ['sv', 'Nämnden valde en ordförande.'],
  ['fi', 'Lautakunta valitsi puheenjohtajan.'],
  ['fi', 'Lautakunnan puheenjohtaja aloittaa.'],
] as const)('%s: "%s" speaks of the board by the last part of its name', (language, text) => {
  expect(saysShortName(passage(text, language), board)).toBe(true);
});

test.each([
  ['sv', 'Sysselsättningen ökade i nejden.', board],
  ['fi', 'Työllisyys parani.', board],
  ['sv', 'Nämnden valde en ordförande.', group('lautakunta', 'nämnd')],
  ['sv', 'Nämnden valde en ordförande.', group('työllisyyslautakunta', 'sysselsättningsnämnd', 'name')],
] as const)('%s: "%s" does not', (language, text, asked) => {
  expect(saysShortName(passage(text, language), asked)).toBe(false);
});
