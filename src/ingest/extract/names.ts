import type { Language } from '../../domain/language.ts';
import { type Word, wordsOf } from './localize.ts';
import { bodyWords, firstNames, openingWords } from './name-words.ts';
import { isPlace } from './place-words.ts';
import { readPostWord } from './post-words.ts';

/** What may be a person's full name in a text: two to four capitalised words. Offsets are UTF-16 code units, end exclusive. */
export type NameSpan = {
  start: number;
  end: number;
  /** All but the last word: what stays uninflected. */
  given: string;
  /** The last word as it is written, in whatever case form. */
  surname: string;
  /** True when the first word is a frequent first name. */
  certain: boolean;
};

const namePart =
  /^(?:(?:Mc|Mac|O['’]|D['’])?\p{Lu}[\p{Ll}'’]+(?:-(?:\p{Lu}[\p{Ll}'’]+|\p{Ll}{1,3}))*(?:-\p{Lu}[\p{Ll}'’]+)*|\p{Lu})$/u;
const particles = new Set(['von', 'af', 'de', 'van', 'der', 'da', 'di', 'el', 'bin', 'la', 'le']);
const shortestPart = 2;
const longestName = 4;

/** Candidate names of a text in reading order, without overlaps. `places` are further words that name places in this document. */
export function findNames(text: string, language: Language, places: ReadonlySet<string>): NameSpan[] {
  return runsOf(text).flatMap((run) => {
    const trimmed = trimRun(run, language, places);
    return isName(trimmed, language, places) ? [toSpan(trimmed)] : [];
  });
}

/** Maximal runs of capitalised words with one space, or an initial's stop and a space, between them. */
function runsOf(text: string): Word[][] {
  const runs: Word[][] = [];
  let run: Word[] = [];
  const close = () => {
    while (run.length > 0 && particles.has(run.at(-1)?.text ?? '')) run.pop();
    if (run.length > 1) runs.push(run);
    run = [];
  };
  for (const word of wordsOf(text)) {
    const previous = run.at(-1);
    const gap = previous ? text.slice(previous.end, word.start) : '';
    const joins = gap === ' ' || (gap === '. ' && previous !== undefined && previous.text.length === 1);
    if (previous && !joins) close();
    if (namePart.test(word.text)) run.push(word);
    else if (run.length > 0 && particles.has(word.text)) run.push(word);
    else close();
  }
  close();
  return runs;
}

function trimRun(run: readonly Word[], language: Language, places: ReadonlySet<string>): Word[] {
  let words = [...run];
  const isLead = (word: Word) =>
    openingWords.has(word.lower) || readPostWord(word.text, language) !== null || isPlaceHere(word, places, false);
  const lastLead = words.findLastIndex((word, index) => index < words.length - 2 && isLead(word));
  if (lastLead >= 0) words = words.slice(lastLead + 1);
  while (words.length > 2 && isPlaceHere(words.at(-1), places, true)) words.pop();
  return words;
}

function isPlaceHere(word: Word | undefined, places: ReadonlySet<string>, asSurname: boolean): boolean {
  return word !== undefined && (isPlace(word.text, asSurname) || (!asSurname && places.has(word.text)));
}

function isName(words: readonly Word[], language: Language, places: ReadonlySet<string>): boolean {
  const [first] = words;
  const last = words.at(-1);
  if (!first || !last || words.length < 2 || words.length > longestName) return false;
  if (words.some(({ lower }) => bodyWords.has(lower) || endsAsBody.test(lower)) || openingWords.has(first.lower))
    return false;
  if (readPostWord(last.text, language) !== null || (language === 'en' && readPostWord(first.text, language) !== null))
    return false;
  if (last.text.length <= shortestPart && !firstNames.has(first.text)) return false;
  if (first.text.length < shortestPart) return false;
  if (isPlaceHere(first, places, false)) return false;
  return !isPlaceHere(last, places, true) && !(places.has(last.text) && !firstNames.has(first.text));
}

/** "Koulutuskuntayhtymä Gradia", "Raisionseudun koulutuskeskuksesta": what the last part of a compound says is a body. */
const endsAsBody =
  /\p{L}{3}(?:yhtymä|yhdisty[sk]|säätiö|virasto|toimisto|kesku[sk]|opisto|förbund|samkommun|stiftelse|förening|byrå)\p{L}*$/u;

function toSpan(words: readonly Word[]): NameSpan {
  const [first] = words;
  const last = words.at(-1);
  const given = words.slice(0, -1).map(({ text }) => (text.length === 1 ? `${text}.` : text));
  return {
    start: first?.start ?? 0,
    end: last?.end ?? 0,
    given: given.join(' '),
    surname: last?.text ?? '',
    certain: firstNames.has(first?.text ?? '') || firstNames.has(first?.text.split('-')[0] ?? ''),
  };
}
