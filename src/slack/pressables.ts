import type { ActionsBlock, ContextActionsBlock, KnownBlock, SectionBlock } from '@slack/types';

/** Something in a message or view that a person can press, with what Slack sends to the app for it. */
export type Pressable = {
  label: string;
  blockId: string | null;
  action: Readonly<Record<string, unknown>> & { type: string; action_id: string };
};

/** What can be pressed in a block, in reading order. Fields of forms are not pressed. */
export function pressablesOf(block: KnownBlock): Pressable[] {
  switch (block.type) {
    case 'actions':
    case 'context_actions':
      return block.elements.flatMap((element) => elementPressables(element, block.block_id ?? null));
    case 'section':
      return block.accessory === undefined ? [] : elementPressables(block.accessory, block.block_id ?? null);
    default:
      return [];
  }
}

type Element =
  | ActionsBlock['elements'][number]
  | ContextActionsBlock['elements'][number]
  | NonNullable<SectionBlock['accessory']>;

function elementPressables(element: Element, blockId: string | null): Pressable[] {
  switch (element.type) {
    case 'button': {
      const { type, action_id: id = '', value, text } = element;
      return [{ label: text.text, blockId, action: { type, action_id: id, value, text } }];
    }
    case 'feedback_buttons': {
      const { type, action_id: id = '', positive_button: positive, negative_button: negative } = element;
      return [positive, negative].map(({ text, value }) => ({
        label: text.text,
        blockId,
        action: { type, action_id: id, value, text },
      }));
    }
    case 'overflow': {
      const { type, action_id: id = '', options } = element;
      return options.map((option) => ({
        label: option.text.text,
        blockId,
        action: { type, action_id: id, selected_option: option },
      }));
    }
    default:
      return [];
  }
}
