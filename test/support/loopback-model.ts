import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { z } from 'zod';

/** A request for a completion as it reached the server. */
export type ModelRequest = {
  headers: IncomingMessage['headers'];
  body: string;
  /** How the result is to be formed: "json_schema", "json_object", or "text" where nothing is said. */
  format: string;
  system: string;
  /** What stands between the marks of the user's message. */
  data: unknown;
};

/** What the server does: a completion as OpenAI has them, any other response, or silence from some point on. */
export type ModelReply =
  | { kind: 'message'; content: string | null; refusal?: string; finish?: string; usage?: object | null }
  | { kind: 'response'; status: number; body: string; headers?: Record<string, string> }
  | { kind: 'hang'; after: 'nothing' | 'headers' | 'body' | 'stream' };

type Reply = (request: ModelRequest) => ModelReply | Promise<ModelReply>;

const bodySchema = z.object({
  messages: z.tuple([z.object({ content: z.string() }), z.object({ content: z.string() })]),
  response_format: z.object({ type: z.string() }).optional(),
});

/** An OpenAI-compatible server on this computer, over real HTTP. It answers as the test says. */
export class LoopbackModel {
  readonly requests: ModelRequest[] = [];
  reply: Reply;
  readonly #server: Server;

  private constructor(reply: Reply) {
    this.reply = reply;
    this.#server = createServer((request, response) => void this.#handle(request, response));
  }

  /** Starts the server. `port` 0, the default, takes a free one. */
  static async start(reply: Reply, port = 0): Promise<LoopbackModel> {
    const model = new LoopbackModel(reply);
    await new Promise<void>((resolve) => model.#server.listen(port, '127.0.0.1', resolve));
    return model;
  }

  get baseUrl(): string {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('The server is not running');
    return `http://127.0.0.1:${address.port}/v1`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url?.endsWith('/models') === true) {
      sendJson(response, 200, { object: 'list', data: [{ id: 'loopback-model', object: 'model' }] });
      return;
    }
    const read = readRequest(request.headers, await text(request));
    this.requests.push(read);
    send(response, await this.reply(read));
  }
}

function readRequest(headers: IncomingMessage['headers'], body: string): ModelRequest {
  const { messages, response_format: format } = bodySchema.parse(JSON.parse(body));
  const [system, user] = messages;
  const json = user.content.split('\n')[1] ?? 'null';
  return { headers, body, format: format?.type ?? 'text', system: system.content, data: JSON.parse(json) };
}

function send(response: ServerResponse, reply: ModelReply): void {
  switch (reply.kind) {
    case 'message':
      sendJson(response, 200, completionOf(reply));
      return;
    case 'response':
      response.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers });
      response.end(reply.body);
      return;
    case 'hang':
      hang(response, reply.after);
  }
}

function hang(response: ServerResponse, after: Extract<ModelReply, { kind: 'hang' }>['after']): void {
  if (after === 'nothing') return;
  const type = after === 'stream' ? 'text/event-stream' : 'application/json';
  response.writeHead(200, { 'content-type': type });
  response.flushHeaders();
  if (after === 'body') response.write('{"id":"c","object":"chat.completion","choices":[{"index":0,"mess');
  if (after === 'stream') response.write('data: {"id":"c","object":"chat.completion.chunk","choices":[]}\n\n');
}

/** A chat completion as the endpoint sends it. */
export function completionOf({
  content,
  refusal,
  finish = 'stop',
  usage = { prompt_tokens: 1000, completion_tokens: 100, total_tokens: 1100 },
}: Omit<Extract<ModelReply, { kind: 'message' }>, 'kind'>): object {
  return {
    id: 'chatcmpl-loopback',
    object: 'chat.completion',
    created: 1,
    model: 'loopback-model',
    choices: [
      {
        index: 0,
        finish_reason: finish,
        message: { role: 'assistant', content, refusal: refusal ?? null },
        logprobs: null,
      },
    ],
    ...(usage === null ? {} : { usage }),
  };
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
