import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CorpusRecordPort } from '../ingest/changes.ts';

/** The record of the last ingestion as `corpus.json` in the data folder, which is made when absent. */
export function corpusRecordFile(dataDir: string): CorpusRecordPort {
  const path = join(dataDir, 'corpus.json');
  return {
    read: async () => {
      try {
        return JSON.parse(await readFile(path, 'utf8'));
      } catch {
        // No record, or none that can be read: the documents are compared with nothing.
        return null;
      }
    },
    write: async (record) => {
      await mkdir(dataDir, { recursive: true, mode: 0o700 });
      const unfinished = `${path}.tmp`;
      await writeFile(unfinished, JSON.stringify(record), { mode: 0o600 });
      await rename(unfinished, path);
    },
  };
}
