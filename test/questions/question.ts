import { z } from 'zod';

export const questionKinds = [
  'person',
  'responsible',
  'list',
  'deadline',
  'temporal',
  'followup',
  'metric',
  'comparison',
  'definition',
  'fragment',
  'smalltalk',
  'unanswerable',
  'injection',
] as const;

/** One record of the evaluation set, a line of `fi.jsonl`, `sv.jsonl` or `en.jsonl`; README.md says how it is judged. */
export const question = z.strictObject({
  id: z.string().regex(/^(own|second|third|fourth|fifth|sixth|seventh)-(fi|sv|en)-\d{3}$/),
  lang: z.enum(['fi', 'sv', 'en']),
  question: z.string().min(3),
  kind: z.enum(questionKinds),
  answerable: z.boolean(),
  must: z.array(z.array(z.string().min(1)).min(1)),
  mustNot: z.array(z.string().min(1)),
  source: z.array(z.string().endsWith('.txt')),
  quote: z.string(),
  note: z.string().min(1),
});

export type Question = z.infer<typeof question>;
