import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { IndexCache } from './answer/open-indexes.ts';
import type { Language } from './domain/language.ts';

/**
 * Snapshots of the search indexes as files in a folder, one a language. They only save time: a folder that cannot be written costs the
 * next start that time, and a file is put in its place whole.
 */
export function indexFiles(folder: string): IndexCache {
  const pathOf = (language: Language) => join(folder, `${language}.index`);
  return {
    read: (language) => readFile(pathOf(language)).catch(() => null),
    write: async (language, bytes) => {
      const temporary = `${pathOf(language)}.${process.pid}.tmp`;
      try {
        await mkdir(folder, { recursive: true });
        await writeFile(temporary, bytes, { mode: 0o600 });
        await rename(temporary, pathOf(language));
      } catch {
        await rm(temporary, { force: true }).catch(() => undefined);
      }
    },
  };
}
