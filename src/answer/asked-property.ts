import { isYesNo } from './intents.ts';
import { asksMoney, hasMoney } from './sentence-type.ts';
import { remember } from '../retrieval/remember.ts';
import { labelAnswers } from './labelled-lines.ts';
import { asksForWeekday, audience, clock, howTo, properties, weekday } from './property-shapes.ts';
import { compileWords } from './word-patterns.ts';

/** True when the question asks for a property that none of the words can be. */
export function lacksProperty(question: string, words: string): boolean {
  if (asksMoney(question) && !isYesNo(question) && !asksFunder(fold(question)) && !hasMoney(words) && !isFree(words))
    return true;
  return lacksShape(question, words);
}

/** The same for all properties but an amount of money, which words of costs and savings do not always ask for. */
export function lacksShape(question: string, words: string): boolean {
  return propertiesAsked(question).some(({ needed, answers }) => needed && !holds(answers, words));
}

/** How well a sentence's shape suits the properties that a question asks for: a factor around 1, 1 where none is asked for. */
export function propertyFit(question: string, words: string): number {
  return propertiesAsked(question).reduce(
    (fit, { answers, strength = 1.5 }) => {
      if (!holds(answers, words)) return fit * 0.7;
      const several = answers.global && (words.match(answers) ?? []).length > 1;
      return fit * (several ? 2 : strength);
    },
    labelAnswers(fold(question), words) ? 2 : 1,
  );
}

const keptQuestions = 100;
const propertiesAsked = remember(keptQuestions, (question) => {
  const folded = fold(question);
  return properties.filter(({ asked }) => asked.test(folded));
});

/** True when words have the shape of the property that a word of the question names: "English and Arabic" says "languages". */
export function saysProperty(word: string, question: string, words: string): boolean {
  if (asksMoney(word)) return hasMoney(words);
  const asked = propertiesAsked(question);
  if (asked.length === 0) return false;
  const named = word.toLowerCase();
  return asked.some(({ answers, word: called }) => called?.test(named) && holds(answers, words));
}

/** Says days of the week or times of the day. */
export function saysHours(words: string): boolean {
  return weekday.test(words) || clock.test(words);
}

/** Asks when something is open, day by day: no event answers that. */
export function asksHours(question: string): boolean {
  return openingHours.test(fold(question));
}

/** Asks on which days of the week something is. */
export function asksWeekday(question: string): boolean {
  return asksForWeekday.test(fold(question));
}

const openingHours = compileWords({
  fi: 'aukiolo* | auki | avoinna',
  sv: 'öppettid* | öppethållning* | öppet | öppen',
  en: 'opening hours | opening times | how late … open | what time … open | is … open | are … open',
});

/** Asks whom something is for, not who somebody is. */
export function asksAudience(question: string): boolean {
  return audience.test(fold(question));
}

/** Asks how to apply, book or take part, which contact lines may tell. */
export function asksHowTo(question: string): boolean {
  return howTo.test(fold(question));
}

function holds(answers: RegExp, words: string): boolean {
  answers.lastIndex = 0;
  return answers.test(words);
}

function fold(question: string): string {
  return question.toLowerCase().replaceAll("'", '’');
}

/** Asks who pays, not how much. */
function asksFunder(question: string): boolean {
  return funder.test(question);
}

const funder = compileWords({
  fi: 'kuka rahoittaa | ketkä rahoittavat | mikä taho rahoittaa | rahoittaja | rahoittajat | mistä … rahat',
  sv: 'vem finansierar | vilka finansierar | finansiär* | varifrån … pengarna | vem betalar | vem bekostar',
  en: 'who funds | who finances | who pays | funder | funders | where does … money',
});

/** "Free of charge" says what something costs. */
export function isFree(words: string): boolean {
  return free.test(words.toLowerCase());
}

const free = compileWords({
  fi: 'maksuton | maksutonta | maksuttom* | ilmai* | ei maksa',
  sv: 'gratis | avgiftsfri* | kostnadsfri* | kostar inget | kostar ingenting | kostar inte',
  en: 'free of charge | costs nothing | for free | is free | a free | no charge | without charge',
});
