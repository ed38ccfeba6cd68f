import { type Unit, type Words, passageWords } from './units.ts';

/** A text that is searched for, with the unit it leads to. */
export type SearchedText = { key: string; words: Words; unit: Unit };

/** What of the units is searched: each passage of an article, the whole of a record, and of a measure also what it says it does. */
export function searchedTexts(units: readonly Unit[]): SearchedText[] {
  return units.flatMap((unit): SearchedText[] => {
    if (unit.content.kind === 'article')
      return unit.content.passages.map((passage) => ({ key: passage.id, words: passageWords(passage), unit }));
    const whole = { key: unit.key, words: unit.words, unit };
    return unit.description === null
      ? [whole]
      : [whole, { key: `${unit.key}/description`, words: unit.description, unit }];
  });
}
