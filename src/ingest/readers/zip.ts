import { fromBufferPromise } from 'yauzl';
import { DocumentFault } from './document-text.ts';

/** Parts of a package that are listed at most; a Word file holds some tens. */
const maxEntries = 10_000;

/**
 * The wanted parts of a zip package, inflated, by name. Throws a DocumentFault when they would together take more than `maxBytes`, and an
 * Error when the package is damaged or a part is longer than it declares.
 */
export async function readZipParts(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
  maxBytes: number,
): Promise<Map<string, string>> {
  const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
    lazyEntries: true,
    strictFileNames: true,
    validateEntrySizes: true,
  });
  if (zip.entryCount > maxEntries)
    throw new DocumentFault('holds too many parts for a document; save it again as .docx');
  const parts = new Map<string, string>();
  let left = maxBytes;
  for await (const entry of zip.eachEntry()) {
    if (!wanted(entry.fileName)) continue;
    const pieces: Buffer[] = [];
    for await (const piece of await zip.openReadStreamPromise(entry)) {
      if (!Buffer.isBuffer(piece)) continue;
      left -= piece.length;
      if (left < 0) throw new DocumentFault(`unpacks to more than ${Math.round(maxBytes / 1024 / 1024)} MB; divide it`);
      pieces.push(piece);
    }
    parts.set(entry.fileName, new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(pieces)));
  }
  return parts;
}
