import { z } from 'zod';
import { localizedSchema } from './language.ts';
import { partialDateSchema } from './partial-date.ts';
import { evidenceSchema } from './source.ts';

/** What a document can say about a person. */
export const personAttributes = [
  'post',
  'start',
  'previous',
  'education',
  'duty',
  'statement',
  'email',
  'phone',
] as const;
export type PersonAttribute = (typeof personAttributes)[number];

/**
 * One statement about a person. `value` is the answer in three languages, short enough to stand in a sentence;
 * `date` is what the statement is about, as far as the document gives it.
 */
export const personFactSchema = z.object({
  attribute: z.enum(personAttributes),
  value: localizedSchema,
  date: partialDateSchema.optional(),
  organisation: z.string().min(1).optional(),
  evidence: evidenceSchema,
});
export type PersonFact = z.infer<typeof personFactSchema>;

export const personSchema = z.object({
  id: z.string().min(1),
  name: z.string().min(1),
  /** The municipality (Finnish name) in whose service the documents show the person. */
  municipality: z.string().min(1),
  /** Titles of the person's post, every wording people use, so that "immigration director" finds the post. */
  titles: z.object({ fi: z.array(z.string().min(1)), sv: z.array(z.string().min(1)), en: z.array(z.string().min(1)) }),
  facts: z.array(personFactSchema).min(1),
});
export type Person = z.infer<typeof personSchema>;
