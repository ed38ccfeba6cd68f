import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkKnowledge, loadKnowledge } from '../../src/ingest/knowledge.ts';
import { KnowledgeError } from '../../src/ingest/problem.ts';
import { emptyKnowledge, tempCorpus } from './temp-corpus.ts';

const said = (quote: string, source = 'uutinen') => ({ source, quote });
const same = (text: string) => ({ fi: text, sv: text, en: text });
const none = { fi: [], sv: [], en: [] };

function person(id: string, ...quotes: { source: string; quote: string }[]) {
  return {
    id,
    name: id,
    municipality: 'Oulu',
    titles: none,
    facts: quotes.map((evidence) => ({ attribute: 'post', value: same('johtaja'), evidence })),
  };
}

function event(id: string, ...quotes: { source: string; quote: string }[]) {
  return {
    id,
    name: same('uudistus'),
    aliases: none,
    municipality: 'Suomi',
    statements: quotes.map((evidence) => ({
      from: { year: 2025, month: 1, day: 1 },
      says: same('Uudistus tulee voimaan.'),
      evidence,
    })),
  };
}

const programme = (...quotes: { source: string; quote: string }[]) => ({
  id: 'oulu',
  city: 'Oulu',
  prefixes: ['oulu'],
  name: same('Ohjelma'),
  curated: { title: 'Ohjelma', period: null, goals: quotes.map((evidence, at) => ({ id: `o${at + 1}`, evidence })) },
});

const documents = new Map([
  ['uutinen', 'Oulun <b>työllisyysjohtaja</b>\non  Aino Oja. Uudistus alkaa 1.1.2025 – kaikkialla.'],
]);

async function write(files: Readonly<Record<string, unknown>>): Promise<string> {
  return (await tempCorpus([], files)).knowledge;
}

/** The error that loading ends in. */
async function failure(files: Readonly<Record<string, unknown>>): Promise<KnowledgeError> {
  const error: unknown = await loadKnowledge(await write(files), documents).catch((thrown: unknown) => thrown);
  if (error instanceof KnowledgeError) return error;
  throw new Error('loading did not end in a KnowledgeError', { cause: error });
}

const wording = (evidence: { source: string; quote: string }) => ({
  about: 'source:uutinen',
  quotes: [evidence],
  fi: ['kuka johtaa'],
  sv: ['vem leder'],
  en: ['who leads'],
});

describe('loadKnowledge', () => {
  test('loads a folder in which nothing is curated yet', async () => {
    expect(await loadKnowledge(await write({}), documents)).toMatchObject({
      people: [],
      terms: [],
      translations: [],
      leftAside: 0,
    });
  });

  test('accepts a quote whose tags, white space, hyphens and case differ from the document', async () => {
    const quotes = ['Oulun työllisyysjohtaja on Aino Oja.', 'UUDISTUS ALKAA 1.1.2025 - kaikkialla'];
    const { people } = await loadKnowledge(
      await write({ 'people.json': [person('oja', ...quotes.map((quote) => said(quote)))] }),
      documents,
    );
    expect(people[0]?.facts).toHaveLength(2);
  });

  test.each([
    ['people.json', { 'people.json': [person('oja', said('Oulun johtaja on Aino Oja'))] }, 'oja'],
    ['events.json', { 'events.json': [event('te', said('Uudistus alkaa 1.1.2024'))] }, 'te'],
    [
      'glossary.json',
      {
        'glossary.json': [
          { id: 'te', names: same('TE'), municipality: 'Oulu', says: same('x'), evidence: said('TE-palvelut') },
        ],
      },
      'te',
    ],
    ['programmes/oulu.json', { 'programmes/oulu.json': programme(said('nuoret')) }, 'oulu'],
    [
      'legend.json',
      {
        'legend.json': {
          ...Object(emptyKnowledge['legend.json']),
          classes: [{ text: same('x'), evidence: said('Etenee') }],
        },
      },
      'classes',
    ],
    [
      'wordings/uutinen.json',
      { 'wordings/uutinen.json': [wording(said('Uudistus alkaa 1.1.2024'))] },
      'source:uutinen',
    ],
  ])('stops on a quote of %s that does not stand in the document', async (file, files, record) => {
    const error = await failure(files);
    expect(error).toMatchObject({ file, record });
    expect(error.message).toMatch(/the quote “.+” is not in the document uutinen; copy it as it stands$/);
  });

  test('leaves out the ways of asking about a document that is not in the corpus', async () => {
    const files = { 'wordings/toinen.json': [wording({ source: 'toinen', quote: 'Muuta' })] };
    expect(await loadKnowledge(await write(files), documents)).toMatchObject({ wordings: [], leftAside: 0 });
  });

  test('keeps the ways of asking with the document that their file is named after', async () => {
    const files = { 'wordings/uutinen.json': [wording(said('Oulun työllisyysjohtaja on Aino Oja.'))] };
    const { wordings } = await loadKnowledge(await write(files), documents);
    expect(wordings).toMatchObject([{ source: 'uutinen', about: 'source:uutinen', absent: false }]);
  });

  test('stops on a quote of tags alone', async () => {
    expect(await failure({ 'people.json': [person('oja', said('<b>'))] })).toMatchObject({ record: 'oja' });
  });

  test('tells how many more quotes are broken', async () => {
    const error = await failure({ 'people.json': [person('oja', said('x1'), said('x2')), person('salo', said('x3'))] });
    expect(error.message).toMatch(/“x1”.*; so are 2 more$/);
  });

  test.each([
    ['people.json', [person('oja', said('Aino Oja')), person('oja', said('Aino Oja'))]],
    ['events.json', [event('te', said('1.1.2025')), event('te', said('1.1.2025'))]],
    [
      'organisations.json',
      [
        { id: 'elo', name: same('Elo') },
        { id: 'elo', name: same('Elo') },
      ],
    ],
  ])('stops on an id that %s holds twice', async (file, records) => {
    const error = await failure({ [file]: records });
    expect(error.message).toContain('the id is used twice');
    expect(error.file).toContain(file);
  });

  test('stops on an id that two files of terms or programmes hold', async () => {
    const term = { id: 'mayor', fi: ['pormestari'], sv: ['borgmästare'], en: ['mayor'] };
    expect(await failure({ 'terms/a.json': [term], 'terms/b.json': [term] })).toMatchObject({ record: 'mayor' });
    const again = programme(said('Aino Oja'));
    expect(await failure({ 'programmes/a.json': again, 'programmes/b.json': again })).toMatchObject({ record: 'oulu' });
  });

  test('stops on a record of the wrong shape and says where', async () => {
    const error = await failure({ 'people.json': [{ ...person('oja', said('Aino Oja')), municipality: 5 }] });
    expect(error.record).toBe('oja at 0.municipality');
    expect(error.file).toMatch(/people\.json$/);
  });

  test('stops on a file that is no JSON', async () => {
    const folder = await write({});
    await writeFile(join(folder, 'events.json'), '[');
    await expect(loadKnowledge(folder, documents)).rejects.toMatchObject({
      name: 'KnowledgeError',
      record: 'the whole file',
    });
  });

  test('stops without a legend, whose meanings are never guessed', async () => {
    const folder = await write({ 'legend.json': undefined });
    await expect(loadKnowledge(folder, documents)).rejects.toThrow(/legend\.json/);
  });

  test('leaves facts of absent documents aside, counts them, and keeps the others of the same record', async () => {
    const files = {
      'people.json': [person('oja', said('Aino Oja'), said('x', 'muu')), person('salo', said('y', 'muu'))],
      'events.json': [event('te', said('x', 'muu'))],
      'programmes/oulu.json': programme(said('Aino Oja'), said('z', 'muu')),
    };
    const loaded = await loadKnowledge(await write(files), documents);
    expect(loaded).toMatchObject({
      people: [{ id: 'oja', facts: [{ evidence: { quote: 'Aino Oja' } }] }],
      events: [],
      programmes: [],
    });
    expect(loaded.people).toHaveLength(1);
    expect(loaded.leftAside).toBe(4);
  });

  test('keeps terms, organisations and the legend whatever the documents are', async () => {
    const files = {
      'terms/titles.json': [{ id: 'mayor', fi: ['pormestari'], sv: ['borgmästare'], en: ['mayor'] }],
      'organisations.json': [{ id: 'elo', name: same('Elo') }],
    };
    expect(await loadKnowledge(await write(files), new Map())).toMatchObject({
      terms: [{ id: 'mayor', area: 'titles' }],
      organisations: [{ id: 'elo', abbreviations: [], verified: true }],
      legend: { lights: { red: { en: 'red' } } },
    });
  });
});

describe('checkKnowledge', () => {
  test('lists every broken quote and keeps the facts that hold', async () => {
    const files = {
      'people.json': [person('oja', said('x1'), said('Aino Oja')), person('salo', said('x2'))],
      'events.json': [event('te', said('x3'))],
    };
    const { broken, knowledge } = await checkKnowledge(await write(files), documents);
    expect(broken).toEqual([
      { file: 'people.json', record: 'oja', source: 'uutinen', quote: 'x1' },
      { file: 'people.json', record: 'salo', source: 'uutinen', quote: 'x2' },
      { file: 'events.json', record: 'te', source: 'uutinen', quote: 'x3' },
    ]);
    expect(knowledge.people.map(({ id }) => id)).toEqual(['oja']);
    expect(knowledge.events).toEqual([]);
  });

  test('still stops on a file that is no knowledge', async () => {
    const folder = await write({});
    await writeFile(join(folder, 'people.json'), '{}');
    await expect(checkKnowledge(folder, documents)).rejects.toThrow(KnowledgeError);
  });
});
