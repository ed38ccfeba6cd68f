import type { Button, ContextActionsBlock } from '@slack/types';
import type { ViewLanguage } from './light-words.ts';
import { button, plain } from './rich-text.ts';

/** The two verdicts under an answer. `question` is the id under which the question is kept. */
export function feedbackBlock(question: string, { texts }: ViewLanguage): ContextActionsBlock {
  const { useful, usefulLabel, notUseful, notUsefulLabel } = texts.feedback;
  const choice = (text: string, label: string, verdict: 'useful' | 'notUseful') => ({
    text: plain(text, 75),
    accessibility_label: label,
    value: JSON.stringify({ verdict, question }),
  });
  return {
    type: 'context_actions',
    elements: [
      {
        type: 'feedback_buttons',
        action_id: 'answer_rate',
        positive_button: choice(`👍 ${useful}`, usefulLabel, 'useful'),
        negative_button: choice(`👎 ${notUseful}`, notUsefulLabel, 'notUseful'),
      },
    ],
  };
}

export function askOwnerButton(question: string, { texts }: ViewLanguage): Button {
  return button(texts.feedback.ask, 'answer_ask_owner', question);
}
