import type { Passage } from '../domain/passage.ts';
import { asksCells, namesField } from './asked-fields.ts';
import type { Composing } from './draft.ts';
import { kindFit } from './fit.ts';
import type { Candidate } from './knowledge-base.ts';
import { withCounterpart } from './counterparts.ts';
import { chooseSentences } from './select-sentences.ts';
import { aboutYears, monthsNamed } from './sentence-type.ts';
import type { Group } from './groups.ts';
import { wholeCountry } from '../domain/event.ts';
import { type Unit, type Words, passageWords } from './units.ts';
import { compileWords } from './word-patterns.ts';
import { rowKey, versionAsked, versionsOf } from './versions.ts';

const candidateLimit = 24;
/** How the score is made up: what the answering words and their surroundings hold, what those words hold alone, and the lexical score. */
const share = { coverage: 0.35, own: 0.2, lexical: 0.45 };
/** How much a word counts that names the record, or stands elsewhere in it than in the words that answer. */
const naming = 0.9;
const elsewhere = 0.4;
/** How much an untranslated word counts against evidence in another language. */
const untranslated = 0.25;

/** A candidate with its rank's score, comparable within one question. */
export type Ranked = Candidate & { score: number };

/** What may answer, best first: by how much of the question it holds, how well its kind suits it, and lexical score. */
export function rank(composing: Composing): Ranked[] {
  const { base, question } = composing;
  const ranked = base
    .search(question.groups, candidateLimit, composing.similar)
    .map(({ unit, lexical }) => judge(composing, unit, lexical))
    .toSorted((a, b) => b.score - a.score);
  return withVersionAsked(composing, ranked);
}

/** Follow-ups of one row stand for each other: the best of them is judged, the one that is asked for answers. */
function withVersionAsked(composing: Composing, ranked: readonly Ranked[]): Ranked[] {
  const seen = new Set<string>();
  return ranked.flatMap((candidate) => {
    const key = rowKey(candidate.unit);
    if (key === null) return [candidate];
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ ...candidate, unit: ofAskedYear(composing, candidate.unit) ?? versionAsked(composing, candidate.unit) }];
  });
}

/** The newest follow-up that tells of the year asked for; undefined when no year is asked for or none tells of it. */
function ofAskedYear(composing: Composing, unit: Unit): Unit | undefined {
  const versions = versionsOf(composing.base, unit);
  if (composing.question.years.length === 0 || versions.length === 1) return undefined;
  const years = composing.question.groups.flatMap(({ role }, index) => (role === 'year' ? [index] : []));
  return versions.find((version) => {
    const { levels } = judge(composing, version, 0);
    return years.length > 0 && years.every((index) => (levels[index] ?? 0) >= 0.5);
  });
}

/** One unit judged against the question. `lexical` is its lexical score relative to the best, 0 to 1. */
export function judge(composing: Composing, unit: Unit, lexical: number): Ranked {
  const { base, question } = composing;
  const weights = question.groups.map((group) => {
    const foreign = unit.words[question.language] === undefined && isUntranslated(group);
    return base.weigh(group) * (foreign ? untranslated : 1);
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  const held = (list: readonly number[]) =>
    list.reduce((sum, level, index) => sum + level * (weights[index] ?? 0), 0) / total;
  const { levels, own } = readLevels(composing, unit);
  const coverage = held(levels);
  const ownCoverage = held(own);
  const fit =
    kindFit(unit, question) *
    cityFit(composing, unit.cities) *
    bodyFit(composing, unit) *
    monthFit(question.text, unit);
  const score = (share.coverage * coverage + share.own * ownCoverage + share.lexical * lexical) * fit;
  return { unit, lexical, levels, weights, coverage, ownCoverage, score };
}

type Levels = { levels: number[]; own: number[] };

function readLevels(composing: Composing, unit: Unit): Levels {
  const { content } = unit;
  if (content.kind === 'measure' && asksCells(composing.question)) return cellLevels(composing, unit);
  if (content.kind === 'measure' || content.kind === 'goal' || content.kind === 'article')
    return sentenceLevels(composing, unit, content.passages);
  const read = composing.base.readEvidence(unit, composing.question.groups);
  const levels = read.map(({ total }, index) => placeLevel(unit, composing.question.groups[index]) ?? total);
  return { levels, own: read.map(({ own }) => own) };
}

/** Asked for a cell, a question describes its measure: by name or by what the measure says it does. */
function cellLevels(composing: Composing, unit: Unit): Levels {
  const { groups } = composing.question;
  const described = readWords(composing, unit, 'description');
  const all = composing.base.readEvidence(unit, groups);
  const { content } = unit;
  const chosen = content.kind === 'measure' ? chooseSentences(composing, content.passages) : [];
  const levels = groups.map((group, index) => {
    if (namesField(composing.question, group)) return 1;
    const rest = all[index]?.total ?? 0;
    const said = Math.max(0, ...chosen.map(({ levels: own }) => own[index] ?? 0));
    const constrained = group.role === 'body' || group.role === 'year' || group.role === 'name';
    return placeLevel(unit, group) ?? Math.max(described[index] ?? 0, said, rest * (constrained ? naming : 0.6));
  });
  const own = groups.map((_, index) =>
    Math.max(described[index] ?? 0, ...chosen.map(({ levels: held }) => held[index] ?? 0)),
  );
  return { levels, own };
}

/** Otherwise the sentences that would be shown have to hold the question, with the names of their record. */
function sentenceLevels(composing: Composing, unit: Unit, passages: readonly Passage[]): Levels {
  const { groups } = composing.question;
  const chosen = chooseSentences(composing, passages);
  const shown = withCounterpart(
    chosen.map(({ passage }) => passage),
    passages,
  );
  const names = readWords(composing, unit, 'names');
  const all = composing.base.readEvidence(unit, groups);
  const said = groups.map((_, index) => Math.max(0, ...chosen.map(({ inContext }) => inContext[index] ?? 0)));
  const levels = groups.map((group, index) => {
    const inSentences = said[index] ?? 0;
    if (group.role === 'year') return yearLevel(composing, group, shown);
    const inRecord = group.role === 'name' || group.role === 'body' || isRegion(group) ? naming : elsewhere;
    const rest = Math.max(naming * (names[index] ?? 0), inRecord * (all[index]?.total ?? 0));
    return placeLevel(unit, group) ?? Math.max(inSentences, rest);
  });
  return { levels, own: chosen[0]?.inContext.slice() ?? said };
}

/** A question that names the months of a figure is not about one of another period. */
function monthFit(question: string, { content }: Unit): number {
  const asked = monthsNamed(question);
  if (asked.length < 2 || !('passages' in content)) return 1;
  return content.passages.some(({ text }) => asked.every((month) => monthsNamed(text).includes(month))) ? 1.15 : 1;
}

/** A region or country that a document names is one that it is about. */
export function isRegion({ terms, surface }: Group): boolean {
  return /^\p{Lu}/u.test(surface) && terms.some(({ area }) => area === 'places');
}

/** How well the titles and names of a unit hold each group of the question, 0 to 1. */
export function readTitles(composing: Composing, unit: Unit): number[] {
  return readWords(composing, unit, 'names');
}

function readWords({ base, question }: Composing, unit: Unit, part: 'names' | 'description'): number[] {
  const words: Words = part === 'names' ? unit.names : (unit.description ?? unit.words);
  return base
    .readEvidence({ ...unit, key: `${unit.key}/${part}`, words, around: {} }, question.groups)
    .map(({ own }) => own);
}

/** A document is about its own municipality, whether or not a sentence says so; null for what is no place of its own. */
function placeLevel(unit: Unit, group: Group | undefined): number | null {
  return group?.role === 'place' && group.terms.some((term) => unit.cities.includes(term.fi[0] ?? '')) ? 1 : null;
}

/** A year is held by a sentence about it. A target is about its year only where the target is asked for. */
function yearLevel({ base, question }: Composing, group: Group, shown: readonly Passage[]): number {
  const months = monthsNamed(question.text).filter((month) => month.endsWith(group.surface));
  const about = shown
    .filter(({ place }) => place?.field !== 'target' || looksAhead(question))
    .filter(({ text }) => isOfMonths(text, months))
    .flatMap((passage) => aboutYears(passage.text, base.speaksFrom(passage)));
  return about.includes(group.surface) ? 1 : 0;
}

/** False for what tells of other months only than those asked for. */
function isOfMonths(text: string, asked: readonly string[]): boolean {
  const told = asked.length > 0 ? monthsNamed(text) : [];
  return told.length === 0 || told.some((month) => asked.includes(month));
}

/** Asks what shall be, so that a target's year is the year asked for. */
export function looksAhead({ intents, text }: Composing['question']): boolean {
  return intents.has('target') || ahead.test(text.toLowerCase());
}

const ahead = compileWords({
  fi: 'mennessä | pitäisi | pitää | tulisi | tulee | on määrä',
  sv: 'ska | skall | senast | borde | siktar',
  en: 'by | aim* | should | shall | supposed | meant',
});

/** A word without a concept cannot be looked for in a document of another language. */
function isUntranslated({ role, terms }: Group): boolean {
  return role === 'topic' && terms.length === 0;
}

/** "Which universities …": a measure fits better whose responsible cell names such bodies. */
function bodyFit({ base, question }: Composing, { content, key, source }: Unit): number {
  const [asked] = question.focus;
  if (content.kind !== 'measure' || !asked || !(question.intents.has('responsible') || question.intents.has('partner')))
    return 1;
  const cell = content.passages.find(({ place }) => place?.field === 'responsible');
  if (!cell) return 1;
  const unit: Unit = {
    key: `${key}/cell`,
    source,
    cities: [],
    words: passageWords(cell),
    around: {},
    names: {},
    description: null,
    content,
  };
  return (base.readEvidence(unit, [asked])[0]?.own ?? 0) >= 0.8 ? 1.1 : 1;
}

/** Evidence of the asked city before that of others; where none is named, that of the channel's city a little before. */
function cityFit({ question: { places }, city }: Composing, cities: readonly string[]): number {
  const wanted = places.length > 0 ? places : city === undefined ? [] : [city];
  if (wanted.length === 0 || cities.includes(wholeCountry) || cities.some((own) => wanted.includes(own))) return 1;
  return places.length > 0 ? 0.75 : 0.95;
}
