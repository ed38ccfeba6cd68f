import { beforeAll, describe, expect, test } from 'vitest';
import { askedFields, asksCells } from '../../src/answer/asked-fields.ts';
import { createKnowledgeBase } from '../../src/answer/knowledge-base.ts';
import type { Understand } from '../../src/answer/understand.ts';
import type { Language } from '../../src/domain/language.ts';
import { shippedCatalogue } from './support.ts';

let understand: Understand;
beforeAll(async () => {
  understand = createKnowledgeBase(await shippedCatalogue()).understand;
});

const cases: readonly (readonly [Language, string, ReturnType<typeof askedFields>])[] = [
  ['fi', 'Kuka vastaa puoliso-ohjelmasta?', ['responsible']],
  ['sv', 'Vem ansvarar för makaprogrammet?', ['responsible']],
  ['en', 'Who is responsible for the spouse programme?', ['responsible']],
  ['en', 'Who is behind the ambassador network?', ['responsible']],
  ['fi', 'Ketkä ovat puoliso-ohjelman kumppanit?', ['partner']],
  ['sv', 'Vilka är samarbetspartner?', ['partner']],
  ['en', 'Who are the partners?', ['partner']],
  ['sv', 'Vilken är tidtabellen för makaprogrammet?', ['timetable']],
  ['fi', 'Kuka vastaa ja missä vaiheessa se on?', ['responsible', 'sentences']],
  ['en', 'Who is responsible for the spouse program and how is it going?', ['responsible', 'sentences']],
  ['fi', 'Miten puoliso-ohjelma etenee?', ['sentences']],
  ['sv', 'Hur många medlemmar har makaprogrammet?', ['sentences']],
  ['en', 'How many members does the spouse programme have?', ['sentences']],
  ['en', 'spouse programme', ['sentences']],
];

describe('the cells of a measure that a question asks for', () => {
  test.each(cases)('%s: "%s": %j', (language, question, fields) => {
    expect(askedFields(understand(question, language))).toEqual(fields);
  });

  test('are never the responsible cell for who holds a post', () => {
    expect(askedFields(understand('Kuka on maahanmuuttojohtaja?', 'fi'))).not.toContain('responsible');
  });

  test.each([
    ['en', 'Who is responsible for the spouse programme?', true],
    ['fi', 'Mikä on puoliso-ohjelman aikataulu?', true],
    ['sv', 'Hur går det med makaprogrammet?', true],
    ['en', 'Has the spouse programme been developed?', true],
    ['en', 'How many members does the spouse programme have?', false],
    ['fi', 'puoliso-ohjelma', false],
  ] as const)('%s: "%s" is answered by a cell as a whole: %s', (language, question, cell) => {
    expect(asksCells(understand(question, language))).toBe(cell);
  });
});
