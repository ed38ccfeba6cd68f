import { describe, expect, test } from 'vitest';
import { documentLimits } from '../../../src/ingest/readers/document-text.ts';
import { pagesToText } from '../../../src/ingest/readers/pdf-lines.ts';
import { pdfToText } from '../../../src/ingest/readers/pdf.ts';
import { type PdfLine, makePdf } from './make-pdf.ts';

/** Lines one below the other; an empty text leaves a gap as between paragraphs. */
function set(texts: readonly string[], { size = 11, from = 780, leading = 13 } = {}): PdfLine[] {
  return texts.flatMap((text, index) => (text === '' ? [] : [{ text, y: from - index * leading, size }]));
}

const read = (...pages: readonly (readonly PdfLine[])[]) => pdfToText(makePdf(pages), documentLimits);

describe('pdfToText', () => {
  test('joins the lines of a paragraph and keeps paragraphs apart', async () => {
    expect(await read(set(['Kaupunki avaa', 'uuden palvelun (2025).', '', 'Palvelu on', 'maksuton.']))).toBe(
      'Kaupunki avaa uuden palvelun (2025).\nPalvelu on maksuton.',
    );
  });

  test('marks larger lines as headings and joins those of two lines', async () => {
    const heading = set(['Pitkä otsikko', 'kahdella rivillä'], { size: 20, leading: 24 });
    expect(await read([...heading, ...set(['Teksti alkaa tästä ja jatkuu', 'tällä rivillä.'], { from: 720 })])).toBe(
      '## Pitkä otsikko kahdella rivillä\nTeksti alkaa tästä ja jatkuu tällä rivillä.',
    );
  });

  test.each([
    [
      'makes a divided word whole',
      ['Johtajaksi valittiin työllisyys-', 'johtaja.'],
      'Johtajaksi valittiin työllisyysjohtaja.',
    ],
    ['keeps the hyphen between like vowels', ['Asiaa hoitaa elinkeino-', 'osasto.'], 'Asiaa hoitaa elinkeino-osasto.'],
    [
      'keeps the hyphen that the document shows elsewhere',
      ['Palvelu on kv-osaaja -työtä: kv-', 'osaaja saa tukea.'],
      'Palvelu on kv-osaaja -työtä: kv-osaaja saa tukea.',
    ],
    [
      'keeps a suspended compound',
      ['Vastuussa ovat elinkeino-', 'ja viestintäosastot.'],
      'Vastuussa ovat elinkeino- ja viestintäosastot.',
    ],
    ['keeps the hyphen before a capital', ['Hanke on Business-', 'Espoo.'], 'Hanke on Business-Espoo.'],
  ])('%s', async (_name, lines, text) => {
    expect(await read(set(lines))).toBe(text);
  });

  test('gives list items a line each', async () => {
    expect(await read(set(['Luettelo:', '- yksi asia', '- toinen asia', '1. kolmas', '(iv) neljäs']))).toBe(
      'Luettelo:\n- yksi asia\n- toinen asia\n1. kolmas\n(iv) neljäs',
    );
  });

  test('gives a table row its cells with tabs', async () => {
    const row = (y: number, ...cells: string[]) => cells.map((text, index) => ({ text, x: 72 + index * 150, y }));
    expect(await read([...row(700, 'Vuosi', 'Määrä'), ...row(685, '2024', '5 214')])).toBe('Vuosi\tMäärä\n2024\t5 214');
  });

  test('goes on over a page break in the middle of a sentence', async () => {
    expect(await read(set(['Palvelu avataan']), set(['ensi vuonna.']))).toBe('Palvelu avataan ensi vuonna.');
  });

  test('leaves out lines that repeat at the top and foot of the pages', async () => {
    const page = (text: string, number: number) => [
      ...set(['Vaasan kaupunki', '', text]),
      ...set([`Sivu ${number}`], { from: 40 }),
    ];
    expect(await read(page('Yksi.', 1), page('Kaksi.', 2), page('Kolme.', 3))).toBe('Yksi.\nKaksi.\nKolme.');
  });

  test.each([
    ['a file that is no PDF', Buffer.from('hello'), /is not a PDF/],
    ['a PDF without text', makePdf([[]]), /holds no text, only pictures/],
    ['more pages than the limit', makePdf([set(['a']), set(['b']), set(['c'])]), /has more than 2 pages/],
    [
      'a PDF that is locked with a password',
      makePdf([set(['a'])], { trailer: lockedTrailer() }),
      /is locked with a password/,
    ],
  ])('refuses %s', async (_name, bytes, message) => {
    await expect(pdfToText(bytes, { ...documentLimits, pages: 2 })).rejects.toThrow(message);
  });
});

/** An encryption record whose user password is not the empty one. */
function lockedTrailer(): string {
  const hex = (byte: string) => `<${byte.repeat(32)}>`;
  return `/ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O ${hex('ab')} /U ${hex('cd')} >>`;
}

test('pagesToText gives nothing for pages without items', () => {
  expect(pagesToText([[], []])).toBe('');
});
