import { z } from 'zod';
import type { Language } from './language.ts';

export const tableFields = [
  'title',
  'target',
  'state',
  'group',
  'heading',
  'text',
  'responsible',
  'timetable',
  'followUp',
  'legend',
] as const;
export type TableField = (typeof tableFields)[number];

/** Where in a programme's table a passage stands. `measure` is null for a goal's own row; `metric` is the metric's index within its goal. */
export type TablePlace = {
  programme: string;
  goal: string | null;
  measure: string | null;
  metric: number | null;
  field: TableField;
};

/**
 * The smallest citable unit: one sentence, caption, heading or list line of an article, or one sentence or cell of a table.
 * `text` is the original with tags removed and white space folded; its words stand verbatim in the source.
 */
export type Passage = {
  /** Content hash and place: stable while the text and its source stay. */
  id: string;
  source: string;
  /** 0-based position within the source. */
  ordinal: number;
  text: string;
  /** `text` in pieces that each stand unbroken in the source: one, or more where a page cut divides the cell. */
  fragments: readonly string[];
  /** Key of translations: the content hash of `text`, 16 hexadecimal digits. */
  hash: string;
  language: Language;
  /** The paragraph number within the source; sentences of one paragraph share it. */
  paragraph: number;
  role: 'title' | 'heading' | 'caption' | 'sentence' | 'contact' | 'cell';
  /** The nearest heading above, empty for none. */
  section: string;
  /** First and last 1-based line of the source file. */
  lines: readonly [number, number];
  /** Who says it, when the sentence is a quotation with a named speaker. */
  speaker: string | null;
  place: TablePlace | null;
  /** Valo's own translations, without the original's language. */
  translations: Partial<Record<Language, string>>;
};

/** One record of `knowledge/translations/*.json`. */
export const translationSchema = z.object({
  hash: z.string().regex(/^[0-9a-f]{16}$/),
  original: z.string().min(1),
  fi: z.string().min(1).optional(),
  sv: z.string().min(1).optional(),
  en: z.string().min(1).optional(),
});
export type Translation = z.infer<typeof translationSchema>;
