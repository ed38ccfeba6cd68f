import type { Language } from '../domain/language.ts';
import { foldQuote } from '../domain/source.ts';
import { foldWord } from '../retrieval/analysis.ts';
import { functionWords } from '../retrieval/function-words.ts';
import { answersIn } from '../texts/answers/answers.ts';
import type { Answer, Citation } from './answer.ts';
import type { Gathered } from './ask.ts';
import { lacksProperty } from './asked-property.ts';
import { type Composing, uniqueCitations } from './draft.ts';
import type { EvidenceItem } from './evidence-item.ts';
import { keyFactsOf, lostFacts } from './key-facts.ts';
import type { Group } from './groups.ts';
import { isLight } from './verify/light-words.ts';
import { readEvidence, readText } from './verify/reading.ts';
import { type DropReason, verifySentence } from './verify/verify-sentence.ts';
import { type Written, writeInstructions } from './written-draft.ts';

/** Why the extractive answer stands although a draft came. */
export type DraftProblem =
  /** The model gave no answer. It cannot be checked that the documents do not say something, so it replaces none. */
  | 'declined'
  | 'wrongLanguage'
  | 'noSentences'
  /** No sentence held. */
  | 'nothingHeld'
  /** What held lacks a fact that was asked for. */
  | 'lostFacts'
  /** A refusal of the extractive answer stands: what held does not cover the question. */
  | 'notCovered';

/** What came of a draft, with the reason of each sentence that was dropped. */
export type JudgedDraft = { dropped: readonly DropReason[] } & (
  | { kind: 'written'; answer: Answer }
  | { kind: 'rejected'; problem: DraftProblem }
);

type Held = { text: string; items: readonly EvidenceItem[] };

const mostSentences = 6;
/** The direct answer is at most so long, in UTF-16 code units; what follows are further lines. */
const longestHeadline = 320;
/** A draft that repeats so many words of its instructions in a row tells them. */
const repeatedWords = 7;

/** Checks a draft sentence by sentence and puts what holds in place of the extractive answer's words, if it still answers. Pure. */
export function judgeDraft(
  { answer, composing }: Gathered,
  evidence: readonly EvidenceItem[],
  draft: Written,
): JudgedDraft {
  const dropped: DropReason[] = [];
  const rejected = (problem: DraftProblem): JudgedDraft => ({ kind: 'rejected', problem, dropped });
  if (draft.outcome !== 'answered') return rejected('declined');
  if (draft.language !== composing.language) return rejected('wrongLanguage');
  if (draft.sentences.length === 0) return rejected('noSentences');
  const held: Held[] = [];
  for (const sentence of draft.sentences.slice(0, mostSentences)) {
    const text = sentence.text.replace(/\s+/g, ' ').trim();
    if (text === '' || held.some((other) => foldQuote(other.text) === foldQuote(text))) continue;
    const verdict = repeatsInstructions(text)
      ? { ok: false as const, reason: 'unsupported' as const }
      : verifySentence(composing, { ...sentence, text }, evidence);
    if (verdict.ok) held.push({ text, items: verdict.items });
    else dropped.push(verdict.reason);
  }
  if (held.length === 0) return rejected('nothingHeld');
  const prose = held.map(({ text }) => text).join(' ');
  if (answer.outcome === 'answered') {
    if (lostFacts(composing, keyFactsOf(composing, answer), prose)) return rejected('lostFacts');
    return { kind: 'written', answer: withProse(composing, answer, held), dropped };
  }
  if (answer.outcome === 'other_city' || !coversQuestion(composing, held)) return rejected('notCovered');
  return { kind: 'written', answer: insteadOfRefusal(answer, held), dropped };
}

function repeatsInstructions(text: string): boolean {
  const words = foldQuote(text).split(' ');
  const instructions = foldQuote(writeInstructions);
  return words.some((_, at) => {
    const row = words.slice(at, at + repeatedWords);
    return row.length === repeatedWords && instructions.includes(row.join(' '));
  });
}

/** The extractive answer with the prose as its words. What it says besides and the prose does not stays as further lines. */
function withProse(composing: Composing, answer: Answer, held: readonly Held[]): Answer {
  const { headline, rest } = divide(held);
  const prose = held.map(({ text }) => text).join(' ');
  const isSaid = (line: string) => saysTheSame(composing, line, prose);
  const replaced = [answer.headline, ...answer.details.filter(isSaid)].join(' ');
  const { before, after } = notesOf(composing, replaced, prose);
  const [, ...further] = answer.headline.split(/(?<=\p{L}\.)\s+(?=\p{Lu})/u).filter((line) => !after.includes(line));
  const kept = [...further, ...answer.details].filter((line) => !isSaid(line));
  const written = held.flatMap(({ items }) => items.flatMap(({ citations }) => citations));
  return {
    ...answer,
    headline: [...before, headline, ...after].join(' '),
    details: [...rest, ...kept],
    citations: uniqueCitations([...citedFirst(answer.citations, written), ...written, ...answer.citations]),
    next: answer.next.filter((line) => !isSaid(line)),
  };
}

/** What Valo adds to a line of its own about the time. */
function timeNotes({ language }: Composing): string[] {
  const { datePassed, periodEnded, dateAhead, noYear } = answersIn(language);
  return [noYear, datePassed, periodEnded, dateAhead];
}

/** What Valo itself says of a time or a language within the lines that the prose takes the place of, and the prose does not. */
function notesOf(composing: Composing, replaced: string, prose: string): { before: string[]; after: string[] } {
  const { otherLanguage } = answersIn('en');
  return {
    before: replaced.startsWith(otherLanguage) ? [otherLanguage] : [],
    after: timeNotes(composing).filter((note) => replaced.includes(note) && !prose.includes(note)),
  };
}

function divide(held: readonly Held[]): { headline: string; rest: string[] } {
  const [first, second, ...others] = held.map(({ text }) => text);
  const both = `${first ?? ''} ${second ?? ''}`.trim();
  return both.length <= longestHeadline
    ? { headline: both, rest: others }
    : { headline: first ?? '', rest: [...(second === undefined ? [] : [second]), ...others] };
}

/** What the answer cites and the prose rests on too: the best of both, so it leads. */
function citedFirst(cited: readonly Citation[], written: readonly Citation[]): Citation[] {
  const keys = new Set(written.map(({ source, quote }) => `${source}:${foldQuote(quote)}`));
  return cited.filter(({ source, quote }) => keys.has(`${source}:${foldQuote(quote)}`));
}

/** A line whose figures, dates and nearly all words stand in the prose adds nothing to it but its note of time, which is kept apart. */
function saysTheSame(composing: Composing, line: string, prose: string): boolean {
  const bare = timeNotes(composing).reduce((rest, note) => rest.replace(note, ''), line);
  const [of, spoken] = [readText(bare, composing.language), readText(prose, composing.language)];
  if (lostFacts(composing, { values: of.values, bodies: [], people: [], denial: false }, prose)) return false;
  const said = new Set(spoken.tokens.map(({ stem }) => stem));
  const words = of.tokens.filter(({ kind, stop }) => kind === 'word' && !stop);
  const shared = words.filter(({ stem }) => said.has(stem)).length;
  return words.length > 0 && shared / words.length >= nearlyAll;
}

const nearlyAll = 0.8;

/** A refusal gives way only to evidence that holds all of what was asked: its names and places, and nearly all of its words. */
function coversQuestion(composing: Composing, held: readonly Held[]): boolean {
  const { question } = composing;
  const reading = readEvidence(
    composing,
    held.flatMap(({ items }) => items),
  );
  const prose = held.map(({ text }) => text).join(' ');
  if (question.places.some((place) => !reading.cities.has(place))) return false;
  const asked = question.groups.filter((group) => group.role !== 'place' && saysSomething(group, question.language));
  if (asked.length === 0 || !answersKind(composing, prose)) return false;
  return asked.every((group) => reading.levelOf(group) >= enoughOfGroup);
}

/** True unless each of its words only asks ("who") or claims little ("is responsible"). */
function saysSomething({ surface }: Group, language: Language): boolean {
  const words = surface.split(/[\s-]+/u).map(foldWord);
  return words.some((word) => !functionWords[language].has(word) && !isLight(word));
}

const enoughOfGroup = 0.7;

/** The kind of thing asked for stands in the prose: a date for "when", a figure for "how many", a name for "who". */
function answersKind({ question, base, language }: Composing, prose: string): boolean {
  const { values } = readText(prose, language);
  const { intents } = question;
  if (intents.has('contact') || intents.has('light') || lacksProperty(question.text, prose)) return false;
  const said = base.understand(prose, language);
  if (
    (intents.has('when') || intents.has('timetable') || intents.has('start')) &&
    !values.some(({ kind }) => kind === 'date')
  )
    return false;
  if (intents.has('count') && !values.some(({ kind }) => kind === 'number')) return false;
  if (intents.has('who') || intents.has('responsible') || intents.has('partner'))
    return said.people.length > 0 || said.groups.some(({ role }) => role === 'body' || role === 'name');
  return true;
}

function insteadOfRefusal(answer: Answer, held: readonly Held[]): Answer {
  const { headline, rest } = divide(held);
  return {
    ...answer,
    outcome: 'answered',
    headline,
    details: rest,
    citations: uniqueCitations(held.flatMap(({ items }) => items.flatMap(({ citations }) => citations))),
    next: [],
  };
}
