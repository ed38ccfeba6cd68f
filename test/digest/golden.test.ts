import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { drawBoard } from '../../src/digest/board-svg.ts';
import type { Digest } from '../../src/digest/digest.ts';
import { pictureOf } from '../../src/digest/picture.ts';
import { languages } from '../../src/domain/language.ts';
import { buildDigestMessage, digestAltText } from '../../src/slack/views/digest-message.ts';
import { pictureTexts } from '../../src/texts/digest/picture-texts.ts';
import { textsIn } from '../../src/texts/texts.ts';
import { phoneLines } from '../support/phone.ts';
import { slackProblems } from '../support/slack-limits.ts';

const golden = (name: string) => join(import.meta.dirname, 'golden', name);

/** A digest as it is kept beside what is made of it. */
async function valueOf(name: string): Promise<Digest> {
  return JSON.parse(await readFile(golden(`${name}.json`), 'utf8'));
}

/**
 * A value in, blocks and picture out. After a change that is meant: `npx vitest run test/digest/golden.test.ts -u`, and look
 * at the pictures.
 */
describe.each(['usual', 'quiet', 'empty'])('the golden digest "%s"', (name) => {
  test.each(languages)('has its blocks and its picture in %s', async (language) => {
    const digest = { ...(await valueOf(name)), language };
    const view = { language, texts: textsIn(language) };
    const picture = { fileId: 'F012345678', altText: digestAltText(digest, view) };
    const short = buildDigestMessage(digest, view, { picture });
    const whole = buildDigestMessage(digest, view, { whole: true });
    expect([...slackProblems(short), ...slackProblems(whole)]).toEqual([]);
    // A phone shows some thirty-five lines of a small font at once, and every part of the usual one has something.
    expect(phoneLines(buildDigestMessage(digest, view))).toBeLessThanOrEqual(36);
    const { rows, words } = pictureOf(digest, pictureTexts(digest));
    await expect(`${JSON.stringify({ short, whole }, null, 2)}\n`).toMatchFileSnapshot(
      golden(`${name}.${language}.blocks.json`),
    );
    await expect(drawBoard(rows, words)).toMatchFileSnapshot(golden(`${name}.${language}.svg`));
  });
});
