import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewResponseAction, ViewSubmitAction } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { helsinkiDay, type Light, type Target } from '../../domain/light.ts';
import type { StatusOutcome } from '../../status/outcome.ts';
import { languageOf, type SlackContext, statusViewIn, viewIn } from '../context.ts';
import type { UpdateFields } from '../../status/events.ts';
import type { CommandCaller } from '../ports.ts';
import { commandButton } from '../views/actions.ts';
import type { ViewLanguage } from '../views/light-words.ts';
import { buildMessageModal, type SlackMessage, toMessage } from '../views/message.ts';
import { buttons, line, richText } from '../views/rich-text.ts';
import { buildStatusMessage, type ShownOutcome } from '../views/status-message.ts';
import {
  buildUpdateForm,
  readUpdateForm,
  type UpdateFormMetadata,
  updateFormMetadataSchema,
} from '../views/update-form.ts';
import { publishHome } from './home.ts';
import { tellPrivately } from './tell.ts';

/** Who asks for a form, from where, and what it is about. */
export type FormCall = {
  target: Target;
  user: string;
  channel: string | null;
  triggerId: string;
  /** The light that is chosen already; default the one that stands. */
  light?: Light;
  /** True where the form lies upon another view; default false. */
  pushed?: boolean;
};

/** Opens the form. Returns null, or what to say when it could not be opened. */
export async function openUpdateForm(
  context: SlackContext,
  client: WebClient,
  call: FormCall,
): Promise<SlackMessage | null> {
  const { user, channel, triggerId, pushed = false } = call;
  const { admin } = await context.directory.profile(client, user);
  const caller = { user, channel, slackAdmin: admin, key: `slack:${triggerId}:form` };
  const shown = await context.ports.execute({ kind: 'show', target: call.target }, caller);
  const view = statusViewIn(context, await languageOf(context, client, user));
  if (shown.kind !== 'shown') return shown.kind === 'handOver' ? null : buildStatusMessage(shown, view);
  const { target, posted } = shown;
  const metadata = { target: target.target, seq: posted?.seq ?? null, channel, pushed };
  const fields = call.light === undefined ? undefined : withLight(posted, call.light);
  const today = helsinkiDay(context.ports.now());
  const form = buildUpdateForm({ target, posted, metadata, today, ...(fields && { fields }) }, view);
  try {
    const opened = { trigger_id: triggerId, view: form };
    await (pushed ? client.views.push(opened) : client.views.open(opened));
    return null;
  } catch (error) {
    context.logger.debug('The form was not opened:', error);
    const { notOpened, open } = view.texts.form;
    return toMessage([richText(line(notOpened)), ...buttons([commandButton(open, `edit ${target.label}`)])]);
  }
}

/** What stands, with another light: what was said of the old one does not hold of the new one. */
function withLight(posted: UpdateFields | null, light: Light): UpdateFields {
  const { next = null, expected = null, confidence = null, blockers = null } = posted ?? {};
  const comment = posted?.light === light ? posted.comment : null;
  return { light, comment, next, expected, confidence, blockers };
}

type Submission = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

/**
 * The form as filled in. What is wrong is said beside its field and the form stays as it is. The form's own id is the
 * idempotency key, so that a repeated press saves once.
 */
export async function handleUpdateForm(
  context: SlackContext,
  { ack, body, view: form, client }: Submission,
): Promise<void> {
  const { id: user } = body.user;
  const view = viewIn(await languageOf(context, client, user));
  const metadata = updateFormMetadataSchema.parse(JSON.parse(form.private_metadata));
  const fields = readUpdateForm(form.state.values);
  const today = helsinkiDay(context.ports.now());
  const problem = problemOf(fields, today, view);
  if (fields === null || problem !== null) return ack({ response_action: 'errors', errors: problem ?? {} });
  const { admin } = await context.directory.profile(client, user);
  const { target, seq: ifLatest, channel } = metadata;
  const caller = { user, channel, slackAdmin: admin, key: `slack:form:${form.id}`, ifLatest };
  const outcome = await context.ports.postUpdate(target, fields, caller);
  await ack(await responseTo(context, outcome, { fields, metadata, view, caller, today }));
  if (outcome.kind !== 'set' || !context.seen.take(`form:${form.id}`)) return;
  const message = buildStatusMessage(outcome, statusViewIn(context, view.language));
  if (channel === null) await publishHome(context, client, user, { note: message });
  else await tellPrivately(context, client, { user, channel }, message);
}

function problemOf(fields: UpdateFields | null, today: string, { texts }: ViewLanguage): Record<string, string> | null {
  if (fields === null) return { light: texts.form.chooseLight };
  if (fields.expected !== null && fields.expected < today) return { expected: texts.form.pastDay };
  return null;
}

type Submitted = {
  fields: UpdateFields;
  metadata: UpdateFormMetadata;
  view: ViewLanguage;
  caller: CommandCaller;
  today: string;
};

/** What Slack does with the form: close it, show what is wrong beside a field, or show another view in its place. */
async function responseTo(
  context: SlackContext,
  outcome: StatusOutcome,
  { fields, metadata, view, caller, today }: Submitted,
): Promise<ViewResponseAction | undefined> {
  switch (outcome.kind) {
    case 'set':
      // A view below would still show the light as it was.
      return metadata.pushed ? { response_action: 'clear' } : undefined;
    case 'needsComment':
      return { response_action: 'errors', errors: { comment: view.texts.form.redNeedsReason } };
    case 'overtaken': {
      const { target, posted } = outcome;
      const next = { ...metadata, seq: posted?.seq ?? null };
      const form = buildUpdateForm({ target, posted, metadata: next, fields, overtaken: true, today }, view);
      return { response_action: 'update', view: form };
    }
    case 'storeFull':
    case 'storeReadOnly':
    case 'storeFailed':
      return { response_action: 'errors', errors: { light: view.texts.lights.problem[outcome.kind] } };
    case 'handOver':
      throw new Error(`an update of ${caller.key} was handed over`);
    default:
      return { response_action: 'update', view: messageModal(context, outcome, view) };
  }
}

function messageModal(context: SlackContext, outcome: ShownOutcome, view: ViewLanguage) {
  const message = buildStatusMessage(outcome, statusViewIn(context, view.language));
  return buildMessageModal(message, view.texts.form.title, view);
}
