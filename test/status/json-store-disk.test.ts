import { execFileSync } from 'node:child_process';
import { chmod, chown, mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openJsonStore } from '../../src/status/json-store.ts';
import { childScript, startChild, temporaryFolder } from './support.ts';
import type { Child } from './support.ts';

// The room is taken and given back by the process's limit on file sizes (prlimit of util-linux): the kernel refuses
// the writes of a real file as it does on a full disk.

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let child: Child | null;
beforeEach(async () => {
  folder = await temporaryFolder();
  child = null;
});
afterEach(async () => {
  child?.process.kill('SIGKILL');
  await child?.ended;
  await folder.remove();
});

function start(command: string, args: readonly string[]): Child {
  child = startChild(command, args);
  return child;
}

async function say(to: Child, line: string): Promise<string> {
  to.process.stdin?.write(`${line}\n`);
  return to.nextLine();
}

const padded = (name: string) => `${name} ${'x'.repeat(2000)}`;

describe('the JSON store on a full disk', () => {
  it('refuses updates without a change, and takes them when there is room again', async () => {
    const script = [process.execPath, childScript('append-on-demand'), folder.path];
    const store = start('prlimit', ['--fsize=9000:unlimited', ...script]);
    expect(await store.nextLine()).toBe('open');
    const results: string[] = [];
    for (const name of ['first', 'second', 'third', 'fourth', 'fifth', 'sixth']) {
      results.push(await say(store, padded(name)));
    }
    expect(results.slice(0, 3)).toEqual(['acknowledged first xx', 'acknowledged second x', 'acknowledged third xx']);
    const refused = results.indexOf('full third xx');
    expect(refused).toBe(3);
    expect(results.slice(refused)).toEqual(results.slice(refused).map(() => 'full third xx'));
    const { length } = await readFile(join(folder.path, 'journal.jsonl'));
    expect(length).toBeLessThan(9000);
    // A small one still fits in what is left.
    expect(await say(store, 'small')).toBe('acknowledged small');

    execFileSync('prlimit', ['--pid', String(store.process.pid), '--fsize=unlimited:unlimited']);
    expect(await say(store, padded('fourth'))).toBe('acknowledged fourth x');
    store.process.stdin?.end();
    await store.ended;

    const again = await openJsonStore(folder.path, { warn: () => undefined });
    const { entries } = await again.history({ target: null });
    await again.close();
    expect(entries.map(({ key }) => key)).toEqual(['fourth', 'small', 'third', 'second', 'first']);
  });

  it('keeps the snapshot it has when a new one does not fit', async () => {
    const script = [process.execPath, childScript('append-on-demand'), folder.path];
    const before = start(process.execPath, script.slice(1));
    await before.nextLine();
    await say(before, 'first');
    before.process.stdin?.end();
    await before.ended;
    const snapshot = await readFile(join(folder.path, 'state.json'), 'utf8');

    const tight = start(process.execPath, script.slice(1));
    await tight.nextLine();
    expect(await say(tight, 'second')).toBe('acknowledged second');
    execFileSync('prlimit', ['--pid', String(tight.process.pid), '--fsize=300:unlimited']);
    tight.process.stdin?.end();
    await tight.ended;
    expect(await readFile(join(folder.path, 'state.json'), 'utf8')).toBe(snapshot);
    expect(await readdir(folder.path)).not.toContain('state.json.tmp');

    const again = await openJsonStore(folder.path, { warn: () => undefined });
    expect((await again.state()).seq).toBe(2);
    await again.close();
  });
});

describe('the JSON store on a disk that cannot be written', () => {
  it('does not open, and says which folder and how to mend it', async () => {
    const path = join(folder.path, 'data');
    await mkdir(path);
    // Permissions bind nobody who is root, so that root runs the store as another user.
    const root = process.getuid?.() === 0;
    if (root) await chown(folder.path, 65_534, 65_534);
    await chmod(path, 0o555);
    const args = [childScript('append-on-demand'), path, ...(root ? ['65534'] : [])];
    const line = await start(process.execPath, args).nextLine();
    expect(line).toContain(path);
    expect(line).toMatch(/^refused .*cannot be written; give the user that runs Valo write access .*LV_DATA_DIR/);
    await chmod(path, 0o755);
  });
});
