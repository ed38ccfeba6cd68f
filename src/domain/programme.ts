import { z } from 'zod';
import { localizedSchema } from './language.ts';
import { evidenceSchema } from './source.ts';

/** `start` and `end` are calendar years; null means open or not given. `parts` holds the timetable of numbered items such as (i). */
export type Timetable = {
  verbatim: string;
  start: number | null;
  end: number | null;
  /** What the cell says: years, an open end, words that only describe it, or that none is defined. */
  kind: 'years' | 'open' | 'described' | 'undefined';
  parts: readonly { items: readonly string[]; start: number | null; end: number | null }[];
};

/** Leads stand before "yhteistyössä", partners after it; both are organisation ids in reading order. */
export type Responsible = {
  verbatim: string;
  leads: readonly string[];
  partners: readonly string[];
  /** True when the cell itself says that no responsible body is defined. */
  undefined: boolean;
};

export type Measure = {
  /** "4.3": goal and place in reading order; a prefix letter belongs to a curated programme. */
  id: string;
  goal: string;
  group: string | null;
  /** True on the one row whose cell carries the words of `group`. */
  groupPrinted: boolean;
  heading: string | null;
  text: string;
  responsible: Responsible;
  timetable: Timetable;
  followUp: string;
  /** First and last 1-based line in the source file. */
  lines: readonly [number, number];
};

export type Metric = { text: string; state: string };

export type Goal = {
  id: string;
  title: string;
  metrics: readonly Metric[];
  measures: readonly Measure[];
  lines: readonly [number, number];
};

/** A programme of goals. Several stand side by side; of one programme, the table with the latest follow-up is the current one. */
export type Programme = {
  id: string;
  /** The municipality's Finnish name. */
  city: string;
  title: string;
  /** Calendar years of the programme, from its title; null when the title gives none. */
  period: { start: number; end: number } | null;
  /** Months of the follow-up, "YYYY-MM". */
  followUp: { from: string; to: string } | null;
  source: string;
  goals: readonly Goal[];
  legend: readonly string[];
};

/** A goal's or measure's short name in the three languages (Valo's own wording), with other names people use for it. */
export const shortTitleSchema = z.object({
  id: z.string().min(1),
  title: localizedSchema,
  aliases: z.array(z.string().min(1)).default([]),
});

/** `knowledge/programmes/*.json`: names for a parsed programme, or a whole curated one when `goals` is given. */
export const programmeKnowledgeSchema = z.object({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  city: z.string().min(1),
  /** What may stand before a goal number: "hki 5", "vaasa 2". */
  prefixes: z.array(z.string().min(1)).min(1),
  name: localizedSchema,
  /** Words of a table's title by which a parsed table is known to be this programme. */
  tableTitle: z.string().min(1).optional(),
  titles: z.array(shortTitleSchema).default([]),
  curated: z
    .object({
      title: z.string().min(1),
      period: z.object({ start: z.number().int(), end: z.number().int() }).nullable(),
      goals: z.array(z.object({ id: z.string().min(1), evidence: evidenceSchema })).min(1),
    })
    .optional(),
});
export type ProgrammeKnowledge = z.infer<typeof programmeKnowledgeSchema>;
