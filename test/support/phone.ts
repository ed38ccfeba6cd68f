import { plainText } from '../../src/slack/plain-text.ts';
import { pressablesOf } from '../../src/slack/pressables.ts';
import type { SlackMessage } from '../../src/slack/views/message.ts';

/** Lines on a phone of 45 characters a line, where two buttons share one. */
export function phoneLines(message: SlackMessage): number {
  const words = plainText(message.blocks, { actions: () => '', besides: () => '' }).split('\n');
  const wrapped = words.filter((of) => of !== '').reduce((sum, of) => sum + Math.ceil(of.length / 45), 0);
  const buttons = message.blocks.flatMap(pressablesOf).length;
  return wrapped + Math.ceil(buttons / 2);
}
