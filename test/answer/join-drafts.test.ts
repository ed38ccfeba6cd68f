import { describe, expect, test } from 'vitest';
import { type Draft, emptyDraft } from '../../src/answer/draft.ts';
import { isOfSameThing, joinDrafts } from '../../src/answer/join-drafts.ts';

const quoteOf = (source: string) => ({
  source,
  file: `${source}.txt`,
  title: source,
  publisher: '',
  published: null,
  quote: `words of ${source}`,
  translation: null,
});
const draft = (headline: string, rest: Partial<Draft> = {}): Draft => ({
  ...emptyDraft('answered', headline),
  ...rest,
});
const measure = (id: string) => ({ targets: [{ programme: 'helsinki', id }] });

describe('several answers as one', () => {
  test('keep the first line of the first, and say once what is nearly the same', () => {
    const first = draft('Vaasa ei lähtenyt mukaan kuntakokeiluun.', {
      details: ['Helsinki lähti mukaan vuonna 2021.'],
    });
    const second = draft('Vaasa ei lähtenyt kuntakokeiluun mukaan', { details: ['Kokeilu on päättynyt.'] });
    const { headline, details } = joinDrafts([first, second]);
    expect(headline).toBe(first.headline);
    expect(details).toEqual(['Helsinki lähti mukaan vuonna 2021.', 'Kokeilu on päättynyt.']);
  });

  test('keep lines that differ in a figure alone', () => {
    const lines = joinDrafts([draft('Jäseniä on 421.'), draft('Jäseniä on 1108.')]).details;
    expect(lines).toEqual(['Jäseniä on 1108.']);
  });

  test('quote each source once', () => {
    const cited = { citations: [quoteOf('a')] };
    expect(joinDrafts([draft('one', cited), draft('two', cited)]).citations).toHaveLength(1);
  });

  test('show contact details to the asker alone when one of them holds some', () => {
    expect(joinDrafts([draft('one'), draft('two', { personal: true })]).personal).toBe(true);
  });
});

describe('answers about the same thing', () => {
  test.each([
    [true, 'one measure', draft('x', measure('4.3')), draft('y', measure('4.3'))],
    [false, 'two measures', draft('x', measure('4.3')), draft('y', measure('5.1'))],
    [
      true,
      'one document and no thing named',
      draft('x', { citations: [quoteOf('a')] }),
      draft('y', { citations: [quoteOf('a')] }),
    ],
    [false, 'two documents', draft('x', { citations: [quoteOf('a')] }), draft('y', { citations: [quoteOf('b')] })],
  ])('%s: %s', (same, _what, one, other) => expect(isOfSameThing(one, other)).toBe(same));
});
