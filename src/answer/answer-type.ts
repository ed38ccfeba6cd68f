import type { Measure } from '../domain/programme.ts';
import type { PersonFact } from '../domain/people.ts';
import type { Passage } from '../domain/passage.ts';
import type { Composing } from './draft.ts';
import { askedFields } from './asked-fields.ts';
import { asksList, asksNames, hasEnumeration, isRowOfNames } from './asked-list.ts';
import { mentionsIntent } from './intents.ts';
import { type Ranked, readTitles } from './rank.ts';
import { type ScoredSentence, chooseSentences } from './select-sentences.ts';
import { figuresOtherThing, givesOthersHours, lacksNamed, namesNobody } from './answer-names.ts';
import { countsFocus } from './counts-focus.ts';
import { asksHolder, leavesUnnamed } from './names-asked.ts';
import { lacksPersonWithin } from './person-within.ts';
import { countsOthers } from './of-those.ts';
import { hasOthersProperty, tellsOfAnother } from './of-another.ts';
import { asksHours, lacksProperty, saysHours } from './asked-property.ts';
import { asksMoney, comparesFigures, hasDate, hasFigure } from './sentence-type.ts';
import { isHoursLine, weekdayOf } from '../domain/weekdays.ts';
import { compareToDay } from '../domain/partial-date.ts';
import { compileWords } from './word-patterns.ts';

/**
 * True when evidence cannot answer for want of the kind of thing asked for: a figure for "how many", an amount for "what does it cost",
 * a year for "in which year", members for "which belong to".
 */
export function lacksAnswerType(composing: Composing, candidate: Ranked): boolean {
  const { intents, text } = composing.question;
  const { content } = candidate.unit;
  const sentences = answeringSentences(composing, candidate);
  if (lacksPersonWithin(composing, candidate, sentences)) return true;
  if (content.kind === 'fact') return lacksInFact(composing, content.fact);
  if (content.kind !== 'article' && asksHolder(composing.question)) return true;
  if (sentences === null) return lacksInRecord(composing, candidate);
  const words = sentences.map(({ passage }) => passage.text).join(' ');
  if (lacksProperty(text, words)) return true;
  if (content.kind === 'article' && (leavesUnnamed(composing, sentences) || hasOthersProperty(composing, sentences)))
    return true;
  if (content.kind === 'article' && lacksNamed(composing, candidate, sentences)) return true;
  if (content.kind === 'article' && givesOthersHours(composing, candidate, sentences)) return true;
  if (content.kind === 'article' && tellsOfAnother(composing, candidate, sentences)) return true;
  if (content.kind === 'article' && countsOthers(composing, candidate, sentences)) return true;
  if (content.kind === 'article' && namesNobody(composing, sentences)) return true;
  if (content.kind === 'article' && asksOnlyEducation(composing) && !mentionsIntent('education', words)) return true;
  if (content.kind === 'article' && figuresOtherThing(composing, candidate, sentences)) return true;
  if (asksMoney(text) && !intents.has('yesNo')) return false;
  if (intents.has('count') && !intents.has('who') && !sentences.some((sentence) => countsFocus(composing, sentence)))
    return true;
  if (asksYear(text) && !/\b(?:19|20)\d{2}\b/.test(words)) return true;
  if (content.kind === 'article' && intents.has('when') && !saysTime(sentences)) return true;
  if (content.kind === 'article' && nextTime.test(text.toLowerCase()) && !saysNext(content.passages, sentences))
    return true;
  if (asksList(text)) return !sentences.some((sentence) => listsMembers(composing, candidate, sentence));
  return content.kind === 'article' && intents.has('partner') && !mentionsIntent('partner', words);
}

/** The sentences that would be shown, or null where a record answers by its own cells and fields. */
function answeringSentences(composing: Composing, { unit: { content } }: Ranked): ScoredSentence[] | null {
  if (content.kind === 'article') return chooseSentences(composing, content.passages);
  if (content.kind !== 'measure' && content.kind !== 'goal') return null;
  const byCells = content.kind === 'measure' && askedFields(composing.question)[0] !== 'sentences';
  return byCells ? null : chooseSentences(composing, content.passages);
}

function lacksInFact({ question, language }: Composing, fact: PersonFact): boolean {
  const words = `${fact.value[language]} ${fact.evidence.quote}`;
  if (ofOtherKind(question, fact)) return true;
  if (lacksProperty(question.text, words) || (question.intents.has('count') && !hasFigure(words))) return true;
  return asksYear(question.text) && fact.date?.year === null;
}

/** Where somebody worked before, what they studied or when they start is told by facts of that kind alone. */
function ofOtherKind({ intents }: Composing['question'], { attribute, date }: PersonFact): boolean {
  const asked = (['previous', 'education'] as const).filter((intent) => intents.has(intent));
  if (asked.length > 0 && attribute === 'post') return true;
  return attribute === 'post' && intents.has('when') && intents.has('start') && date === undefined;
}

/** All that a measure's row says. */
function rowWords({ heading, text, responsible, timetable, followUp }: Measure): string {
  return [heading ?? '', text, responsible.verbatim, timetable.verbatim, followUp].join('\n');
}

function lacksInRecord({ question, today }: Composing, { unit: { content } }: Ranked): boolean {
  if (content.kind === 'measure') return lacksProperty(question.text, rowWords(content.measure));
  if (content.kind !== 'event' && content.kind !== 'glossary') return false;
  if (content.kind === 'event' && asksHours(question.text) && (!question.intents.has('when') || namesWeekday(question)))
    return true;
  if (content.kind === 'event' && comparesFigures(question)) return true;
  if (content.kind === 'event' && nextTime.test(question.text.toLowerCase())) {
    const current = content.event.statements.at(-1);
    if (current && compareToDay(current.to ?? current.from, today) === 'past') return true;
  }
  const words =
    content.kind === 'event'
      ? content.event.statements.map(({ evidence, says }) => `${evidence.quote} ${says.en}`).join(' ')
      : content.entry.evidence.quote;
  if (lacksProperty(question.text, words)) return true;
  if (question.intents.has('who') && !question.intents.has('when') && !question.intents.has('yesNo')) return true;
  if (asksYear(question.text) && !/\b(?:19|20)\d{2}\b/.test(words)) return true;
  return (question.intents.has('count') && !hasFigure(words)) || asksList(question.text);
}

/** "What education does she have?" of a person asks for nothing but a degree. */
function asksOnlyEducation({ question: { intents, groups } }: Composing): boolean {
  return (
    intents.has('education') && groups.every(({ role }) => role === 'name' || role === 'asking' || role === 'place')
  );
}

/** A date, days of the week or hours, in short forms too: "pe 9–13". */
function saysTime(sentences: readonly ScoredSentence[]): boolean {
  return sentences.some(({ passage: { text } }) => hasDate(text) || saysHours(text) || isHoursLine(text));
}

/** "When is it open on Thursdays?": the day that it opened does not answer. */
function namesWeekday({ groups }: Composing['question']): boolean {
  return groups.some(({ terms }) => terms.some(({ id }) => weekdayOf(id) !== null));
}

/** A list answers in the sentence that names what the members belong to; of municipalities in a row, the title may name it. */
function listsMembers(composing: Composing, { unit }: Ranked, { passage, inContext }: ScoredSentence): boolean {
  const { question } = composing;
  if (!hasEnumeration(passage.text, asksNames(question.text))) return false;
  const titled = listsMunicipalities(composing, passage) ? readTitles(composing, unit) : [];
  return question.groups.every(
    (group, index) =>
      group === question.focus[0] ||
      !['topic', 'body'].includes(group.role) ||
      (group.role === 'topic' && group.terms.length === 0) ||
      Math.max(inContext[index] ?? 0, titled[index] ?? 0) >= 0.5,
  );
}

function listsMunicipalities({ base, question }: Composing, passage: Passage): boolean {
  const asked = question.focus[0]?.terms.some(({ id }) => id === 'municipality' || id === 'city') ?? false;
  return asked && isRowOfNames(passage.text) && base.understandPassage(passage).places.length > 0;
}

const yearWords = compileWords({
  fi: 'minä vuonna | mistä vuodesta | minkä vuoden',
  sv: 'vilket år | vilka år',
  en: 'what year | which year',
});

export function asksYear(text: string): boolean {
  return yearWords.test(text.toLowerCase());
}

/** "When do they meet next?": what is past does not answer. */
const nextTime = compileWords({
  fi: 'seuraavan kerran | seuraavaksi | ensi kerralla',
  sv: 'nästa gång | härnäst',
  en: 'next time | next meeting | meet next | held next | the next',
});
const next = compileWords({ fi: 'seuraav* | ensi', sv: 'nästa | följande | härnäst', en: 'next | following' });

/** True when the sentences, or those before them in their paragraphs, speak of what comes next. */
function saysNext(passages: readonly Passage[], sentences: readonly ScoredSentence[]): boolean {
  return sentences.some(({ passage }) =>
    passages.some(
      ({ paragraph, ordinal, text }) =>
        paragraph === passage.paragraph && ordinal <= passage.ordinal && next.test(text.toLowerCase()),
    ),
  );
}
