import type { Catalogue } from '../domain/catalogue.ts';
import type { Goal, Measure, Programme } from '../domain/programme.ts';
import { openCatalogue } from '../services.ts';
import { terminalTextsIn } from '../texts/terminal/terminal.ts';
import { type ExitCode, exitCode, readArgs, type Terminal, UsageProblem } from './terminal.ts';

/** `knowledge`: the catalogue as one JSON document. */
export async function knowledgeCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readArgs(args, { help: { type: 'boolean' } }, terminal);
  if (values.help === true) {
    terminal.write(terminalTextsIn(terminal.language).help.knowledge.join('\n'));
    return exitCode.done;
  }
  if (positionals.length > 0) throw new UsageProblem(positionals.join(' '));
  const { catalogue } = await openCatalogue(terminal.config(), terminal.warn);
  terminal.write(JSON.stringify(catalogueDocument(catalogue), null, 2));
  return exitCode.done;
}

/** What is printed of a catalogue: the current programmes in full, and the curated records as they are. */
export function catalogueDocument({ programmes, people, organisations, events, sources }: Catalogue) {
  return { programmes: programmes.map(programmeDocument), people, organisations, events, sources };
}

function programmeDocument({ id, city, title, period, goals }: Programme) {
  return { id, city, title, period, goals: goals.map(goalDocument) };
}

function goalDocument({ id, title, metrics, measures }: Goal) {
  return { id, title, metrics, measures: measures.map(measureDocument) };
}

function measureDocument(measure: Measure) {
  const { id, group, heading, text, responsible, timetable, followUp, lines } = measure;
  return {
    id,
    group,
    heading,
    text,
    responsible: { verbatim: responsible.verbatim, leads: responsible.leads, partners: responsible.partners },
    timetable: { verbatim: timetable.verbatim, start: timetable.start, end: timetable.end },
    followUp,
    lines,
  };
}
