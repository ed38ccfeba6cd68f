import type { Passage, TableField } from '../domain/passage.ts';
import type { Person } from '../domain/people.ts';
import { personAttributes } from '../domain/people.ts';
import { foldQuote } from '../domain/source.ts';
import type { ShownPart, Wording } from '../domain/wording.ts';
import { answersIn } from '../texts/answers/answers.ts';
import { type Field, askedFields } from './asked-fields.ts';
import { sayLine } from './compose-article.ts';
import { composeGoal, composeMeasure, sentenceLine } from './compose-measure.ts';
import { attributesAsked, composeEvent, composeGlossary } from './compose-record.ts';
import { composeLeads } from './decide-body.ts';
import { answerFact } from './decide-person.ts';
import { ofGoal, ofProgramme } from './decide-structure.ts';
import { type Composing, type Draft, asOf, citePassage, emptyDraft, uniqueCitations } from './draft.ts';
import { nameOf } from './refuse.ts';
import type { Unit } from './units.ts';
import { versionAsked } from './versions.ts';

/** Answers with what a wording is about: the parts and sentences it names, or that the documents do not say it. Null when its thing is not in the corpus. */
export function composeWording(composing: Composing, wording: Wording): Draft | null {
  const programme = composing.base.catalogue.programmes.find(({ id }) => wording.about === `programme:${id}`);
  if (programme && wording.show.length > 0)
    return wording.show.includes('leads') ? composeLeads(composing, programme) : ofProgramme(composing, programme);
  const unit = unitOf(composing, wording);
  const quoted = quotedPassages(composing, wording);
  if (wording.absent) return composeAbsence(composing, unit);
  switch (unit?.content.kind) {
    case 'measure':
      return composeOfMeasure(composing, wording, unit.content, quoted);
    case 'goal':
      return composeOfGoal(composing, wording, unit.content, quoted);
    case 'fact':
      return quoted.length > 0
        ? { ...composeSentences(composing, quoted), people: [unit.content.person.id] }
        : composeOfPerson(composing, wording, unit.content.person);
    case 'event':
      return quoted.length > 0 ? composeSentences(composing, quoted) : composeEvent(composing, unit.content.event);
    case 'glossary':
      return quoted.length > 0 ? composeSentences(composing, quoted) : composeGlossary(composing, unit.content);
    case 'article':
    case undefined:
  }
  return quoted.length > 0 ? composeSentences(composing, quoted) : null;
}

/** The unit that a wording is about, of a goal or measure the follow-up asked for; undefined for a document or a programme as a whole. */
export function unitOf(composing: Composing, { about }: Wording): Unit | undefined {
  const [kind = '', ...rest] = about.split(':');
  const id = rest.join(':');
  const { base } = composing;
  if (kind === 'measure' || kind === 'goal') {
    const row = base.rows.get(id)?.[0];
    return row && versionAsked(composing, row);
  }
  return base.records.get(about);
}

const quotedBefore = new WeakMap<Wording, readonly Passage[]>();
const folded = new WeakMap<Passage, string>();

/** The sentences and cells in which the quotes stand, in the order of the quotes. */
export function quotedPassages({ base }: Composing, wording: Wording): readonly Passage[] {
  const known = quotedBefore.get(wording);
  if (known) return known;
  const found = wording.quotes.flatMap(({ source, quote }) => {
    const words = foldQuote(quote);
    return base.catalogue.passages.filter((passage) => passage.source === source && holdsQuote(passage, words));
  });
  const passages = [...new Set(found)];
  quotedBefore.set(wording, passages);
  return passages;
}

function holdsQuote(passage: Passage, words: string): boolean {
  const text = folded.get(passage) ?? foldQuote(passage.text);
  folded.set(passage, text);
  return text.includes(words) || (text.length > 20 && words.includes(text));
}

function composeAbsence(composing: Composing, unit: Unit | undefined): Draft {
  const texts = answersIn(composing.language);
  if (!unit) return emptyDraft('not_stated', texts.notStatedPlain);
  const draft = emptyDraft('not_stated', texts.notStated(nameOf(composing, unit)));
  const { content } = unit;
  if (content.kind === 'measure') draft.targets = [{ programme: content.programme.id, id: content.measure.id }];
  if (content.kind === 'goal') draft.targets = [{ programme: content.programme.id, id: content.goal.id }];
  if (content.kind === 'fact') draft.people = [content.person.id];
  return draft;
}

const cells: readonly (readonly [ShownPart, Field])[] = [
  ['responsible', 'responsible'],
  ['partners', 'partner'],
  ['timetable', 'timetable'],
];

type MeasureContent = Extract<Unit['content'], { kind: 'measure' }>;
type GoalContent = Extract<Unit['content'], { kind: 'goal' }>;

function composeOfMeasure(
  composing: Composing,
  { show }: Wording,
  content: MeasureContent,
  quoted: readonly Passage[],
): Draft {
  const own = quoted.filter(({ source }) => source === content.programme.source);
  const sentences = [...new Set([...own, ...inFields(content.passages, show, ['text', 'followUp'])])];
  const shown = cells.filter(([part]) => show.includes(part)).map(([, field]) => field);
  const also = askedFields(composing.question).filter((field) => field !== 'sentences' && !shown.includes(field));
  const fields: Field[] = [
    ...withoutTwins([...shown, ...also]),
    ...(sentences.length > 0 ? ['sentences' as const] : []),
  ];
  if (fields.length === 0) return composeMeasure(composing, content);
  const leadsWithSentences = shown.length === 0 && sentences.length > 0;
  return composeMeasure(composing, content, {
    fields: leadsWithSentences ? ['sentences', ...fields.filter((field) => field !== 'sentences')] : fields,
    sentences,
  });
}

/** Partners are told with the responsible body, and the reverse. */
function withoutTwins(fields: readonly Field[]): Field[] {
  return fields.filter((field) => field !== 'partner' || !fields.includes('responsible'));
}

function composeOfGoal(
  composing: Composing,
  { show }: Wording,
  content: GoalContent,
  quoted: readonly Passage[],
): Draft {
  if (show.includes('measures')) return ofGoal(composing, content.programme, content.goal);
  const own = quoted.filter(({ source }) => source === content.programme.source);
  const sentences = [...new Set([...own, ...inFields(content.passages, show, ['title', 'target', 'state'])])];
  return composeGoal(
    composing,
    content,
    sentences.length > 0 ? withCounterparts(sentences, content.passages) : undefined,
  );
}

/** A metric's target with its state, and the reverse. */
function withCounterparts(chosen: readonly Passage[], passages: readonly Passage[]): Passage[] {
  const metrics = new Set(chosen.flatMap(({ place }) => place?.metric ?? []));
  const others = passages.filter(({ place }) => place !== null && place.metric !== null && metrics.has(place.metric));
  return [...new Set([...chosen, ...others])];
}

function inFields(passages: readonly Passage[], show: readonly ShownPart[], fields: readonly TableField[]): Passage[] {
  const wanted = new Set<TableField>(fields.filter((field) => (show as readonly string[]).includes(field)));
  return passages.filter(({ place }) => place !== null && wanted.has(place.field));
}

function composeOfPerson(composing: Composing, { show }: Wording, person: Person): Draft | null {
  const also = attributesAsked(composing);
  const attributes = personAttributes.filter(
    (attribute) => (show as readonly string[]).includes(attribute) || also.includes(attribute),
  );
  const hint = person.facts.find(({ attribute }) => attributes.includes(attribute));
  return hint ? answerFact(composing, person, hint, attributes) : null;
}

/** Sentences in the answer's language, each with its quote. */
function composeSentences(composing: Composing, passages: readonly Passage[]): Draft {
  const lines = passages.map((passage) => {
    const programme = composing.base.catalogue.programmes.find(({ source }) => source === passage.source);
    return programme && passage.place ? sentenceLine(composing, programme, passage) : sayLine(composing, passage);
  });
  const [first] = passages;
  return {
    ...emptyDraft('answered', lines[0] ?? ''),
    details: lines.slice(1),
    citations: uniqueCitations(passages.flatMap((passage) => citePassage(composing, passage))),
    next: first && first.place === null ? [asOf(composing, first.source)] : [],
  };
}
