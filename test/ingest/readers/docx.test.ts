import { describe, expect, test } from 'vitest';
import { documentLimits } from '../../../src/ingest/readers/document-text.ts';
import { docxToText } from '../../../src/ingest/readers/docx.ts';
import { makeDocx, makeZip, paragraph, table } from './make-docx.ts';

const read = (body: string) => docxToText(makeDocx(body), documentLimits);

describe('docxToText', () => {
  test.each([
    [
      'puts paragraphs on lines of their own',
      paragraph('Yksi &amp; kaksi') + paragraph('') + paragraph('Kolme'),
      'Yksi & kaksi\nKolme',
    ],
    [
      'joins the runs of a word',
      '<w:p><w:r><w:t>työl</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>lisyys</w:t></w:r></w:p>',
      'työllisyys',
    ],
    [
      'breaks a line where the writer did',
      '<w:p><w:r><w:t>Yksi</w:t><w:br/><w:t>Kaksi</w:t></w:r></w:p>',
      'Yksi\nKaksi',
    ],
    [
      'keeps tabs and fixed hyphens',
      '<w:p><w:r><w:t>Puh.</w:t><w:tab/><w:t>pk</w:t><w:noBreakHyphen/><w:t>seutu</w:t></w:r></w:p>',
      'Puh. pk-seutu',
    ],
    [
      'leaves deleted and moved text out',
      '<w:p><w:del><w:r><w:delText>vanha</w:delText><w:t>x</w:t></w:r></w:del><w:moveFrom><w:r><w:t>y</w:t></w:r></w:moveFrom><w:ins><w:r><w:t>uusi</w:t></w:r></w:ins></w:p>',
      'uusi',
    ],
    [
      'leaves hidden text out',
      '<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>piilo</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>näkyy</w:t></w:r></w:p>',
      'näkyy',
    ],
    ['leaves field codes out', '<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>1</w:t></w:r></w:p>', '1'],
    [
      'reads a drawing’s words once',
      '<w:p><mc:AlternateContent><mc:Choice><w:r><w:t>Laatikko</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t>Laatikko</w:t></w:r></mc:Fallback></mc:AlternateContent></w:p>',
      'Laatikko',
    ],
    [
      'marks a heading by its style',
      paragraph('Otsikko', '<w:pStyle w:val="Otsikko1"/>') + paragraph('Teksti'),
      '# Otsikko\nTeksti',
    ],
    [
      'marks a heading by the style that its own is made from',
      paragraph('Väliotsikko', '<w:pStyle w:val="Oma"/>'),
      '## Väliotsikko',
    ],
    ['marks a heading by its outline level', paragraph('Alaotsikko', '<w:outlineLvl w:val="2"/>'), '### Alaotsikko'],
    [
      'gives table rows with tabs between blank lines',
      paragraph('a') +
        table([
          [['1'], ['2']],
          [['3'], []],
        ]) +
        paragraph('b'),
      'a\n\n1\t2\n3\t\n\nb',
    ],
    ['keeps the paragraphs of a cell', table([[['1', '2'], ['3']]]), '<p>1</p> <p>2</p>\t3'],
    [
      'keeps columns in line beside a merged cell',
      '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr></w:tbl>',
      'a\t\tb',
    ],
    [
      'repeats a cell in the rows that it spans',
      '<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc><w:p><w:r><w:t>2</w:t></w:r></w:p></w:tc></w:tr></w:tbl>',
      'a\t1\na\t2',
    ],
  ])('%s', async (_name, body, text) => {
    expect(await read(body)).toBe(text);
  });

  test.each([
    ['a file in the old format', Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), /password or in the old \.doc format/],
    ['a file that is no package', Buffer.from('hello'), /is not a Word document/],
    ['a package of something else', makeZip([{ name: 'xl/workbook.xml', content: '<x/>' }]), /is not a Word document/],
    [
      'a body that unpacks beyond the limit',
      makeZip([{ name: 'word/document.xml', content: ' '.repeat(2_000_001) }]),
      /unpacks to more than 2 MB/,
    ],
    [
      'a part longer than it declares',
      makeZip([{ name: 'word/document.xml', content: ' '.repeat(90_000), declared: 10 }]),
      /too many bytes/,
    ],
    ['a package that is cut short', makeDocx(paragraph('a')).subarray(0, 200), /end of central directory/i],
  ])('refuses %s', async (_name, bytes, message) => {
    await expect(docxToText(bytes, { ...documentLimits, inflatedBytes: 2_000_000 })).rejects.toThrow(message);
  });
});
