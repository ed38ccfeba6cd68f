import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { textArgument, type WebArguments } from './web-arguments.ts';
import { callWebMethod, contentOf, type Host } from './web-methods.ts';
import { botUser, type LoopbackMessage, type Workspace } from './workspace.ts';

export type WebCall = { method: string; arguments: WebArguments };

/** What may be done to a call in place of, or after, its normal effect. */
export type Fault =
  | { kind: 'reply'; status: number; headers?: Record<string, string>; body: unknown }
  | { kind: 'loseResponse' }
  /** The call has no effect and no answer. */
  | { kind: 'hang' };

export type ServerOptions = {
  botToken: string;
  appToken: string;
  /** Asked before each Web API call; undefined lets the call through. */
  fault?: (call: WebCall) => Fault | undefined;
};

/** https://docs.slack.dev/interactivity/handling-user-interaction#message_responses */
const responseUrlUses = 5;

type ResponseUrl = { channel: string; user: string; message: LoopbackMessage | null; uses: number };

/** The HTTP side of the loopback Slack: Web API, response addresses and files. */
export class LoopbackServer {
  readonly http: Server = createServer();
  /** Every Web API call that reached the server, in order. */
  readonly calls: WebCall[] = [];
  readonly #workspace: Workspace;
  readonly #options: ServerOptions;
  readonly #responseUrls = new Map<string, ResponseUrl>();
  readonly #triggers = new Map<string, string>();
  readonly #files = new Map<string, string>();

  constructor(workspace: Workspace, options: ServerOptions) {
    this.#workspace = workspace;
    this.#options = options;
    this.http.on('request', (request, response) => void this.#serve(request, response));
  }

  /** Listens on a free port. */
  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.http.listen(0, '127.0.0.1', resolve));
  }

  async close(): Promise<void> {
    this.http.closeAllConnections();
    await new Promise((resolve) => this.http.close(resolve));
  }

  /** "127.0.0.1:PORT". */
  get host(): string {
    const address = this.http.address();
    if (address === null || typeof address === 'string') throw new Error('The loopback Slack does not listen');
    return `127.0.0.1:${address.port}`;
  }

  openResponseUrl(target: Omit<ResponseUrl, 'uses'>): string {
    const id = randomUUID();
    this.#responseUrls.set(id, { ...target, uses: 0 });
    return `http://${this.host}/response/${id}`;
  }

  /** Remembers whose trigger it is, so that a view can be opened for that person. */
  openTrigger(user: string, trigger: string): string {
    this.#triggers.set(trigger, user);
    return trigger;
  }

  /** Keeps a file of a person; returns the address from which the app can read it. */
  keepFile(content: string): string {
    const id = randomUUID();
    this.#files.set(id, content);
    return `http://${this.host}/files/${id}`;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url?.split('?')[0] ?? '';
    const bytes = await buffer(request);
    const body = bytes.toString('utf8');
    const token = bearer(request);
    if (path.startsWith('/response/')) return this.#respond(path.slice('/response/'.length), body, response);
    if (path.startsWith('/files/'))
      return this.#file(path.slice('/files/'.length), { request, bytes, token }, response);
    const call = { method: path.replace(/^\/api\//, ''), arguments: formArguments(body) };
    this.calls.push(call);
    const fault = this.#options.fault?.(call);
    if (fault?.kind === 'reply') return send(response, fault.status, fault.body, fault.headers);
    if (fault?.kind === 'hang') return;
    const reply = this.#call(call, token ?? textArgument(call.arguments, 'token'));
    if (fault?.kind === 'loseResponse') return void response.destroy();
    send(response, 200, reply);
  }

  #call(call: WebCall, token: string) {
    if (call.method === 'apps.connections.open') {
      return token === this.#options.appToken
        ? { ok: true, url: `ws://${this.host}/link?ticket=${randomUUID()}` }
        : { ok: false, error: 'invalid_auth' };
    }
    if (token !== this.#options.botToken) return { ok: false, error: 'invalid_auth' };
    const host: Host = {
      userOfTrigger: (trigger) => this.#triggers.get(trigger) ?? null,
      uploadUrl: (id) => `http://${this.host}/files/${encodeURIComponent(id)}`,
      contentOfUpload: (id) => this.#files.get(id) ?? null,
    };
    return callWebMethod(this.#workspace, call.method, call.arguments, host);
  }

  /** Takes a file from the app, or gives one to it. */
  async #file(
    name: string,
    { request, bytes, token }: { request: IncomingMessage; bytes: Buffer; token: string | undefined },
    response: ServerResponse,
  ): Promise<void> {
    const id = decodeURIComponent(name);
    if (request.method === 'POST') {
      this.#files.set(id, await uploadedText(bytes, request.headers['content-type'] ?? ''));
      return send(response, 200, { ok: true });
    }
    const content = token === this.#options.botToken ? this.#files.get(id) : undefined;
    response.writeHead(content === undefined ? 403 : 200, { 'content-type': 'text/csv' });
    response.end(content);
  }

  #respond(id: string, body: string, response: ServerResponse): void {
    const target = this.#responseUrls.get(id);
    if (target === undefined || target.uses >= responseUrlUses) return send(response, 404, { error: 'expired_url' });
    target.uses += 1;
    applyResponse(this.#workspace, target, JSON.parse(body));
    send(response, 200, { ok: true });
  }
}

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

/** The text of the file in a multipart form, its byte order mark included. */
async function uploadedText(bytes: Buffer, contentType: string): Promise<string> {
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': contentType } }).formData();
  const [file] = [...form.values()];
  if (file === undefined || typeof file === 'string') return file ?? '';
  return Buffer.from(await file.arrayBuffer()).toString('utf8');
}

function bearer(request: IncomingMessage): string | undefined {
  return request.headers.authorization?.replace(/^Bearer /, '');
}

function send(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}
