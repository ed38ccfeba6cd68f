import type { ColumnRole, TableProblem } from './table-rows.ts';

const columnNames: Readonly<Record<string, string>> = {
  goal: 'goal (“Tavoite”)',
  metric: 'main indicator (“Päämittari”)',
  measure: 'measures (“Toimenpiteet”)',
  responsible: 'responsible bodies (“Vastuutahot”)',
  timetable: 'timetable (“Aikataulu”)',
  followUp: 'follow-up (“Seurantatiedot”)',
  light: 'lights (“LV”)',
} satisfies Record<ColumnRole, string>;

/** A table's problem as a sentence that tells the line and what to do. */
export function tableProblem({ line, problem, detail }: TableProblem): string {
  switch (problem) {
    case 'wrongWidth':
      return `line ${line}: has ${detail} cells; give each column a cell of its own, an empty one too`;
    case 'missingColumn':
      return `line ${line}: the column ${columnNames[detail] ?? detail} is missing; nothing is known of it`;
    case 'outsideTable':
      return `line ${line}: “${detail}” belongs to no row; it is served as a note`;
    case 'repeatedGoal':
      return `line ${line}: another goal has the number ${detail} too; give this one its own`;
  }
}
