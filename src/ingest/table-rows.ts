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
export type TableProblem = {
  line: number;
  problem: 'wrongWidth' | 'outsideTable' | 'missingColumn' | 'repeatedGoal';
  /** What is wrong: "2 instead of 5" cells, the words outside, the column's role, or the goal's number. */
  detail: string;
};

type TextLine = { line: number; text: string };

/** `preamble` stands above the table and `notes` between or below its rows. */
export type RawTable = { preamble: TextLine[]; notes: TextLine[]; rows: TableRow[]; problems: TableProblem[] };

/** Header words of the columns in the languages such tables are published in. */
const headerWords: readonly (readonly [ColumnRole, RegExp])[] = [
  ['goal', /^(tavoite|tavoitteet|mål|goal|goals)$/iu],
  [
    'metric',
    /^(päämittari|mittari|indikaattori|huvudindikator|huvudmätare|indikator|mätare|main indicator|indicator|key metric|metric)/iu,
  ],
  ['measure', /^(toimenpiteet|toimenpide|åtgärder|åtgärd|measures|measure|actions)$/iu],
  ['responsible', /^(vastuu|ansvar|responsib)/iu],
  ['timetable', /^(aikataulu|aikajänne|tidtabell|tidsplan|timetable|schedule)/iu],
  ['followUp', /^(seuranta|toteuma|toteutuminen|uppföljning|utfall|follow-?up)/iu],
  ['light', /^(lv|tl)$/iu],
];

/** The label before a goal's title: "Tavoite 4." */
export const goalLabel = /^(?:tavoite|mål|goal)\s+(\d+)\s*[.:]\s*/iu;

const endsSentence = /[.!?]["”)]*$/;

type Header = { kind: 'goal' | 'measure'; columns: readonly (ColumnRole | null)[] };
type OpenRow = {
  kind: 'goal' | 'measure';
  cells: Map<ColumnRole, Piece[]>;
  first: number;
  last: number;
};

/**
 * Reads the tab-separated lines of a follow-up table into whole rows, joining rows that a page cut divided. A row continues the one above
 * when an empty line stands between them, or its own first cell is empty, and it brings no timetable (a measure) or no goal label (a goal)
 * of its own. A line without tabs after an empty one continues only an unfinished sentence or a list; else it is a note.
 */
export function readTableRows(text: string): RawTable {
  const table: RawTable = { preamble: [], notes: [], rows: [], problems: [] };
  const place: Place = { header: null, open: null, pageCut: false, inNotes: false };
  for (const [index, raw] of text.split('\n').entries()) {
    const cells = raw.replace(/\r$/, '').split('\t');
    if (cells.every((cell) => cell.trim() === '')) place.pageCut = true;
    else if (!cells.every((cell) => /^[\s-]*$/.test(cell))) place.pageCut = readLine(table, place, cells, index + 1);
  }
  closeRow(table, place);
  return table;
}

/** Where the reader is: under which header, in which row, after an empty line or not, and whether among notes. */
type Place = { header: Header | null; open: OpenRow | null; pageCut: boolean; inNotes: boolean };

/** Reads one line that holds words; true when the next may go on from it as over a page cut. */
function readLine(table: RawTable, place: Place, cells: readonly string[], line: number): boolean {
  const found = readHeader(cells);
  if (found) {
    closeRow(table, place);
    place.header = found;
    place.inNotes = false;
    table.problems.push(...missingColumns(found, line));
    return false;
  }
  const words = lineText(cells.join(' '));
  if (!place.header) {
    table.preamble.push({ line, text: words });
    return false;
  }
  place.inNotes = cells.length === 1 && (place.inNotes || (place.pageCut && !goesOn(place.open, words)));
  if (place.inNotes) {
    table.notes.push({ line, text: words });
    table.problems.push({ line, problem: 'outsideTable', detail: words.slice(0, 60) });
    return false;
  }
  return readRow(table, place, place.header, cells, line);
}

function readRow(table: RawTable, place: Place, header: Header, cells: readonly string[], line: number): boolean {
  const row = toRow(header, cells, line);
  const above = place.open && continues(place.open, row, place.pageCut) ? place.open : null;
  if (overflows(header, cells) || (!above && cells.length < leastWidth(header))) {
    const detail = `${cells.length} instead of ${header.columns.length}`;
    table.problems.push({ line, problem: 'wrongWidth', detail });
  }
  if (above) joinRow(above, row, line);
  else {
    closeRow(table, place);
    place.open = { kind: header.kind, cells: row, first: line, last: line };
  }
  return above !== null && cells.length === 1;
}

function closeRow(table: RawTable, place: Place): void {
  const { open } = place;
  if (open) table.rows.push({ kind: open.kind, cells: Object.fromEntries(open.cells), lines: [open.first, open.last] });
  place.open = null;
}

/** A line's words without a heading mark. */
function lineText(raw: string): string {
  return plainText(raw).replace(/^#+\s*/, '');
}

/** Whether a line without tabs can belong to the row above: its first cell stops in mid-sentence, or the line is a further list item. */
function goesOn(open: OpenRow | null, words: string): boolean {
  if (open === null) return false;
  const above = open.cells.get(open.kind)?.at(-1)?.text ?? '';
  return !endsSentence.test(above) || /^(?:\([ivxIVX]+\)|\p{Ll})/u.test(words);
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

function toRow(header: Header, cells: readonly string[], line: number): Map<ColumnRole, Piece[]> {
  const row = new Map<ColumnRole, Piece[]>();
  for (const [column, cell] of cells.entries()) {
    const pieces = toPieces(cell, line);
    const role = header.columns[column];
    if (pieces.length > 0 && role && role !== 'light') row.set(role, pieces);
  }
  return row;
}

/** Words stand in a cell that has no column. */
function overflows(header: Header, cells: readonly string[]): boolean {
  return cells.some((cell, column) => !header.columns[column] && plainText(cell) !== '');
}

/** Cells up to the last column that holds words; the lights' column may be cut off. */
function leastWidth(header: Header): number {
  return header.columns.findLastIndex((role) => role !== null && role !== 'light') + 1;
}

function toPieces(cell: string, line: number): Piece[] {
  return cell
    .split(/<p>|<\/p>|<br\s*\/?>/i)
    .map((part) => plainText(part))
    .filter((part) => part !== '')
    .map((part, index) => ({ text: part, line, newParagraph: index > 0 || /<p>/i.test(cell) }));
}

function continues(open: OpenRow, row: ReadonlyMap<ColumnRole, Piece[]>, pageCut: boolean): boolean {
  if (!pageCut && row.has(open.kind)) return false;
  if (open.kind === 'measure') return !row.has('timetable');
  return !goalLabel.test(row.get('goal')?.[0]?.text ?? '');
}

/** A continued cell goes on mid-sentence, or begins a paragraph when the sentence above is complete and the source marks a new one. */
function joinRow(open: OpenRow, row: ReadonlyMap<ColumnRole, Piece[]>, line: number): void {
  for (const [role, pieces] of row) {
    const above = open.cells.get(role) ?? [];
    const complete = endsSentence.test(above.at(-1)?.text ?? '.');
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
