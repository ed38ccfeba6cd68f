import { describe, expect, it } from 'vitest';
import { meanMeasures, measureRanking, quantile } from '../../scripts/bench-retrieval-measures.ts';

const list = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k'];

describe('the measures of a ranking', () => {
  it.each<[string, string[], number, number, number, number]>([
    ['the first', ['a'], 1, 1, 1, 1],
    ['the second', ['b'], 1 / Math.log2(3), 1, 1 / 2, 0],
    ['the tenth', ['j'], 1 / Math.log2(11), 1, 1 / 10, 0],
    ['none', ['z'], 0, 0, 0, 0],
    ['only the eleventh', ['k'], 0, 0, 0, 0],
    ['the first of two', ['a', 'z'], 1 / (1 + 1 / Math.log2(3)), 1 / 2, 1, 1],
    ['both first two', ['b', 'a'], 1, 1, 1, 1],
  ])('in which %s is relevant', (_, relevant, ndcg, recall, reciprocalRank, first) => {
    const measures = measureRanking(list, new Set(relevant));
    expect(measures.ndcg).toBeCloseTo(ndcg, 12);
    expect(measures).toMatchObject({ recall, reciprocalRank, first });
  });

  it('are averaged one by one', () => {
    const one = { ndcg: 1, recall: 0.5, reciprocalRank: 1, first: 1 };
    const other = { ndcg: 0, recall: 0.25, reciprocalRank: 0.5, first: 0 };
    expect(meanMeasures([one, other])).toEqual({ ndcg: 0.5, recall: 0.375, reciprocalRank: 0.75, first: 0.5 });
  });
});

describe('a quantile', () => {
  it.each<[number[], number, number]>([
    [[3, 1, 2], 0.5, 2],
    [[4, 3, 2, 1], 0.5, 2],
    [[7], 0.99, 7],
    [Array.from({ length: 100 }, (_, index) => index + 1), 0.99, 99],
  ])('of %j at %d', (values, share, expected) => {
    expect(quantile(values, share)).toBe(expected);
  });
});
