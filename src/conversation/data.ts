import { z } from 'zod';
import { languageSchema } from '../domain/language.ts';
import { targetSchema } from '../domain/light.ts';

const person = z.string().min(1).nullable();
const instant = z.iso.datetime({ offset: true });

/** What a reader can find wrong with an answer. */
export const dislikeReasons = ['wrong', 'outdated', 'incomplete', 'unclear', 'other'] as const;
export const dislikeReasonSchema = z.enum(dislikeReasons);
export type DislikeReason = (typeof dislikeReasons)[number];

/** What an answer was about, as `Subject` of the answers has it. */
export const subjectSchema = z.object({
  language: languageSchema,
  question: z.string(),
  targets: z.array(targetSchema),
  people: z.array(z.string()),
  organisations: z.array(z.string()),
  events: z.array(z.string()),
  city: z.string().nullable(),
  intent: z.string(),
});

const ratingSchema = z.object({
  user: z.string().min(1),
  at: instant,
  verdict: z.enum(['useful', 'notUseful']),
  reason: dislikeReasonSchema.nullable(),
  comment: z.string().nullable(),
});
export type Rating = z.infer<typeof ratingSchema>;

const questionSchema = z.object({
  id: z.string().min(1),
  at: instant,
  user: z.string().min(1),
  /** The question as it was understood, without the thread. */
  text: z.string().min(1),
  language: languageSchema,
  outcome: z.enum(['answered', 'not_found', 'not_stated', 'other_city', 'refused']),
  /** The direct answer; empty when it held contact details. */
  answer: z.string(),
  targets: z.array(targetSchema),
  people: z.array(z.string()),
  organisations: z.array(z.string()),
  events: z.array(z.string()),
  /** Where the answer stands, null when only its reader sees it. `threadTs` null is the top level. */
  place: z.object({ channel: z.string().min(1), threadTs: z.string().nullable() }).nullable(),
  /** One a user at most. */
  ratings: z.array(ratingSchema),
});
export type KeptQuestion = z.infer<typeof questionSchema>;

const threadSchema = z.object({
  at: instant,
  /** Who alone reads the conversation, null for a channel's thread. */
  user: person,
  subject: subjectSchema.nullable(),
});
export type KeptThread = z.infer<typeof threadSchema>;

/** A question that was sent on to an owner, known by the direct message that carries it. */
const referralSchema = z.object({
  at: instant,
  question: z.string().min(1),
  asker: z.string().min(1),
  owner: z.string().min(1),
  channel: z.string().min(1),
  ts: z.string().min(1),
});
export type Referral = z.infer<typeof referralSchema>;

/** An owner's reply to a question. Only one that an admin has kept is used as an answer. */
const curatedSchema = z.object({
  id: z.string().min(1),
  at: instant,
  question: z.string().min(1),
  text: z.string().min(1),
  language: languageSchema,
  targets: z.array(targetSchema),
  /** Null when the author asked to be forgotten. */
  author: person,
  state: z.enum(['offered', 'kept', 'declined']),
  decidedBy: person,
});
export type CuratedAnswer = z.infer<typeof curatedSchema>;

/** Everything that is kept of conversations. All of it but the curated answers is perishable. */
export const conversationSchema = z.object({
  v: z.literal(1),
  questions: z.array(questionSchema),
  threads: z.record(z.string(), threadSchema),
  referrals: z.array(referralSchema),
  curated: z.array(curatedSchema),
});
export type ConversationData = z.infer<typeof conversationSchema>;

export const emptyConversation: ConversationData = { v: 1, questions: [], threads: {}, referrals: [], curated: [] };
