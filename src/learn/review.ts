import { z } from 'zod';
import { eventSchema } from '../domain/event.ts';
import { type Language, languages } from '../domain/language.ts';
import { organisationSchema } from '../domain/organisation.ts';
import { translationSchema } from '../domain/passage.ts';
import { personSchema } from '../domain/people.ts';
import { evidenceSchema, sourceSchema } from '../domain/source.ts';
import { termSchema } from '../domain/term.ts';

/** Why a proposal of a model is not among the records. */
export const rejections = [
  'quote',
  'number',
  'date',
  'name',
  'person',
  'language',
  'shape',
  'known',
  'translation',
] as const;
export type Rejection = (typeof rejections)[number];

/**
 * What is proposed of one document, for a person to read. The values of `records` have the form of the files of `knowledge/` whose names they
 * stand under, so that a record can be moved there as it is. Nothing reads this file.
 */
export const reviewSchema = z.object({
  /** The document's entry in the manifest, as it is there or as it is proposed. */
  source: sourceSchema,
  inManifest: z.boolean(),
  /** Who made the proposal: the rules alone, or a model whose proposals were checked. */
  by: z.enum(['rules', 'model']),
  records: z.object({
    'people.json': z.array(personSchema),
    'events.json': z.array(eventSchema),
    'organisations.json': z.array(organisationSchema),
    'terms/learned.json': z.array(termSchema),
    translations: z.array(translationSchema),
  }),
  /** Where a record of a form without evidence stands in the document, by its id. */
  evidence: z.record(z.string(), evidenceSchema),
  rejected: z.array(z.object({ what: z.string(), reason: z.enum(rejections), detail: z.string() })),
  /** Passages without a translation, by language, those proposed here not counted. */
  untranslated: z.partialRecord(z.enum(languages), z.number().int()),
});
export type Review = z.infer<typeof reviewSchema>;
export type Records = Review['records'];
export type Rejected = Review['rejected'][number];

export type Proposal = Pick<Review, 'by' | 'records' | 'evidence' | 'rejected'>;

export const emptyRecords: Readonly<Records> = {
  'people.json': [],
  'events.json': [],
  'organisations.json': [],
  'terms/learned.json': [],
  translations: [],
};

/** The languages other than a document's own. */
export function otherLanguages(own: Language): Language[] {
  return languages.filter((language) => language !== own);
}
