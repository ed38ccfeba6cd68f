import { helsinkiDay, lightOf, lightWords, targetKey } from '../domain/light.ts';
import type { Light, Target } from '../domain/light.ts';
import type { RoleEvent } from './decision.ts';
import type { StatusEvent } from './events.ts';
import { longestText } from './events.ts';
import type { ExportStyle } from './export-csv.ts';
import { writtenText } from './export-csv.ts';
import type { Facts } from './facts.ts';
import { label } from './facts.ts';
import { delegateOf, peopleOf } from './import-people.ts';
import type { ImportFile } from './import-read.ts';
import type { ImportChange, ImportLine, ImportProblem } from './outcome.ts';
import { dayOf } from './parts.ts';
import { parseTarget } from './parse-target.ts';
import type { Update } from './state.ts';
import { latestUpdate, targetState } from './state.ts';
import { nearest, wordsOf } from './words.ts';

type LightEvent = Extract<StatusEvent, { type: 'light' }>;

/** A line with what would be kept for it. `ifLatest` is the update that stood on the target, null for none. */
export type PlannedLine = ImportLine & { events: readonly (LightEvent | RoleEvent)[]; ifLatest: number | null };

type ImportFacts = { facts: Facts; people: ReadonlyMap<string, readonly string[]>; style: Pick<ExportStyle, 'nameOf'> };
type Cells = ImportFile['rows'][number]['cells'];

/**
 * What each row of a file would change, in order; nothing for a row that says what stands already. Empty cells change
 * nothing, and nobody loses a part: owners and delegates are added.
 */
export function planImport(file: ImportFile, given: ImportFacts): PlannedLine[] {
  const firstLines = new Map<string, number>();
  return file.rows.map(({ line, cells }) => {
    const found = readTarget(cells.target ?? cells.title, given.facts);
    if (!('programme' in found))
      return { line, target: null, changes: [], problems: [found], events: [], ifLatest: null };
    const key = targetKey(found);
    const firstLine = firstLines.get(key);
    firstLines.set(key, firstLine ?? line);
    const light = planLight(found, cells, given);
    const roles = planRoles(found, cells, given);
    const repeated: ImportProblem[] = firstLine === undefined ? [] : [{ kind: 'repeatedTarget', firstLine }];
    const problems = [...repeated, ...light.problems, ...roles.problems];
    const events = problems.length > 0 ? [] : [...light.events, ...roles.events];
    const ifLatest = latestUpdate(given.facts.state, found)?.seq ?? null;
    const changes = events.map((event) => changeOf(event, given.facts));
    return { line, target: label(given.facts, found), changes, problems, events, ifLatest };
  });
}

function changeOf(event: LightEvent | RoleEvent, facts: Facts): ImportChange {
  if (event.type === 'light') {
    const from = latestUpdate(facts.state, event.target)?.light ?? null;
    return { kind: 'light', from, to: event.light, comment: event.comment };
  }
  const user = event.user ?? '';
  return event.type === 'delegateSet'
    ? { kind: 'delegateAdded', user, until: event.until }
    : { kind: 'ownerAdded', user };
}

function readTarget(cell: string | undefined, facts: Facts): Target | ImportProblem {
  if (cell === undefined) return { kind: 'noTarget' };
  const command = parseTarget(wordsOf(cell), facts, 'show', (target) => ({ kind: 'show', target }));
  if (command.kind === 'show') return command.target;
  if (command.kind === 'ambiguous') {
    const choices = command.choices.flatMap((choice) =>
      'target' in choice.command ? (choice.command.target ?? []) : [],
    );
    return { kind: 'ambiguousTarget', word: cell, choices: choices.map((target) => label(facts, target)) };
  }
  const days = daysAsTargets(cell, facts);
  const suggested = command.kind === 'unclear' ? command.suggestion?.command : undefined;
  const near =
    suggested?.kind === 'show' ? [suggested.target] : command.kind === 'unknownTarget' ? command.nearest : [];
  return {
    kind: 'unknownTarget',
    word: cell,
    nearest: (days.length > 0 ? days : near).map((target) => label(facts, target)),
  };
}

const months = [
  ['tammi', 'jan'],
  ['helmi', 'feb'],
  ['maalis', 'mar'],
  ['huhti', 'apr'],
  ['touko', 'maj'],
  ['kesä', 'jun'],
  ['heinä', 'jul'],
  ['elo', 'aug'],
  ['syys', 'sep'],
  ['loka', 'okt'],
  ['marras', 'nov'],
  ['joulu', 'dec'],
] as const;

/** Spreadsheets in Finnish and Swedish make a day of "4.3" ("4.3.2026", "4.maalis", "04-mar"); what was meant is suggested. */
function daysAsTargets(cell: string, { directory }: Facts): Target[] {
  const [, goal, number, name] =
    /^(\d{1,2})[.-](?:(\d{1,2})\.(?:\d{4})?|(\p{L}{3,6})\.?)$/u.exec(cell.toLowerCase()) ?? [];
  if (goal === undefined) return [];
  const named = months.findIndex((names) => names.some((month) => month === name)) + 1;
  const id = `${Number(goal)}.${number === undefined ? named : Number(number)}`;
  return directory.targets.map(({ target }) => target).filter((target) => target.id === id);
}

type Plan<E> = { events: E[]; problems: ImportProblem[] };

function planLight(target: Target, cells: Cells, given: ImportFacts): Plan<LightEvent> {
  const standing = latestUpdate(given.facts.state, target);
  const read = readLight(cells, standing);
  const said = readSaid(cells);
  const problems = [...read.problems, ...said.problems];
  const { light } = read;
  if (light === null || problems.length > 0 || saysNothingNew(light, cells, standing, given)) {
    return { events: [], problems };
  }
  // What is not said of the same light stays; of a new light it would be untrue.
  const kept = standing?.light === light ? standing : null;
  const field = <K extends keyof typeof said.fields>(name: K) => said.fields[name] ?? kept?.[name] ?? null;
  const comment = field('comment');
  if (light === 'red' && comment === null) return { events: [], problems: [{ kind: 'needsComment' }] };
  const event = {
    type: 'light' as const,
    target,
    light,
    comment,
    next: field('next'),
    expected: field('expected'),
    confidence: field('confidence'),
    blockers: field('blockers'),
  };
  return { events: [event], problems: [] };
}

const lightCandidates = Object.entries(lightWords).flatMap(([light, words]) =>
  words.map((word) => [word, light] as const),
);

/** The light of a line, null for a line that is about none. */
function readLight(cells: Cells, standing: Update | null): { light: Light | null; problems: ImportProblem[] } {
  const { light: word, comment, next, expected, confidence, blockers } = cells;
  if (word === undefined) {
    const speaks = [comment, next, expected, confidence, blockers].some((cell) => cell !== undefined);
    if (!speaks || standing !== null) return { light: speaks ? (standing?.light ?? null) : null, problems: [] };
    return { light: null, problems: [{ kind: 'noLight' }] };
  }
  const words = wordsOf(word).map(({ folded }) => lightOf(folded));
  const named = [...new Set(words.filter((light) => light !== null))];
  const [light] = named;
  // "🟢 vihreä" says one light twice.
  if (light !== undefined && named.length === 1 && !words.includes(null)) return { light, problems: [] };
  const suggestion = lightOf(nearest(wordsOf(word)[0]?.folded ?? '', lightCandidates) ?? '') ?? light ?? null;
  return { light: null, problems: [{ kind: 'unknownLight', word, suggestion }] };
}

type SaidFields = Pick<LightEvent, 'comment' | 'next' | 'expected' | 'confidence' | 'blockers'>;

function readSaid(cells: Cells): { fields: SaidFields; problems: ImportProblem[] } {
  const texts = [cells.comment, cells.next, cells.blockers];
  const problems: ImportProblem[] = texts.flatMap((text) =>
    text !== undefined && text.length > longestText
      ? [{ kind: 'tooLong' as const, length: text.length, limit: longestText }]
      : [],
  );
  const [day] = wordsOf(cells.expected ?? '');
  const expected = day === undefined ? null : dayOf(day);
  if (cells.expected !== undefined && expected === null) problems.push({ kind: 'badDate', word: cells.expected });
  const confidence = /^[1-5]$/.test(cells.confidence ?? '') ? Number(cells.confidence) : null;
  if (cells.confidence !== undefined && confidence === null) {
    problems.push({ kind: 'badConfidence', word: cells.confidence });
  }
  const { comment = null, next = null, blockers = null } = cells;
  return { fields: { comment, next, expected, confidence, blockers }, problems };
}

/** True when the light stands and each filled cell holds what an exported file would hold of it. */
function saysNothingNew(light: Light, cells: Cells, standing: Update | null, { style }: ImportFacts): boolean {
  if (standing?.light !== light) return false;
  const same = (cell: string | undefined, text: string | null) =>
    cell === undefined || cell === text || cell === writtenText(text, style);
  const { fields } = readSaid(cells);
  return (
    same(cells.comment, standing.comment) &&
    same(cells.next, standing.next) &&
    same(cells.blockers, standing.blockers) &&
    (fields.expected === null || fields.expected === standing.expected) &&
    (fields.confidence === null || fields.confidence === standing.confidence)
  );
}

function planRoles(target: Target, cells: Cells, { facts, people }: ImportFacts): Plan<RoleEvent> {
  const { owners, delegates } = targetState(facts.state, target);
  const events: RoleEvent[] = [];
  const problems: ImportProblem[] = [];
  const known = (written: string): string | null => {
    const found = people.get(written) ?? [];
    const [user] = found;
    if (user !== undefined && found.length === 1) return user;
    problems.push({ kind: 'unknownUser', word: written, found });
    return null;
  };
  for (const written of new Set(peopleOf(cells.owners))) {
    const user = known(written);
    const already = owners.includes(user ?? '') || events.some((event) => event.user === user);
    if (user !== null && !already) events.push({ type: 'ownerAdded', target, user });
  }
  for (const piece of new Set(peopleOf(cells.delegates))) {
    const { person, until } = delegateOf(piece);
    const user = known(person);
    if (until === null) problems.push({ kind: 'badDate', word: piece });
    else if (until < helsinkiDay(facts.now)) problems.push({ kind: 'pastDate', date: until });
    else if (user !== null && !delegates.some((delegate) => delegate.user === user && delegate.until === until)) {
      events.push({ type: 'delegateSet', target, user, until });
    }
  }
  return { events, problems };
}
