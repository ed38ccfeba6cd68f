import type { WebClient } from '@slack/web-api';
import type { Answer, Question, Subject } from '../../answer/answer.ts';
import type { KeptQuestion } from '../../conversation/data.ts';
import type { Language } from '../../domain/language.ts';
import { boardAskedFor, lightOfAnswer } from '../answer-light.ts';
import { channelScope, languageOf, type SlackContext, viewIn } from '../context.ts';
import { within } from '../running-work.ts';
import type { AnswerLight } from '../views/answer-light.ts';
import { type AnswerExtent, buildAnswerMessage, buildNoteMessage } from '../views/answer-message.ts';
import { buildBoardMessage } from '../views/board-message.ts';
import type { SlackMessage } from '../views/message.ts';

/** Within 20 s for both, with `answerWithinMs`. */
const lightWithinMs = 1_500;

/** A question as it came in on some surface. */
export type Asked = {
  text: string;
  user: string;
  /** The channel whose programme and language hold, null for none. */
  channel: string | null;
  /** What the conversation was about before, null at its start. */
  subject: Subject | null;
  /** True where only the asker reads the answer. */
  private: boolean;
  /** Where the answer will stand, null when only its reader sees it. */
  place: KeptQuestion['place'];
  extent?: AnswerExtent;
  /** False for a question that is kept already; default true. */
  keep?: boolean;
  /** Told what the answering is at. */
  progress?: NonNullable<Question['progress']>;
};

/** `answer` null means that there is none, and the message says why. */
export type Reply = { answer: Answer | null; message: SlackMessage; language: Language };

/** Asks, and builds the message. The asker gets an answer or a reason within the time that the context allows. */
export async function replyTo(context: SlackContext, client: WebClient, asked: Asked): Promise<Reply> {
  const scope = await channelScope(context, asked.channel);
  const fallback = asked.subject?.language ?? scope.language ?? (await languageOf(context, client, asked.user));
  const note = (pick: 'emptyQuestion' | 'slow'): Reply => ({
    answer: null,
    message: buildNoteMessage(viewIn(fallback).texts.slack[pick]),
    language: fallback,
  });
  if (asked.text === '') return note('emptyQuestion');
  const question: Question = {
    text: asked.text,
    fallbackLanguage: fallback,
    user: asked.user,
    private: asked.private,
    now: context.ports.now(),
    ...(scope.city === null ? {} : { city: scope.city }),
    ...(scope.programme === null ? {} : { programme: scope.programme }),
    ...(asked.subject === null ? {} : { subject: asked.subject }),
    ...(asked.progress === undefined ? {} : { progress: asked.progress }),
  };
  const answer = await answerInTime(context, question);
  if (answer === null) return note('slow');
  const board = await boardMessage(context, answer, asked, scope.programme);
  if (board !== null) return { answer, message: board, language: answer.language };
  const light = await lightInTime(context, answer, asked);
  return { answer, message: answerMessage(context, answer, asked, light), language: answer.language };
}

/** The board for a question about lights that names no goal, null for any other. It is the lights' own answer, so that nothing went unanswered. */
async function boardMessage(
  context: SlackContext,
  answer: Answer,
  { text, user, channel }: Asked,
  programme: string | null,
): Promise<SlackMessage | null> {
  const lights = boardAskedFor(answer, text);
  if (lights === null) return null;
  const caller = { user, channel, slackAdmin: false, key: `slack:board:${user}` };
  const ofCity = context.ports.catalogue().programmes.find(({ city }) => city === answer.subject?.city);
  const filter = { lights, programme: ofCity?.id ?? programme, goals: [], mine: false };
  const board = await context.ports.execute({ kind: 'list', filter }, caller);
  return board.kind === 'board' ? buildBoardMessage(board, viewIn(answer.language)) : null;
}

/** Null where there is none, and when Slack takes too long to tell of the people: an answer does not wait for them. */
async function lightInTime(context: SlackContext, answer: Answer, asked: Asked): Promise<AnswerLight | null> {
  const { user, channel, text } = asked;
  const caller = { user, channel, slackAdmin: false, key: `slack:light:${user}` };
  const looking = lightOfAnswer(context.ports, answer, text, caller);
  const inTime = await within(lightWithinMs, looking);
  return inTime ? looking : null;
}

function answerMessage(context: SlackContext, answer: Answer, asked: Asked, light: AnswerLight | null): SlackMessage {
  const { sources } = context.ports.catalogue();
  return buildAnswerMessage(answer, viewIn(answer.language), {
    extent: asked.extent ?? 'short',
    languageOf: (id) => sources.find((source) => source.id === id)?.language ?? null,
    question: asked.keep === false ? null : keepQuestion(context, answer, asked),
    light,
  });
}

/** Null for small talk, which is neither kept nor judged. */
function keepQuestion(context: SlackContext, answer: Answer, { text, user, place }: Asked): string | null {
  const { outcome, subject, language, headline, personal, targets } = answer;
  if (outcome === 'smalltalk') return null;
  return context.ports.conversation.keepQuestion({
    user,
    text: subject?.question ?? text,
    language,
    outcome,
    answer: personal ? '' : headline,
    targets: [...targets],
    people: [...(subject?.people ?? [])],
    organisations: [...(subject?.organisations ?? [])],
    events: [...(subject?.events ?? [])],
    place,
  });
}

/** Null when the answer takes too long. What it becomes later is of no use to anybody. */
async function answerInTime(context: SlackContext, question: Question): Promise<Answer | null> {
  const asking = context.ports.ask(question);
  const inTime = await within(context.timing.answerWithinMs, asking);
  return inTime ? asking : null;
}
