import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Ask } from '../../src/answer/answer.ts';
import { type Conversation, createConversation } from '../../src/conversation/conversation.ts';
import { createCuratedAsk } from '../../src/conversation/curated-ask.ts';
import { conversationSchema, emptyConversation } from '../../src/conversation/data.ts';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import { createDrawDigest } from '../../src/digest/draw.ts';
import { createDigests, timetablesOf } from '../../src/digest/gather.ts';
import { nextSlot } from '../../src/digest/schedule.ts';
import { createScheduler, type Scheduler } from '../../src/digest/scheduler.ts';
import { createDeliveryRecords } from '../../src/status/delivery-records.ts';
import { renderPng } from '../../src/digest/png.ts';
import { loadCatalogue } from '../../src/ingest/catalogue.ts';
import type { LoopbackMessage } from '../../src/playground/workspace.ts';
import { botUser } from '../../src/playground/workspace.ts';
import { createSlackApp, type SlackApp } from '../../src/slack/app.ts';
import { plainText } from '../../src/slack/plain-text.ts';
import type { SlackPorts, SlackSide } from '../../src/slack/ports.ts';
import { openJsonFile } from '../../src/status/json-file.ts';
import { openJsonStore } from '../../src/status/json-store.ts';
import { createStatusService } from '../../src/status/service.ts';
import type { StatusStore } from '../../src/status/store.ts';
import { targetDirectory } from '../../src/status/targets.ts';
import { pictureTexts } from '../../src/texts/digest/picture-texts.ts';
import { appToken, botToken, channel, FaultySlack } from './faulty-slack.ts';
import { testNow } from './fake-ports.ts';
import { sampleAnswer } from './samples.ts';

const root = join(import.meta.dirname, '../..');

/** The shipped documents and knowledge. */
export async function shippedCatalogue(): Promise<Catalogue> {
  return (await loadCatalogue({ seeds: join(root, 'seeds'), knowledge: join(root, 'knowledge') })).catalogue;
}

export type RealOptions = {
  catalogue: Catalogue;
  ask?: Ask;
  /** Default: no model. */
  modelStatus?: SlackPorts['modelStatus'];
  /** Gets each log line; default none. */
  log?: (line: string) => void;
  /** Slack user ids that are always admins. */
  admins?: readonly string[];
};

/** Valo on the loopback Slack with its real lights and conversations, on files in a folder of its own. */
export class RealApp {
  readonly faulty: FaultySlack;
  readonly folder: string;
  now: Date = testNow;
  /** Lines of digests and reminders for whoever runs Valo. */
  readonly log: string[] = [];
  readonly #options: RealOptions;
  #app: SlackApp | null = null;
  #store: StatusStore | null = null;
  #conversation: Conversation | null = null;
  #ports: SlackPorts | null = null;
  #scheduler: Scheduler | null = null;

  private constructor(faulty: FaultySlack, folder: string, options: RealOptions) {
    this.faulty = faulty;
    this.folder = folder;
    this.#options = options;
  }

  static async start(options: RealOptions): Promise<RealApp> {
    const folder = await mkdtemp(join(tmpdir(), 'valo-app-'));
    const real = new RealApp(await FaultySlack.start(), folder, options);
    await real.#open();
    return real;
  }

  get slack() {
    return this.faulty.slack;
  }

  get app(): SlackApp {
    if (this.#app === null) throw new Error('The app is not running');
    return this.#app;
  }

  /** Moves the clock, and lets Valo deal with the digests and reminders that are due by then. */
  async lookAt(now: string): Promise<void> {
    this.now = new Date(now);
    // A look that is under way began before the clock was moved.
    await this.#scheduler?.runDue();
    await this.#scheduler?.runDue();
  }

  get store(): StatusStore {
    if (this.#store === null) throw new Error('The app is not running');
    return this.#store;
  }

  get conversation(): Conversation {
    if (this.#conversation === null) throw new Error('The app is not running');
    return this.#conversation;
  }

  /** What the app works with, for another app on the same files. */
  get ports(): SlackPorts {
    if (this.#ports === null) throw new Error('The app is not running');
    return this.#ports;
  }

  /** Valo's messages, oldest first. */
  get said(): LoopbackMessage[] {
    return this.slack.workspace.messages.filter((message) => message.user === botUser.id);
  }

  get last(): LoopbackMessage {
    const last = this.said.at(-1);
    if (last === undefined) throw new Error('Valo has said nothing');
    return last;
  }

  /** Runs a command in the channel; the last thing said, as text. */
  async command(user: { id: string }, text: string, triggerId?: string): Promise<string> {
    const trigger = triggerId === undefined ? {} : { triggerId };
    await this.slack.command({ user: user.id, channel, text, ...trigger });
    await this.app.idle();
    return plainText(this.said.at(-1)?.blocks ?? []);
  }

  async restart(): Promise<void> {
    await this.#close();
    await this.#open();
  }

  async stop(): Promise<void> {
    await this.#close();
    await this.faulty.close();
    await rm(this.folder, { recursive: true });
  }

  async #open(): Promise<void> {
    const store = await openJsonStore(this.folder, { warn: () => {} });
    const file = await openJsonFile(join(this.folder, 'conversations.json'), conversationSchema, emptyConversation);
    const conversation = createConversation({
      file,
      now: () => this.now,
      keywordsOf: (text) => text.toLowerCase().match(/\p{L}{4,}/gu) ?? [],
      warn: () => {},
    });
    this.#store = store;
    this.#conversation = conversation;
    this.#ports = this.#compose(store, conversation);
    this.#app = createSlackApp({
      botToken,
      connection: { kind: 'socket', appToken },
      apiUrl: this.slack.apiUrl,
      ports: this.#ports,
      log: this.#options.log ?? (() => {}),
      onStopped: () => store.close(),
    });
    await this.#app.start();
  }

  #compose(store: StatusStore, conversation: Conversation): SlackPorts {
    const { catalogue, ask = async () => sampleAnswer(), admins = [] } = this.#options;
    const directory = targetDirectory(catalogue);
    let side: SlackSide | null = null;
    const { announcements, ...status } = createStatusService({
      store,
      targets: () => directory,
      now: () => this.now,
      admins,
      lookUpUser: async (user) => (side === null ? null : side.lookUpUser(user)),
      findUsers: async (written) => (side === null ? [] : side.findUsers(written)),
      nextDigest: (digest, after, done) => nextSlot(digest, after, done).dueAt,
      warn: () => {},
    });
    const timetables = timetablesOf(catalogue);
    const scheduler = createScheduler({
      records: createDeliveryRecords({ store, now: () => this.now, warn: (line) => this.log.push(line) }),
      facts: () => ({ directory, timetables }),
      now: () => this.now,
      log: (line) => this.log.push(line),
      settleMs: 300,
    });
    this.#scheduler = scheduler;
    return {
      ...status,
      ask: createCuratedAsk({
        ask,
        curatedFor: conversation.curatedFor,
        words: () => ({ title: 'Kollegan vastaus', nobody: 'joku' }),
      }),
      conversation,
      ...createDigests({
        store,
        catalogue: () => catalogue,
        directory: () => directory,
        gaps: conversation.gaps,
        lookUpUser: async (user) => (side === null ? null : side.lookUpUser(user)),
        defaultLanguage: 'fi',
        now: () => this.now,
      }),
      drawDigest: createDrawDigest({ textsOf: pictureTexts, render: renderPng, warn: () => {} }),
      digestDelivery: { postNow: scheduler.postNow },
      nudgeItemsOf: scheduler.nudgeItemsOf,
      catalogue: () => catalogue,
      modelStatus: this.#options.modelStatus ?? (() => null),
      now: () => this.now,
      connect: async (slack) => {
        side = slack;
        await announcements.start(slack.announcements);
        scheduler.start(slack.deliveries);
      },
      disconnect: async () => {
        await scheduler.stop();
        await announcements.stop();
      },
    };
  }

  async #close(): Promise<void> {
    await this.#app?.stop();
    this.#app = null;
  }
}
