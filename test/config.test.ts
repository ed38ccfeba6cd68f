import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Config, loadConfig, settingNames } from '../src/config.ts';
import { readFileSync } from 'node:fs';

const bot = 'xoxb-1-secret';
const app = 'xapp-1-secret';

function configOf(environment: Record<string, string>): Config {
  const result = loadConfig(environment);
  if (!result.ok) throw new Error(result.problem);
  return result.config;
}

function problemOf(environment: Record<string, string>): string {
  const result = loadConfig(environment);
  if (result.ok) throw new Error('the settings were accepted');
  return result.problem;
}

describe('settings', () => {
  it('are all optional: nothing set is the playground on the shipped documents', () => {
    const root = resolve(import.meta.dirname, '..');
    expect(configOf({})).toEqual({
      slack: null,
      model: null,
      dataDir: resolve(root, 'data'),
      databaseUrl: null,
      seedsDir: resolve(root, 'seeds'),
      knowledgeDir: resolve(root, 'knowledge'),
      admins: [],
      questionDays: 90,
      language: 'fi',
      logLevel: 'info',
      now: null,
    });
  });

  it('that are empty or blank count as not set', () => {
    expect(configOf(Object.fromEntries(settingNames.map((name) => [name, ' '])))).toEqual(configOf({}));
  });

  it.each<[string, Record<string, string>, Partial<Config>]>([
    [
      'two tokens are Socket Mode',
      { SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app },
      { slack: { botToken: bot, connection: { kind: 'socket', appToken: app }, apiUrl: null } },
    ],
    [
      'a signing secret and a port are HTTP',
      { SLACK_BOT_TOKEN: bot, SLACK_SIGNING_SECRET: 's', PORT: '3000' },
      { slack: { botToken: bot, connection: { kind: 'http', signingSecret: 's', port: 3000 }, apiUrl: null } },
    ],
    [
      'Socket Mode goes before HTTP where both are set',
      { SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app, SLACK_SIGNING_SECRET: 's', PORT: '3000' },
      { slack: { botToken: bot, connection: { kind: 'socket', appToken: app }, apiUrl: null } },
    ],
    [
      "the Web API's address gets its trailing slash",
      { SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app, SLACK_API_URL: 'http://127.0.0.1:9/api' },
      {
        slack: { botToken: bot, connection: { kind: 'socket', appToken: app }, apiUrl: 'http://127.0.0.1:9/api/' },
      },
    ],
    ['a port alone is the playground', { PORT: '8080' }, { slack: null }],
    [
      'a local model server needs no key',
      { OPENAI_BASE_URL: 'http://localhost:11434/v1', OPENAI_MODEL: 'm' },
      {
        model: {
          apiKey: null,
          baseUrl: 'http://localhost:11434/v1',
          model: 'm',
          embeddingModel: null,
          embeddingDimensions: null,
          embeddingWeight: 0.2,
          rewrites: true,
          expands: false,
          inputTokens: 6_000,
          outputTokens: 1_500,
          tokensPerDay: 1_000_000,
          questionsPerMinute: 6,
        },
      },
    ],
    [
      'the model has its limits',
      {
        OPENAI_API_KEY: 'sk-x',
        OPENAI_EMBEDDING_MODEL: 'e',
        LV_EMBEDDING_DIMENSIONS: '256',
        LV_EMBEDDING_WEIGHT: '0',
        LV_MODEL_REWRITE: 'off',
        LV_MODEL_EXPAND: 'on',
        LV_MODEL_INPUT_TOKENS: '2000',
        LV_MODEL_OUTPUT_TOKENS: '300',
        LV_MODEL_TOKENS_PER_DAY: '0',
        LV_MODEL_QUESTIONS_PER_MINUTE: '1',
      },
      {
        model: {
          apiKey: 'sk-x',
          baseUrl: null,
          model: null,
          embeddingModel: 'e',
          embeddingDimensions: 256,
          embeddingWeight: 0,
          rewrites: false,
          expands: true,
          inputTokens: 2_000,
          outputTokens: 300,
          tokensPerDay: 0,
          questionsPerMinute: 1,
        },
      },
    ],
    [
      'folders are made absolute',
      { LV_DATA_DIR: 'elsewhere', SEEDS_DIR: '/s' },
      { dataDir: resolve('elsewhere'), seedsDir: '/s' },
    ],
    ['admins are separated by commas or spaces', { LV_ADMINS: 'U012AB, W3  U4' }, { admins: ['U012AB', 'W3', 'U4'] }],
    ['an instant fixes the clock', { LV_NOW: '2026-11-22T09:00:00+02:00' }, { now: new Date('2026-11-22T07:00:00Z') }],
    ['a day alone is its noon', { LV_NOW: '2026-11-22' }, { now: new Date('2026-11-22T12:00:00Z') }],
    [
      'the language and the log level are named',
      { LV_LANGUAGE: 'sv', LV_LOG_LEVEL: 'warn' },
      { language: 'sv', logLevel: 'warn' },
    ],
    [
      'a database is PostgreSQL',
      { DATABASE_URL: 'postgresql://u:p@h/valo' },
      { databaseUrl: 'postgresql://u:p@h/valo' },
    ],
  ])('%s', (_, environment, expected) => {
    expect(configOf(environment)).toMatchObject(expected);
  });
});

describe('a wrong setting', () => {
  it.each<[string, Record<string, string>]>([
    ['LV_MODEL_REWRITE', { OPENAI_API_KEY: 'sk-x', LV_MODEL_REWRITE: 'maybe' }],
    ['LV_MODEL_INPUT_TOKENS', { OPENAI_API_KEY: 'sk-x', LV_MODEL_INPUT_TOKENS: '10' }],
    ['LV_MODEL_OUTPUT_TOKENS', { OPENAI_API_KEY: 'sk-x', LV_MODEL_OUTPUT_TOKENS: 'many' }],
    ['LV_MODEL_TOKENS_PER_DAY', { OPENAI_API_KEY: 'sk-x', LV_MODEL_TOKENS_PER_DAY: '-1' }],
    ['LV_MODEL_QUESTIONS_PER_MINUTE', { OPENAI_API_KEY: 'sk-x', LV_MODEL_QUESTIONS_PER_MINUTE: '1.5' }],
    ['SLACK_BOT_TOKEN', { SLACK_BOT_TOKEN: app, SLACK_APP_TOKEN: app }],
    ['SLACK_APP_TOKEN', { SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: bot }],
    ['SLACK_APP_TOKEN', { SLACK_BOT_TOKEN: bot }],
    ['SLACK_BOT_TOKEN', { SLACK_APP_TOKEN: app }],
    ['LV_EMBEDDING_DIMENSIONS', { LV_EMBEDDING_DIMENSIONS: '2.5' }],
    ['LV_EMBEDDING_WEIGHT', { LV_EMBEDDING_WEIGHT: '1.1' }],
    ['SLACK_BOT_TOKEN', { SLACK_SIGNING_SECRET: 'very-secret', PORT: '3000' }],
    ['PORT', { SLACK_BOT_TOKEN: bot, SLACK_SIGNING_SECRET: 'very-secret' }],
    ['PORT', { PORT: 'http' }],
    ['PORT', { PORT: '70000' }],
    ['PORT', { PORT: '80.5' }],
    ['SLACK_API_URL', { SLACK_API_URL: 'slack.com/api' }],
    ['SLACK_API_URL', { SLACK_API_URL: 'file:///etc/' }],
    ['OPENAI_API_KEY', { OPENAI_MODEL: 'm' }],
    ['OPENAI_API_KEY', { OPENAI_EMBEDDING_MODEL: 'm' }],
    ['OPENAI_BASE_URL', { OPENAI_API_KEY: 'sk-very-secret', OPENAI_BASE_URL: 'localhost' }],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://root:very-secret@db/valo' }],
    ['LV_ADMINS', { LV_ADMINS: 'U1,@anna' }],
    ['LV_QUESTION_DAYS', { LV_QUESTION_DAYS: '0' }],
    ['LV_LANGUAGE', { LV_LANGUAGE: 'de' }],
    ['LV_LOG_LEVEL', { LV_LOG_LEVEL: 'loud' }],
    ['LV_NOW', { LV_NOW: 'yesterday' }],
    ['LV_NOW', { LV_NOW: '2026-11-22T09:00:00' }],
    ['LV_NOW', { LV_NOW: '2026-02-30' }],
  ])('%s is named in one line that says how to mend it and shows no secret (%j)', (setting, environment) => {
    const problem = problemOf(environment);
    expect(problem).toMatch(new RegExp(`^${setting}: (must|is missing) .{10,}\\.$`));
    expect(problem).not.toContain('secret');
  });
});

describe('.env.example', () => {
  const lines = readFileSync(resolve(import.meta.dirname, '../.env.example'), 'utf8').split('\n');

  it('lists every setting, each switched off, with one line that explains it', () => {
    const listed = lines.flatMap((line, at) => {
      const [, name] = /^# ?([A-Z_]+)=/.exec(line) ?? [];
      return name === undefined ? [] : [{ name, explained: /^# \S/.test(lines[at - 1] ?? '') }];
    });
    expect(listed.map(({ name }) => name).toSorted()).toEqual([...settingNames].toSorted());
    expect(listed.filter(({ explained }) => !explained)).toEqual([]);
  });
});
