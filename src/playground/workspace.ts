import type { KnownBlock } from '@slack/types';

/** A member of the loopback workspace. `locale` is a Slack profile locale such as "fi-FI". */
export type LoopbackUser = { id: string; name: string; locale: string; admin: boolean; bot: boolean };

export type LoopbackChannel = { id: string; name: string; kind: 'channel' | 'im'; user: string | null };

/** One message as a reader sees it. */
export type LoopbackMessage = {
  channel: string;
  ts: string;
  threadTs: string | null;
  user: string;
  /** The notification text; shown only where there are no blocks. */
  text: string;
  blocks: readonly KnownBlock[];
  /** The only reader of an ephemeral message, null when everyone in the channel reads it. */
  onlyFor: string | null;
  metadata: unknown;
};

export type MessageDraft = Omit<LoopbackMessage, 'ts'>;

export const botUser: LoopbackUser = { id: 'UVALO', name: 'Valo', locale: 'en-GB', admin: false, bot: true };

/** The people, channels and messages of one workspace, in memory. Timestamps are unique and rise with each message. */
export class Workspace {
  readonly users = new Map<string, LoopbackUser>();
  readonly channels = new Map<string, LoopbackChannel>();
  readonly messages: LoopbackMessage[] = [];
  #lastTs = 0;
  readonly #listeners = new Set<(message: LoopbackMessage) => void>();

  constructor(users: readonly LoopbackUser[], channels: readonly { id: string; name: string }[]) {
    for (const user of [botUser, ...users]) this.users.set(user.id, user);
    for (const { id, name } of channels) this.channels.set(id, { id, name, kind: 'channel', user: null });
    for (const user of users) this.openDirect(user.id);
  }

  /** The direct-message channel between Valo and the user, created when there is none. */
  openDirect(user: string): LoopbackChannel {
    const id = `D${user.slice(1)}`;
    const open = this.channels.get(id) ?? { id, name: 'directmessage', kind: 'im' as const, user };
    this.channels.set(id, open);
    return open;
  }

  /** Keeps a message and shows it to the listeners. */
  post(draft: MessageDraft): LoopbackMessage {
    const message = { ...draft, ts: this.#nextTs() };
    this.messages.push(message);
    for (const listener of this.#listeners) listener(message);
    return message;
  }

  /** Replaces a message's content in its place; null when there is no such message. */
  update(channel: string, ts: string, content: Pick<LoopbackMessage, 'text' | 'blocks'>): LoopbackMessage | null {
    const at = this.messages.findIndex((message) => message.channel === channel && message.ts === ts);
    const old = this.messages[at];
    if (old === undefined) return null;
    const message = { ...old, ...content };
    this.messages[at] = message;
    for (const listener of this.#listeners) listener(message);
    return message;
  }

  /** Removes a message; false when there is no such message. */
  remove(channel: string, ts: string): boolean {
    const at = this.messages.findIndex((message) => message.channel === channel && message.ts === ts);
    if (at >= 0) this.messages.splice(at, 1);
    return at >= 0;
  }

  /** The root and the replies of a thread, oldest first, without ephemeral messages. */
  thread(channel: string, rootTs: string): LoopbackMessage[] {
    return this.messages.filter(
      (message) =>
        message.channel === channel &&
        message.onlyFor === null &&
        (message.ts === rootTs || message.threadTs === rootTs),
    );
  }

  /** Calls the listener with each new or changed message; returns a function that ends it. */
  onMessage(listener: (message: LoopbackMessage) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #nextTs(): string {
    this.#lastTs += 1;
    return `1700000000.${String(this.#lastTs).padStart(6, '0')}`;
  }
}
