import { z } from 'zod';
import { languageSchema } from '../domain/language.ts';
import { lightSchema, targetSchema } from '../domain/light.ts';
import { weekdays } from './command.ts';
import type { RecordFormat } from './versions.ts';

const instant = z.iso.datetime({ offset: true });
const day = z.iso.date();
/** A Slack user id; null once the user asked to be forgotten. */
const person = z.string().min(1).nullable();
/** Longest free text of one field, in characters. */
export const longestText = 3000;
const text = z.string().min(1).max(longestText).nullable().default(null);

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

/** What can happen to lights, roles and settings. Users and channels are Slack ids. */
const statusEventSchema = z.discriminatedUnion('type', [
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
  }),
  z.object({ type: z.literal('digestOff'), channel: z.string().min(1) }),
  /** `until` is the last day away; null means back again. */
  z.object({ type: z.literal('away'), user: person, until: day.nullable() }),
  /** Settings and roles of the user end; the history of lights stays, without the name. */
  z.object({ type: z.literal('forgotten'), user: person }),
]);
export type StatusEvent = z.infer<typeof statusEventSchema>;

/** The actor of what Valo does by itself, such as removing a colleague who has left. */
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
  event: statusEventSchema,
  /** For lights and undos, what stood before and after; derived by the store when it took the event. */
  change: z.object({ from: lightSchema.nullable(), to: lightSchema.nullable() }).nullable(),
});
export type Entry = z.infer<typeof entrySchema>;

/** What a caller asks a store to keep; checked before it is written, so that what is written can be read. */
export const appendRequestSchema = z.object({
  event: statusEventSchema,
  key: entrySchema.shape.key,
  actor: z.string().min(1),
  at: instant,
  ifLatest: z.number().int().nullable().optional(),
});

export const entryFormat: RecordFormat = { version: 1, steps: {} };

/** The same event with every user id replaced. Null stays null. */
export function mapEventUser(event: StatusEvent, replace: (user: string) => string | null): StatusEvent {
  return 'user' in event && event.user !== null ? { ...event, user: replace(event.user) } : event;
}

/** The same entry with every user id replaced, the actor's too; Valo itself stays. */
export function mapEntryUsers(entry: Entry, replace: (user: string) => string | null): Entry {
  const { actor } = entry;
  return {
    ...entry,
    actor: actor === null || actor === systemActor ? actor : replace(actor),
    event: mapEventUser(entry.event, replace),
  };
}
