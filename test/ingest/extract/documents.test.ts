import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { eventSchema } from '../../../src/domain/event.ts';
import { personSchema } from '../../../src/domain/people.ts';
import { foldQuote, sourceSchema } from '../../../src/domain/source.ts';
import { articlePassages } from '../../../src/ingest/article.ts';
import { extractEvents } from '../../../src/ingest/extract/events.ts';
import { mergePeople } from '../../../src/ingest/extract/merge-people.ts';
import { extractPeople } from '../../../src/ingest/extract/people.ts';
import { readDocument } from '../../../src/ingest/read-document.ts';

const root = join(import.meta.dirname, '../../..');

async function readArticles(folder: string) {
  const manifest = z.array(sourceSchema).parse(JSON.parse(await readFile(join(folder, 'sources.json'), 'utf8')));
  const articles = manifest.filter(({ kind }) => kind === 'article');
  return Promise.all(
    articles.map(async (source) => {
      const document = await readDocument(folder, source.file);
      if (!document.ok) throw new Error(document.problem);
      const passages = articlePassages(document.text, source);
      return { source, passages, people: extractPeople(passages, source), events: extractEvents(passages, source) };
    }),
  );
}

describe('the shipped articles', async () => {
  const articles = await readArticles(join(root, 'seeds'));
  const curated = z.array(personSchema).parse(JSON.parse(await readFile(join(root, 'knowledge/people.json'), 'utf8')));
  const extracted = mergePeople(
    articles.flatMap(({ people }) => people),
    articles.map(({ source }) => source),
  );

  it('name the people whom knowledge has, in the nominative and in the same service', () => {
    const known = ({ name, municipality }: { name: string; municipality: string }) => `${name}, ${municipality}`;
    expect(extracted.map(known).toSorted()).toEqual(curated.map(known).toSorted());
  });

  it('give the contact details and the starting days that knowledge has', () => {
    const details = (people: typeof curated) =>
      people.flatMap(({ name, facts }) =>
        facts.flatMap(({ attribute, value, date, evidence }) =>
          attribute === 'phone' ||
          attribute === 'email' ||
          (attribute === 'start' && evidence.source === 'helsinki-directors')
            ? [`${name} ${attribute} ${date ? JSON.stringify(date) : value.fi}`]
            : [],
        ),
      );
    expect(details(extracted).toSorted()).toEqual(details(curated).toSorted());
  });
});

describe.each(['seeds', 'test/fixtures/corpora/towns'])('records of %s', async (folder) => {
  const articles = await readArticles(join(root, folder));

  it('have the form of curated ones', () => {
    for (const { people, events } of articles) {
      z.array(personSchema).parse(people);
      z.array(eventSchema).parse(events);
    }
    expect(articles.flatMap(({ people }) => people).length).toBeGreaterThan(5);
  });

  it('quote whole passages of their document', () => {
    const stray = articles.flatMap(({ passages, people, events }) => {
      const texts = new Set(passages.map(({ text }) => foldQuote(text)));
      const evidence = [...people.flatMap(({ facts }) => facts), ...events.flatMap(({ statements }) => statements)];
      return evidence.map((item) => item.evidence.quote).filter((quote) => !texts.has(foldQuote(quote)));
    });
    expect(stray).toEqual([]);
  });
});

describe('articles without curation', async () => {
  const articles = await readArticles(join(root, 'test/fixtures/corpora/towns'));

  it('name these people and nobody else', () => {
    const names = articles.flatMap(({ people }) => people.map(({ name }) => name));
    expect([...new Set(names)].toSorted()).toEqual([
      'Aki Nuutimäki',
      'Arttu Malmikoski',
      'Eeva-Liisa Mämmilä',
      'Elina Pirttikoski',
      'Ilkka Saarenvirta',
      'Jessica Holmstedt',
      'Kaj-Mikael Wiklöf',
      'Leena Ikävalko',
      'Maria Söderblom-Ek',
      'Marjukka Lehtoranta',
      'Mikaela Törnholm',
      'Noora Pihlajakangas',
      'Pasi Niinikorpi',
      'Patrik Ahlskog',
      'Priya Lindqvist-Rao',
      'Ronja Ahlvik',
      'Sven-Olof Granlid',
      'Tarja Koivuharju',
      'Teija Haukilahti',
      'Tom Engblad',
      'Tuukka Rissasalo',
    ]);
  });
});
