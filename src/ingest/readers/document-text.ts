import { z } from 'zod';

/** The text of a document, or a sentence that says what is wrong with the file and what to do about it. */
export type DocumentText = { ok: true; text: string } | { ok: false; problem: string };

const limit = z.number().positive();

/**
 * What a document may cost to read: `bytes` of the file, `pages` of a PDF, `inflatedBytes` of the unpacked parts of a DOCX that hold text,
 * `milliseconds` for a PDF or DOCX with the start of its worker, and `megabytes` of that worker's heap, with as much again for its buffers.
 */
export const readLimitsSchema = z.object({
  bytes: limit,
  pages: limit,
  inflatedBytes: limit,
  milliseconds: limit,
  megabytes: limit,
});
export type ReadLimits = z.infer<typeof readLimitsSchema>;

/**
 * The limits in force. The largest document seen is 31 kB of text, and a book is about 2 MB of it; a PDF with pictures is seldom above
 * 20 MB. A 1,000-page report parses in about 5 s.
 */
export const documentLimits: ReadLimits = {
  bytes: 20 * 1024 * 1024,
  pages: 1000,
  inflatedBytes: 100 * 1024 * 1024,
  milliseconds: 20_000,
  megabytes: 512,
};

/** A fault of a document that its reader has found and can tell how to mend. */
export class DocumentFault extends Error {
  override readonly name = 'DocumentFault';
}
