import type { InputBlock, KnownBlock, Option } from '@slack/types';
import { z } from 'zod';
import { type Light, lightSchema, lights, targetSchema } from '../../domain/light.ts';
import type { PostedLight, TargetLabel } from '../../status/outcome.ts';
import { formatDay } from '../../texts/dates.ts';
import type { UpdateFields } from '../../status/events.ts';
import { formId } from './actions.ts';
import {
  actorWords,
  commentQuote,
  heading,
  instantWords,
  lightWords,
  targetTitle,
  type ViewLanguage,
} from './light-words.ts';
import type { ModalPage } from './message.ts';
import { bold, cut, fill, fillText, line, plain, richText } from './rich-text.ts';

/** What travels with the form: what it is about, what stood when it was opened, and where its reader gets the answer. */
export const updateFormMetadataSchema = z.object({
  target: targetSchema,
  /** The history entry that stood, null for no light. */
  seq: z.number().int().nullable(),
  /** Where the form was asked for, null on the home tab. */
  channel: z.string().nullable(),
  /** True for a form that lies upon another view. */
  pushed: z.boolean(),
});
export type UpdateFormMetadata = z.infer<typeof updateFormMetadataSchema>;

export type UpdateForm = {
  target: TargetLabel;
  posted: PostedLight | null;
  metadata: UpdateFormMetadata;
  /** What the fields hold; default what stands. */
  fields?: UpdateFields;
  /** True when another light was set while the form was open. */
  overtaken?: boolean;
  /** Today in Helsinki, "YYYY-MM-DD". */
  today: string;
};

/** Slack's limit for the text of an input, and for Valo's own fields. */
const fieldLength = 3000;

/** Light, what happened, what next, when, how sure and what is in the way; filled in with what stands. */
export function buildUpdateForm(form: UpdateForm, view: ViewLanguage): ModalPage {
  const texts = view.texts.form;
  return {
    type: 'modal',
    callback_id: formId.update,
    title: plain(texts.title, 24),
    submit: plain(texts.submit, 24),
    close: plain(texts.cancel, 24),
    private_metadata: JSON.stringify(form.metadata),
    blocks: [...introBlocks(form, view), ...inputBlocks(form, view)],
  };
}

function introBlocks({ target, posted, fields, overtaken = false }: UpdateForm, view: ViewLanguage): KnownBlock[] {
  const texts = view.texts.form;
  const title = line(heading(targetTitle(target, view)));
  if (!overtaken) {
    const standing = fillText(texts.standing, { light: lightWords(posted?.light ?? null, view) });
    return [richText(title, line(standing))];
  }
  return [
    { type: 'alert', level: 'warning', text: plain(texts.overtaken, 200) },
    richText(title, line(bold(texts.theirs)), ...standingParts(posted, view)),
    ...(fields === undefined
      ? []
      : [richText(line(bold(texts.yours)), line(lightWords(fields.light, view)), ...quoted(fields.comment))]),
    { type: 'divider' },
  ];
}

function standingParts(posted: PostedLight | null, view: ViewLanguage) {
  if (posted === null) return [line(view.texts.form.taken)];
  const by = { who: actorWords(posted.actor, view), when: instantWords(posted.at, view) };
  return [line(lightWords(posted.light, view)), line(fill(view.texts.lights.set.by, by)), ...quoted(posted.comment)];
}

function quoted(comment: string | null) {
  return comment === null ? [] : [commentQuote(comment)];
}

function inputBlocks({ posted, fields = posted ?? undefined, today }: UpdateForm, view: ViewLanguage): KnownBlock[] {
  const texts = view.texts.form;
  const passed = fields?.expected !== undefined && fields.expected !== null && fields.expected < today;
  const expected = fields?.expected ?? null;
  return [
    lightInput(fields?.light ?? null, view),
    textInput('comment', texts.comment, fields?.comment ?? null, texts.commentHint),
    textInput('next', texts.next, fields?.next ?? null),
    {
      type: 'input',
      block_id: 'expected',
      optional: true,
      label: plain(texts.expected),
      ...(passed && expected !== null
        ? { hint: plain(fillText(texts.expectedHint, { date: formatDay(expected, view.language) })) }
        : {}),
      element: {
        type: 'datepicker',
        action_id: 'value',
        placeholder: plain(texts.chooseDay, 150),
        ...(passed || expected === null ? {} : { initial_date: expected }),
      },
    },
    confidenceInput(fields?.confidence ?? null, view),
    textInput('blockers', texts.blockers, fields?.blockers ?? null),
  ];
}

function lightInput(light: Light | null, view: ViewLanguage): InputBlock {
  const options = lights.map(
    (of): Option => ({
      text: plain(lightWords(of, view), 75),
      description: plain(view.texts.lights.meaning[of], 75),
      value: of,
    }),
  );
  const initial = options.find(({ value }) => value === light);
  return {
    type: 'input',
    block_id: 'light',
    label: plain(view.texts.form.light),
    element: {
      type: 'radio_buttons',
      action_id: 'value',
      options,
      ...(initial === undefined ? {} : { initial_option: initial }),
    },
  };
}

function confidenceInput(confidence: number | null, { texts }: ViewLanguage): InputBlock {
  const levels = [1, 2, 3, 4, 5] as const;
  const options = levels.map((level) => ({
    text: plain(texts.form.confidenceLevels[level], 75),
    value: String(level),
  }));
  const initial = options.find(({ value }) => value === String(confidence));
  return {
    type: 'input',
    block_id: 'confidence',
    optional: true,
    label: plain(texts.form.confidence),
    element: {
      type: 'static_select',
      action_id: 'value',
      placeholder: plain(texts.form.confidenceChoose, 150),
      options,
      ...(initial === undefined ? {} : { initial_option: initial }),
    },
  };
}

function textInput(
  id: 'comment' | 'next' | 'blockers',
  label: string,
  value: string | null,
  hint?: string,
): InputBlock {
  return {
    type: 'input',
    block_id: id,
    optional: true,
    label: plain(label),
    ...(hint === undefined ? {} : { hint: plain(hint) }),
    element: {
      type: 'plain_text_input',
      action_id: 'value',
      multiline: true,
      max_length: fieldLength,
      ...(value === null ? {} : { initial_value: cut(value, fieldLength) }),
    },
  };
}

const textState = z.object({ value: z.object({ value: z.string().nullish() }) });
const optionState = z.object({ value: z.object({ selected_option: z.object({ value: z.string() }).nullish() }) });

/** What Slack sends of the form's fields. */
const stateSchema = z.object({
  light: optionState,
  comment: textState,
  next: textState,
  expected: z.object({ value: z.object({ selected_date: z.iso.date().nullish() }) }),
  confidence: optionState,
  blockers: textState,
});

/** The fields as filled in, null where no light is chosen. White space alone counts as nothing. Throws for a payload of another form. */
export function readUpdateForm(values: unknown): UpdateFields | null {
  const state = stateSchema.parse(values);
  const light = lightSchema.safeParse(state.light.value.selected_option?.value);
  if (!light.success) return null;
  const confidence = state.confidence.value.selected_option?.value;
  return {
    light: light.data,
    comment: filled(state.comment),
    next: filled(state.next),
    expected: state.expected.value.selected_date ?? null,
    confidence: confidence === undefined ? null : Number(confidence),
    blockers: filled(state.blockers),
  };
}

function filled({ value }: z.infer<typeof textState>): string | null {
  const text = value.value?.trim() ?? '';
  return text === '' ? null : text;
}
