import { describe, expect, test } from 'vitest';
import { isHeldBy, readValues } from '../../../src/answer/verify/values.ts';

/** True when each value of the first text is held by one of the second. */
function holds(said: string, known: string): boolean {
  const values = readValues(known);
  const own = readValues(said);
  expect(own.length, `values in "${said}"`).toBeGreaterThan(0);
  return own.every((value) => values.some((other) => isHeldBy(value, other)));
}

describe('the same value in another notation', () => {
  test.each([
    ['33 000', '33000'],
    ['33,000', '33 000'],
    ['33.000', '33000'],
    ['13,99 %', '13.99 per cent'],
    ['13.99%', '13,99 procent'],
    ['viisi prosenttiyksikköä', '5 percentage points'],
    ['fem procentenheter', 'five percentage points'],
    ['1.1.2025', '1 January 2025'],
    ['1 januari 2025', '1. tammikuuta 2025'],
    ['January 1, 2025', '2025-01-01'],
    ['tammikuussa 2025', '1.1.2025'],
    ['vuonna 2025', '1.1.2025'],
    ['toukokuusta 2022 toukokuuhun 2023', '05/22–05/23'],
    ['May 2022 to May 2023', '5/2022–5/2023'],
    ['2022–25', '2022–2025'],
    ['den 3 april', '3.4.'],
    ['18.–19. huhtikuuta 2024', '18.–19.4.2024'],
    ['kahdeksan kuukautta', '8 months'],
    ['5 milj. euroa', '€5 million'],
    ['puolet', 'half'],
    ['kaksinkertaistunut', 'doubled'],
    ['09 310 12345', '+358 9 310 12345'],
    ['etunimi.sukunimi@hel.fi', 'etunimi.sukunimi(at)hel.fi'],
    ['toimenpide 4.3', 'Measure 4.3: a name'],
  ])('%s is held by %s', (said, known) => {
    expect(holds(said, known)).toBe(true);
  });
});

describe('another value', () => {
  test.each([
    ['33 001', '33 000'],
    ['3300', '33 000'],
    ['13.99 percentage points', '13.99 %'],
    ['13.99 %', '13.99'],
    ['13.99', '13.99 %'],
    ['1.1.2024', '1.1.2025'],
    ['2.1.2025', '1.1.2025'],
    ['3.4.2023', 'den 3 april'],
    ['toukokuussa 2024', '05/22–05/23'],
    ['three years', '3 months'],
    ['5 million euros', '5 euros'],
    ['toinen@hel.fi', 'etunimi@hel.fi'],
    ['09 310 12346', '09 310 12345'],
  ])('%s is not held by %s', (said, known) => {
    expect(holds(said, known)).toBe(false);
  });
});

test('a long hostile line is read in linear time', () => {
  for (const line of ['1.'.repeat(50_000), '9 '.repeat(50_000), 'a@'.repeat(50_000), '12/'.repeat(33_000)])
    expect(readValues(line).length).toBeLessThan(10_000);
});
