import type { Ask } from '../answer/answer.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import type { Language } from '../domain/language.ts';
import type { CompleteCommand } from '../status/command.ts';
import type { StatusOutcome } from '../status/outcome.ts';

/** Who gives a `/lv` command, and from where. */
export type CommandCaller = {
  /** Slack user id. */
  user: string;
  /** Slack channel id, null where there is none. */
  channel: string | null;
  /** True for an admin of the Slack workspace. */
  slackAdmin: boolean;
  /** Idempotency key: the same key has one effect, over restarts too. */
  key: string;
  /** The history entry that the caller saw standing; another one standing makes the command an `overtaken` one. */
  ifLatest?: number;
};

/** What a channel is bound to; nulls for a channel that is bound to nothing. */
export type ChannelSettings = { programme: string | null; language: Language | null };

/** What Slack's listeners ask of the rest of Valo. */
export type SlackPorts = {
  ask: Ask;
  /** Carries out what stands after "/lv". Rejects only for faults of the program. */
  runCommand: (text: string, caller: CommandCaller) => Promise<StatusOutcome>;
  /** The language that a user chose for commands, null when none. */
  storedLanguage: (user: string) => Promise<Language | null>;
  channelSettings: (channel: string) => Promise<ChannelSettings>;
  catalogue: () => Catalogue;
  now: () => Date;
};

/** A command that the lights' service hands over, of one kind. */
export type HandedOver<Kind extends CompleteCommand['kind'] = CompleteCommand['kind']> = Extract<
  CompleteCommand,
  { kind: Kind }
>;
