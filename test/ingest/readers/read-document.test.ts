import { execFileSync } from 'node:child_process';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../src/ingest/read-document.ts';
import { documentLimits } from '../../../src/ingest/readers/document-text.ts';
import { tempFolder } from '../temp-folder.ts';
import { makeDocx, makeZip, paragraph } from './make-docx.ts';
import { makePdf, makePdfOfStreams } from './make-pdf.ts';

async function readAlone(name: string, content: string | Uint8Array, limits = documentLimits) {
  return readDocument(await tempFolder({ [name]: content }), name, limits);
}

describe('readDocument', () => {
  test.each([
    ['a.txt', 'Yksi\r\nKaksi <b>x</b>\n', 'Yksi\nKaksi <b>x</b>\n'],
    ['a.md', '# Otsikko\n\n[linkki](https://a.example)\n', '# Otsikko\n\n[linkki](https://a.example)\n'],
    ['a.HTML', '<h1>Otsikko</h1><p>Teksti</p>', '# Otsikko\nTeksti'],
    ['a.htm', '<p>Teksti</p>', 'Teksti'],
    ['a.docx', makeDocx(paragraph('Teksti')), 'Teksti'],
    ['a.pdf', makePdf([[{ text: 'Teksti', y: 700 }]]), 'Teksti'],
    ['bom.txt', '\ufeffTeksti', 'Teksti'],
    ['kansio/a.txt', 'Teksti', 'Teksti'],
  ])('reads %s', async (name, content, text) => {
    expect(await readAlone(name, content)).toEqual({ ok: true, text });
  });

  test('reads a page in the encoding that it declares', async () => {
    const page = Buffer.from('<meta charset="iso-8859-1"><p>Hämeenlinnan työllisyys</p>', 'latin1');
    expect(await readAlone('a.html', page)).toEqual({ ok: true, text: 'Hämeenlinnan työllisyys' });
  });

  test.each([
    ['another type', 'a.xlsx', 'x', /the type \.xlsx is not read; use \.txt, \.md, \.html, \.pdf or \.docx/],
    ['no type', 'a', 'x', /the type \(none\) is not read/],
    ['another encoding', 'a.txt', Buffer.from('Häme', 'latin1'), /is not UTF-8; save it again/],
    ['an undeclared encoding of a page', 'a.html', Buffer.from('<p>Häme</p>', 'latin1'), /is not UTF-8/],
    ['an unknown encoding of a page', 'a.html', '<meta charset="nonsense"><p>a</p>', /is not UTF-8/],
    ['a picture', 'a.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0]), /is not a text file/],
    ['an empty file', 'a.txt', '', /is empty/],
    ['a page without words', 'a.html', '<body><script>x</script></body>', /holds no text/],
    ['a document without words', 'a.docx', makeDocx(''), /holds no text/],
    ['a damaged PDF', 'a.pdf', '%PDF-1.4 nothing', /is damaged; open it and save it again as \.pdf/],
    ['a damaged package', 'a.docx', 'PK\u0003\u0004', /is damaged; open it and save it again as \.docx/],
    ['text under another name', 'a.pdf', 'hello', /is not a PDF; save it again as \.pdf/],
  ])('tells what to do with %s', async (_name, file, content, problem) => {
    expect(await readAlone(file, content)).toEqual({ ok: false, problem: expect.stringMatching(problem) });
  });
});

describe('files that are not a document in the folder', () => {
  test.each(['../out.txt', 'link.txt', 'linked/out.txt', '../../../../../../../../etc/hostname.txt'])(
    'refuses %s',
    async (file) => {
      const folder = await tempFolder({ 'out.txt': 'secret', 'elsewhere/out.txt': 'secret', 'seeds/in.txt': 'in' });
      await symlink(join(folder, 'out.txt'), join(folder, 'seeds', 'link.txt'));
      await symlink(join(folder, 'elsewhere'), join(folder, 'seeds', 'linked'));
      expect(await readDocument(join(folder, 'seeds'), file)).toEqual({
        ok: false,
        problem: expect.stringMatching(/outside the seeds folder|cannot be found/),
      });
    },
  );

  test('reads through a link that stays inside', async () => {
    const folder = await tempFolder({ 'in.txt': 'sisällä' });
    await symlink(join(folder, 'in.txt'), join(folder, 'link.txt'));
    expect(await readDocument(folder, 'link.txt')).toEqual({ ok: true, text: 'sisällä' });
  });

  test('refuses a folder and a named pipe without waiting for either', async () => {
    const folder = await tempFolder();
    await mkdir(join(folder, 'folder.txt'));
    execFileSync('mkfifo', [join(folder, 'pipe.txt')]);
    for (const file of ['folder.txt', 'pipe.txt'])
      expect(await readDocument(folder, file)).toEqual({
        ok: false,
        problem: expect.stringContaining('is not a file'),
      });
  });

  test('tells of a file that is not there', async () => {
    expect(await readDocument(await tempFolder(), 'a.txt')).toEqual({
      ok: false,
      problem: expect.stringContaining('cannot be found or read'),
    });
  });
});

describe('documents that cost too much', () => {
  const small = { ...documentLimits, bytes: 50_000, pages: 2, inflatedBytes: 1_000_000 };

  test.each([
    ['a large file', 'a.txt', 'a'.repeat(50_001), /is larger than .* MB; divide it/],
    ['a document of many pages', 'a.pdf', makePdf([[], [], []]), /has more than 2 pages; divide it/],
    [
      'a package that unpacks to much',
      'a.docx',
      makeZip([{ name: 'word/document.xml', content: ' '.repeat(5_000_000) }]),
      /unpacks to more than 1 MB/,
    ],
    ['much text', 'a.docx', makeDocx(paragraph('a'.repeat(60_000))), /holds too much text; divide it/],
  ])('refuses %s', async (_name, file, content, problem) => {
    expect(await readAlone(file, content, small)).toEqual({ ok: false, problem: expect.stringMatching(problem) });
  });

  test('stops a document that takes too long, and reads the next one', async () => {
    const folder = await tempFolder({ 'next.pdf': makePdf([[{ text: 'Seuraava', y: 700 }]]) });
    await writeFile(
      join(folder, 'slow.pdf'),
      makePdfOfStreams([Buffer.from('BT /F1 1 Tf (a) Tj ET\n'.repeat(2_000_000))]),
    );
    expect(await readDocument(folder, 'slow.pdf', { ...documentLimits, milliseconds: 400 })).toEqual({
      ok: false,
      problem: 'takes longer than 0.4 s to read; divide it or save it as .txt',
    });
    expect(await readDocument(folder, 'next.pdf')).toEqual({ ok: true, text: 'Seuraava' });
  });

  test('stops a document that takes too much memory, and the process lives on', async () => {
    const content = makePdfOfStreams([Buffer.from('BT /F1 1 Tf (aaaaaaaaaa) Tj ET\n'.repeat(3_000_000))]);
    expect(await readAlone('heap.pdf', content, { ...documentLimits, megabytes: 32 })).toEqual({
      ok: false,
      problem: 'needs too much memory to read; divide it or save it as .txt',
    });
  });
});
