import { describe, expect, it } from 'vitest';
import { decodeVectors, encodeVectors, type VectorPart } from '../../src/retrieval/vector-snapshot.ts';

const hash = (digit: string) => digit.repeat(32);
const part: VectorPart = {
  model: hash('f'),
  dimensions: 3,
  hashes: [hash('a'), hash('0')],
  vectors: Float32Array.from([1, 2, 3, -0.5, 0, 1e-9]),
};

describe('vectors on disk', () => {
  it('come back as they were, from an uneven place in memory too', () => {
    const bytes = encodeVectors(part);
    expect(decodeVectors(bytes)).toEqual({ kind: 'loaded', ...part });
    const shifted = new Uint8Array(bytes.length + 1);
    shifted.set(bytes, 1);
    expect(decodeVectors(shifted.subarray(1))).toEqual({ kind: 'loaded', ...part });
    const none = { ...part, hashes: [], vectors: new Float32Array() };
    expect(decodeVectors(encodeVectors(none))).toEqual({ kind: 'loaded', ...none });
  });

  it('are known as damaged when cut at any length or altered at any byte', () => {
    const bytes = encodeVectors(part);
    for (let length = 0; length < bytes.length; length += 1)
      expect(decodeVectors(bytes.subarray(0, length)).kind).toBe('damaged');
    for (let at = 0; at < bytes.length; at += 1) {
      const altered = bytes.slice();
      altered[at] = (altered[at] ?? 0) ^ 0x10;
      expect(decodeVectors(altered).kind).toBe('damaged');
    }
  });

  it('are refused with hashes of another form', () => {
    expect(() => encodeVectors({ ...part, model: 'x' })).toThrow(RangeError);
    expect(() => encodeVectors({ ...part, hashes: [hash('a')] })).toThrow(RangeError);
  });
});
