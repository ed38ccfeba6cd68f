import type { KnownBlock } from '@slack/types';
import type { CuratedAnswer, KeptQuestion } from '../../conversation/data.ts';
import { languages } from '../../domain/language.ts';
import type { BoardRow, ListedDigest } from '../../status/outcome.ts';
import { formatInstantDay } from '../../texts/dates.ts';
import { commandButton } from './actions.ts';
import { adminBlocks } from './home-admin.ts';
import { boardBlocks, dueBlocks, mineBlocks } from './home-board.ts';
import type { ViewLanguage } from './light-words.ts';
import { type HomePage, type SlackMessage, withoutTables } from './message.ts';
import { button, buttons, cut, header, plain } from './rich-text.ts';

/** What only admins see. */
export type HomeAdmin = { digests: readonly ListedDigest[]; offers: readonly CuratedAnswer[] };

export type Home = {
  /** What the user may set, measures of own goals included. */
  mine: readonly BoardRow[];
  /** Every goal, and the measures that carry a light. */
  board: readonly BoardRow[];
  /** The board's page, from 0. */
  page: number;
  /** The user's own latest questions, newest first. */
  asked: readonly KeptQuestion[];
  /** Null for everyone but admins. */
  admin: HomeAdmin | null;
  /** What came of the last press. */
  note: SlackMessage | null;
};

const noteBlocks = 6;

/** What is due from the user, the user's own goals and measures, the whole board worst first, and what the user asked. */
export function buildHomeView(home: Home, view: ViewLanguage): HomePage {
  const blocks: KnownBlock[] = [
    ...noteOf(home),
    ...dueBlocks(home.mine, view),
    ...mineBlocks(home.mine, view),
    ...boardBlocks(home.board, home.page, view),
    ...askedBlocks(home.asked, view),
    ...languageBlocks(view),
    ...(home.admin === null ? [] : adminBlocks(home.admin, view)),
    ...buttons([commandButton(view.texts.home.help, 'help', 90)]),
  ];
  return { type: 'home', private_metadata: JSON.stringify({ page: home.page }), blocks };
}

function noteOf({ note }: Home): KnownBlock[] {
  return note === null ? [] : [...withoutTables(note).blocks.slice(0, noteBlocks), { type: 'divider' }];
}

function askedBlocks(asked: readonly KeptQuestion[], view: ViewLanguage): KnownBlock[] {
  const { home } = view.texts;
  if (asked.length === 0) return [header(home.asked), { type: 'section', text: plain(home.askedNone) }];
  return [
    header(home.asked),
    ...asked.map(({ id, text, answer, at }): KnownBlock => {
      const date = formatInstantDay(at, view.language);
      const lines = [`${date} · ${cut(text, 200)}`, ...(answer === '' ? [] : [cut(answer, 200)])];
      return {
        type: 'section',
        text: plain(lines.join('\n')),
        accessory: button(home.askAgain, 'home_ask_again', id),
      };
    }),
  ];
}

function languageBlocks({ texts, language }: ViewLanguage): KnownBlock[] {
  const { home } = texts;
  const choices = languages
    .filter((choice) => choice !== language)
    .map((choice, at) => commandButton(home.languages[choice], `language ${choice}`, 80 + at));
  return [header(home.language), { type: 'section', text: plain(home.languageNow) }, ...buttons(choices)];
}
