import type { Button, PlainTextOption } from '@slack/types';
import { z } from 'zod';
import { button, plain } from './rich-text.ts';

/** The `action_id`s of what can be pressed. A number may follow, as ids are unique within a block. */
export const actionPattern = {
  runCommand: /^lv_run(_\d+)?$/,
  latest: /^lv_(light_\d+|undo)$/,
  menu: /^lv_menu$/,
  showAnswer: /^answer_show_all$/,
  showTarget: /^target_show_all$/,
  wholeDigest: /^digest_show_all$/,
  rate: /^answer_rate$/,
  askOwner: /^answer_ask_owner$/,
  askThem: /^lv_ask_them$/,
  curate: /^curated_(keep|decline)$/,
  homePage: /^home_page_(previous|next)$/,
  askAgain: /^home_ask_again$/,
  nudgeRed: /^nudge_red$/,
  nudgeOwnPart: /^nudge_(not_mine|take_back)$/,
  nudgeSnooze: /^nudge_(un)?snooze$/,
  nudgeRest: /^nudge_rest$/,
} as const;

/** The `callback_id`s of forms. */
export const formId = { update: 'lv_update', import: 'lv_import', feedback: 'answer_feedback' } as const;

/** A command that holds only while what its reader saw still stands: `seq` is the entry seen, null for no light. */
export const latestValueSchema = z.object({ text: z.string().min(1).max(300), seq: z.number().int().nullable() });
export type LatestValue = z.infer<typeof latestValueSchema>;

/** A choice of a menu; without `seq` the command holds whatever stands. */
export const menuValueSchema = latestValueSchema.partial({ seq: true });

/** What "show everything" says: the question as it was understood. */
export const showAnswerValueSchema = z.object({ question: z.string().min(1) });

/** A verdict about the answer to a kept question. */
export const rateValueSchema = z.object({ verdict: z.enum(['useful', 'notUseful']), question: z.string().min(1) });

/** A button that runs `/lv <text>` for whoever presses it, with that person's own rights. */
export function commandButton(label: string, text: string, at = 0, style?: 'primary'): Button {
  return button(label, `lv_run_${at}`, text, style);
}

/** A button that sets a light, unless another one than `seq` stands by then. */
export function lightButton(label: string, value: LatestValue, at: number): Button {
  return button(label, `lv_light_${at}`, JSON.stringify(value));
}

export function undoButton(label: string, undo: LatestValue): Button {
  return button(label, 'lv_undo', JSON.stringify(undo));
}

/** A choice of a menu. https://docs.slack.dev/reference/block-kit/composition-objects/option-object */
export function menuOption(label: string, value: z.infer<typeof menuValueSchema>): PlainTextOption {
  return { text: plain(label, 75), value: JSON.stringify(value) };
}

/** Slack's limit for a button's value. https://docs.slack.dev/reference/block-kit/block-elements/button-element */
const valueLength = 2000;

/** Null when the question is too long to travel with the button. */
export function showAnswerButton(label: string, question: string): Button | null {
  const value = JSON.stringify({ question });
  return value.length > valueLength ? null : button(label, 'answer_show_all', value);
}
