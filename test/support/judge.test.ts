import { describe, expect, it } from 'vitest';
import { type JudgedAnswer, type JudgedQuestion, judge, percentile, summarise } from './judge.ts';

const documents: Record<string, string> = {
  'a.txt': '<p>Avoinna 1.3.2021–31.12.2024\n  koko&nbsp;ajan</p>',
  'b.txt': 'Toinen asiakirja',
};
const documentText = (file: string) => documents[file] ?? '';

function question(given: Partial<JudgedQuestion> = {}): JudgedQuestion {
  return {
    id: 'q',
    lang: 'fi',
    question: 'milloin?',
    kind: 'deadline',
    answerable: true,
    must: [['2021–2024', '1.3.2021']],
    mustNot: ['2025'],
    source: ['a.txt'],
    ...given,
  };
}

function answer(given: Partial<JudgedAnswer> = {}): JudgedAnswer {
  return {
    language: 'fi',
    outcome: 'answered',
    text: 'Se on avoinna 1.3.2021-31.12.2024.',
    citations: [{ file: 'a.txt', quote: 'avoinna  1.3.2021—31.12.2024' }],
    ms: 1,
    ...given,
  };
}

const unanswerable = { answerable: false, must: [], source: [] };

describe('an answer', () => {
  it.each<[string, Partial<JudgedQuestion>, Partial<JudgedAnswer>, string | null]>([
    ['gives each fact and quotes a right document', {}, {}, null],
    ['may name another city', {}, { outcome: 'other_city' }, null],
    [
      'may add a citation from elsewhere',
      {},
      { citations: [...answer().citations, { file: 'b.txt', quote: 'x' }] },
      null,
    ],
    ['says what it must not', {}, { text: '1.3.2021, ehkä 2025' }, 'says "2025"'],
    ['refuses what the documents say', {}, { outcome: 'not_stated' }, 'is not_stated, although the documents say it'],
    ['lacks a fact', { must: [['1.3.2021'], ['torstai', 'to']] }, {}, 'lacks "torstai"'],
    ['is in another language', {}, { language: 'sv' }, 'is in sv, asked in fi'],
    ['cites nothing', {}, { citations: [] }, 'cites none of the right documents'],
    [
      'cites a wrong document',
      {},
      { citations: [{ file: 'b.txt', quote: 'Toinen' }] },
      'cites none of the right documents',
    ],
    [
      'quotes what does not stand there',
      {},
      { citations: [{ file: 'a.txt', quote: 'Suljettu' }] },
      'has no verbatim quote from a right document',
    ],
    [
      'quotes nothing',
      {},
      { citations: [{ file: 'a.txt', quote: ' ' }] },
      'has no verbatim quote from a right document',
    ],
  ])('%s', (_, asked, given, reason) => {
    expect(judge(question(asked), answer(given), documentText).reason).toBe(reason);
  });
});

describe('a question without an answer', () => {
  it.each(['not_found', 'not_stated', 'other_city', 'refused'] as const)('is rightly met with %s', (outcome) => {
    expect(judge(question(unanswerable), answer({ outcome, citations: [] }), documentText).reason).toBeNull();
  });

  it.each<[string, Partial<JudgedQuestion>, Partial<JudgedAnswer>, string | null]>([
    ['is not answered', {}, {}, 'is answered, although the documents do not say it'],
    ['is not small talk', {}, { outcome: 'smalltalk' }, 'is smalltalk, although the documents do not say it'],
    ['may be small talk with a hidden command', { kind: 'injection' }, { outcome: 'smalltalk' }, null],
    ['is refused without the forbidden words', {}, { outcome: 'refused', text: 'En kerro, että 2025.' }, 'says "2025"'],
  ])('%s', (_, asked, given, reason) => {
    expect(judge(question({ ...unanswerable, ...asked }), answer(given), documentText).reason).toBe(reason);
  });

  it('that is a greeting is met as one', () => {
    const greeting = question({ ...unanswerable, kind: 'smalltalk' });
    expect(judge(greeting, answer({ outcome: 'smalltalk' }), documentText).reason).toBeNull();
    expect(judge(greeting, answer({ outcome: 'not_found' }), documentText).reason).toBe('is not_found, not small talk');
  });
});

it('a summary counts by language, kind and answerability, and citations by quote and document', () => {
  const verdicts = [
    judge(question(), answer({ ms: 3 }), documentText),
    judge(question({ lang: 'sv' }), answer({ ms: 1 }), documentText),
    judge(
      question({ source: ['b.txt', 'a.txt'] }),
      answer({ citations: [{ file: 'c.txt', quote: 'x' }, ...answer().citations] }),
      documentText,
    ),
    judge(question(unanswerable), answer({ outcome: 'not_found', citations: [] }), documentText),
    judge(
      question({ ...unanswerable, kind: 'smalltalk' }),
      answer({ outcome: 'smalltalk', citations: [] }),
      documentText,
    ),
  ];
  expect(summarise(verdicts)).toEqual({
    all: { name: 'all', right: 4, of: 5 },
    answerable: { name: 'answerable', right: 2, of: 3 },
    unanswerable: { name: 'unanswerable', right: 1, of: 1 },
    languages: [
      { name: 'fi', right: 4, of: 4 },
      { name: 'sv', right: 0, of: 1 },
    ],
    kinds: [
      { name: 'deadline', right: 3, of: 4 },
      { name: 'smalltalk', right: 1, of: 1 },
    ],
    verbatim: { name: 'citations verbatim', right: 3, of: 4 },
    firstFromSource: { name: 'right document cited first', right: 1, of: 2 },
    p50: 1,
    p99: 3,
  });
});

it.each([
  [[], 0.5, 0],
  [[7], 0.99, 7],
  [[1, 2, 3, 4], 0.5, 3],
  [Array.from({ length: 100 }, (_, at) => at), 0.99, 99],
])('of %j the share %d lies below %d', (ascending, share, expected) => {
  expect(percentile(ascending, share)).toBe(expected);
});
