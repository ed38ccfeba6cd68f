import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type CorpusRecord, type CorpusRecordPort, compareCorpora, reportChanges } from '../../src/ingest/changes.ts';
import { contentHash } from '../../src/ingest/content-hash.ts';
import type { Folders } from '../../src/ingest/catalogue.ts';
import { article, corpora, knowledge, seeds, shippedCopy, tempCorpus } from './temp-corpus.ts';
import { tempFolder } from './temp-folder.ts';

/** A record kept as a file, as the program keeps it. */
async function recordFile(): Promise<CorpusRecordPort & { path: string }> {
  const path = join(await tempFolder(), 'corpus.json');
  return {
    path,
    read: async () => JSON.parse(await readFile(path, 'utf8').catch(() => 'null')),
    write: (record) => writeFile(path, JSON.stringify(record)),
  };
}

const hash = (digit: string) => digit.repeat(16);
const document = (id: string, content: string, ...passages: string[]): CorpusRecord['documents'][number] => ({
  id,
  file: `${id}.txt`,
  title: id,
  hash: hash(content),
  passages: passages.map(hash),
});
const corpus = (...documents: CorpusRecord['documents']): CorpusRecord => ({ v: 1, documents });

describe('compareCorpora', () => {
  const before = corpus(document('a', '1', '1', '2', '2'), document('b', '2', '3'));
  test.each([
    ['nothing', before, { first: false, documents: [], unchanged: 2, passagesAdded: 0, passagesRemoved: 0 }],
    [
      'a new document',
      corpus(...before.documents, document('c', '3', '4', '5')),
      {
        documents: [{ kind: 'added', id: 'c', file: 'c.txt', title: 'c', passagesAdded: 2, passagesRemoved: 0 }],
        unchanged: 2,
        passagesAdded: 2,
      },
    ],
    [
      'a document gone',
      corpus(document('a', '1', '1', '2', '2')),
      {
        documents: [{ kind: 'removed', id: 'b', passagesAdded: 0, passagesRemoved: 1 }],
        unchanged: 1,
        passagesRemoved: 1,
      },
    ],
    [
      'changed passages, repeated ones counted each',
      corpus(document('a', '9', '1', '2', '6'), document('b', '2', '3')),
      { documents: [{ kind: 'changed', id: 'a', passagesAdded: 1, passagesRemoved: 1 }], unchanged: 1 },
    ],
    [
      'a manifest entry alone',
      corpus(document('a', '9', '1', '2', '2'), document('b', '2', '3')),
      { documents: [{ kind: 'changed', id: 'a', passagesAdded: 0, passagesRemoved: 0 }], unchanged: 1 },
    ],
    [
      'the way a document is read alone',
      corpus(document('a', '1', '1', '2'), document('b', '2', '3')),
      { documents: [{ kind: 'changed', id: 'a', passagesAdded: 0, passagesRemoved: 1 }] },
    ],
    ['another order', corpus(...before.documents.toReversed()), { documents: [], unchanged: 2 }],
  ])('tells %s', (_name, after, changes) => {
    expect(compareCorpora(before, after)).toMatchObject(changes);
  });

  test('counts every document as added the first time', () => {
    expect(compareCorpora(null, before)).toMatchObject({
      first: true,
      unchanged: 0,
      passagesAdded: 4,
      passagesRemoved: 0,
    });
  });
});

describe('reportChanges', () => {
  const report = async (folders: Folders, port: CorpusRecordPort) => reportChanges(folders, port);

  test('tells what came, changed and went since the last time, across starts', async () => {
    const port = await recordFile();
    const first = article({ id: 'a', file: 'a.txt' });
    const second = article({ id: 'b', file: 'b.txt', title: 'Toinen' });
    const folders = await tempCorpus([{ source: first, text: 'Otsikko\n\nYksi. Kaksi.' }]);
    expect((await report(folders, port)).changes).toMatchObject({
      first: true,
      documents: [{ kind: 'added', id: 'a', passagesAdded: 3 }],
    });
    expect((await report(folders, port)).changes).toMatchObject({ first: false, documents: [], unchanged: 1 });

    await writeFile(join(folders.seeds, 'a.txt'), 'Otsikko\n\nYksi. Kolme. Neljä.');
    await writeFile(join(folders.seeds, 'b.txt'), 'Toinen\n\nUusi.');
    await writeFile(join(folders.seeds, 'sources.json'), JSON.stringify([first, second]));
    expect((await report(folders, port)).changes).toEqual({
      first: false,
      documents: [
        { kind: 'changed', id: 'a', file: 'a.txt', title: 'Otsikko', passagesAdded: 2, passagesRemoved: 1 },
        { kind: 'added', id: 'b', file: 'b.txt', title: 'Toinen', passagesAdded: 2, passagesRemoved: 0 },
      ],
      unchanged: 0,
      passagesAdded: 4,
      passagesRemoved: 1,
    });

    await rm(join(folders.seeds, 'a.txt'));
    const last = await report(folders, port);
    expect(last.changes.documents).toMatchObject([{ kind: 'removed', id: 'a', passagesRemoved: 4 }]);
    expect(last.problems).toMatchObject([{ file: 'a.txt' }]);
    expect(last).toMatchObject({ documents: 1, passages: 2 });
  });

  test('takes a record that is none for a first time', async () => {
    const port = await recordFile();
    await writeFile(port.path, '{"v":1,"documents":[{"id":5}]}');
    expect((await report(await tempCorpus([]), port)).changes.first).toBe(true);
  });

  test('finds nothing wrong with the shipped corpus', async () => {
    const found = await report({ seeds, knowledge }, await recordFile());
    expect(found).toMatchObject({ documents: 5, problems: [], brokenQuotes: [], leftAside: 0 });
    expect(found.translations).toEqual({ stale: [], missing: [], leftAside: [] });
  });

  test('lists every quote and translation that a changed document broke', async () => {
    const folders = await shippedCopy();
    const file = join(folders.seeds, '000_0af22d10f30a5d2d.txt');
    await writeFile(file, (await readFile(file, 'utf8')).replaceAll('den 3 april', 'den 4 april'));
    const { brokenQuotes, translations } = await report(folders, await recordFile());
    expect(brokenQuotes).toContainEqual(expect.objectContaining({ file: 'people.json', source: 'helsinki-directors' }));
    expect(translations.stale).toMatchObject([
      { file: 'helsinki-directors', original: expect.stringContaining('3 april') },
    ]);
    expect(translations.missing.map(({ language, passages }) => [language, passages.map(({ text }) => text)])).toEqual([
      ['fi', [expect.stringContaining('4 april')]],
      ['en', [expect.stringContaining('4 april')]],
    ]);
  });

  test('leaves facts and translations of another corpus aside', async () => {
    const { leftAside, translations } = await report(
      { seeds: join(corpora, 'follow-up-espoo'), knowledge },
      await recordFile(),
    );
    expect(leftAside).toBeGreaterThan(100);
    expect(translations.leftAside).toContain('helsinki-directors');
    expect(translations.missing.map(({ source, language }) => [source, language])).toEqual([
      ['espoo-seuranta-2025', 'sv'],
      ['espoo-seuranta-2025', 'en'],
    ]);
  });

  test('misses no translation of numbers and addresses, and finds one that lacks a language', async () => {
    const record = { hash: contentHash('Palvelu on uusi.'), original: 'Palvelu on uusi.', sv: 'Tjänsten är ny.' };
    const folders = await tempCorpus(
      [
        {
          source: article({ id: 'a', file: 'a.txt' }),
          text: 'Palvelu on uusi.\n046 877 3200\naino.oja@oulu.example\nhttps://oulu.example/sivu',
        },
      ],
      { 'translations/a.json': [record] },
    );
    const { translations } = await report(folders, await recordFile());
    expect(translations.missing).toMatchObject([
      { source: 'a', language: 'en', passages: [{ text: 'Palvelu on uusi.' }], of: 1 },
    ]);
  });
});
