import type { Composing } from './draft.ts';
import type { Ranked } from './rank.ts';
import { selectSentences } from './select-sentences.ts';
import { asksMoney, hasDate, hasFigure, hasMoney } from './sentence-type.ts';
import { compileWords } from './word-patterns.ts';

/**
 * True when evidence cannot answer for want of the kind of thing asked for: a figure for "how many", an amount for "what does it cost",
 * a year for "in which year", members for "which belong to".
 */
export function lacksAnswerType(composing: Composing, candidate: Ranked): boolean {
  const { intents, text } = composing.question;
  const { content } = candidate.unit;
  if (content.kind === 'fact') return asksYear(text) && content.fact.date?.year === null;
  const words = answeringWords(composing, candidate);
  if (words === null) return false;
  if (asksMoney(text)) return !hasMoney(words);
  if (intents.has('count') && !hasFigure(words)) return true;
  if (asksYear(text) && !/\b(?:19|20)\d{2}\b/.test(words)) return true;
  if (content.kind === 'article' && intents.has('when') && !hasDate(words)) return true;
  const named = asksNames(text);
  return (named || members.test(text.toLowerCase())) && listIntent.test(text.toLowerCase()) && (content.kind === 'event' || content.kind === 'glossary' || !hasEnumeration(words, named));
}

/** The sentences that would be shown, or null where a record answers by its own cells. */
function answeringWords(composing: Composing, { unit: { content } }: Ranked): string | null {
  const { intents } = composing.question;
  switch (content.kind) {
    case 'article':
      return selectSentences(composing, content.passages).map(({ text }) => text).join(' ');
    case 'measure':
    case 'goal':
      if (intents.has('responsible') || intents.has('partner') || intents.has('timetable')) return null;
      return selectSentences(composing, content.passages).map(({ text }) => text).join(' ');
    case 'event':
      return content.event.statements.map(({ evidence, says }) => `${evidence.quote} ${says.en}`).join(' ');
    case 'glossary':
      return content.entry.evidence.quote;
    case 'fact':
      return null;
  }
}

const yearWords = compileWords({ fi: 'minä vuonna | mistä vuodesta | minkä vuoden', sv: 'vilket år | vilka år', en: 'what year | which year' });

export function asksYear(text: string): boolean {
  return yearWords.test(text.toLowerCase());
}

const listIntent = compileWords({ fi: 'mitkä | mitä | ketkä | luettele | listaa', sv: 'vilka | lista | räkna upp | vad heter', en: 'which | what | list | name' });
const members = compileWords({
  fi: 'kuulu* | sisälty*',
  sv: 'hör till | hör … till | ingår | består av',
  en: 'belong | belongs | members of | part of | make up | included in | consist of | consists of',
});
const namedThings = compileWords({
  fi: 'mitkä … kunnat | mitkä … kaupungit | mitkä … yritykset | mitkä … yliopistot | mitkä … korkeakoulut | mitkä … järjestöt | mitkä kunnat | mitkä kaupungit | mitkä yritykset | mitkä yliopistot | mitkä korkeakoulut',
  sv: 'vilka kommuner | vilka städer | vilka företag | vilka universitet | vilka högskolor | vilka … kommuner | vilka … städer | vilka … företag',
  en: 'which municipalities | which cities | which towns | which companies | which firms | which employers | which universities | which … companies | which … municipalities | which … cities',
});

/** "Which municipalities …": only names answer that. */
function asksNames(text: string): boolean {
  return namedThings.test(text.toLowerCase());
}

/** At least three things in a row; names where names are asked for. */
function hasEnumeration(words: string, ofNames: boolean): boolean {
  const separators = ofNames ? /(?:,|\s(?:ja|och|and|sekä|samt))\s(?:the\s)?\p{Lu}/gu : /,|\s(?:ja|och|and|sekä|samt)\s/gu;
  return (words.match(separators) ?? []).length >= 2;
}
