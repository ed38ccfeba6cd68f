import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { VectorCache } from './answer/vector-store.ts';

const partName = /^vectors-(\d{13})-[0-9a-f]{8}\.part$/;
const staleName = /^vectors-.*\.tmp$/;
/** A file that is being written is younger than this, in milliseconds. */
const abandonedAfter = 60 * 60 * 1000;

/**
 * Vectors as files in a folder, a part each, put in its place whole, so that several processes may add to it and any may be killed. They
 * only save time: a folder that cannot be written costs the next start that time.
 */
export function vectorFiles(folder: string): VectorCache {
  const partsIn = async () => (await readdir(folder).catch(() => [])).filter((name) => partName.test(name)).toSorted();
  const add = async (bytes: Uint8Array): Promise<string | null> => {
    const name = `vectors-${String(Date.now()).padStart(13, '0')}-${randomUUID().slice(0, 8)}`;
    const temporary = join(folder, `${name}.tmp`);
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeFile(temporary, bytes, { mode: 0o600, flush: true });
      await rename(temporary, join(folder, `${name}.part`));
      return `${name}.part`;
    } catch {
      await rm(temporary, { force: true }).catch(() => undefined);
      return null;
    }
  };
  return {
    read: async () => {
      await removeAbandoned(folder);
      const parts = await Promise.all((await partsIn()).map((name) => readFile(join(folder, name)).catch(() => null)));
      return parts.flatMap((bytes) => (bytes === null ? [] : [bytes]));
    },
    add: async (bytes) => {
      await add(bytes);
    },
    replace: async (bytes) => {
      const before = await partsIn();
      const kept = await add(bytes);
      if (kept === null) return;
      await Promise.all(before.map((name) => rm(join(folder, name), { force: true }).catch(() => undefined)));
    },
  };
}

/** Files that a killed process left half written. */
async function removeAbandoned(folder: string): Promise<void> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => staleName.test(name));
  for (const name of names) {
    const began = Number(/^vectors-(\d{13})/.exec(name)?.[1] ?? 0);
    if (Date.now() - began > abandonedAfter) await rm(join(folder, name), { force: true }).catch(() => undefined);
  }
}
