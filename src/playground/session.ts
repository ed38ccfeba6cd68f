import type { ActionsBlock, Button } from '@slack/types';
import { escapeMrkdwn, plainText } from '../slack/plain-text.ts';
import { fillText } from '../slack/views/rich-text.ts';
import { textsIn } from '../texts/texts.ts';
import type { LoopbackSlack } from './loopback-slack.ts';
import {
  languageOfPerson,
  roleNamed,
  sampleChannel,
  samplePeople,
  type SampleRole,
  sampleRoles,
} from './sample-people.ts';
import { botUser, type LoopbackMessage } from './workspace.ts';

type Shown = { message: LoopbackMessage; button: Button };

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
  #buttons: Shown[] = [];
  #thread: string | null = null;
  readonly #slack: LoopbackSlack;
  readonly #idle: () => Promise<void>;
  readonly #write: (text: string) => void;

  constructor({ slack, idle, write }: SessionOptions) {
    this.#slack = slack;
    this.#idle = idle;
    this.#write = write;
    slack.workspace.onMessage((message) => this.#show(message));
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
    this.#buttons = [];
    const [word = '', ...rest] = text.split(/\s+/);
    if (word === '/lv') return this.#command(text.slice(word.length).trim());
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
    this.#thread = message.ts;
  }

  async #followUp(text: string): Promise<void> {
    if (this.#thread === null) return this.#write(this.#texts.noThread);
    await this.#say(sampleChannel.id, text, this.#thread);
  }

  async #say(channel: string, text: string, threadTs?: string): Promise<void> {
    const thread = threadTs === undefined ? {} : { threadTs };
    await this.#slack.say({ user: this.#user.id, channel, text: asSlackSends(text), ...thread });
  }

  async #press(number: number): Promise<void> {
    const shown = this.#buttons[number - 1];
    if (shown === undefined) return this.#write(fillText(this.#texts.noButton, { number }));
    this.#buttons = [];
    await this.#slack.press({ user: this.#user.id, ...shown });
  }

  #changeUser(word: string): void {
    const role = roleNamed(word);
    if (role === null) return this.#write(fillText(this.#texts.unknownUser, { word }));
    this.#role = role;
    this.#write(this.#whoAmI());
  }

  #whoAmI(): string {
    const texts = this.#texts;
    const people = sampleRoles.map((role) => `${role} = ${samplePeople[role].name}, ${texts.roles[role]}`).join('; ');
    const now = fillText(texts.nowAs, { name: this.#user.name, role: texts.roles[this.#role] });
    return `${now}\n${fillText(texts.whoElse, { people })}`;
  }

  #show(message: LoopbackMessage): void {
    if (message.user !== botUser.id || !this.#reads(message)) return;
    const actions = (block: ActionsBlock) => this.#numbered(message, block);
    const words = plainText(message.blocks, {
      actions,
      userName: (id) => this.#slack.workspace.users.get(id)?.name ?? id,
      channel: (id) => `#${this.#slack.workspace.channels.get(id)?.name ?? id}`,
    });
    const text = words === '' ? message.text : words;
    this.#write(`\n── ${this.#placeOf(message)} ──\n${text}\n`);
  }

  #reads({ onlyFor, channel }: LoopbackMessage): boolean {
    const place = this.#slack.workspace.channels.get(channel);
    if (onlyFor !== null && onlyFor !== this.#user.id) return false;
    return place?.kind !== 'im' || place.user === this.#user.id;
  }

  #placeOf({ onlyFor, channel }: LoopbackMessage): string {
    const { place } = this.#texts;
    if (onlyFor !== null) return place.onlyYou;
    const at = this.#slack.workspace.channels.get(channel);
    return at?.kind === 'im' ? place.direct : fillText(place.channel, { channel: at?.name ?? channel });
  }

  #numbered(message: LoopbackMessage, block: ActionsBlock): string {
    const labels = block.elements.flatMap((element) => {
      if (element.type !== 'button') return [];
      this.#buttons.push({ message, button: element });
      return [`[${this.#buttons.length}] ${element.text.text}`];
    });
    return labels.join('   ');
  }
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
