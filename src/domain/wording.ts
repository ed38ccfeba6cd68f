import { z } from 'zod';
import { evidenceSchema } from './source.ts';

/** What of a record a question can ask for: cells of a measure, parts of a goal or programme, facts about a person. */
export const shownParts = [
  'responsible',
  'partners',
  'timetable',
  'text',
  'followUp',
  'title',
  'target',
  'state',
  'measures',
  'goals',
  'metrics',
  'leads',
  'post',
  'start',
  'previous',
  'education',
  'duty',
  'phone',
  'email',
] as const;
export type ShownPart = (typeof shownParts)[number];

const ways = z.array(z.string().min(2).max(300)).min(1);

/**
 * One record of `knowledge/wordings/*.json`: how people ask about one thing, in each language. `about` names the thing: "measure:helsinki:4.3",
 * "goal:helsinki:2", "programme:helsinki", "person:glenn-gassen", "event:te-reform", "glossary:ihh" or "source:<source id>". What answers is
 * what `show` lists of it, the sentences of `quotes`, or the record itself when both are empty; `absent` tells that the documents speak of the
 * thing but do not say this.
 */
export const wordingSchema = z.object({
  about: z.string().regex(/^(?:measure|goal|programme|person|event|glossary|source):\S+$/),
  show: z.array(z.enum(shownParts)).default([]),
  quotes: z.array(evidenceSchema).default([]),
  absent: z.boolean().default(false),
  fi: ways,
  sv: ways,
  en: ways,
});

/** A wording with the document that its thing is known from: the name of its file. */
export type Wording = z.infer<typeof wordingSchema> & { source: string };
