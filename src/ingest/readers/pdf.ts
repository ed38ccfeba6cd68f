import { getDocumentProxy } from 'unpdf';
import { DocumentFault, type ReadLimits } from './document-text.ts';
import { type PdfItem, pagesToText } from './pdf-lines.ts';

/**
 * The text of a PDF. Throws a DocumentFault when it is no PDF, is locked, has more pages than the limit or holds no text (a scanned
 * picture), and an Error when it is damaged.
 */
export async function pdfToText(bytes: Uint8Array, limits: ReadLimits): Promise<string> {
  if (!new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-'))
    throw new DocumentFault('is not a PDF; save it again as .pdf');
  const pdf = await openPdf(bytes);
  if (pdf.numPages > limits.pages) throw new DocumentFault(`has more than ${limits.pages} pages; divide it`);
  const pages: PdfItem[][] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(items.flatMap((item) => ('str' in item ? [toItem(item)] : [])));
    page.cleanup();
  }
  const text = pagesToText(pages);
  if (text === '')
    throw new DocumentFault('holds no text, only pictures; run text recognition (OCR) on it and save it again');
  return text;
}

async function openPdf(bytes: Uint8Array) {
  try {
    // A copy, since PDF.js takes the bytes away from their owner.
    return await getDocumentProxy(new Uint8Array(bytes), {
      verbosity: 0,
      useSystemFonts: false,
      disableFontFace: true,
      enableXfa: false,
    });
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException')
      throw new DocumentFault('is locked with a password; save it without one');
    throw error;
  }
}

function toItem(item: { str: string; transform: readonly unknown[]; width: number; height: number }): PdfItem {
  const [a, b, c, d, x, y] = item.transform.map(Number);
  const size = Math.hypot(c ?? 0, d ?? 0) || Math.hypot(a ?? 0, b ?? 0) || item.height;
  return { text: item.str, x: x ?? 0, y: y ?? 0, width: item.width, size };
}
