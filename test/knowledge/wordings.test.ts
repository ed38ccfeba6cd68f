import { beforeAll, describe, expect, it } from 'vitest';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import { languages } from '../../src/domain/language.ts';
import { loadCatalogue } from '../../src/ingest/catalogue.ts';
import { configFor } from '../support/terminal.ts';

let catalogue: Catalogue;
beforeAll(async () => {
  const { seedsDir: seeds, knowledgeDir: knowledge } = configFor();
  ({ catalogue } = await loadCatalogue({ seeds, knowledge }));
});

describe('the shipped ways of asking', () => {
  it('are many, in each language, and tell apart what is said from what is not', () => {
    for (const language of languages)
      expect(catalogue.wordings.flatMap((wording) => wording[language]).length).toBeGreaterThan(5_000);
    expect(catalogue.wordings.filter(({ absent }) => absent).length).toBeGreaterThan(150);
  });

  it('stand in one record each', () => {
    const seen = new Map<string, string>();
    const twice = catalogue.wordings.flatMap((wording) =>
      languages.flatMap((language) =>
        wording[language].filter((text) => {
          const key = `${language}:${text.toLowerCase()}`;
          const known = seen.has(key);
          seen.set(key, wording.about);
          return known;
        }),
      ),
    );
    expect(twice).toEqual([]);
  });

  it('are about things that the catalogue holds', () => {
    const rows = catalogue.programmes.flatMap(({ id, goals }) =>
      goals.flatMap((goal) => [
        `goal:${id}:${goal.id}`,
        ...goal.measures.map((measure) => `measure:${id}:${measure.id}`),
      ]),
    );
    const known = new Set([
      ...rows,
      ...catalogue.programmes.map(({ id }) => `programme:${id}`),
      ...catalogue.people.map(({ id }) => `person:${id}`),
      ...catalogue.events.map(({ id }) => `event:${id}`),
      ...catalogue.glossary.map(({ id }) => `glossary:${id}`),
      ...catalogue.sources.map(({ id }) => `source:${id}`),
    ]);
    expect(catalogue.wordings.filter(({ about }) => !known.has(about)).map(({ about }) => about)).toEqual([]);
  });

  it('say what answers, unless the thing itself does or nothing does', () => {
    const unclear = catalogue.wordings.filter(
      ({ about, show, quotes, absent }) =>
        !absent && show.length === 0 && quotes.length === 0 && !/^(?:event|glossary|goal|measure):/.test(about),
    );
    expect(unclear.map(({ about, en }) => `${about}: ${en[0]}`)).toEqual([]);
  });
});
