import type { Passage } from '../domain/passage.ts';
import { givesHoursOf, isHoursLine, weekdayOf } from '../domain/weekdays.ts';

const months: readonly string[] = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** True when words give a day of the week or a month, named by its concept, in figures or in a short form: "10.10.2024", "ma–pe 9–16". */
export function saysDayOrMonth(conceptId: string, words: string): boolean {
  const weekday = weekdayOf(conceptId);
  if (weekday !== null) return givesHoursOf(weekday, words);
  const month = months.indexOf(conceptId) + 1;
  return month > 0 && new RegExp(`\\b\\d{1,2}\\.\\s?0?${month}\\.|\\b0?${month}/(?:20)?\\d{2}\\b`, 'u').test(words);
}

/** The lines of opening hours that stand together with one of them; none where a sentence is no such line. */
export function hoursAround(passage: Passage, passages: readonly Passage[]): Passage[] {
  if (!isHoursLine(passage.text)) return [];
  const at = passages.indexOf(passage);
  const isLine = (index: number) => isHoursLine(passages[index]?.text ?? '');
  let [from, to] = [at, at];
  while (isLine(from - 1)) from -= 1;
  while (isLine(to + 1)) to += 1;
  return passages.slice(from, to + 1);
}
