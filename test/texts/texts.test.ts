import { describe, expect, test } from 'vitest';
import { formatClock, formatDay, formatInstant, formatList, formatPeriod } from '../../src/texts/dates.ts';
import { en } from '../../src/texts/en.ts';
import { fi } from '../../src/texts/fi.ts';
import { sv } from '../../src/texts/sv.ts';

/** Every string of a tree of texts with its path. */
function strings(tree: object, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]: [string, unknown]): [string, string][] => {
    const at = path === '' ? key : `${path}.${key}`;
    if (typeof value === 'string') return [[at, value]];
    return typeof value === 'object' && value !== null ? strings(value, at) : [];
  });
}

const placeholders = (text: string) => new Set([...text.matchAll(/\{([a-zA-Z]+)\}/g)].map(([, name]) => name));
const finnish = strings(fi);

describe.each([
  ['Swedish', new Map(strings(sv))],
  ['English', new Map(strings(en))],
])('the %s texts', (_language, other) => {
  test('fill in the same words as the Finnish ones', () => {
    const names = (texts: Iterable<[string, string]>) => [...texts].map(([path, text]) => [path, placeholders(text)]);
    expect(names(other)).toEqual(names(finnish));
  });

  test('leave no text empty', () => {
    expect([...other].filter(([, text]) => text.trim() === '')).toEqual([]);
  });
});

test('no sentence is left in another language', () => {
  // What a command looks like is the same in every language.
  const sentences = finnish.filter(
    ([path, text]) => text.includes(' ') && !text.startsWith('{') && !path.endsWith('.usage'),
  );
  const same = (other: object) => {
    const texts = new Map(strings(other));
    return sentences.filter(([path, text]) => texts.get(path) === text).map(([path]) => path);
  };
  expect(same(sv)).toEqual([]);
  expect(same(en)).toEqual([]);
});

test.each([
  ['fi', '12.5.2022', '5/2023', '22.11.2026 klo 10.05', '5/2022–5/2023', 'a, b ja c'],
  ['sv', '12.5.2022', '5/2023', '22.11.2026 kl. 10.05', '5/2022–5/2023', 'a, b och c'],
  ['en', '12 May 2022', 'May 2023', '22 November 2026 at 10:05', 'May 2022 – May 2023', 'a, b and c'],
] as const)('dates and lists are written as is usual in %s', (language, day, month, instant, period, list) => {
  expect(formatDay('2022-05-12', language)).toBe(day);
  expect(formatDay('2023-05', language)).toBe(month);
  expect(formatInstant('2026-11-22T08:05:00Z', language)).toBe(instant);
  expect(formatPeriod({ from: '2022-05', to: '2023-05' }, language)).toBe(period);
  expect(formatList(['a', 'b', 'c'], language)).toBe(list);
});

test.each([
  ['fi', '9.00', '14.30'],
  ['sv', '9.00', '14.30'],
  ['en', '09:00', '14:30'],
] as const)('a time of day is written as is usual in %s', (language, morning, afternoon) => {
  expect([formatClock('09:00', language), formatClock('14:30', language)]).toEqual([morning, afternoon]);
});

test('an instant is told in Helsinki time, over the change to summer time', () => {
  expect(formatInstant('2026-03-29T00:30:00Z', 'fi')).toBe('29.3.2026 klo 2.30');
  expect(formatInstant('2026-03-29T01:30:00Z', 'fi')).toBe('29.3.2026 klo 4.30');
});
