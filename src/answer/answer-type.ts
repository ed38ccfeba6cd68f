import type { Measure } from '../domain/programme.ts';
import type { PersonFact } from '../domain/people.ts';
import type { Passage } from '../domain/passage.ts';
import type { Composing } from './draft.ts';
import { askedFields } from './asked-fields.ts';
import type { Group } from './understand.ts';
import { mentionsIntent } from './intents.ts';
import type { Ranked } from './rank.ts';
import { leansBack } from './leaning.ts';
import { type ScoredSentence, chooseSentences, sentenceUnit } from './select-sentences.ts';
import { figuresOtherThing, givesOthersHours, lacksNamed, namesNobody } from './answer-names.ts';
import { asksHolder, leavesUnnamed } from './names-asked.ts';
import { countsOthers } from './of-those.ts';
import { hasOthersProperty, tellsOfAnother } from './of-another.ts';
import { asksHours, lacksProperty, saysHours } from './asked-property.ts';
import { aboutYears, asksMoney, hasDate, hasFigure } from './sentence-type.ts';
import { compareToDay } from '../domain/partial-date.ts';
import { compileWords } from './word-patterns.ts';

/**
 * True when evidence cannot answer for want of the kind of thing asked for: a figure for "how many", an amount for "what does it cost",
 * a year for "in which year", members for "which belong to".
 */
export function lacksAnswerType(composing: Composing, candidate: Ranked): boolean {
  const { intents, text } = composing.question;
  const { content } = candidate.unit;
  if (content.kind === 'fact') return lacksInFact(composing, content.fact);
  if (content.kind !== 'article' && asksHolder(composing.question)) return true;
  const sentences = answeringSentences(composing, candidate);
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
  if (content.kind === 'article' && figuresOtherThing(composing, candidate, sentences)) return true;
  if (asksMoney(text) && !intents.has('yesNo')) return false;
  if (intents.has('count') && !intents.has('who') && !sentences.some((sentence) => countsFocus(composing, sentence)))
    return true;
  if (asksYear(text) && !/\b(?:19|20)\d{2}\b/.test(words)) return true;
  if (content.kind === 'article' && intents.has('when') && !hasDate(words) && !saysHours(words)) return true;
  if (content.kind === 'article' && nextTime.test(text.toLowerCase()) && !nextTime.test(words.toLowerCase()))
    return true;
  if (content.kind === 'article' && intents.has('partner') && !mentionsIntent('partner', words)) return true;
  return asksList(text) && !sentences.some((sentence) => listsMembers(composing, sentence));
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
  if (content.kind === 'event' && asksHours(question.text) && !question.intents.has('when')) return true;
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

/** A figure counts what is asked only in a sentence that names what is counted. */
function countsFocus(composing: Composing, { passage, levels, inContext }: ScoredSentence): boolean {
  const { question } = composing;
  if (!hasFigure(passage.text) || !aboutAskedYear(composing, passage)) return false;
  if (passage.place === null && mentionsIntent('target', passage.text) && !question.intents.has('target')) return false;
  if (asksPeople.test(question.text.toLowerCase()))
    return countsPeople.test(passage.text.toLowerCase()) || (leansBack(passage) && saysMost(question, levels));
  if (ofThem.test(question.text.toLowerCase())) {
    if (!saysLast(question, inContext)) return false;
    // "Av dem har 47 fått arbete": they are those of the sentences before.
    if (leansBack(passage)) return true;
  }
  const counted = howMany.test(question.text.toLowerCase()) ? countedThing(question) : undefined;
  if (!counted || (counted.terms.length === 0 && passage.language !== question.language)) return true;
  if (countsPer(composing, passage, counted)) return false;
  if ((inContext[question.groups.indexOf(counted)] ?? 0) < sameThing && !holdsCompound(question, counted, inContext))
    return false;
  return passage.place !== null || leansBack(passage) || standsNearFigure(composing, passage, counted);
}

/** "Apprenticeship places": what is counted may be the last part of a compound whose first part stands before it in the question. */
function holdsCompound({ groups }: Composing['question'], counted: Group, levels: readonly number[]): boolean {
  const before = groups.findIndex(({ to, role }) => to === counted.from && role === 'topic');
  return (levels[before] ?? 0) >= sameThing && (levels[groups.indexOf(counted)] ?? 0) >= partOfCompound;
}

const partOfCompound = 0.7;

/** "Omavalmentajaa kohden on 164 asiakasta" counts customers of each coach, not coaches. */
function countsPer(composing: Composing, passage: Passage, counted: Group): boolean {
  const per = /(\S+)\s+(?:kohden|kohti)(?!\p{L})|(?<!\p{L})per\s+(\S+)/iu.exec(passage.text);
  if (!per) return false;
  const unit = sentenceUnit({ ...passage, id: `${passage.id}@per`, text: per[1] ?? per[2] ?? '' });
  return (composing.base.readEvidence(unit, [counted])[0]?.own ?? 0) >= partOfCompound;
}

/** So many words before a figure, and after it, may stand between it and what it counts. */
const nearFigure = { before: 7, after: 6 };

/** "Twice a month", "two years", "1 200 euros": a figure of these counts nothing else. */
const unitOfOther =
  /^(?:kertaa|gånger|times|vuo(?:tta|den|si)|kuukau|päiv|viik|tunti|tunnin|år|månad|veck|dag|timm|year|month|week|day|hour|euro|€)/iu;

/** True when what is counted stands near a figure of the sentence, on the same side of a colon. */
function standsNearFigure(composing: Composing, passage: Passage, counted: Group): boolean {
  return passage.text
    .split(/(?<=[:;])\s/u)
    .some((part, place) =>
      standsNearFigureIn(composing, { ...passage, id: `${passage.id}:${place}`, text: part }, counted),
    );
}

function standsNearFigureIn(composing: Composing, passage: Passage, counted: Group): boolean {
  const words = passage.text.split(' ');
  const ofTime = counted.terms.some(({ area }) => area === 'time-and-numbers');
  return words.some((word, index) => {
    if (!hasFigure(word) || (!ofTime && unitOfOther.test(words[index + 1] ?? ''))) return false;
    const near = words.slice(Math.max(0, index - nearFigure.before), index + nearFigure.after + 1).join(' ');
    const unit = sentenceUnit({ ...passage, id: `${passage.id}@${index}`, text: near });
    return (composing.base.readEvidence(unit, [counted])[0]?.own ?? 0) >= 0.7;
  });
}

/** True when a sentence itself says at least half of the things that a question speaks of. */
function saysMost({ groups }: Composing['question'], levels: readonly number[]): boolean {
  const topics = groups.flatMap(({ role }, index) => (role === 'topic' ? [levels[index] ?? 0] : []));
  return topics.filter((level) => level >= 0.7).length >= topics.length / 2;
}

/** "How many of the participants got a job": the figure asked for is of those who did what is said last. */
const ofThem = compileWords({
  fi: 'moniko | kuinka moni',
  sv: 'hur många av | hur stor andel av',
  en: 'how many of | what share of | what percentage of',
});

/** Several things are asked of them, each of which may be told in a sentence of its own. */
const joined = compileWords({ fi: 'ja | sekä', sv: 'och | samt', en: 'and' });

function saysLast({ groups, text }: Composing['question'], levels: readonly number[]): boolean {
  if (joined.test(text.toLowerCase())) return true;
  const last = groups.findLastIndex(({ role, terms }) => role === 'topic' && terms.length > 0);
  return last === -1 || (levels[last] ?? 0) >= 0.4;
}

/** What is counted must be named itself, not only a part of a compound. */
const sameThing = 0.8;

const asksPeople = compileWords({
  fi: 'montako henkilöä | montako ihmistä | kuinka monta henkilöä | kuinka monta ihmistä | kuinka moni | moniko',
  sv: 'hur många personer | hur många människor',
  en: 'how many people | how many persons',
});

/** A figure with people right behind it. */
const countsPeople =
  /\d\s+(?:\p{L}+\s){0,2}?(?:heng|henki|henke|ihmi|työnteki|jäsen|osallistuj|asiakas|asiakka|hakij|puoliso|person|människ|anställd|medlem|deltagar|kund|makar|people|employee|staff|member|participant|customer|spouse)/u;

const howMany = compileWords({
  fi: 'montako | moniko | monta | kuinka monta | kuinka moni | kuinka paljon | paljonko',
  sv: 'hur många | hur mycket',
  en: 'how many | how much | number of',
});

/** "Hakijaa kesätöihin": a word in a local case says where to or of what, and is not counted itself. */
const adjunct = /(?:ss[aä]|st[aä]|ll[aä]|lt[aä]|lle|ksi|h[aeiouyäö]n|(?<!t)iin|([aeouyäö])\1n)$/u;

/** What "how many" counts: the last of the words that follow it without a break, since it is the head of the others. */
function countedThing({ focus, groups, language }: Composing['question']): Group | undefined {
  let [head] = focus;
  while (head) {
    const { to }: Group = head;
    const next = groups.find(({ from, role }) => from === to && role === 'topic');
    if (!next || !focus.includes(next) || (language === 'fi' && adjunct.test(next.surface))) break;
    // "How many advisers work at …": the verb is not what is counted.
    if (language === 'en' && next.surface === 'work' && head.surface.endsWith('s')) break;
    head = next;
  }
  return head;
}

/** In an article a figure is of the year it gives, or of the year its document speaks from. */
function aboutAskedYear({ base, question }: Composing, passage: Passage): boolean {
  if (passage.place !== null || question.years.length === 0) return true;
  const about = aboutYears(passage.text, base.sourceYear(passage.source));
  return about.length === 0 || about.some((year) => question.years.includes(year));
}

/** A list answers in the sentence that names what the members belong to. */
function listsMembers({ question }: Composing, { passage, inContext }: ScoredSentence): boolean {
  if (!hasEnumeration(passage.text, asksNames(question.text))) return false;
  return question.groups.every(
    (group, index) =>
      group === question.focus[0] ||
      !['topic', 'body'].includes(group.role) ||
      (group.role === 'topic' && group.terms.length === 0) ||
      (inContext[index] ?? 0) >= 0.5,
  );
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

const listIntent = compileWords({
  fi: 'mitkä | mitä | ketkä | luettele | listaa | nimeä',
  sv: 'vilka | lista | räkna upp | vad heter | namnge',
  en: 'which | what | list | name | names',
});
const members = compileWords({
  fi: 'kuulu* | sisälty*',
  sv: 'hör till | hör … till | ingår | består av',
  en: 'belong | belongs | members of | part of | make up | included in | consist of | consists of',
});
const namedThings = compileWords({
  fi: 'mitkä … kunnat | mitkä … kaupungit | mitkä … yritykset | mitkä … yliopistot | mitkä … korkeakoulut | mitkä … järjestöt | mitkä … koulut | mitkä kunnat | mitkä kaupungit | mitkä yritykset | mitkä yliopistot | mitkä korkeakoulut | mitkä järjestöt | mitkä koulut | minkä nimi* | nimeä',
  sv: 'vilka kommuner | vilka städer | vilka företag | vilka universitet | vilka högskolor | vilka skolor | vilka föreningar | vilka … kommuner | vilka … städer | vilka … företag | vilka … skolor | vad heter | namnge',
  en: 'which municipalities | which cities | which towns | which companies | which firms | which employers | which universities | which schools | which associations | which … companies | which … municipalities | which … cities | which … schools | name the | names of | names please',
});

function asksList(text: string): boolean {
  return (asksNames(text) || members.test(text.toLowerCase())) && listIntent.test(text.toLowerCase());
}

/** "Which municipalities …", "Which ten employers …": only names answer that. */
function asksNames(text: string): boolean {
  const folded = text.toLowerCase();
  return namedThings.test(folded) || membersOfNumber.test(folded);
}

/** "Which five people": those of a number who or what has a name. */
const membersOfNumber =
  /^(?:mitkä|ketkä|vilka|which|who)\s(?:ovat\s|är\s|are\s)?(?:ne\s|de\s|the\s)?(?:\d+|kolme|neljä|viisi|kuusi|seitsemän|kahdeksan|yhdeksän|kymmenen|tre|fyra|fem|sex|sju|åtta|nio|tio|three|four|five|six|seven|eight|nine|ten)\s(?:henkilö|ihmis|hakija|työnantaja|yritys|yhtiö|kunta|kaupunki|koulu|järjestö|person|människ|sökande|kandidat|arbetsgivar|företag|kommun|städer|skolor|förening|people|applicant|candidate|employer|compan|firm|municipalit|cities|towns|school|associations)/u;

/** At least three things in a row; names where names are asked for. */
function hasEnumeration(words: string, ofNames: boolean): boolean {
  const separators = ofNames
    ? /(?:,|\s(?:ja|och|and|sekä|samt))\s(?:the\s)?\p{Lu}/gu
    : /,|\s(?:ja|och|and|sekä|samt)\s/gu;
  return (words.match(separators) ?? []).length >= 2;
}
