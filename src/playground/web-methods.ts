import type { KnownBlock } from '@slack/types';
import { botUser, type LoopbackMessage, type LoopbackUser, type Workspace } from './workspace.ts';

export type WebArguments = Readonly<Record<string, unknown>>;
export type WebReply = { ok: boolean; error?: string } & Record<string, unknown>;
type WebMethod = (workspace: Workspace, call: WebArguments) => WebReply;

/** Runs one Web API method as Slack would; an unknown method is an error as it is there. */
export function callWebMethod(workspace: Workspace, method: string, call: WebArguments): WebReply {
  const run = webMethods.get(method);
  return run === undefined ? { ok: false, error: 'unknown_method' } : run(workspace, call);
}

/** The argument as a string, empty when it is missing or of another type. */
export function textArgument(call: WebArguments, name: string): string {
  const value = call[name];
  return typeof value === 'string' ? value : '';
}

/** Blocks as the app sent them. They are not looked into here, so their type is taken on trust. */
export function blocksArgument(call: WebArguments): readonly KnownBlock[] {
  const blocks = call['blocks'];
  return Array.isArray(blocks) ? (blocks as readonly KnownBlock[]) : [];
}

const webMethods = new Map<string, WebMethod>([
  ['auth.test', authTest],
  ['users.info', usersInfo],
  ['conversations.open', conversationsOpen],
  ['conversations.info', conversationsInfo],
  ['conversations.replies', conversationsReplies],
  ['chat.postMessage', postMessage],
  ['chat.postEphemeral', postEphemeral],
  ['chat.update', update],
  ['assistant.threads.setStatus', () => ({ ok: true })],
  ['assistant.threads.setSuggestedPrompts', () => ({ ok: true })],
  ['views.open', openView],
  ['views.update', openView],
  ['views.publish', openView],
]);

function authTest(): WebReply {
  return {
    ok: true,
    url: 'https://loopback.invalid/',
    team: 'Loopback',
    team_id: 'T1',
    user: 'valo',
    user_id: botUser.id,
    bot_id: 'BVALO',
  };
}

function usersInfo(workspace: Workspace, call: WebArguments): WebReply {
  const user = workspace.users.get(textArgument(call, 'user'));
  return user === undefined ? { ok: false, error: 'user_not_found' } : { ok: true, user: profile(user) };
}

function profile(user: LoopbackUser) {
  return {
    id: user.id,
    name: user.name.toLowerCase(),
    real_name: user.name,
    profile: { display_name: user.name, real_name: user.name },
    locale: user.locale,
    is_admin: user.admin,
    is_owner: false,
    is_bot: user.bot,
    deleted: false,
  };
}

function conversationsOpen(workspace: Workspace, call: WebArguments): WebReply {
  const user = textArgument(call, 'users');
  if (!workspace.users.has(user)) return { ok: false, error: 'user_not_found' };
  return { ok: true, channel: { id: workspace.openDirect(user).id } };
}

function conversationsInfo(workspace: Workspace, call: WebArguments): WebReply {
  const channel = workspace.channels.get(textArgument(call, 'channel'));
  if (channel === undefined) return { ok: false, error: 'channel_not_found' };
  return {
    ok: true,
    channel: { id: channel.id, name: channel.name, is_im: channel.kind === 'im', is_archived: false },
  };
}

function conversationsReplies(workspace: Workspace, call: WebArguments): WebReply {
  const withMetadata = textArgument(call, 'include_all_metadata') === 'true';
  const messages = workspace.thread(textArgument(call, 'channel'), textArgument(call, 'ts')).map((message) => ({
    type: 'message',
    user: message.user,
    ts: message.ts,
    text: message.text,
    ...(withMetadata && message.metadata !== undefined ? { metadata: message.metadata } : {}),
  }));
  return messages.length === 0 ? { ok: false, error: 'thread_not_found' } : { ok: true, messages, has_more: false };
}

/** A user id is accepted as the channel and means the direct message with that user, as in Slack. */
function channelOf(workspace: Workspace, call: WebArguments): string | null {
  const id = textArgument(call, 'channel');
  if (workspace.channels.has(id)) return id;
  return workspace.users.has(id) ? workspace.openDirect(id).id : null;
}

function postMessage(workspace: Workspace, call: WebArguments): WebReply {
  const channel = channelOf(workspace, call);
  if (channel === null) return { ok: false, error: 'channel_not_found' };
  const message = workspace.post({ ...contentOf(call), channel, user: botUser.id, onlyFor: null });
  return { ok: true, channel, ts: message.ts, message: { text: message.text, ts: message.ts, user: botUser.id } };
}

function postEphemeral(workspace: Workspace, call: WebArguments): WebReply {
  const channel = channelOf(workspace, call);
  const reader = textArgument(call, 'user');
  if (channel === null) return { ok: false, error: 'channel_not_found' };
  if (!workspace.users.has(reader)) return { ok: false, error: 'user_not_in_channel' };
  const message = workspace.post({ ...contentOf(call), channel, user: botUser.id, onlyFor: reader });
  return { ok: true, message_ts: message.ts };
}

function update(workspace: Workspace, call: WebArguments): WebReply {
  const changed = workspace.update(textArgument(call, 'channel'), textArgument(call, 'ts'), contentOf(call));
  return changed === null
    ? { ok: false, error: 'message_not_found' }
    : { ok: true, channel: changed.channel, ts: changed.ts };
}

function openView(_workspace: Workspace, call: WebArguments): WebReply {
  const view = call['view'];
  if (typeof view !== 'object' || view === null) return { ok: false, error: 'invalid_arguments' };
  return { ok: true, view: { id: 'V1', hash: '1', ...view } };
}

/** What a posting call says, without where it goes. */
export function contentOf(call: WebArguments): Pick<LoopbackMessage, 'text' | 'blocks' | 'threadTs' | 'metadata'> {
  return {
    text: textArgument(call, 'text'),
    blocks: blocksArgument(call),
    threadTs: textArgument(call, 'thread_ts') || null,
    metadata: call['metadata'],
  };
}
