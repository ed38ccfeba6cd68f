import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languages } from '../../src/domain/language.ts';
import { decodeSnapshot, encodeSnapshot, snapshotVersion } from '../../src/retrieval/index-snapshot.ts';
import { buildLexicalIndex, updateLexicalIndex } from '../../src/retrieval/lexical-index.ts';

const texts = ['Sysselsättningsdirektören i Vasa', 'Språkkurser för invandrare', '🙂 \ud800', '', 'Vasa 1.1.2025'];
const index = buildLexicalIndex(
  texts.map((text, ordinal) => ({ key: `k${ordinal}`, text })),
  'sv',
);
const bytes = encodeSnapshot(index);

const altered = (change: (copy: Uint8Array) => void): Uint8Array => {
  const copy = new Uint8Array(bytes);
  change(copy);
  return copy;
};

describe('a snapshot', () => {
  it.each(['vasa', 'språkkurs', 'sysselsättning', '2025'])(
    'gives the same hits for %j as the index it was made of',
    (query) => {
      const decoded = decodeSnapshot(bytes, 'sv');
      if (decoded.kind !== 'loaded') throw new Error(decoded.kind);
      expect(decoded.index.search(query)).toEqual(index.search(query));
      expect(decoded.index.search(query)).not.toEqual([]);
    },
  );

  it('of any documents comes back as it was', () => {
    const documents = fc.array(fc.record({ key: fc.string({ unit: 'binary' }), text: fc.string({ unit: 'binary' }) }));
    fc.assert(
      fc.property(documents, fc.constantFrom(...languages), (chosen, language) => {
        const original = buildLexicalIndex(chosen, language);
        const decoded = decodeSnapshot(encodeSnapshot(original), language);
        if (decoded.kind !== 'loaded') throw new Error(decoded.kind);
        expect(decoded.index.data).toEqual(original.data);
        expect(chosen.map((_, ordinal) => decoded.index.keyAt(ordinal))).toEqual(chosen.map(({ key }) => key));
      }),
    );
  });

  it('can be read from anywhere in a larger buffer', () => {
    for (const offset of [1, 2, 3, 4]) {
      const buffer = new Uint8Array(bytes.length + 8);
      buffer.set(bytes, offset);
      expect(decodeSnapshot(buffer.subarray(offset, offset + bytes.length), 'sv').kind).toBe('loaded');
    }
  });

  it('can be updated after it was loaded', () => {
    const decoded = decodeSnapshot(bytes, 'sv');
    if (decoded.kind !== 'loaded') throw new Error(decoded.kind);
    const updated = updateLexicalIndex(decoded.index, [{ key: 'k1', text: texts[1] ?? '' }]);
    expect(updated).toMatchObject({ analysed: 0, reused: 1 });
    expect(updated.index.search('språkkurs').map(({ key }) => key)).toEqual(['k1']);
  });
});

describe('a snapshot that cannot be used', () => {
  it('is never loaded, whichever one byte is changed', () => {
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const flipped = altered((copy) => {
          copy[at] = (copy[at] ?? 0) ^ change;
        });
        expect(decodeSnapshot(flipped, 'sv').kind).not.toBe('loaded');
      }),
      { numRuns: 1000 },
    );
  });

  it.each<[string, Uint8Array]>([
    ['of no bytes', new Uint8Array()],
    ['that ends within the header', bytes.subarray(0, 23)],
    ['that ends behind the header', bytes.subarray(0, 24)],
    ['that lacks its last byte', bytes.subarray(0, -1)],
    ['that has a byte too many', Buffer.concat([bytes, Buffer.from([0])])],
    ['with a changed posting', altered((copy) => copy.fill(255, -8))],
    ['that is another file', Buffer.from('{"documents": [], "version": 1}')],
  ])('is damaged: one %s', (_, given) => {
    expect(decodeSnapshot(given, 'sv').kind).toBe('damaged');
  });

  it.each<[string, number, number]>([
    ['format', 4, snapshotVersion + 1],
    ['analysis', 8, 99],
  ])('is of another version: one whose %s has another number', (_, offset, version) => {
    const other = altered((copy) => new DataView(copy.buffer).setUint32(offset, version, true));
    expect(decodeSnapshot(other, 'sv').kind).toBe('otherVersion');
  });

  it('is of another language than the one asked for', () => {
    expect(decodeSnapshot(bytes, 'fi')).toEqual({ kind: 'otherLanguage', language: 'sv' });
  });
});
