import { type Unit, type Words, passageWords } from './units.ts';

/** A text that is searched for, with the unit it leads to. */
export type SearchedText = { key: string; words: Words; unit: Unit };

/** What of the units is searched: each passage of an article, the whole of a record. */
export function searchedTexts(units: readonly Unit[]): SearchedText[] {
  return units.flatMap((unit) =>
    unit.content.kind === 'article'
      ? unit.content.passages.map((passage) => ({ key: passage.id, words: passageWords(passage), unit }))
      : [{ key: unit.key, words: unit.words, unit }],
  );
}
