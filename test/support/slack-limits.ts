import type { ActionsBlock, KnownBlock, RichTextBlock, TableBlock } from '@slack/types';

/** https://docs.slack.dev/reference/block-kit/blocks */
const limits = {
  blocks: 50,
  section: 3000,
  field: 2000,
  fields: 10,
  header: 150,
  actions: 25,
  context: 10,
  buttonText: 75,
  buttonValue: 2000,
  tableRows: 100,
  tableColumns: 20,
  text: 40_000,
  blockId: 255,
  /** Slack gives no figure for rich text; a message as a whole is cut at 40,000 characters. */
  richText: 10_000,
} as const;

/** What Slack would refuse in a message: one line each, none when it is fine. */
export function slackProblems(message: { text: string; blocks: readonly KnownBlock[] }): string[] {
  const problems: string[] = [];
  const { text, blocks } = message;
  if (text.trim() === '') problems.push('no notification text');
  if (text.length > limits.text) problems.push(`text of ${text.length} characters`);
  if (blocks.length > limits.blocks) problems.push(`${blocks.length} blocks`);
  if (blocks.filter(({ type }) => type === 'table').length > 1) problems.push('more than one table');
  const all = JSON.stringify(blocks).length;
  if (all > limits.text) problems.push(`blocks of ${all} characters`);
  return [
    ...problems,
    ...blocks.flatMap((block, at) => blockProblems(block).map((problem) => `block ${at}: ${problem}`)),
  ];
}

function blockProblems(block: KnownBlock): string[] {
  switch (block.type) {
    case 'rich_text':
      return richTextProblems(block);
    case 'actions':
      return actionProblems(block);
    case 'table':
      return tableProblems(block);
    case 'section': {
      const fields = block.fields ?? [];
      return [
        ...lengthProblem('section', block.text?.text ?? 'fields', limits.section),
        ...fields.flatMap((field) => lengthProblem('field', field.text, limits.field)),
        ...(fields.length > limits.fields ? [`${fields.length} fields`] : []),
      ];
    }
    case 'header':
      return lengthProblem('header', block.text.text, limits.header);
    case 'context':
      return block.elements.length > limits.context ? [`${block.elements.length} context elements`] : [];
    case 'image':
      return block.alt_text === '' ? ['an image without alternative text'] : [];
    case 'divider':
      return [];
    default:
      return [`a block of type ${block.type}, for which no limits are known here`];
  }
}

function richTextProblems(block: RichTextBlock): string[] {
  if (block.elements.length === 0) return ['an empty rich text'];
  return block.elements.flatMap((part) => {
    if (part.elements.length === 0) return [`an empty ${part.type}`];
    const words = part.type === 'rich_text_list' ? part.elements.flatMap((item) => item.elements) : part.elements;
    if (part.type === 'rich_text_list' && part.elements.some((item) => item.elements.length === 0)) {
      return ['an empty list item'];
    }
    const texts = words.map((word) => (word.type === 'text' ? word.text : ' '));
    if (texts.includes('')) return [`an empty text in ${part.type}`];
    return lengthProblem(part.type, texts.join(''), limits.richText);
  });
}

function actionProblems(block: ActionsBlock): string[] {
  const ids = block.elements.map((element) => element.action_id);
  const problems = block.elements.flatMap((element) =>
    element.type === 'button'
      ? [
          ...lengthProblem('button', element.text.text, limits.buttonText),
          ...lengthProblem('button value', element.value ?? '-', limits.buttonValue),
        ]
      : [],
  );
  if (block.elements.length === 0 || block.elements.length > limits.actions) {
    problems.push(`${block.elements.length} buttons`);
  }
  if (new Set(ids).size !== ids.length) problems.push(`an action_id twice: ${ids.join(', ')}`);
  return problems;
}

function tableProblems(block: TableBlock): string[] {
  const problems: string[] = [];
  const columns = new Set(block.rows.map((row) => row.length));
  if (block.rows.length === 0 || block.rows.length > limits.tableRows) problems.push(`${block.rows.length} rows`);
  if (columns.size > 1 || Math.max(...columns) > limits.tableColumns) problems.push('uneven or too many columns');
  for (const cell of block.rows.flat()) {
    if (cell.type === 'raw_text' && cell.text === '') problems.push('an empty cell');
    if (cell.type === 'rich_text') problems.push(...richTextProblems(cell));
  }
  return problems;
}

function lengthProblem(what: string, text: string, limit: number): string[] {
  if (text === '') return [`an empty ${what}`];
  return text.length > limit ? [`${what} of ${text.length} characters`] : [];
}
