import type { KnownBlock, RawTextElement, RichTextBlock, TableBlock } from '@slack/types';
import { type Light, worstFirst } from '../../domain/light.ts';
import type { BoardRow, StatusOutcome } from '../../status/outcome.ts';
import { formatInstantDay } from '../../texts/dates.ts';
import { countForm } from '../../texts/texts.ts';
import { commandWords, heading, lightWords, targetNumber, targetTitle, type ViewLanguage } from './light-words.ts';
import { type SlackMessage, toMessage } from './message.ts';
import { elements, fill, fillText, join, line, person, richText } from './rich-text.ts';

type Board = Extract<StatusOutcome, { kind: 'board' }>;

/** A table holds 100 rows and 10,000 characters, its heading among them. https://docs.slack.dev/reference/block-kit/blocks/table-block */
const shownRows = 50;

/** The board, worst first, with counts above it and what needs looking at below. */
export function buildBoardMessage(outcome: Board, view: ViewLanguage): SlackMessage {
  const { board } = view.texts.lights;
  const shown = outcome.rows.slice(0, shownRows);
  if (shown.length === 0) return toMessage([richText(line(heading(board.title)), line(board.empty))]);
  return toMessage([
    richText(line(heading(board.title)), line(countWords(outcome, view))),
    boardTable(shown, view),
    ...worseLines(shown, view),
    ...moreLine(outcome.rows.length - shown.length, view),
  ]);
}

const counted: readonly (Light | null)[] = [...worstFirst, null];

/** "🔴 red 2 · 🟡 yellow 1 · …", each light with its word; a board of some lights counts those alone. */
export function countWords({ counts, filter }: Pick<Board, 'counts' | 'filter'>, view: ViewLanguage): string {
  const only = filter.lights;
  return counted
    .filter((light) => only.length === 0 || (light !== null && only.includes(light)))
    .map((light) => `${lightWords(light, view)} ${counts[light ?? 'none']}`)
    .join(' · ');
}

function boardTable(rows: readonly BoardRow[], view: ViewLanguage): TableBlock {
  const { columns } = view.texts.lights.board;
  const head = [columns.light, columns.target, columns.updated, columns.owner].map(cell);
  return {
    type: 'table',
    column_settings: [{ is_wrapped: false }, { is_wrapped: true }, { is_wrapped: true }, { is_wrapped: true }],
    rows: [head, ...rows.map((row) => boardCells(row, view))],
  };
}

function boardCells(row: BoardRow, view: ViewLanguage): (RawTextElement | RichTextBlock)[] {
  const { board } = view.texts.lights;
  const owners = row.owners.length === 0 ? board.noOwner : join(row.owners.map(person), ', ');
  return [
    cell(lightWords(row.posted?.light ?? null, view)),
    cell(targetTitle(row.target, view)),
    cell(updatedWords(row, view)),
    { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: elements(owners) }] },
  ];
}

function updatedWords({ posted, stale }: BoardRow, { texts, language }: ViewLanguage): string {
  if (posted === null) return texts.lights.board.never;
  const date = formatInstantDay(posted.at, language);
  return stale ? fillText(texts.lights.board.stale, { date }) : date;
}

function worseLines(rows: readonly BoardRow[], view: ViewLanguage): KnownBlock[] {
  const lines = rows
    .filter((row) => row.worseMeasures.length > 0)
    .map((row) => {
      const targets = row.worseMeasures.map(
        ({ target, light }) => `${targetNumber(target, view)} ${lightWords(light, view)}`,
      );
      const words = fill(view.texts.lights.board.worse, { targets: targets.join(', ') });
      return line(`${targetNumber(row.target, view)} · `, words);
    });
  return lines.length === 0 ? [] : [richText(...lines)];
}

function moreLine(count: number, view: ViewLanguage): KnownBlock[] {
  if (count <= 0) return [];
  const words = fillText(countForm(view.texts.lights.board.more, count), { count });
  return [richText(line(words, ' ', commandWords('list red')))];
}

function cell(text: string): RawTextElement {
  return { type: 'raw_text', text };
}
