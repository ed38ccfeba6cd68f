import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { Ask } from './answer/answer.ts';
import { type Gather, openGather } from './answer/ask.ts';
import { createExpandingGather } from './answer/expand-question.ts';
import { createModelAsk } from './answer/write.ts';
import { createCuratedAsk } from './conversation/curated-ask.ts';
import { type Conversation, createConversation } from './conversation/conversation.ts';
import { conversationSchema, emptyConversation } from './conversation/data.ts';
import { createDrawDigest } from './digest/draw.ts';
import { createDigests, timetablesOf } from './digest/gather.ts';
import { renderPng } from './digest/png.ts';
import type { ComposeDigest, DigestDelivery, DrawDigest, PreviewDigest } from './digest/post.ts';
import { nextSlot } from './digest/schedule.ts';
import { createScheduler, type DeliveryPlaces, type Scheduler } from './digest/scheduler.ts';
import { type Config, type ModelConfig, SettingProblem } from './config.ts';
import type { EmbeddingReport } from './answer/embed-corpus.ts';
import { type CorpusEmbedding, openEmbedding, startEmbedding } from './embedding.ts';
import type { Catalogue } from './domain/catalogue.ts';
import type { Language } from './domain/language.ts';
import { indexFiles } from './index-files.ts';
import { type Learned, learn } from './learn/learn.ts';
import { type OpenedDocument, openNewDocument } from './learn/new-document.ts';
import { type Folders, type LoadedCatalogue, inspectCatalogue, loadCatalogue } from './ingest/catalogue.ts';
import { type CorpusRecordPort, type IngestReport, reportChanges } from './ingest/changes.ts';
import { createModel, type Model, type ModelStatus } from './model/create-model.ts';
import { createComplete, openClient } from './model/openai.ts';
import { type DayUsage, dayUsageSchema } from './model/guard.ts';
import { analyse } from './retrieval/analysis.ts';
import type { AnnouncementDelivery } from './status/announcer.ts';
import { createDeliveryRecords } from './status/delivery-records.ts';
import type { FindUsers } from './status/import-people.ts';
import { openJsonFile } from './status/json-file.ts';
import { openJsonStore } from './status/json-store.ts';
import { type StatusService, createStatusService } from './status/service.ts';
import type { StatusStore } from './status/store.ts';
import { targetDirectory } from './status/targets.ts';
import { type LookUpUser, rememberUsers } from './status/user-lookup.ts';
import { pictureTexts } from './texts/digest/picture-texts.ts';
import { terminalTextsIn } from './texts/terminal/terminal.ts';
import { textsIn } from './texts/texts.ts';

/** What a test or a bench puts in place of the real thing. */
export type Overrides = {
  /** The clock; default LV_NOW, else the running one. */
  now?: () => Date;
  /** The store; default the JSON store in the data folder. It is closed with the services. */
  store?: StatusStore;
  /** Told in one line of what an operator should know; default standard error. */
  warn?: (line: string) => void;
};

/** What answers questions. It holds no files open and may run beside others on the same folders. */
export type Answering = {
  ask: Ask;
  catalogue: () => Catalogue;
  now: () => Date;
  /** Null without a model. */
  modelStatus: () => ModelStatus | null;
};

/** What Slack knows and does for the rest while it is connected. */
export type SlackSide = {
  lookUpUser: LookUpUser;
  findUsers: FindUsers;
  announcements: AnnouncementDelivery;
  deliveries: DeliveryPlaces;
};

/** Everything behind Slack, the playground and the terminal. */
export type Services = Answering &
  Pick<
    StatusService,
    'runCommand' | 'execute' | 'postUpdate' | 'previewImport' | 'storedLanguage' | 'channelSettings' | 'state'
  > & {
    conversation: Conversation;
    composeDigest: ComposeDigest;
    previewDigest: PreviewDigest;
    drawDigest: DrawDigest;
    digestDelivery: DigestDelivery;
    nudgeItemsOf: Scheduler['nudgeItemsOf'];
    /** Called once connected to Slack: announcements, digests and reminders begin, and people are looked up. */
    connect: (slack: SlackSide) => Promise<void>;
    /** Called before the stop, while Slack still takes messages: what is under way ends, and what waits is announced. */
    disconnect: () => Promise<void>;
    /** Waits for what is under way, then closes the store. */
    close: () => Promise<void>;
  };

/**
 * Puts Valo together: documents, knowledge, answers, lights and their store. Documents that cannot be served are told to `warn`.
 * Throws a SettingProblem, KnowledgeError or StoreError, each with one line for the operator.
 */
export async function createServices(config: Config, overrides: Overrides = {}): Promise<Services> {
  const { answering, model, embedding } = await openAnswering(config, overrides);
  const { catalogue, now } = answering;
  const warn = warnerOf(overrides);
  const store = overrides.store ?? (await openStore(config, warn));
  const conversation = await openConversation(config, now, warn);
  if (model !== null) await keepUsage(config, model);
  const directory = targetDirectory(catalogue());
  const stopEmbedding = startEmbedding(embedding, warn);
  let slack: SlackSide | null = null;
  const lookUpUser: LookUpUser = async (user) => (slack === null ? null : slack.lookUpUser(user));
  const { announcements, ...status } = createStatusService({
    store,
    targets: () => directory,
    now,
    admins: config.admins,
    lookUpUser,
    findUsers: async (written) => (slack === null ? [] : slack.findUsers(written)),
    nextDigest: (digest, after, done) => nextSlot(digest, after, done).dueAt,
    warn,
  });
  const timetables = timetablesOf(catalogue());
  const scheduler = createScheduler({
    records: createDeliveryRecords({ store, now, warn }),
    facts: () => ({ directory, timetables }),
    now,
    log: warn,
  });
  return {
    ...answering,
    ...status,
    ask: withCuratedAnswers(answering.ask, conversation),
    conversation,
    ...createDigests({
      store,
      catalogue,
      directory: () => directory,
      gaps: conversation.gaps,
      lookUpUser: rememberUsers(lookUpUser, now),
      defaultLanguage: config.language,
      now,
    }),
    digestDelivery: { postNow: scheduler.postNow },
    nudgeItemsOf: scheduler.nudgeItemsOf,
    drawDigest: createDrawDigest({ textsOf: pictureTexts, render: renderPng, warn }),
    connect: async (side) => {
      slack = side;
      await announcements.start(side.announcements);
      scheduler.start(side.deliveries);
    },
    disconnect: async () => {
      await scheduler.stop();
      await announcements.stop();
    },
    close: async () => {
      await stopEmbedding();
      await conversation.flush();
      await store.close();
    },
  };
}

/** The part that answers questions, without lights. Throws as `createServices` does. */
export async function createAnswering(config: Config, overrides: Overrides = {}): Promise<Answering> {
  const { answering, embedding } = await openAnswering(config, overrides);
  const missing = embedding?.missing() ?? 0;
  if (missing > 0) warnerOf(overrides)(terminalTextsIn('en').vectors.missing(missing));
  return answering;
}

type OpenedAnswering = { answering: Answering; model: Model | null; embedding: CorpusEmbedding | null };

async function openAnswering(config: Config, overrides: Overrides): Promise<OpenedAnswering> {
  const warn = warnerOf(overrides);
  const { catalogue } = await openCatalogue(config, warn);
  const now = overrides.now ?? (() => config.now ?? new Date());
  const embedding = await openEmbedding(catalogue, config, warn);
  const gather = await openGather(catalogue, indexFiles(join(config.dataDir, 'index')), embedding?.findSimilar);
  // Limits of a minute and a day go by the running clock, whatever day the answers are given for.
  const clock = overrides.now ?? (() => new Date());
  const model = config.model === null ? null : createModel(config.model, { now: clock, warn });
  const ask = config.model === null || model === null ? withoutModel(gather) : withModel(gather, model, config.model);
  const answering = { ask, catalogue: () => catalogue, now, modelStatus: () => model?.status() ?? null };
  return { answering, model, embedding };
}

function withoutModel(gather: Gather): Ask {
  return async (question) => (await gather(question)).answer;
}

function withModel(gather: Gather, model: Model, settings: ModelConfig): Ask {
  const { expands, rewrites } = settings;
  const gathering = expands ? createExpandingGather({ gather, complete: model.complete }) : gather;
  return createModelAsk({ ...model, gather: gathering, size: settings, rewrites });
}

/** Embeds the documents that can be served; null where no model for that is set or used. Throws as `createServices` does. */
export async function embedDocuments(
  config: Config,
  run: Parameters<CorpusEmbedding['complete']>[0],
): Promise<EmbeddingReport | null> {
  if (config.model?.embeddingModel == null) return null;
  const { catalogue } = await inspectCatalogue(await requireFolders(config));
  const embedding = await openEmbedding(catalogue, config, () => {});
  return embedding === null ? null : embedding.complete(run);
}

/** Documents and knowledge, with what could not be served told to `warn`. Throws as `createServices` does. */
export async function openCatalogue(config: Config, warn: (line: string) => void): Promise<LoadedCatalogue> {
  const { seeds, knowledge } = await requireFolders(config);
  const loaded = await loadCatalogue({ seeds, knowledge });
  for (const { file, problem } of loaded.problems) warn(`${join(seeds, file)}: ${problem}`);
  if (loaded.leftAside > 0) {
    warn(`${knowledge}: ${loaded.leftAside} curated facts are left aside, as their documents are not in ${seeds}.`);
  }
  return loaded;
}

/** What might be added to the knowledge from one document; `path` is absolute. Throws as `createServices` does. */
export async function learnDocument(
  config: Config,
  path: string,
): Promise<{ ok: true; learned: Learned } | Extract<OpenedDocument, { ok: false }>> {
  const opened = await openNewDocument(await requireFolders(config), path);
  if (!opened.ok) return opened;
  const { model } = config;
  const complete = model === null ? null : createComplete(openClient(model, learnersPatience), model, learnersPatience);
  return { ok: true, learned: await learn(opened.document, complete, new AbortController().signal) };
}

/** Whoever learns from a document waits for a long result, in milliseconds. */
const learnersPatience = { attemptMs: 120_000, callMs: 180_000 };

/** What has changed in the documents since `record` was written, which is then brought up to date. Throws as `createServices` does. */
export async function reviewCorpus(config: Config, record: CorpusRecordPort): Promise<IngestReport> {
  return reportChanges(await requireFolders(config), record);
}

async function requireFolders({ seedsDir: seeds, knowledgeDir: knowledge }: Config): Promise<Folders> {
  await requireFile('SEEDS_DIR', seeds, 'sources.json', 'the folder of the documents and their manifest');
  await requireFile('KNOWLEDGE_DIR', knowledge, 'legend.json', 'the folder of curated knowledge');
  return { seeds, knowledge };
}

async function requireFile(setting: string, folder: string, file: string, meaning: string): Promise<void> {
  try {
    await access(join(folder, file));
  } catch {
    throw new SettingProblem(`${setting}: ${folder} holds no readable ${file}; give ${meaning}.`);
  }
}

async function openStore(config: Config, warn: (line: string) => void): Promise<StatusStore> {
  if (config.databaseUrl !== null) {
    throw new SettingProblem(
      'DATABASE_URL: PostgreSQL is not supported by this version; leave it out to keep the lights in LV_DATA_DIR.',
    );
  }
  return openJsonStore(config.dataDir, { warn });
}

/** Beside the store and under its lock: opened after it. */
async function openConversation(config: Config, now: () => Date, warn: (line: string) => void): Promise<Conversation> {
  const file = await openJsonFile(join(config.dataDir, 'conversations.json'), conversationSchema, emptyConversation);
  for (const aside of file.setAside) warn(`${aside}: what was kept of conversations was unreadable and is set aside`);
  const keywordsOf = (text: string, language: Language) =>
    analyse(text, language).flatMap(({ stop, kind, stem }) => (stop || kind === 'derived' ? [] : [stem]));
  return createConversation({ file, now, keywordsOf, warn, retention: { questionDays: config.questionDays } });
}

/** The tokens of the day count on over a restart. Beside the store and under its lock. */
async function keepUsage({ dataDir }: Config, model: Model): Promise<void> {
  const none: DayUsage = { day: '', tokens: 0 };
  model.keepUsageIn(await openJsonFile(join(dataDir, 'model-usage.json'), dayUsageSchema, none));
}

function withCuratedAnswers(ask: Ask, { curatedFor }: Conversation): Ask {
  return createCuratedAsk({
    ask,
    curatedFor,
    words: (language) => {
      const { feedback, lights } = textsIn(language);
      return { title: feedback.curatedTitle, nobody: lights.somebodyForgotten };
    },
  });
}

function warnerOf({ warn }: Overrides): (line: string) => void {
  return warn ?? ((line) => process.stderr.write(`${line}\n`));
}
