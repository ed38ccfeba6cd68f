import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Payload } from './payloads.ts';

export type EnvelopeKind = 'events_api' | 'slash_commands' | 'interactive';

/** Brings a payload to the app and returns what the app acknowledged it with. Rejects when it was not acknowledged. */
export type Courier = (kind: EnvelopeKind, payload: Payload) => Promise<unknown>;

/** Slack gives up an envelope after this time. https://docs.slack.dev/apis/events-api/#retries */
const acknowledgeWithinMs = 3_000;
const retries = 3;

/**
 * The Socket Mode side of the loopback Slack. An envelope goes to one connection, each in turn. An event that is not
 * acknowledged in time, or whose connection closes first, is sent again up to three times; commands and presses are not.
 */
export class SocketHub {
  readonly #sockets = new Set<WebSocket>();
  /** Those who wait for an envelope's acknowledgement, first sent first. */
  readonly #waiting = new Map<string, ((payload: unknown) => void)[]>();
  readonly #arrivals = new Set<() => void>();
  readonly #server: WebSocketServer;
  #turn = 0;
  /** Connections accepted since the start, closed ones included. */
  accepted = 0;

  constructor(server: Server) {
    this.#server = new WebSocketServer({ server });
    this.#server.on('connection', (socket) => this.#accept(socket));
  }

  get connections(): number {
    return this.#sockets.size;
  }

  readonly deliver: Courier = async (kind, payload) => {
    for (let attempt = 0; ; attempt += 1) {
      const outcome = await this.#send(kind, payload, attempt);
      if (outcome.acknowledged) return outcome.payload;
      if (kind !== 'events_api' || attempt >= retries) throw new Error(`${kind}: not acknowledged (${outcome.why})`);
      if (this.#sockets.size === 0) await this.connected(1);
    }
  };

  /** Sends the same envelope, with the same id, twice at once; resolves when both are acknowledged. */
  async deliverTwice(kind: EnvelopeKind, payload: Payload): Promise<void> {
    const id = randomUUID();
    await Promise.all([this.#send(kind, payload, 0, id), this.#send(kind, payload, 0, id)]);
  }

  /** Resolves when at least so many connections stand. */
  async connected(count: number): Promise<void> {
    while (this.#sockets.size < count) {
      await new Promise<void>((resolve) => {
        this.#arrivals.add(resolve);
      });
    }
  }

  /** Tells one connection (the oldest) or all of them to go away, as Slack does on a refresh. */
  disconnect(which: 'one' | 'all', reason = 'refresh_requested'): void {
    for (const socket of which === 'all' ? this.#sockets : [...this.#sockets].slice(0, 1)) {
      socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'loopback' } }));
    }
  }

  /** Cuts every connection without a word, as a broken network does. */
  terminate(): void {
    for (const socket of this.#sockets) socket.terminate();
  }

  close(): void {
    this.terminate();
    this.#server.close();
  }

  #accept(socket: WebSocket): void {
    this.accepted += 1;
    this.#sockets.add(socket);
    // One listener for each envelope that waits: under load there are hundreds.
    socket.setMaxListeners(0);
    socket.on('close', () => this.#sockets.delete(socket));
    socket.on('message', (data: Buffer) => this.#read(data.toString('utf8')));
    socket.send(
      JSON.stringify({
        type: 'hello',
        num_connections: this.#sockets.size,
        connection_info: { app_id: 'A1' },
        debug_info: { host: 'loopback', approximate_connection_time: 18060 },
      }),
    );
    for (const arrived of this.#arrivals) arrived();
    this.#arrivals.clear();
  }

  #read(line: string): void {
    const message: unknown = JSON.parse(line);
    if (typeof message !== 'object' || message === null || !('envelope_id' in message)) return;
    const payload = 'payload' in message ? message.payload : undefined;
    this.#waiting.get(String(message.envelope_id))?.shift()?.(payload);
  }

  #send(kind: EnvelopeKind, payload: Payload, attempt: number, id: string = randomUUID()): Promise<Delivery> {
    const sockets = [...this.#sockets];
    this.#turn += 1;
    const socket = sockets[this.#turn % Math.max(1, sockets.length)];
    if (socket === undefined) return Promise.resolve({ acknowledged: false, why: 'no connection' });
    return new Promise((resolve) => {
      const settle = (delivery: Delivery) => {
        clearTimeout(timer);
        socket.off('close', closed);
        resolve(delivery);
      };
      const closed = () => settle({ acknowledged: false, why: 'connection closed' });
      const timer = setTimeout(() => settle({ acknowledged: false, why: 'timeout' }), acknowledgeWithinMs);
      socket.once('close', closed);
      const waiting = this.#waiting.get(id) ?? [];
      this.#waiting.set(id, [...waiting, (answer) => settle({ acknowledged: true, payload: answer })]);
      socket.send(JSON.stringify(envelope(kind, payload, attempt, id)));
    });
  }
}

type Delivery = { acknowledged: true; payload: unknown } | { acknowledged: false; why: string };

function envelope(kind: EnvelopeKind, payload: Payload, attempt: number, id: string) {
  const isEvent = kind === 'events_api';
  return {
    envelope_id: id,
    type: kind,
    payload,
    accepts_response_payload: !isEvent,
    ...(isEvent ? { retry_attempt: attempt, retry_reason: attempt === 0 ? '' : 'timeout' } : {}),
  };
}
