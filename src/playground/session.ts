import { escapeMrkdwn } from '../slack/plain-text.ts';
import { fillText } from '../slack/views/rich-text.ts';
import { textsIn } from '../texts/texts.ts';
import { fieldsOf } from './form-fields.ts';
import type { LoopbackSlack } from './loopback-slack.ts';
import {
  languageOfPerson,
  roleNamed,
  sampleChannel,
  samplePeople,
  type SampleRole,
  sampleRoles,
} from './sample-people.ts';
import { Screen } from './screen.ts';
import { botUser, type LoopbackMessage, type LoopbackModal } from './workspace.ts';

export type SessionOptions = {
  slack: LoopbackSlack;
  /** Resolves when the app has finished what it was given. */
  idle: () => Promise<void>;
  /** Gets text to show, without a line end. */
  write: (text: string) => void;
};

/**
 * One person at the terminal: takes lines, acts in the loopback Slack, and writes what that person would see there. Buttons
 * are numbered anew with each line.
 */
export class PlaygroundSession {
  #role: SampleRole = 'owner';
  /** The thread of what was last said to this person or mentioned by them. */
  #thread: { channel: string; ts: string } | null = null;
  /** Direct messages that came while their reader was not at the terminal. */
  readonly #unread: LoopbackMessage[] = [];
  /** What is written into the open form and not sent yet. */
  #form: { id: string; filled: Record<string, string | null> } = { id: '', filled: {} };
  readonly #screen: Screen;
  readonly #slack: LoopbackSlack;
  readonly #idle: () => Promise<void>;
  readonly #write: (text: string) => void;

  constructor({ slack, idle, write }: SessionOptions) {
    this.#slack = slack;
    this.#idle = idle;
    this.#write = write;
    this.#screen = new Screen(slack.workspace);
    slack.workspace.listen({
      message: (message) => this.#receive(message),
      home: (user, view) => {
        if (user === this.#user.id) write(this.#screen.home(view, this.#texts));
      },
      modal: (modal) => this.#showForm(modal),
      file: ({ name, content, channel }) => {
        if (channel !== slack.workspace.openDirect(this.#user.id).id) return;
        write(fillText(this.#texts.file, { name, count: content.trimEnd().split('\n').length }));
      },
    });
  }

  /** What stands before a line at a terminal. */
  get prompt(): string {
    return `${this.#user.name}> `;
  }

  welcome(): void {
    const texts = this.#texts;
    this.#write(`${texts.welcome}\n${this.#whoAmI()}\n${texts.hint}\n/help, /quit`);
  }

  bye(): void {
    this.#write(this.#texts.bye);
  }

  /** Carries out one line; false when it asks to leave. */
  async handle(line: string): Promise<boolean> {
    const text = line.trim();
    if (text === '') return true;
    if (text === '/quit' || text === '/exit') return false;
    try {
      await this.#act(text);
      await this.#idle();
    } catch {
      this.#write(this.#texts.failed);
    }
    return true;
  }

  get #user() {
    return samplePeople[this.#role];
  }

  get #texts() {
    return textsIn(languageOfPerson(this.#role)).playground;
  }

  async #act(text: string): Promise<void> {
    if (/^\d{1,3}$/.test(text)) return this.#press(Number(text));
    const field = /^([a-z])\s*=(.*)$/s.exec(text);
    if (field !== null) return this.#fillIn(field[1] ?? '', (field[2] ?? '').trim());
    if (text === '/send') return this.#send();
    this.#screen.shown.length = 0;
    const [word = '', ...rest] = text.split(/\s+/);
    if (word === '/lv') return this.#command(text.slice(word.length).trim());
    if (word === '/home') return this.#slack.openTab(this.#user.id, 'home');
    if (word === '/cancel') return this.#cancel();
    if (word === '/help') return this.#write(this.#texts.help.join('\n'));
    if (word === '/as') return this.#changeUser(rest[0] ?? '');
    if (word.startsWith('/')) return this.#write(fillText(this.#texts.unknownCommand, { word }));
    if (/^@valo\b/i.test(text)) return this.#mention(text.slice('@valo'.length).trim());
    if (text.startsWith('>')) return this.#followUp(text.slice(1).trim());
    await this.#say(this.#slack.workspace.openDirect(this.#user.id).id, text);
  }

  async #command(text: string): Promise<void> {
    await this.#slack.command({ user: this.#user.id, channel: sampleChannel.id, text: asSlackSends(text) });
  }

  async #mention(text: string): Promise<void> {
    const message = await this.#slack.say({
      user: this.#user.id,
      channel: sampleChannel.id,
      text: `<@${botUser.id}> ${asSlackSends(text)}`,
    });
    this.#thread = { channel: message.channel, ts: message.ts };
  }

  async #followUp(text: string): Promise<void> {
    if (this.#thread === null) return this.#write(this.#texts.noThread);
    await this.#say(this.#thread.channel, text, this.#thread.ts);
  }

  async #say(channel: string, text: string, threadTs?: string): Promise<void> {
    const thread = threadTs === undefined ? {} : { threadTs };
    await this.#slack.say({ user: this.#user.id, channel, text: asSlackSends(text), ...thread });
  }

  async #press(number: number): Promise<void> {
    const { shown } = this.#screen;
    const pressed = shown[number - 1];
    if (pressed === undefined) return this.#write(fillText(this.#texts.noButton, { number }));
    shown.length = 0;
    const { button } = pressed;
    const user = this.#user.id;
    if (pressed.on === 'message') return this.#slack.press({ user, message: pressed.message, button });
    if (pressed.on === 'home') return this.#slack.pressHome({ user, button });
    await this.#slack.pressModal({ modal: pressed.modal, button });
  }

  #receive(message: LoopbackMessage): void {
    if (message.user !== botUser.id) return;
    if (this.#reads(message)) this.#show(message);
    else if (message.onlyFor === null) this.#unread.push(message);
  }

  #show(message: LoopbackMessage): void {
    const { channel, onlyFor, threadTs, ts } = message;
    if (onlyFor === null) this.#thread = { channel, ts: threadTs ?? ts };
    const step = message.stream?.open === true ? message.stream.steps.at(-1) : undefined;
    this.#write(step === undefined ? this.#screen.message(message, this.#texts) : `… ${step.title}`);
  }

  #showForm(modal: LoopbackModal, errors: Readonly<Record<string, string>> = {}): void {
    if (modal.user !== this.#user.id) return;
    if (modal.id !== this.#form.id) this.#form = { id: modal.id, filled: {} };
    this.#write(this.#screen.modal(modal, { filled: this.#form.filled, errors }, this.#texts));
  }

  #fillIn(letter: string, value: string): void {
    const modal = this.#slack.workspace.modalOf(this.#user.id);
    const id = modal === null ? null : this.#screen.fieldLettered(modal, letter);
    if (modal === null || id === null) return this.#write(fillText(this.#texts.notFilled, { word: letter }));
    this.#form.filled[id] = value === '' ? null : value;
    if (isFileField(modal, id)) this.#form.filled[id] = this.#slack.keepFile(value.replaceAll('\\n', '\n'));
    this.#showForm(modal);
  }

  async #send(): Promise<void> {
    const modal = this.#slack.workspace.modalOf(this.#user.id);
    if (modal === null) return this.#write(fillText(this.#texts.notFilled, { word: '' }));
    const { errors } = await this.#slack.submit(modal, this.#form.filled);
    if (Object.keys(errors).length > 0) return this.#showForm(modal, errors);
  }

  #cancel(): void {
    this.#slack.workspace.closeModal(this.#user.id);
    this.#write(this.#texts.formClosed);
  }

  #changeUser(word: string): void {
    const role = roleNamed(word);
    if (role === null) return this.#write(fillText(this.#texts.unknownUser, { word }));
    this.#role = role;
    this.#write(this.#whoAmI());
    const own = this.#unread.filter((message) => this.#reads(message));
    const others = this.#unread.filter((message) => !this.#reads(message));
    this.#unread.splice(0, this.#unread.length, ...others);
    for (const message of own) this.#show(message);
  }

  #whoAmI(): string {
    const texts = this.#texts;
    const people = sampleRoles.map((role) => `${role} = ${samplePeople[role].name}, ${texts.roles[role]}`).join('; ');
    const now = fillText(texts.nowAs, { name: this.#user.name, role: texts.roles[this.#role] });
    return `${now}\n${fillText(texts.whoElse, { people })}`;
  }

  #reads({ onlyFor, channel }: LoopbackMessage): boolean {
    const place = this.#slack.workspace.channels.get(channel);
    if (onlyFor !== null && onlyFor !== this.#user.id) return false;
    return place?.kind !== 'im' || place.user === this.#user.id;
  }
}

/** A file is typed as its content, with "\\n" between lines. */
function isFileField({ view }: LoopbackModal, id: string): boolean {
  return fieldsOf(view).some((field) => field.block_id === id && field.element.type === 'file_input');
}

/** Typed text as Slack hands it on: people and channels as markup, the characters of markup escaped. */
function asSlackSends(text: string): string {
  return escapeMrkdwn(text)
    .replace(/@([\p{L}]{1,40})/gu, (whole, word: string) => {
      const role = roleNamed(word);
      return role === null ? whole : `<@${samplePeople[role].id}|${samplePeople[role].name.toLowerCase()}>`;
    })
    .replaceAll(`#${sampleChannel.name}`, `<#${sampleChannel.id}|${sampleChannel.name}>`);
}
