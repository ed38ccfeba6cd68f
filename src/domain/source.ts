import { z } from 'zod';
import { languageSchema } from './language.ts';

export const sourceKinds = ['article', 'followUp'] as const;

/** One entry of the seeds manifest: a document as received. `published` is an ISO date (YYYY-MM-DD or YYYY-MM), or null with the reason why. */
export const sourceSchema = z.object({
  id: z.string().min(1),
  file: z.string().min(1),
  title: z.string().min(1),
  publisher: z.string().min(1),
  municipality: z.string().min(1),
  language: languageSchema,
  published: z
    .string()
    .regex(/^\d{4}-\d{2}(-\d{2})?$/)
    .nullable(),
  publishedReason: z.string().nullish(),
  kind: z.enum(sourceKinds),
  url: z.string().nullish(),
});
export type Source = z.infer<typeof sourceSchema>;

/** Where a curated or extracted fact rests: a source id and words that stand verbatim in that document. */
export const evidenceSchema = z.object({ source: z.string().min(1), quote: z.string().min(1) });
export type Evidence = z.infer<typeof evidenceSchema>;

/**
 * Folds what a copy of a text may change without changing its words: tags, kinds of hyphen and white space, letter case.
 * Two texts with the same fold are the same quote.
 */
export function foldQuote(text: string): string {
  return text
    .normalize('NFC')
    .replace(/<[^<>]{0,200}>/g, ' ')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .toLowerCase()
    .trim();
}
