import { open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Low } from 'lowdb';
import type { Adapter } from 'lowdb';
import type { z } from 'zod';
import { errorCode, openFailure, StoreError } from './store-error.ts';
import { migrate } from './versions.ts';
import type { RecordFormat } from './versions.ts';

/** A JSON file held in memory. */
export type JsonFile<T> = {
  /** What the disk holds. */
  readonly data: T;
  /** Where the data came from when the file was opened; `fallback` also for a first start. */
  readonly source: 'file' | 'backup' | 'fallback';
  /** Unreadable files that were set aside under another name, to be looked at; nothing is deleted. */
  readonly setAside: readonly string[];
  /**
   * Replaces the data; resolves when it is durable. Saves run one after another.
   * Rejects with the file system's error, and `data` and the file are then as before.
   */
  save: (next: T) => Promise<void>;
};

/**
 * Opens a JSON file whose data is checked against `schema` and carries its version in `v`. An unreadable file is set
 * aside and its last good copy (`.bak`) taken, else `fallback`.
 *
 * Throws a `StoreError` for a file that a newer program wrote and for one that cannot be read at all.
 */
export async function openJsonFile<T extends object>(
  path: string,
  schema: z.ZodType<T>,
  fallback: T,
  format: RecordFormat = { version: 1, steps: {} },
): Promise<JsonFile<T>> {
  const adapter = durableAdapter(path, schema, format);
  const db = new Low<T>(adapter, fallback);
  await db.read();
  let last: Promise<void> = Promise.resolve();

  async function saveNow(next: T): Promise<void> {
    const before = db.data;
    db.data = next;
    try {
      await db.write();
    } catch (error) {
      db.data = before;
      throw error;
    }
  }

  return {
    get data() {
      return db.data;
    },
    source: adapter.found.source,
    setAside: adapter.found.setAside,
    save: (data) => {
      const done = last.then(() => saveNow(data));
      last = done.catch(() => undefined);
      return done;
    },
  };
}

type Found = { source: JsonFile<unknown>['source']; setAside: string[] };

function durableAdapter<T>(path: string, schema: z.ZodType<T>, format: RecordFormat): Adapter<T> & { found: Found } {
  const found: Found = { source: 'fallback', setAside: [] };
  const backup = `${path}.bak`;
  return {
    found,
    read: async () => {
      for (const [file, source] of [
        [path, 'file'],
        [backup, 'backup'],
      ] as const) {
        const reading = await readChecked(file, schema, format);
        if (reading.kind === 'ok') {
          found.source = source;
          return reading.value;
        }
        if (reading.kind === 'corrupt') found.setAside.push(await setAside(file));
      }
      return null;
    },
    write: (data) => replaceFile(path, backup, `${JSON.stringify(data)}\n`),
  };
}

async function readChecked<T>(file: string, schema: z.ZodType<T>, format: RecordFormat) {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return { kind: 'absent' } as const;
    throw openFailure(file, error);
  }
  const migration = migrate(parseJson(text), format);
  if (migration.kind === 'newer') {
    const message = `${file}: written by a newer Valo (version ${migration.found}, this one reads ${format.version}); start that one`;
    throw new StoreError('newer', file, message);
  }
  if (migration.kind === 'unreadable') return { kind: 'corrupt' } as const;
  const checked = schema.safeParse(migration.value);
  return checked.success ? ({ kind: 'ok', value: checked.data } as const) : ({ kind: 'corrupt' } as const);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function setAside(file: string): Promise<string> {
  const aside = `${file}.corrupt-${Date.now()}`;
  try {
    await rename(file, aside);
  } catch (error) {
    throw openFailure(file, error);
  }
  return aside;
}

/** Either the old or the new content is on disk at every instant, whole, and the one before it in `backup`. */
async function replaceFile(path: string, backup: string, text: string): Promise<void> {
  const temporary = `${path}.tmp`;
  try {
    const file = await open(temporary, 'w', 0o600);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  // Between the two renames only the backup exists; reading then takes it.
  await rename(path, backup).catch((error: unknown) => {
    if (errorCode(error) !== 'ENOENT') throw error;
  });
  await rename(temporary, path);
  await syncFolder(dirname(path));
}

/** Makes the names in a folder durable. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
