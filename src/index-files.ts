import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { IndexCache } from './answer/open-indexes.ts';
import { writeWholeFile } from './whole-file.ts';

/**
 * Snapshots of the search indexes as files in a folder. They only save time: a folder that cannot be written costs the
 * next start that time, and a file is put in its place whole.
 */
export function indexFiles(folder: string): IndexCache {
  const pathOf = (name: string) => join(folder, `${name}.index`);
  return {
    read: (name) => readFile(pathOf(name)).catch(() => null),
    write: (name, bytes) => writeWholeFile(pathOf(name), bytes).catch(() => undefined),
  };
}
