import { asksYear } from './answer-type.ts';
import { asksWeekday, lacksShape } from './asked-property.ts';
import type { Composing, Draft } from './draft.ts';
import { hasDate, hasFigure } from './sentence-type.ts';
import { compileWords } from './word-patterns.ts';

/** True when an answer as it would be shown, quotes included, has not the kind of thing asked for: no figure, address, fee or year. */
export function lacksInDraft({ question }: Composing, { outcome, headline, details, citations }: Draft): boolean {
  if (outcome !== 'answered' || question.intents.has('yesNo') || question.intents.has('contact')) return false;
  const words = [headline, ...details, ...citations.map(({ quote }) => quote)].join('\n');
  // "Which days" may ask for dates.
  const dated = asksWeekday(question.text) && hasDate(words);
  if (!dated && lacksShape(question.text, words)) return true;
  if (asksYear(question.text) && !/\b(?:19|20)\d{2}\b/u.test(words)) return true;
  return howMany.test(question.text.toLowerCase()) && !hasFigure(words);
}

const howMany = compileWords({
  fi: 'montako | moniko | kuinka monta | kuinka moni',
  sv: 'hur många',
  en: 'how many',
});
