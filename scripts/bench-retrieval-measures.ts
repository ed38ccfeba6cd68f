/** Measures of one ranked list, each from 0 to 1. */
export type Measures = {
  /** Normalised discounted cumulative gain (Järvelin and Kekäläinen 2002) with binary relevance: gain 1, discount log2(rank + 1). */
  ndcg: number;
  /** Share of the relevant documents that are in the list. */
  recall: number;
  /** 1 / rank of the first relevant document, 0 without one. */
  reciprocalRank: number;
  /** 1 when the first document is relevant. */
  first: number;
};

const cutOff = 10;

/** The measures of the first ten of `ranked`. `relevant` is not empty. */
export const measureRanking = (ranked: readonly string[], relevant: ReadonlySet<string>): Measures => {
  const found = ranked.slice(0, cutOff).map((id) => relevant.has(id));
  const gainAt = (index: number): number => 1 / Math.log2(index + 2);
  const gain = found.reduce((sum, hit, index) => sum + (hit ? gainAt(index) : 0), 0);
  let ideal = 0;
  for (let index = 0; index < Math.min(cutOff, relevant.size); index += 1) ideal += gainAt(index);
  const rank = found.indexOf(true) + 1;
  return {
    ndcg: gain / ideal,
    recall: found.filter(Boolean).length / relevant.size,
    reciprocalRank: rank === 0 ? 0 : 1 / rank,
    first: rank === 1 ? 1 : 0,
  };
};

/** The mean of each measure; `all` is not empty. */
export const meanMeasures = (all: readonly Measures[]): Measures => {
  const mean = (value: (measures: Measures) => number): number =>
    all.reduce((sum, measures) => sum + value(measures), 0) / all.length;
  return {
    ndcg: mean(({ ndcg }) => ndcg),
    recall: mean(({ recall }) => recall),
    reciprocalRank: mean(({ reciprocalRank }) => reciprocalRank),
    first: mean(({ first }) => first),
  };
};

/** The smallest of `values` that at least `share` (0 to 1) of them do not exceed; `values` is not empty. */
export const quantile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
};
