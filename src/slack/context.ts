import type { Logger } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { Language } from '../domain/language.ts';
import { textsIn } from '../texts/texts.ts';
import type { SlackPorts } from './ports.ts';
import type { SeenEvents } from './seen-events.ts';
import { type CommandKind, createStatusView } from './status-view.ts';
import type { ThreadMemory } from './thread-memory.ts';
import type { UserDirectory } from './user-directory.ts';
import type { ViewLanguage } from './views/light-words.ts';
import type { StatusView } from './views/status-message.ts';

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

/** How `/lv` outcomes are shown today; `carriedOut` are the commands that Slack's listeners carry out. */
export function statusViewIn(
  { ports }: SlackContext,
  language: Language,
  carriedOut: readonly CommandKind[] = [],
): StatusView {
  return createStatusView(language, ports, carriedOut);
}

export function viewIn(language: Language): ViewLanguage {
  return { language, texts: textsIn(language) };
}

/** The city of the programme that a channel is bound to; nulls when it is bound to none, or there is no channel. */
export async function channelScope(context: SlackContext, channel: string | null) {
  const settings =
    channel === null ? { programme: null, language: null } : await context.ports.channelSettings(channel);
  const programme = context.ports.catalogue().programmes.find(({ id }) => id === settings.programme);
  return { ...settings, city: programme?.city ?? null };
}
