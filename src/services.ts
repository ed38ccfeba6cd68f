import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { Ask } from './answer/answer.ts';
import { createAsk } from './answer/ask.ts';
import { type Config, SettingProblem } from './config.ts';
import type { Catalogue } from './domain/catalogue.ts';
import { type Folders, type LoadedCatalogue, loadCatalogue } from './ingest/catalogue.ts';
import { type CorpusRecordPort, type IngestReport, reportChanges } from './ingest/changes.ts';
import { openJsonStore } from './status/json-store.ts';
import { type StatusService, createStatusService } from './status/service.ts';
import type { StatusStore } from './status/store.ts';
import { targetDirectory } from './status/targets.ts';

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
export type Answering = { ask: Ask; catalogue: () => Catalogue; now: () => Date };

/** Everything behind Slack, the playground and the terminal. */
export type Services = Answering &
  Pick<StatusService, 'runCommand' | 'storedLanguage' | 'channelSettings'> & {
    /** Waits for what is under way, then closes the store. */
    close: () => Promise<void>;
  };

/**
 * Puts Valo together: documents, knowledge, answers, lights and their store. Documents that cannot be served are told to `warn`.
 * Throws a SettingProblem, KnowledgeError or StoreError, each with one line for the operator.
 */
export async function createServices(config: Config, overrides: Overrides = {}): Promise<Services> {
  const answering = await createAnswering(config, overrides);
  const { catalogue, now } = answering;
  const warn = warnerOf(overrides);
  const store = overrides.store ?? (await openStore(config, warn));
  const directory = targetDirectory(catalogue());
  const status = createStatusService({ store, targets: () => directory, now, admins: config.admins, warn });
  const { runCommand, storedLanguage, channelSettings } = status;
  return { ...answering, runCommand, storedLanguage, channelSettings, close: () => store.close() };
}

/** The part that answers questions, without lights. Throws as `createServices` does. */
export async function createAnswering(config: Config, overrides: Overrides = {}): Promise<Answering> {
  const warn = warnerOf(overrides);
  const { catalogue } = await openCatalogue(config, warn);
  if (config.model !== null) {
    warn('OPENAI_API_KEY, OPENAI_BASE_URL: no model is used by this version; answers come from the documents alone.');
  }
  return {
    ask: createAsk(catalogue),
    catalogue: () => catalogue,
    now: overrides.now ?? (() => config.now ?? new Date()),
  };
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

function warnerOf({ warn }: Overrides): (line: string) => void {
  return warn ?? ((line) => process.stderr.write(`${line}\n`));
}
