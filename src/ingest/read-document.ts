import { constants } from 'node:fs';
import { type FileHandle, open, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { type DocumentText, type ReadLimits, documentLimits } from './readers/document-text.ts';
import { declaredEncoding, htmlToText } from './readers/html.ts';
import { parseInWorker } from './readers/parse-in-worker.ts';

export type ReadDocument = DocumentText;

type Reader = (bytes: Uint8Array, limits: ReadLimits) => DocumentText | Promise<DocumentText>;

const readers: Readonly<Record<string, Reader>> = {
  '.txt': (bytes) => decodeText(bytes),
  '.md': (bytes) => decodeText(bytes),
  '.html': readHtml,
  '.htm': readHtml,
  '.pdf': (bytes, limits) => parseInWorker({ type: 'pdf', bytes, limits }),
  '.docx': (bytes, limits) => parseInWorker({ type: 'docx', bytes, limits }),
};

/**
 * The text of a document in the seeds folder: as it stands in .txt and .md, with a paragraph, heading or table row a line from .html, .pdf
 * and .docx. Fails with a sentence that says what to do when the file is missing, lies outside the folder (also through a link), goes
 * beyond the limits, is not UTF-8 (or an .html page's declared encoding), is damaged, locked or empty, or has a type that Valo does not read.
 */
export async function readDocument(
  folder: string,
  file: string,
  limits: ReadLimits = documentLimits,
): Promise<ReadDocument> {
  const type = extname(file).toLowerCase();
  const read = readers[type];
  if (!read)
    return { ok: false, problem: `the type ${type || '(none)'} is not read; use .txt, .md, .html, .pdf or .docx` };
  const bytes = await readInside(folder, file, limits.bytes);
  if (!bytes.ok) return bytes;
  const document = await read(bytes.bytes, limits);
  if (document.ok && document.text.trim() === '')
    return { ok: false, problem: 'holds no text; put the document itself there' };
  if (document.ok && document.text.length > limits.bytes)
    return { ok: false, problem: 'holds too much text; divide it' };
  return document;
}

type Bytes = { ok: true; bytes: Uint8Array } | { ok: false; problem: string };

const unreadable: Bytes = {
  ok: false,
  problem: 'cannot be found or read; check the name in sources.json and the file’s permissions',
};

async function readInside(folder: string, file: string, maxBytes: number): Promise<Bytes> {
  let handle: FileHandle | undefined;
  try {
    const root = await realpath(folder);
    const path = await realpath(join(root, file));
    if (!path.startsWith(root + sep)) return { ok: false, problem: 'lies outside the seeds folder; move it there' };
    // A named pipe would keep an ordinary open waiting for ever.
    handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
    const stat = await handle.stat();
    if (!stat.isFile()) return { ok: false, problem: 'is not a file; name a document in sources.json' };
    if (stat.size > maxBytes) return { ok: false, problem: `is larger than ${maxBytes / 1024 / 1024} MB; divide it` };
    return { ok: true, bytes: await handle.readFile() };
  } catch {
    return unreadable;
  } finally {
    await handle?.close();
  }
}

function readHtml(bytes: Uint8Array): DocumentText {
  const page = decodeText(bytes, declaredEncoding(bytes));
  return page.ok ? { ok: true, text: htmlToText(page.text) } : page;
}

/** Only the given encoding, UTF-8 by default: a wrong guess would put wrong letters into quotes. */
export function decodeText(bytes: Uint8Array, encoding = 'utf-8'): DocumentText {
  if (bytes.includes(0)) return { ok: false, problem: 'is not a text file; save it as plain text in UTF-8' };
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes).replaceAll('\r\n', '\n');
    if (text.trim() === '') return { ok: false, problem: 'is empty' };
    return { ok: true, text };
  } catch {
    return { ok: false, problem: 'is not UTF-8; save it again with the encoding UTF-8' };
  }
}
