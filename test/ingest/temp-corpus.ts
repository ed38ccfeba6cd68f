import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Source } from '../../src/domain/source.ts';
import type { Folders } from '../../src/ingest/catalogue.ts';
import { tempFolder } from './temp-folder.ts';

const root = join(import.meta.dirname, '..', '..');
export const seeds = join(root, 'seeds');
export const knowledge = join(root, 'knowledge');
export const corpora = join(root, 'test', 'fixtures', 'corpora');

/** An article of the city of Oulu, without a date, unless told otherwise. */
export function article(entry: Partial<Source> & { id: string; file: string }): Source {
  return {
    title: 'Otsikko',
    publisher: 'Oulun kaupunki',
    municipality: 'Oulu',
    language: 'fi',
    published: null,
    kind: 'article',
    ...entry,
  };
}

/** The knowledge files that must be there, empty. */
export const emptyKnowledge: Readonly<Record<string, unknown>> = {
  'people.json': [],
  'events.json': [],
  'glossary.json': [],
  'organisations.json': [],
  'legend.json': {
    classes: [],
    lights: {
      green: { fi: 'vihreä', sv: 'grön', en: 'green' },
      yellow: { fi: 'keltainen', sv: 'gul', en: 'yellow' },
      red: { fi: 'punainen', sv: 'röd', en: 'red' },
      grey: { fi: 'harmaa', sv: 'grå', en: 'grey' },
    },
  },
};

/** Folders of documents and knowledge in a temporary place; knowledge that is not given is empty, and undefined is no file. */
export async function tempCorpus(
  documents: readonly { source: unknown; text?: string | Uint8Array }[],
  files: Readonly<Record<string, unknown>> = {},
): Promise<Folders> {
  const own = Object.entries({ ...emptyKnowledge, ...files }).filter(([, content]) => content !== undefined);
  const folder = await tempFolder({
    'seeds/sources.json': JSON.stringify(documents.map(({ source }) => source)),
    ...Object.fromEntries(own.map(([name, content]) => [`knowledge/${name}`, JSON.stringify(content)])),
  });
  const folders = { seeds: join(folder, 'seeds'), knowledge: join(folder, 'knowledge') };
  for (const { source, text } of documents)
    if (text !== undefined && typeof source === 'object' && source !== null && 'file' in source)
      await writeFile(join(folders.seeds, String(source.file)), text);
  return folders;
}

/** A copy of the shipped documents and knowledge that a test may change. */
export async function shippedCopy(): Promise<Folders> {
  const folder = await tempFolder();
  await cp(seeds, join(folder, 'seeds'), { recursive: true });
  await cp(knowledge, join(folder, 'knowledge'), { recursive: true });
  return { seeds: join(folder, 'seeds'), knowledge: join(folder, 'knowledge') };
}
