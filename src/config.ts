import { resolve } from 'node:path';
import { z } from 'zod';
import { type Language, languageSchema } from './domain/language.ts';

/** How Slack is reached: over Socket Mode or over signed HTTP. */
export type SlackConfig = {
  botToken: string;
  connection: { kind: 'socket'; appToken: string } | { kind: 'http'; signingSecret: string; port: number };
  /** The Web API's address with its trailing slash; null for Slack's own. */
  apiUrl: string | null;
};

/** An OpenAI-compatible endpoint and what it may be asked. Null where the endpoint's own default holds. */
export type ModelConfig = {
  apiKey: string | null;
  baseUrl: string | null;
  model: string | null;
  embeddingModel: string | null;
  /** Numbers of a vector; null for the model's own number. */
  embeddingDimensions: number | null;
  /** How much similarity counts beside words in what is found, 0 to 1. */
  embeddingWeight: number;
  /** Whether the model writes out questions within a thread before they are answered. */
  rewrites: boolean;
  /** Whether a question without an answer is asked once more in other words by the model. */
  expands: boolean;
  /** Most tokens of one request, as estimated, and of one result. */
  inputTokens: number;
  outputTokens: number;
  /** Tokens of one Helsinki day. */
  tokensPerDay: number;
  /** Questions of one user in a minute. */
  questionsPerMinute: number;
};

export const logLevels = ['debug', 'info', 'warn', 'error'] as const;

/** All settings, checked. Folders are absolute. */
export type Config = {
  /** Null opens the playground. */
  slack: SlackConfig | null;
  /** Null answers from the embedded retrieval alone. */
  model: ModelConfig | null;
  dataDir: string;
  /** A PostgreSQL connection string in place of the data folder, or null. */
  databaseUrl: string | null;
  seedsDir: string;
  knowledgeDir: string;
  /** Slack user ids that may set every light. */
  admins: readonly string[];
  /** Days for which questions are kept. */
  questionDays: number;
  /** The language of users whose own is not known. */
  language: Language;
  logLevel: (typeof logLevels)[number];
  /** The instant at which the clock stands still, or null for the running clock. */
  now: Date | null;
};

/** `problem` is one line that names the setting and how to mend it, without the value of any secret. */
export type ConfigResult = { ok: true; config: Config } | { ok: false; problem: string };

/** A setting that keeps Valo from starting. The message is one line for whoever runs it. */
export class SettingProblem extends Error {
  override readonly name = 'SettingProblem';
}

type Environment = Readonly<Record<string, string | undefined>>;

const projectRoot = resolve(import.meta.dirname, '..');

const httpUrl = z.url({ protocol: /^https?$/ });
const folder = z.string().transform((path) => resolve(path));
const userIds = z
  .string()
  .transform((ids) => ids.split(/[\s,;]+/).filter((id) => id !== ''))
  .pipe(z.array(z.string().regex(/^[UW][A-Z0-9]+$/)));
const instant = z.union([z.iso.datetime({ offset: true }), z.iso.date().transform((day) => `${day}T12:00:00Z`)]);

const settingsSchema = z
  .object({
    SLACK_BOT_TOKEN: z.string().startsWith('xoxb-'),
    SLACK_APP_TOKEN: z.string().startsWith('xapp-'),
    SLACK_SIGNING_SECRET: z.string(),
    PORT: z.coerce.number().int().min(1).max(65_535),
    SLACK_API_URL: httpUrl.transform((url) => (url.endsWith('/') ? url : `${url}/`)),
    OPENAI_API_KEY: z.string(),
    OPENAI_BASE_URL: httpUrl,
    OPENAI_MODEL: z.string(),
    OPENAI_EMBEDDING_MODEL: z.string(),
    LV_EMBEDDING_DIMENSIONS: z.coerce.number().int().min(8).max(8192),
    LV_EMBEDDING_WEIGHT: z.coerce.number().min(0).max(1),
    LV_MODEL_REWRITE: z.enum(['on', 'off']),
    LV_MODEL_EXPAND: z.enum(['on', 'off']),
    LV_MODEL_INPUT_TOKENS: z.coerce.number().int().min(1_000).max(100_000),
    LV_MODEL_OUTPUT_TOKENS: z.coerce.number().int().min(200).max(10_000),
    LV_MODEL_TOKENS_PER_DAY: z.coerce.number().int().min(0).max(1_000_000_000),
    LV_MODEL_QUESTIONS_PER_MINUTE: z.coerce.number().int().min(0).max(1_000),
    LV_DATA_DIR: folder,
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
    SEEDS_DIR: folder,
    KNOWLEDGE_DIR: folder,
    LV_ADMINS: userIds,
    LV_QUESTION_DAYS: z.coerce.number().int().min(1).max(3650),
    LV_LANGUAGE: languageSchema,
    LV_LOG_LEVEL: z.enum(logLevels),
    LV_NOW: instant.transform((written) => new Date(written)),
  })
  .partial();
type Settings = z.infer<typeof settingsSchema>;

/** What a value that was refused should have been. Settings that take any text are not here. */
const mend: Readonly<Record<string, string>> = {
  SLACK_BOT_TOKEN:
    'must begin with "xoxb-"; copy the Bot User OAuth Token from "OAuth & Permissions" at api.slack.com/apps',
  SLACK_APP_TOKEN:
    'must begin with "xapp-"; create an app-level token with the scope connections:write under "Basic Information" at api.slack.com/apps',
  PORT: 'must be a whole number from 1 to 65535, such as 3000',
  SLACK_API_URL: "must be an address such as https://slack.com/api/; leave it out for Slack's own",
  OPENAI_BASE_URL: 'must be an address such as https://api.openai.com/v1',
  LV_EMBEDDING_DIMENSIONS:
    "must be a whole number from 8 to 8192, such as 256; leave it out for the model's own number",
  LV_EMBEDDING_WEIGHT: 'must be a number from 0 (words alone) to 1 (similarity alone), such as 0.2',
  LV_MODEL_REWRITE: 'must be on or off',
  LV_MODEL_EXPAND: 'must be on or off',
  LV_MODEL_INPUT_TOKENS: 'must be a whole number from 1000 to 100000, such as 6000',
  LV_MODEL_OUTPUT_TOKENS: 'must be a whole number from 200 to 10000, such as 1500',
  LV_MODEL_TOKENS_PER_DAY: 'must be a whole number of tokens from 0, such as 1000000',
  LV_MODEL_QUESTIONS_PER_MINUTE: 'must be a whole number from 0 to 1000, such as 6',
  DATABASE_URL:
    'must be an address such as postgres://user:password@localhost:5432/valo; leave it out for the JSON store',
  LV_ADMINS:
    'must be Slack user ids separated by commas, such as U012AB3CD,U045EF6GH; a profile in Slack shows its id under "Copy member ID"',
  LV_QUESTION_DAYS: 'must be a whole number of days from 1 to 3650, such as 90',
  LV_LANGUAGE: 'must be fi, sv or en',
  LV_LOG_LEVEL: 'must be debug, info, warn or error',
  LV_NOW: 'must be an ISO instant such as 2026-11-22T09:00:00+02:00; leave it out for the running clock',
};

/** The names of all settings. */
export const settingNames = settingsSchema.keyof().options;

/** Reads the settings once. An empty or blank value counts as not set; other variables are ignored. */
export function loadConfig(environment: Environment): ConfigResult {
  const given = Object.fromEntries(
    settingNames.flatMap((name) => {
      const value = environment[name]?.trim() ?? '';
      return value === '' ? [] : [[name, value]];
    }),
  );
  const parsed = settingsSchema.safeParse(given);
  if (!parsed.success) {
    const wrong = String(parsed.error.issues[0]?.path[0]);
    return { ok: false, problem: `${wrong}: ${mend[wrong] ?? 'must be text'}.` };
  }
  const settings = parsed.data;
  const slack = readSlack(settings);
  if (typeof slack === 'string') return { ok: false, problem: slack };
  const model = readModel(settings);
  if (typeof model === 'string') return { ok: false, problem: model };
  return { ok: true, config: { slack, model, ...readRest(settings) } };
}

function readRest(settings: Settings): Omit<Config, 'slack' | 'model'> {
  return {
    dataDir: settings.LV_DATA_DIR ?? resolve(projectRoot, 'data'),
    databaseUrl: settings.DATABASE_URL ?? null,
    seedsDir: settings.SEEDS_DIR ?? resolve(projectRoot, 'seeds'),
    knowledgeDir: settings.KNOWLEDGE_DIR ?? resolve(projectRoot, 'knowledge'),
    admins: settings.LV_ADMINS ?? [],
    questionDays: settings.LV_QUESTION_DAYS ?? 90,
    language: settings.LV_LANGUAGE ?? 'fi',
    logLevel: settings.LV_LOG_LEVEL ?? 'info',
    now: settings.LV_NOW ?? null,
  };
}

/** The connection, null for none, or the line that says what is missing. PORT alone is no sign of Slack: many hosts set it. */
function readSlack(settings: Settings): SlackConfig | string | null {
  const {
    SLACK_BOT_TOKEN: botToken,
    SLACK_APP_TOKEN: appToken,
    SLACK_SIGNING_SECRET: signingSecret,
    PORT: port,
  } = settings;
  const apiUrl = settings.SLACK_API_URL ?? null;
  if (botToken === undefined) {
    if (appToken === undefined && signingSecret === undefined) return null;
    const other = appToken === undefined ? 'SLACK_SIGNING_SECRET' : 'SLACK_APP_TOKEN';
    return `SLACK_BOT_TOKEN: is missing although ${other} is set; add the Bot User OAuth Token (xoxb-…), or remove both for the playground.`;
  }
  if (appToken !== undefined) return { botToken, connection: { kind: 'socket', appToken }, apiUrl };
  if (signingSecret === undefined) {
    return 'SLACK_APP_TOKEN: is missing although SLACK_BOT_TOKEN is set; add the app-level token (xapp-…) for Socket Mode, or SLACK_SIGNING_SECRET and PORT for HTTP.';
  }
  if (port === undefined) {
    return 'PORT: is missing although SLACK_SIGNING_SECRET is set; add the port to listen on, such as 3000, or SLACK_APP_TOKEN for Socket Mode.';
  }
  return { botToken, connection: { kind: 'http', signingSecret, port }, apiUrl };
}

/** A key or an address makes a model; a local server may need no key. */
function readModel(settings: Settings): ModelConfig | string | null {
  const apiKey = settings.OPENAI_API_KEY ?? null;
  const baseUrl = settings.OPENAI_BASE_URL ?? null;
  const model = settings.OPENAI_MODEL ?? null;
  const embeddingModel = settings.OPENAI_EMBEDDING_MODEL ?? null;
  if (apiKey !== null || baseUrl !== null) {
    return {
      apiKey,
      baseUrl,
      model,
      embeddingModel,
      embeddingDimensions: settings.LV_EMBEDDING_DIMENSIONS ?? null,
      embeddingWeight: settings.LV_EMBEDDING_WEIGHT ?? 0.2,
      rewrites: settings.LV_MODEL_REWRITE !== 'off',
      expands: settings.LV_MODEL_EXPAND === 'on',
      inputTokens: settings.LV_MODEL_INPUT_TOKENS ?? 6_000,
      outputTokens: settings.LV_MODEL_OUTPUT_TOKENS ?? 1_500,
      tokensPerDay: settings.LV_MODEL_TOKENS_PER_DAY ?? 1_000_000,
      questionsPerMinute: settings.LV_MODEL_QUESTIONS_PER_MINUTE ?? 6,
    };
  }
  if (model === null && embeddingModel === null) return null;
  const named = model === null ? 'OPENAI_EMBEDDING_MODEL' : 'OPENAI_MODEL';
  return `OPENAI_API_KEY: is missing although ${named} is set; add the key, or OPENAI_BASE_URL for a local server without one.`;
}
