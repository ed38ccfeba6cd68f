import { crc32 } from 'node:zlib';
import { type Language, languages } from '../domain/language.ts';
import { analysisVersion } from './analysis.ts';
import { createLexicalIndex, type LexicalIndex } from './lexical-index.ts';
import type { LexicalIndexData } from './lexical-index-builder.ts';
import type { PostingField } from './lexical-index-field.ts';
import type { PackedStrings } from './lexical-index-strings.ts';

/** Raised whenever the same index gives other bytes. */
export const snapshotVersion = 1;

/** "VALO" in ASCII, read as a little-endian number: a snapshot from a machine of the other byte order does not match. */
const magic = 0x4f4c4156;
/** 32-bit fields: magic, format, analysis, language, length in bytes, checksum. */
const headerLength = 24;
const checksumOffset = 20;

export type DecodedSnapshot =
  | { kind: 'loaded'; index: LexicalIndex }
  /** Cut short, altered, or no snapshot at all. */
  | { kind: 'damaged'; reason: string }
  /** Written by another version of the format or of the analysis. */
  | { kind: 'otherVersion'; format: number; analysis: number }
  | { kind: 'otherLanguage'; language: Language | null };

type Section = Uint16Array | Uint32Array;

const sectionsOf = ({ keys, stems, grams }: LexicalIndexData): Section[] => [
  keys.units,
  keys.offsets,
  ...[stems, grams].flatMap((field) => [
    field.terms.units,
    field.terms.offsets,
    field.offsets,
    field.postings,
    field.lengths,
  ]),
];

const padded = (length: number): number => Math.ceil(length / 4) * 4;

/** CRC-32 of a snapshot without its checksum. */
const checksumOf = (bytes: Uint8Array): number =>
  crc32(bytes.subarray(checksumOffset + 4), crc32(bytes.subarray(0, checksumOffset)));

/**
 * The index as bytes: a header, then each typed array behind its length. Equal indexes give equal bytes.
 * A snapshot of 4 GiB or more is a RangeError.
 */
export const encodeSnapshot = (index: LexicalIndex): Uint8Array => {
  const sections = sectionsOf(index.data);
  const length = headerLength + sections.reduce((sum, section) => sum + 4 + padded(section.byteLength), 0);
  if (length >= 2 ** 32) throw new RangeError(`a snapshot of ${length} bytes is too large`);
  const bytes = new Uint8Array(length);
  const header = [magic, snapshotVersion, analysisVersion, languages.indexOf(index.language), length, 0];
  new Uint32Array(bytes.buffer, 0, header.length).set(header);
  let at = headerLength;
  for (const section of sections) {
    new Uint32Array(bytes.buffer, at, 1)[0] = section.length;
    bytes.set(new Uint8Array(section.buffer, section.byteOffset, section.byteLength), at + 4);
    at += 4 + padded(section.byteLength);
  }
  new Uint32Array(bytes.buffer, checksumOffset, 1)[0] = checksumOf(bytes);
  return bytes;
};

/** Reads the sections as views on `bytes`, in the order of `sectionsOf`. */
const readData = (bytes: Uint8Array, language: Language): LexicalIndexData => {
  let at = bytes.byteOffset + headerLength;
  const begin = (width: number): { start: number; length: number } => {
    const length = new Uint32Array(bytes.buffer, at, 1)[0] ?? 0;
    const start = at + 4;
    at = start + padded(length * width);
    return { start, length };
  };
  const units = (): Uint16Array => {
    const { start, length } = begin(2);
    return new Uint16Array(bytes.buffer, start, length);
  };
  const numbers = (): Uint32Array => {
    const { start, length } = begin(4);
    return new Uint32Array(bytes.buffer, start, length);
  };
  const strings = (): PackedStrings => ({ units: units(), offsets: numbers() });
  const field = (): PostingField => ({ terms: strings(), offsets: numbers(), postings: numbers(), lengths: numbers() });
  return { language, keys: strings(), stems: field(), grams: field() };
};

/** Typed arrays need their offset to be a multiple of their width; a small file's buffer may stand anywhere. */
const aligned = (bytes: Uint8Array): Uint8Array => (bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes));

/**
 * Reads a snapshot of an index for `language`. Anything but an unaltered one of this version and language says what it
 * is instead, and the index is to be built anew. The loaded index keeps and shares `bytes`, which must not change.
 */
export const decodeSnapshot = (bytes: Uint8Array, language: Language): DecodedSnapshot => {
  if (bytes.length < headerLength) return { kind: 'damaged', reason: `only ${bytes.length} bytes` };
  const whole = aligned(bytes);
  const [found, format, analysis, ordinal, length, checksum] = new Uint32Array(
    whole.buffer,
    whole.byteOffset,
    headerLength / 4,
  );
  if (found !== magic) return { kind: 'damaged', reason: 'not a snapshot of an index' };
  if (format !== snapshotVersion || analysis !== analysisVersion)
    return { kind: 'otherVersion', format: format ?? 0, analysis: analysis ?? 0 };
  if (length !== whole.length) return { kind: 'damaged', reason: `${whole.length} bytes instead of ${length}` };
  if (checksum !== checksumOf(whole)) return { kind: 'damaged', reason: 'checksum does not match' };
  const written = languages[ordinal ?? -1] ?? null;
  if (written !== language) return { kind: 'otherLanguage', language: written };
  return { kind: 'loaded', index: createLexicalIndex(readData(whole, language)) };
};
