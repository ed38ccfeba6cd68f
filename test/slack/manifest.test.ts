import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';

const root = join(import.meta.dirname, '../..');
const text = (length: number) => z.string().min(1).max(length);

/** https://docs.slack.dev/reference/app-manifest, with its limits; unknown keys are errors as they are in Slack. */
const manifestSchema = z.strictObject({
  _metadata: z.strictObject({ major_version: z.literal(2), minor_version: z.number().int() }),
  display_information: z.strictObject({
    name: text(35),
    description: text(140),
    long_description: z.string().min(174).max(4000),
    background_color: z.string().regex(/^#[0-9a-f]{6}$/),
  }),
  features: z.strictObject({
    app_home: z.strictObject({
      home_tab_enabled: z.literal(true),
      messages_tab_enabled: z.literal(true),
      messages_tab_read_only_enabled: z.literal(false),
    }),
    bot_user: z.strictObject({ display_name: text(80).regex(/^[\w.-]+$/), always_online: z.boolean() }),
    agent_view: z.strictObject({
      agent_description: text(300),
      suggested_prompts: z.array(z.strictObject({ title: text(75), message: text(1000) })).max(4),
    }),
    slash_commands: z.array(
      z.strictObject({
        command: text(32).regex(/^\/[a-z]+$/),
        description: text(2000),
        usage_hint: text(1000),
        should_escape: z.boolean(),
      }),
    ),
    shortcuts: z.array(
      z.strictObject({
        type: z.enum(['message', 'global']),
        name: text(24),
        callback_id: text(255),
        description: text(150),
      }),
    ),
  }),
  oauth_config: z.strictObject({ scopes: z.strictObject({ bot: z.array(z.string()).max(255) }) }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({ bot_events: z.array(z.string()).max(100) }),
    interactivity: z.strictObject({ is_enabled: z.literal(true) }),
    org_deploy_enabled: z.boolean(),
    socket_mode_enabled: z.literal(true),
    token_rotation_enabled: z.literal(false),
  }),
});

const manifest = manifestSchema.parse(JSON.parse(await readFile(join(root, 'manifest.json'), 'utf8')));
const scopes = manifest.oauth_config.scopes.bot;

/** The scopes that each Web API method needs of a bot token. https://docs.slack.dev/reference/methods */
const scopesOfMethod: Readonly<Record<string, readonly string[]>> = {
  'assistant.threads.setStatus': ['assistant:write'],
  'assistant.threads.setSuggestedPrompts': ['assistant:write'],
  'auth.test': [],
  'chat.delete': ['chat:write'],
  'chat.getPermalink': [],
  'chat.postEphemeral': ['chat:write'],
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  'conversations.history': ['channels:history', 'groups:history', 'im:history'],
  'conversations.info': ['channels:read', 'groups:read'],
  'conversations.open': ['im:write'],
  'conversations.replies': ['channels:history', 'groups:history', 'im:history'],
  'files.info': ['files:read'],
  'files.uploadV2': ['files:write'],
  filesUploadV2: ['files:write'],
  'users.info': ['users:read'],
  'users.list': ['users:read'],
  'users.lookupByEmail': ['users:read.email'],
  'views.open': [],
  'views.publish': [],
  'views.push': [],
  'views.update': [],
};

const scopesOfEvent: Readonly<Record<string, readonly string[]>> = {
  app_home_opened: [],
  app_mention: ['app_mentions:read'],
  'message.channels': ['channels:history'],
  'message.groups': ['groups:history'],
  'message.im': ['im:history'],
};

/** The Web API methods that the program's sources call. */
async function methodsCalled(): Promise<string[]> {
  const files = await readdir(join(root, 'src'), { recursive: true });
  const sources = files.filter((file) => file.endsWith('.ts') && !/^(?:playground|model)\b/.test(file));
  const texts = await Promise.all(sources.map((file) => readFile(join(root, 'src', file), 'utf8')));
  const calls = texts.flatMap((source) => [...source.matchAll(/\bclient\s*\.((?:[a-z]+\.)*[a-z][a-zA-Z0-9]+)\(/g)]);
  return [...new Set(calls.map(([, method = '']) => method))].filter(
    (method) => !/^(start|disconnect|close)/.test(method),
  );
}

describe('the manifest', () => {
  test('lists the scopes of every Web API method that is called', async () => {
    const methods = await methodsCalled();
    expect(methods).toContain('chat.postMessage');
    const missing = methods.filter(
      (method) => !(scopesOfMethod[method] ?? ['unknown']).every((scope) => scopes.includes(scope)),
    );
    expect(missing).toEqual([]);
  });

  test('lists the scope by which an imported file is read', () => {
    expect(scopes).toContain('files:read');
  });

  test('lists the scopes of every event that is subscribed to', () => {
    const events = manifest.settings.event_subscriptions.bot_events;
    const missing = events.filter(
      (event) => !(scopesOfEvent[event] ?? ['unknown']).every((scope) => scopes.includes(scope)),
    );
    expect(missing).toEqual([]);
  });

  test('subscribes to what the listeners hear', () => {
    expect(manifest.settings.event_subscriptions.bot_events).toEqual(
      expect.arrayContaining(['app_home_opened', 'app_mention', 'message.channels', 'message.groups', 'message.im']),
    );
    expect(manifest.features.slash_commands.map(({ command }) => command)).toEqual(['/lv']);
    expect(manifest.features.shortcuts.map(({ callback_id }) => callback_id)).toEqual(['ask_about_message']);
    expect(scopes).toContain('commands');
  });

  test('hands people and channels over by id, which /lv owner and /lv digest need', () => {
    expect(manifest.features.slash_commands[0]?.should_escape).toBe(true);
  });

  test('lists no scope twice', () => {
    expect(new Set(scopes).size).toBe(scopes.length);
  });
});
