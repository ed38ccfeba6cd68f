import { deflateSync } from 'node:zlib';

/** A line of text on a page, in points from its lower left corner. */
export type PdfLine = { text: string; x?: number; y: number; size?: number };

/** A PDF with a page for each list of lines, in Helvetica with the Windows alphabet. */
export function makePdf(pages: readonly (readonly PdfLine[])[], extra: { trailer?: string } = {}): Buffer {
  return makePdfOfStreams(pages.map(pageStream), extra);
}

function pageStream(lines: readonly PdfLine[]): Buffer {
  const operators = lines.map(
    ({ text, x = 72, y, size = 11 }) => `BT /F1 ${size} Tf ${x} ${y} Td (${text.replace(/[()\\]/g, '\\$&')}) Tj ET`,
  );
  return Buffer.from(operators.join('\n').replaceAll('–', '\u0096'), 'latin1');
}

export function makePdfOfStreams(streams: readonly Buffer[], { trailer = '' }: { trailer?: string } = {}): Buffer {
  const objects: Buffer[] = [
    Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
    Buffer.from(
      `<< /Type /Pages /Count ${streams.length} /Kids [${streams.map((_, at) => `${4 + at * 2} 0 R`).join(' ')}] >>`,
    ),
    Buffer.from('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>'),
  ];
  for (const stream of streams) {
    const data = deflateSync(stream);
    objects.push(
      Buffer.from(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${objects.length + 2} 0 R >>`,
      ),
    );
    objects.push(
      Buffer.concat([
        Buffer.from(`<< /Length ${data.length} /Filter /FlateDecode >>\nstream\n`),
        data,
        Buffer.from('\nendstream'),
      ]),
    );
  }
  return assemble(objects, trailer);
}

function assemble(objects: readonly Buffer[], trailer: string): Buffer {
  const pieces = [Buffer.from('%PDF-1.4\n')];
  const offsets: number[] = [];
  let length = 9;
  for (const [index, object] of objects.entries()) {
    const piece = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]);
    offsets.push(length);
    pieces.push(piece);
    length += piece.length;
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const count = objects.length + 1;
  pieces.push(
    Buffer.from(
      `xref\n0 ${count}\n0000000000 65535 f \n${table}trailer\n<< /Size ${count} /Root 1 0 R ${trailer} >>\nstartxref\n${length}\n%%EOF`,
    ),
  );
  return Buffer.concat(pieces);
}
