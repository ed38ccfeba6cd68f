import { randomUUID } from 'node:crypto';
import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import { type Pressable, pressablesOf } from '../slack/pressables.ts';
import { type FilledFields, stateOf } from './form-fields.ts';
import { LoopbackServer, type ServerOptions, type WebCall } from './loopback-server.ts';
import {
  commandBody,
  eventBody,
  mentionEvent,
  messageEvent,
  type Payload,
  pressBody,
  shortcutBody,
  submissionBody,
  viewPressBody,
} from './payloads.ts';
import { type Courier, SocketHub } from './socket-hub.ts';
import {
  botUser,
  type LoopbackChannel,
  type LoopbackMessage,
  type LoopbackModal,
  type LoopbackUser,
  modalSchema,
  Workspace,
} from './workspace.ts';

export type LoopbackOptions = ServerOptions & {
  users: readonly LoopbackUser[];
  channels: readonly { id: string; name: string }[];
  /** Brings payloads to the app in place of Socket Mode. */
  courier?: Courier;
};

/** What the app answered to a form: errors beside fields, by block, while the form stays open; none when it was taken. */
export type SubmitResult = { errors: Readonly<Record<string, string>> };

const responseActionSchema = z.object({
  response_action: z.enum(['errors', 'update', 'clear']).optional(),
  errors: z.record(z.string(), z.string()).optional(),
  view: modalSchema.optional(),
});

/**
 * A Slack workspace on 127.0.0.1: Web API, Socket Mode and response_url, over real sockets. People act through `say`,
 * `command`, `press` and `submit`; each resolves when the app has acknowledged and rejects when it has not.
 */
export class LoopbackSlack {
  readonly workspace: Workspace;
  readonly sockets: SocketHub;
  readonly #server: LoopbackServer;
  readonly #courier: Courier;

  private constructor(options: LoopbackOptions) {
    this.workspace = new Workspace(options.users, options.channels);
    this.#server = new LoopbackServer(this.workspace, options);
    this.sockets = new SocketHub(this.#server.http);
    this.#courier = options.courier ?? this.sockets.deliver;
  }

  /** Starts a workspace on a free port. */
  static async start(options: LoopbackOptions): Promise<LoopbackSlack> {
    const slack = new LoopbackSlack(options);
    await slack.#server.listen();
    return slack;
  }

  /** Every Web API call that reached the server, in order. */
  get calls(): readonly WebCall[] {
    return this.#server.calls;
  }

  /** The Web API's address, with the trailing slash that the client needs. */
  get apiUrl(): string {
    return `http://${this.#server.host}/api/`;
  }

  async close(): Promise<void> {
    this.sockets.close();
    await this.#server.close();
  }

  /** Posts a person's message and delivers its events: `message`, and `app_mention` where it names Valo. */
  async say(said: { user: string; channel: string; text: string; threadTs?: string }): Promise<LoopbackMessage> {
    const channel = this.#channel(said.channel);
    const message = this.workspace.post({
      channel: channel.id,
      user: this.#user(said.user).id,
      text: said.text,
      threadTs: said.threadTs ?? null,
      blocks: [],
      onlyFor: null,
      metadata: undefined,
    });
    const events = [messageEvent(message, channel)];
    if (channel.kind === 'channel' && said.text.includes(`<@${botUser.id}>`)) events.push(mentionEvent(message));
    await Promise.all(events.map((event) => this.event(event)));
    return message;
  }

  /** Delivers any Events API event. */
  async event(event: Payload, eventId?: string): Promise<void> {
    await this.#courier('events_api', eventBody(event, eventId));
  }

  /** Opens a tab of Valo's own page. */
  async openTab(user: string, tab: 'home' | 'messages'): Promise<void> {
    const { id } = this.#user(user);
    const channel = this.workspace.openDirect(id).id;
    await this.event({ type: 'app_home_opened', user: id, channel, tab, event_ts: '1700000000.000000' });
  }

  /** Sends a slash command; `triggerId` is the command's own unless the same one is to come again. */
  async command(call: { user: string; channel: string; text: string; triggerId?: string }): Promise<void> {
    await this.#courier('slash_commands', this.commandPayload(call));
  }

  commandPayload(call: { user: string; channel: string; text: string; triggerId?: string }): Payload {
    const user = this.#user(call.user);
    const channel = this.#channel(call.channel);
    return commandBody(
      { command: '/lv', text: call.text, user, channel },
      this.#trigger(user, call.triggerId),
      this.#server.openResponseUrl({ channel: channel.id, user: user.id, message: null }),
    );
  }

  /** Presses something in a message. Throws when the message has no such thing. */
  async press(press: { user: string; message: LoopbackMessage; button: Pressable; triggerId?: string }): Promise<void> {
    const user = this.#user(press.user);
    const { message, button } = press;
    requirePressable(message.blocks, button);
    const responseUrl = this.#server.openResponseUrl({ channel: message.channel, user: user.id, message });
    const trigger = this.#trigger(user, press.triggerId);
    await this.#courier('interactive', pressBody({ message, user, button }, trigger, responseUrl));
  }

  /** Presses something on the user's home tab. */
  async pressHome(press: { user: string; button: Pressable; triggerId?: string }): Promise<void> {
    const user = this.#user(press.user);
    const view = this.workspace.homes.get(user.id);
    if (view === undefined) throw new Error('No home tab has been published');
    requirePressable(view.blocks, press.button);
    const body = { user, viewId: `H${user.id}`, view, button: press.button };
    await this.#courier('interactive', viewPressBody(body, this.#trigger(user, press.triggerId)));
  }

  /** Presses something in a view that lies over the others. */
  async pressModal(press: { modal: LoopbackModal; button: Pressable; triggerId?: string }): Promise<void> {
    const { modal, button } = press;
    const user = this.#user(modal.user);
    requirePressable(modal.view.blocks, button);
    const body = { user, viewId: modal.id, view: modal.view, button };
    await this.#courier('interactive', viewPressBody(body, this.#trigger(user, press.triggerId)));
  }

  /** Sends a form in, and does with it what the app answers: leaves it with errors, changes it, or closes it. */
  async submit(modal: LoopbackModal, filled: FilledFields = {}): Promise<SubmitResult> {
    const user = this.#user(modal.user);
    const form = { user, viewId: modal.id, view: modal.view, values: stateOf(modal.view, filled) };
    const answer = await this.#courier('interactive', submissionBody(form, this.#trigger(user)));
    const { response_action: action, errors, view } = responseActionSchema.parse(jsonOf(answer));
    if (action === 'errors') return { errors: errors ?? {} };
    if (action === 'update' && view !== undefined) this.workspace.updateModal(modal.id, view);
    else this.workspace.closeModal(user.id, action === 'clear');
    return { errors: {} };
  }

  /** Uses a message shortcut on a message. */
  async shortcut(use: { user: string; message: LoopbackMessage; callbackId: string }): Promise<void> {
    const user = this.#user(use.user);
    const { channel } = use.message;
    const responseUrl = this.#server.openResponseUrl({ channel, user: user.id, message: null });
    await this.#courier('interactive', shortcutBody({ ...use, user }, this.#trigger(user), responseUrl));
  }

  /** Puts a person's file into Slack; returns the address from which the app reads it. */
  keepFile(content: string): string {
    return this.#server.keepFile(content);
  }

  #trigger({ id }: LoopbackUser, trigger: string = randomUUID()): string {
    return this.#server.openTrigger(id, trigger);
  }

  #user(id: string): LoopbackUser {
    const user = this.workspace.users.get(id);
    if (user === undefined) throw new Error(`No user ${id} in the workspace`);
    return user;
  }

  #channel(id: string): LoopbackChannel {
    const channel = this.workspace.channels.get(id);
    if (channel === undefined) throw new Error(`No channel ${id} in the workspace`);
    return channel;
  }
}

function requirePressable(blocks: readonly KnownBlock[], { action, label }: Pressable): void {
  const known = blocks
    .flatMap(pressablesOf)
    .some((found) => found.action.action_id === action.action_id && found.label === label);
  if (!known) throw new Error(`There is no "${label}" to press`);
}

/** Over HTTP the answer comes as text, over a socket as it is; nothing at all is an empty answer. */
function jsonOf(answer: unknown): unknown {
  if (typeof answer !== 'string') return answer ?? {};
  return answer === '' ? {} : JSON.parse(answer);
}
