import type { Goal, Measure, Metric, Programme } from '../domain/programme.ts';
import type { Source } from '../domain/source.ts';
import { type ResolveBodies, parseResponsible } from './responsible.ts';
import { splitSentences } from './sentences.ts';
import { type Cell, type TableProblem, type TableRow, cellText, goalLabel, readTableRows } from './table-rows.ts';
import { scopeTitles, splitTitles } from './table-titles.ts';
import { parseTimetable } from './timetable.ts';

/** The cells behind a goal or measure, for citing its words where they stand. */
export type RowCells = { id: string; cells: TableRow['cells'] };

export type ParsedTable = { programme: Programme; rows: RowCells[]; legendLines: Cell[]; problems: TableProblem[] };

/**
 * Parses a follow-up table ("liikennevaloseuranta") into its goals, metrics and measures. Goal ids are the printed numbers, measure ids
 * the goal's number and the row's place: "4.3". Lights are never read: the colours are lost in a text.
 * Rows that cannot be read are reported and the rest is returned.
 */
export function parseFollowUpTable(
  text: string,
  source: Source,
  programmeId: string,
  resolve: ResolveBodies,
): ParsedTable {
  const table = readTableRows(text);
  const goals: Goal[] = [];
  const rows: RowCells[] = [];
  for (const [index, row] of table.rows.entries()) {
    if (row.kind !== 'goal') continue;
    const next = table.rows.findIndex((later, place) => place > index && later.kind === 'goal');
    const measureRows = table.rows.slice(index + 1, next === -1 ? undefined : next);
    const id = goalId(row, goals, table.problems);
    const measures = toMeasures(id, measureRows, resolve);
    goals.push({ ...toGoal(id, row), measures });
    rows.push({ id, cells: row.cells });
    for (const [place, measureRow] of measureRows.entries())
      rows.push({ id: `${id}.${place + 1}`, cells: measureRow.cells });
  }
  const title = table.preamble[0]?.text ?? source.title;
  const legend = table.preamble
    .slice(1)
    .filter((entry) => !/\d{2}\/\d{4}/.test(entry.text) && !entry.text.includes('='));
  return {
    programme: {
      id: programmeId,
      city: source.municipality,
      title,
      period: readPeriod(title),
      followUp: readFollowUp(table.preamble.map((entry) => entry.text).join(' ')),
      source: source.id,
      goals,
      legend: legend.map((entry) => entry.text),
    },
    rows,
    legendLines: [...table.preamble, ...table.notes].map((entry) => [
      { text: entry.text, line: entry.line, newParagraph: true },
    ]),
    problems: table.problems,
  };
}

/** The printed number; a goal without one, or with another goal's, gets the next that is free. */
function goalId(row: TableRow, goals: readonly Goal[], problems: TableProblem[]): string {
  const printed = goalLabel.exec(row.cells.goal?.[0]?.text ?? '')?.[1];
  const taken = goals.map(({ id }) => id);
  if (printed !== undefined && !taken.includes(printed)) return printed;
  if (printed !== undefined) problems.push({ line: row.lines[0], problem: 'repeatedGoal', detail: printed });
  return String(Math.max(0, ...taken.map(Number)) + 1);
}

function toGoal(id: string, row: TableRow): Omit<Goal, 'measures'> {
  const title = cellText(row.cells.goal ?? []).replace(goalLabel, '');
  return { id, title, metrics: parseMetrics(row.cells.metric ?? []), lines: row.lines };
}

function toMeasures(goal: string, rows: readonly TableRow[], resolve: ResolveBodies): Measure[] {
  const titled = rows.map((row) => splitTitles(cellText(row.cells.measure ?? [])));
  const scopes = scopeTitles(titled);
  return rows.map((row, index) => ({
    id: `${goal}.${index + 1}`,
    goal,
    group: scopes[index]?.group ?? null,
    groupPrinted: scopes[index]?.groupPrinted ?? false,
    heading: scopes[index]?.heading ?? null,
    text: titled[index]?.text ?? '',
    responsible: parseResponsible(cellText(row.cells.responsible ?? []), resolve),
    timetable: parseTimetable(cellText(row.cells.timetable ?? [])),
    followUp: cellText(row.cells.followUp ?? []),
    lines: row.lines,
  }));
}

/**
 * A metric cell holds targets, each with its present state. An arrow marks a state, and so does what tells how things were or are; the
 * first paragraph, or the first sentence of an only paragraph, is always a target.
 */
export function parseMetrics(cell: Cell): Metric[] {
  const text = cellText(cell);
  if (text === '') return [];
  const hasArrows = text.includes('→');
  const pieces =
    hasArrows || text.includes('\n')
      ? text.split('\n')
      : splitSentences(text).map(({ start, end }) => text.slice(start, end));
  const metrics: { text: string; states: string[] }[] = [];
  for (const piece of pieces) {
    const [before = '', ...states] = piece.split('→').map((words) => words.trim());
    const last = metrics.at(-1);
    if (before !== '' && (!last || startsMetric(before, last.states, hasArrows)))
      metrics.push({ text: before, states });
    else last?.states.push(...(before === '' ? [] : [before]), ...states);
  }
  return metrics.map(({ text: target, states }) => ({
    text: target,
    state: states.filter(Boolean).join(hasArrows || text.includes('\n') ? '\n' : ' '),
  }));
}

/** With arrows every piece without one is a target unless it tells a state; without them only what sets a target after a state is one. */
function startsMetric(piece: string, statesBefore: readonly string[], hasArrows: boolean): boolean {
  const state = /(?<!\p{L})(?:oli|olivat|var|\((?:lähde|källa|source):)(?!\p{L})/iu.test(piece);
  const target = /(?<!\p{L})(?:vähintään|enintään|korkeintaan|mennessä|minst|högst|senast)(?!\p{L})/iu.test(piece);
  return hasArrows ? statesBefore.length > 0 || !state : statesBefore.length > 0 && target && !state;
}

function readPeriod(title: string): Programme['period'] {
  const match = /\b(\d{4})\s*[–-]\s*(\d{4})\b/.exec(title);
  return match ? { start: Number(match[1]), end: Number(match[2]) } : null;
}

function readFollowUp(preamble: string): Programme['followUp'] {
  const match = /\b(\d{2})\/(\d{4})\s*[–-]\s*(\d{2})\/(\d{4})\b/.exec(preamble);
  return match ? { from: `${match[2]}-${match[1]}`, to: `${match[4]}-${match[3]}` } : null;
}
