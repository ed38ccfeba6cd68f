import { crc32 } from 'node:zlib';

/** Vectors as they are kept on disk: each under the content hash of its text. */
export type VectorPart = {
  /** What made the vectors: 32 hexadecimal digits for an endpoint's model and its settings. */
  model: string;
  dimensions: number;
  /** Content hashes of the texts, 32 hexadecimal digits each. */
  hashes: readonly string[];
  /** The vectors one after another, in the order of the hashes. */
  vectors: Float32Array;
};

export type DecodedVectors =
  | ({ kind: 'loaded' } & VectorPart)
  /** Cut short, altered, of another version, or no vectors at all. */
  | { kind: 'damaged'; reason: string };

/** Raised whenever the same vectors give other bytes. */
const formatVersion = 1;
/** "VALV" in ASCII, read as a little-endian number: a file from a machine of the other byte order does not match. */
const magic = 0x564c4156;
/** 32-bit fields: magic, format, dimensions, count, checksum. */
const headerLength = 20;
const checksumOffset = 16;
const hashBytes = 16;
const hashPattern = /^[0-9a-f]{32}$/;

/** The part as bytes. Throws a RangeError for a hash of another form, or vectors that do not match the hashes. */
export function encodeVectors({ model, dimensions, hashes, vectors }: VectorPart): Uint8Array {
  if (vectors.length !== hashes.length * dimensions) throw new RangeError('vectors do not match their hashes');
  if (![model, ...hashes].every((hash) => hashPattern.test(hash))) throw new RangeError('a hash has 32 digits');
  const names = Buffer.from([model, ...hashes].join(''), 'hex');
  const bytes = new Uint8Array(headerLength + names.length + vectors.byteLength);
  new Uint32Array(bytes.buffer, 0, headerLength / 4).set([magic, formatVersion, dimensions, hashes.length, 0]);
  bytes.set(names, headerLength);
  bytes.set(new Uint8Array(vectors.buffer, vectors.byteOffset, vectors.byteLength), headerLength + names.length);
  new Uint32Array(bytes.buffer, checksumOffset, 1)[0] = checksumOf(bytes);
  return bytes;
}

/** Reads what `encodeVectors` wrote. Anything but an unaltered part of this version says what it is instead. */
export function decodeVectors(bytes: Uint8Array): DecodedVectors {
  if (bytes.length < headerLength + hashBytes) return { kind: 'damaged', reason: `only ${bytes.length} bytes` };
  // Typed arrays need their offset to be a multiple of their width.
  const whole = bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes);
  const header = new Uint32Array(whole.buffer, whole.byteOffset, headerLength / 4);
  const [found, format, dimensions = 0, count = 0, checksum] = header;
  if (found !== magic || format !== formatVersion) return { kind: 'damaged', reason: 'not vectors of this version' };
  const start = headerLength + hashBytes * (count + 1);
  if (whole.length !== start + 4 * count * dimensions) return { kind: 'damaged', reason: `${whole.length} bytes` };
  if (checksum !== checksumOf(whole)) return { kind: 'damaged', reason: 'checksum does not match' };
  const names = Buffer.from(whole.buffer, whole.byteOffset + headerLength, start - headerLength);
  const nameAt = (index: number) => names.toString('hex', hashBytes * index, hashBytes * (index + 1));
  return {
    kind: 'loaded',
    model: nameAt(0),
    dimensions,
    hashes: Array.from({ length: count }, (_, index) => nameAt(index + 1)),
    vectors: new Float32Array(whole.buffer, whole.byteOffset + start, count * dimensions),
  };
}

/** CRC-32 of a part without its checksum. */
function checksumOf(bytes: Uint8Array): number {
  return crc32(bytes.subarray(checksumOffset + 4), crc32(bytes.subarray(0, checksumOffset)));
}
