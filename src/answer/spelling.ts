import type { Catalogue } from '../domain/catalogue.ts';
import type { Language } from '../domain/language.ts';
import { type Token, analyse, foldWord, stemWord } from '../retrieval/analysis.ts';
import type { LexicalIndex } from '../retrieval/lexical-index.ts';
import { remember } from '../retrieval/remember.ts';
import type { TermBank } from '../retrieval/term-bank.ts';
import { intentWords, isAskingWord } from './intents.ts';
import { createPeopleIndex } from './people-index.ts';
import { withinOneEdit } from './word-bags.ts';

/** A question with words of one mistyped letter put right; words that are known stay as they are. */
export type CorrectSpelling = (text: string, language: Language) => string;

/** A shorter word has too many neighbours. */
const shortest = 6;
const keptCorrections = 2_000;

/**
 * Corrects words that `isKnown` does not know to one of the `vocabulary` that is one letter away, as it stands or in its stem: a letter
 * missing, added, changed or swapped with the next. Names, which begin with a capital inside a sentence, are left alone.
 */
export function createSpelling(
  vocabulary: (language: Language) => readonly string[],
  isKnown: (token: Token, language: Language) => boolean,
): CorrectSpelling {
  const kept = new Map<Language, readonly string[]>();
  const wordsOf = (language: Language): readonly string[] => {
    const words = kept.get(language) ?? vocabulary(language).filter((word) => word.length >= shortest);
    kept.set(language, words);
    return words;
  };
  const nearest = remember(keptCorrections, (_key, word: string, language: Language) => {
    const words = wordsOf(language);
    return nearestOf(word, words) ?? nearestByStem(word, language, words) ?? word;
  });
  return (text, language) => {
    const normal = text.normalize('NFC');
    let written = '';
    let from = 0;
    for (const token of analyse(normal, language)) {
      if (!isMistyped(normal, token) || isKnown(token, language)) continue;
      const right = nearest(`${language}:${token.word}`, token.word, language);
      if (right === token.word) continue;
      written += normal.slice(from, token.start) + right;
      from = token.end;
    }
    return written + normal.slice(from);
  };
}

function isMistyped(text: string, { word, kind, start, end }: Token): boolean {
  const surface = text.slice(start, end);
  const isName = start > 0 && /^\p{Lu}/u.test(surface);
  return kind === 'word' && word.length >= shortest && !isName && /^\p{L}+$/u.test(surface);
}

function nearestOf(word: string, words: readonly string[]): string | undefined {
  for (const other of words) if (other[0] === word[0] && withinOneEdit(word, other)) return other;
  return undefined;
}

function nearestByStem(word: string, language: Language, words: readonly string[]): string | undefined {
  const stem = stemWord(word, language);
  if (stem.length < shortest) return undefined;
  for (const other of words) {
    if (other[0] !== word[0]) continue;
    const known = stemWord(other, language);
    if (known.length >= shortest && withinOneEdit(stem, known)) return other;
  }
  return undefined;
}

/** Spelling by the words of the term bank and of asking; what these, the documents and the people's names hold is right as it is. */
export function createCorrecting(
  catalogue: Catalogue,
  terms: TermBank,
  indexes: readonly LexicalIndex[],
): CorrectSpelling {
  const wordsOf = (language: Language) =>
    catalogue.terms.flatMap((term) => [...term[language], ...(term.forms?.[language] ?? [])].map(foldWord));
  const vocabulary = (language: Language) => [
    ...intentWords(language),
    ...wordsOf(language).filter((word) => /^[a-zåäö]+$/u.test(word)),
  ];
  const inPhrases = new Map<Language, ReadonlySet<string>>();
  /** "Speeding" is no slip where the term bank has "speed up". */
  const isPartOfPhrase = ({ word }: Token, language: Language) => {
    const stems =
      inPhrases.get(language) ??
      new Set(wordsOf(language).flatMap((phrase) => phrase.split(' ').map((part) => stemWord(part, language))));
    inPhrases.set(language, stems);
    return stems.has(stemWord(word, language));
  };
  const findPeople = createPeopleIndex(catalogue.people);
  return createSpelling(
    vocabulary,
    (token, language) =>
      token.stop ||
      isAskingWord(token.word) ||
      indexes.some((index) => index.documentFrequency(stemWord(token.word, index.language)) > 0) ||
      terms.match([token], language).length > 0 ||
      isPartOfPhrase(token, language) ||
      findPeople([token]).length > 0,
  );
}
