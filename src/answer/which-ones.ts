import { compileWords } from './word-patterns.ts';

const whichOnes = compileWords({
  fi: 'mitkä | ketkä | keitä',
  sv: 'vilka | namnge',
  en: 'who are | name the',
});
/** Only more than one can be counted. */
const whichPlural = /(?<!\p{L})which (?:\p{L}+ ){0,2}\p{L}+(?:s|people|firms)(?!\p{L})/u;

/** Asks which several are: "which companies", "vilka odlingar". */
export function asksWhichOnes(text: string): boolean {
  const folded = text.toLowerCase();
  return whichOnes.test(folded) || whichPlural.test(folded);
}

/** Names in a sentence: one or more words with a capital in a row, the first word of the sentence aside. */
export function namesIn(text: string): string[] {
  return [...text.matchAll(name)].map(([found]) => found);
}

const name = /(?<=[\p{L}\d,;:)”"]\s[„“”"]?)\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+)*/gu;
