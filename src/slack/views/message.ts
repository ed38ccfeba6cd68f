import type { HomeView, KnownBlock, ModalView, TableBlock } from '@slack/types';
import { escapeMrkdwn, plainText } from '../plain-text.ts';
import type { ViewLanguage } from './light-words.ts';
import { bullets, cut, elements, join, plain, type Words } from './rich-text.ts';

/** What is posted: blocks, and the same in words for notifications and screen readers. */
export type SlackMessage = {
  text: string;
  blocks: KnownBlock[];
  unfurl_links: false;
  unfurl_media: false;
  parse: 'none';
};

/** A form or page that lies over what its reader was looking at. */
export type ModalPage = Omit<ModalView, 'blocks'> & { blocks: KnownBlock[] };
export type HomePage = Omit<HomeView, 'blocks'> & { blocks: KnownBlock[] };

/** Notifications show the first lines; Slack itself cuts at 40,000. */
const notificationLength = 1500;

/**
 * A message of these blocks. Its notification text says what the blocks say, and only the
 * people and channels that Valo itself names are links there: words of documents, questions and comments are escaped.
 */
export function toMessage(blocks: readonly KnownBlock[]): SlackMessage {
  const words = plainText(blocks, {
    text: escapeMrkdwn,
    user: (id) => `<@${id}>`,
    channel: (id) => `<#${id}>`,
    actions: () => '',
    besides: () => '',
  });
  return {
    text: cut(words, notificationLength),
    blocks: [...blocks],
    unfurl_links: false,
    unfurl_media: false,
    parse: 'none',
  };
}

/** The same message for a place where Slack shows no tables: each row as a line. */
export function withoutTables(message: SlackMessage): SlackMessage {
  return { ...message, blocks: message.blocks.map((block) => (block.type === 'table' ? tableLines(block) : block)) };
}

function tableLines({ rows: [, ...rows] }: TableBlock): KnownBlock {
  return bullets(rows.map((row) => join(row.map(cellWords), ' · ')));
}

function cellWords(cell: TableBlock['rows'][number][number]): Words {
  if (cell.type === 'raw_text') return cell.text;
  if (cell.type === 'raw_number') return String(cell.value);
  return elements(...cell.elements.map((part) => (part.type === 'rich_text_section' ? part.elements : [])));
}

/** The message as a view that lies over what its reader was looking at. */
export function buildMessageModal(message: SlackMessage, title: string, { texts }: ViewLanguage): ModalPage {
  return {
    type: 'modal',
    title: plain(title, 24),
    close: plain(texts.form.close, 24),
    blocks: withoutTables(message).blocks.slice(0, 100),
  };
}
