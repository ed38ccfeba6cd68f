import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createKnowledgeBase } from '../../src/answer/knowledge-base.ts';
import { loadCatalogue } from '../../src/ingest/catalogue.ts';
import { folders } from './support.ts';

const bulletins = join(import.meta.dirname, '../fixtures/corpora/bulletins');
const { catalogue } = await loadCatalogue({ ...folders, seeds: bulletins });
const { understand } = createKnowledgeBase(catalogue);

test.each([
  ['fi', 'Kuka vastaa mentorikoulutuksesta Stanna i Vasa -ohjelmassa?', 'Stanna i Vasa'],
  ['en', 'How much is Port till jobbet’s budget?', 'Port till jobbet'],
] as const)('in %s, "%s" names "%s"', (language, question, name) => {
  const names = understand(question, language).groups.filter(({ role }) => role === 'name');
  expect(names.map(({ surface }) => surface)).toEqual([name]);
});

test('in the language of the document, its words are read as words', () => {
  const { groups } = understand('Hur många företag är med i Stanna i Vasa?', 'sv');
  expect(groups.some(({ surface }) => surface === 'Stanna i Vasa')).toBe(false);
});
