import type { Catalogue } from '../domain/catalogue.ts';
import type { Language } from '../domain/language.ts';
import type { Target } from '../domain/light.ts';
import type { TableField, TablePlace } from '../domain/passage.ts';
import type { Goal, Measure, Programme, Timetable } from '../domain/programme.ts';
import type { Source } from '../domain/source.ts';

/** Words of a document with Valo's own translations of all of them, as far as there are any. */
export type Quoted = { text: string; translations: Partial<Record<Language, string>> };

/** What a timetable means today. Years are calendar years. */
export type TimetableStanding =
  | { kind: 'passed' }
  | { kind: 'running'; until: number }
  | { kind: 'coming'; from: number }
  /** It has begun, and no end is given. */
  | { kind: 'open' }
  /** The document itself says that there is none. */
  | { kind: 'undefined' };

/** What a document itself says of a goal or measure. Its light has no colour in the text, so there is none here. */
export type DocumentState = {
  language: Language | null;
  /** Months "YYYY-MM" of the follow-up, null when the document gives none. */
  period: { from: string; to: string } | null;
  /** The goal or measure in the document's own words. */
  said: Quoted | null;
  followUp: Quoted | null;
  metrics: readonly { text: Quoted; state: Quoted | null }[];
  responsible: Quoted | null;
  timetable: Quoted | null;
  /** Null where the document gives nothing to compare with today. */
  standing: TimetableStanding | null;
  source: Source | null;
};

/** The document's own state of the target on a day "YYYY-MM-DD", null when no document speaks of it. */
export function documentStateOf(catalogue: Catalogue, target: Target, today: string): DocumentState | null {
  const programme = catalogue.programmes.find(({ id }) => id === target.programme);
  const goal = programme?.goals.find(({ id }) => id === target.id || target.id.startsWith(`${id}.`));
  if (programme === undefined || goal === undefined) return null;
  const source = catalogue.sources.find(({ id }) => id === programme.source) ?? null;
  const shared = { period: programme.followUp, source, language: source?.language ?? null };
  const year = Number(today.slice(0, 4));
  if (goal.id === target.id) return { ...shared, ...goalState(catalogue, programme, goal, year) };
  const measure = goal.measures.find(({ id }) => id === target.id);
  return measure === undefined ? null : { ...shared, ...measureState(catalogue, programme, measure, year) };
}

type OwnState = Omit<DocumentState, 'period' | 'source' | 'language'>;

function goalState(catalogue: Catalogue, programme: Programme, goal: Goal, year: number): OwnState {
  const quoted = (text: string, field: TableField, metric: number | null = null) =>
    quotedIn(catalogue, text, { programme: programme.id, goal: goal.id, measure: null, metric, field });
  const { period } = programme;
  return {
    said: quoted(goal.title, 'title'),
    followUp: null,
    metrics: goal.metrics.flatMap(({ text, state }, at) => {
      const target = quoted(text, 'target', at);
      return target === null ? [] : [{ text: target, state: quoted(state, 'state', at) }];
    }),
    responsible: null,
    timetable: null,
    standing: period === null ? null : standingOfYears(period.start, period.end, year),
  };
}

function measureState(catalogue: Catalogue, programme: Programme, measure: Measure, year: number): OwnState {
  const quoted = (text: string, field: TableField) =>
    quotedIn(catalogue, text, {
      programme: programme.id,
      goal: measure.goal,
      measure: measure.id,
      metric: null,
      field,
    });
  return {
    said: quoted(measure.text, 'text'),
    followUp: quoted(measure.followUp, 'followUp'),
    metrics: [],
    responsible: quoted(measure.responsible.verbatim, 'responsible'),
    timetable: quoted(measure.timetable.verbatim, 'timetable'),
    standing: standingOf(measure.timetable, year),
  };
}

function standingOf({ kind, start, end }: Timetable, year: number): TimetableStanding | null {
  if (kind === 'undefined') return { kind: 'undefined' };
  return kind === 'described' ? null : standingOfYears(start, end, year);
}

function standingOfYears(start: number | null, end: number | null, year: number): TimetableStanding | null {
  if (end !== null && end < year) return { kind: 'passed' };
  if (start !== null && start > year) return { kind: 'coming', from: start };
  if (end !== null) return { kind: 'running', until: end };
  return start === null ? null : { kind: 'open' };
}

/** Null for an empty cell. A translation counts only when every sentence of the cell has one. */
function quotedIn(catalogue: Catalogue, text: string, place: TablePlace): Quoted | null {
  if (text === '') return null;
  const passages = catalogue.passages.filter(
    (passage) => passage.place !== null && placeKey(passage.place) === placeKey(place),
  );
  const translations: Quoted['translations'] = {};
  for (const language of ['fi', 'sv', 'en'] as const) {
    const parts = passages.map((passage) => passage.translations[language]);
    if (parts.length > 0 && parts.every((part) => part !== undefined)) translations[language] = parts.join(' ');
  }
  return { text, translations };
}

function placeKey({ programme, goal, measure, metric, field }: TablePlace): string {
  return [programme, goal, measure, metric, field].join('|');
}
