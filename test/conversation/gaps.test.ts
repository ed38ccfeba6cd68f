import { expect, test } from 'vitest';
import type { KeptQuestion } from '../../src/conversation/data.ts';
import { groupGaps } from '../../src/conversation/gaps.ts';
import { overlap } from '../../src/conversation/keywords.ts';

let minute = 0;
function question(text: string, over: Partial<KeptQuestion> = {}): KeptQuestion {
  minute += 1;
  return {
    id: text,
    at: new Date(Date.UTC(2026, 10, 22, 8, minute)).toISOString(),
    user: 'U1',
    text,
    language: 'fi',
    outcome: 'not_found',
    answer: '',
    targets: [],
    people: [],
    organisations: [],
    events: [],
    place: null,
    ratings: [],
    ...over,
  };
}
const disliked = (reason: 'wrong' | 'outdated'): Pick<KeptQuestion, 'ratings'> => ({
  ratings: [{ user: 'U2', at: '2026-11-22T08:00:00Z', verdict: 'notUseful', reason, comment: null }],
});
const words = (text: string) =>
  text
    .toLowerCase()
    .split(/\W+/)
    .filter((word) => word.length > 3);
const spouse = { programme: 'helsinki', id: '4.3' };

test('questions about one measure are one topic, however they are worded, and the most frequent topic comes first', () => {
  const gaps = groupGaps(
    [
      question('paljonko parkkipaikka maksaa'),
      question('puoliso-ohjelman budjetti', { targets: [spouse] }),
      question('what does the spouse programme cost', { targets: [spouse], language: 'en', outcome: 'not_stated' }),
    ],
    words,
  );
  expect(gaps).toMatchObject([
    { topic: { kind: 'target', target: spouse }, count: 2, unanswered: 2, disliked: 0 },
    { topic: { kind: 'words', text: 'paljonko parkkipaikka maksaa' }, count: 1 },
  ]);
});

test('questions about nothing known are one topic when half of their words agree', () => {
  const gaps = groupGaps(
    [
      question('paljonko parkkipaikka maksaa'),
      question('parkkipaikka maksaa mitä'),
      question('milloin kahvila aukeaa aamulla'),
    ],
    words,
  );
  expect(gaps.map(({ count }) => count)).toEqual([2, 1]);
  expect(gaps[0]?.topic).toEqual({ kind: 'words', text: 'parkkipaikka maksaa mitä' });
});

test('a disliked answer is a gap with its reasons; an answer that nobody disliked is none', () => {
  const gaps = groupGaps(
    [
      question('kuka johtaa', { outcome: 'answered', people: ['gassen'], ...disliked('outdated') }),
      question('kuka johtaa nyt', { outcome: 'answered', people: ['gassen'], ...disliked('wrong') }),
      question('hyvä vastaus', { outcome: 'answered' }),
      question('älä kysy tätä', { outcome: 'refused' }),
    ],
    words,
  );
  expect(gaps).toMatchObject([
    { topic: { kind: 'person', id: 'gassen' }, count: 2, unanswered: 0, disliked: 2, reasons: ['wrong', 'outdated'] },
  ]);
});

test('a question both unanswered and disliked counts once', () => {
  const [gap] = groupGaps([question('jotain muuta', disliked('wrong'))], words);
  expect(gap).toMatchObject({ count: 1, unanswered: 1, disliked: 1 });
});

test('at most three different examples are given, newest first, and nobody is named', () => {
  const gaps = groupGaps(
    ['yksi', 'kaksi', 'kaksi', 'kolme', 'neljä'].map((text) => question(text, { events: ['transfer'] })),
    words,
  );
  expect(gaps).toMatchObject([{ count: 5, examples: ['neljä', 'kolme', 'kaksi'] }]);
  expect(JSON.stringify(gaps)).not.toContain('U1');
});

test.each([
  [['a', 'b'], ['b', 'a'], 1],
  [['a', 'b'], ['b', 'c'], 1 / 3],
  [['a', 'a'], ['a'], 1],
  [[], ['a'], 0],
  [[], [], 0],
])('%j and %j overlap by %f', (a, b, share) => {
  expect(overlap(a, b)).toBeCloseTo(share);
});
