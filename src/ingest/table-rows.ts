import { plainText } from './content-hash.ts';

/** One unbroken stretch of a cell. `newParagraph` says how it joins what stands before it. */
export type Piece = { text: string; line: number; newParagraph: boolean };

/** A cell's pieces in reading order; more than one line where a page cut divided the cell. */
export type Cell = readonly Piece[];

export type ColumnRole = 'goal' | 'metric' | 'measure' | 'responsible' | 'timetable' | 'followUp' | 'light';

export type TableRow =
  | { kind: 'goal'; cells: Partial<Record<ColumnRole, Cell>>; lines: readonly [number, number] }
  | { kind: 'measure'; cells: Partial<Record<ColumnRole, Cell>>; lines: readonly [number, number] };

/** A line that could not be read as part of the table; the rest of the table is served. */
export type TableProblem = { line: number; problem: 'wrongWidth' | 'outsideTable' | 'missingColumn'; detail: string };

export type RawTable = { preamble: { line: number; text: string }[]; rows: TableRow[]; problems: TableProblem[] };

/** Header words of the columns in the languages such tables are published in. */
const headerWords: readonly (readonly [ColumnRole, RegExp])[] = [
  ['goal', /^(tavoite|mål|goal)$/iu],
  ['metric', /^(päämittari|huvudindikator|huvudmätare|main indicator|key metric)/iu],
  ['measure', /^(toimenpiteet|åtgärder|measures)$/iu],
  ['responsible', /^(vastuutaho|ansvarig|responsib)/iu],
  ['timetable', /^(aikataulu|tidtabell|tidsplan|timetable|schedule)/iu],
  ['followUp', /^(seuranta|uppföljning|follow-?up)/iu],
  ['light', /^(lv|tl)$/iu],
];

/** The label before a goal's title: "Tavoite 4." */
export const goalLabel = /^(?:tavoite|mål|goal)\s+(\d+)\s*[.:]\s*/iu;

type Header = { kind: 'goal' | 'measure'; columns: readonly (ColumnRole | null)[] };
type OpenRow = {
  kind: 'goal' | 'measure';
  cells: Map<ColumnRole, Piece[]>;
  first: number;
  last: number;
};

/**
 * Reads the tab-separated lines of a follow-up table into whole rows, joining rows that a page cut divided. A row continues the one above
 * when an empty line stands between them and it brings no timetable (a measure) or no goal label (a goal) of its own.
 */
export function readTableRows(text: string): RawTable {
  const table: RawTable = { preamble: [], rows: [], problems: [] };
  let header: Header | null = null;
  let open: OpenRow | null = null;
  let pageCut = false;
  const close = () => {
    if (open)
      table.rows.push({ kind: open.kind, cells: Object.fromEntries(open.cells), lines: [open.first, open.last] });
    open = null;
  };
  for (const [index, raw] of text.split('\n').entries()) {
    const line = index + 1;
    const cells = raw.replace(/\r$/, '').split('\t');
    if (cells.every((cell) => cell.trim() === '')) {
      pageCut = true;
      continue;
    }
    if (cells.every((cell) => /^[\s-]*$/.test(cell))) continue;
    const found = readHeader(cells);
    if (found) {
      close();
      header = found;
      table.problems.push(...missingColumns(found, line));
    } else if (!header) {
      table.preamble.push({ line, text: plainText(raw) });
    } else {
      const row = toRow(header, cells, line, table.problems);
      if (open && pageCut && continues(open, row)) joinRow(open, row, line);
      else {
        close();
        open = { kind: header.kind, cells: row, first: line, last: line };
      }
    }
    pageCut = false;
  }
  close();
  return table;
}

function readHeader(cells: readonly string[]): Header | null {
  const columns = cells.map((cell) => headerWords.find(([, words]) => words.test(plainText(cell)))?.[0] ?? null);
  if (columns[0] !== 'goal' && columns[0] !== 'measure') return null;
  return { kind: columns[0], columns };
}

function missingColumns(header: Header, line: number): TableProblem[] {
  const needed: ColumnRole[] = header.kind === 'goal' ? ['metric'] : ['responsible', 'timetable', 'followUp'];
  return needed
    .filter((role) => !header.columns.includes(role))
    .map((role) => ({ line, problem: 'missingColumn', detail: role }));
}

function toRow(
  header: Header,
  cells: readonly string[],
  line: number,
  problems: TableProblem[],
): Map<ColumnRole, Piece[]> {
  const row = new Map<ColumnRole, Piece[]>();
  for (const [column, cell] of cells.entries()) {
    const pieces = toPieces(cell, line);
    if (pieces.length === 0) continue;
    const role = header.columns[column];
    if (role && role !== 'light') row.set(role, pieces);
    else if (!role) problems.push({ line, problem: 'wrongWidth', detail: pieces[0]?.text.slice(0, 60) ?? '' });
  }
  return row;
}

function toPieces(cell: string, line: number): Piece[] {
  return cell
    .split(/<p>|<\/p>|<br\s*\/?>/i)
    .map((part) => plainText(part))
    .filter((part) => part !== '')
    .map((part, index) => ({ text: part, line, newParagraph: index > 0 || /<p>/i.test(cell) }));
}

function continues(open: OpenRow, row: ReadonlyMap<ColumnRole, Piece[]>): boolean {
  if (open.kind === 'measure') return !row.has('timetable');
  return !goalLabel.test(row.get('goal')?.[0]?.text ?? '');
}

/** A continued cell goes on mid-sentence, or begins a paragraph when the sentence above is complete and the source marks a new one. */
function joinRow(open: OpenRow, row: ReadonlyMap<ColumnRole, Piece[]>, line: number): void {
  for (const [role, pieces] of row) {
    const above = open.cells.get(role) ?? [];
    const complete = /[.!?]["”)]*$/.test(above.at(-1)?.text ?? '.');
    const [first, ...rest] = pieces;
    if (!first) continue;
    const newParagraph = complete && (first.newParagraph || /^\([ivx]+\)/i.test(first.text));
    open.cells.set(role, [...above, { ...first, newParagraph }, ...rest]);
  }
  open.last = line;
}

/** The cell's words: pieces joined by a space, paragraphs by a line break. */
export function cellText(cell: Cell): string {
  return cell.map((piece, index) => (index === 0 ? '' : piece.newParagraph ? '\n' : ' ') + piece.text).join('');
}
