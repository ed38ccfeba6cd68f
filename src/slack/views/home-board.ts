import type { Button, KnownBlock, SectionBlock } from '@slack/types';
import { isWorse, type Light, lights, worstFirst } from '../../domain/light.ts';
import type { BoardRow } from '../../status/outcome.ts';
import { formatInstantDay } from '../../texts/dates.ts';
import { countForm } from '../../texts/texts.ts';
import { commandButton, lightButton, menuOption } from './actions.ts';
import { commandWords, lightWords, targetTitle, type ViewLanguage } from './light-words.ts';
import { button, buttons, fill, fillText, header, line, plain, richText } from './rich-text.ts';

/** So many fit the tab, with everything else on it, under Slack's 100 blocks. */
const shownDue = 6;
const shownMine = 12;
const pageLength = 25;

/** What waits for the user's update: no light yet, or none for 28 days. Goals come before measures. */
export function dueBlocks(mine: readonly BoardRow[], view: ViewLanguage): KnownBlock[] {
  if (mine.length === 0) return [];
  const { home } = view.texts;
  const due = dueRows(mine);
  const more = due.length - shownDue;
  if (due.length === 0) return [header(home.due), { type: 'section', text: plain(home.dueNone) }];
  return [
    header(home.due),
    ...due.slice(0, shownDue).flatMap((row) => [rowSection(row, view), ...buttons(lightButtons(row, view))]),
    ...(more > 0
      ? [{ type: 'section' as const, text: plain(fillText(countForm(home.dueMore, more), { count: more })) }]
      : []),
  ];
}

function dueRows(mine: readonly BoardRow[]): BoardRow[] {
  return mine.filter(isDue).toSorted((a, b) => dueRank(a) - dueRank(b));
}

function isDue({ posted, stale }: BoardRow): boolean {
  return posted === null || stale;
}

function dueRank({ target }: BoardRow): number {
  return target.kind === 'goal' ? 0 : 1;
}

/** One tap a light. Red needs a reason in words, and so the form; red that stands is confirmed by a tap. */
function lightButtons({ target, posted }: BoardRow, view: ViewLanguage): Button[] {
  return [
    ...lights
      .filter((light) => light !== 'red' || posted?.light === 'red')
      .map((light, at) => {
        const value = { text: `set ${target.label} ${light}`, seq: posted?.seq ?? null };
        return lightButton(lightWords(light, view), value, at);
      }),
    commandButton(view.texts.home.form, `edit ${target.label}`, 9),
  ];
}

/** The user's own goals and measures that do not stand above as due, each with a menu. */
export function mineBlocks(mine: readonly BoardRow[], view: ViewLanguage): KnownBlock[] {
  const above = new Set(dueRows(mine).slice(0, shownDue));
  const rest = mine.filter((row) => !above.has(row));
  if (rest.length === 0) return [];
  const { home } = view.texts;
  const more = rest.length - shownMine;
  return [
    header(home.mine),
    ...rest.slice(0, shownMine).map((row) => ({ ...rowSection(row, view), accessory: rowMenu(row, view) })),
    ...(more > 0
      ? buttons([commandButton(fillText(countForm(home.mineMore, more), { count: more }), 'list mine', 70)])
      : []),
  ];
}

function rowMenu({ target, posted }: BoardRow, view: ViewLanguage): NonNullable<SectionBlock['accessory']> {
  const tapped: readonly Light[] = ['green', 'yellow', 'grey'];
  const seq = posted?.seq ?? null;
  return {
    type: 'overflow',
    action_id: 'lv_menu',
    options: [
      ...tapped.map((light) => menuOption(lightWords(light, view), { text: `set ${target.label} ${light}`, seq })),
      menuOption(view.texts.form.open, { text: `edit ${target.label}` }),
      menuOption(view.texts.home.open, { text: `show ${target.label}` }),
    ],
  };
}

/** A page of the board. A tab without any light says how the first one comes about. */
export function boardBlocks(board: readonly BoardRow[], page: number, view: ViewLanguage): KnownBlock[] {
  const { home } = view.texts;
  if (board.length === 0) return [header(home.board), { type: 'section', text: plain(home.boardEmpty) }];
  const pages = Math.ceil(board.length / pageLength);
  const at = Math.min(page, pages - 1);
  const rows = board.slice(at * pageLength, (at + 1) * pageLength);
  return [
    header(home.board),
    ...(board.every(({ posted }) => posted === null) ? [noLights(view)] : [counts(board, view)]),
    ...rows.map((row, place) => ({
      ...rowSection(row, view),
      accessory: commandButton(home.open, `show ${row.target.label}`, place),
    })),
    ...(pages > 1 ? pageBlocks(at, pages, view) : []),
  ];
}

function noLights({ texts }: ViewLanguage): KnownBlock {
  const values = { command: commandWords('set goal5 green'), owner: commandWords('owner add 5 @…') };
  return richText(line(fill(texts.home.noLights, values)));
}

function counts(board: readonly BoardRow[], view: ViewLanguage): KnownBlock {
  const words = [...worstFirst, null].map((light) => {
    const count = board.filter(({ posted }) => (posted?.light ?? null) === light).length;
    return `${lightWords(light, view)} ${count}`;
  });
  return { type: 'section', text: plain(words.join(' · ')) };
}

function pageBlocks(page: number, pages: number, { texts }: ViewLanguage): KnownBlock[] {
  const { home } = texts;
  const words = fillText(home.page, { page: page + 1, pages });
  return [
    { type: 'context', elements: [plain(words)] },
    ...buttons([
      ...(page > 0 ? [button(home.previous, 'home_page_previous', String(page - 1))] : []),
      ...(page < pages - 1 ? [button(home.next, 'home_page_next', String(page + 1))] : []),
    ]),
  ];
}

/** Light, name and when it was updated; a measure that stands worse than its goal is named with the goal. */
function rowSection(row: BoardRow, view: ViewLanguage): SectionBlock {
  const worse = row.worseMeasures
    .filter(({ light }) => row.posted === null || isWorse(light, row.posted.light))
    .map(({ target, light }) => `${target.target.id} ${lightWords(light, view)}`);
  const lines = [
    `${lightWords(row.posted?.light ?? null, view)} · ${targetTitle(row.target, view)}`,
    ...updatedLine(row, view),
    ...(worse.length === 0 ? [] : [fillText(view.texts.lights.board.worse, { targets: worse.join(', ') })]),
  ];
  return { type: 'section', text: plain(lines.join('\n')) };
}

function updatedLine({ posted, stale }: BoardRow, { texts, language }: ViewLanguage): string[] {
  if (posted === null) return [];
  const date = formatInstantDay(posted.at, language);
  return [fillText(stale ? texts.home.stale : texts.home.updated, { date })];
}
