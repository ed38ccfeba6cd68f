import type {
  AllMiddlewareArgs,
  BlockAction,
  FeedbackButtonsAction,
  SlackActionMiddlewareArgs,
  SlackViewMiddlewareArgs,
  ViewSubmitAction,
} from '@slack/bolt';
import { languageOf, type SlackContext, viewIn } from '../context.ts';
import { rateValueSchema } from '../views/actions.ts';
import { buildNoteMessage } from '../views/answer-message.ts';
import { buildFeedbackForm, feedbackMetadataSchema, readFeedbackForm } from '../views/feedback-form.ts';
import { sendToOwners } from './ask-owner.ts';
import { tellOutdated } from './lv-button.ts';
import { parsedJson, showPressed } from './press.ts';
import { tellPrivately } from './tell.ts';

type FeedbackPress = SlackActionMiddlewareArgs<BlockAction<FeedbackButtonsAction>> & AllMiddlewareArgs;

/** A verdict about an answer: kept at once, and for "not useful" a form asks what was wrong. */
export async function handleRating(context: SlackContext, press: FeedbackPress): Promise<void> {
  await press.ack();
  const { body, client, action } = press;
  const { conversation } = context.ports;
  const value = rateValueSchema.safeParse(parsedJson(action.value));
  const question = value.success ? conversation.question(value.data.question) : null;
  if (!value.success || question === null) return tellOutdated(context, press);
  const { verdict } = value.data;
  const user = body.user.id;
  conversation.rate(question.id, { user, verdict, reason: null, comment: null });
  const view = viewIn(await languageOf(context, client, user));
  if (verdict === 'useful') {
    return showPressed(context, press, buildNoteMessage(view.texts.feedback.thanks), { replace: false });
  }
  const metadata = {
    question: question.id,
    channel: body.channel?.id ?? null,
    threadTs: question.place?.threadTs ?? null,
  };
  const form = buildFeedbackForm(metadata, question.targets.length > 0, view);
  await client.views[body.view === undefined ? 'open' : 'push']({ trigger_id: body.trigger_id, view: form });
}

type Submission = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

/** What was wrong with an answer. The question goes on to its owner when its reader wishes so. */
export async function handleFeedbackForm(
  context: SlackContext,
  { ack, body, view: form, client }: Submission,
): Promise<void> {
  await ack();
  const user = body.user.id;
  const view = viewIn(await languageOf(context, client, user));
  const metadata = feedbackMetadataSchema.parse(JSON.parse(form.private_metadata));
  const { reason, comment, sendOn } = readFeedbackForm(form.state.values, view);
  const { conversation } = context.ports;
  const kept = conversation.rate(metadata.question, { user, verdict: 'notUseful', reason, comment });
  if (!context.seen.take(`form:${form.id}`)) return;
  const question = conversation.question(metadata.question);
  const sentence = kept ? view.texts.feedback.thanks : view.texts.feedback.gone;
  const message =
    sendOn && question !== null
      ? await sendToOwners(context, client, { user, question }, view)
      : buildNoteMessage(sentence);
  await tellPrivately(context, client, { ...metadata, user }, message);
}
