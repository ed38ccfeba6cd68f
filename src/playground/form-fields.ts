import type { InputBlock } from '@slack/types';
import type { ModalPage } from '../slack/views/message.ts';
import type { Payload } from './payloads.ts';

/** What somebody writes or chooses in a form, by the block of the field; an option by its value or its words. Null empties a field. */
export type FilledFields = Readonly<Record<string, string | null>>;

type Choice = { value?: string | undefined; text: { text: string } };

/** The fields of a form in reading order. */
export function fieldsOf(view: ModalPage): InputBlock[] {
  return view.blocks.filter((block) => block.type === 'input');
}

/** What Slack sends of a form: what was filled in, and elsewhere what stood in the field. */
export function stateOf(view: ModalPage, filled: FilledFields): Payload {
  return Object.fromEntries(
    fieldsOf(view).map((block) => {
      const id = block.block_id ?? '';
      const actionId = block.element.action_id ?? '';
      return [id, { [actionId]: valueOf(block, filled[id]) }];
    }),
  );
}

/** What stands in a field before anything is filled in, as words; null for an empty one. */
export function standingValue({ element }: InputBlock): string | null {
  switch (element.type) {
    case 'plain_text_input':
      return element.initial_value ?? null;
    case 'datepicker':
      return element.initial_date ?? null;
    case 'radio_buttons':
    case 'static_select':
      return element.initial_option?.text.text ?? null;
    default:
      return null;
  }
}

/** The choices of a field, none for one that is written in. */
export function choicesOf({ element }: InputBlock): readonly Choice[] {
  return 'options' in element && Array.isArray(element.options) ? element.options : [];
}

function valueOf(block: InputBlock, filled: string | null | undefined): Payload {
  const { element } = block;
  const { type } = element;
  const chosen = filled === undefined || filled === null ? undefined : choiceNamed(block, filled);
  switch (type) {
    case 'plain_text_input':
      return { type, value: filled === undefined ? (element.initial_value ?? null) : filled };
    case 'datepicker':
      return { type, selected_date: filled === undefined ? (element.initial_date ?? null) : filled };
    case 'radio_buttons':
    case 'static_select':
      return { type, selected_option: filled === undefined ? (element.initial_option ?? null) : (chosen ?? null) };
    case 'checkboxes':
      return { type, selected_options: chosen === undefined ? [] : [chosen] };
    case 'file_input':
      return {
        type,
        files: filled === undefined || filled === null ? [] : [{ id: 'F1', url_private_download: filled }],
      };
    default:
      return { type };
  }
}

function choiceNamed(block: InputBlock, word: string): Choice | undefined {
  const wanted = word.trim().toLowerCase();
  const choices = choicesOf(block);
  return (
    choices.find(({ value }) => value === wanted) ??
    choices.find(({ text }) => text.text.toLowerCase().includes(wanted))
  );
}
