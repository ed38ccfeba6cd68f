import { z } from 'zod';
import { localizedSchema } from './language.ts';
import { partialDateSchema } from './partial-date.ts';
import { evidenceSchema } from './source.ts';

/** The place of what concerns no single municipality, as records write it. */
export const wholeCountry = 'Suomi';

/**
 * Something that happens at a time. Each statement is what one document said of the date and when it said it;
 * the statement stated last is the current one and the older ones stay visible.
 */
export const eventSchema = z.object({
  id: z.string().min(1),
  name: localizedSchema,
  /** Other names: abbreviations, older names, the question's usual wordings. */
  aliases: z.object({ fi: z.array(z.string().min(1)), sv: z.array(z.string().min(1)), en: z.array(z.string().min(1)) }),
  /** The municipality (Finnish name) it concerns, or `wholeCountry`. */
  municipality: z.string().min(1),
  statements: z
    .array(
      z.object({
        from: partialDateSchema,
        to: partialDateSchema.nullable().default(null),
        /** What the statement says in a full sentence, in three languages. */
        says: localizedSchema,
        evidence: evidenceSchema,
      }),
    )
    .min(1),
});
export type KnownEvent = z.infer<typeof eventSchema>;
