import type {
  Button,
  HeaderBlock,
  KnownBlock,
  PlainTextElement,
  RichTextBlock,
  RichTextElement,
  RichTextQuote,
  RichTextSection,
} from '@slack/types';

/** Words for a rich text: plain strings stand literally, whatever markup they hold. */
export type Words = string | RichTextElement | readonly (string | RichTextElement)[];

const slackUserId = /^[UW][A-Z0-9]{1,20}$/;
const slackChannelId = /^[CDG][A-Z0-9]{1,20}$/;

/** The words as rich text elements; empty strings, which Slack refuses, are left out. */
export function elements(...words: readonly Words[]): RichTextElement[] {
  return words
    .flat()
    .map((word): RichTextElement => (typeof word === 'string' ? { type: 'text', text: word } : word))
    .filter((element) => element.type !== 'text' || element.text !== '');
}

export function bold(text: string): RichTextElement {
  return { type: 'text', text, style: { bold: true } };
}

export function italic(text: string): RichTextElement {
  return { type: 'text', text, style: { italic: true } };
}

export function code(text: string): RichTextElement {
  return { type: 'text', text, style: { code: true } };
}

/** A person by Slack user id; an id of another form (from the terminal) stands as it is. */
export function person(id: string): RichTextElement {
  return slackUserId.test(id) ? { type: 'user', user_id: id } : { type: 'text', text: id };
}

/** A channel by Slack id; anything else stands as it is. */
export function channel(id: string): RichTextElement {
  return slackChannelId.test(id) ? { type: 'channel', channel_id: id } : { type: 'text', text: id };
}

/** Puts words into the braces of a template: fill('{who} set {light}', { who, light }). An unknown name stays as it is. */
export function fill(template: string, values: Readonly<Record<string, Words>>): RichTextElement[] {
  return elements(
    ...template
      .split(/(\{[a-zA-Z]+\})/)
      .map((part) => (part.startsWith('{') ? values[part.slice(1, -1)] : null) ?? part),
  );
}

/** As `fill`, for strings alone. */
export function fillText(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{([a-zA-Z]+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** The word lists with a separator between them. */
export function join(parts: readonly Words[], separator: string): RichTextElement[] {
  return elements(...parts.flatMap((part, at) => (at === 0 ? [part] : [separator, part])));
}

export function line(...words: readonly Words[]): RichTextSection {
  return { type: 'rich_text_section', elements: elements(...words) };
}

export function quote(...words: readonly Words[]): RichTextQuote {
  return { type: 'rich_text_quote', elements: elements(...words) };
}

/** Paragraphs and quotes as one block. A paragraph after a paragraph starts on a new line. */
export function richText(...parts: readonly (RichTextSection | RichTextQuote)[]): RichTextBlock {
  return {
    type: 'rich_text',
    elements: parts.map((part, at) => {
      const continues = parts[at + 1]?.type === 'rich_text_section' && part.type === 'rich_text_section';
      return continues ? { ...part, elements: [...part.elements, { type: 'text', text: '\n' } as const] } : part;
    }),
  };
}

export function bullets(items: readonly Words[]): RichTextBlock {
  return {
    type: 'rich_text',
    elements: [{ type: 'rich_text_list', style: 'bullet', elements: items.map((item) => line(item)) }],
  };
}

/** Text in which nothing is markup, cut to `length`. */
export function plain(text: string, length = 3000): PlainTextElement {
  return { type: 'plain_text', text: cut(text, length), emoji: true };
}

/** https://docs.slack.dev/reference/block-kit/blocks/header-block */
const headerLength = 150;

export function header(text: string): HeaderBlock {
  return { type: 'header', text: plain(text, headerLength) };
}

/** Slack's limit for a button's text. https://docs.slack.dev/reference/block-kit/block-elements/button-element */
const buttonLength = 75;

export function button(text: string, action: string, value: string, style?: 'primary' | 'danger'): Button {
  return {
    type: 'button',
    text: plain(text, buttonLength),
    action_id: action,
    value,
    ...(style === undefined ? {} : { style }),
  };
}

/** A row of buttons, or nothing when there are none. Slack takes 25; fewer fit a phone. */
export function buttons(row: readonly Button[]): KnownBlock[] {
  return row.length === 0 ? [] : [{ type: 'actions', elements: row.slice(0, 10) }];
}

/** The text cut at a word so that it fits, with an ellipsis where something is left out. */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const head = text.slice(0, length - 1);
  const space = head.lastIndexOf(' ');
  const kept = (space > length / 2 ? head.slice(0, space) : head).trimEnd();
  return `${withoutHalfPair(kept)}…`;
}

/** A cut may fall between the halves of an emoji; half of one is not text. */
function withoutHalfPair(text: string): string {
  return /[\uD800-\uDBFF]$/.test(text) ? text.slice(0, -1) : text;
}
