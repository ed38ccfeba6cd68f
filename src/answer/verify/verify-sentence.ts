import type { Language } from '../../domain/language.ts';
import { foldQuote } from '../../domain/source.ts';
import { foldWord } from '../../retrieval/analysis.ts';
import { detectLanguage } from '../../retrieval/language.ts';
import type { Composing } from '../draft.ts';
import type { EvidenceItem } from '../evidence-item.ts';
import type { Understanding } from '../understand.ts';
import { movesInTime } from './bindings.ts';
import { changesRate, countsOther, tellsAsNow } from './counted.ts';
import { turnsPeriod } from './ends.ts';
import { turnsMove } from './moves.ts';
import { unknownName } from './names.ts';
import { turnsRound } from './polarity.ts';
import { confusesPosts } from './posts.ts';
import { type Reading, readEvidence, wordsOf } from './reading.ts';
import { confusesRoles } from './roles.ts';
import { changesPlaces } from './swapped.ts';
import { unsupported } from './support.ts';
import { type Value, isHeldBy, readValues } from './values.ts';

/** A sentence as a model writes it, with what it says it rests on. */
export type WrittenSentence = { text: string; evidence: readonly { id: string; quote: string }[] };

/** Why a sentence is not shown. */
export const dropReasons = [
  'noEvidence',
  'unknownEvidence',
  'quote',
  'language',
  'markup',
  'length',
  'number',
  'date',
  'contact',
  'name',
  'body',
  'city',
  'otherCity',
  'negation',
  'direction',
  'role',
  'swapped',
  'light',
  'unsupported',
] as const;
export type DropReason = (typeof dropReasons)[number];

export type Verdict = { ok: true; items: readonly EvidenceItem[] } | { ok: false; reason: DropReason };

/** A longer sentence is not one, in UTF-16 code units. */
const longestSentence = 450;
/** Most evidence that one sentence may rest on. */
const mostEvidence = 6;
/** A quote has at least so many words, or is the whole of what it is taken from. */
const fewestQuoted = 2;

/** Checks a sentence against the evidence that it names; the first thing that is wrong is the reason. */
export function verifySentence(
  composing: Composing,
  sentence: WrittenSentence,
  evidence: readonly EvidenceItem[],
): Verdict {
  const wrong = (reason: DropReason): Verdict => ({ ok: false, reason });
  const { language, base } = composing;
  const { text } = sentence;
  if (text.length > longestSentence || sentence.evidence.length > mostEvidence) return wrong('length');
  if (hasMarkup(text)) return wrong('markup');
  const found = sentence.evidence.map(({ id, quote }) => ({ item: evidence.find((item) => item.id === id), quote }));
  const items = [...new Set(found.flatMap(({ item }) => item ?? []))];
  if (found.length === 0) return wrong('noEvidence');
  if (found.some(({ item }) => item === undefined)) return wrong('unknownEvidence');
  if (!found.every(({ item, quote }) => item && standsIn(quote, item))) return wrong('quote');
  const reading = readEvidence(composing, items);
  if (!isIn(text, language, reading)) return wrong('language');
  const value = unknownValue(text, reading) ?? misplacedValue(text, language, reading);
  if (value) return wrong(value);
  const said = base.understand(text, language);
  const reason =
    unknownName(base, said, reading) ??
    turnsRound(text, language, reading) ??
    (confusesRoles(composing, said, reading) || confusesPosts(base, said, reading) ? 'role' : null) ??
    (changesPlaces(text, said, language, reading) || turnsMove(text, language, reading) ? 'swapped' : null) ??
    (hidesOtherCity(composing, said, reading) ? 'otherCity' : null) ??
    unsupported(said, reading);
  return reason === null ? { ok: true, items } : wrong(reason);
}

/** Nothing that a surface could take for a link, a mention or formatting. */
function hasMarkup(text: string): boolean {
  return /[<>`{}|\\]|https?:|www\.|(?<![\p{L}\d.])[@#][\p{L}\d]|:[a-z0-9_+-]{2,40}:|\]\(|[\p{Cc}\p{Co}\u200b-\u200f\u2028-\u202e\u2066-\u2069]/u.test(
    text,
  );
}

/** True when a quote stands word for word in an item, as its document or as Valo's own line has it. */
function standsIn(quote: string, { text }: EvidenceItem): boolean {
  const folded = foldQuote(quote).replace(/^["”“]|["”“]$/gu, '');
  const whole = foldQuote(text);
  return whole.includes(folded) && (folded.split(' ').length >= fewestQuoted || folded === whole);
}

function isIn(text: string, language: Language, reading: Reading): boolean {
  const names = wordsOf([...reading.own, ...reading.around].map((read) => ({ ...read, text: capitalised(read.text) })));
  const detected = detectLanguage(text, { isName: (word) => names.has(foldWord(word)) });
  return detected === null || detected === language;
}

function capitalised(text: string): string {
  return (text.match(/\p{Lu}[\p{L}\p{M}]+/gu) ?? []).join(' ');
}

/** When words say that a document or a follow-up is spoken of, its date may be named beside what it says. */
const speaksOfSource =
  /asiakirja|dokument|document|artikkel|artikel|article|lähde|lähtee|källa|source|julkais|publice|publish|seuran|uppfölj|follow-up|tekst|text/iu;

/** The kind of the first value that neither the evidence nor, where it is spoken of, its document's date holds; null for none. */
function unknownValue(text: string, reading: Reading): 'number' | 'date' | 'contact' | null {
  const known = reading.own.flatMap(({ values }) => values);
  const labels = reading.around.flatMap(({ values }) => values.filter(({ kind }) => kind === 'number'));
  const stated = speaksOfSource.test(text) ? reading.around.flatMap(({ values }) => values) : [];
  const months = reading.asOf.flatMap(({ values }) => values);
  const holds = (value: Value) =>
    [...known, ...labels, ...stated].some((other) => isHeldBy(value, other)) ||
    (value.kind === 'date' && value.month !== null && months.some((other) => isHeldBy(value, other)));
  const unknown = readValues(text).find((value) => !holds(value));
  return unknown?.kind ?? null;
}

/** What is wrong with where a value stands that the evidence holds: another time, end, rate or thing; null for nothing. */
function misplacedValue(text: string, language: Language, reading: Reading): DropReason | null {
  if (movesInTime(text, reading) || turnsPeriod(text, reading) || tellsAsNow(text, reading)) return 'date';
  if (changesRate(text, reading)) return 'number';
  return countsOther(text, language, reading) ? 'swapped' : null;
}

/** Evidence of another city than the asked one may only be told with that city named. */
function hidesOtherCity({ question }: Composing, said: Understanding, { cities, places }: Reading): boolean {
  if (question.places.length === 0 || cities.has('Suomi')) return false;
  const about = [...cities, ...places];
  return !about.some((city) => question.places.includes(city)) && !about.some((city) => said.places.includes(city));
}
