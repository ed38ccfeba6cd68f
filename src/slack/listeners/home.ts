import { randomUUID } from 'node:crypto';
import type {
  AllMiddlewareArgs,
  BlockAction,
  ButtonAction,
  SlackActionMiddlewareArgs,
  SlackEventMiddlewareArgs,
} from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { CompleteCommand } from '../../status/command.ts';
import type { BoardRow } from '../../status/outcome.ts';
import { languageOf, type SlackContext, viewIn } from '../context.ts';
import { buildNoteMessage } from '../views/answer-message.ts';
import { buildHomeView, type HomeAdmin } from '../views/home-view.ts';
import type { ViewLanguage } from '../views/light-words.ts';
import { buildMessageModal, type SlackMessage } from '../views/message.ts';
import { replyTo } from './ask.ts';

/** What a home tab keeps between presses: the page of the board, from 0. */
type HomeState = { page: number };

const homeStateSchema = z.object({ page: z.number().int().min(0) });

/** How many of the user's own questions the tab lists. */
const askedCount = 5;

/** Opens the home tab, or suggests questions where the user is about to write one. */
export async function handleHomeOpened(
  context: SlackContext,
  { event, client }: SlackEventMiddlewareArgs<'app_home_opened'> & AllMiddlewareArgs,
): Promise<void> {
  if (event.tab === 'home') return publishHome(context, client, event.user, {});
  const { texts } = viewIn(await languageOf(context, client, event.user));
  await client.assistant.threads.setSuggestedPrompts({
    channel_id: event.channel,
    title: texts.home.promptsTitle,
    prompts: Object.values(texts.home.prompts).map((prompt) => ({ title: prompt, message: prompt })),
  });
}

/** Publishes the user's home tab as things stand now. `note` is what came of the last press. */
export async function publishHome(
  context: SlackContext,
  client: WebClient,
  user: string,
  { page = 0, note }: Partial<HomeState> & { note?: SlackMessage },
): Promise<void> {
  const view = viewIn(await languageOf(context, client, user));
  const { admin: slackAdmin } = await context.directory.profile(client, user);
  const run = (command: CompleteCommand) =>
    context.ports.execute(command, { user, channel: null, slackAdmin, key: `slack:home:${randomUUID()}` });
  const rows = async (mine: boolean): Promise<readonly BoardRow[]> => {
    const board = await run({ kind: 'list', filter: { lights: [], programme: null, goals: [], mine } });
    return board.kind === 'board' ? board.rows : [];
  };
  const help = await run({ kind: 'help', topic: null });
  const home = buildHomeView(
    {
      mine: await rows(true),
      board: await rows(false),
      page,
      asked: context.ports.conversation.questionsOf(user, askedCount),
      admin: help.kind === 'help' && help.admin ? await adminPart(context, run) : null,
      note: note ?? null,
    },
    view,
  );
  await client.views.publish({ user_id: user, view: home });
}

async function adminPart(
  context: SlackContext,
  run: (command: CompleteCommand) => ReturnType<SlackContext['ports']['execute']>,
): Promise<HomeAdmin> {
  const digests = await run({ kind: 'digestStatus' });
  return {
    digests: digests.kind === 'digestStatus' ? digests.digests : [],
    offers: context.ports.conversation.offeredAnswers(),
  };
}

/** What a published home tab keeps; the first page where it keeps nothing. */
export function homeStateOf({ private_metadata: metadata }: { private_metadata: string }): HomeState {
  try {
    return homeStateSchema.parse(JSON.parse(metadata));
  } catch {
    return { page: 0 };
  }
}

type HomePress = SlackActionMiddlewareArgs<BlockAction<ButtonAction>> & AllMiddlewareArgs;

/** Turns the board's page. */
export async function handleHomePage(context: SlackContext, { ack, body, action, client }: HomePress): Promise<void> {
  await ack();
  const page = Number(action.value);
  await publishHome(context, client, body.user.id, { page: Number.isInteger(page) && page > 0 ? page : 0 });
}

/** Asks one of the user's own questions again, as the answer may be another one by now. */
export async function handleAskAgain(context: SlackContext, { ack, body, action, client }: HomePress): Promise<void> {
  await ack();
  const view = viewIn(await languageOf(context, client, body.user.id));
  const question = context.ports.conversation.question(action.value ?? '');
  const modal = (message: SlackMessage, of: ViewLanguage) => buildMessageModal(message, 'Valo', of);
  const first = question === null ? view.texts.feedback.gone : view.texts.home.searching;
  const opened = await client.views.open({ trigger_id: body.trigger_id, view: modal(buildNoteMessage(first), view) });
  if (question === null || opened.view?.id === undefined) return;
  const { text, user } = question;
  const asked = { text, user, channel: null, subject: null, private: true, place: null, keep: false };
  const { message } = await replyTo(context, client, asked);
  await client.views.update({ view_id: opened.view.id, view: modal(message, view) });
}
