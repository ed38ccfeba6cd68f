import { randomUUID } from 'node:crypto';
import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import type { HomePage, ModalPage } from '../slack/views/message.ts';

/** A member of the loopback workspace. `locale` is a Slack profile locale such as "fi-FI". */
export type LoopbackUser = {
  id: string;
  name: string;
  locale: string;
  admin: boolean;
  bot: boolean;
  /** IANA time zone of the profile; default none. */
  tz?: string;
  /** True once the account is deactivated. */
  deleted?: boolean;
};

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
  /** The steps of a message that is or was streamed; null for any other. */
  stream?: LoopbackStream | null;
};

/** `open` until the stream is stopped or dies; `steps` are the tasks shown, each as it stands. */
export type LoopbackStream = {
  open: boolean;
  steps: readonly { id: string; title: string; status: string }[];
};

/** Views as the app sent them. Their blocks are not looked into here, so their types are taken on trust. */
export const modalSchema = z.custom<ModalPage>((view) => isView(view, 'modal'));
export const homeSchema = z.custom<HomePage>((view) => isView(view, 'home'));

function isView(view: unknown, type: string): boolean {
  return typeof view === 'object' && view !== null && 'type' in view && view.type === type && 'blocks' in view;
}

/** A form or page that lies over what its reader was looking at. */
export type LoopbackModal = { id: string; user: string; view: ModalPage };

/** A file that was handed over in a conversation. */
export type LoopbackFile = { id: string; name: string; content: string; channel: string; comment: string };

/** Told of what appears or changes. */
export type WorkspaceListener = {
  message?: (message: LoopbackMessage) => void;
  home?: (user: string, view: HomePage) => void;
  modal?: (modal: LoopbackModal) => void;
  file?: (file: LoopbackFile) => void;
};

export type MessageDraft = Omit<LoopbackMessage, 'ts'>;

export const botUser: LoopbackUser = { id: 'UVALO', name: 'Valo', locale: 'en-GB', admin: false, bot: true };

/** The people, channels and messages of one workspace, in memory. Timestamps are unique and rise with each message. */
export class Workspace {
  readonly users = new Map<string, LoopbackUser>();
  readonly channels = new Map<string, LoopbackChannel>();
  readonly messages: LoopbackMessage[] = [];
  /** The home tab that was last published for each user. */
  readonly homes = new Map<string, HomePage>();
  readonly files: LoopbackFile[] = [];
  /** Channels in which the app cannot post, with Slack's error for it. */
  readonly closed = new Map<string, 'is_archived' | 'not_in_channel'>();
  /** The views that lie over each other, by user, the topmost last. */
  readonly #modals = new Map<string, LoopbackModal[]>();
  /** The second at which timestamps begin, of the Unix epoch. */
  epoch = 1_700_000_000;
  #lastTs = 0;
  readonly #listeners = new Set<WorkspaceListener>();

  constructor(users: readonly LoopbackUser[], channels: readonly { id: string; name: string }[]) {
    for (const user of [botUser, ...users]) this.users.set(user.id, user);
    for (const { id, name } of channels) this.channels.set(id, { id, name, kind: 'channel', user: null });
    for (const user of users) this.openDirect(user.id);
  }

  /** Ends a member's account, as when a colleague leaves. */
  deactivate(user: string): void {
    const found = this.users.get(user);
    if (found !== undefined) this.users.set(user, { ...found, deleted: true });
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
    this.#tell((listener) => listener.message?.(message));
    return message;
  }

  /** Replaces a message's content in its place; null when there is no such message. */
  update(channel: string, ts: string, content: Pick<LoopbackMessage, 'text' | 'blocks'>): LoopbackMessage | null {
    const at = this.messages.findIndex((message) => message.channel === channel && message.ts === ts);
    const old = this.messages[at];
    if (old === undefined) return null;
    const message = { ...old, ...content, stream: null };
    this.messages[at] = message;
    this.#tell((listener) => listener.message?.(message));
    return message;
  }

  /** Changes a streamed message; null when there is none that is open. */
  stream(channel: string, ts: string, change: (message: LoopbackMessage) => LoopbackMessage): LoopbackMessage | null {
    const at = this.messages.findIndex((message) => message.channel === channel && message.ts === ts);
    const old = this.messages[at];
    if (old?.stream?.open !== true) return null;
    const message = change(old);
    this.messages[at] = message;
    this.#tell((listener) => listener.message?.(message));
    return message;
  }

  /** Ends every open stream, as Slack does after about five minutes. */
  killStreams(): void {
    for (const [at, message] of this.messages.entries())
      if (message.stream?.open === true) this.messages[at] = { ...message, stream: { ...message.stream, open: false } };
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

  /** The messages of a channel outside threads, newest first, without ephemeral ones. */
  history(channel: string): LoopbackMessage[] {
    return this.messages
      .filter((message) => message.channel === channel && message.onlyFor === null && message.threadTs === null)
      .toReversed();
  }

  publishHome(user: string, view: HomePage): void {
    this.homes.set(user, view);
    this.#tell((listener) => listener.home?.(user, view));
  }

  /** The topmost view that the user sees, or null. */
  modalOf(user: string): LoopbackModal | null {
    return this.#modals.get(user)?.at(-1) ?? null;
  }

  /** Opens a view, alone or upon the others. */
  openModal(user: string, view: ModalPage, onTop: boolean): LoopbackModal {
    const modal = { id: `V${randomUUID()}`, user, view };
    this.#modals.set(user, [...(onTop ? (this.#modals.get(user) ?? []) : []), modal]);
    this.#tell((listener) => listener.modal?.(modal));
    return modal;
  }

  /** Puts another content into an open view; null when it is closed. */
  updateModal(id: string, view: ModalPage): LoopbackModal | null {
    for (const [user, modals] of this.#modals) {
      if (!modals.some((modal) => modal.id === id)) continue;
      const modal = { id, user, view };
      this.#modals.set(
        user,
        modals.map((open) => (open.id === id ? modal : open)),
      );
      this.#tell((listener) => listener.modal?.(modal));
      return modal;
    }
    return null;
  }

  /** Closes the topmost view, or all of them. */
  closeModal(user: string, all = false): void {
    this.#modals.set(user, all ? [] : (this.#modals.get(user) ?? []).slice(0, -1));
  }

  handOver(file: LoopbackFile): void {
    this.files.push(file);
    this.#tell((listener) => listener.file?.(file));
  }

  /** Tells the listener of what appears or changes; returns a function that ends it. */
  listen(listener: WorkspaceListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell(of: (listener: WorkspaceListener) => void): void {
    for (const listener of this.#listeners) of(listener);
  }

  #nextTs(): string {
    this.#lastTs += 1;
    return `${this.epoch}.${String(this.#lastTs).padStart(6, '0')}`;
  }
}
