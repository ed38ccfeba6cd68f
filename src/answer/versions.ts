import { formatDay } from '../texts/dates.ts';
import { answersIn } from '../texts/answers/answers.ts';
import { type Composing, type Draft, citePassage, emptyDraft, inLanguage, uniqueCitations } from './draft.ts';
import type { KnowledgeBase } from './knowledge-base.ts';
import { selectSentences } from './select-sentences.ts';
import { monthsNamed } from './sentence-type.ts';
import type { Unit } from './units.ts';

type RowContent = Extract<Unit['content'], { kind: 'measure' | 'goal' }>;

/** What stays the same of a goal or measure from one follow-up of its programme to the next; null for other units. */
export function rowKey({ content }: Unit): string | null {
  if (content.kind === 'measure') return `${content.programme.id}:${content.measure.id}`;
  return content.kind === 'goal' ? `${content.programme.id}:${content.goal.id}` : null;
}

/** All follow-ups of a goal or measure, the newest first; the unit alone when it is none. */
export function versionsOf(base: KnowledgeBase, unit: Unit): readonly Unit[] {
  const key = rowKey(unit);
  return key === null ? [unit] : (base.rows.get(key) ?? [unit]);
}

/** The version a question is about: the one whose follow-up month it names, else the newest. */
export function versionAsked(composing: Composing, unit: Unit): Unit {
  const versions = versionsOf(composing.base, unit);
  const named = versions.find(({ content }) => isRow(content) && namesFollowUp(composing, content));
  return (composing.question.intents.has('changed') ? undefined : named) ?? versions[0] ?? unit;
}

function isRow(content: Unit['content']): content is RowContent {
  return content.kind === 'measure' || content.kind === 'goal';
}

function namesFollowUp({ question }: Composing, { programme }: RowContent): boolean {
  const to = programme.followUp?.to;
  if (to === undefined) return false;
  const [year, month] = to.split('-').map(Number);
  return monthsNamed(question.text).includes(`${month}/${year}`);
}

/** What has changed from one follow-up to the next: the newest words first, then those of the one before. Null with one follow-up only. */
export function composeChange(composing: Composing, unit: Unit): Draft | null {
  const [current, previous] = versionsOf(composing.base, unit);
  if (!current || !previous || !isRow(current.content) || !isRow(previous.content)) return null;
  const texts = answersIn(composing.language);
  const draft = emptyDraft('answered', '');
  const lines: string[] = [];
  for (const { programme, passages } of [current.content, previous.content]) {
    const told = passages.filter(({ place }) => place?.field === 'followUp' || place?.field === 'state');
    const month = programme.followUp ? formatDay(programme.followUp.to, composing.language) : null;
    for (const passage of selectSentences(composing, told).slice(0, 2)) {
      lines.push(`${texts.followUp(month)}: ${inLanguage(passage, composing.language)}`);
      draft.citations.push(...citePassage(composing, passage));
    }
  }
  draft.headline = lines[0] ?? texts.unchanged;
  draft.details = lines.slice(1);
  draft.citations = uniqueCitations(draft.citations);
  const { content } = current;
  draft.targets = [
    { programme: content.programme.id, id: content.kind === 'measure' ? content.measure.id : content.goal.id },
  ];
  return draft;
}
