import type { Language } from '../../../src/domain/language.ts';
import type { Source } from '../../../src/domain/source.ts';
import { articlePassages } from '../../../src/ingest/article.ts';
import { extractEvents } from '../../../src/ingest/extract/events.ts';
import type { TranslateTerm } from '../../../src/ingest/extract/localize.ts';
import { extractPeople } from '../../../src/ingest/extract/people.ts';

/** An article's manifest entry with what a test does not care about filled in. */
export function articleSource(language: Language, fields: Partial<Source> = {}): Source {
  return {
    id: 'release',
    file: 'release.txt',
    title: 'Untitled',
    publisher: 'Testi',
    municipality: 'Testi',
    language,
    published: '2025-02-03',
    kind: 'article',
    ...fields,
  };
}

export function peopleOf(language: Language, text: string, fields: Partial<Source> = {}, translate?: TranslateTerm) {
  const source = articleSource(language, fields);
  return extractPeople(articlePassages(text, source), source, translate);
}

export function eventsOf(language: Language, text: string, fields: Partial<Source> = {}) {
  const source = articleSource(language, fields);
  return extractEvents(articlePassages(text, source), source);
}

/** Each person as "Name: title, title (former post)", for tables. */
export function holdersIn(language: Language, text: string): string[] {
  return peopleOf(language, text).map(({ name, titles, facts }) => {
    const previous = facts
      .filter(({ attribute }) => attribute === 'previous')
      .map(({ value }) => `(${value[language]})`);
    return `${name}: ${[...titles[language], ...(titles[language].length === 0 ? previous : [])].join(', ')}`;
  });
}
