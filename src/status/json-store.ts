import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { entryFormat, entrySchema, systemActor } from './events.ts';
import type { Entry } from './events.ts';
import { openJsonFile } from './json-file.ts';
import type { JsonFile } from './json-file.ts';
import { createHistoryIndex } from './json-store-history.ts';
import { createWriter } from './json-store-writer.ts';
import { journalStart, openJournal } from './journal.ts';
import type { Journal, Span } from './journal.ts';
import { concealEvent, revealEntry, usersOfEvent } from './named-events.ts';
import { openReferences } from './references.ts';
import type { References } from './references.ts';
import { applyEntry, emptyState, statusStateSchema } from './state.ts';
import { revealState } from './state-people.ts';
import type { StatusState } from './state.ts';
import type { AppendRequest, StatusStore } from './store.ts';
import { openFailure, StoreError } from './store-error.ts';
import { lockStore } from './store-lock.ts';
import { migrate } from './versions.ts';

/** Keys of this many latest entries are remembered. */
const rememberedKeys = 10_000;

const snapshotSchema = z.object({
  v: z.literal(1),
  /** What of the journal the snapshot covers. */
  mark: z.object({ seq: z.number().int().min(0), offset: z.number().int().min(0), crc: z.number().int().min(0) }),
  state: statusStateSchema,
  /** Key, byte offset and length of the latest entries, oldest first. */
  keys: z.array(z.tuple([z.string(), z.number(), z.number()])),
});
type Snapshot = z.infer<typeof snapshotSchema>;

const emptySnapshot: Snapshot = { v: 1, mark: journalStart, state: emptyState, keys: [] };

type JsonStoreOptions = {
  /** Told in one line of what an operator should know and the store has dealt with. */
  warn: (line: string) => void;
  /** Entries between two snapshots, default 1000. A snapshot only makes the next start faster. */
  snapshotEvery?: number;
};

/**
 * Opens the store of one process in a folder, made when absent: `journal.jsonl` is the truth, `state.json` a snapshot
 * of it, `users.json` tells who is behind the journal's references.
 *
 * Throws a `StoreError`, with a line for the operator, when another process holds the folder, the journal is damaged,
 * a file comes from a newer program or the folder cannot be written.
 */
export async function openJsonStore(folder: string, options: JsonStoreOptions): Promise<StatusStore> {
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch((error: unknown) => {
    throw openFailure(folder, error);
  });
  const lock = lockStore(folder);
  try {
    const references = await openReferences(join(folder, 'users.json'));
    const file = await openJsonFile(join(folder, 'state.json'), snapshotSchema, emptySnapshot);
    for (const aside of file.setAside)
      options.warn(`${aside}: unreadable snapshot set aside; rebuilt from the journal`);
    const opened = await replay(join(folder, 'journal.jsonl'), file, options);
    await forgetAgain(references, opened.state, options);
    return storeOn({ ...opened, file, references, options, release: lock.release });
  } catch (error) {
    lock.release();
    throw error;
  }
}

type Opened = { journal: Journal<Entry>; state: StatusState; keys: Map<string, Span> };

/** The state after the whole journal, starting from the snapshot where it fits. */
async function replay(path: string, file: JsonFile<Snapshot>, options: JsonStoreOptions): Promise<Opened> {
  for (const snapshot of [file.data, emptySnapshot]) {
    let { state } = snapshot;
    const keys = new Map<string, Span>(snapshot.keys.map(([key, offset, length]) => [key, { offset, length }]));
    const take = (entry: Entry, span: Span) => {
      state = applyEntry(state, entry);
      rememberKey(keys, entry.key, span);
    };
    const journal = await openJournal({ path, decode: decodeEntry, covered: snapshot.mark, take });
    if (journal !== null) return { journal, state, keys };
    options.warn(`${path}: the snapshot belongs to another journal; rebuilt from this one`);
  }
  throw new Error('a journal read from its start always fits');
}

function decodeEntry(json: unknown, at: { path: string; byte: number }): Entry {
  const migration = migrate(json, entryFormat);
  if (migration.kind === 'newer') {
    const message = `${at.path}: byte ${at.byte}: written by a newer Valo (version ${migration.found}, this one reads ${entryFormat.version}); start that one`;
    throw new StoreError('newer', at.path, message, { byte: at.byte });
  }
  if (migration.kind === 'unreadable') throw new Error(migration.reason);
  return entrySchema.parse(migration.value);
}

/** A crash between a forgotten event and the removal of the id is made good. */
async function forgetAgain(references: References, state: StatusState, options: JsonStoreOptions): Promise<void> {
  await references.forget(state.forgotten).catch((error: unknown) => {
    options.warn(`users.json: a forgotten user could not be removed yet: ${String(error)}`);
  });
}

function usersOf({ actor, event }: AppendRequest): string[] {
  return actor === systemActor ? usersOfEvent(event) : [actor, ...usersOfEvent(event)];
}

function rememberKey(keys: Map<string, Span>, key: string, span: Span): void {
  keys.set(key, span);
  if (keys.size <= rememberedKeys) return;
  const [oldest] = keys.keys();
  if (oldest !== undefined) keys.delete(oldest);
}

type Parts = Opened & {
  file: JsonFile<Snapshot>;
  references: References;
  options: JsonStoreOptions;
  release: () => void;
};

function storeOn(parts: Parts): StatusStore {
  const { journal, keys, file, references, options } = parts;
  const index = createHistoryIndex(journal);
  const named = (entry: Entry) => revealEntry(entry, references.userOf);
  let { state } = parts;
  let view: StatusState | null = null;
  let snapshotting: Promise<void> | null = null;

  async function snapshot(): Promise<void> {
    const mark = journal.mark();
    if (mark.seq === file.data.mark.seq) return;
    const latestKeys = Array.from(keys, ([key, { offset, length }]): Snapshot['keys'][number] => [key, offset, length]);
    await file.save({ v: 1, mark, state, keys: latestKeys }).catch((error: unknown) => {
      options.warn(`state.json: snapshot not written, the journal holds everything: ${String(error)}`);
    });
  }

  const writer = createWriter({
    journal,
    state: () => state,
    known: (key) => keys.get(key) ?? null,
    conceal: async (requests) => {
      const referenceOf = await references.ensure(requests.flatMap(usersOf));
      return ({ actor, event }) => ({
        actor: actor === systemActor ? actor : referenceOf(actor),
        event: concealEvent(event, referenceOf),
      });
    },
    userOf: references.userOf,
    commit: async (entries, spans, next) => {
      state = next;
      view = null;
      entries.forEach((entry, at) => {
        const span = spans[at];
        if (span !== undefined) rememberKey(keys, entry.key, span);
      });
      index.note(entries, spans);
      if (entries.some(({ event }) => event.type === 'forgotten')) await forgetAgain(references, state, options);
      if (journal.mark().seq - file.data.mark.seq >= (options.snapshotEvery ?? 1000)) {
        snapshotting ??= snapshot().finally(() => {
          snapshotting = null;
        });
      }
    },
  });

  return {
    append: writer.append,
    find: async (key) => {
      const span = keys.get(key);
      if (span === undefined) return null;
      const [entry] = await journal.read([span]);
      return entry === undefined ? null : named(entry);
    },
    state: async () => {
      view ??= revealState(state, references.userOf);
      return view;
    },
    history: async (query) => {
      const { entries, total } = await index.query(query);
      return { entries: entries.map(named), total };
    },
    close: async () => {
      await writer.drain();
      await snapshotting;
      await snapshot();
      await journal.close();
      parts.release();
    },
  };
}
