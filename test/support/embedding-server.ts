import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import { z } from 'zod';

/** What a call gets in place of vectors: a status with a body, nothing at all, or vectors that something is wrong with. */
export type EmbeddingFault =
  | { kind: 'status'; status: number; body?: string; headers?: Record<string, string> }
  | { kind: 'hang' }
  | { kind: 'cut' }
  | { kind: 'vectors'; change: (vectors: (number | null)[][]) => unknown };

export type EmbeddingCall = {
  model: string;
  input: string[];
  dimensions?: number | undefined;
  key: string | undefined;
};

const bodySchema = z.object({
  model: z.string(),
  input: z.union([z.string().transform((text) => [text]), z.array(z.string())]),
  dimensions: z.number().optional(),
});

/**
 * A toy of an embedding model on 127.0.0.1, over real HTTP in the form of OpenAI's API. Texts that say the same concept in other words
 * or another language get near vectors, as far as `concepts` knows the words; all other words count a little, each for itself. It
 * shows that vectors are fused and kept as they should be, and nothing of how well a real model finds.
 */
export class EmbeddingServer {
  readonly calls: EmbeddingCall[] = [];
  /** Numbers of a vector, where the call does not ask for another. */
  dimensions = 32;
  /** Turns the vectors of every text, as another model would. */
  seed = 1;
  /** Asked before each call; undefined lets it through. */
  fault: (call: EmbeddingCall, number: number) => EmbeddingFault | undefined = () => undefined;
  readonly #concepts: ReadonlyMap<string, string>;
  readonly #server = createServer((request, response) => void this.#serve(request, response));

  /** `concepts`: words by what they mean. */
  constructor(concepts: Readonly<Record<string, readonly string[]>> = {}) {
    this.#concepts = new Map(
      Object.entries(concepts).flatMap(([concept, words]) => words.map((word) => [word.toLowerCase(), concept])),
    );
  }

  /** Listens; `port` 0, the default, takes a free one. */
  async listen(port = 0): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(port, '127.0.0.1', resolve));
    return this;
  }

  get url(): string {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('The server does not listen');
    return `http://127.0.0.1:${address.port}/v1`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** The vector of a text: its concepts, each in a direction of its own, and its other words faintly. */
  vectorOf(text: string, dimensions = this.dimensions): number[] {
    const vector = Array.from({ length: dimensions }, () => 0.01);
    for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
      const concept = this.#concepts.get(word);
      const place = hash(concept ?? word, this.seed) % dimensions;
      vector[place] = (vector[place] ?? 0) + (concept === undefined ? 0.05 : 1);
    }
    return vector;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url !== '/v1/embeddings') {
      response.writeHead(404, { 'content-type': 'application/json' });
      response.end('{"error":{"message":"no such address"}}');
      return;
    }
    const call = { ...bodySchema.parse(await json(request)), key: request.headers.authorization };
    this.calls.push(call);
    const fault = this.fault(call, this.calls.length);
    if (fault?.kind === 'hang') return;
    const vectors = call.input.map((text) => this.vectorOf(text, call.dimensions ?? this.dimensions));
    if (fault?.kind === 'status') {
      response.writeHead(fault.status, { 'content-type': 'application/json', ...fault.headers });
      response.end(fault.body ?? JSON.stringify({ error: { message: 'no' } }));
      return;
    }
    const answered = fault?.kind === 'vectors' ? fault.change(vectors) : vectors;
    // Out of order, as the index allows.
    const data = (Array.isArray(answered) ? answered : []).map((embedding, index) => ({
      object: 'embedding',
      index,
      embedding,
    }));
    const body = JSON.stringify({ object: 'list', model: call.model, data: data.toReversed(), usage: {} });
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
    if (fault?.kind === 'cut') {
      response.write(body.slice(0, body.length / 2));
      response.destroy();
      return;
    }
    response.end(body);
  }
}

/** FNV-1a. */
function hash(text: string, seed: number): number {
  let value = (2_166_136_261 ^ seed) >>> 0;
  for (const byte of Buffer.from(text)) value = Math.imul(value ^ byte, 16_777_619) >>> 0;
  return value;
}
