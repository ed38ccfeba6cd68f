import type { FileHandle } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { StoreError } from './store-error.ts';

/** Checks parsed JSON and returns the record. Throws a `StoreError` for a record of a newer version, any error for a bad one. */
export type Decode<R> = (json: unknown, at: { path: string; byte: number }) => R;

const chunkSize = 1 << 20;
const lineFeed = 0x0a;
/** Eight digits and a space. */
const prefixLength = 9;
/** No record comes near it; a longer line is damage, and is not read into memory. */
const longestLine = 1 << 20;

/** A record as a line: CRC-32 of the JSON in eight hexadecimal digits, a space, the JSON, a line feed. */
export function recordLine(record: object): Buffer {
  const json = Buffer.from(JSON.stringify(record));
  return Buffer.from(`${hexChecksum(json)} ${json.toString()}\n`);
}

/** The record of a line, or a `StoreError` that names the byte. */
export function readRecord<R>(line: Buffer, path: string, offset: number, decode: Decode<R>): R {
  const json = line.subarray(prefixLength, line.length - 1);
  if (line.subarray(0, prefixLength).toString('latin1') !== `${hexChecksum(json)} `) {
    throw damage(path, offset, 'this line does not match its checksum');
  }
  try {
    return decode(JSON.parse(json.toString()), { path, byte: offset });
  } catch (error) {
    if (error instanceof StoreError) throw error;
    throw damage(path, offset, 'this line is not a record of the journal');
  }
}

/** Yields each whole line of [start, end) with its line feed. What follows the last line feed is left out. */
export async function* linesOf(file: FileHandle, path: string, start: number, end: number): AsyncGenerator<Buffer> {
  let rest = Buffer.alloc(0);
  let lineStart = start;
  for (let offset = start; offset < end; ) {
    const { buffer, bytesRead } = await file.read(
      Buffer.alloc(chunkSize),
      0,
      Math.min(chunkSize, end - offset),
      offset,
    );
    if (bytesRead === 0) return;
    offset += bytesRead;
    const bytes = Buffer.concat([rest, buffer.subarray(0, bytesRead)]);
    let from = 0;
    for (let at = bytes.indexOf(lineFeed, from); at >= 0; at = bytes.indexOf(lineFeed, from)) {
      yield bytes.subarray(from, at + 1);
      from = at + 1;
    }
    lineStart += from;
    rest = bytes.subarray(from);
    if (rest.length > longestLine) throw damage(path, lineStart, 'this line has no end');
  }
}

/** Exactly `length` bytes from `offset`; throws when the file is shorter. */
export async function readExactly(file: FileHandle, offset: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  for (let done = 0; done < length; ) {
    const { bytesRead } = await file.read(bytes, done, length - done, offset + done);
    if (bytesRead === 0) throw new Error(`the file ends before byte ${offset + length}`);
    done += bytesRead;
  }
  return bytes;
}

function hexChecksum(bytes: Buffer): string {
  return crc32(bytes).toString(16).padStart(8, '0');
}

function damage(path: string, byte: number, what: string): StoreError {
  const message = `${path}: byte ${byte}: ${what}; put back a good copy of the file, nothing was changed`;
  return new StoreError('damaged', path, message, { byte });
}
