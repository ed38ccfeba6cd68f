import { readFile, realpath, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

/** Documents above this size are not read: the largest seen is 31 kB, and a book is about 2 MB of text. */
export const maxDocumentBytes = 20 * 1024 * 1024;

export type ReadDocument = { ok: true; text: string } | { ok: false; problem: string };

/**
 * The text of a document in the seeds folder. Fails with a sentence that says what to do when the file is missing, lies outside the
 * folder (also through a link), is too large, is not UTF-8, is binary or empty, or has a type that Valo does not read.
 */
export async function readDocument(folder: string, file: string): Promise<ReadDocument> {
  const type = extname(file).toLowerCase();
  if (!['.txt', '.md'].includes(type))
    return { ok: false, problem: `the type ${type || '(none)'} is not read; use .txt or .md` };
  const path = await insideFolder(folder, file);
  if (!path.ok) return path;
  const { size } = await stat(path.text);
  if (size > maxDocumentBytes)
    return { ok: false, problem: `is larger than ${maxDocumentBytes / 1024 / 1024} MB; divide it` };
  return decodeText(await readFile(path.text));
}

async function insideFolder(folder: string, file: string): Promise<ReadDocument> {
  try {
    const root = await realpath(folder);
    const path = await realpath(join(root, file));
    if (!path.startsWith(root + sep)) return { ok: false, problem: 'lies outside the seeds folder; move it there' };
    return { ok: true, text: path };
  } catch {
    return { ok: false, problem: 'cannot be found or read; check the name in sources.json and the file’s permissions' };
  }
}

/** UTF-8 only: a wrong guess of the encoding would put wrong letters into quotes. */
export function decodeText(bytes: Uint8Array): ReadDocument {
  if (bytes.includes(0)) return { ok: false, problem: 'is not a text file; save it as plain text in UTF-8' };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll('\r\n', '\n');
    if (text.trim() === '') return { ok: false, problem: 'is empty' };
    return { ok: true, text };
  } catch {
    return { ok: false, problem: 'is not UTF-8; save it again with the encoding UTF-8' };
  }
}
