import { z } from 'zod';

/** The three languages Valo speaks, in the order in which texts are listed. */
export const languages = ['fi', 'sv', 'en'] as const;
export const languageSchema = z.enum(languages);
export type Language = z.infer<typeof languageSchema>;

/** One text in each of the three languages. */
export const localizedSchema = z.object({ fi: z.string().min(1), sv: z.string().min(1), en: z.string().min(1) });
export type Localized = z.infer<typeof localizedSchema>;
