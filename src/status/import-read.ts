import type { Language } from '../domain/language.ts';
import { decodeText, largestFile, readCsv } from './csv.ts';
import { columnNames, columnOf } from './csv-words.ts';
import type { ReadColumn } from './csv-words.ts';
import type { StatusOutcome } from './outcome.ts';

/** What a file says, by column; empty cells and unknown columns are left out. `line` is the row of a spreadsheet. */
type ImportRow = { line: number; cells: Partial<Record<ReadColumn, string>> };
export type ImportFile = { kind: 'file'; rows: readonly ImportRow[]; ignoredColumns: readonly string[] };

/** Most rows that are read. */
const mostRows = 2_000;

/** Columns that are named to somebody whose file has none of them. */
const mainColumns: readonly ReadColumn[] = ['target', 'light', 'comment', 'owners'];

/**
 * The rows of a CSV file as a spreadsheet saves it, given as its bytes or text, or why there are none. The first row
 * names the columns, in Finnish, Swedish or English, in any order.
 */
export function readImport(
  file: Uint8Array | string,
  language: Language,
): ImportFile | Extract<StatusOutcome, { kind: 'importUnreadable' }> {
  const headers = mainColumns.map((column) => columnNames[column][language]);
  const unreadable = (reason: 'empty' | 'notText' | 'tooLarge' | 'tooManyLines' | 'noTargetColumn') =>
    ({ kind: 'importUnreadable', reason, headers }) as const;
  if (file.length > largestFile) return unreadable('tooLarge');
  const text = typeof file === 'string' ? file : decodeText(file);
  if (text === null) return unreadable('notText');
  const [header, ...rows] = readCsv(text);
  if (header === undefined) return unreadable('empty');
  const columns = header.cells.map(columnOf);
  if (!columns.includes('target') && !columns.includes('title')) return unreadable('noTargetColumn');
  if (rows.length === 0) return unreadable('empty');
  if (rows.length > mostRows) return unreadable('tooManyLines');
  return {
    kind: 'file',
    rows: rows.map(({ line, cells }) => ({ line, cells: cellsByColumn(columns, cells) })),
    ignoredColumns: header.cells.filter((_, at) => columns[at] === null),
  };
}

/** Of two columns of the same meaning the first one with a word in it counts. */
function cellsByColumn(columns: readonly ReturnType<typeof columnOf>[], cells: readonly string[]): ImportRow['cells'] {
  const found: ImportRow['cells'] = {};
  columns.forEach((column, at) => {
    const cell = cells[at] ?? '';
    if (column !== null && column !== 'aside' && cell !== '') found[column] ??= cell;
  });
  return found;
}
