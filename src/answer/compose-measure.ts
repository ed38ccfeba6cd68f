import type { Passage } from '../domain/passage.ts';
import type { Goal, Measure, Programme, Responsible, Timetable } from '../domain/programme.ts';
import { formatDay } from '../texts/dates.ts';
import { answersIn } from '../texts/answers/answers.ts';
import type { AnswerTexts } from '../texts/answers/fi.ts';
import { type Field, askedFields } from './asked-fields.ts';
import {
  type Composing,
  type Draft,
  citeEvidence,
  citePassage,
  emptyDraft,
  inLanguage,
  uniqueCitations,
} from './draft.ts';
import { selectSentences } from './select-sentences.ts';
import type { Unit } from './units.ts';
import { compileWords } from './word-patterns.ts';

type MeasureUnit = Extract<Unit['content'], { kind: 'measure' }>;
type GoalUnit = Extract<Unit['content'], { kind: 'goal' }>;

/**
 * Answers from one measure: the fields that were asked for, each with its cell as the quote; then timetable and responsible body. `choice`
 * says which fields and sentences; default: what the question asks for.
 */
export function composeMeasure(
  composing: Composing,
  content: MeasureUnit,
  choice: { fields: readonly Field[]; sentences?: readonly Passage[] } = { fields: askedFields(composing.question) },
): Draft {
  const { measure, programme, passages } = content;
  const texts = answersIn(composing.language);
  const name = shortTitle(composing, programme.id, measure.id) ?? trimTitle(measure.heading ?? measure.text);
  const draft = emptyDraft('answered', '');
  const lines: string[] = [];
  const asked = choice.fields.map((field) =>
    field === 'partner' && tellsPartner(composing, content) ? 'sentences' : field,
  );
  for (const field of asked) {
    if (field === 'sentences') {
      const chosen = choice.sentences ?? selectSentences(composing, passages);
      for (const passage of withMeans(composing, withRestOfCell(chosen, passages), passages)) {
        lines.push(sentenceLine(composing, programme, passage));
        draft.citations.push(...citePassage(composing, passage));
      }
    } else {
      lines.push(...fieldLines(composing, field, measure, name, texts));
      const cell = field === 'timetable' ? 'timetable' : 'responsible';
      draft.citations.push(...citeField(composing, passages, cell));
    }
  }
  const [headline = texts.heading(measure.id, name, true), ...details] = lines;
  if (asked[0] === 'sentences') draft.details = [texts.heading(measure.id, name, true), ...details];
  else draft.details = details;
  draft.headline = headline;
  draft.citations = uniqueCitations(draft.citations);
  draft.next = nextLines(composing, programme, measure, asked, texts);
  draft.targets = [{ programme: programme.id, id: measure.id }];
  draft.organisations = [...measure.responsible.leads];
  return draft;
}

/** A partner that the responsible cell does not name may be told in the follow-up: "Sopimus on tehty Tallinnan yliopiston kanssa." */
function tellsPartner(composing: Composing, { measure: { responsible }, passages }: MeasureUnit): boolean {
  if (responsible.undefined || responsible.partners.length > 0) return false;
  return selectSentences(composing, passages).some(
    ({ place, text }) => place?.field === 'followUp' && withSomebody.test(text.toLowerCase()),
  );
}

const withSomebody = compileWords({ fi: 'kanssa | kumppan*', sv: 'med | partner*', en: 'with | partner*' });

/** The longest cell that is shown whole, in characters: a third of a phone's screen. */
const shortCell = 500;

/** Sentences with the rest of the cell that the first of them stands in, when the cell is short: what it says belongs together. */
export function withRestOfCell(chosen: readonly Passage[], passages: readonly Passage[]): Passage[] {
  const [first] = chosen;
  if (!first?.place) return [...chosen];
  const { field, metric } = first.place;
  const cell = passages.filter(({ place }) => place?.field === field && place.metric === metric);
  const length = cell.reduce((sum, { text }) => sum + text.length, 0);
  return length > shortCell ? [...chosen] : [...new Set([...chosen, ...cell])];
}

/** Asked to list what is done, the measure's own text is a part of the answer. */
function withMeans({ question }: Composing, chosen: readonly Passage[], passages: readonly Passage[]): Passage[] {
  if (!question.intents.has('list') || question.intents.has('count')) return [...chosen];
  return [...new Set([...chosen, ...passages.filter(({ place }) => place?.field === 'text')])];
}

/** Answers from a goal with the sentences given; default: its metric's target and state, or the sentences that fit the question best. */
export function composeGoal(composing: Composing, content: GoalUnit, sentences?: readonly Passage[]): Draft {
  const { goal, programme, passages } = content;
  const texts = answersIn(composing.language);
  const name = shortTitle(composing, programme.id, goal.id) ?? trimTitle(goal.title);
  const chosen = sentences ?? selectSentences(composing, passages);
  const lines = chosen.map((passage) => sentenceLine(composing, programme, passage));
  const draft = emptyDraft('answered', lines[0] ?? texts.heading(goal.id, name, false));
  draft.details = lines.length > 0 ? [texts.heading(goal.id, name, false), ...lines.slice(1)] : [];
  const cited = chosen.flatMap((passage) => citePassage(composing, passage));
  draft.citations = cited.length > 0 ? uniqueCitations(cited) : citeCurated(composing, programme, goal);
  draft.targets = [{ programme: programme.id, id: goal.id }];
  return draft;
}

/** The words in a document that a curated goal rests on. */
export function citeCurated(composing: Composing, programme: Programme, goal: Goal): Draft['citations'] {
  const knowledge = composing.base.catalogue.programmeKnowledge.find(({ id }) => id === programme.id);
  const evidence = knowledge?.curated?.goals.find(({ id }) => id === goal.id)?.evidence;
  return evidence ? citeEvidence(composing, evidence) : [];
}

function fieldLines(composing: Composing, field: Field, measure: Measure, name: string, texts: AnswerTexts): string[] {
  if (field === 'timetable') return timetableLines(measure, name, texts);
  if (measure.responsible.undefined) return [texts.noResponsible(measure.id, name)];
  const leads = bodyNames(composing, measure.responsible.leads);
  const partners = bodyNames(composing, measure.responsible.partners);
  const partnerLine = partners.length > 0 ? texts.partners(partners) : texts.noPartners;
  const leadLine = texts.responsible(measure.id, name, leads);
  return field === 'partner'
    ? [`${partnerLine} ${leadLine}`]
    : [partners.length > 0 ? `${leadLine} ${partnerLine}` : leadLine];
}

export function bodyNames({ base, language }: Composing, ids: readonly string[]): string[] {
  return ids.map(
    (id) => base.catalogue.organisations.find((organisation) => organisation.id === id)?.name[language] ?? id,
  );
}

function timetableLines(measure: Measure, name: string, texts: AnswerTexts): string[] {
  if (measure.timetable.kind === 'undefined') return [texts.noTimetable(measure.id, name)];
  return [texts.timetable(measure.id, name, timetableWords(measure.timetable, texts))];
}

export function timetableWords(timetable: Timetable, texts: AnswerTexts): string {
  if (timetable.kind === 'undefined') return texts.undefinedTimetable;
  if (timetable.kind === 'described') return texts.described(timetable.verbatim);
  if (timetable.parts.some(({ start, end }) => start === null && end === null))
    return texts.described(timetable.verbatim);
  if (timetable.parts.length > 0)
    return timetable.parts
      .map((part) => texts.part(part.items.map((item) => `(${item})`).join(', '), yearWords(part, texts)))
      .join('; ');
  return yearWords(timetable, texts);
}

function yearWords({ start, end }: { start: number | null; end: number | null }, texts: AnswerTexts): string {
  if (start !== null && end !== null) return start === end ? String(start) : `${start}–${end}`;
  if (start !== null) return texts.openEnd(start);
  return end === null ? '' : texts.byYear(end);
}

function nextLines(
  composing: Composing,
  programme: Programme,
  measure: Measure,
  asked: readonly Field[],
  texts: AnswerTexts,
): string[] {
  const { timetable, responsible } = measure;
  const next: string[] = [];
  if (!asked.includes('timetable')) next.push(texts.timetableShort(timetableWords(timetable, texts)));
  const end = timetable.end ?? (timetable.kind === 'open' ? null : (programme.period?.end ?? null));
  const month = programme.followUp ? formatDay(programme.followUp.to, composing.language) : null;
  if (end !== null && `${end}-12-31` < composing.today && timetable.kind === 'years') next.push(texts.passed(month));
  if (!asked.includes('responsible') && !asked.includes('partner'))
    next.push(responsibleShort(composing, responsible, texts));
  return next;
}

function responsibleShort(composing: Composing, responsible: Responsible, texts: AnswerTexts): string {
  if (responsible.undefined) return texts.lead([texts.undefinedParty]);
  const lead = texts.lead(bodyNames(composing, responsible.leads));
  const partners = bodyNames(composing, responsible.partners);
  return partners.length > 0 ? `${lead} ${texts.partners(partners)}` : lead;
}

/** A sentence of a table in the answer's language, with what it is: a target, a state or follow-up and its month. */
export function sentenceLine(composing: Composing, programme: Programme, passage: Passage): string {
  const texts = answersIn(composing.language);
  const words = inLanguage(passage, composing.language);
  const month = programme.followUp ? formatDay(programme.followUp.to, composing.language) : null;
  if (passage.place?.field === 'target') return texts.target(words);
  if (passage.place?.field === 'state') return texts.state(month, words);
  return passage.place?.field === 'followUp' ? `${texts.followUp(month)}: ${words}` : words;
}

function citeField(composing: Composing, passages: readonly Passage[], field: string) {
  return passages.filter(({ place }) => place?.field === field).flatMap((passage) => citePassage(composing, passage));
}

/** A goal's or measure's short name in the answer's language, when knowledge has one. */
export function shortTitle({ base, language }: Composing, programme: string, id: string): string | undefined {
  const knowledge = base.catalogue.programmeKnowledge.find((candidate) => candidate.id === programme);
  return knowledge?.titles.find((title) => title.id === id)?.title[language];
}

/** What a measure is called in a list: its short name, or its printed heading and the beginning of what it does. */
export function measureName(composing: Composing, programme: string, { id, heading, text }: Measure): string {
  const known = shortTitle(composing, programme, id);
  if (known !== undefined) return known;
  const words = (heading === null ? text : `${heading}: ${text}`).replaceAll('\n', ' ');
  return words.length <= longestName ? words : `${words.slice(0, longestName).replace(/\s+\S*$/, '')} …`;
}

const longestName = 120;

function trimTitle(text: string): string {
  const first = text.split('\n')[0] ?? text;
  return first.length <= 80 ? first : `${first.slice(0, 80).replace(/\s+\S*$/, '')} …`;
}
