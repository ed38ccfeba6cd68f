import type { Passage } from '../domain/passage.ts';
import { asksList, asksNames, hasEnumeration, isRowOfNames } from './asked-list.ts';
import { isHoursLine } from '../domain/weekdays.ts';
import { holdsContact } from './contact-details.ts';
import type { Composing } from './draft.ts';
import { tellsExpectation } from './expected-figures.ts';
import { mentionsIntent } from './intents.ts';
import { weekday } from './property-shapes.ts';
import { remember } from '../retrieval/remember.ts';
import { saysSpanOfTime } from './spans-of-time.ts';
import { compileWords } from './word-patterns.ts';

const numberWord = compileWords({
  fi: 'kaksi | kahden | kolme | kolmen | neljä | viisi | kuusi | seitsemän | kahdeksan | yhdeksän | kymmenen | *toista | *kymmentä | sata | tuhat | puolet | kolmasosa | neljännes | kolmannes | kolmatta | kertaa',
  sv: 'två | tre | fyra | fem | sex | sju | åtta | nio | tio | elva | tolv | tretton | fjorton | femton | sexton | sjutton | arton | nitton | tjugo* | trettio* | fyrtio* | femtio* | hundra | tusen | hälften | tredjedel | tredje | dubbelt',
  en: 'two | three | four | five | six | seven | eight | nine | ten | eleven | twelve | thirteen | fourteen | fifteen | sixteen | seventeen | eighteen | nineteen | twenty | thirty | forty | fifty | hundred | thousand | half | third | quarter | doubled | twice',
});
const dateOrPeriod =
  /\b\d{1,2}\.\s?\d{1,2}\.(?:\s?\d{4})?|\b(?:0?[1-9]|1[0-2])\/(?:20)?\d{2}\b|\b(?:19|20)\d{2}\b(?!\s?%)/g;
const webAddress = /https?:\S+/g;
/** "C23", "KOTO2024". */
const inName = /\p{Lu}\d+/gu;
const monthName = compileWords({
  fi: 'tammiku* | helmiku* | maalisku* | huhtiku* | toukoku* | kesäku* | heinäku* | eloku* | syysku* | lokaku* | marrasku* | jouluku* | keväällä | kesällä | syksyllä | talvella | vuodesta | vuonna',
  sv: 'januari | februari | mars | april | maj | juni | juli | augusti | september | oktober | november | december | våren | sommaren | hösten | vintern',
  en: 'january | february | march | april | may | june | july | august | september | october | november | december | spring | summer | autumn | winter',
});
const money = /(?:€|(?<!\p{L})(?:euro(?:a|n|t|s|ja|jen|lla|sta)?|eur|miljoon\p{L}*|miljon\p{L}*|million)(?!\p{L}))/iu;
const moneyAsked = compileWords({
  fi: 'maksa* | maksoi | maksoivat | hinta* | hinnan | kustan* | budjet* | talousarvi* | euro* | rahoitus | palkka | palkkaa | palkkaansa | palkan | palkat | palkkoja | *palkka | *palkkaa | vuokra* | pääsymaks* | osallistumismaks* | avustus* | tuki … euro* | ansaitsee | tienaa | paljonko rahaa | paljonko … rahaa | kuinka paljon rahaa | kuinka paljon … rahaa',
  sv: 'kosta* | kostna* | pris* | budget* | euro | finansier* | lön | lönen | löner | lönerna | lönesumma* | *lön | *lönen | hyra* | hyran | avgift* | tjänar | hur mycket betala* | hur mycket pengar | hur mycket … pengar | vad betala*',
  en: 'cost* | price* | budget* | euro* | funding | salary | earn | earns | paid | how much … pay | how much … pays | what did … pay | how much money | how much … money | fee | fees | rent | rents | deposit',
});
const personName = /(?<![.!?–]\s)\p{Lu}[\p{Ll}é-]+(?:-\p{Lu}\p{Ll}+)?\s\p{Lu}\p{Ll}+|^\p{Lu}\p{Ll}+\s\p{Lu}\p{Ll}{2,}/u;

/** What is found in a sentence is kept: the same sentences are read for one question after the other. */
const keptSentences = 5_000;

const namesPerson = remember(keptSentences, (words) => personName.test(words));

/** A number that is not a date, a year or a period of follow-up, in figures or words. */
export const hasFigure = remember(
  keptSentences,
  (words) =>
    /\d/.test(words.replace(webAddress, ' ').replace(inName, ' ').replace(dateOrPeriod, ' ')) ||
    numberWord.test(words.toLowerCase()),
);

/** A day, month, season or year. */
export const hasDate = remember(keptSentences, (words) => {
  dateOrPeriod.lastIndex = 0;
  return dateOrPeriod.test(words) || monthName.test(words.toLowerCase()) || /\b\d{1,2}\.\d{1,2}\b/.test(words);
});

/** True when the question asks for an amount of money. */
export const asksMoney = remember(keptSentences, (question) =>
  moneyAsked.test(question.toLowerCase().replace(paySupport, ' ')),
);

/** Support for pay is a service, and "palkata" is to hire. */
const paySupport =
  /(?<!\p{L})(?:palkkatu[ek]\p{L}*|palkkaavat|palkata|lönesubvention\p{L}*|lönestöd\p{L}*|pay subsid\p{L}*)/gu;

/** A share of something in per cent. */
export function hasShare(words: string): boolean {
  return /\d\s?(?:%|pros|procent|per\s?cent|percent)/iu.test(words);
}

export function hasMoney(words: string): boolean {
  return money.test(words) && /\d/.test(words);
}

/** Says why something is so. */
export function hasReason(words: string): boolean {
  return reason.test(words.toLowerCase());
}

const reason = compileWords({
  fi: 'koska | vuoksi | takia | johdosta | syystä | sillä | johtuu | johtuen | puuttee*',
  sv: 'eftersom | därför att | på grund av | beror på | till följd av | orsak* | då',
  en: 'because | due to | owing to | since | as a result of | reason*',
});

/** How well a sentence's kind suits the kind of thing asked for: a figure, a date, a name, what has happened. A factor around 1. */
export function typeFit(composing: Composing, passage: Passage): number {
  const { intents, text } = composing.question;
  const field = passage.place?.field;
  const states = field === 'followUp' || field === 'state';
  let fit = passage.role === 'heading' || passage.role === 'title' ? 0.4 : passage.role === 'caption' ? 0.8 : 1;
  if (field === 'group' || field === 'heading' || field === 'title') fit *= 0.7;
  if (passage.place && (intents.has('state') || intents.has('yesNo'))) fit *= states ? 1.5 : 0.8;
  if (asksMoney(text)) fit *= hasMoney(passage.text) ? 2 : hasShare(passage.text) ? 1.5 : 0.5;
  else if (intents.has('count') || comparesFigures(composing.question)) fit *= hasFigure(passage.text) ? 1.5 : 0.6;
  if (tellsExpectation(composing.question, passage.text)) fit *= 0.5;
  if (intents.has('duration')) fit *= durationFit(passage.text);
  if (intents.has('when') || intents.has('timetable')) fit *= saysWhen(text, passage.text) ? 1.5 : 0.6;
  if (intents.has('target')) fit *= field === 'target' ? 1.6 : 1;
  if (states && intents.has('why')) fit *= hasReason(passage.text) ? 2 : 0.8;
  if (namesMonths(composing, passage.text)) fit *= 1.6;
  if (intents.has('contact') && !passage.place) fit *= holdsContact(passage.text) ? 2 : 0.7;
  if (!passage.place) fit *= articleFit(composing, passage.text);
  return fit;
}

/** "More in one or in the other?": figures tell. */
export function comparesFigures({ intents, text }: Composing['question']): boolean {
  return intents.has('compare') && !intents.has('when') && moreOrFewer.test(text.toLowerCase());
}

const moreOrFewer = compileWords({
  fi: 'enemmän | vähemmän | suurempi | pienempi | useampi*',
  sv: 'fler | flera | flest | mer | färre | mindre | större',
  en: 'more | most | fewer | less | larger | smaller',
});

/** A date, opening hours, or a day of the week where a day is asked for. */
function saysWhen(question: string, words: string): boolean {
  return hasDate(words) || isHoursLine(words) || (asksDay.test(question.toLowerCase()) && weekday.test(words));
}

const asksDay = compileWords({
  fi: 'minä päivänä | minä päivinä | mikä päivä | minä viikonpäivänä',
  sv: 'vilken dag | vilka dagar | vilken veckodag',
  en: 'what day | which day | what days | which days | what weekday | which weekday',
});

/** A length of time answers "how long" before any other figure does. */
function durationFit(text: string): number {
  if (saysSpanOfTime(text)) return 1.8;
  return hasFigure(text) || hasDate(text) ? 1.3 : 0.6;
}

const monthOrder: readonly RegExp[] = [
  /tammiku|januari|january/u,
  /helmiku|februari|february/u,
  /maalisku|mars|march/u,
  /huhtiku|april/u,
  /toukoku|\bmaj\b|\bmay\b/u,
  /kesäku|juni|june/u,
  /heinäku|juli|july/u,
  /eloku|augusti|august/u,
  /syysku|september/u,
  /lokaku|oktober|october/u,
  /marrasku|november/u,
  /jouluku|december/u,
];

/** Months named with their years, "5/2023": in figures or words. */
export const monthsNamed = remember(keptSentences, (text): readonly string[] => {
  const figures = [...text.matchAll(/\b(0?[1-9]|1[0-2])\/(?:20)?(\d{2})\b/g)].map(
    ([, month = '', year = '']) => `${Number(month)}/20${year}`,
  );
  const words = [...text.toLowerCase().matchAll(/(\p{L}{3,12})\s+(20\d{2})/gu)].flatMap(([, word = '', year = '']) => {
    const month = monthOrder.findIndex((name) => name.test(word)) + 1;
    return month > 0 ? [`${month}/${year}`] : [];
  });
  return [...figures, ...words];
});

/** True when a sentence gives a month that the question names: a figure of that period is the one asked for. */
function namesMonths({ question }: Composing, text: string): boolean {
  const asked = monthsNamed(question.text);
  return asked.length > 0 && monthsNamed(text).some((month) => asked.includes(month));
}

/** Intents whose own words an answering sentence of an article uses. */
const spoken = ['partner', 'responsible', 'start', 'previous', 'education'] as const;

/** Careers are those of people: "siirtyy" asks for one only where somebody or a post is named. */
const ofCareers: ReadonlySet<string> = new Set(['start', 'previous', 'education']);

function articleFit({ question }: Composing, text: string): number {
  const { intents } = question;
  const ofPeople = question.people.length > 0 || question.groups.some(({ role }) => role === 'post');
  let fit = 1;
  for (const intent of spoken) {
    if (!intents.has(intent)) continue;
    const career = ofCareers.has(intent) && !ofPeople;
    if (mentionsIntent(intent, text)) fit *= career ? 1.4 : 1.5;
    else fit *= career ? 0.9 : 0.8;
  }
  if (intents.has('count') && !intents.has('target') && mentionsIntent('target', text)) fit *= 0.5;
  if (intents.has('who')) fit *= namesPerson(text) ? 1.4 : 0.8;
  if (asksList(question.text)) fit *= listFit(question.text, text);
  return fit;
}

function listFit(question: string, text: string): number {
  const names = asksNames(question);
  if (names && isRowOfNames(text)) return 1.8;
  return hasEnumeration(text, names) ? 1.4 : 0.9;
}

const lastYear = compileWords({
  fi: 'viime vuonna | edellisvuonna | edellisenä vuonna',
  sv: 'i fjol | förra året | året innan | fjolåret',
  en: 'last year | the year before | previous year',
});

/** The years a sentence is about: those it writes, else the year before publication for "last year", else the year of publication. */
export function aboutYears(sentence: string, published: string | null): string[] {
  const written = sentence.match(/\b(?:19|20)\d{2}\b/g) ?? [];
  if (written.length > 0) return [...written];
  if (published === null) return [];
  return [String(Number(published) - (lastYear.test(sentence.toLowerCase()) ? 1 : 0))];
}
