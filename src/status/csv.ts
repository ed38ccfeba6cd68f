/** Excel opens a file without it as the system's eight-bit code page. */
const byteOrderMark = '\ufeff';
/**
 * The separator of written files. Excel splits a file that is opened by a double click at the list separator of the
 * system's region, which is ";" for Finnish and for Swedish, where the comma belongs to decimals.
 */
const separator = ';';

/**
 * Cells that a spreadsheet may take for a formula: =, +, -, @, also full-width or after white space, tab and line break.
 * https://owasp.org/www-community/attacks/CSV_Injection
 * An apostrophe is among them, so that the one put before them can be taken away again.
 */
const hazardous = /^(?:[\t\r\n]|\s*['=+\-@＝＋－＠])/;

/** Rows of cells as a CSV file (RFC 4180) with semicolons, a byte order mark and no cell that a spreadsheet would calculate. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((cells) => `${cells.map(writeCell).join(separator)}\r\n`);
  return `${byteOrderMark}${lines.join('')}`;
}

function writeCell(value: string): string {
  const inert = hazardous.test(value) ? `'${value}` : value;
  const text = inert.replace(/\r\n?/g, '\n');
  return /[;,"\n\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A row of a file. `line` is its number in a spreadsheet, from 1; empty rows count. */
export type CsvRow = { line: number; cells: readonly string[] };

/** The rows of a CSV text that hold anything. The separator is what its first row has most of: semicolon, comma or tab. Linear in the text. */
export function readCsv(text: string): CsvRow[] {
  const rows: CsvRow[] = [];
  const reader = createCellReader(text.replace(/^\ufeff/, '').replace(/^sep=.\r?\n/i, ''));
  for (let line = 1; !reader.atEnd(); line += 1) {
    const cells = reader.row().map(plainCell);
    if (cells.some((cell) => cell !== '')) rows.push({ line, cells });
  }
  return rows;
}

function plainCell(value: string): string {
  const text = value.replace(/\r\n?/g, '\n').trim();
  return text.startsWith("'") && hazardous.test(text.slice(1)) ? text.slice(1).trim() : text;
}

function createCellReader(text: string): { atEnd: () => boolean; row: () => string[] } {
  const mark = likelySeparator(text);
  const unquotedEnd = new RegExp(`[${mark}\\r\\n]`, 'g');
  let at = 0;

  function quotedCell(): string {
    let cell = '';
    at += 1;
    for (;;) {
      const quote = text.indexOf('"', at);
      const end = quote < 0 ? text.length : quote;
      cell += text.slice(at, end);
      at = end + 1;
      if (text[at] !== '"' || quote < 0) return cell;
      cell += '"';
      at += 1;
    }
  }

  function unquotedCell(): string {
    unquotedEnd.lastIndex = at;
    const end = unquotedEnd.exec(text)?.index ?? text.length;
    const cell = text.slice(at, end);
    at = end;
    return cell;
  }

  return {
    atEnd: () => at >= text.length,
    row: () => {
      const cells: string[] = [];
      for (;;) {
        // What follows a closing quote belongs to the cell; spreadsheets read it so.
        const quoted = text[at] === '"' ? quotedCell() : '';
        cells.push(quoted + unquotedCell());
        if (text[at] !== mark) break;
        at += 1;
      }
      at += text.startsWith('\r\n', at) ? 2 : 1;
      return cells;
    },
  };
}

function likelySeparator(text: string): string {
  const firstRow = /^(?:"[^"]*"|[^"\r\n])*/.exec(text.slice(0, 10_000))?.[0] ?? '';
  const outside = firstRow.replace(/"[^"]*"/g, '');
  const count = (mark: string) => outside.split(mark).length - 1;
  return [separator, ',', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

/** Largest file that is read, in bytes; a board of 200 measures has about 60,000. */
export const largestFile = 2_000_000;

/** The text of a file as spreadsheets save it: UTF-8, UTF-16 or Windows-1252. Null for what is no text, a workbook for one. */
export function decodeText(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
