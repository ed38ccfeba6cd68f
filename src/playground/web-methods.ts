import { randomUUID } from 'node:crypto';
import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import { appendStream, startStream, stopStream } from './stream-methods.ts';
import { blocksArgument, textArgument, type WebArguments, type WebReply } from './web-arguments.ts';
import {
  botUser,
  homeSchema,
  type LoopbackMessage,
  type LoopbackUser,
  modalSchema,
  type Workspace,
} from './workspace.ts';

type WebMethod = (workspace: Workspace, call: WebArguments, host: Host) => WebReply;

/** What a method needs of the server besides the workspace. */
export type Host = {
  /** Who pressed or typed what a trigger is for, null for one that is unknown or used up. */
  userOfTrigger: (trigger: string) => string | null;
  /** The address that takes a file's content under this id. */
  uploadUrl: (fileId: string) => string;
  contentOfUpload: (fileId: string) => string | null;
};

/** Runs one Web API method as Slack would; an unknown method is an error as it is there. */
export function callWebMethod(workspace: Workspace, method: string, call: WebArguments, host: Host): WebReply {
  const run = webMethods.get(method);
  return run === undefined ? { ok: false, error: 'unknown_method' } : run(workspace, call, host);
}

const webMethods = new Map<string, WebMethod>([
  ['auth.test', authTest],
  ['users.info', usersInfo],
  ['conversations.open', conversationsOpen],
  ['conversations.info', conversationsInfo],
  ['conversations.history', conversationsHistory],
  ['conversations.replies', conversationsReplies],
  ['chat.postMessage', postMessage],
  ['chat.postEphemeral', postEphemeral],
  ['chat.update', update],
  ['chat.delete', deleteMessage],
  ['chat.startStream', startStream],
  ['chat.appendStream', appendStream],
  ['chat.stopStream', stopStream],
  ['assistant.threads.setStatus', () => ({ ok: true })],
  ['assistant.threads.setSuggestedPrompts', () => ({ ok: true })],
  ['chat.getPermalink', getPermalink],
  ['users.lookupByEmail', lookupByEmail],
  ['users.list', usersList],
  ['files.getUploadURLExternal', getUploadUrl],
  ['files.completeUploadExternal', completeUpload],
  ['files.info', filesInfo],
  ['views.open', (workspace, call, host) => openView(workspace, call, host, false)],
  ['views.push', (workspace, call, host) => openView(workspace, call, host, true)],
  ['views.update', updateView],
  ['views.publish', publishHome],
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
    ...(user.tz === undefined ? {} : { tz: user.tz }),
    is_admin: user.admin,
    is_owner: false,
    is_bot: user.bot,
    deleted: user.deleted === true,
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
    channel: {
      id: channel.id,
      name: channel.name,
      is_im: channel.kind === 'im',
      is_archived: workspace.closed.get(channel.id) === 'is_archived',
    },
  };
}

function conversationsHistory(workspace: Workspace, call: WebArguments): WebReply {
  const channel = textArgument(call, 'channel');
  if (!workspace.channels.has(channel)) return { ok: false, error: 'channel_not_found' };
  const from = Number(textArgument(call, 'cursor') || 0);
  const all = workspace.history(channel);
  const next = from + Number(textArgument(call, 'limit') || 100);
  const more = next < all.length;
  return {
    ok: true,
    messages: all.slice(from, next).map((message) => messageOf(message, call)),
    has_more: more,
    response_metadata: { next_cursor: more ? String(next) : '' },
  };
}

function messageOf({ user, ts, text, metadata }: LoopbackMessage, call: WebArguments) {
  const shown = textArgument(call, 'include_all_metadata') === 'true' && metadata !== undefined;
  return { type: 'message', user, ts, text, ...(shown ? { metadata } : {}) };
}

function conversationsReplies(workspace: Workspace, call: WebArguments): WebReply {
  const messages = workspace
    .thread(textArgument(call, 'channel'), textArgument(call, 'ts'))
    .map((message) => messageOf(message, call));
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
  const closed = workspace.closed.get(channel);
  if (closed !== undefined) return { ok: false, error: closed };
  const content = contentOf(call);
  if (!picturesKnown(workspace, content.blocks)) return { ok: false, error: 'invalid_blocks' };
  const message = workspace.post({ ...content, channel, user: botUser.id, onlyFor: null });
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

function deleteMessage(workspace: Workspace, call: WebArguments): WebReply {
  const removed = workspace.remove(textArgument(call, 'channel'), textArgument(call, 'ts'));
  return removed ? { ok: true } : { ok: false, error: 'message_not_found' };
}

function getPermalink(workspace: Workspace, call: WebArguments): WebReply {
  const [channel, ts] = [textArgument(call, 'channel'), textArgument(call, 'message_ts')];
  const known = workspace.messages.some((message) => message.channel === channel && message.ts === ts);
  if (!known) return { ok: false, error: 'message_not_found' };
  return { ok: true, channel, permalink: `https://loopback.invalid/archives/${channel}/p${ts.replace('.', '')}` };
}

/** The workspace's people have addresses of their names. */
function lookupByEmail(workspace: Workspace, call: WebArguments): WebReply {
  const [name] = textArgument(call, 'email').toLowerCase().split('@');
  const user = [...workspace.users.values()].find((candidate) => candidate.name.toLowerCase() === name);
  return user === undefined ? { ok: false, error: 'users_not_found' } : { ok: true, user: profile(user) };
}

function usersList(workspace: Workspace): WebReply {
  return { ok: true, members: [...workspace.users.values()].map(profile), response_metadata: { next_cursor: '' } };
}

function getUploadUrl(_workspace: Workspace, _call: WebArguments, host: Host): WebReply {
  const id = `F${randomUUID().replaceAll('-', '').slice(0, 10).toUpperCase()}`;
  return { ok: true, upload_url: host.uploadUrl(id), file_id: id };
}

const uploadedSchema = z.array(z.object({ id: z.string(), title: z.string() }));

/** Without a channel the files are the app's own, for messages that show them. */
function completeUpload(workspace: Workspace, call: WebArguments, host: Host): WebReply {
  const files = uploadedSchema.parse(call['files']);
  const channel = textArgument(call, 'channel_id');
  if (channel !== '' && !workspace.channels.has(channel)) return { ok: false, error: 'channel_not_found' };
  for (const { id, title } of files) {
    const content = host.contentOfUpload(id);
    if (content === null) return { ok: false, error: 'file_not_found' };
    workspace.handOver({ id, name: title, content, channel, comment: textArgument(call, 'initial_comment') });
  }
  return { ok: true, files };
}

function filesInfo(workspace: Workspace, call: WebArguments): WebReply {
  const file = workspace.files.find(({ id }) => id === textArgument(call, 'file'));
  if (file === undefined) return { ok: false, error: 'file_not_found' };
  const mimetype = file.content.includes('PNG') ? 'image/png' : 'text/csv';
  return { ok: true, file: { id: file.id, title: file.name, mimetype } };
}

/** True where each picture of the blocks is a file that the app has uploaded. */
function picturesKnown(workspace: Workspace, blocks: readonly KnownBlock[]): boolean {
  const files = new Set(workspace.files.map(({ id }) => id));
  return blocks.every((block) => {
    if (block.type !== 'image' || !('slack_file' in block)) return true;
    return 'id' in block.slack_file && files.has(block.slack_file.id ?? '');
  });
}

function openView(workspace: Workspace, call: WebArguments, host: Host, onTop: boolean): WebReply {
  const view = modalSchema.safeParse(call['view']).data ?? null;
  if (view === null) return { ok: false, error: 'invalid_arguments' };
  const user = host.userOfTrigger(textArgument(call, 'trigger_id'));
  if (user === null) return { ok: false, error: 'expired_trigger_id' };
  return { ok: true, view: { ...view, id: workspace.openModal(user, view, onTop).id } };
}

function updateView(workspace: Workspace, call: WebArguments): WebReply {
  const view = modalSchema.safeParse(call['view']).data ?? null;
  const id = textArgument(call, 'view_id');
  if (view === null || workspace.updateModal(id, view) === null) return { ok: false, error: 'not_found' };
  return { ok: true, view: { ...view, id } };
}

function publishHome(workspace: Workspace, call: WebArguments): WebReply {
  const view = homeSchema.safeParse(call['view']).data ?? null;
  const user = textArgument(call, 'user_id');
  if (view === null || !workspace.users.has(user)) return { ok: false, error: 'invalid_arguments' };
  workspace.publishHome(user, view);
  return { ok: true, view: { ...view, id: `H${user}` } };
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
