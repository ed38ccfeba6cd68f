import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withinOneEdit } from '../../src/answer/word-bags.ts';

describe('one edit', () => {
  test.each([
    ['nothing', 'kaupunki', 'kaupunki'],
    ['a letter changed', 'kaupunki', 'kaupunka'],
    ['the first letter changed', 'kaupunki', 'taupunki'],
    ['a letter missing', 'kaupunki', 'kaupuki'],
    ['a letter added', 'kaupunki', 'kauppunki'],
    ['a letter added at the end', 'kaupunki', 'kaupunkia'],
    ['two neighbours swapped', 'kaupunki', 'kaupnuki'],
    ['the first two swapped', 'kaupunki', 'akupunki'],
    ['the last two swapped', 'kaupunki', 'kaupunik'],
    ['one letter for none', 'a', ''],
  ])('apart are words with %s: %s, %s', (_edit, one, other) => {
    expect(withinOneEdit(one, other)).toBe(true);
    expect(withinOneEdit(other, one)).toBe(true);
  });

  test.each([
    ['two letters changed', 'kaupunki', 'kauputka'],
    ['two letters missing', 'kaupunki', 'kaupun'],
    ['a letter moved far', 'kaupunki', 'aupunkik'],
    ['letters swapped that are no neighbours', 'abcd', 'cbad'],
    ['one changed and one added', 'kaupunki', 'kaupankii'],
    ['two letters for none', '', 'ab'],
  ])('does not make %s the same: %s, %s', (_edit, one, other) => {
    expect(withinOneEdit(one, other)).toBe(false);
    expect(withinOneEdit(other, one)).toBe(false);
  });

  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'ä'), maxLength: 7 });

  test('is the same both ways', () => {
    fc.assert(
      fc.property(word, word, (one, other) => {
        expect(withinOneEdit(one, other)).toBe(withinOneEdit(other, one));
      }),
    );
  });

  test('is what edits make: one letter put in anywhere', () => {
    fc.assert(
      fc.property(word, fc.nat(7), fc.constantFrom('a', 'b', 'x'), (one, at, letter) => {
        expect(withinOneEdit(one, one.slice(0, at) + letter + one.slice(at))).toBe(true);
      }),
    );
  });
});
