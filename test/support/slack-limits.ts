import type {
  ActionsBlock,
  Button,
  InputBlock,
  KnownBlock,
  RichTextBlock,
  SectionBlock,
  TableBlock,
} from '@slack/types';
import type { HomePage, ModalPage } from '../../src/slack/views/message.ts';

/** https://docs.slack.dev/reference/block-kit/blocks */
const limits = {
  blocks: 50,
  viewBlocks: 100,
  section: 3000,
  field: 2000,
  fields: 10,
  header: 150,
  alert: 200,
  actions: 25,
  context: 10,
  contextActions: 5,
  buttonText: 75,
  buttonValue: 2000,
  optionText: 75,
  optionValue: 150,
  overflowOptions: 5,
  choices: 10,
  selectOptions: 100,
  placeholder: 150,
  inputText: 3000,
  label: 2000,
  viewTitle: 24,
  metadata: 3000,
  callbackId: 255,
  tableRows: 100,
  tableColumns: 20,
  /** Of all cells together. */
  tableText: 10_000,
  text: 40_000,
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
  return [...problems, ...misplaced(blocks, ['input', 'alert']), ...blocksProblems(blocks)];
}

/** What Slack would refuse in a form, a page over another or a home tab. */
export function viewProblems(view: ModalPage | HomePage): string[] {
  const { blocks } = view;
  const problems: string[] = [];
  if (blocks.length === 0 || blocks.length > limits.viewBlocks) problems.push(`${blocks.length} blocks`);
  problems.push(...lengthProblem('private metadata', view.private_metadata ?? '-', limits.metadata));
  problems.push(...lengthProblem('callback id', view.callback_id ?? '-', limits.callbackId));
  if (view.type === 'modal') {
    for (const [what, text] of Object.entries({ title: view.title, submit: view.submit, close: view.close })) {
      problems.push(...lengthProblem(what, text?.text ?? '-', limits.viewTitle));
    }
    if (blocks.some(({ type }) => type === 'input') && view.submit === undefined) problems.push('no way to send it');
  } else {
    problems.push(...misplaced(blocks, ['alert']));
  }
  const ids = blocks.flatMap((block) => block.block_id ?? []);
  if (new Set(ids).size !== ids.length) problems.push(`a block_id twice: ${ids.join(', ')}`);
  return [...problems, ...misplaced(blocks, ['table', 'context_actions']), ...blocksProblems(blocks)];
}

function misplaced(blocks: readonly KnownBlock[], types: readonly string[]): string[] {
  return blocks.filter(({ type }) => types.includes(type)).map(({ type }) => `a block of type ${type} here`);
}

function blocksProblems(blocks: readonly KnownBlock[]): string[] {
  return blocks.flatMap((block, at) => blockProblems(block).map((problem) => `block ${at}: ${problem}`));
}

function blockProblems(block: KnownBlock): string[] {
  switch (block.type) {
    case 'rich_text':
      return richTextProblems(block);
    case 'actions':
      return actionProblems(block);
    case 'context_actions': {
      const count = block.elements.length;
      return count === 0 || count > limits.contextActions
        ? [`${count} elements`]
        : block.elements.flatMap(feedbackProblems);
    }
    case 'table':
      return tableProblems(block);
    case 'section':
      return sectionProblems(block);
    case 'input':
      return inputProblems(block);
    case 'alert':
      return lengthProblem('alert', block.text.text, limits.alert);
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

function sectionProblems(block: SectionBlock): string[] {
  const fields = block.fields ?? [];
  const { accessory } = block;
  const overflow = accessory?.type === 'overflow' ? accessory.options : [];
  return [
    ...lengthProblem('section', block.text?.text ?? 'fields', limits.section),
    ...fields.flatMap((field) => lengthProblem('field', field.text, limits.field)),
    ...(fields.length > limits.fields ? [`${fields.length} fields`] : []),
    ...(overflow.length > limits.overflowOptions ? [`${overflow.length} choices`] : []),
    ...overflow.flatMap(optionProblems),
    ...(accessory?.type === 'button' ? buttonProblems(accessory) : []),
  ];
}

type AnyOption = { text: { text: string }; value?: string; description?: { text: string } };

function optionProblems({ text, value = '-', description }: AnyOption): string[] {
  return [
    ...lengthProblem('option', text.text, limits.optionText),
    ...lengthProblem('option value', value, limits.optionValue),
    ...lengthProblem('option description', description?.text ?? '-', limits.optionText),
  ];
}

function inputProblems({ label, hint, element }: InputBlock): string[] {
  const shared = [
    ...lengthProblem('label', label.text, limits.label),
    ...lengthProblem('hint', hint?.text ?? '-', limits.label),
    ...('placeholder' in element
      ? lengthProblem('placeholder', element.placeholder?.text ?? '-', limits.placeholder)
      : []),
  ];
  if (element.type === 'plain_text_input') {
    return [
      ...shared,
      ...lengthProblem('initial value', element.initial_value ?? '-', element.max_length ?? limits.inputText),
    ];
  }
  if (!('options' in element)) return shared;
  // What a select offers comes as options or as groups of them; here always the former.
  const options = (element.options ?? []) as readonly AnyOption[];
  const most = element.type === 'static_select' ? limits.selectOptions : limits.choices;
  const count = options.length === 0 || options.length > most ? [`${options.length} choices`] : [];
  return [...shared, ...count, ...options.flatMap(optionProblems)];
}

function feedbackProblems(
  element: { type: string } & Partial<
    Record<
      'positive_button' | 'negative_button',
      { text: { text: string }; value: string; accessibility_label?: string }
    >
  >,
): string[] {
  return [element.positive_button, element.negative_button].flatMap((of) =>
    of === undefined
      ? []
      : [
          ...lengthProblem('feedback button', of.text.text, limits.buttonText),
          ...lengthProblem('feedback label', of.accessibility_label ?? '', limits.buttonText),
          ...lengthProblem('feedback value', of.value, limits.buttonValue),
        ],
  );
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
  const problems = block.elements.flatMap((element) => (element.type === 'button' ? buttonProblems(element) : []));
  if (block.elements.length === 0 || block.elements.length > limits.actions) {
    problems.push(`${block.elements.length} buttons`);
  }
  if (new Set(ids).size !== ids.length) problems.push(`an action_id twice: ${ids.join(', ')}`);
  return problems;
}

function buttonProblems({ text, value }: Button): string[] {
  return [
    ...lengthProblem('button', text.text, limits.buttonText),
    ...lengthProblem('button value', value ?? '-', limits.buttonValue),
  ];
}

function tableProblems(block: TableBlock): string[] {
  const problems: string[] = [];
  const columns = new Set(block.rows.map((row) => row.length));
  if (block.rows.length === 0 || block.rows.length > limits.tableRows) problems.push(`${block.rows.length} rows`);
  if (columns.size > 1 || Math.max(...columns) > limits.tableColumns) problems.push('uneven or too many columns');
  let text = 0;
  for (const cell of block.rows.flat()) {
    if (cell.type === 'raw_text') text += cell.text.length;
    if (cell.type === 'raw_text' && cell.text === '') problems.push('an empty cell');
    if (cell.type === 'rich_text') problems.push(...richTextProblems(cell));
  }
  if (text > limits.tableText) problems.push(`a table of ${text} characters`);
  return problems;
}

function lengthProblem(what: string, text: string, limit: number): string[] {
  if (text === '') return [`an empty ${what}`];
  return text.length > limit ? [`${what} of ${text.length} characters`] : [];
}
