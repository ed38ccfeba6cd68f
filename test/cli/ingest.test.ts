import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCli } from '../../src/cli.ts';
import { temporaryFolder } from '../status/support.ts';
import { recordedTerminal } from '../support/terminal.ts';

const shippedSeeds = join(import.meta.dirname, '../../seeds');
const directors = '000_0af22d10f30a5d2d.txt';
const release = {
  id: 'new-release',
  file: 'release.md',
  title: 'Uusi tiedote',
  publisher: 'Porin kaupunki',
  municipality: 'Pori',
  language: 'fi',
  published: '2026-11-01',
  kind: 'article',
};

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let seeds: string;
beforeEach(async () => {
  folder = await temporaryFolder();
  seeds = join(folder.path, 'seeds');
  await cp(shippedSeeds, seeds, { recursive: true });
});
afterEach(() => folder.remove());

async function ingest(...options: string[]) {
  const terminal = recordedTerminal({ environment: { SEEDS_DIR: seeds, LV_DATA_DIR: join(folder.path, 'data') } });
  const code = await runCli(['ingest', ...options], terminal);
  return { code, lines: terminal.written.flatMap((text) => text.split('\n')), warned: terminal.warned };
}

async function changeManifest(change: (entries: { id: string }[]) => { id: string }[]): Promise<void> {
  const path = join(seeds, 'sources.json');
  await writeFile(path, JSON.stringify(change(JSON.parse(await readFile(path, 'utf8')))));
}

describe('ingest', () => {
  it('counts every document as new the first time and none the second', async () => {
    const first = await ingest();
    expect(first).toMatchObject({ code: 0, warned: [] });
    expect(first.lines.filter((line) => line.startsWith('added: '))).toHaveLength(5);
    const second = await ingest();
    expect(second.lines).toEqual(['Nothing has changed.', expect.stringContaining('unchanged: 5')]);
    expect(await readdir(join(folder.path, 'data'))).toEqual(['corpus.json']);
  });

  it('names what came, what changed and what went', async () => {
    await ingest();
    await writeFile(join(seeds, release.file), 'Pori avasi työpajan.\n');
    const [gone = ''] = (await readFile(join(seeds, 'sources.json'), 'utf8')).match(/001_\w+\.txt/) ?? [];
    await changeManifest((entries) => [
      ...entries.filter((entry) => !('file' in entry && entry.file === gone)),
      release,
    ]);
    const vaasa = join(seeds, '002_aeb2afdd8ef6c92b.txt');
    await writeFile(vaasa, `${await readFile(vaasa, 'utf8')}\nVasa stad berättar mera i december.\n`);
    const { lines } = await ingest();
    const changes = lines.filter((line) => /^(added|changed|removed): /.test(line));
    expect(changes.map((line) => line.split(' – ')[0] ?? '').toSorted((a, b) => a.localeCompare(b))).toEqual([
      `added: ${release.file}`,
      'changed: 002_aeb2afdd8ef6c92b.txt',
      `removed: ${gone}`,
    ]);
    expect(lines.join('\n')).toContain('Curated facts about documents that are not here: ');
  });

  it('names the curated facts whose words the document no longer holds, and ends with 1', async () => {
    await ingest();
    const path = join(seeds, directors);
    await writeFile(path, (await readFile(path, 'utf8')).replaceAll('Gassen', 'Gaßen'));
    const { code, lines } = await ingest();
    expect(code).toBe(1);
    expect(lines.find((line) => line.startsWith('quote no longer holds: '))).toContain('people.json');
  });

  it('names a document that cannot be read, and takes the rest', async () => {
    await changeManifest((entries) => [...entries, release]);
    const { code, lines } = await ingest();
    expect(code).toBe(1);
    expect(lines.filter((line) => line.startsWith('added: '))).toHaveLength(5);
    expect(lines.filter((line) => line.startsWith(join(seeds, release.file)))).toHaveLength(1);
  });

  it('takes a damaged record for none', async () => {
    await ingest();
    await writeFile(join(folder.path, 'data/corpus.json'), '{"v":');
    expect((await ingest()).lines[0]).toContain('The first time');
  });

  it('prints the report as one JSON object with --json', async () => {
    const { lines } = await ingest('--json');
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ documents: 5, problems: [], changes: { first: true } });
  });
});
