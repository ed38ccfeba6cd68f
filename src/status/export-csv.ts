import type { Language } from '../domain/language.ts';
import { helsinkiDay } from '../domain/light.ts';
import type { Light, Target } from '../domain/light.ts';
import { writeCsv } from './csv.ts';
import { boardColumns, changeNames, columnNames, fileNames, lightNames } from './csv-words.ts';
import type { Column } from './csv-words.ts';
import type { Entry } from './events.ts';
import type { Facts } from './facts.ts';
import { historyLines } from './facts.ts';
import type { StatusOutcome } from './outcome.ts';
import { latestUpdate, targetState } from './state.ts';
import { findTarget } from './targets.ts';
import type { KnownTarget } from './targets.ts';

/** In which language a file is written, and how people are called in it; null for a name that is not known. */
export type ExportStyle = { language: Language; nameOf: (user: string) => string | null };

const historyColumns = [
  'number',
  'time',
  'target',
  'title',
  'change',
  'from',
  'to',
  'comment',
  'next',
  'expected',
  'confidence',
  'blockers',
  'actor',
  'person',
  'until',
] as const satisfies readonly Column[];

/**
 * The board and the history, `entries` newest first, as CSV files: of the channel's programme, or of all. Times are
 * Helsinki's. The board's file can be imported again, and then changes nothing.
 */
export function exportCsv(facts: Facts, entries: readonly Entry[], style: ExportStyle): StatusOutcome {
  const { directory, programme, now } = facts;
  const inScope = (target: Target) => programme === null || target.programme === programme;
  const board = directory.targets.filter(({ target }) => inScope(target)).map((known) => boardRow(facts, known, style));
  const told = entries.filter(({ event }) => 'target' in event && inScope(event.target));
  const history = told.flatMap((entry) => historyRow(facts, entry, style));
  const file = (name: keyof typeof fileNames, columns: readonly Column[], rows: readonly Row[]) => ({
    fileName: `${fileNames[name][style.language]}-${helsinkiDay(now)}.csv`,
    content: writeCsv([
      columns.map((column) => columnNames[column][style.language]),
      ...rows.map((row) => columns.map((column) => row[column] ?? '')),
    ]),
  });
  return {
    kind: 'exported',
    files: [file('board', boardColumns, board), file('history', historyColumns, history)],
    rows: board.length,
    entries: history.length,
  };
}

type Row = Partial<Record<Column, string>>;

function boardRow(facts: Facts, { target, names }: KnownTarget, style: ExportStyle): Row {
  const posted = latestUpdate(facts.state, target);
  const { owners, delegates } = targetState(facts.state, target);
  const today = helsinkiDay(facts.now);
  return {
    target: writtenTarget(target),
    title: names[style.language],
    owners: owners.map((user) => writtenPerson(user, style)).join(', '),
    delegates: delegates
      .filter(({ until }) => today <= until)
      .map(({ user, until }) => `${writtenPerson(user, style)} ${until}`)
      .join(', '),
    light: posted === null ? '' : lightNames[posted.light][style.language],
    updated: posted === null ? '' : helsinkiTime(posted.at),
    actor: writtenPerson(posted?.actor ?? null, style),
    ...(posted === null ? {} : saidFields(posted, style)),
  };
}

/** With its programme before it: alone, "4.3" is a day in March to a Finnish spreadsheet. */
function writtenTarget({ programme, id }: Target): string {
  return `${programme} ${id}`;
}

type Said = Pick<
  Extract<Entry['event'], { type: 'light' }>,
  'comment' | 'next' | 'expected' | 'confidence' | 'blockers'
>;

function saidFields({ comment, next, expected, confidence, blockers }: Said, style: ExportStyle): Row {
  return {
    comment: writtenText(comment, style),
    next: writtenText(next, style),
    expected: expected ?? '',
    confidence: confidence === null ? '' : String(confidence),
    blockers: writtenText(blockers, style),
  };
}

/** A text as files hold it: with names for mentions. */
export function writtenText(text: string | null, { nameOf }: Pick<ExportStyle, 'nameOf'>): string {
  const named = (text ?? '').replace(/<@([UW][A-Z0-9]+)>/g, (_whole, user: string) => `@${nameOf(user) ?? user}`);
  return named.replace(/\r\n?/g, '\n').trim();
}

/** "Maija Meikäläinen (U1)", or the id alone. Commas separate people, so that names have none. */
function writtenPerson(user: string | null, { nameOf }: ExportStyle): string {
  if (user === null) return '';
  const name = nameOf(user)
    ?.replace(/[,;()\s]+/g, ' ')
    .trim();
  return name ? `${name} (${user})` : user;
}

function historyRow(facts: Facts, entry: Entry, style: ExportStyle): Row[] {
  const { language } = style;
  const light = (of: Light | null) => (of === null ? '' : lightNames[of][language]);
  return historyLines(facts, [entry]).map(({ seq, at, change, from, to, actor, user, until, target }) => ({
    number: String(seq),
    time: helsinkiTime(at),
    target: target === null ? '' : writtenTarget(target.target),
    title: target === null ? '' : (findTarget(facts.directory, target.target)?.names[language] ?? ''),
    change: changeNames[change][language],
    from: light(from),
    to: light(to),
    actor: writtenPerson(actor, style),
    person: writtenPerson(user, style),
    until: until ?? '',
    ...(entry.event.type === 'light' ? saidFields(entry.event, style) : {}),
  }));
}

const helsinkiFormat = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Helsinki',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** "2026-11-16 09:00:00", which sorts, and which spreadsheets read as a time. */
function helsinkiTime(at: string): string {
  return helsinkiFormat.format(new Date(at));
}

/** Everybody whom the files name. */
export function peopleOfExport(facts: Facts, entries: readonly Entry[]): string[] {
  const roles = Object.values(facts.state.targets).flatMap(({ owners, delegates, updates }) => [
    ...owners,
    ...delegates.map(({ user }) => user),
    ...updates.flatMap(({ actor, comment, next, blockers }) => [actor, ...mentioned([comment, next, blockers])]),
  ]);
  const acted = entries.flatMap(({ actor, event }) => [
    actor,
    ...('user' in event ? [event.user] : []),
    ...(event.type === 'light' ? mentioned([event.comment, event.next, event.blockers]) : []),
  ]);
  return [...new Set([...roles, ...acted])].filter((user) => user !== null);
}

function mentioned(texts: readonly (string | null)[]): string[] {
  return texts.flatMap((text) => Array.from((text ?? '').matchAll(/<@([UW][A-Z0-9]+)>/g), ([, user]) => user ?? ''));
}
