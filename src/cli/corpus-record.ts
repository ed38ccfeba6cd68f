import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CorpusRecordPort } from '../ingest/changes.ts';
import { writeWholeFile } from '../whole-file.ts';

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
    write: (record) => writeWholeFile(path, JSON.stringify(record)),
  };
}
