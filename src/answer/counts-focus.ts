import type { Passage } from '../domain/passage.ts';
import type { Composing } from './draft.ts';
import { tellsExpectation } from './expected-figures.ts';
import { mentionsIntent } from './intents.ts';
import { leansBack } from './leaning.ts';
import { looksAhead } from './rank.ts';
import { type ScoredSentence, sentenceUnit } from './select-sentences.ts';
import { aboutYears, hasFigure } from './sentence-type.ts';
import type { Group } from './groups.ts';
import { compileWords } from './word-patterns.ts';

/** A figure counts what is asked only in a sentence that names what is counted. */
export function countsFocus(composing: Composing, { passage, levels, inContext }: ScoredSentence): boolean {
  const { question } = composing;
  if (!hasFigure(passage.text) || !aboutAskedYear(composing, passage)) return false;
  if (tellsExpectation(question, passage.text)) return false;
  if (passage.place === null && mentionsIntent('target', passage.text) && !looksAhead(question)) return false;
  if (asksPeople.test(question.text.toLowerCase()))
    return (
      countsPeople.test(passage.text.toLowerCase()) ||
      ((leansBack(passage) || countsOfThem(passage)) && saysMost(question, levels))
    );
  if (ofThem.test(question.text.toLowerCase())) {
    if (!saysLast(question, inContext)) return false;
    // "Av dem har 47 fått arbete": they are those of the sentences before.
    if (leansBack(passage) || countsOfThem(passage)) return true;
  }
  const folded = question.text.toLowerCase();
  const counted = howMany.test(folded) && !countsDoers.test(folded) ? countedThing(question) : undefined;
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

/** "Av de arbetslösa var 27 …", "Osallistujista 21 …": a sentence that opens with those of whom it counts some. */
function countsOfThem({ text }: Passage): boolean {
  return /^(?:(?:Av|Of)\s(?:de|the|alla|all)\s|\p{Lu}\p{L}+(?:ista|istä)\s)/u.test(text);
}

/** Several things are asked, each of which may be told in a sentence of its own. */
export function asksSeveral(text: string): boolean {
  return joined.test(text.toLowerCase());
}

const joined = compileWords({ fi: 'ja | sekä', sv: 'och | samt', en: 'and' });

function saysLast({ groups, text }: Composing['question'], levels: readonly number[]): boolean {
  if (asksSeveral(text)) return true;
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

/** A figure with people right behind it, or people and how many they are. */
const countsPeople =
  /\d\s+(?:\p{L}+\s){0,2}?(?:heng|henki|henke|ihmi|työnteki|jäsen|osallistuj|asiakas|asiakka|hakij|puoliso|person|människ|anställd|medlem|deltagar|kund|makar|people|employee|staff|member|participant|customer|spouse)|(?<!\p{L})(?:osallistuj|kävijö|asiakka|jäsen|hakij|työntekij|deltagar|besökar|kunder|sökande|medlemm|participants|visitors|members|applicants)\p{L}*\s(?:on|oli|ovat|olivat|var|är|was|were|are|has been|have been)\s(?:\p{L}+\s){0,3}?\d/u;

const howMany = compileWords({
  fi: 'montako | moniko | monta | kuinka monta | kuinka moni | kuinka paljon | paljonko',
  sv: 'hur många | hur mycket',
  en: 'how many | how much | number of',
});

/** "How many have taken part": no word names those who are counted. */
const countsDoers = compileWords({
  fi: 'montako on osallistunut | kuinka monta on osallistunut',
  sv: 'hur många har deltagit | hur många deltog | hur många har sökt | hur många har fått | hur många har börjat',
  en: 'how many have | how many took part | how many participated | how many applied | how many attended',
});

/** "Hakijaa kesätöihin": a word in a local case says where to or of what, and is not counted itself. */
const adjunct = /(?:ss[aä]|st[aä]|ll[aä]|lt[aä]|lle|ksi|h[aeiouyäö]n|(?<!t)iin|([aeouyäö])\1n)$/u;

/** "How many counsellors work …": what they do is not counted. */
const doing = /^(?:work|works|study|live|visit|use|start|arbetar|jobbar|studerar|bor)$/iu;

/** What "how many" counts: the last of the words that follow it without a break, since it is the head of the others. */
function countedThing({ focus, groups, language }: Composing['question']): Group | undefined {
  let [head] = focus;
  while (head) {
    const { to }: Group = head;
    const next = groups.find(({ from, role }) => from === to && role === 'topic');
    if (!next || !focus.includes(next) || (language === 'fi' ? adjunct : doing).test(next.surface)) break;
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
