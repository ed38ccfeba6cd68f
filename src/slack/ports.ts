import type { Ask } from '../answer/answer.ts';
import type { Conversation } from '../conversation/conversation.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import type { ComposeDigest, DigestDelivery, DrawDigest, PreviewDigest } from '../digest/post.ts';
import type { NudgeItem } from '../digest/nudge.ts';
import type { DeliveryPlaces } from '../digest/scheduler.ts';
import type { Language } from '../domain/language.ts';
import type { Target } from '../domain/light.ts';
import type { ModelStatus } from '../model/create-model.ts';
import type { AnnouncementDelivery } from '../status/announcer.ts';
import type { CompleteCommand } from '../status/command.ts';
import type { UpdateFields } from '../status/events.ts';
import type { FindUsers } from '../status/import-people.ts';
import type { StatusOutcome } from '../status/outcome.ts';
import type { LookUpUser } from '../status/user-lookup.ts';

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
  /** The history entry that the caller saw standing, null for none; another one standing makes the command an `overtaken` one. */
  ifLatest?: number | null;
  /** The language of files for a user who has chosen none. */
  language?: Language;
};

/** What Slack does for the rest of Valo while it is connected. */
export type SlackSide = {
  lookUpUser: LookUpUser;
  findUsers: FindUsers;
  announcements: AnnouncementDelivery;
  deliveries: DeliveryPlaces;
};

/** What a channel is bound to; nulls for a channel that is bound to nothing. */
export type ChannelSettings = { programme: string | null; language: Language | null };

/** What Slack's listeners ask of the rest of Valo. */
export type SlackPorts = {
  ask: Ask;
  /** Carries out what stands after "/lv". Rejects only for faults of the program. */
  runCommand: (text: string, caller: CommandCaller) => Promise<StatusOutcome>;
  /** Carries out a command that needs no reading. */
  execute: (command: CompleteCommand, caller: CommandCaller) => Promise<StatusOutcome>;
  /** Posts an update as from a form. */
  postUpdate: (target: Target, fields: UpdateFields, caller: CommandCaller) => Promise<StatusOutcome>;
  /** What a CSV file would change. Nothing is changed before its confirmation is run as a command. */
  previewImport: (file: Uint8Array, caller: CommandCaller) => Promise<StatusOutcome>;
  /** Called once connected, with what Slack can do from then on. */
  connect: (slack: SlackSide) => Promise<void>;
  /** Called before the stop, while Slack still takes messages. */
  disconnect: () => Promise<void>;
  /** The language that a user chose for commands, null when none. */
  storedLanguage: (user: string) => Promise<Language | null>;
  channelSettings: (channel: string) => Promise<ChannelSettings>;
  /** Threads, questions, feedback and curated answers. */
  conversation: Conversation;
  composeDigest: ComposeDigest;
  previewDigest: PreviewDigest;
  drawDigest: DrawDigest;
  digestDelivery: DigestDelivery;
  /** What waits for a person's update at this moment. */
  nudgeItemsOf: (user: string) => Promise<readonly NudgeItem[]>;
  catalogue: () => Catalogue;
  /** The state of the language model, null where answers do without one. */
  modelStatus: () => ModelStatus | null;
  now: () => Date;
};
