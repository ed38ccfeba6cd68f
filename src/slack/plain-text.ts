import type {
  ActionsBlock,
  ContextActionsBlock,
  InputBlock,
  KnownBlock,
  RichTextBlock,
  RichTextElement,
  SectionBlock,
  TableBlock,
  TextObject,
} from '@slack/types';
import { pressablesOf } from './pressables.ts';

export type PlainTextOptions = {
  /** Writes words of the message; default as they are. */
  text?: (words: string) => string;
  /** The name shown for a user id, without "@"; default the id. */
  userName?: (id: string) => string;
  /** Writes a user with its name; default "@name". */
  user?: (id: string) => string;
  channel?: (id: string) => string;
  /** The words for a row of buttons, empty to leave them out; default "[Undo] [Show]". */
  actions?: (block: ActionsBlock) => string;
  /** The words for what can be pressed under or beside a text, as for `actions`. */
  besides?: (block: ContextActionsBlock | SectionBlock) => string;
  /** The words for a field of a form; default its label. */
  field?: (block: InputBlock) => string;
};

type Writer = Required<Omit<PlainTextOptions, 'userName'>>;

/** A message's blocks as readable text, one paragraph a block, without markup. An unknown block is left out. */
export function plainText(blocks: readonly KnownBlock[], options: PlainTextOptions = {}): string {
  const writer: Writer = {
    text: options.text ?? ((words) => words),
    user: options.user ?? ((id) => `@${options.userName?.(id) ?? id}`),
    channel: options.channel ?? ((id) => `#${id}`),
    actions: options.actions ?? buttonRow,
    besides: options.besides ?? buttonRow,
    field: options.field ?? (({ label }) => label.text),
  };
  return blocks
    .map((block) => blockText(block, writer))
    .filter((text) => text !== '')
    .join('\n\n');
}

function blockText(block: KnownBlock, writer: Writer): string {
  switch (block.type) {
    case 'rich_text':
      return richTextBlock(block, writer);
    case 'header':
      return writer.text(block.text.text);
    case 'section':
      return sectionText(block, writer);
    case 'context':
      return block.elements
        .map((part) => (part.type === 'image' ? writer.text(part.alt_text) : textObject(part, writer)))
        .join(' ');
    case 'image':
      return writer.text(block.alt_text);
    case 'table':
      return tableText(block, writer);
    case 'actions':
      return writer.actions(block);
    case 'context_actions':
      return writer.besides(block);
    case 'alert':
      return textObject(block.text, writer);
    case 'input':
      return writer.field(block);
    case 'divider':
      return '———';
    default:
      return '';
  }
}

function sectionText(block: SectionBlock, writer: Writer): string {
  const words = [block.text, ...(block.fields ?? [])].map((part) => textObject(part, writer)).join('\n');
  const pressable = block.accessory === undefined ? '' : writer.besides(block);
  return pressable === '' ? words : `${words}  ${pressable}`;
}

function richTextBlock(block: RichTextBlock, writer: Writer): string {
  return block.elements
    .map((part) => {
      if (part.type === 'rich_text_list') {
        return part.elements.map((item) => `• ${richTextWords(item.elements, writer)}`).join('\n');
      }
      const words = richTextWords(part.elements, writer);
      return part.type === 'rich_text_quote' ? prefixed(words, '> ') : words.replace(/\n$/, '');
    })
    .join('\n');
}

function richTextWords(words: readonly RichTextElement[], writer: Writer): string {
  return words.map((word) => richTextWord(word, writer)).join('');
}

function richTextWord(word: RichTextElement, writer: Writer): string {
  switch (word.type) {
    case 'text':
      return writer.text(word.text);
    case 'user':
      return writer.user(word.user_id);
    case 'channel':
      return writer.channel(word.channel_id);
    case 'link':
      return writer.text(word.text === undefined ? word.url : `${word.text} (${word.url})`);
    default:
      return '';
  }
}

function textObject(part: TextObject | undefined, writer: Writer): string {
  if (part === undefined) return '';
  return writer.text(part.type === 'mrkdwn' ? unescapeMrkdwn(part.text) : part.text);
}

/** The characters that Slack has escaped in text, as people wrote them. */
export function unescapeMrkdwn(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** The text with the three characters escaped that open markup in Slack. https://docs.slack.dev/messaging/formatting-message-text */
export function escapeMrkdwn(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function prefixed(text: string, prefix: string): string {
  return text
    .split('\n')
    .map((row) => prefix + row)
    .join('\n');
}

function buttonRow(block: KnownBlock): string {
  return pressablesOf(block)
    .map(({ label }) => `[${label}]`)
    .join(' ');
}

function tableText(block: TableBlock, writer: Writer): string {
  const rows = block.rows.map((row) =>
    row.map((cell) => {
      if (cell.type === 'rich_text') return richTextBlock(cell, writer);
      return cell.type === 'raw_text' ? writer.text(cell.text) : String(cell.value);
    }),
  );
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
