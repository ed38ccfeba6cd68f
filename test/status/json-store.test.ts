import { copyFile, readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openJsonStore } from '../../src/status/json-store.ts';
import { recordLine } from '../../src/status/journal-lines.ts';
import { latestUpdate } from '../../src/status/state.ts';
import type { StatusStore } from '../../src/status/store.ts';
import { describeStatusStore } from './store-contract.ts';
import { goal5, lightEvent, request } from './store-events.ts';
import { childScript, startChild, temporaryFolder } from './support.ts';

describeStatusStore('the JSON store', async () => {
  const folder = await temporaryFolder();
  return { open: () => openJsonStore(folder.path, { warn: () => undefined, snapshotEvery: 3 }), remove: folder.remove };
});

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let warnings: string[];
let opened: StatusStore[];
beforeEach(async () => {
  folder = await temporaryFolder();
  warnings = [];
  opened = [];
});
afterEach(async () => {
  await Promise.allSettled(opened.map((store) => store.close()));
  await folder.remove();
});

const inFolder = (name: string) => join(folder.path, name);
const journal = () => inFolder('journal.jsonl');

async function open(): Promise<StatusStore> {
  const store = await openJsonStore(folder.path, { warn: (line) => warnings.push(line) });
  opened.push(store);
  return store;
}

/** A closed store with so many updates of goal 5, alternately green and yellow. */
async function filled(updates: number, { snapshot = true } = {}): Promise<void> {
  const store = await open();
  for (let at = 0; at < updates; at += 1) {
    await store.append(request(lightEvent(at % 2 === 0 ? 'green' : 'yellow'), { key: `k${at + 1}` }));
  }
  await store.close();
  if (!snapshot) await writeFile(inFolder('state.json'), '').then(() => writeFile(inFolder('state.json.bak'), ''));
}

async function lineStarts(): Promise<number[]> {
  const bytes = await readFile(journal());
  return [0, ...Array.from(bytes.entries()).flatMap(([at, byte]) => (byte === 0x0a ? [at + 1] : []))];
}

describe('the journal of the JSON store', () => {
  it('cuts a torn last line and goes on', async () => {
    await filled(3);
    const { size } = await stat(journal());
    await writeFile(journal(), '1234abcd {"v":1,"seq":4,"ke', { flag: 'a' });
    const store = await open();
    expect((await store.state()).seq).toBe(3);
    expect((await stat(journal())).size).toBe(size);
    expect(await store.append(request(lightEvent('red')))).toMatchObject({ kind: 'acknowledged', entry: { seq: 4 } });
  });

  it('cuts a last line torn at any byte when no snapshot covers it', async () => {
    await filled(3, { snapshot: false });
    const third = (await lineStarts())[2] ?? 0;
    const whole = await readFile(journal());
    for (let end = third; end < whole.length; end += 7) {
      await writeFile(journal(), whole.subarray(0, end));
      const store = await openJsonStore(folder.path, { warn: () => undefined });
      expect((await store.state()).seq).toBe(2);
      await store.close();
      await Promise.all(['state.json', 'state.json.bak'].map((name) => writeFile(inFolder(name), '')));
    }
  });

  it.each([true, false])(
    'refuses to start on a damaged line and names file and byte (snapshot: %s)',
    async (snapshot) => {
      await filled(5, { snapshot });
      const start = (await lineStarts())[2] ?? 0;
      const bytes = await readFile(journal());
      bytes.write('#', start + 60);
      await writeFile(journal(), bytes);
      const error = await open().catch((refusal: unknown) => refusal);
      expect(error).toMatchObject({ kind: 'damaged', file: journal(), byte: start });
      expect(String(error)).toContain(`journal.jsonl: byte ${start}`);
      expect(await readFile(journal())).toEqual(bytes);
    },
  );

  it.each([true, false])(
    'refuses to start on a damaged last line that has its end, and names file and byte (snapshot: %s)',
    async (snapshot) => {
      await filled(3, { snapshot });
      const start = (await lineStarts())[2] ?? 0;
      const bytes = await readFile(journal());
      for (const at of [start, start + 9, bytes.length - 2]) {
        const damaged = Buffer.from(bytes);
        damaged.write('#', at);
        await writeFile(journal(), damaged);
        const error = await open().catch((refusal: unknown) => refusal);
        expect(error).toMatchObject({ kind: 'damaged', file: journal(), byte: start });
        expect(String(error)).toContain(`journal.jsonl: byte ${start}: this line does not match its checksum`);
        expect(await readFile(journal())).toEqual(damaged);
      }
    },
  );

  it.each([true, false])('refuses to start when a line is missing (snapshot: %s)', async (snapshot) => {
    await filled(5, { snapshot });
    const starts = await lineStarts();
    const bytes = await readFile(journal());
    const [third = 0, fourth = 0] = starts.slice(2);
    await writeFile(journal(), Buffer.concat([bytes.subarray(0, third), bytes.subarray(fourth)]));
    await expect(open()).rejects.toMatchObject({ kind: 'damaged', byte: third });
  });

  it('refuses to start when acknowledged lines are missing at the end', async () => {
    await filled(5);
    const fourth = (await lineStarts())[3] ?? 0;
    await truncate(journal(), fourth);
    await expect(open()).rejects.toMatchObject({ kind: 'damaged', byte: fourth });
  });

  it('refuses an entry of a newer version and keeps it', async () => {
    await filled(1);
    await writeFile(journal(), recordLine({ v: 2, seq: 2, key: 'new' }), { flag: 'a' });
    await expect(open()).rejects.toMatchObject({ kind: 'newer', byte: (await lineStarts())[1] });
  });

  it('frees the folder when it refuses to start', async () => {
    await filled(2);
    const whole = await readFile(journal());
    await writeFile(journal(), whole.subarray(3));
    await expect(open()).rejects.toMatchObject({ kind: 'damaged' });
    await writeFile(journal(), whole);
    expect((await (await open()).state()).seq).toBe(2);
  });

  it('holds no user id', async () => {
    const store = await open();
    await store.append(request({ type: 'ownerAdded', target: goal5, user: 'U77SECRET' }, { actor: 'U88SECRET' }));
    await store.close();
    for (const name of ['journal.jsonl', 'state.json']) {
      expect(await readFile(inFolder(name), 'utf8')).not.toContain('SECRET');
    }
  });
});

describe('the snapshot of the JSON store', () => {
  it('is not needed', async () => {
    await filled(4, { snapshot: false });
    expect(latestUpdate(await (await open()).state(), goal5)).toMatchObject({ seq: 4, light: 'yellow' });
  });

  it.each(['null', '', '{"v":1}', '{"v":1,"mark":', '[]', '\u0000\u0000'])(
    'is set aside and rebuilt from the journal when it holds %j',
    async (content) => {
      await filled(4);
      await writeFile(inFolder('state.json'), content);
      await writeFile(inFolder('state.json.bak'), content);
      const store = await open();
      expect((await store.state()).seq).toBe(4);
      expect(await store.find('k2')).toMatchObject({ seq: 2 });
      const names = await readdir(folder.path);
      expect(names.filter((name) => name.includes('.corrupt-'))).toHaveLength(2);
      expect(warnings.join('\n')).toContain('state.json.corrupt-');
    },
  );

  it('is taken from its last good copy, and the journal adds the rest', async () => {
    await filled(2);
    await copyFile(inFolder('state.json'), inFolder('good'));
    const store = await open();
    await store.append(request(lightEvent('red')));
    await store.close();
    await copyFile(inFolder('good'), inFolder('state.json.bak'));
    await writeFile(inFolder('state.json'), '{');
    const again = await open();
    expect(latestUpdate(await again.state(), goal5)).toMatchObject({ seq: 3, light: 'red' });
    expect(await again.find('k1')).toMatchObject({ seq: 1 });
  });

  it('of another journal is not believed', async () => {
    await filled(2);
    await copyFile(inFolder('state.json'), inFolder('good'));
    await writeFile(journal(), '');
    await writeFile(inFolder('state.json'), '');
    await writeFile(inFolder('state.json.bak'), '');
    const store = await open();
    for (let at = 0; at < 3; at += 1) await store.append(request(lightEvent('red')));
    await store.close();
    await copyFile(inFolder('good'), inFolder('state.json'));
    const again = await open();
    expect(latestUpdate(await again.state(), goal5)).toMatchObject({ seq: 3, light: 'red' });
    expect(await again.find('k1')).toBeNull();
  });

  it('of a newer version is refused', async () => {
    await filled(1);
    await writeFile(inFolder('state.json'), '{"v":2}');
    await expect(open()).rejects.toMatchObject({ kind: 'newer', file: inFolder('state.json') });
  });
});

describe('the folder of the JSON store', () => {
  it('can be read and written by its user alone', async () => {
    await filled(1);
    await filled(1);
    const names = await readdir(folder.path);
    expect(names).toEqual(expect.arrayContaining(['journal.jsonl', 'lock.sqlite', 'state.json', 'users.json']));
    for (const name of names) expect([name, (await stat(inFolder(name))).mode & 0o777]).toEqual([name, 0o600]);
  });

  it('is made when it is absent, for its user alone', async () => {
    const path = inFolder('a/b');
    const store = await openJsonStore(path, { warn: () => undefined });
    await store.close();
    expect((await stat(path)).mode & 0o777).toBe(0o700);
  });

  it('is refused to a second process at once, which learns who holds it, and is free after a kill', async () => {
    const child = startChild(process.execPath, [childScript('append-until-killed'), folder.path, '1']);
    await child.nextLine();
    const error = await open().catch((refusal: unknown) => refusal);
    expect(error).toMatchObject({ kind: 'locked' });
    expect(String(error)).toContain(`process ${child.process.pid} on `);
    child.process.kill('SIGKILL');
    await child.ended;
    expect((await (await open()).state()).seq).toBeGreaterThan(0);
  });

  it('is refused to a second store of the same process', async () => {
    await open();
    await expect(open()).rejects.toMatchObject({ kind: 'locked' });
  });

  it('needs its users: an unreadable file of users stops the start and stays', async () => {
    await filled(1);
    await writeFile(inFolder('users.json'), '{');
    await expect(open().then((store) => store.close())).resolves.toBeUndefined();
    await writeFile(inFolder('users.json'), '{');
    await writeFile(inFolder('users.json.bak'), '{');
    await expect(open()).rejects.toMatchObject({ kind: 'damaged', file: inFolder('users.json') });
  });

  it('no longer names a forgotten user in any file', async () => {
    const store = await open();
    await store.append(request(lightEvent('green'), { actor: 'U77SECRET' }));
    await store.append(request({ type: 'forgotten', user: 'U77SECRET' }, { actor: 'U77SECRET' }));
    await store.close();
    for (const name of await readdir(folder.path)) {
      expect([name, (await readFile(inFolder(name))).includes('U77SECRET')]).toEqual([name, false]);
    }
  });
});
