import type { Passage } from '../domain/passage.ts';
import { isRowOfNames } from './asked-list.ts';
import { sourceNote, withCounterpart, withGoal } from './counterparts.ts';
import { contactBlock, isBareDetail } from './contact-lines.ts';
import type { Composing } from './draft.ts';
import { asksHowTo, propertyFit, saysProperty } from './asked-property.ts';
import { hoursAround, saysDayOrMonth } from './days-and-months.ts';
import { isHoursLine, weekdayOf } from '../domain/weekdays.ts';
import { mentionsIntent } from './intents.ts';
import { isLabelled } from './labelled-lines.ts';
import { goesOnWith, leansBack } from './leaning.ts';
import { saysShortName } from './short-names.ts';
import { asksMoney, hasFigure, hasMoney, hasReason, hasShare, typeFit } from './sentence-type.ts';
import type { Group } from './groups.ts';
import { type Unit, type Words, passageWords } from './units.ts';
import { asksWhichOnes, namesIn } from './which-ones.ts';

/** A sentence of a record with how well it answers. */
export type ScoredSentence = {
  passage: Passage;
  /** For each group of the question how well the sentence holds it, 0 to 1. */
  levels: readonly number[];
  /** The same with what the sentence goes on from: the sentences before it in its paragraph and the heading above, 0 to 1. */
  inContext: readonly number[];
  /** Weight of the question that it holds, words common to the whole record discounted, times the fit of its kind. */
  score: number;
};

const most = 3;
/** A further sentence is worth showing when it scores this share of the best. */
const nearBest = 0.8;
/** Weight of the question's words that a further sentence must add; a rare word weighs about 5. */
const worthAdding = 1.5;
/** How much of its weight a word loses that stands in every sentence or in the title: it names the record, not the answer. */
const commonDiscount = 0.85;
/** So that a sentence which only has the kind of thing asked for ranks before one that has nothing. */
const base = 0.5;

/** All sentences of a record, the one that answers best first. */
export function scoreSentences(composing: Composing, passages: readonly Passage[]): ScoredSentence[] {
  const { question } = composing;
  const eligibleOnes = eligible(composing, passages);
  const read = eligibleOnes.map((passage) => ({
    passage,
    levels: composing.base
      .readEvidence(sentenceUnit(passage), question.groups)
      .map(({ own }, index) => Math.max(own, saidByShape(composing, passage, index))),
  }));
  const weights = question.groups.map((group, index) => {
    const holding = read.filter(({ levels }) => (levels[index] ?? 0) >= 0.7);
    const named = holding.some(({ passage }) => passage.role === 'title' || passage.place?.field === 'heading');
    const common = named ? 1 : Math.min(1, (2 * holding.length) / Math.max(8, read.length));
    return composing.base.weigh(group) * (1 - commonDiscount * common);
  });
  return withContext(composing, read, passages)
    .map(({ passage, levels, inContext }) => {
      const held = inContext.reduce((sum, level, index) => sum + level * (weights[index] ?? 0), 0);
      const fit = typeFit(composing, passage) * propertyFit(question.text, passage.text);
      return { passage, levels, inContext, score: (held + base) * fit };
    })
    .toSorted((a, b) => b.score - a.score || a.passage.ordinal - b.passage.ordinal);
}

/** How well a sentence says a word of the question by having the shape of what it names. */
function saidByShape({ question, base }: Composing, passage: Passage, index: number): number {
  const { surface = '', terms = [] } = question.groups[index] ?? {};
  const shaped = saysProperty(surface, question.text, passage.text);
  if (passage.place !== null) return shaped ? 0.9 : 0;
  const says =
    shaped ||
    terms.some(({ id }) => saysDayOrMonth(id, passage.text)) ||
    (question.intents.has('partner') && [surface, passage.text].every((words) => mentionsIntent('partner', words))) ||
    (terms.some(({ id }) => id === 'municipality') &&
      (base.understandPassage(passage).places.length > 1 || isRowOfNames(passage.text)));
  return says ? 0.9 : 0;
}

type ReadSentence = Pick<ScoredSentence, 'passage' | 'levels'>;

/** How much of what the sentence before says a sentence takes along: nearly all when it leans on it ("Of them …"), else a part. */
const leaning = 0.9;
const following = 0.6;
/** Sentences of one cell often tell of different things. */
const followingInCell = 0.4;
/** What a heading above says holds for the sentences below it. */
const headed = 0.6;

/** What the sentences take along from those before them in their paragraph and from the heading above them. */
function withContext(
  composing: Composing,
  read: readonly ReadSentence[],
  passages: readonly Passage[],
): Omit<ScoredSentence, 'score'>[] {
  const headings = new Map(
    passages
      .filter(({ role }) => role === 'heading' || role === 'title')
      .map((heading) => [
        heading.text,
        composing.base.readEvidence(sentenceUnit(heading), composing.question.groups).map(({ own }) => own),
      ]),
  );
  const title = passages.find(({ role }) => role === 'title')?.text ?? '';
  const headOf = ({ text, section }: Passage) => (isLabelled(text) ? title : section);
  let before: Omit<ScoredSentence, 'score'> | undefined;
  const said = composing.question.groups.map(() => 0);
  return read.map(({ passage, levels }) => {
    const above = passage.place === null && passage.role === 'sentence' ? headings.get(headOf(passage)) : undefined;
    const ofContact = before?.passage.role === 'contact' && isBareDetail(passage);
    const goesOn = before !== undefined && (ofContact || isNext(before.passage, passage));
    const leans = ofContact || leansBack(passage) || goesOnWith(passage);
    const share = leans ? leaning : passage.place === null ? following : followingInCell;
    const inContext = levels.map((level, index) =>
      Math.max(
        level,
        (isLabelled(passage.text) || isHoursLine(passage.text) ? leaning : headed) * (above?.[index] ?? 0),
        shortNameLevel(passage, composing.question.groups[index], Math.max(said[index] ?? 0, above?.[index] ?? 0)),
        goesOn && (leans || carried(composing.question.groups[index]))
          ? share * Math.max(before?.levels[index] ?? 0, leaning * (before?.inContext[index] ?? 0))
          : 0,
      ),
    );
    before = { passage, levels, inContext };
    for (const [index, level] of levels.entries()) said[index] = Math.max(said[index] ?? 0, level);
    return before;
  });
}

/** How well a sentence says what one before it has called by its whole name, `said` being how well that was said. */
function shortNameLevel(passage: Passage, group: Group | undefined, said: number): number {
  const known = passage.place === null && group !== undefined && said >= wholeName;
  return known && saysShortName(passage, group) ? shortName : 0;
}

const wholeName = 0.8;
const shortName = 0.85;

/** What a paragraph is about goes on; the year of one sentence is not that of the next. */
function carried(group: Group | undefined): boolean {
  return group !== undefined && group.role !== 'year' && group.role !== 'number';
}

/** True when two sentences stand one after the other in one paragraph or cell. */
function isNext(before: Passage, after: Passage): boolean {
  return (
    before.paragraph === after.paragraph &&
    before.source === after.source &&
    after.ordinal === before.ordinal + 1 &&
    isSameCell(before, after)
  );
}

/** True for sentences of one cell of a table, and for those outside tables. */
function isSameCell({ place }: Passage, { place: other }: Passage): boolean {
  return place?.field === other?.field && place?.metric === other?.metric;
}

/**
 * The sentences of a record that answer the question, best first, at most three: those that hold most of what is asked and are of the
 * kind asked for; then those that add a part the best one lacks. A target brings its state along when both are asked for.
 */
export function selectSentences(composing: Composing, passages: readonly Passage[]): Passage[] {
  const chosen = chooseSentences(composing, passages).map(({ passage }) => passage);
  return withCounterpart(withGoal(composing.question, withNeighbours(composing, chosen, passages), passages), passages);
}

/** A sentence that announces a list brings the list, and one that begins with "she" or "the unit also" brings the sentence before it. */
function withNeighbours({ question }: Composing, chosen: readonly Passage[], passages: readonly Passage[]): Passage[] {
  const ofOneDay = question.groups.some(({ terms }) => terms.some(({ id }) => weekdayOf(id) !== null));
  const shown = chosen.flatMap((passage) => {
    const place = passages.indexOf(passage);
    const before = passages[place - 1];
    const after = passages[place + 1];
    const leans = leansBack(passage) && before?.paragraph === passage.paragraph && isSameCell(before, passage);
    const announces = passage.text.endsWith(':') && after?.place?.field === passage.place?.field;
    if (isBareDetail(passage)) return contactBlock(passage, passages);
    if (passage.place === null && !ofOneDay && isHoursLine(passage.text)) return hoursAround(passage, passages);
    return [...(leans && before ? [before] : []), passage, ...(announces && after ? [after] : [])];
  });
  return [...new Set(shown)];
}

/** The same choice, with how well each sentence holds the question and without counterparts. */
export function chooseSentences(composing: Composing, passages: readonly Passage[]): ScoredSentence[] {
  const before = chosenFor.get(composing.question) ?? new Map<readonly Passage[], ScoredSentence[]>();
  chosenFor.set(composing.question, before);
  const known = before.get(passages) ?? choose(composing, passages);
  before.set(passages, known);
  return known;
}

/** What was chosen for a question: ranking, judging and composing choose of the same records. */
const chosenFor = new WeakMap<Composing['question'], Map<readonly Passage[], ScoredSentence[]>>();

function choose(composing: Composing, passages: readonly Passage[]): ScoredSentence[] {
  const ranked = scoreSentences(composing, passages);
  const [best] = ranked;
  if (!best) return [];
  const weights = composing.question.groups.map((group) => composing.base.weigh(group));
  const chosen = [best];
  const covered = [...best.inContext];
  for (const candidate of ranked.slice(1)) {
    if (chosen.length === most) break;
    const gains = candidate.levels.map(
      (level, index) => Math.max(0, level - (covered[index] ?? 0)) * (weights[index] ?? 0),
    );
    const follows =
      candidate.passage.paragraph === best.passage.paragraph &&
      candidate.passage.ordinal === best.passage.ordinal + 1 &&
      candidate.passage.place === null;
    if (follows && goesOn(composing, candidate)) {
      chosen.push(candidate);
      continue;
    }
    const adds = gains.reduce((sum, gain) => sum + gain, 0) >= worthAdding && candidate.score >= 0.4 * best.score;
    if (candidate.score < nearBest * best.score && !(adds && typeFit(composing, candidate.passage) >= 1)) continue;
    chosen.push(candidate);
    for (const [index, level] of candidate.levels.entries()) covered[index] = Math.max(covered[index] ?? 0, level);
  }
  return chosen;
}

/** So many names answer which ones there are. */
const severalNames = 2;

/** The next sentence goes on with the answer when a figure, amount, comparison or names are asked for and it brings them. */
function goesOn(composing: Composing, { passage }: ScoredSentence): boolean {
  const { intents, text } = composing.question;
  if (asksMoney(text)) return hasMoney(passage.text) || hasShare(passage.text);
  if (intents.has('list') && asksWhichOnes(text)) return namesIn(passage.text).length >= severalNames;
  return (intents.has('count') || intents.has('compare') || intents.has('changed')) && hasFigure(passage.text);
}

/** Sentences that can answer at all: of a question about what has happened, only those that tell it. */
function eligible({ question: { intents, text: asked } }: Composing, passages: readonly Passage[]): Passage[] {
  const sentences = passages.filter(
    ({ place, role, text }) =>
      (place === null || !['responsible', 'timetable'].includes(place.field)) &&
      (role !== 'contact' || intents.has('contact') || asksHowTo(asked)) &&
      !sourceNote.test(text),
  );
  const asksState = (intents.has('state') || intents.has('yesNo')) && !intents.has('target');
  const told = sentences.filter(({ place }) => place?.field === 'followUp' || place?.field === 'state');
  const givesReason = intents.has('why') && told.some(({ text }) => hasReason(text));
  return (asksState || givesReason) && told.length > 0 ? told : sentences;
}

const units = new WeakMap<Passage, Unit>();

/** A sentence as a unit of its own, to be read for what it holds. */
export function sentenceUnit(passage: Passage): Unit {
  const known = units.get(passage) ?? toUnit(passage);
  units.set(passage, known);
  return known;
}

function toUnit(passage: Passage): Unit {
  return {
    key: `sentence:${passage.id}`,
    source: passage.source,
    cities: [],
    words: wordsWithSpeaker(passage),
    around: {},
    names: {},
    description: null,
    content: { kind: 'article', passages: [passage] },
  };
}

/** A quotation is also of the one who says it. */
function wordsWithSpeaker(passage: Passage): Words {
  const words = passageWords(passage);
  const { speaker, language } = passage;
  if (speaker === null) return words;
  return { ...words, [language]: `${words[language] ?? ''}\n${speaker}` };
}
