import { wholeCountry } from '../domain/event.ts';
import type { ShownPart, Wording } from '../domain/wording.ts';
import { answersIn } from '../texts/answers/answers.ts';
import { lacksProperty } from './asked-property.ts';
import { type Field, askedFields } from './asked-fields.ts';
import { lacksAnswerType } from './answer-type.ts';
import { composeWording, quotedPassages, unitOf } from './compose-wording.ts';
import { covers } from './covers.ts';
import { type Composing, type Draft, emptyDraft } from './draft.ts';
import { asksSpeaker } from './decide-speaker.ts';
import { isOfSameThing, joinDrafts } from './join-drafts.ts';
import type { Ranked } from './rank.ts';
import { nameOf, otherCity } from './refuse.ts';
import type { GroupRole } from './groups.ts';
import { hasDate, hasFigure, monthsNamed } from './sentence-type.ts';
import { type Unit, finnishName, passageWords } from './units.ts';
import { type WordingMatch, textUnit } from './wordings.ts';

/**
 * How alike a wording must be before it answers, 0 to 1: less where it is about what the evidence ranks first too, and more for telling
 * that something is not said although the evidence would answer. Chosen on a set of 240 questions written for no other purpose.
 */
const enough = {
  agreed: 0.25,
  agreedUnanswered: 0.3,
  shortUnanswered: 0.45,
  spoken: 0.2,
  alone: 0.42,
  lacksKind: 0.65,
  absence: 0.45,
  absenceOfHeld: 0.8,
  insteadOfCell: 0.5,
};
/** Evidence that holds this much of a question is seldom beside the point. */
const nearlyAll = 0.95;
/** How much of its likeness a wording loses that is about nothing that the evidence speaks of; the better its evidence ranks, the less. */
const unbacked = 0.3;
/** A question of fewer parts than this leaves little else to be alike in. */
const fewParts = 4;
/** This alike, a wording says better than the evidence what is asked. */
const surely = 0.85;
/** How far ahead of all that is said an absence must be where the evidence would answer. */
const absenceLead = 0.15;
/** How much of its likeness a wording keeps that speaks of another year, number, name or place than the question. */
const otherThing = 0.4;
const constraints: ReadonlySet<GroupRole> = new Set(['year', 'number', 'name', 'place']);
const enoughConstraint = 0.5;

/**
 * Answers a question that is asked in a known way, or tells that the documents do not say it; null when no known way is alike enough.
 * `fromEvidence` is the answer that the evidence alone would give.
 */
export function decideWording(composing: Composing, ranked: readonly Ranked[], fromEvidence: Draft): Draft | null {
  const matches = readMatches(composing).map((match) => ({ ...match, backed: backedScore(composing, ranked, match) }));
  const speaks = asksSpeaker(composing.question);
  const byCell = answersByCell(composing, fromEvidence);
  const said = matches
    .toSorted((a, b) => b.backed - a.backed)
    .find(
      ({ wording, score }) =>
        !wording.absent &&
        (!speaks || isSpoken(composing, wording)) &&
        (score >= enough.insteadOfCell || !byCell || showsCell(composing, wording)) &&
        !lacksWhatIsAsked(composing, wording),
    );
  const absent = matches.find(({ wording }) => wording.absent);
  const answered = fromEvidence.outcome === 'answered';
  if (absent && answered && isAbsent(absent, said, ranked)) return composeWording(composing, absent.wording);
  const lacking = !answered && (absent ?? said) !== undefined && lacksKind(composing, ranked);
  if (absent && !answered && absent.backed >= (said?.backed ?? 0) - (lacking ? absenceLead : 0)) return fromEvidence;
  if (!said) return null;
  if (said.backed < (speaks ? enough.spoken : neededFor(composing, ranked, said, { answered, lacking }))) return null;
  const ofCity = answered || fromEvidence.outcome === 'other_city';
  if (ofCity && mixesCities(composing, said.wording)) return null;
  const draft = composeWording(composing, said.wording);
  if (!draft) return null;
  const joined = answered && isOfSameThing(draft, fromEvidence);
  return ofOtherCity(
    composing,
    said,
    !joined ? draft : joinDrafts(said.score >= surely ? [draft, fromEvidence] : [fromEvidence, draft]),
  );
}

/** A match with what is left of its score after a look at the evidence, 0 to 1. */
type BackedMatch = WordingMatch & { backed: number };

/** Evidence and likeness agree on the right thing more often than either is right alone. */
function backedScore(composing: Composing, ranked: readonly Ranked[], match: WordingMatch): number {
  const about = unitOf(composing, match.wording);
  const evidence = ranked.find(({ unit }) => isAbout(unit, about, match));
  const share = (evidence?.score ?? 0) / (ranked[0]?.score || 1);
  return match.score * (1 - unbacked * (1 - share));
}

/** Known not to be said, although the evidence would answer: surely so where the evidence holds nearly all that is asked. */
function isAbsent(absent: BackedMatch, said: BackedMatch | undefined, [top]: readonly Ranked[]): boolean {
  const needed = (top?.coverage ?? 0) >= nearlyAll ? enough.absenceOfHeld : enough.absence;
  return absent.score >= needed && absent.score - (said?.backed ?? 0) >= absenceLead;
}

/** How alike a wording must be to answer, given what the evidence says. */
function neededFor(
  composing: Composing,
  [top]: readonly Ranked[],
  said: WordingMatch,
  { answered, lacking }: { answered: boolean; lacking: boolean },
): number {
  if (!isAbout(top?.unit, unitOf(composing, said.wording), said)) return enough.alone;
  if (answered) return enough.agreed;
  if (lacking) return hasKindAsked(composing, said.wording) ? enough.shortUnanswered : enough.lacksKind;
  const parts = composing.question.groups.filter(({ role }) => role !== 'asking').length;
  return parts < fewParts ? enough.shortUnanswered : enough.agreedUnanswered;
}

/** What a wording shows has not the property that is asked for. People's facts, which are shown by what is asked, are left to themselves. */
function lacksWhatIsAsked(composing: Composing, wording: Wording): boolean {
  const { question } = composing;
  const quoted = quotedPassages(composing, wording).map(({ text }) => text);
  if (quoted.length > 0) return lacksProperty(question.text, quoted.join(' '));
  const unit = unitOf(composing, wording);
  if (!unit || unit.content.kind === 'fact') return false;
  return lacksProperty(question.text, Object.values(unit.words).join(' '));
}

/** The evidence answers with the cell of a measure that is asked for. */
function answersByCell({ question }: Composing, { outcome, targets }: Draft): boolean {
  return outcome === 'answered' && targets.length > 0 && askedFields(question)[0] !== 'sentences';
}

/** What a wording of a goal or measure shows has such a cell; any other thing may answer by other means. */
function showsCell({ question }: Composing, { about, show }: Wording): boolean {
  if (!/^(?:goal|measure):/.test(about)) return true;
  const shown: Readonly<Record<Field, readonly ShownPart[]>> = {
    responsible: ['responsible', 'leads'],
    partner: ['partners', 'responsible'],
    timetable: ['timetable'],
    sentences: [],
  };
  return askedFields(question).some((field) => shown[field].some((part) => show.includes(part)));
}

/** What ranks first is about what is asked, and has not the kind of thing asked for. */
function lacksKind(composing: Composing, [top]: readonly Ranked[]): boolean {
  return top !== undefined && covers(composing, top) && lacksAnswerType(composing, top);
}

/** Rests on words that somebody says. */
function isSpoken(composing: Composing, wording: Wording): boolean {
  return quotedPassages(composing, wording).some(({ speaker }) => speaker !== null);
}

/** What a wording quotes has the kind of thing asked for: a figure for how many, a date for when. */
function hasKindAsked(composing: Composing, wording: Wording): boolean {
  const { intents } = composing.question;
  const words = quotedPassages(composing, wording)
    .map(({ text }) => text)
    .join(' ');
  if (words === '' || (!intents.has('count') && !intents.has('when'))) return false;
  return (!intents.has('count') || hasFigure(words)) && (!intents.has('when') || hasDate(words));
}

/** Quotes documents of other cities beside the asked one's, which alone has an answer. */
function mixesCities(composing: Composing, wording: Wording): boolean {
  const [asked, ...others] = composing.question.places;
  const cities = citiesOf(composing, wording);
  return asked !== undefined && others.length === 0 && cities.includes(asked) && cities.some((city) => city !== asked);
}

/**
 * What is known of another city than the asked one is told as that: whether there is such a thing with what there is elsewhere, all else
 * with the name of the nearest thing only.
 */
function ofOtherCity(composing: Composing, { wording }: WordingMatch, draft: Draft): Draft {
  const { places, intents } = composing.question;
  const [asked] = places;
  const cities = citiesOf(composing, wording);
  const [own] = cities;
  if (asked === undefined || own === undefined || cities.includes(wholeCountry)) return draft;
  if (places.some((place) => cities.includes(place))) return draft;
  if (draft.citations.some(({ quote }) => namesPlace(composing, quote, asked))) return draft;
  const headline = otherCity(composing, asked, own);
  if (intents.has('yesNo'))
    return { ...draft, outcome: 'other_city', headline, details: [draft.headline, ...draft.details] };
  const unit = unitOf(composing, wording);
  const next = unit ? [answersIn(composing.language).nearest(nameOf(composing, unit))] : [];
  return { ...emptyDraft('other_city', headline), next, targets: draft.targets, people: draft.people };
}

function namesPlace({ base }: Composing, quote: string, place: string): boolean {
  const term = base.catalogue.terms.find(({ area, fi }) => area === 'municipalities' && fi[0] === place);
  return [...(term?.fi ?? []), ...(term?.sv ?? []), ...(term?.forms?.fi ?? [])].some((name) => quote.includes(name));
}

/** The cities of what a wording is about, or those of the documents that it quotes. */
function citiesOf(composing: Composing, wording: Wording): string[] {
  const unit = unitOf(composing, wording);
  const { catalogue } = composing.base;
  if (unit && wording.quotes.length === 0) return [...unit.cities];
  const quoted = wording.quotes.length > 0 ? wording.quotes.map(({ source }) => source) : [wording.source];
  return catalogue.sources.flatMap(({ id, municipality }) =>
    quoted.includes(id) ? [finnishName(catalogue, municipality)] : [],
  );
}

/** True when a unit is what a wording is about: the same record, another fact of the same person, or its document. */
function isAbout(unit: Unit | undefined, about: Unit | undefined, { wording }: WordingMatch): boolean {
  if (!unit) return false;
  if (!about) return unit.content.kind === 'article' && unit.source === wording.source;
  if (unit.content.kind === 'fact' && about.content.kind === 'fact')
    return unit.content.person === about.content.person;
  return unit.key === about.key || isOfSameGoal(unit, about);
}

/** A goal's metric tells of what its measures do, and the reverse. */
function isOfSameGoal({ content }: Unit, { content: other }: Unit): boolean {
  const oneIsGoal = content.kind === 'goal' || other.kind === 'goal';
  const rows =
    (content.kind === 'goal' || content.kind === 'measure') && (other.kind === 'goal' || other.kind === 'measure');
  return oneIsGoal && rows && content.programme === other.programme && content.goal === other.goal;
}

/** Known ways of asking that are like the question and speak of what it names, most alike first. */
export function readMatches(composing: Composing): WordingMatch[] {
  return composing.base
    .readWordings(composing.question)
    .map((match) => (speaksOfSame(composing, match) ? match : { ...match, score: otherThing * match.score }))
    .toSorted((a, b) => b.score - a.score);
}

/** Every year, number, name and place of the question stands in the wording or in what answers it. */
function speaksOfSame(composing: Composing, { wording, text }: WordingMatch): boolean {
  const { base, question } = composing;
  if (!isOfPeriod(composing, wording, text)) return false;
  const groups = question.groups.filter(({ role }) => constraints.has(role));
  if (groups.length === 0) return true;
  const unit = unitOf(composing, wording);
  const texts = [
    textUnit({ text, language: question.language }),
    ...(unit ? [unit] : []),
    ...quotedPassages(composing, wording).map((passage) => ({
      ...textUnit({ text: passage.text, language: passage.language }),
      words: passageWords(passage),
    })),
  ];
  const read = texts.map((one) => base.readEvidence(one, groups));
  return groups.every((group, place) => {
    const ofUnit = group.role === 'place' && group.terms.some((term) => unit?.cities.includes(term.fi[0] ?? ''));
    return ofUnit || read.some((levels) => (levels[place]?.total ?? 0) >= enoughConstraint);
  });
}

/** Where the question gives the months of a period, the wording or what it quotes gives them too. */
function isOfPeriod(composing: Composing, wording: Wording, text: string): boolean {
  const asked = monthsNamed(composing.question.text);
  if (asked.length < 2) return true;
  const told = [text, ...quotedPassages(composing, wording).map((passage) => passage.text)];
  const months = new Set(told.flatMap((words) => monthsNamed(words)));
  return asked.every((month) => months.has(month));
}
