import type { InputBlock, KnownBlock } from '@slack/types';
import type { HomePage } from '../slack/views/message.ts';
import { plainText } from '../slack/plain-text.ts';
import { type Pressable, pressablesOf } from '../slack/pressables.ts';
import { fillText } from '../slack/views/rich-text.ts';
import type { Texts } from '../texts/fi.ts';
import { choicesOf, fieldsOf, type FilledFields, standingValue } from './form-fields.ts';
import type { LoopbackChannel, LoopbackMessage, LoopbackModal, LoopbackUser, Workspace } from './workspace.ts';

/** Something on the screen that a number presses. */
export type Shown =
  | { on: 'message'; message: LoopbackMessage; button: Pressable }
  | { on: 'home'; button: Pressable }
  | { on: 'modal'; modal: LoopbackModal; button: Pressable };

type PlaygroundTexts = Texts['playground'];

/** What one person sees of the workspace, in words. */
export class Screen {
  readonly #workspace: Workspace;
  /** What can be pressed, in the order of the numbers shown. */
  readonly shown: Shown[] = [];

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  message(message: LoopbackMessage, texts: PlaygroundTexts): string {
    const words = this.#words(message.blocks, (button) => ({ on: 'message', message, button }));
    return titled(this.#placeOf(message, texts), words === '' ? message.text : words);
  }

  home(view: HomePage, texts: PlaygroundTexts): string {
    const words = this.#words(view.blocks, (button) => ({ on: 'home', button }));
    return titled(texts.place.home, words);
  }

  /** A form with its fields lettered; `filled` is what has been written into them, `errors` what is wrong, by block. */
  modal(
    modal: LoopbackModal,
    { filled, errors }: { filled: FilledFields; errors: Readonly<Record<string, string>> },
    texts: PlaygroundTexts,
  ): string {
    const fields = fieldsOf(modal.view);
    const field = (block: InputBlock) => {
      const id = block.block_id ?? '';
      const value = filled[id] === undefined ? standingValue(block) : filled[id];
      const choices = choicesOf(block).map(({ text }) => text.text);
      const hint = choices.length === 0 ? '' : `\n    ${fillText(texts.choices, { choices: choices.join(', ') })}`;
      const error = errors[id] === undefined ? '' : `\n    ! ${errors[id]}`;
      return `[${letterOf(fields.indexOf(block))}] ${block.label.text}: ${value ?? ''}${hint}${error}`;
    };
    const words = this.#words(modal.view.blocks, (button) => ({ on: 'modal', modal, button }), field);
    const title = fillText(texts.place.form, { title: modal.view.title.text });
    return titled(title, fields.length === 0 ? words : `${words}\n\n${texts.form}`);
  }

  /** The block of the field with this letter, or null. */
  fieldLettered(modal: LoopbackModal, letter: string): string | null {
    return fieldsOf(modal.view).find((_, at) => letterOf(at) === letter)?.block_id ?? null;
  }

  #words(
    blocks: readonly KnownBlock[],
    shownAs: (button: Pressable) => Shown,
    field?: (block: InputBlock) => string,
  ): string {
    const numbered = (block: KnownBlock) =>
      pressablesOf(block)
        .map((button) => {
          this.shown.push(shownAs(button));
          return `[${this.shown.length}] ${button.label}`;
        })
        .join('   ');
    return plainText(blocks, {
      actions: numbered,
      besides: numbered,
      userName: (id) => this.#user(id)?.name ?? id,
      channel: (id) => `#${this.#workspace.channels.get(id)?.name ?? id}`,
      ...(field === undefined ? {} : { field }),
    });
  }

  #user(id: string): LoopbackUser | undefined {
    return this.#workspace.users.get(id);
  }

  #placeOf({ onlyFor, channel }: LoopbackMessage, { place }: PlaygroundTexts): string {
    if (onlyFor !== null) return place.onlyYou;
    const at: LoopbackChannel | undefined = this.#workspace.channels.get(channel);
    return at?.kind === 'im' ? place.direct : fillText(place.channel, { channel: at?.name ?? channel });
  }
}

function titled(title: string, words: string): string {
  return `\n── ${title} ──\n${words}\n`;
}

function letterOf(at: number): string {
  return 'abcdefghijklmnopqrstuvwxyz'.charAt(at);
}
