import { z } from 'zod';
import { localizedSchema } from './language.ts';
import { evidenceSchema } from './source.ts';

/**
 * What a word, name or abbreviation of the documents means, as far as the documents define it or imply it.
 * Where they only use it, `says` tells that they do not explain it, and `evidence` is where they use it.
 */
export const glossaryEntrySchema = z.object({
  id: z.string().regex(/^[a-z0-9-]+$/),
  abbreviations: z.array(z.string().min(1)).default([]),
  names: localizedSchema,
  /** Other wordings of the name, in any of the three languages. */
  aliases: z.array(z.string().min(1)).default([]),
  /** The municipality (Finnish name) whose documents define it, or "Suomi" for the whole country. */
  municipality: z.string().min(1),
  /** The definition in a full sentence, in three languages. */
  says: localizedSchema,
  evidence: evidenceSchema,
});
export type GlossaryEntry = z.infer<typeof glossaryEntrySchema>;
