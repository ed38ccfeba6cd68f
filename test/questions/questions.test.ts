import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Question, question } from './question.ts';

const languages = ['fi', 'sv', 'en'] as const;
const seedsDir = new URL('../../seeds/', import.meta.url);

const fold = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/<[^>]*>/g, ' ')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u00a0\s]+/g, ' ')
    .toLowerCase()
    .trim();

const read = (language: string): Question[] =>
  readFileSync(new URL(`${language}.jsonl`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => question.parse(JSON.parse(line)));

const seed = (file: string): string => fold(readFileSync(new URL(file, seedsDir), 'utf8'));

const all = languages.flatMap(read);
const answerable = all.filter((record) => record.answerable);
const unique = (values: string[]): number => new Set(values).size;

describe.each(languages)('the %s questions', (language) => {
  const own = read(language);

  it('are at least 80, numbered in order', () => {
    expect(own.length).toBeGreaterThanOrEqual(80);
    expect(own.map((record) => record.id)).toEqual(
      own.map((_, index) => `own-${language}-${String(index + 1).padStart(3, '0')}`),
    );
    expect(own.every((record) => record.lang === language)).toBe(true);
  });

  it('are unanswerable in 28 to 38 cases of a hundred', () => {
    const refusals = own.filter((record) => !record.answerable && record.kind !== 'smalltalk');
    expect(refusals.length / own.length).toBeGreaterThanOrEqual(0.28);
    expect(refusals.length / own.length).toBeLessThanOrEqual(0.38);
  });
});

describe('the evaluation set', () => {
  it('asks no question twice', () => {
    expect(unique(all.map((record) => fold(record.question)))).toBe(all.length);
  });

  it('has an expected fact, a source and a quote for each answerable question', () => {
    const bare = answerable.filter(
      ({ must, source, quote }) => must.length === 0 || source.length === 0 || quote === '',
    );
    expect(bare).toEqual([]);
  });

  it('quotes its sources word for word', () => {
    const broken = answerable.filter(({ quote, source }) => !source.some((file) => seed(file).includes(fold(quote))));
    expect(broken.map((record) => record.id)).toEqual([]);
  });

  it('expects nothing of an unanswerable question but a refusal', () => {
    const burdened = all.filter(
      ({ answerable: expected, must, source, quote }) =>
        !expected && (must.length > 0 || source.length > 0 || quote !== ''),
    );
    expect(burdened).toEqual([]);
  });

  it('forbids nothing that the quote itself says', () => {
    const unfair = answerable.filter(({ quote, mustNot }) =>
      mustNot.some((words) => fold(quote).includes(fold(words))),
    );
    expect(unfair.map((record) => record.id)).toEqual([]);
  });
});
