import { describe, expect, test } from 'vitest';
import { givesHoursOf, isHoursLine } from '../../src/domain/weekdays.ts';

const monday = 0;
const wednesday = 2;
const friday = 4;

describe('lines of opening hours', () => {
  test.each([
    ['ma–ti 9–16', [monday]],
    ['ke 9–18', [wednesday]],
    ['Mån–fre kl. 9–16', [monday, wednesday, friday]],
    ['• ma ja ke klo 12-18', [monday, wednesday]],
    ['maanantai–perjantai klo 9–15.30', [monday, wednesday, friday]],
    ['Monday to Friday 9:00–16:00', [monday, wednesday, friday]],
    ['on 9–18', [wednesday]],
    ['to 9–16', []],
    ['Lauantai suljettu', []],
  ])('"%s" gives the hours of its days', (line, days) => {
    expect(isHoursLine(line)).toBe(true);
    expect([monday, wednesday, friday].filter((day) => givesHoursOf(day, line))).toEqual(days);
  });

  test.each(['Tulkki on paikalla torstaisin.', 'Piste on suljettu viikonloppuisin.', 'Perjantai 15. elokuuta'])(
    '"%s" is none',
    (sentence) => {
      expect(isHoursLine(sentence)).toBe(false);
      expect(givesHoursOf(wednesday, sentence)).toBe(false);
    },
  );
});
