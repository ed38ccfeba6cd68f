import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Button } from '@slack/types';
import {
  commandBody,
  eventBody,
  mentionEvent,
  messageEvent,
  type Payload,
  pressBody,
  shortcutBody,
} from './payloads.ts';
import { type Courier, SocketHub } from './socket-hub.ts';
import { callWebMethod, contentOf, textArgument, type WebArguments } from './web-methods.ts';
import { botUser, type LoopbackChannel, type LoopbackMessage, type LoopbackUser, Workspace } from './workspace.ts';

export type WebCall = { method: string; arguments: WebArguments };

/** What may be done to a call in place of, or after, its normal effect. */
export type Fault =
  | { kind: 'reply'; status: number; headers?: Record<string, string>; body: unknown }
  | { kind: 'loseResponse' };

export type LoopbackOptions = {
  users: readonly LoopbackUser[];
  channels: readonly { id: string; name: string }[];
  botToken: string;
  appToken: string;
  /** Asked before each Web API call; undefined lets the call through. */
  fault?: (call: WebCall) => Fault | undefined;
  /** Brings payloads to the app in place of Socket Mode. */
  courier?: Courier;
};

/** https://docs.slack.dev/interactivity/handling-user-interaction#message_responses */
const responseUrlUses = 5;

/**
 * A Slack workspace on 127.0.0.1: Web API, Socket Mode and response_url, over real sockets. People act through `say`,
 * `command` and `press`; each resolves when the app has acknowledged and rejects when it has not.
 */
export class LoopbackSlack {
  readonly workspace: Workspace;
  readonly sockets: SocketHub;
  /** Every Web API call that reached the server, in order. */
  readonly calls: WebCall[] = [];
  readonly #options: LoopbackOptions;
  readonly #server: Server;
  readonly #responseUrls = new Map<string, ResponseUrl>();
  readonly #courier: Courier;

  private constructor(options: LoopbackOptions, server: Server) {
    this.#options = options;
    this.#server = server;
    this.workspace = new Workspace(options.users, options.channels);
    this.sockets = new SocketHub(server);
    this.#courier = options.courier ?? this.sockets.deliver;
    server.on('request', (request, response) => void this.#serve(request, response));
  }

  /** Starts a workspace on a free port. */
  static async start(options: LoopbackOptions): Promise<LoopbackSlack> {
    const server = createServer();
    const slack = new LoopbackSlack(options, server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return slack;
  }

  /** The Web API's address, with the trailing slash that the client needs. */
  get apiUrl(): string {
    return `http://${this.#host}/api/`;
  }

  async close(): Promise<void> {
    this.sockets.close();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
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

  /** Sends a slash command; `triggerId` is the command's own unless the same one is to come again. */
  async command(call: { user: string; channel: string; text: string; triggerId?: string }): Promise<void> {
    await this.#courier('slash_commands', this.commandPayload(call));
  }

  commandPayload(call: { user: string; channel: string; text: string; triggerId?: string }): Payload {
    const user = this.#user(call.user);
    const channel = this.#channel(call.channel);
    return commandBody(
      { command: '/lv', text: call.text, user, channel },
      call.triggerId ?? randomUUID(),
      this.#openResponseUrl({ channel: channel.id, user: user.id, message: null }),
    );
  }

  /** Presses a button of a message. Throws when the message has no such button. */
  async press(press: { user: string; message: LoopbackMessage; button: Button; triggerId?: string }): Promise<void> {
    const user = this.#user(press.user);
    const block = press.message.blocks.find(
      (candidate) => candidate.type === 'actions' && candidate.elements.some((element) => element === press.button),
    );
    if (block === undefined) throw new Error('The message has no such button');
    const responseUrl = this.#openResponseUrl({
      channel: press.message.channel,
      user: user.id,
      message: press.message,
    });
    await this.#courier(
      'interactive',
      pressBody({ ...press, user, blockId: block.block_id ?? 'block' }, press.triggerId ?? randomUUID(), responseUrl),
    );
  }

  /** Uses a message shortcut on a message. */
  async shortcut(use: { user: string; message: LoopbackMessage; callbackId: string }): Promise<void> {
    const user = this.#user(use.user);
    const { channel } = use.message;
    const responseUrl = this.#openResponseUrl({ channel, user: user.id, message: null });
    await this.#courier('interactive', shortcutBody({ ...use, user }, randomUUID(), responseUrl));
  }

  get #host(): string {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('The loopback Slack does not listen');
    return `127.0.0.1:${address.port}`;
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

  #openResponseUrl(target: Omit<ResponseUrl, 'uses'>): string {
    const id = randomUUID();
    this.#responseUrls.set(id, { ...target, uses: 0 });
    return `http://${this.#host}/response/${id}`;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url?.split('?')[0] ?? '';
    const body = await text(request);
    if (path.startsWith('/response/')) return this.#respond(path.slice('/response/'.length), body, response);
    const call = { method: path.replace(/^\/api\//, ''), arguments: formArguments(body) };
    this.calls.push(call);
    const fault = this.#options.fault?.(call);
    if (fault?.kind === 'reply') return send(response, fault.status, fault.body, fault.headers);
    const reply = this.#call(call, bearer(request) ?? textArgument(call.arguments, 'token'));
    if (fault?.kind === 'loseResponse') return void response.destroy();
    send(response, 200, reply);
  }

  #call(call: WebCall, token: string) {
    if (call.method === 'apps.connections.open') {
      return token === this.#options.appToken
        ? { ok: true, url: `ws://${this.#host}/link?ticket=${randomUUID()}` }
        : { ok: false, error: 'invalid_auth' };
    }
    if (token !== this.#options.botToken) return { ok: false, error: 'invalid_auth' };
    return callWebMethod(this.workspace, call.method, call.arguments);
  }

  #respond(id: string, body: string, response: ServerResponse): void {
    const target = this.#responseUrls.get(id);
    if (target === undefined || target.uses >= responseUrlUses) return send(response, 404, { error: 'expired_url' });
    target.uses += 1;
    applyResponse(this.workspace, target, JSON.parse(body));
    send(response, 200, { ok: true });
  }
}

type ResponseUrl = { channel: string; user: string; message: LoopbackMessage | null; uses: number };

function applyResponse(workspace: Workspace, target: ResponseUrl, reply: WebArguments): void {
  const { channel, user, message } = target;
  if (message !== null && reply['delete_original'] === true) return void workspace.remove(channel, message.ts);
  const content = contentOf(reply);
  if (message !== null && reply['replace_original'] === true) {
    workspace.update(channel, message.ts, content);
    return;
  }
  const onlyFor = reply['response_type'] === 'in_channel' ? null : user;
  workspace.post({ ...content, channel, user: botUser.id, onlyFor });
}

function formArguments(body: string): WebArguments {
  return Object.fromEntries([...new URLSearchParams(body)].map(([name, value]) => [name, formValue(value)]));
}

/** The client writes objects and lists as JSON in the form; anything else is text. */
function formValue(value: string): unknown {
  if (!/^[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

function bearer(request: IncomingMessage): string | undefined {
  return request.headers.authorization?.replace(/^Bearer /, '');
}

function send(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}
