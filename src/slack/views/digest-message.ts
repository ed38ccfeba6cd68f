import type { Button, ImageBlock, KnownBlock } from '@slack/types';
import { z } from 'zod';
import type { Digest } from '../../digest/digest.ts';
import { type Light, worstFirst } from '../../domain/light.ts';
import { languageSchema } from '../../domain/language.ts';
import { formatInstantDay, formatList } from '../../texts/dates.ts';
import { nothingOn } from '../../texts/digest/picture-texts.ts';
import { commandButton } from './actions.ts';
import type { DigestExtent, Section } from './digest-part.ts';
import { digestSections } from './digest-sections.ts';
import { lightWords, targetNumber, targetTitle, type ViewLanguage } from './light-words.ts';
import { type SlackMessage, toMessage } from './message.ts';
import { button, buttons, cut, fillText, header, italic, line, richText } from './rich-text.ts';

/** A picture that Slack holds, and what it shows in words. */
export type DigestPicture = { fileId: string; altText: string };

/** `whole`: with all that the short form leaves to a button. */
type DigestOptions = { picture?: DigestPicture | null; whole?: boolean };

/** What "show the whole digest" says: which digest it was, so that the whole one tells of the same instant. */
export const wholeDigestSchema = z.object({
  channel: z.string().min(1).max(40),
  week: z.string().max(10),
  at: z.iso.datetime(),
  since: z.iso.datetime(),
  language: languageSchema,
});

/** Buttons in one block. The short form names no more goals than that. */
const rowLength = 8;
const wholeRows = 8;
/** Lines of each part of a whole digest, the most that fit: all of 45 goals with comments of a usual length. */
const wholeLines = [60, 45, 30, 20, 14];
/** Characters of JSON: Slack takes 40,000 in a message, and gives no figure for one block. */
const largestMessage = 38_000;
const largestBlock = 24_000;
/** Slack's limit. https://docs.slack.dev/reference/block-kit/blocks/image-block */
const altLength = 2000;
const namedWorst = 5;

/**
 * The digest: the picture, where there is one, the counts, then what changed, what is worst, what waits, in one phone
 * screen; the rest is behind a button. Each goal and measure that is named has a button that opens it.
 */
export function buildDigestMessage(
  digest: Digest,
  view: ViewLanguage,
  { picture = null, whole = false }: DigestOptions = {},
): SlackMessage {
  const message = toMessage(whole ? wholeBlocks(digest, view) : digestBlocks(digest, view, 'short'));
  return picture === null ? message : { ...message, blocks: [imageBlock(picture), ...message.blocks] };
}

/** As many lines of each part as Slack takes. */
function wholeBlocks(digest: Digest, view: ViewLanguage): KnownBlock[] {
  let blocks: KnownBlock[] = [];
  for (const lines of wholeLines) {
    blocks = digestBlocks(digest, view, lines);
    const sizes = blocks.map((block) => JSON.stringify(block).length);
    if (Math.max(...sizes) <= largestBlock && sizes.reduce((sum, size) => sum + size, 0) <= largestMessage) break;
  }
  return blocks;
}

function digestBlocks(digest: Digest, view: ViewLanguage, told: DigestExtent): KnownBlock[] {
  const sections = digestSections(digest, view, told);
  return [
    header(titleWords(digest, view)),
    countsBlock(digest, view),
    ...sections.flatMap(({ blocks }) => blocks),
    ...openButtons(sections, digest, view, told),
  ];
}

/** What the picture shows: counts and the worst goals. */
export function digestAltText(digest: Digest, view: ViewLanguage): string {
  const { picture } = view.texts.digest;
  const nothing = nothingOn(digest, view.texts.digest);
  const date = formatInstantDay(digest.at, view.language);
  const worst = digest.board
    .filter(({ light }) => light === 'red' || light === 'yellow')
    .slice(0, namedWorst)
    .map(({ target, light }) => `${targetTitle(target, view)} (${view.texts.lights.light[light ?? 'none']})`);
  const counts = countWords(digest, ({ light, count }) => `${view.texts.lights.light[light ?? 'none']} ${count}`, ', ');
  return cut(
    [
      fillText(picture.alt, { date, counts: nothing?.replace(/\.$/, '') ?? counts }),
      ...(worst.length === 0 ? [] : [fillText(picture.altWorst, { targets: worst.join('; ') })]),
    ].join(' '),
    altLength,
  );
}

function imageBlock({ fileId, altText }: DigestPicture): ImageBlock {
  return { type: 'image', slack_file: { id: fileId }, alt_text: altText };
}

function titleWords({ at, scope }: Digest, { texts, language }: ViewLanguage): string {
  const date = formatInstantDay(at, language);
  if (scope.length === 0) return fillText(texts.digest.title, { date });
  const names = formatList(
    scope.map((name) => name[language]),
    language,
  );
  return fillText(texts.digest.titleOf, { date, scope: names });
}

function countsBlock(digest: Digest, view: ViewLanguage): KnownBlock {
  const { narrowed } = view.texts.digest;
  const counts = countWords(digest, ({ light, count }) => `${lightWords(light, view)} ${count}`, ' · ');
  return richText(
    line(nothingOn(digest, view.texts.digest) ?? counts),
    ...(digest.filtered ? [line(italic(narrowed))] : []),
  );
}

const counted: readonly (Light | null)[] = [...worstFirst, null];

function countWords(
  { counts }: Digest,
  words: (of: { light: Light | null; count: number }) => string,
  separator: string,
): string {
  return counted
    .map((light) => ({ light, count: counts[light ?? 'none'] }))
    .filter(({ count }) => count > 0)
    .map(words)
    .join(separator);
}

function openButtons(
  sections: readonly Section[],
  digest: Digest,
  view: ViewLanguage,
  told: DigestExtent,
): KnownBlock[] {
  const named = new Map(sections.flatMap(({ targets }) => targets).map((target) => [target.label, target]));
  const open = [...named.values()].map((target, at) =>
    commandButton(targetNumber(target, view), `show ${target.label}`, at),
  );
  const cutShort = told === 'short' && sections.some(({ complete }) => !complete);
  const all = cutShort ? [wholeButton(digest, view)] : [];
  return [
    ...rows(open.slice(0, rowLength * (told === 'short' ? 1 : wholeRows))),
    ...all.flatMap((of) => buttons([of])),
  ];
}

function rows(row: readonly Button[]): KnownBlock[] {
  return row.length === 0 ? [] : [...buttons(row.slice(0, rowLength)), ...rows(row.slice(rowLength))];
}

function wholeButton({ channel, week, at, since, language }: Digest, { texts }: ViewLanguage): Button {
  const value: z.infer<typeof wholeDigestSchema> = { channel, week, at, since, language };
  return button(texts.digest.showAll, 'digest_show_all', JSON.stringify(value));
}
