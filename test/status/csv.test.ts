import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText, readCsv, writeCsv } from '../../src/status/csv.ts';

const cellsOf = (text: string) => readCsv(text).map(({ cells }) => cells);

describe('a written CSV file', () => {
  it('begins with a byte order mark, and has semicolons and CRLF', () => {
    expect(
      writeCsv([
        ['Tunnus', 'Valo'],
        ['helsinki 5', 'vihreä'],
      ]),
    ).toBe('\ufeffTunnus;Valo\r\nhelsinki 5;vihreä\r\n');
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['+358 9 310', "'+358 9 310"],
    ['-2', "'-2"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', `"'\t=1"`],
    ['\r=1', `"'\n=1"`],
    ['\n=1', `"'\n=1"`],
    [' =1', `"' =1"`.replace(/"/g, '')],
    ['＝1+1', "'＝1+1"],
    ['＠SUM', "'＠SUM"],
    ["=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"],
    ['x";=1+1', '"x"";=1+1"'],
    ["'tis", "''tis"],
    ['2 = 2', '2 = 2'],
    ['a-b', 'a-b'],
    ['', ''],
  ])('makes %j inert and keeps it readable', (value, written) => {
    expect(writeCsv([[value]])).toBe(`\ufeff${written}\r\n`);
  });

  it('lets no spreadsheet see a formula, whatever a cell holds', () => {
    const hostile = fc.string({
      unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', ';', ',', '"', "'", ' ', 'A', '1', '(', '＝'),
      maxLength: 12,
    });
    fc.assert(
      fc.property(
        fc.array(fc.array(hostile, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
        (rows) => {
          // A reader of its own, which knows nothing of apostrophes: what a spreadsheet sees.
          for (const seen of spreadsheetCells(writeCsv(rows))) expect(seen).not.toMatch(/^\s*[=+\-@＝＋－＠]|^[\t\r]/);
        },
      ),
    );
  });

  it('reads back as it was, but for white space around and kinds of line break', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string({ unit: 'grapheme', maxLength: 20 }), { minLength: 2, maxLength: 5 }), {
          maxLength: 5,
        }),
        (rows) => {
          const plain = (cell: string) => cell.replace(/\r\n?/g, '\n').trim();
          const kept = rows.map((cells) => cells.map(plain)).filter((cells) => cells.some((cell) => cell !== ''));
          expect(cellsOf(writeCsv(rows.map((cells) => cells.map(plain))))).toEqual(kept);
        },
      ),
    );
  });
});

/** Cells after RFC 4180 alone. */
function spreadsheetCells(text: string): string[] {
  const cells = text.replace('\ufeff', '\n').matchAll(/[;\n](?:"((?:[^"]|"")*)"|([^";\n]*))/g);
  return Array.from(cells, ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain?.replace(/\r$/, '') ?? '');
}

describe('a read CSV file', () => {
  it.each([
    [
      'semicolons',
      'a;b\n1;2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'commas',
      'a,b\r\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'tabs',
      'a\tb\n1\t2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'commas in a heading of semicolons',
      '"a, b, c";d\n1;2',
      [
        ['a, b, c', 'd'],
        ['1', '2'],
      ],
    ],
    [
      'quotes, line breaks and separators in cells',
      'a;b\n"x ""y"" ;\n z";2',
      [
        ['a', 'b'],
        ['x "y" ;\n z', '2'],
      ],
    ],
    ['a quotation without an end', 'a;b\n"x;2\n', [['a', 'b'], ['x;2']]],
    [
      'a line for Excel and a byte order mark',
      '\ufeffsep=;\na;b\n1;2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'old line breaks',
      'a;b\r1;2\r',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['too few cells', 'a;b\n1\n', [['a', 'b'], ['1']]],
    ['nothing', '', []],
  ])('may have %s', (_what, text, cells) => {
    expect(cellsOf(text)).toEqual(cells);
  });

  it('counts rows as a spreadsheet does, empty ones too', () => {
    expect(readCsv('a;b\n;\n\n"x\ny";1\nz;2').map(({ line }) => line)).toEqual([1, 4, 5]);
  });

  it.each([
    ['UTF-8', Buffer.from('\ufeffvihreä', 'utf8'), '\ufeffvihreä'],
    ['UTF-8 without a mark', Buffer.from('grå ⚪', 'utf8'), 'grå ⚪'],
    ['UTF-16, as Excel’s Unicode text', Buffer.from('\ufeffvihreä', 'utf16le'), 'vihreä'],
    ['Windows-1252, as Excel’s plain CSV', Buffer.from('vihreä', 'latin1'), 'vihreä'],
  ])('may be in %s', (_encoding, bytes, text) => {
    expect(decodeText(bytes)?.replace(/^\ufeff/, '')).toBe(text.replace(/^\ufeff/, ''));
  });

  it('is no workbook', () => {
    expect(decodeText(Buffer.from('PK\u0003\u0004\u0014\u0000\u0006\u0000', 'latin1'))).toBeNull();
  });

  it('may be hostile: a hundred thousand quotes, separators or line breaks are read through', () => {
    for (const part of ['"', ';', '\n', '";"', '"\n', "'="])
      expect(readCsv(part.repeat(100_000)).length).toBeLessThan(100_001);
  });
});
