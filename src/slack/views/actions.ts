import type { Button } from '@slack/types';
import { z } from 'zod';
import { button } from './rich-text.ts';

/** The `action_id`s that Valo's buttons carry. A number may follow, as ids are unique within a block. */
export const actionPattern = {
  runCommand: /^lv_run(_\d+)?$/,
  undo: /^lv_undo$/,
  showAnswer: /^answer_show_all$/,
} as const;

/** What an undo button says: the command, and the history entry it is about. */
export const undoValueSchema = z.object({ text: z.string().min(1).max(300), seq: z.number().int() });

/** What "show everything" says: the question as it was understood. */
export const showAnswerValueSchema = z.object({ question: z.string().min(1) });

/** A button that runs `/lv <text>` for whoever presses it, with that person's own rights. */
export function commandButton(label: string, text: string, at = 0, style?: 'primary'): Button {
  return button(label, `lv_run_${at}`, text, style);
}

export function undoButton(label: string, undo: z.infer<typeof undoValueSchema>): Button {
  return button(label, 'lv_undo', JSON.stringify(undo));
}

/** Slack's limit for a button's value. https://docs.slack.dev/reference/block-kit/block-elements/button-element */
const valueLength = 2000;

/** Null when the question is too long to travel with the button. */
export function showAnswerButton(label: string, question: string): Button | null {
  const value = JSON.stringify({ question });
  return value.length > valueLength ? null : button(label, 'answer_show_all', value);
}
