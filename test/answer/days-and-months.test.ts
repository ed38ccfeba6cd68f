import { expect, test } from 'vitest';
import { saysDayOrMonth } from '../../src/answer/days-and-months.ts';

test.each([
  ['october', 'Tilaisuus on 10.10.2024.', true],
  ['october', 'Seurantajakso päättyi 10/2024.', true],
  ['october', 'Tilaisuus on 3.11.2024.', false],
  ['june', 'Valinta tehtiin 10.6.2024.', true],
  ['june', 'Koulutus kestää 16 päivää.', false],
  ['wednesday', 'ma–pe 9–16', true],
  ['wednesday', 'Piste on suljettu.', false],
  ['employment', '10.10.2024', false],
])('%s is said by "%s": %s', (concept, words, said) => {
  expect(saysDayOrMonth(concept, words)).toBe(said);
});
