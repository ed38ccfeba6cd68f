import { z } from 'zod';
import { localizedSchema } from './language.ts';

/** A body in three languages. `forms` are surface forms whose stem differs from the names; `generic` marks groups such as "the region's companies". */
export const organisationSchema = z.object({
  id: z.string().min(1),
  name: localizedSchema,
  abbreviations: z.array(z.string().min(1)).default([]),
  forms: z.array(z.string().min(1)).default([]),
  /** The body it belongs to: "elo" is part of "kanslia". */
  parent: z.string().min(1).optional(),
  municipality: z.string().min(1).optional(),
  generic: z.boolean().default(false),
  /** False for the few whose Swedish or English name could not be verified. */
  verified: z.boolean().default(true),
});
export type Organisation = z.infer<typeof organisationSchema>;
