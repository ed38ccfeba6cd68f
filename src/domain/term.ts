import { z } from 'zod';

const words = z.array(z.string().min(1)).min(1);

/**
 * One concept of the term bank: its wordings in each language, the best first. Inflection is left to the analyser;
 * `forms` holds only inflected forms whose stem differs ("viestinnän" for "viestintä").
 */
export const termSchema = z.object({
  id: z.string().regex(/^[a-z0-9-]+$/),
  fi: words,
  sv: words,
  en: words,
  forms: z.object({ fi: words.optional(), sv: words.optional(), en: words.optional() }).optional(),
});

/** A concept with the area of the term bank (its file's name) that it was read from: "titles" are posts that people hold. */
export type Term = z.infer<typeof termSchema> & { area: string };
