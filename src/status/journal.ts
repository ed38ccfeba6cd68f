import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';
import { syncFolder } from './json-file.ts';
import { linesOf, readExactly, readRecord, recordLine } from './journal-lines.ts';
import type { Decode } from './journal-lines.ts';
import { openFailure, StoreError } from './store-error.ts';

/** How far a journal has been taken in: the last `seq`, the bytes up to its end and their CRC-32. */
type JournalMark = { seq: number; offset: number; crc: number };

export const journalStart: JournalMark = { seq: 0, offset: 0, crc: 0 };

/** Where one line lies: byte offset and length, its line feed included. */
export type Span = { offset: number; length: number };

export type Journal<R extends { seq: number }> = {
  /** The end of what is durable. */
  mark: () => JournalMark;
  /**
   * Appends records whose `seq` follow on; resolves when they are durable. Rejects with the file system's error, and
   * the journal is then as before. One call at a time.
   */
  append: (records: readonly R[]) => Promise<readonly Span[]>;
  /** The records of lines, in the order given. Adjacent lines are read in one piece. */
  read: (spans: readonly Span[]) => Promise<readonly R[]>;
  /** Calls `take` for each durable record after `from`, oldest first; returns where it ended. */
  scan: (from: JournalMark, take: (record: R, span: Span) => void) => Promise<JournalMark>;
  close: () => Promise<void>;
};

type JournalOptions<R> = {
  path: string;
  decode: Decode<R>;
  /** What a snapshot covers already; its bytes are compared by checksum and not parsed. */
  covered: JournalMark;
  /** Called with each record after `covered`, oldest first. */
  take: (record: R, span: Span) => void;
};

/**
 * Opens an append-only journal: one line a record, CRC-32 in eight hexadecimal digits, a space, JSON. What stands after
 * the last line feed is a line torn by a crash, never acknowledged, and is cut off.
 *
 * Throws a `StoreError` naming file and byte for damage anywhere else or a gap in `seq`. Returns null when the journal
 * is sound but its covered part is not what `covered` says: the snapshot belongs to another journal.
 */
export async function openJournal<R extends { seq: number }>(options: JournalOptions<R>): Promise<Journal<R> | null> {
  const { path } = options;
  const file = await openFile(path);
  try {
    const { size } = await file.stat();
    if (!(await coverHolds(file, size, options))) {
      await file.close();
      return null;
    }
    const end = await scanLines(file, path, options.covered, size, options);
    if (end.offset < size) {
      await file.truncate(end.offset);
      await file.datasync();
    }
    return journalOn(file, path, options.decode, end);
  } catch (error) {
    await file.close().catch(() => undefined);
    throw openFailure(path, error);
  }
}

async function openFile(path: string): Promise<FileHandle> {
  try {
    const file = await open(path, constants.O_RDWR | constants.O_CREAT, 0o600);
    await file.chmod(0o600);
    await syncFolder(dirname(path));
    return file;
  } catch (error) {
    throw openFailure(path, error);
  }
}

async function coverHolds<R extends { seq: number }>(file: FileHandle, size: number, options: JournalOptions<R>) {
  const { covered, path } = options;
  if (size >= covered.offset && (await checksum(file, covered.offset)) === covered.crc) return true;
  // Something differs: reading line by line finds the damaged byte and throws.
  const sound = await scanLines(file, path, journalStart, size, { decode: options.decode, take: () => undefined });
  if (sound.seq < covered.seq) {
    const lost = `${path}: ends at byte ${sound.offset} with entry ${sound.seq}, but entries up to ${covered.seq} were acknowledged; put the whole file back`;
    throw new StoreError('damaged', path, lost, { byte: sound.offset });
  }
  return false;
}

const chunkSize = 1 << 20;

async function checksum(file: FileHandle, end: number): Promise<number> {
  const chunk = Buffer.allocUnsafe(chunkSize);
  let crc = 0;
  for (let offset = 0; offset < end; ) {
    const { bytesRead } = await file.read(chunk, 0, Math.min(chunkSize, end - offset), offset);
    if (bytesRead === 0) break;
    crc = crc32(chunk.subarray(0, bytesRead), crc);
    offset += bytesRead;
  }
  return crc;
}

type Reading<R> = { decode: Decode<R>; take: (record: R, span: Span) => void };

/** Reads whole lines of [from, end); returns the mark after the last one. */
async function scanLines<R extends { seq: number }>(
  file: FileHandle,
  path: string,
  from: JournalMark,
  end: number,
  { decode, take }: Reading<R>,
): Promise<JournalMark> {
  let { seq, offset, crc } = from;
  for await (const line of linesOf(file, path, offset, end)) {
    const record = readRecord(line, path, offset, decode);
    if (record.seq !== seq + 1) {
      const gap = `${path}: byte ${offset}: entry ${record.seq} follows entry ${seq}; entries are missing or out of order; put the whole file back`;
      throw new StoreError('damaged', path, gap, { byte: offset });
    }
    take(record, { offset, length: line.length });
    crc = crc32(line, crc);
    seq = record.seq;
    offset += line.length;
  }
  return { seq, offset, crc };
}

function journalOn<R extends { seq: number }>(
  file: FileHandle,
  path: string,
  decode: Decode<R>,
  opened: JournalMark,
): Journal<R> {
  let end = opened;
  /** Set while bytes of a refused append may lie after `end`. */
  let tail = false;

  async function cutTail(): Promise<void> {
    await file.truncate(end.offset);
    await file.datasync();
    tail = false;
  }

  async function append(records: readonly R[]): Promise<readonly Span[]> {
    if (tail) await cutTail();
    const lines = records.map(recordLine);
    const bytes = Buffer.concat(lines);
    try {
      tail = true;
      await writeAll(file, bytes, end.offset);
      await file.datasync();
      tail = false;
    } catch (error) {
      // If even cutting fails, the next append tries again before it writes.
      await cutTail().catch(() => undefined);
      throw error;
    }
    let { offset } = end;
    const spans = lines.map(({ length }) => {
      const span = { offset, length };
      offset += length;
      return span;
    });
    end = { seq: records.at(-1)?.seq ?? end.seq, offset, crc: crc32(bytes, end.crc) };
    return spans;
  }

  async function read(spans: readonly Span[]): Promise<readonly R[]> {
    const found = new Map<number, R>();
    for (const run of adjacentRuns(spans)) {
      const bytes = await readExactly(file, run.offset, run.length);
      for (const { offset, length } of run.spans) {
        const line = bytes.subarray(offset - run.offset, offset - run.offset + length);
        found.set(offset, readRecord(line, path, offset, decode));
      }
    }
    return spans.flatMap(({ offset }) => found.get(offset) ?? []);
  }

  return {
    mark: () => end,
    append,
    read,
    scan: (from, take) => scanLines(file, path, from, end.offset, { decode, take }),
    close: () => file.close(),
  };
}

async function writeAll(file: FileHandle, bytes: Buffer, at: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, at + done);
    done += bytesWritten;
  }
}

/** Lines that lie one after another, gathered into pieces of at most a mebibyte. */
function adjacentRuns(spans: readonly Span[]): (Span & { spans: Span[] })[] {
  const runs: (Span & { spans: Span[] })[] = [];
  for (const span of spans.toSorted((a, b) => a.offset - b.offset)) {
    const run = runs.at(-1);
    if (run !== undefined && run.offset + run.length === span.offset && run.length + span.length <= chunkSize) {
      run.length += span.length;
      run.spans.push(span);
    } else {
      runs.push({ ...span, spans: [span] });
    }
  }
  return runs;
}
