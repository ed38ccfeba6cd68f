import type { KnownBlock } from '@slack/types';
import { escapeMrkdwn, plainText } from '../plain-text.ts';
import { cut } from './rich-text.ts';

/** What is posted: blocks, and the same in words for notifications and screen readers. */
export type SlackMessage = {
  text: string;
  blocks: KnownBlock[];
  unfurl_links: false;
  unfurl_media: false;
  parse: 'none';
};

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
  });
  return {
    text: cut(words, notificationLength),
    blocks: [...blocks],
    unfurl_links: false,
    unfurl_media: false,
    parse: 'none',
  };
}
