type Block = { lines: string[]; open: string };
type GridCell = { text: string; lines: readonly string[]; columns: number; rows: number; continued: boolean };
type Table = { rows: GridCell[][] };
type CellSpan = { columns: number; rows: number; continued: boolean };

/** Columns or rows that one cell may take; a hostile span would else fill the memory. */
const maxSpan = 30;

/** Characters of a document that may be repeated in the rows that a cell spans. */
const maxRepeated = 1_000_000;

/**
 * Collects a document's text as lines: a paragraph, heading or list item each, and a table row each with a tab between its cells.
 * A cell of several paragraphs keeps them as `<p>…</p>`; a cell that spans columns leaves the further ones empty, and one that spans
 * rows stands in each of them. A table of one column is a box and gives its paragraphs. White space is folded.
 */
export type TextLines = {
  add: (text: string) => void;
  /** Ends the paragraph. */
  end: () => void;
  /** Ends the paragraph and marks it as a heading of a level from 1 to 6: "## ". */
  endHeading: (level: number) => void;
  openTable: () => void;
  closeTable: () => void;
  openRow: () => void;
  openCell: () => void;
  /** `rows` counts rows from this one on (HTML); `continued` marks a cell that goes on from the row above (DOCX). */
  closeCell: (span: CellSpan) => void;
  text: () => string;
};

export function createTextLines(): TextLines {
  const root: Block = { lines: [], open: '' };
  const blocks: Block[] = [root];
  const tables: Table[] = [];
  const budget = { left: maxRepeated };
  const current = () => blocks.at(-1) ?? root;
  const endWith = (prefix: string) => {
    const block = current();
    const words = fold(block.open);
    if (words !== '') block.lines.push(blocks.length === 1 ? prefix + words : words);
    block.open = '';
  };
  return {
    add: (text) => {
      current().open += text;
    },
    end: () => endWith(''),
    endHeading: (level) => endWith(`${'#'.repeat(Math.min(6, Math.max(1, level)))} `),
    openTable: () => {
      endWith('');
      tables.push({ rows: [] });
    },
    openRow: () => tables.at(-1)?.rows.push([]),
    openCell: () => {
      if (tables.length > 0) blocks.push({ lines: [], open: '' });
    },
    closeCell: ({ columns, rows, continued }) => {
      if (blocks.length === 1) return;
      endWith('');
      const lines = blocks.pop()?.lines ?? [];
      const table = tables.at(-1);
      if (table?.rows.length === 0) table.rows.push([]);
      table?.rows.at(-1)?.push({ text: cellText(lines), lines, columns: clamp(columns), rows: clamp(rows), continued });
    },
    closeTable: () => {
      const table = tables.pop();
      if (!table) return;
      const lines = tableLines(table, tables.length > 0, budget);
      const block = current();
      if (tables.length > 0 || lines.length === 0) block.lines.push(...lines);
      else block.lines.push('', ...lines, '');
    },
    text: () => {
      endWith('');
      return root.lines
        .join('\n')
        .replace(/\n{3,}/g, '\n\n')
        .replace(/^\n+|\n+$/g, '');
    },
  };
}

/** Soft hyphens and zero-width marks only guide the layout. */
function fold(text: string): string {
  return text
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function clamp(span: number): number {
  return Number.isInteger(span) && span >= 1 ? Math.min(span, maxSpan) : 1;
}

function cellText(lines: readonly string[]): string {
  const filled = lines.filter((line) => line !== '');
  return filled.length > 1 ? filled.map((line) => `<p>${line}</p>`).join(' ') : (filled[0] ?? '');
}

type Budget = { left: number };

function tableLines(table: Table, nested: boolean, budget: Budget): string[] {
  const rows = table.rows.filter((row) => row.length > 0);
  if (rows.every((row) => row.length === 1)) return rows.flatMap((row) => row[0]?.lines ?? []);
  const lines = spread(rows, budget).map((cells) => cells.join(nested ? ' ' : '\t'));
  return lines.filter((line) => line.trim() !== '');
}

/** Rows of the grid with every spanned place filled in, as long as the budget of repeated characters lasts. */
function spread(rows: readonly GridCell[][], budget: Budget): string[][] {
  const repeat = (text: string) => {
    budget.left -= text.length;
    return budget.left >= 0 ? text : '';
  };
  let above: { text: string; left: number }[] = [];
  return rows.map((row) => {
    const places: { text: string; left: number }[] = [];
    const fromAbove = () => {
      for (let held = above[places.length]; held && held.left > 0; held = above[places.length])
        places.push({ text: repeat(held.text), left: held.left - 1 });
    };
    for (const cell of row) {
      fromAbove();
      const text = cell.continued ? repeat(above[places.length]?.text ?? '') : cell.text;
      for (let column = 0; column < cell.columns; column += 1)
        places.push({ text: column === 0 ? text : '', left: cell.rows - 1 });
    }
    fromAbove();
    above = places;
    return places.map((place) => place.text);
  });
}
