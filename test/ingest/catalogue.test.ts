import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { foldQuote } from '../../src/domain/source.ts';
import { inspectCatalogue, loadCatalogue } from '../../src/ingest/catalogue.ts';
import { contentHash } from '../../src/ingest/content-hash.ts';
import { KnowledgeError } from '../../src/ingest/problem.ts';
import { makeDocx, paragraph } from './readers/make-docx.ts';
import { makePdf } from './readers/make-pdf.ts';
import { article, corpora, knowledge, seeds, shippedCopy, tempCorpus } from './temp-corpus.ts';

const entries = z.array(z.unknown());

/** Adds the documents of another corpus to a copied one. */
async function addCorpus(folder: string, name: string): Promise<void> {
  const manifest = join(folder, 'sources.json');
  const own = entries.parse(JSON.parse(await readFile(manifest, 'utf8')));
  await cp(join(corpora, name), folder, { recursive: true });
  const added = entries.parse(JSON.parse(await readFile(join(corpora, name, 'sources.json'), 'utf8')));
  await writeFile(manifest, JSON.stringify([...own, ...added]));
}

describe('the shipped documents and knowledge', () => {
  test('load without a problem or a fact left aside', async () => {
    const { catalogue, problems, leftAside } = await loadCatalogue({ seeds, knowledge });
    expect(problems).toEqual([]);
    expect(leftAside).toBe(0);
    expect(catalogue.sources).toHaveLength(5);
    expect(catalogue.programmes.map(({ id, goals }) => [id, goals.length])).toEqual([
      ['helsinki', 9],
      ['vaasa', 3],
    ]);
    expect(catalogue.supersededProgrammes).toEqual([]);
  });

  test('give Vaasa its three goals, each resting on a quote of the 2022 article', async () => {
    const { catalogue } = await loadCatalogue({ seeds, knowledge });
    const vaasa = catalogue.programmes.find(({ id }) => id === 'vaasa');
    expect(vaasa).toMatchObject({ city: 'Vaasa', source: 'vaasa-ecosystem-2022', followUp: null, period: null });
    expect(vaasa?.goals.map(({ id, title, measures, metrics }) => [id, title, measures, metrics])).toEqual([
      ['v1', 'Pitkäaikaistyöttömät ja osatyökykyiset', [], []],
      ['v2', 'Maahanmuuttajat ja kansainväliset asiantuntijat', [], []],
      ['v3', 'Nuoret', [], []],
    ]);
    const quotes = catalogue.programmeKnowledge
      .find(({ id }) => id === 'vaasa')
      ?.curated?.goals.map(({ evidence }) => evidence.quote);
    expect(quotes).toEqual([
      'långtidsarbetslösa och partiellt arbetsföra',
      'invandrare och internationella experter',
      'ungdomar',
    ]);
  });

  test('have passages with ids of their own and translations into other languages than their own', async () => {
    const { passages } = (await loadCatalogue({ seeds, knowledge })).catalogue;
    expect(new Set(passages.map(({ id }) => id)).size).toBe(passages.length);
    expect(passages.filter(({ language, translations }) => translations[language] !== undefined)).toEqual([]);
    expect(passages.filter(({ text, hash }) => contentHash(text) !== hash)).toEqual([]);
  });
});

describe('the next follow-up of Helsinki beside the older one', () => {
  test('is the current table, and both stay citable', async () => {
    const folders = await shippedCopy();
    await addCorpus(folders.seeds, 'follow-up-helsinki-newer');
    const { catalogue, problems } = await loadCatalogue(folders);
    expect(problems).toEqual([]);
    const [current] = catalogue.programmes;
    const [older] = catalogue.supersededProgrammes;
    expect(current).toMatchObject({ id: 'helsinki', followUp: { from: '2023-05', to: '2024-05' } });
    expect(older).toMatchObject({
      id: 'helsinki',
      source: 'helsinki-programme-follow-up-2023',
      followUp: { to: '2023-05' },
    });
    expect(current?.goals.map(({ measures }) => measures.length)).toEqual(
      older?.goals.map(({ measures }) => measures.length),
    );
    for (const source of [current?.source, older?.source])
      expect(
        catalogue.passages.filter((passage) => passage.source === source && passage.place?.programme === 'helsinki')
          .length,
      ).toBeGreaterThan(200);
  });

  test('is current whichever the manifest names first', async () => {
    const folders = await shippedCopy();
    await addCorpus(folders.seeds, 'follow-up-helsinki-newer');
    const manifest = join(folders.seeds, 'sources.json');
    await writeFile(manifest, JSON.stringify(entries.parse(JSON.parse(await readFile(manifest, 'utf8'))).toReversed()));
    const { catalogue } = await loadCatalogue(folders);
    expect(catalogue.programmes.find(({ id }) => id === 'helsinki')?.followUp?.to).toBe('2024-05');
  });
});

describe.each([
  {
    corpus: 'follow-up-espoo',
    file: 'espoo-seuranta-2025.txt',
    city: 'Espoo',
    id: 'espoo',
    goals: 4,
    measures: 10,
    metrics: 5,
  },
  {
    corpus: 'follow-up-helsinki-newer',
    file: 'helsinki-seuranta-2024.txt',
    city: 'Helsinki',
    id: 'helsinki',
    goals: 9,
    measures: 31,
    metrics: 13,
  },
])('the table of $corpus', ({ corpus, file, city, id, goals, measures, metrics }) => {
  test('is parsed whole under its own programme, with no word lost', async () => {
    const { catalogue, problems } = await loadCatalogue({ seeds: join(corpora, corpus), knowledge });
    const [programme] = catalogue.programmes;
    expect(problems).toEqual([]);
    expect(programme).toMatchObject({ id, city });
    expect(programme?.goals).toHaveLength(goals);
    expect(programme?.goals.flatMap((goal) => goal.measures)).toHaveLength(measures);
    expect(programme?.goals.flatMap((goal) => goal.metrics)).toHaveLength(metrics);
    const text = foldQuote(await readFile(join(corpora, corpus, file), 'utf8'));
    expect(
      catalogue.passages.flatMap(({ fragments }) => fragments).filter((piece) => !text.includes(foldQuote(piece))),
    ).toEqual([]);
  });
});

test('two programmes of one city stand side by side', async () => {
  const table = (title: string, months: string) =>
    `${title}\n\nSeuranta ${months}\n\nTavoite\tPäämittari\tLV\nTavoite 1. Kasvu.\tKasvu on 5.\t\nToimenpiteet\tVastuutahot\tAikataulu\tSeurantatiedot\tLV\nTehdään.\tKaupunki\t2025\tTehty.\t`;
  const folders = await tempCorpus([
    {
      source: article({ id: 'a', file: 'a.txt', kind: 'followUp' }),
      text: table('Ohjelma 2020–2024', '01/2023–01/2024'),
    },
    {
      source: article({ id: 'b', file: 'b.txt', kind: 'followUp' }),
      text: table('Toinen ohjelma 2025–2028', '01/2025–01/2026'),
    },
  ]);
  const { catalogue } = await loadCatalogue(folders);
  expect(catalogue.programmes.map(({ id, title }) => [id, title])).toEqual([
    ['oulu', 'Toinen ohjelma 2025–2028'],
    ['oulu-2020', 'Ohjelma 2020–2024'],
  ]);
  expect(catalogue.supersededProgrammes).toEqual([]);
});

test('a follow-up without goals is served as an article and told', async () => {
  const folders = await tempCorpus([
    { source: article({ id: 'a', file: 'a.txt', kind: 'followUp' }), text: 'Otsikko\n\nEi taulukkoa.' },
  ]);
  const { catalogue, problems } = await loadCatalogue(folders);
  expect(problems).toEqual([{ file: 'a.txt', problem: expect.stringContaining('is served as an article') }]);
  expect(catalogue.passages.map(({ role }) => role)).toEqual(['title', 'sentence']);
});

test('documents of every type are served with the words that they hold', async () => {
  const sentence = 'Palvelu avattiin Oulussa.';
  const folders = await tempCorpus([
    { source: article({ id: 'txt', file: 'a.txt' }), text: `Otsikko\n\n${sentence}` },
    { source: article({ id: 'md', file: 'a.md' }), text: `# Otsikko\n\n${sentence}` },
    { source: article({ id: 'html', file: 'a.html' }), text: `<nav>Etusivu</nav><h1>Otsikko</h1><p>${sentence}</p>` },
    {
      source: article({ id: 'pdf', file: 'a.pdf' }),
      text: makePdf([
        [
          { text: 'Otsikko', y: 780, size: 22 },
          { text: sentence, y: 740 },
        ],
      ]),
    },
    {
      source: article({ id: 'docx', file: 'a.docx' }),
      text: makeDocx(paragraph('Otsikko', '<w:pStyle w:val="Otsikko1"/>') + paragraph(sentence)),
    },
  ]);
  const { catalogue, problems } = await loadCatalogue(folders);
  expect(problems).toEqual([]);
  expect(catalogue.passages.map(({ source, role, text }) => [source, role, text])).toEqual(
    ['txt', 'md', 'html', 'pdf', 'docx'].flatMap((source) => [
      [source, 'title', 'Otsikko'],
      [source, 'sentence', sentence],
    ]),
  );
});

describe('the broken corpus', () => {
  test('gives a clear problem for every fault and serves the rest', async () => {
    const { catalogue, problems } = await loadCatalogue({ seeds: join(corpora, 'broken'), knowledge });
    expect(problems).toEqual([
      {
        file: 'sources.json',
        problem: expect.stringMatching(/^entry 10 \(german-declared\.txt\) is left out: language: /),
      },
      { file: 'latin1.txt', problem: 'is not UTF-8; save it again with the encoding UTF-8' },
      { file: 'empty.txt', problem: 'is empty' },
      { file: 'picture.txt', problem: 'is not a text file; save it as plain text in UTF-8' },
      {
        file: 'twin-two.txt',
        problem: 'is left out: it has the same id (twin) as twin-one.txt; give it an id of its own',
      },
      { file: 'never-delivered.txt', problem: expect.stringContaining('cannot be found or read') },
      { file: '../x.txt', problem: 'lies outside the seeds folder; move it there' },
      {
        file: 'table-missing-column.txt',
        problem: 'line 16: the column timetable (“Aikataulu”) is missing; nothing is known of it',
      },
      { file: 'table-wrong-width.txt', problem: expect.stringMatching(/^line 18: has 2 instead of 5 cells/) },
      { file: 'table-wrong-width.txt', problem: expect.stringMatching(/^line 19: has 10 instead of 5 cells/) },
    ]);
    expect(catalogue.sources.map(({ file }) => file)).toEqual([
      'twin-one.txt',
      'table-missing-column.txt',
      'table-wrong-width.txt',
      'german-as-english.txt',
      'sound-hamina.txt',
    ]);
    const served = catalogue.passages.map(({ text }) => text).join('\n');
    expect(served).not.toMatch(/\ufffd|PNG|Ahti|Ylikorpi|Äijälä/);
    expect(served).toContain('Riitta-Liisa Sorvalahden');
  });

  test('keeps the follow-up of a table without timetables a follow-up', async () => {
    const { catalogue } = await loadCatalogue({ seeds: join(corpora, 'broken'), knowledge });
    const rauma = catalogue.programmes.find(({ city }) => city === 'Rauma');
    expect(rauma?.goals[0]?.measures.map(({ timetable, followUp }) => [timetable.verbatim, followUp])).toEqual([
      ['', 'Koulutuksen suoritti 28 ahtaajaa.'],
      ['', 'Piste avattiin toukokuussa 2025.'],
    ]);
  });

  test('keeps the sound rows of a table in their places', async () => {
    const { catalogue } = await loadCatalogue({ seeds: join(corpora, 'broken'), knowledge });
    const pori = catalogue.programmes.find(({ city }) => city === 'Pori');
    expect(pori?.goals[0]?.measures.map(({ id, followUp }) => [id, followUp])).toEqual([
      ['1.1', 'Koulutuksen aloitti 54 opiskelijaa.'],
      ['1.2', ''],
      ['1.3', 'Kartoitus tehtiin 71 yrityksessä.'],
      ['1.4', 'Mentoreita on 16.'],
    ]);
  });
});

describe('faults of the manifest and of knowledge', () => {
  test.each([
    ['is no JSON', '[', /sources\.json, the whole file/],
    ['is no list', '{}', /must be a list of documents/],
  ])('a manifest that %s stops loading', async (_name, manifest, message) => {
    const folders = await tempCorpus([]);
    await writeFile(join(folders.seeds, 'sources.json'), manifest);
    await expect(loadCatalogue(folders)).rejects.toThrow(message);
  });

  test('a manifest that is missing stops loading', async () => {
    await expect(loadCatalogue({ seeds: join(seeds, 'nowhere'), knowledge })).rejects.toThrow(KnowledgeError);
  });

  test('a changed document stops loading, naming file, record and quote; inspecting lists every fact that it broke', async () => {
    const folders = await shippedCopy();
    const file = join(folders.seeds, '000_0af22d10f30a5d2d.txt');
    await writeFile(file, (await readFile(file, 'utf8')).replaceAll('den 3 april', 'den 4 april'));
    await expect(loadCatalogue(folders)).rejects.toThrow(
      /people\.json, .*gassen.*: the quote “.*3 april.*” is not in the document helsinki-directors/i,
    );
    const { brokenQuotes, catalogue } = await inspectCatalogue(folders);
    expect(brokenQuotes.length).toBeGreaterThan(0);
    expect(
      brokenQuotes.filter(({ source, quote }) => source !== 'helsinki-directors' || !quote.includes('3 april')),
    ).toEqual([]);
    const facts = catalogue.people.flatMap((person) => person.facts);
    expect(facts.filter(({ evidence }) => evidence.quote.includes('3 april'))).toEqual([]);
  });

  test('facts of documents that are not here are left aside and counted', async () => {
    const { catalogue, leftAside } = await loadCatalogue({ seeds: join(corpora, 'towns'), knowledge });
    expect(leftAside).toBeGreaterThan(100);
    const sources = new Set(catalogue.sources.map(({ id }) => id));
    const facts = catalogue.people.flatMap((person) => person.facts.map(({ evidence }) => evidence.source));
    expect(facts.filter((source) => !sources.has(source))).toEqual([]);
    expect(catalogue.programmes).toEqual([]);
    expect(catalogue.terms.length).toBeGreaterThan(100);
  });
});

describe('translations', () => {
  const original = 'Palvelu on uusi.';
  const hash = contentHash(original);
  const corpus = (record: object) =>
    tempCorpus([{ source: article({ id: 'a', file: 'a.txt' }), text: original }], { 'translations/a.json': [record] });

  test('are joined to the passage whose content they were made of', async () => {
    const { catalogue } = await loadCatalogue(
      await corpus({ hash, original, sv: 'Tjänsten är ny.', en: 'The service is new.' }),
    );
    expect(catalogue.passages[0]?.translations).toEqual({ sv: 'Tjänsten är ny.', en: 'The service is new.' });
  });

  test.each([
    [
      'made of another text',
      { hash: contentHash('Palvelu oli uusi.'), original: 'Palvelu oli uusi.', sv: 'Tjänsten var ny.' },
    ],
    ['kept under a hash that is not its original’s', { hash, original: 'Palvelu oli uusi.', sv: 'Tjänsten var ny.' }],
  ])('are never shown when %s', async (_name, record) => {
    expect((await loadCatalogue(await corpus(record))).catalogue.passages[0]?.translations).toEqual({});
  });
});
