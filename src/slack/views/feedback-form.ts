import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import type { DislikeReason } from '../../conversation/data.ts';
import { formId } from './actions.ts';
import type { ViewLanguage } from './light-words.ts';
import type { ModalPage } from './message.ts';
import { plain } from './rich-text.ts';

/** What travels with the form: the question, and where its reader was. */
export const feedbackMetadataSchema = z.object({
  question: z.string().min(1),
  channel: z.string().nullable(),
  threadTs: z.string().nullable(),
});
export type FeedbackMetadata = z.infer<typeof feedbackMetadataSchema>;

const commentLength = 1_000;

/** What was wrong with an answer. `owned` offers to send the question on to an owner. */
export function buildFeedbackForm(metadata: FeedbackMetadata, owned: boolean, view: ViewLanguage): ModalPage {
  const { feedback, form } = view.texts;
  const reasons = Object.entries(feedback.reasons).map(([value, text]) => ({ text: plain(text, 75), value }));
  const sendOn: KnownBlock = {
    type: 'input',
    block_id: 'sendOn',
    optional: true,
    label: plain(feedback.sendOn),
    element: {
      type: 'checkboxes',
      action_id: 'value',
      options: [{ text: plain(feedback.sendOnOption, 75), value: 'yes' }],
    },
  };
  return {
    type: 'modal',
    callback_id: formId.feedback,
    title: plain(feedback.title, 24),
    submit: plain(feedback.submit, 24),
    close: plain(form.cancel, 24),
    private_metadata: JSON.stringify(metadata),
    blocks: [
      {
        type: 'input',
        block_id: 'reason',
        label: plain(feedback.reason),
        element: { type: 'radio_buttons', action_id: 'value', options: reasons },
      },
      {
        type: 'input',
        block_id: 'comment',
        optional: true,
        label: plain(feedback.comment),
        element: { type: 'plain_text_input', action_id: 'value', multiline: true, max_length: commentLength },
      },
      ...(owned ? [sendOn] : []),
    ],
  };
}

const stateSchema = z.object({
  reason: z.object({ value: z.object({ selected_option: z.object({ value: z.string() }).nullish() }) }),
  comment: z.object({ value: z.object({ value: z.string().nullish() }) }),
  sendOn: z.object({ value: z.object({ selected_options: z.array(z.object({ value: z.string() })) }) }).optional(),
});

/** The form as filled in. Throws for a payload of another form. */
export function readFeedbackForm(
  values: unknown,
  { texts }: ViewLanguage,
): { reason: DislikeReason | null; comment: string | null; sendOn: boolean } {
  const { reason, comment, sendOn } = stateSchema.parse(values);
  const chosen = reason.value.selected_option?.value ?? '';
  return {
    reason: isReason(chosen, texts.feedback.reasons) ? chosen : null,
    comment: comment.value.value?.trim() || null,
    sendOn: (sendOn?.value.selected_options.length ?? 0) > 0,
  };
}

function isReason(word: string, reasons: Readonly<Record<DislikeReason, string>>): word is DislikeReason {
  return Object.hasOwn(reasons, word);
}
