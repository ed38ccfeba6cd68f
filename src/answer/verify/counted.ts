import type { Language } from '../../domain/language.ts';
import { compileWords } from '../word-patterns.ts';
import { figuresIn } from './bindings.ts';
import { readText, type ReadText, type Reading } from './reading.ts';
import { type Value, isHeldBy, readValues } from './values.ts';

/** "A month", "a year": what a figure is counted by. */
const rates = {
  day: compileWords({
    fi: 'päivässä | päivittäin | vuorokaudessa',
    sv: 'per dag | om dagen | dagligen | varje dag',
    en: 'a day | per day | daily | each day | every day',
  }),
  week: compileWords({
    fi: 'viikossa | viikoittain',
    sv: 'per vecka | i veckan | varje vecka',
    en: 'a week | per week | weekly | each week | every week',
  }),
  month: compileWords({
    fi: 'kuukaudessa | kuukausittain | kuukausitas*',
    sv: 'per månad | i månaden | varje månad | månatlig*',
    en: 'a month | per month | monthly | each month | every month',
  }),
  year: compileWords({
    fi: 'vuodessa | vuosittain | vuositas* | vuosittai*',
    sv: 'per år | om året | varje år | årlig* | årsnivå*',
    en: 'a year | per year | yearly | annual* | each year | every year',
  }),
} as const;

const now = compileWords({
  fi: 'nyt | nykyisin | nykyään | tällä hetkellä | tänään',
  sv: 'nu | numera | för närvarande | i dag | idag',
  en: 'now | nowadays | currently | today | at present',
});
const followUp = /seuran|uppfölj|follow-up/iu;

/** True when a figure is counted by another time than in the evidence: visits a year where it has visits a month. */
export function changesRate(sentence: string, { own }: Reading): boolean {
  if (figuresIn(sentence).length === 0) return false;
  const evidence = own.map(({ text }) => text.toLowerCase()).join('\n');
  const known = Object.values(rates).filter((rate) => rate.test(evidence));
  const told = Object.values(rates).filter((rate) => rate.test(sentence.toLowerCase()));
  return known.length > 0 && told.some((rate) => !known.includes(rate));
}

/** True when a figure of the documents is told as today's although neither they nor the sentence say of when. */
export function tellsAsNow(sentence: string, { own }: Reading): boolean {
  if (
    !now.test(sentence.toLowerCase()) ||
    followUp.test(sentence) ||
    readValues(sentence).some(({ kind }) => kind === 'date')
  )
    return false;
  return figuresIn(sentence).length > 0 && !own.some(({ text }) => now.test(text.toLowerCase()));
}

/** True when a figure counts what another figure of the evidence counts: "31 goals" where it has 9 goals and 31 measures. */
export function countsOther(sentence: string, language: Language, { own }: Reading): boolean {
  const known = own.filter((text) => text.language === language).flatMap(countedIn);
  return countedIn(readText(sentence, language)).some(({ figure, what }) => {
    const ofIt = known.filter((counted) => counted.what === what);
    const ofFigure = known.filter((counted) => isHeldBy(figure, counted.figure));
    return ofIt.length > 0 && ofFigure.length > 0 && !ofFigure.some((counted) => counted.what === what);
  });
}

/** Figures with the stem of the word right behind them. */
function countedIn({ text, tokens }: ReadText): { figure: Value; what: string }[] {
  return figuresIn(text).flatMap((figure) => {
    const next = tokens.find(({ start, kind }) => start >= figure.end && kind === 'word');
    const adjoins = next !== undefined && !next.stop && text.slice(figure.end, next.start).trim() === '';
    return adjoins ? [{ figure, what: next.stem }] : [];
  });
}
