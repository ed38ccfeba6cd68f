import { randomUUID } from 'node:crypto';
import type { Pressable } from '../slack/pressables.ts';
import type { HomePage, ModalPage } from '../slack/views/message.ts';
import { botUser, type LoopbackChannel, type LoopbackMessage, type LoopbackUser } from './workspace.ts';

export type Payload = Readonly<Record<string, unknown>>;

/** The body of an Events API delivery around one event. */
export function eventBody(event: Payload, eventId: string = `Ev${randomUUID()}`): Payload {
  return {
    token: 'verification',
    team_id: 'T1',
    api_app_id: 'A1',
    type: 'event_callback',
    event,
    event_id: eventId,
    event_time: 1700000000,
    authorizations: [
      { enterprise_id: null, team_id: 'T1', user_id: botUser.id, is_bot: true, is_enterprise_install: false },
    ],
    is_ext_shared_channel: false,
  };
}

/** The `message` event of a posted message. */
export function messageEvent(message: LoopbackMessage, channel: LoopbackChannel): Payload {
  return {
    type: 'message',
    user: message.user,
    channel: message.channel,
    channel_type: channel.kind,
    ts: message.ts,
    event_ts: message.ts,
    text: message.text,
    team: 'T1',
    ...(message.threadTs === null ? {} : { thread_ts: message.threadTs }),
  };
}

/** The `app_mention` event that goes with a message that names the bot. */
export function mentionEvent(message: LoopbackMessage): Payload {
  const { channel_type: _, ...event } = messageEvent(message, { id: '', name: '', kind: 'channel', user: null });
  return { ...event, type: 'app_mention' };
}

export type CommandCall = { command: string; text: string; user: LoopbackUser; channel: LoopbackChannel };

export function commandBody(call: CommandCall, triggerId: string, responseUrl: string): Payload {
  return {
    token: 'verification',
    team_id: 'T1',
    team_domain: 'loopback',
    channel_id: call.channel.id,
    channel_name: call.channel.name,
    user_id: call.user.id,
    user_name: call.user.name.toLowerCase(),
    command: call.command,
    text: call.text,
    api_app_id: 'A1',
    is_enterprise_install: 'false',
    response_url: responseUrl,
    trigger_id: triggerId,
  };
}

/** The body of a press in a message. */
export function pressBody(
  press: { user: LoopbackUser; message: LoopbackMessage; button: Pressable },
  triggerId: string,
  responseUrl: string,
): Payload {
  const { user, message, button } = press;
  return {
    ...interactionBody({ user, message }, triggerId, responseUrl),
    type: 'block_actions',
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: message.channel,
      is_ephemeral: message.onlyFor !== null,
    },
    actions: [actionOf(button)],
  };
}

/** The body of a press on the home tab or in a view over it, which have neither a channel nor a response address. */
export function viewPressBody(
  press: { user: LoopbackUser; viewId: string; view: HomePage | ModalPage; button: Pressable },
  triggerId: string,
): Payload {
  const { user, viewId, view, button } = press;
  return {
    ...senderBody(user, triggerId),
    type: 'block_actions',
    container: { type: 'view', view_id: viewId },
    view: viewOutput(viewId, view, {}),
    actions: [actionOf(button)],
  };
}

/** The body of a form that was filled in. `values` is what Slack sends of each field, by block. */
export function submissionBody(
  form: { user: LoopbackUser; viewId: string; view: ModalPage; values: Payload },
  triggerId: string,
): Payload {
  return {
    ...senderBody(form.user, triggerId),
    type: 'view_submission',
    view: viewOutput(form.viewId, form.view, form.values),
    response_urls: [],
  };
}

function viewOutput(id: string, view: HomePage | ModalPage, values: Payload): Payload {
  return {
    private_metadata: '',
    callback_id: '',
    ...view,
    id,
    team_id: 'T1',
    bot_id: 'BVALO',
    hash: '1',
    state: { values },
  };
}

function actionOf({ action, blockId }: Pressable): Payload {
  return { ...action, block_id: blockId ?? 'block', action_ts: '1700000000.000000' };
}

/** The body of a message shortcut. */
export function shortcutBody(
  shortcut: { user: LoopbackUser; message: LoopbackMessage; callbackId: string },
  triggerId: string,
  responseUrl: string,
): Payload {
  return {
    ...interactionBody(shortcut, triggerId, responseUrl),
    type: 'message_action',
    callback_id: shortcut.callbackId,
    message_ts: shortcut.message.ts,
    action_ts: '1700000000.000000',
  };
}

function interactionBody(
  { user, message }: { user: LoopbackUser; message: LoopbackMessage },
  triggerId: string,
  responseUrl: string,
): Payload {
  return {
    ...senderBody(user, triggerId),
    channel: { id: message.channel, name: 'channel' },
    message: {
      type: 'message',
      user: message.user,
      ts: message.ts,
      text: message.text,
      blocks: message.blocks,
      ...(message.threadTs === null ? {} : { thread_ts: message.threadTs }),
    },
    response_url: responseUrl,
  };
}

function senderBody(user: LoopbackUser, triggerId: string): Payload {
  return {
    token: 'verification',
    api_app_id: 'A1',
    team: { id: 'T1', domain: 'loopback' },
    user: { id: user.id, username: user.name.toLowerCase(), name: user.name, team_id: 'T1' },
    trigger_id: triggerId,
    is_enterprise_install: false,
    enterprise: null,
  };
}
