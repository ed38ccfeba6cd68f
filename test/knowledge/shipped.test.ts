import { beforeAll, describe, expect, it } from 'vitest';
import { type Language, languages } from '../../src/domain/language.ts';
import { type InspectedCatalogue, inspectCatalogue } from '../../src/ingest/catalogue.ts';
import { reviewTranslations } from '../../src/ingest/translation-review.ts';
import { configFor } from '../support/terminal.ts';

let shipped: InspectedCatalogue;
beforeAll(async () => {
  const { seedsDir: seeds, knowledgeDir: knowledge } = configFor();
  shipped = await inspectCatalogue({ seeds, knowledge });
});

describe('the shipped knowledge', () => {
  it('quotes its documents word for word', () => {
    expect(shipped.brokenQuotes).toEqual([]);
    expect(shipped.leftAside).toBe(0);
  });

  it('has a current translation of every sentence and cell into the other two languages', () => {
    const { stale, missing } = reviewTranslations(shipped.catalogue.passages, shipped.translations);
    expect(stale.map(({ file, original }) => `${file}: ${original}`)).toEqual([]);
    expect(
      missing.map(({ source, language, passages }) => ({ source, language, texts: passages.map(({ text }) => text) })),
    ).toEqual([]);
  });

  it('names every goal and measure in the three languages', () => {
    const unnamed = shipped.catalogue.programmes.flatMap(({ id: programme, goals }) => {
      const named = shipped.catalogue.programmeKnowledge.find(({ id }) => id === programme)?.titles ?? [];
      const ids = new Set(named.map(({ id }) => id));
      return goals.flatMap((goal) => [goal.id, ...goal.measures.map(({ id }) => id)]).filter((id) => !ids.has(id));
    });
    expect(unnamed).toEqual([]);
  });

  it('tells which older statements of a date a newer one has taken the place of', () => {
    const disputed = shipped.catalogue.events.filter(({ statements }) => statements.length > 1);
    expect(disputed.length).toBeGreaterThan(0);
    const published = new Map(shipped.catalogue.sources.map(({ id, published: day }) => [id, day]));
    for (const { statements } of disputed) {
      const days = statements.flatMap(({ evidence }) => published.get(evidence.source) ?? []);
      expect(days).toEqual(days.toSorted((a, b) => a.localeCompare(b)));
    }
  });

  it.each(languages)('has a name in %s for every body, post and event', (language: Language) => {
    const { organisations, people, events } = shipped.catalogue;
    expect(organisations.filter(({ name }) => name[language].trim() === '')).toEqual([]);
    expect(people.filter(({ titles }) => titles[language].length === 0).map(({ id }) => id)).toEqual([]);
    expect(events.filter(({ name }) => name[language].trim() === '')).toEqual([]);
  });
});
