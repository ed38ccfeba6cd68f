import type { Accumulator } from './lexical-index-field.ts';

export type ScoredOrdinal = { ordinal: number; score: number };

/** True when `a` ranks below `b`: by score, and among equals the later document. */
const ranksBelow = (a: ScoredOrdinal, b: ScoredOrdinal): boolean =>
  a.score < b.score || (a.score === b.score && a.ordinal > b.ordinal);

/** Restores the heap after its root was replaced; the root is the lowest-ranking of all. */
const siftDown = (heap: ScoredOrdinal[]): void => {
  let parent = 0;
  for (;;) {
    let lowest = parent;
    for (const child of [2 * parent + 1, 2 * parent + 2]) {
      const candidate = heap[child];
      const best = heap[lowest];
      if (candidate !== undefined && best !== undefined && ranksBelow(candidate, best)) lowest = child;
    }
    const moving = heap[parent];
    const raised = heap[lowest];
    if (lowest === parent || moving === undefined || raised === undefined) return;
    heap[parent] = raised;
    heap[lowest] = moving;
    parent = lowest;
  }
};

/**
 * The `limit` best of the accumulator's documents that `admits` lets through, best first, equals by ordinal.
 * `admits` is asked only about documents that would enter the list.
 */
export const topScores = (
  { scores, touched, count }: Accumulator,
  limit: number,
  admits: (ordinal: number) => boolean,
): ScoredOrdinal[] => {
  const heap: ScoredOrdinal[] = [];
  if (limit < 1) return heap;
  for (let index = 0; index < count; index += 1) {
    const ordinal = touched[index] ?? 0;
    const score = scores[ordinal] ?? 0;
    const lowest = heap[0];
    if (heap.length < limit || lowest === undefined) {
      if (!admits(ordinal)) continue;
      heap.push({ ordinal, score });
      // Sorted from the lowest is a heap; from here on only the root is replaced.
      if (heap.length >= limit) heap.sort((a, b) => (ranksBelow(a, b) ? -1 : 1));
    } else if (score > lowest.score || (score === lowest.score && ordinal < lowest.ordinal)) {
      if (!admits(ordinal)) continue;
      heap[0] = { ordinal, score };
      siftDown(heap);
    }
  }
  return heap.sort((a, b) => (ranksBelow(a, b) ? 1 : -1));
};
