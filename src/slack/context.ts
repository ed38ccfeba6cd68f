import type { Logger } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { Language } from '../domain/language.ts';
import { textsIn } from '../texts/texts.ts';
import type { SlackPorts } from './ports.ts';
import type { SeenEvents } from './seen-events.ts';
import type { ThreadMemory } from './thread-memory.ts';
import type { UserDirectory } from './user-directory.ts';
import type { ViewLanguage } from './views/light-words.ts';

export type AnswerTiming = {
  /** Milliseconds after which the asker is told that Valo is searching. */
  searchingAfterMs: number;
  /** Milliseconds after which the asker gets a reason in place of an answer. */
  answerWithinMs: number;
};

/** What every listener works with. */
export type SlackContext = {
  ports: SlackPorts;
  directory: UserDirectory;
  threads: ThreadMemory;
  seen: SeenEvents;
  logger: Logger;
  defaultLanguage: Language;
  timing: AnswerTiming;
};

/** The user's language: the stored choice, else the Slack profile's, else the default. */
export async function languageOf(context: SlackContext, client: WebClient, user: string): Promise<Language> {
  const stored = await context.ports.storedLanguage(user);
  if (stored !== null) return stored;
  const { language } = await context.directory.profile(client, user);
  return language ?? context.defaultLanguage;
}

export function viewIn(language: Language): ViewLanguage {
  return { language, texts: textsIn(language) };
}

/** The city of the programme that a channel is bound to, null when it is bound to none. */
export async function channelScope(context: SlackContext, channel: string) {
  const settings = await context.ports.channelSettings(channel);
  const programme = context.ports.catalogue().programmes.find(({ id }) => id === settings.programme);
  return { ...settings, city: programme?.city ?? null };
}
