import type { KnownBlock } from '@slack/types';
import type { ImportChange, ImportLine, ImportProblem, StatusOutcome } from '../../status/outcome.ts';
import { formatDay, formatList } from '../../texts/dates.ts';
import { countForm } from '../../texts/texts.ts';
import { commandButton, formId } from './actions.ts';
import {
  commandWords,
  heading,
  lightWords,
  quotedWord,
  targetNumber,
  targetTitle,
  type ViewLanguage,
} from './light-words.ts';
import { type ModalPage, type SlackMessage, toMessage } from './message.ts';
import {
  bold,
  bullets,
  buttons,
  cut,
  elements,
  fill,
  fillText,
  italic,
  join,
  line,
  person,
  plain,
  richText,
  type Words,
} from './rich-text.ts';

type Outcome<Kind extends StatusOutcome['kind']> = Extract<StatusOutcome, { kind: Kind }>;
export type ImportOutcome = Outcome<'importPreview' | 'importUnreadable' | 'imported' | 'importUnknown'>;

/** Lines shown one by one; the rest is counted. */
const shownLines = 25;
const commentLength = 120;

/** What an imported file would change, has changed, or why it cannot be read. */
export function buildImportMessage(outcome: ImportOutcome, view: ViewLanguage): SlackMessage {
  const texts = view.texts.files.import;
  switch (outcome.kind) {
    case 'importPreview':
      return buildPreview(outcome, view);
    case 'importUnreadable': {
      const columns = formatList(outcome.headers.slice(0, 12), view.language);
      const headers = columns === '' ? [] : [line(fillText(texts.headers, { columns }))];
      return toMessage([richText(line(texts.unreadable[outcome.reason]), ...headers)]);
    }
    case 'imported':
      return buildImported(outcome, view);
    case 'importUnknown':
      return toMessage([richText(line(texts.unknown))]);
  }
}

function buildPreview(outcome: Outcome<'importPreview'>, view: ViewLanguage): SlackMessage {
  const texts = view.texts.files.import;
  const faulty = outcome.lines.filter(({ problems }) => problems.length > 0).length;
  const counted = (forms: { one: string; other: string }, count: number) =>
    count === 0 ? [] : [line(fillText(countForm(forms, count), { count }))];
  const ignored = outcome.ignoredColumns.slice(0, 12).map((column) => cut(column, 60));
  const title = outcome.confirm === null && faulty === 0 ? texts.nothing : texts.preview;
  return toMessage([
    richText(
      line(heading(title)),
      ...counted(texts.changes, outcome.lines.length - faulty),
      ...counted(texts.faulty, faulty),
      ...counted(texts.unchanged, outcome.unchanged),
      ...(ignored.length === 0 ? [] : [line(fillText(texts.ignored, { columns: formatList(ignored, view.language) }))]),
    ),
    ...lineBlocks(outcome.lines, view),
    ...buttons(outcome.confirm === null ? [] : [commandButton(texts.confirm, outcome.confirm.text, 0, 'primary')]),
  ]);
}

function buildImported(outcome: Outcome<'imported'>, view: ViewLanguage): SlackMessage {
  const texts = view.texts.files.import;
  const { length: count } = outcome.lines;
  return toMessage([
    richText(
      line(heading(fillText(countForm(texts.done, count), { count }))),
      ...(outcome.repeated ? [line(texts.repeated)] : []),
    ),
    ...lineBlocks(outcome.lines, view),
    ...(outcome.overtaken.length === 0
      ? []
      : [richText(line(texts.overtaken)), ...lineBlocks(outcome.overtaken, view)]),
  ]);
}

function lineBlocks(lines: readonly ImportLine[], view: ViewLanguage): KnownBlock[] {
  if (lines.length === 0) return [];
  const texts = view.texts.files.import;
  const more = lines.length - shownLines;
  return [
    bullets(lines.slice(0, shownLines).map((of) => lineWords(of, view))),
    ...(more > 0 ? [richText(line(italic(fillText(countForm(texts.more, more), { count: more }))))] : []),
  ];
}

function lineWords({ line: number, target, changes, problems }: ImportLine, view: ViewLanguage): Words {
  const where = fillText(view.texts.files.import.line, { line: number });
  const name = target === null ? '' : ` · ${cut(targetTitle(target, view), 80)}`;
  const told =
    problems.length > 0
      ? problems.map((problem) => problemWords(problem, view))
      : changes.map((change) => changeWords(change, view));
  return elements(bold(`${where}${name}`), ': ', join(told, '; '));
}

function changeWords(change: ImportChange, view: ViewLanguage): Words {
  const texts = view.texts.files.import.change;
  switch (change.kind) {
    case 'light': {
      const words = fill(texts.light, { from: lightWords(change.from, view), to: lightWords(change.to, view) });
      return change.comment === null ? words : [...words, ' – ', italic(cut(change.comment, commentLength))];
    }
    case 'ownerAdded':
      return fill(texts.ownerAdded, { user: person(change.user) });
    case 'delegateAdded':
      return fill(texts.delegateAdded, { user: person(change.user), until: formatDay(change.until, view.language) });
  }
}

function problemWords(problem: ImportProblem, view: ViewLanguage): string {
  const texts = view.texts.files.import.problem;
  switch (problem.kind) {
    case 'unknownTarget': {
      const word = quotedWord(problem.word, view);
      const nearest = problem.nearest.slice(0, 3).map((target) => targetNumber(target, view));
      if (nearest.length === 0) return fillText(texts.unknownTargetAlone, { word });
      return fillText(texts.unknownTarget, { word, nearest: formatList(nearest, view.language) });
    }
    case 'ambiguousTarget': {
      const choices = problem.choices.slice(0, 5).map((target) => targetNumber(target, view));
      const word = quotedWord(problem.word, view);
      return fillText(texts.ambiguousTarget, { word, choices: formatList(choices, view.language) });
    }
    case 'repeatedTarget':
      return fillText(texts.repeatedTarget, { line: problem.firstLine });
    case 'unknownLight': {
      const word = quotedWord(problem.word, view);
      if (problem.suggestion === null) return fillText(texts.unknownLight, { word });
      return fillText(texts.unknownLightMeant, { word, light: lightWords(problem.suggestion, view) });
    }
    case 'unknownUser': {
      const template = problem.found.length > 1 ? texts.severalUsers : texts.unknownUser;
      return fillText(template, { word: quotedWord(problem.word, view) });
    }
    case 'badDate':
    case 'badConfidence':
      return fillText(texts[problem.kind], { word: quotedWord(problem.word, view) });
    case 'pastDate':
      return fillText(texts.pastDate, { date: formatDay(problem.date, view.language) });
    case 'tooLong':
      return fillText(texts.tooLong, { length: problem.length, limit: problem.limit });
    case 'noTarget':
    case 'noLight':
    case 'needsComment':
      return texts[problem.kind];
  }
}

/** Asks for a CSV file. */
export function buildImportForm(channel: string | null, { texts }: ViewLanguage): ModalPage {
  const { import: own } = texts.files;
  return {
    type: 'modal',
    callback_id: formId.import,
    title: plain(own.title, 24),
    submit: plain(own.submit, 24),
    close: plain(texts.form.cancel, 24),
    private_metadata: JSON.stringify({ channel }),
    blocks: [
      richText(line(fill(own.intro, { command: commandWords('export csv') }))),
      {
        type: 'input',
        block_id: 'file',
        label: plain(own.file),
        element: { type: 'file_input', action_id: 'value', filetypes: ['csv', 'txt'], max_files: 1 },
      },
    ],
  };
}
