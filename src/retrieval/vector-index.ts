/** Vectors of texts, each of length 1, beside their keys. */
export type VectorIndex = {
  /** Number of texts. */
  size: number;
  dimensions: number;
  has: (key: string) => boolean;
  /** How near each text is to a vector. Throws a RangeError for a vector of another number of dimensions. */
  compare: (vector: Float32Array) => Comparison;
};

/** Cosine similarities of one vector to all texts, by the order of the keys. */
export type Comparison = {
  /** The most similar texts, the nearest first, equals in the order of the keys. */
  nearest: readonly { key: string; similarity: number }[];
  /** -1 to 1; null for a text that has no vector. */
  similarityOf: (key: string) => number | null;
  /** The mean over all texts: how near an unrelated text is in this model. */
  mean: number;
};

/**
 * An index over vectors packed one after another, `dimensions` numbers each, in the order of the keys. The vectors are scaled to length 1
 * in place and kept. `limit` is how many of the nearest are named (default 24).
 */
export function createVectorIndex(
  keys: readonly string[],
  vectors: Float32Array,
  dimensions: number,
  limit = 24,
): VectorIndex {
  if (vectors.length !== keys.length * dimensions)
    throw new RangeError(`${vectors.length} numbers are not ${keys.length} vectors of ${dimensions}`);
  const ordinals = new Map(keys.map((key, ordinal) => [key, ordinal]));
  for (let at = 0; at < vectors.length; at += dimensions) scaleToUnit(vectors.subarray(at, at + dimensions));
  return {
    size: keys.length,
    dimensions,
    has: (key) => ordinals.has(key),
    compare: (vector) => {
      if (vector.length !== dimensions) throw new RangeError(`a vector of ${vector.length} instead of ${dimensions}`);
      const similarities = multiply(vectors, scaleToUnit(vector.slice()), keys.length);
      return {
        nearest: largest(similarities, limit).map((ordinal) => ({
          key: keys[ordinal] ?? '',
          similarity: similarities[ordinal] ?? 0,
        })),
        similarityOf: (key) => {
          const ordinal = ordinals.get(key);
          return ordinal === undefined ? null : (similarities[ordinal] ?? null);
        },
        mean: sumOf(similarities) / Math.max(1, keys.length),
      };
    },
  };
}

/** True for numbers that have a direction: all finite, not all zero. */
export function isDirection(vector: Float32Array): boolean {
  return vector.length > 0 && vector.every(Number.isFinite) && vector.some((value) => value !== 0);
}

function scaleToUnit(vector: Float32Array): Float32Array {
  let squares = 0;
  for (const value of vector) squares += value * value;
  const length = Math.sqrt(squares);
  if (length > 0) for (let at = 0; at < vector.length; at += 1) vector[at] = (vector[at] ?? 0) / length;
  return vector;
}

function sumOf(values: Float32Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}

/** The products of one vector with each of the packed ones. Four sums side by side let the processor overlap them. */
function multiply(packed: Float32Array, vector: Float32Array, count: number): Float32Array {
  const dimensions = vector.length;
  const wholes = dimensions - (dimensions % 4);
  const products = new Float32Array(count);
  for (let ordinal = 0; ordinal < count; ordinal += 1) {
    const start = ordinal * dimensions;
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    for (let inner = 0; inner < wholes; inner += 4) {
      const at = start + inner;
      a += (packed[at] ?? 0) * (vector[inner] ?? 0);
      b += (packed[at + 1] ?? 0) * (vector[inner + 1] ?? 0);
      c += (packed[at + 2] ?? 0) * (vector[inner + 2] ?? 0);
      d += (packed[at + 3] ?? 0) * (vector[inner + 3] ?? 0);
    }
    for (let inner = wholes; inner < dimensions; inner += 1) a += (packed[start + inner] ?? 0) * (vector[inner] ?? 0);
    products[ordinal] = a + b + c + d;
  }
  return products;
}

/** The ordinals of the largest values, largest first, equals by ordinal. A short sorted list: most values do not enter it. */
function largest(values: Float32Array, limit: number): number[] {
  const best: number[] = [];
  let lowest = -Infinity;
  for (let ordinal = 0; ordinal < values.length; ordinal += 1) {
    const value = values[ordinal] ?? 0;
    if (best.length >= limit && value <= lowest) continue;
    let place = best.length;
    while (place > 0 && (values[best[place - 1] ?? 0] ?? 0) < value) place -= 1;
    best.splice(place, 0, ordinal);
    if (best.length > limit) best.pop();
    lowest = values[best.at(-1) ?? 0] ?? 0;
  }
  return best;
}
