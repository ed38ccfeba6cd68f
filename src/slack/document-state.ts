import type { Catalogue } from '../domain/catalogue.ts';
import type { Target } from '../domain/light.ts';
import type { Source } from '../domain/source.ts';

/** What a document itself says of a goal or measure. Its light has no colour in the text, so there is none here. */
export type DocumentState = {
  /** Months "YYYY-MM" of the follow-up, null when the document gives none. */
  period: { from: string; to: string } | null;
  followUp: string | null;
  metrics: readonly { text: string; state: string }[];
  responsible: string | null;
  timetable: string | null;
  source: Source | null;
};

/** The document's own state of the target, null when no document speaks of it. */
export function documentStateOf(catalogue: Catalogue, target: Target): DocumentState | null {
  const programme = catalogue.programmes.find(({ id }) => id === target.programme);
  const goal = programme?.goals.find(({ id }) => id === target.id || target.id.startsWith(`${id}.`));
  if (programme === undefined || goal === undefined) return null;
  const shared = {
    period: programme.followUp,
    source: catalogue.sources.find(({ id }) => id === programme.source) ?? null,
  };
  if (goal.id === target.id) {
    return { ...shared, followUp: null, metrics: goal.metrics, responsible: null, timetable: null };
  }
  const measure = goal.measures.find(({ id }) => id === target.id);
  if (measure === undefined) return null;
  return {
    ...shared,
    followUp: measure.followUp || null,
    metrics: [],
    responsible: measure.responsible.verbatim || null,
    timetable: measure.timetable.verbatim || null,
  };
}
