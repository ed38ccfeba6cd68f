import type { Passage, TableField, TablePlace } from '../domain/passage.ts';
import type { Source } from '../domain/source.ts';
import { contentHash } from './content-hash.ts';
import type { ParsedTable } from './follow-up-table.ts';
import { type Stretch, splitSentences } from './sentences.ts';
import { type Cell, cellText, goalLabel } from './table-rows.ts';
import { splitTitles } from './table-titles.ts';

type Unit = Stretch & { field: TableField; metric: number | null };

/**
 * The passages of a follow-up table: one for each title, sentence of a text, target, state and follow-up, and one for each whole
 * responsible and timetable cell. A sentence that a page cut divides keeps its pieces as `fragments`.
 */
export function tablePassages(table: ParsedTable, source: Source): Omit<Passage, 'translations'>[] {
  const passages: Omit<Passage, 'translations'>[] = [];
  const { programme } = table;
  const add = (cell: Cell, units: readonly Unit[], place: Pick<TablePlace, 'goal' | 'measure'>, paragraph: number) => {
    for (const unit of units) {
      const { text, fragments, lines } = locate(cell, unit);
      passages.push({
        id: `${source.id}#${passages.length}`,
        source: source.id,
        ordinal: passages.length,
        text,
        fragments,
        hash: contentHash(text),
        language: source.language,
        paragraph,
        role: 'cell',
        section: '',
        lines,
        speaker: null,
        place: { programme: programme.id, ...place, metric: unit.metric, field: unit.field },
      });
    }
  };
  for (const line of table.legendLines) add(line, whole(line, 'legend'), { goal: null, measure: null }, 0);
  for (const [index, row] of table.rows.entries()) {
    const [goal = row.id] = row.id.split('.');
    const measure = row.id === goal ? null : row.id;
    const metrics = programme.goals.find((candidate) => candidate.id === goal)?.metrics ?? [];
    const { cells } = row;
    if (cells.goal) add(cells.goal, goalUnits(cells.goal), { goal, measure }, index + 1);
    if (cells.metric) add(cells.metric, metricUnits(cells.metric, metrics), { goal, measure }, index + 1);
    if (cells.measure) add(cells.measure, measureUnits(cells.measure), { goal, measure }, index + 1);
    if (cells.responsible)
      add(cells.responsible, whole(cells.responsible, 'responsible'), { goal, measure }, index + 1);
    if (cells.timetable) add(cells.timetable, whole(cells.timetable, 'timetable'), { goal, measure }, index + 1);
    if (cells.followUp) add(cells.followUp, sentences(cells.followUp, 'followUp', 0), { goal, measure }, index + 1);
  }
  return passages;
}

function whole(cell: Cell, field: TableField): Unit[] {
  return [{ start: 0, end: cellText(cell).length, field, metric: null }];
}

function goalUnits(cell: Cell): Unit[] {
  const text = cellText(cell);
  return [{ start: goalLabel.exec(text)?.[0].length ?? 0, end: text.length, field: 'title', metric: null }];
}

function sentences(cell: Cell, field: TableField, from: number, to?: number, metric: number | null = null): Unit[] {
  const text = cellText(cell).slice(0, to);
  const units: Unit[] = [];
  let start = from;
  for (const paragraph of text.slice(from).split('\n')) {
    for (const stretch of splitSentences(paragraph))
      units.push({ start: start + stretch.start, end: start + stretch.end, field, metric });
    start += paragraph.length + 1;
  }
  return units;
}

function measureUnits(cell: Cell): Unit[] {
  const text = cellText(cell);
  const units: Unit[] = [];
  let from = 0;
  for (const title of splitTitles(text).titles) {
    const start = text.indexOf(title.text, from);
    from = start + title.text.length;
    units.push({ start, end: from, field: title.numbered ? 'group' : 'heading', metric: null });
  }
  while (/\s/.test(text[from] ?? '')) from += 1;
  return [...units, ...sentences(cell, 'text', from)];
}

function metricUnits(cell: Cell, metrics: readonly { text: string; state: string }[]): Unit[] {
  const text = cellText(cell);
  const units: Unit[] = [];
  let from = 0;
  for (const [index, metric] of metrics.entries()) {
    const parts = [
      ['target', metric.text] as const,
      ...metric.state.split('\n').map((words) => ['state', words] as const),
    ];
    for (const [field, words] of parts) {
      if (words === '') continue;
      const start = text.indexOf(words, from);
      if (start === -1) continue;
      from = start + words.length;
      units.push(...sentences(cell, field, start, from, index));
    }
  }
  return units;
}

/** The unit's words with line breaks folded, and its unbroken stretches: a new one wherever the cell goes on in another line of the file. */
function locate(cell: Cell, unit: Stretch): { text: string; fragments: string[]; lines: [number, number] } {
  const fragments: string[] = [];
  const lines: number[] = [];
  let offset = 0;
  for (const [index, piece] of cell.entries()) {
    const start = offset + (index === 0 ? 0 : 1);
    const end = start + piece.text.length;
    offset = end;
    const words = piece.text.slice(Math.max(0, unit.start - start), Math.max(0, unit.end - start)).trim();
    if (words === '' || unit.end <= start || unit.start >= end) continue;
    if (lines.at(-1) === piece.line) fragments[fragments.length - 1] += ` ${words}`;
    else fragments.push(words);
    lines.push(piece.line);
  }
  return { text: fragments.join(' '), fragments, lines: [lines[0] ?? 0, lines.at(-1) ?? 0] };
}
