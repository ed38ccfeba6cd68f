import { expect, test } from 'vitest';
import type { Term } from '../../src/domain/term.ts';
import { createPlaceFinder } from '../../src/answer/place-words.ts';

const city = (id: string, fi: string, sv: string): Term => ({
  id,
  area: 'municipalities',
  fi: [fi],
  sv: [sv],
  en: [fi],
});
const findPlace = createPlaceFinder([
  city('turku', 'Turku', 'Åbo'),
  city('lahti', 'Lahti', 'Lahtis'),
  city('helsinki', 'Helsinki', 'Helsingfors'),
  city('vaasa', 'Vaasa', 'Vasa'),
]);

test.each([
  ['turkulaisten', 'turku'],
  ['lahtelainen', 'lahti'],
  ['helsinkiläisistä', 'helsinki'],
  ['åbobor', 'turku'],
  ['vasaborna', 'vaasa'],
  ['åboregionen', 'turku'],
  ['vasas', 'vaasa'],
  ['helsingforsregionens', 'helsinki'],
])('%s speaks of %s', (word, id) => {
  expect(findPlace(word).map((term) => term.id)).toEqual([id]);
});

test.each(['helsinkiläisyrittäjä', 'kunnallinen', 'neighbor', 'turku'])('%s does not', (word) => {
  expect(findPlace(word)).toEqual([]);
});
