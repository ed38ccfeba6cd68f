import { plainText } from '../../src/slack/plain-text.ts';
import { pressablesOf } from '../../src/slack/pressables.ts';
import type { SlackMessage } from '../../src/slack/views/message.ts';

/** Characters of one line of a message on a phone, and the room around a button's label. */
const lineLength = 45;
const aroundLabel = 4;

/** The lines that a message takes on a phone. */
export function phoneLines(message: SlackMessage): number {
  const words = plainText(message.blocks, { actions: () => '', besides: () => '' }).split('\n');
  const lines = words.filter((of) => of !== '').reduce((sum, of) => sum + Math.ceil(of.length / lineLength), 0);
  return message.blocks.reduce((sum, block) => sum + rowsOf(pressablesOf(block).map(({ label }) => label)), lines);
}

function rowsOf(labels: readonly string[]): number {
  let rows = 0;
  let room = 0;
  for (const label of labels) {
    const width = label.length + aroundLabel;
    if (width > room) {
      rows += 1;
      room = lineLength;
    }
    room -= width;
  }
  return rows;
}
