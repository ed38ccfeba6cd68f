import { eld } from 'eld/small';
import { type Language, languages } from '../domain/language.ts';
import { foldWord } from './analysis.ts';
import { functionWords } from './function-words.ts';

/** `other` is clearly none of the three; null is a text without a language: a name, an abbreviation, digits. */
export type DetectedLanguage = Language | 'other' | null;

export type DetectLanguageOptions = {
  /** Whether a folded word is a known name, which says nothing of the language around it. Default: none is. */
  isName?: (word: string) => boolean;
};

/** More of a text than this many UTF-16 code units does not make its language clearer. */
const maxLength = 1000;
/** How far a text whose words are all function words of a language is moved towards it, on the scale of eld's scores (0 to 1). */
const functionWordWeight = 0.7;
/** By how much another language must be ahead; two words are less evidence than three. */
const otherMargin = { short: 0.3, long: 0.12 };
/** What a single capitalised word ("Työllisyys?") must reach, and be ahead by, not to be taken for a name. */
const loneWord = { score: 0.75, margin: 0.15 };

/** Frequent function words of neighbouring languages that are words of none of the three. */
const foreignWords: ReadonlySet<string> = new Set(
  `kes millal kuidas milline millised kust palju kas
   hvem hva hvad hvor hvornår hvordan hvorfor hvilke hvilken hvilket jeg ikke er når
   wer wann welche welcher welches wie warum ist sind der die das und
   qui quand quel quelle quels quelles est les des pourquoi
   quien cuando cual cuales donde como por el los las
   quem quando chi dove sono`.split(/\s+/u),
);

/** `word` as typed on a keyboard without å, ä and ö. */
const withoutUmlauts = (word: string): string => word.replaceAll(/[åä]/gu, 'a').replaceAll('ö', 'o');

/** Spoken question words, which tell the language as function words do but are none in a document. */
const spokenWords: Readonly<Record<Language, readonly string[]>> = {
  fi: ['entäs', 'kukas', 'mikäs', 'mitäs', 'mites', 'onks'],
  sv: ['vadå', 'hurdan', 'hurså', 'vafför', 'nåt', 'nån'],
  en: ['whats', 'whos', 'wheres', 'hows'],
};

/** For each function word, also without its umlauts, the languages it may belong to; the umlauts' forms yield to real words. */
const languagesOfWord: ReadonlyMap<string, readonly Language[]> = (() => {
  const owners = new Map<string, Language[]>();
  for (const language of languages)
    for (const word of functionWords[language]) owners.set(word, [...(owners.get(word) ?? []), language]);
  const real = new Set(owners.keys());
  for (const language of languages) for (const word of spokenWords[language]) owners.set(word, [language]);
  for (const language of languages)
    for (const word of functionWords[language]) {
      const typed = withoutUmlauts(word);
      if (!real.has(typed)) owners.set(typed, [...(owners.get(typed) ?? []), language]);
    }
  return owners;
})();

type Word = { written: string; folded: string; owners: readonly Language[] };

const wordsOf = (text: string): Word[] =>
  [...text.matchAll(/[\p{L}\p{M}\d]+(?:['’][\p{L}\p{M}]+)*/gu)]
    .filter(([written]) => !/\d/u.test(written))
    .map(([written]) => {
      const folded = foldWord(written.replaceAll(/['’]/gu, ''));
      return { written, folded, owners: languagesOfWord.get(folded) ?? [] };
    });

const isCapitalised = ({ written }: Word): boolean => /^\p{Lu}/u.test(written);

/** Words that may tell the language: not names, abbreviations or other words with a capital within the sentence. */
const tellingWords = (words: readonly Word[], isName: (word: string) => boolean): Word[] => {
  const shouted = words.length > 2 && words.every(({ written }) => written === written.toUpperCase());
  return words.filter((word, index) => {
    // "TE" is the employment services, "te" the Finnish "you"; a longer function word is no abbreviation.
    const isAbbreviation = /^\p{Lu}{2,}/u.test(word.written);
    if (isAbbreviation && word.written.length === 2 && !shouted) return false;
    if (word.owners.length > 0 || foreignWords.has(word.folded)) return true;
    if (isName(word.folded)) return false;
    return shouted || (!isAbbreviation && (index === 0 || !isCapitalised(word)));
  });
};

/** True when most letters are of another alphabet than ours. */
const isOtherScript = (text: string): boolean => {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return latin * 2 < letters;
};

type Scores = { ours: readonly { language: Language; score: number }[]; other: number };

/** eld's scores, moved by the share of function words; a word of two languages counts half for each. The best of ours first. */
const scoreWords = (words: readonly Word[]): Scores => {
  const scores = eld.detect(words.map(({ written }) => written).join(' ')).getScores();
  const share = (count: number): number => (functionWordWeight * count) / words.length;
  const ours = languages.map((language) => {
    const count = words.reduce((sum, { owners }) => sum + (owners.includes(language) ? 1 / owners.length : 0), 0);
    return { language, score: (scores[language] ?? 0) + share(count) };
  });
  const others = Object.entries(scores).filter(([code]) => !languages.some((language) => language === code));
  const foreign = words.filter(({ folded, owners }) => owners.length === 0 && foreignWords.has(folded)).length;
  return {
    ours: ours.sort((a, b) => b.score - a.score),
    other: Math.max(0, ...others.map(([, score]) => score)) + share(foreign),
  };
};

const isOther = (words: number, best: number, other: number): boolean =>
  words > 1 && other - best >= (words === 2 ? otherMargin.short : otherMargin.long);

/**
 * The language of a question or text, of Finnish, Swedish and English; made for short ones, with or without diacritics.
 * Compares the three scores of the n-gram detector eld with the function words of the text. Of a longer text the first
 * 1000 code units count.
 */
export const detectLanguage = (
  text: string,
  { isName = () => false }: DetectLanguageOptions = {},
): DetectedLanguage => {
  const start = text.slice(0, maxLength).normalize('NFC');
  if (isOtherScript(start)) return 'other';
  const words = tellingWords(wordsOf(start), isName);
  const [first] = words;
  if (first === undefined) return null;
  const [owner, ...furtherOwners] = first.owners;
  if (words.length === 1 && owner !== undefined && furtherOwners.length === 0) return owner;
  const { ours, other } = scoreWords(words);
  const [best, second] = ours;
  if (best === undefined || second === undefined) return null;
  if (isOther(words.length, best.score, other)) return 'other';
  if (best.score === 0) return words.length > 2 ? 'other' : null;
  const lone = words.length === 1 && isCapitalised(first) && first.owners.length === 0;
  if (lone && (best.score < loneWord.score || best.score - Math.max(second.score, other) < loneWord.margin))
    return null;
  return best.score === second.score ? null : best.language;
};
