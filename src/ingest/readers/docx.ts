import { Parser } from 'htmlparser2';
import { DocumentFault, type ReadLimits } from './document-text.ts';
import { type TextLines, createTextLines } from './text-lines.ts';
import { readZipParts } from './zip.ts';

const bodyPart = /^word\/document\d*\.xml$/;
const stylesPart = /^word\/styles\d*\.xml$/;

/** Deleted and moved text, field codes, the second copy of a drawing's words, and properties that only describe. */
const leftOut = new Set([
  'w:del',
  'w:moveFrom',
  'w:delText',
  'w:instrText',
  'w:delInstrText',
  'mc:Fallback',
  'w:sectPr',
  'w:sdtPr',
]);

/**
 * The text of a Word document (.docx): paragraphs and headings ("## …") on lines of their own, table rows with tabs. Deleted and hidden
 * text, page headers and footers, comments and footnotes are left out. Throws a DocumentFault when the file is no .docx or is locked.
 */
export async function docxToText(bytes: Uint8Array, limits: ReadLimits): Promise<string> {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
    throw new DocumentFault('is locked with a password or in the old .doc format; save it as .docx without a password');
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new DocumentFault('is not a Word document; save it as .docx');
  const wanted = (name: string) => bodyPart.test(name) || stylesPart.test(name);
  const parts = [...(await readZipParts(bytes, wanted, limits.inflatedBytes))];
  const body = parts.find(([name]) => bodyPart.test(name))?.[1];
  if (body === undefined) throw new DocumentFault('is not a Word document; save it as .docx');
  return bodyToText(body, headingStyles(parts.find(([name]) => stylesPart.test(name))?.[1] ?? ''));
}

/** Heading levels by style id; ids are in the writer's language, while the names of built-in styles are always English. */
function headingStyles(styles: string): Map<string, number> {
  const levels = new Map<string, number>();
  let id = '';
  parseXml(styles, {
    open: (name, attributes) => {
      if (name === 'w:style') id = attributes['w:styleId'] ?? '';
      const value = attributes['w:val'] ?? '';
      if (name === 'w:basedOn' && levels.has(value)) levels.set(id, levels.get(value) ?? 1);
      if (name === 'w:outlineLvl' && Number(value) <= 8) levels.set(id, Number(value) + 1);
      if (name !== 'w:name') return;
      const level = /^heading (\d)$/i.exec(value)?.[1];
      if (level !== undefined) levels.set(id, Number(level));
      if (/^title$/i.test(value)) levels.set(id, 1);
    },
  });
  return levels;
}

type Attributes = Readonly<Record<string, string>>;
type Handlers = {
  open: (name: string, attributes: Attributes) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
};

function parseXml(xml: string, { open, text, close }: Handlers): void {
  const options = { xmlMode: true, decodeEntities: true };
  new Parser(
    { onopentag: open, ...(text ? { ontext: text } : {}), ...(close ? { onclosetag: close } : {}) },
    options,
  ).end(xml);
}

type Cell = { columns: number; rows: number; continued: boolean };

function bodyToText(xml: string, styles: ReadonlyMap<string, number>): string {
  const lines = createTextLines();
  const cells: Cell[] = [];
  let skipping = 0;
  let heading: number | null = null;
  let inText = false;
  let runHidden = false;
  parseXml(xml, {
    open: (name, attributes) => {
      if (skipping > 0 || leftOut.has(name)) {
        skipping += 1;
        return;
      }
      const value = attributes['w:val'];
      if (name === 'w:p') heading = null;
      if (name === 'w:pStyle') heading = styles.get(value ?? '') ?? null;
      if (name === 'w:outlineLvl' && Number(value) <= 8) heading = Number(value) + 1;
      if (name === 'w:r') runHidden = false;
      if (name === 'w:vanish') runHidden = value !== '0' && value !== 'false';
      if (name === 'w:t') inText = true;
      if (name === 'w:tc') cells.push({ columns: 1, rows: 1, continued: false });
      describeCell(cells.at(-1), name, value);
      openElement(lines, name, { hidden: runHidden, inHeading: heading !== null });
    },
    text: (text) => {
      if (inText && skipping === 0 && !runHidden) lines.add(text);
    },
    close: (name) => {
      if (skipping > 0) {
        skipping -= 1;
        return;
      }
      if (name === 'w:t') inText = false;
      if (name === 'w:p') endParagraph(lines, heading);
      if (name === 'w:tc') lines.closeCell(cells.pop() ?? { columns: 1, rows: 1, continued: false });
      if (name === 'w:tbl') lines.closeTable();
    },
  });
  return lines.text();
}

function describeCell(cell: Cell | undefined, name: string, value: string | undefined): void {
  if (!cell) return;
  if (name === 'w:gridSpan') cell.columns = Number(value ?? 1);
  if (name === 'w:vMerge') cell.continued = value !== 'restart';
}

function openElement(lines: TextLines, name: string, run: { hidden: boolean; inHeading: boolean }): void {
  if (name === 'w:tbl') lines.openTable();
  else if (name === 'w:tr') lines.openRow();
  else if (name === 'w:tc') lines.openCell();
  else if (name === 'w:p') lines.end();
  else if (run.hidden) return;
  else if (name === 'w:tab') lines.add(' ');
  else if (name === 'w:br' || name === 'w:cr') breakLine(lines, run.inHeading);
  else if (name === 'w:noBreakHyphen') lines.add('-');
}

function breakLine(lines: TextLines, inHeading: boolean): void {
  if (inHeading) lines.add(' ');
  else lines.end();
}

function endParagraph(lines: TextLines, heading: number | null): void {
  if (heading === null) lines.end();
  else lines.endHeading(heading);
}
