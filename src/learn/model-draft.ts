import { z } from 'zod';
import { personAttributes } from '../domain/people.ts';
import { partialDateSchema } from '../domain/partial-date.ts';

const localized = z.object({ fi: z.string(), sv: z.string(), en: z.string() });
const wordings = z.object({ fi: z.array(z.string()), sv: z.array(z.string()), en: z.array(z.string()) });

/** What a model returns of a part of a document. Everything in it is checked before it is proposed. */
export const draftSchema = z.object({
  people: z.array(
    z.object({
      name: z.string(),
      titles: wordings,
      facts: z.array(
        z.object({
          attribute: z.enum(personAttributes),
          value: localized,
          date: partialDateSchema.nullable(),
          quote: z.string(),
        }),
      ),
    }),
  ),
  events: z.array(
    z.object({
      name: localized,
      aliases: wordings,
      from: partialDateSchema,
      to: partialDateSchema.nullable(),
      says: localized,
      quote: z.string(),
    }),
  ),
  organisations: z.array(z.object({ name: localized, abbreviations: z.array(z.string()), quote: z.string() })),
  terms: z.array(wordings.extend({ quote: z.string() })),
});
export type Draft = z.infer<typeof draftSchema>;
