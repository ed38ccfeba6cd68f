import { decodeVectors, encodeVectors } from '../retrieval/vector-snapshot.ts';
import { type VectorIndex, createVectorIndex } from '../retrieval/vector-index.ts';
import { type EmbeddedText, hashOf } from './embed.ts';

/**
 * Where vectors are kept between starts: parts, each whole or not there. A cache that cannot be written costs the next start the
 * embedding, and nothing else.
 */
export type VectorCache = {
  /** All parts, in the order in which they were added. */
  read: () => Promise<readonly Uint8Array[]>;
  add: (part: Uint8Array) => Promise<void>;
  /** Puts this part in the place of all others. */
  replace: (part: Uint8Array) => Promise<void>;
};

/** Vectors of one model, by the hash of their text. */
export type KnownVectors = {
  /** Null while none is known. */
  dimensions: number | null;
  byHash: Map<string, Float32Array>;
  /** True when the cache holds more than one part, or a part that is of no use. */
  untidy: boolean;
};

/** What names a model in the cache: its address, name and number of dimensions, as one text. */
export type ModelName = string;

/** The vectors of this model that the cache holds. Damaged parts, and those of other models or dimensions than the last part's, count for nothing. */
export async function readVectors(cache: VectorCache, model: ModelName): Promise<KnownVectors> {
  const parts = await cache.read();
  const own = parts.flatMap((bytes) => {
    const part = decodeVectors(bytes);
    return part.kind === 'loaded' && part.model === hashOf(model) ? [part] : [];
  });
  const dimensions = own.at(-1)?.dimensions ?? null;
  const usable = own.filter((part) => part.dimensions === dimensions);
  const byHash = new Map<string, Float32Array>();
  for (const part of usable)
    for (const [index, hash] of part.hashes.entries())
      byHash.set(hash, part.vectors.subarray(index * part.dimensions, (index + 1) * part.dimensions));
  return { dimensions, byHash, untidy: parts.length > 1 || usable.length < parts.length };
}

/** Vectors as one part of the cache. */
export function toPart(model: ModelName, dimensions: number, vectors: ReadonlyMap<string, Float32Array>): Uint8Array {
  return encodeVectors({
    model: hashOf(model),
    dimensions,
    hashes: [...vectors.keys()],
    vectors: pack([...vectors.values()], dimensions),
  });
}

/** An index over the texts whose vectors are known, null when none is. */
export function indexOf(texts: readonly EmbeddedText[], { dimensions, byHash }: KnownVectors): VectorIndex | null {
  const held = texts.flatMap(({ key, hash }) => {
    const vector = byHash.get(hash);
    return vector === undefined ? [] : [{ key, vector }];
  });
  if (dimensions === null || held.length === 0) return null;
  const packed = pack(
    held.map(({ vector }) => vector),
    dimensions,
  );
  return createVectorIndex(
    held.map(({ key }) => key),
    packed,
    dimensions,
  );
}

function pack(vectors: readonly Float32Array[], dimensions: number): Float32Array {
  const packed = new Float32Array(vectors.length * dimensions);
  for (const [index, vector] of vectors.entries()) packed.set(vector, index * dimensions);
  return packed;
}
