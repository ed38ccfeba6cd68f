import type { Entry, StatusEvent } from './events.ts';
import { systemActor } from './events.ts';
import { concealUsers, revealUsers, usersIn } from './mentions.ts';

type Said = Pick<Extract<StatusEvent, { type: 'light' }>, 'comment' | 'next' | 'blockers'>;

function mapTexts<T extends Said>(said: T, change: (text: string | null) => string | null): T {
  return { ...said, comment: change(said.comment), next: change(said.next), blockers: change(said.blockers) };
}

/** Everybody whom an event names, in its texts too. */
export function usersOfEvent(event: StatusEvent): string[] {
  if (event.type === 'light') return [event.comment, event.next, event.blockers].flatMap(usersIn);
  return 'user' in event && event.user !== null ? [event.user] : [];
}

/** The event as a store keeps it: a reference for every user. */
export function concealEvent(event: StatusEvent, referenceOf: (user: string) => string): StatusEvent {
  if (event.type === 'light') return mapTexts(event, (text) => concealUsers(text, referenceOf));
  return 'user' in event && event.user !== null ? { ...event, user: referenceOf(event.user) } : event;
}

/** An entry as a store gives it out: users for references, null for one who is forgotten and "@…" in texts. */
export function revealEntry(entry: Entry, userOf: (reference: string) => string | null): Entry {
  return { ...entry, actor: revealActor(entry.actor, userOf), event: revealEvent(entry.event, userOf) };
}

function revealEvent(event: StatusEvent, userOf: (reference: string) => string | null): StatusEvent {
  if (event.type === 'light') return mapTexts(event, (text) => revealUsers(text, userOf));
  return 'user' in event && event.user !== null ? { ...event, user: userOf(event.user) } : event;
}

/** Who acted; null for one who is forgotten. Valo itself stays. */
export function revealActor(actor: string | null, userOf: (reference: string) => string | null): string | null {
  return actor === null || actor === systemActor ? actor : userOf(actor);
}

/** The same update with users for references. */
export function revealUpdate<T extends Said & { actor: string | null }>(
  update: T,
  userOf: (reference: string) => string | null,
): T {
  return { ...mapTexts(update, (text) => revealUsers(text, userOf)), actor: revealActor(update.actor, userOf) };
}
