import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openJsonFile } from '../../src/status/json-file.ts';
import { openJournal } from '../../src/status/journal.ts';
import { recordLine } from '../../src/status/journal-lines.ts';
import { migrate } from '../../src/status/versions.ts';
import type { RecordFormat } from '../../src/status/versions.ts';
import { temporaryFolder } from './support.ts';

const schema = z.object({ v: z.literal(2), names: z.array(z.string()) });
const format: RecordFormat = {
  version: 2,
  steps: { 1: ({ name }) => ({ names: [name] }) },
};
const empty = { v: 2 as const, names: [] };

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let path: string;
beforeEach(async () => {
  folder = await temporaryFolder();
  path = join(folder.path, 'names.json');
});
afterEach(() => folder.remove());

const open = () => openJsonFile(path, schema, empty, format);

describe('a JSON file', () => {
  it('holds the fallback until something is saved', async () => {
    const file = await open();
    expect([file.data, file.source, file.setAside]).toEqual([empty, 'fallback', []]);
    expect(await readdir(folder.path)).toEqual([]);
  });

  it('keeps what is saved, and what was there before as a backup', async () => {
    const file = await open();
    await file.save({ v: 2, names: ['a'] });
    await file.save({ v: 2, names: ['b'] });
    expect((await open()).data.names).toEqual(['b']);
    expect(JSON.parse(await readFile(`${path}.bak`, 'utf8'))).toEqual({ v: 2, names: ['a'] });
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await readdir(folder.path)).toSorted()).toEqual(['names.json', 'names.json.bak']);
  });

  it('saves one after another, the last one standing', async () => {
    const file = await open();
    await Promise.all(Array.from({ length: 20 }, (_, at) => file.save({ v: 2, names: [String(at)] })));
    expect((await open()).data.names).toEqual(['19']);
  });

  it.each(['', 'null', '{', '[]', '{"v":2,"names":[1]}', '{"names":[]}'])(
    'that holds %j is set aside and its backup taken',
    async (content) => {
      await writeFile(`${path}.bak`, '{"v":2,"names":["good"]}');
      await writeFile(path, content);
      const file = await open();
      expect([file.data.names, file.source]).toEqual([['good'], 'backup']);
      expect(file.setAside).toHaveLength(1);
      expect(await readFile(file.setAside[0] ?? '', 'utf8')).toBe(content);
    },
  );

  it('is taken from its backup when a crash came between two renames', async () => {
    await writeFile(`${path}.bak`, '{"v":2,"names":["good"]}');
    expect(await open()).toMatchObject({ data: { names: ['good'] }, setAside: [] });
  });

  it('of an older version is migrated', async () => {
    await writeFile(path, '{"v":1,"name":"a"}');
    expect((await open()).data).toEqual({ v: 2, names: ['a'] });
  });

  it('of a newer version is refused and left alone', async () => {
    await writeFile(path, '{"v":3}');
    await expect(open()).rejects.toMatchObject({ kind: 'newer', file: path });
    expect(await readdir(folder.path)).toEqual(['names.json']);
  });

  it('keeps its data when the disk refuses a save', async () => {
    const file = await open();
    await file.save({ v: 2, names: ['a'] });
    await folder.remove();
    await expect(file.save({ v: 2, names: ['b'] })).rejects.toMatchObject({ code: 'ENOENT' });
    expect(file.data.names).toEqual(['a']);
  });
});

describe('a record', () => {
  it.each<[unknown, object]>([
    [
      { v: 1, name: 'a' },
      { kind: 'current', value: { v: 2, names: ['a'] }, migratedFrom: 1 },
    ],
    [
      { v: 2, names: [] },
      { kind: 'current', value: { v: 2, names: [] }, migratedFrom: null },
    ],
    [{ v: 3 }, { kind: 'newer', found: 3 }],
    [{ v: 0 }, { kind: 'unreadable' }],
    [{ v: '1' }, { kind: 'unreadable' }],
    [{}, { kind: 'unreadable' }],
    [null, { kind: 'unreadable' }],
    [[], { kind: 'unreadable' }],
  ])('%j is brought to the current version', (raw, expected) => {
    expect(migrate(raw, format)).toMatchObject(expected);
  });

  it('of an older version in a journal is migrated when it is read', async () => {
    const record = z.object({ v: z.literal(2), seq: z.number(), names: z.array(z.string()) });
    const journalFormat: RecordFormat = { version: 2, steps: { 1: ({ seq, name }) => ({ seq, names: [name] }) } };
    const journalPath = join(folder.path, 'journal.jsonl');
    await writeFile(
      journalPath,
      Buffer.concat([recordLine({ v: 1, seq: 1, name: 'a' }), recordLine({ v: 2, seq: 2, names: ['b'] })]),
    );
    const names: string[] = [];
    const journal = await openJournal({
      path: journalPath,
      decode: (json) => {
        const migration = migrate(json, journalFormat);
        return record.parse(migration.kind === 'current' ? migration.value : null);
      },
      covered: { seq: 0, offset: 0, crc: 0 },
      take: (entry) => names.push(...entry.names),
    });
    await journal?.close();
    expect(names).toEqual(['a', 'b']);
  });
});
