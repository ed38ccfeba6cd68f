import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Answer, Citation } from '../../src/answer/answer.ts';
import { foldQuote } from '../../src/domain/source.ts';
import { type Question, question } from '../questions/question.ts';
import { ask, folders, shippedCatalogue } from './support.ts';

type Asked = Question & { alone: Answer; inChannel: Answer };

let asked: Asked[] = [];
let documents: ReadonlyMap<string, string> = new Map();

beforeAll(async () => {
  const { sources } = await shippedCatalogue();
  documents = new Map(
    await Promise.all(
      sources.map(async ({ file }) => [file, foldQuote(await readFile(join(folders.seeds, file), 'utf8'))] as const),
    ),
  );
  for (const language of ['fi', 'sv', 'en']) {
    const lines = await readFile(join(import.meta.dirname, `../questions/${language}.jsonl`), 'utf8');
    for (const line of lines.split('\n').filter(Boolean)) {
      const record = question.parse(JSON.parse(line));
      asked.push({
        ...record,
        alone: await ask(record.question, { private: true }),
        inChannel: await ask(record.question, { private: false }),
      });
    }
  }
}, 120_000);

const questionsWhere = (holds: (record: Asked) => boolean) => asked.filter(holds).map((record) => record.question);
const citationsOf = ({ alone, inChannel }: Asked): Citation[] => [...alone.citations, ...inChannel.citations];

describe('every question of the frozen set', () => {
  test('is cited with words that stand in the document', () => {
    const citations = asked.flatMap(citationsOf);
    expect(citations.length).toBeGreaterThan(300);
    const invented = citations.filter(({ file, quote }) => {
      const words = foldQuote(quote);
      return words === '' || documents.get(file)?.includes(words) !== true;
    });
    expect(invented.map(({ quote }) => quote)).toEqual([]);
  });

  test('is cited with the title, publisher and date of the manifest', async () => {
    const { sources } = await shippedCatalogue();
    const manifest = new Map(sources.map((source) => [source.id, source]));
    for (const { source, file, title, publisher, published } of asked.flatMap(citationsOf))
      expect(manifest.get(source)).toMatchObject({ file, title, publisher, published });
  });

  test('is answered in its own language', () => {
    // A name alone is of no language.
    const whole = questionsWhere(({ question: text, kind }) => kind !== 'fragment' && text.split(' ').length > 3);
    expect(whole.length).toBeGreaterThan(200);
    expect(
      questionsWhere(({ question: text, lang, alone }) => whole.includes(text) && alone.language !== lang),
    ).toEqual([]);
  });

  test('has sources when it is answered, unless contact details are held back', () => {
    const unfounded = ({ outcome, citations }: Answer) => outcome === 'answered' && citations.length === 0;
    expect(questionsWhere(({ alone }) => unfounded(alone))).toEqual([]);
    expect(questionsWhere(({ alone, inChannel }) => unfounded(inChannel) && !alone.personal)).toEqual([]);
  });

  test('shows no source when it is refused, but for the day whose year is missing', () => {
    const withSources = asked.filter(({ alone }) => alone.outcome !== 'answered' && alone.citations.length > 0);
    expect(withSources.filter(({ alone }) => alone.outcome !== 'not_stated')).toEqual([]);
    for (const { alone } of withSources) expect(alone.headline).toMatch(/vuotta|inget år|no year/);
  });

  test('shows no contact details in a channel', () => {
    const leaks = ({ inChannel }: Asked) =>
      inChannel.personal || /877\s?3200|639\s?4895|\S(?:@|\(at\))espoo/.test(JSON.stringify(inChannel));
    expect(questionsWhere(leaks)).toEqual([]);
  });

  test('has a first line, and no empty line below it', () => {
    const empty = ({ headline, details, next }: Answer) =>
      [headline, ...details, ...next].some((line) => line.trim() === '');
    expect(questionsWhere(({ alone, inChannel }) => empty(alone) || empty(inChannel))).toEqual([]);
  });

  test('translates no quote that is in the language of the answer', async () => {
    const { sources } = await shippedCatalogue();
    const languageOf = new Map(sources.map(({ id, language }) => [id, language]));
    const own = asked.flatMap(({ alone }) =>
      alone.citations.filter(({ source, translation }) => {
        return translation !== null && languageOf.get(source) === alone.language;
      }),
    );
    expect(own).toEqual([]);
  });
});
