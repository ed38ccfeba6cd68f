import type { KnownBlock, RichTextElement } from '@slack/types';
import type { DigestTarget } from '../../digest/digest.ts';
import { heading, targetNumber, type ViewLanguage } from './light-words.ts';
import { bold, bullets, cut, elements, line, richText, type Words } from './rich-text.ts';

/** A part of the digest: its blocks, the goals and measures that it names, and whether all of it is shown. */
export type Section = { blocks: KnownBlock[]; targets: readonly DigestTarget[]; complete: boolean };

/** How much of a digest is told: what fits a phone's screen, or so many lines of each part. */
export type DigestExtent = 'short' | number;

/** Lines of each part, and characters of a comment and of a name. In the short form the later parts are a line each. */
export type Extent = {
  whole: boolean;
  lines: number;
  worries: number;
  stale: number;
  due: number;
  comment: number;
  name: number;
};
export const short: Extent = { whole: false, lines: 3, worries: 2, stale: 2, due: 1, comment: 46, name: 32 };
export const wholeOf = (lines: number): Extent => ({
  whole: true,
  lines,
  worries: lines,
  stale: lines,
  due: lines,
  comment: 140,
  name: 80,
});

/** What one line says, and the target that it is about. */
export type Line = { words: Words; target: DigestTarget | null; whole: boolean };

/** A heading, with how many are shown of how many where not all are, and the lines. */
export function section(title: string, lines: readonly Line[], limit: number): Section | null {
  if (lines.length === 0) return null;
  const shown = lines.slice(0, limit);
  const complete = shown.length === lines.length;
  return {
    blocks: [
      richText(line(heading(complete ? title : `${title} (${shown.length}/${lines.length})`))),
      bullets(shown.map(({ words }) => joined(elements(words)))),
    ],
    targets: shown.flatMap(({ target }) => target ?? []),
    complete: complete && shown.every(({ whole }) => whole),
  };
}

/** The same words in fewer elements: a digest of many lines has to fit one message. */
function joined(words: readonly RichTextElement[]): RichTextElement[] {
  const fewer: RichTextElement[] = [];
  for (const word of words) {
    const last = fewer.at(-1);
    const plain = word.type === 'text' && word.style === undefined && last?.type === 'text' && last.style === undefined;
    if (plain) fewer.splice(-1, 1, { type: 'text', text: last.text + word.text });
    else fewer.push(word);
  }
  return fewer;
}

export function targetWords(target: DigestTarget, view: ViewLanguage, { name }: Extent): RichTextElement[] {
  return elements(bold(targetNumber(target, view)), ` ${cut(target.names[view.language], name)}`);
}
