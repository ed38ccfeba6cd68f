import { z } from 'zod';
import { languageSchema } from '../domain/language.ts';
import { lightSchema, targetSchema } from '../domain/light.ts';
import { weekdays } from './command.ts';
import { longestReference, shortestMention } from './mentions.ts';
import type { RecordFormat } from './versions.ts';

const instant = z.iso.datetime({ offset: true });
const day = z.iso.date();
/** A Slack user id; null once the user asked to be forgotten. */
const person = z.string().min(1).nullable();
/** Longest free text of one field, in characters. */
export const longestText = 3000;
/** A text of nothing but mentions grows by this much when references stand for the people in it. */
const longestKeptText = Math.ceil((longestText * longestReference) / shortestMention);

export const boardFilterSchema = z.object({
  lights: z.array(lightSchema).readonly(),
  programme: z.string().min(1).nullable(),
  goals: z.array(targetSchema).readonly(),
  mine: z.boolean(),
});

export const weeklyTimeSchema = z.object({
  weekday: z.enum(weekdays),
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
});

const week = z.string().regex(/^\d{4}-W\d{2}$/);
/** What a message carries by which it is found again. */
const deliveryKey = z.string().min(1).max(200);
/** The claim, by its entry's `seq`, in whose place a new one stands; null for the first. */
const follows = z.number().int().positive().nullable();
const messageId = z.string().min(1).max(100);

/** `weekly` is the digest of an ISO week; `now` is one that a person asked for. */
export const digestRunKinds = ['weekly', 'now'] as const;
export type DigestRunKind = (typeof digestRunKinds)[number];

/** Why a channel gets no more digests until its digest is turned on again. */
export const pauseReasons = ['archived', 'removed', 'restricted'] as const;
export type PauseReason = (typeof pauseReasons)[number];

/**
 * What Valo keeps of its own deliveries: a claim before a message is posted, and what became of it. A claim holds only where
 * `follows` is the claim that stands, so that of two at once the first alone has an effect.
 */
const deliveryEventSchemas = [
  z.object({
    type: z.literal('digestClaimed'),
    channel: z.string().min(1),
    run: z.enum(digestRunKinds),
    key: deliveryKey,
    week,
    /** The digest says how things stood then. */
    composedAt: instant,
    follows,
  }),
  z.object({
    type: z.literal('digestPosted'),
    channel: z.string().min(1),
    run: z.enum(digestRunKinds),
    key: deliveryKey,
    message: messageId,
  }),
  /** Too late to be of use. */
  z.object({ type: z.literal('digestSkipped'), channel: z.string().min(1), key: deliveryKey, week }),
  z.object({ type: z.literal('digestPaused'), channel: z.string().min(1), reason: z.enum(pauseReasons) }),
  /** Whoever turned the digest on knows that it is paused, or cannot be told. */
  z.object({ type: z.literal('digestPauseTold'), channel: z.string().min(1) }),
  z.object({ type: z.literal('nudgeClaimed'), user: person, week, follows }),
  z.object({ type: z.literal('nudgeSent'), user: person, week, message: messageId }),
  z.object({ type: z.literal('nudgeSkipped'), user: person, week }),
  /** No reminder up to and including the day; null means reminders as usual. */
  z.object({ type: z.literal('nudgeSnoozed'), user: person, until: day.nullable() }),
] as const;

/** What can happen to lights, roles and settings. Users and channels are Slack ids. `longest` is that of one free text, in characters. */
function eventSchema(longest: number) {
  const text = z.string().min(1).max(longest).nullable().default(null);
  return z.discriminatedUnion('type', [
    z.object({
      type: z.literal('light'),
      target: targetSchema,
      light: lightSchema,
      comment: text,
      next: text,
      /** When the next step is expected, "YYYY-MM-DD". */
      expected: day.nullable().default(null),
      /** 1 (low) to 5 (high). */
      confidence: z.number().int().min(1).max(5).nullable().default(null),
      blockers: text,
    }),
    /** Takes the light entry `undoes` back, so that the one before it stands again. */
    z.object({ type: z.literal('undo'), target: targetSchema, undoes: z.number().int().positive() }),
    z.object({ type: z.literal('ownerAdded'), target: targetSchema, user: person }),
    z.object({ type: z.literal('ownerRemoved'), target: targetSchema, user: person }),
    /** `until` is the last day, inclusive. */
    z.object({ type: z.literal('delegateSet'), target: targetSchema, user: person, until: day }),
    z.object({ type: z.literal('delegateRemoved'), target: targetSchema, user: person }),
    z.object({ type: z.literal('userLanguage'), user: person, language: languageSchema }),
    /** `programme` null binds the channel to all programmes. */
    z.object({
      type: z.literal('channelBound'),
      channel: z.string().min(1),
      programme: z.string().min(1).nullable(),
      language: languageSchema.nullable(),
    }),
    z.object({ type: z.literal('announceChannel'), channel: z.string().min(1).nullable() }),
    z.object({
      type: z.literal('digestOn'),
      channel: z.string().min(1),
      language: languageSchema.nullable(),
      when: weeklyTimeSchema,
      filter: boardFilterSchema,
      /** True where a public holiday moves the digest to the next working day. */
      skipHolidays: z.boolean().default(false),
    }),
    z.object({ type: z.literal('digestOff'), channel: z.string().min(1) }),
    /** `until` is the last day away; null means back again. */
    z.object({ type: z.literal('away'), user: person, until: day.nullable() }),
    /** Settings and roles of the user end; the history of lights stays, without the name. */
    z.object({ type: z.literal('forgotten'), user: person }),
    /** The entries `told`, the oldest of `since`, stand in this message of the channel: it is edited when one is taken back. */
    z.object({
      type: z.literal('announced'),
      channel: z.string().min(1),
      message: z.string().min(1).max(100),
      told: z.array(z.number().int().positive()).min(1).max(5000),
      since: instant,
    }),
    ...deliveryEventSchemas,
  ]);
}
const keptEventSchema = eventSchema(longestKeptText);
export type StatusEvent = z.infer<typeof keptEventSchema>;

/** The fields of an update. Texts are at most `longestText` characters, `expected` is "YYYY-MM-DD", `confidence` 1 to 5. */
export type UpdateFields = Omit<Extract<StatusEvent, { type: 'light' }>, 'type' | 'target'>;

/** The actor of what Valo does by itself, such as keeping where a change was announced. */
export const systemActor = 'valo';

/** One line of the append-only history. */
export const entrySchema = z.object({
  v: z.literal(1),
  /** 1, 2, 3, … without gaps. */
  seq: z.number().int().positive(),
  /** Idempotency key: the envelope's or trigger's id. */
  key: z.string().min(1).max(300),
  at: instant,
  actor: person,
  event: keptEventSchema,
  /** For lights and undos, what stood before and after; derived by the store when it took the event. */
  change: z.object({ from: lightSchema.nullable(), to: lightSchema.nullable() }).nullable(),
});
export type Entry = z.infer<typeof entrySchema>;

/** What a caller asks a store to keep; checked before it is written, so that what is written can be read. */
export const appendRequestSchema = z.object({
  event: eventSchema(longestText),
  key: entrySchema.shape.key,
  actor: z.string().min(1),
  at: instant,
  ifLatest: z.number().int().nullable().optional(),
});

export const entryFormat: RecordFormat = { version: 1, steps: {} };
