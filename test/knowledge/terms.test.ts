import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type Language, languages } from '../../src/domain/language.ts';
import { termSchema } from '../../src/domain/term.ts';
import { stemWord } from '../../src/retrieval/analysis.ts';

type Term = z.infer<typeof termSchema>;

const folder = join(import.meta.dirname, '../../knowledge/terms');
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
const rawBank = files.map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') }));
const bank = rawBank.flatMap(({ file, text }) =>
  z
    .array(termSchema)
    .parse(JSON.parse(text))
    .map((term) => ({ file, term })),
);
const terms = bank.map(({ term }) => term);

const stemsOf = (text: string, language: Language): string =>
  text
    .toLowerCase()
    .split(/[\s-]+/)
    .map((word) => stemWord(word, language))
    .join(' ');

const repeated = (values: readonly string[]): string[] => {
  const seen = new Set<string>();
  return [...new Set(values.filter((value) => seen.size === seen.add(value).size))].toSorted();
};

/** "id: form" of every form, with what the caller keeps of it. */
const formsWhere = (keep: (form: string, term: Term, language: Language) => boolean): string[] =>
  terms.flatMap((term) =>
    languages.flatMap((language) =>
      (term.forms?.[language] ?? []).filter((form) => keep(form, term, language)).map((form) => `${term.id}: ${form}`),
    ),
  );

describe('the term bank', () => {
  test.each(rawBank)('$file holds an array with one valid record a line', ({ text }) => {
    const records = text.split('\n').filter((line) => line.trim().startsWith('{'));
    const parsed = z.array(termSchema.strict()).parse(JSON.parse(text));
    expect(parsed.length).toBeGreaterThan(0);
    expect(records.map((line) => termSchema.parse(JSON.parse(line.trim().replace(/,$/, ''))).id)).toEqual(
      parsed.map((term) => term.id),
    );
  });

  test('gives every concept an id of its own over all files', () => {
    expect(repeated(terms.map((term) => term.id))).toEqual([]);
  });

  test.each(languages)('lets no wording in %s lead two concepts', (language) => {
    expect(repeated(terms.map((term) => (term[language][0] ?? '').toLowerCase()))).toEqual([]);
  });

  test('writes every wording and form trimmed, without empty parts and in composed letters', () => {
    const written = terms.flatMap((term) =>
      languages.flatMap((language) => [...term[language], ...(term.forms?.[language] ?? [])]),
    );
    expect(written.filter((text) => text !== text.trim().replaceAll(/\s+/g, ' ').normalize('NFC'))).toEqual([]);
  });

  test('repeats no wording and no form within a concept and language', () => {
    const twice = terms.flatMap((term) =>
      languages.flatMap((language) =>
        repeated([...term[language], ...(term.forms?.[language] ?? [])].map((text) => text.toLowerCase())).map(
          (text) => `${term.id}: ${text}`,
        ),
      ),
    );
    expect(twice).toEqual([]);
  });

  test('keeps forms for inflection that stemming does not already bring to a wording of the concept', () => {
    const needless = formsWhere((form, term, language) =>
      term[language].some((wording) => stemsOf(wording, language) === stemsOf(form, language)),
    );
    expect(needless).toEqual([]);
  });

  test.each([
    ['fi', 'työllisyysjohtaja', 'director-of-employment'],
    ['sv', 'sysselsättningschef', 'director-of-employment'],
    ['en', 'director of employment', 'director-of-employment'],
    ['fi', 'puoliso-ohjelma', 'spouse-programme'],
    ['sv', 'medföljandeprogram', 'spouse-programme'],
    ['en', 'spouse programme', 'spouse-programme'],
    ['sv', 'sjömansförmedling', 'seafarers-employment-service'],
    ['fi', 'TE2024', 'te-reform'],
    ['en', 'KOTO2024', 'koto-2024'],
    ['en', 'mayor', 'mayor'],
  ] as const)('knows in %s the wording "%s" as %s', (language, wording, id) => {
    expect(terms.filter((term) => term[language].includes(wording)).map((term) => term.id)).toContain(id);
  });

  test('names at least 850 concepts of administration, employment, immigration, the programmes and their posts', () => {
    const own = new Set(['municipal.json', 'employment.json', 'immigration.json', 'programme.json', 'titles.json']);
    expect(bank.filter(({ file }) => own.has(file)).length).toBeGreaterThanOrEqual(850);
  });
});
