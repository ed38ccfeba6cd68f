import { describe, expect, it } from 'vitest';
import type { Language } from '../../../src/domain/language.ts';
import { findDates } from '../../../src/ingest/extract/dates.ts';

const dates: readonly (readonly [language: Language, text: string, found: readonly string[]])[] = [
  ['fi', 'avataan 1.9.2025 klo 9.15 aikaan', ['2025-9-1']],
  ['fi', 'helmikuun 3. päivänä 2025 ja 5. toukokuuta', ['2025-2-3', 'null-5-5']],
  [
    'fi',
    'lokakuussa 2023, huhtikuun alussa ja vuoden 2025 loppuun',
    ['2023-10-null', 'null-4-null beginning', '2025-null-null end'],
  ],
  ['fi', 'kokous 18.–19.4. Vaasassa', ['null-4-18 > null-4-19']],
  ['fi', 'ajan 1.3.2021-31.12.2024 verran', ['2021-3-1 > 2024-12-31']],
  ['sv', 'den 3 mars 2025 och i början av april', ['2025-3-3', 'null-4-null beginning']],
  ['sv', 'från januari till december 2026', ['2026-1-null > 2026-12-null']],
  ['en', 'on 1 May 2025, March 12, 2026 or in early June', ['2025-5-1', '2026-3-12', 'null-6-null beginning']],
  ['en', 'by the end of January 2027', ['2027-1-null end']],
  ['fi', 'numero 017 000 3300 ja 14,8 miljoonaa, kohta 4.3 ja 32.13.2025', []],
];

describe('dates in a text', () => {
  it.each(dates)('%s: %s', (language, text, found) => {
    const write = ({ year, month, day }: { year: number | null; month: number | null; day: number | null }) =>
      `${year}-${month}-${day}`;
    const read = findDates(text, language).map(
      ({ from, to, part }) => `${write(from)}${to ? ` > ${write(to)}` : ''}${part ? ` ${part}` : ''}`,
    );
    expect(read).toEqual(found);
  });
});
