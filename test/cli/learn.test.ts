import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCli } from '../../src/cli.ts';
import type { Language } from '../../src/domain/language.ts';
import { reviewSchema } from '../../src/learn/review.ts';
import { makeDocx } from '../ingest/readers/make-docx.ts';
import { makePdf } from '../ingest/readers/make-pdf.ts';
import { temporaryFolder } from '../status/support.ts';
import { recordedTerminal } from '../support/terminal.ts';

const root = join(import.meta.dirname, '../..');
const sentence = 'Maija Hietala on valittu Oulun kaupungin työllisyysjohtajaksi.';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let seeds: string;
beforeEach(async () => {
  folder = await temporaryFolder();
  seeds = join(folder.path, 'seeds');
  await cp(join(root, 'seeds'), seeds, { recursive: true });
});
afterEach(() => folder.remove());

async function learn(args: readonly string[], language: Language = 'en') {
  const environment = { SEEDS_DIR: seeds, LV_DATA_DIR: join(folder.path, 'data') };
  const terminal = recordedTerminal({ environment, language });
  const code = await runCli(['learn', ...args], terminal);
  return { code, text: terminal.written.join('\n'), warned: terminal.warned.join('\n') };
}

const reviewOf = async (name: string) =>
  reviewSchema.parse(JSON.parse(await readFile(join(folder.path, 'data/review', name), 'utf8')));

describe('learn', () => {
  it('puts a proposal and its summary beside the store, and leaves the knowledge as it is', async () => {
    const before = await readFile(join(root, 'knowledge/people.json'), 'utf8');
    const file = join(seeds, 'uusi-johtaja.txt');
    await writeFile(file, `Oulun uusi johtaja\n\n${sentence}\n`);
    const { code, text, warned } = await learn([file], 'fi');
    expect({ code, warned }).toEqual({ code: 0, warned: '' });
    expect(text).toContain('# Ehdotus: Oulun uusi johtaja');
    expect(text).toContain(`> ${sentence}`);
    expect(text).toContain('Asiakirjaa ei ole tiedostossa sources.json.');
    expect((await readdir(join(folder.path, 'data/review'))).toSorted()).toEqual([
      'uusi-johtaja.json',
      'uusi-johtaja.md',
    ]);
    const review = await reviewOf('uusi-johtaja.json');
    expect(review).toMatchObject({
      inManifest: false,
      source: { municipality: 'Oulu', language: 'fi', published: null },
    });
    expect(review.records['people.json']).toMatchObject([{ name: 'Maija Hietala' }]);
    expect(await readFile(join(root, 'knowledge/people.json'), 'utf8')).toBe(before);
  });

  it('proposes nothing again that is curated of a document', async () => {
    const { text } = await learn([join(seeds, '000_0af22d10f30a5d2d.txt')]);
    expect(text).not.toContain('Glenn Gassen\n');
    expect(text).not.toContain('sources.json');
  });

  it.each<[string, string | Uint8Array]>([
    ['a.md', `# Uutinen\n\n${sentence}\n`],
    ['a.html', `<!doctype html><html lang="fi"><body><h1>Uutinen</h1><p>${sentence}</p></body></html>`],
    ['a.pdf', makePdf([[{ text: sentence, y: 700 }]])],
    ['a.docx', makeDocx(`<w:p><w:r><w:t>${sentence}</w:t></w:r></w:p>`)],
  ])('reads %s', async (name, content) => {
    await writeFile(join(seeds, name), content);
    const { code, text } = await learn([join(seeds, name)]);
    expect(code).toBe(0);
    expect(text).toContain('Maija Hietala');
  });

  it('prints the review as JSON without writing it', async () => {
    const { text } = await learn(['--json', join(seeds, '001_7999d6efae35764a.txt')]);
    expect(reviewSchema.parse(JSON.parse(text)).source.id).toBe('vaasa-c23-2024');
    expect(await readdir(folder.path)).toEqual(['seeds']);
  });
});

describe('learn says what to do when the file', () => {
  it.each<[string, () => Promise<string>, string]>([
    ['is not there', async () => join(seeds, 'none.txt'), 'cannot be found or read'],
    ['lies elsewhere', async () => join(root, 'README.md'), 'lies outside the seeds folder; move it there'],
    ['is of another type', async () => join(seeds, 'picture.png'), 'use .txt, .md, .html, .pdf or .docx'],
    ['is empty', () => written('empty.txt', ''), 'is empty'],
    ['holds no text', () => written('blank.txt', '\n \n'), 'is empty'],
    ['is no PDF although it says so', () => written('bad.pdf', 'hello'), 'PDF'],
    ['is not UTF-8', () => written('latin.txt', Buffer.from('p\xe4iv\xe4', 'latin1')), 'UTF-8'],
    [
      'is in another language',
      () =>
        written(
          'de.txt',
          'Die Stadt hat eine neue Direktorin für Beschäftigung gewählt. Sie beginnt im April.\n'.repeat(5),
        ),
      'none of Finnish, Swedish and English',
    ],
  ])('%s', async (_, file, problem) => {
    const { code, warned, text } = await learn([await file()]);
    expect(code).toBe(1);
    expect(warned).toContain(problem);
    expect(text).toBe('');
  });

  it('is missing, or is one of several', async () => {
    expect(await learn([], 'sv')).toMatchObject({ code: 2, warned: expect.stringContaining('Filen saknas') });
    expect(await learn(['a.txt', 'b.txt'])).toMatchObject({ code: 2, warned: expect.stringContaining('one file') });
    expect(await learn(['--help'])).toMatchObject({ code: 0, text: expect.stringContaining('review file') });
  });
});

async function written(name: string, content: string | Uint8Array): Promise<string> {
  await writeFile(join(seeds, name), content);
  return join(seeds, name);
}
