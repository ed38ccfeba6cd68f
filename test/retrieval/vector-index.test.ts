import { describe, expect, it } from 'vitest';
import { createVectorIndex, isDirection } from '../../src/retrieval/vector-index.ts';

const index = (rows: Record<string, number[]>, limit?: number) => {
  const [first = []] = Object.values(rows);
  return createVectorIndex(Object.keys(rows), Float32Array.from(Object.values(rows).flat()), first.length, limit);
};

describe('a vector index', () => {
  it('names the nearest first, whatever the lengths of the vectors', () => {
    const { nearest } = index({ far: [0, 9, 0, 0, 0], near: [100, 1, 0, 0, 0], middle: [1, 1, 0, 0, 0] }).compare(
      Float32Array.from([2, 0, 0, 0, 0]),
    );
    expect(nearest.map(({ key }) => key)).toEqual(['near', 'middle', 'far']);
    expect(nearest[1]?.similarity).toBeCloseTo(Math.SQRT1_2, 5);
  });

  it('agrees with sorting all of many vectors, equals in their order', () => {
    const rows = Array.from({ length: 500 }, (_, row) =>
      Array.from({ length: 7 }, (_, column) => Math.round(10 * Math.sin(row * 7.3 + column * 2.1)) + 0.5),
    );
    const query = [3, 1, -2, 5, 0.5, -1, 2];
    const cosine = (row: number[]) =>
      row.reduce((sum, value, at) => sum + value * (query[at] ?? 0), 0) / Math.hypot(...row) / Math.hypot(...query);
    const sorted = rows.map((row, at) => ({ at, cosine: cosine(row) })).toSorted((a, b) => b.cosine - a.cosine);
    const compared = index(Object.fromEntries(rows.map((row, at) => [`k${at}`, row])), 24).compare(
      Float32Array.from(query),
    );
    expect(compared.nearest).toHaveLength(24);
    for (const [place, { similarity }] of compared.nearest.entries())
      expect(similarity).toBeCloseTo(sorted[place]?.cosine ?? 9, 5);
    expect(compared.mean).toBeCloseTo(sorted.reduce((sum, row) => sum + row.cosine, 0) / 500, 5);
    expect(compared.similarityOf('k3')).toBeCloseTo(cosine(rows[3] ?? []), 5);
    expect(compared.similarityOf('unknown')).toBeNull();
  });

  it('refuses vectors of another number of dimensions', () => {
    expect(() => index({ a: [1, 2] }).compare(Float32Array.from([1, 2, 3]))).toThrow(RangeError);
    expect(() => createVectorIndex(['a'], new Float32Array(3), 2)).toThrow(RangeError);
  });

  it('may hold nothing', () => {
    expect(createVectorIndex([], new Float32Array(), 4).compare(new Float32Array(4))).toMatchObject({
      nearest: [],
      mean: 0,
    });
  });
});

it('numbers without a direction are told from vectors', () => {
  expect(
    [[1, 0], [], [0, 0], [1, Number.NaN], [Infinity, 1]].map((row) => isDirection(Float32Array.from(row))),
  ).toEqual([true, false, false, false, false]);
});
