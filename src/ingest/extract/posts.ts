import type { Language } from '../../domain/language.ts';
import { type Word, wordsOf } from './localize.ts';
import type { NameSpan } from './names.ts';
import { municipalityOf } from './place-words.ts';
import {
  acting,
  englishModifierStops,
  englishTailStops,
  finnishAdjectives,
  finnishBodies,
  finnishStops,
  former,
  isGenericPost,
  newness,
  swedishBodies,
  swedishModifiers,
  swedishStops,
} from './post-modifiers.ts';
import { type PostCase, looseEnglishHeads, lowerFirst, readPostWord } from './post-words.ts';

/** A post named in a text. Offsets are UTF-16 code units, end exclusive; `headStart` is where its chief word begins. */
export type PostMention = {
  start: number;
  headStart: number;
  end: number;
  /** The bare post in its base form: "maahanmuuttoasioiden päällikkö". */
  title: string;
  /** The post with the body it belongs to, in its base form: "Espoon maahanmuuttoasioiden päällikkö". */
  phrase: string;
  case: PostCase;
  /** True for "entinen", "tidigare", "former" and the like. */
  former: boolean;
  /** Finnish name of the municipality in the phrase, null when it names none. */
  municipality: string | null;
};

type Parts = { modifiers: Word[]; body: Word[]; former: boolean; start: number };
type Tail = { title: string; phrase: string; end: number };

const longestWalk = 5;

/** Posts of a text in reading order. Words within `names` belong to people and to no post; plural posts are left out. */
export function findPosts(text: string, language: Language, names: readonly NameSpan[]): PostMention[] {
  const words = wordsOf(text);
  const posts: PostMention[] = [];
  for (const [index, word] of words.entries()) {
    if (inName(word, names) || word.start < (posts.at(-1)?.end ?? 0)) continue;
    const read = readPostWord(word.text, language);
    if (!read || read.case === 'plural') continue;
    const parts = walkLeft(text, words, index, language, names);
    const tail = language === 'fi' ? null : walkRight(text, words, index, language, names);
    if (language === 'en' && looseEnglishHeads.has(word.lower) && parts.modifiers.length === 0 && !tail) continue;
    posts.push(toMention(word, read.base, read.case, parts, tail, language));
  }
  return posts;
}

function inName(word: Word, names: readonly NameSpan[]): boolean {
  return names.some(({ start, end }) => word.start >= start && word.end <= end);
}

function walkLeft(
  text: string,
  words: readonly Word[],
  head: number,
  language: Language,
  names: readonly NameSpan[],
): Parts {
  const taken: Word[] = [];
  let isFormer = false;
  let next = words[head];
  for (let index = head - 1; index >= 0 && taken.length < longestWalk; index -= 1) {
    const word = words[index];
    if (!word || !next || inName(word, names)) break;
    const gap = text.slice(word.end, next.start);
    if (gap !== ' ' && !(gap === '. ' && acting.has(word.lower)) && !(gap === '.' && word.lower === 't')) break;
    if (former.has(word.lower) || newness.has(word.lower)) {
      isFormer ||= former.has(word.lower);
      next = word;
      continue;
    }
    if (!modifies(word, taken, words[index - 1], language)) break;
    taken.unshift(word);
    next = word;
  }
  while (taken[0] && /^(?:ja|sekä|och|and)$/u.test(taken[0].lower)) taken.shift();
  const cut = bodyLength(taken, language);
  return {
    modifiers: taken.slice(cut),
    body: taken.slice(0, cut),
    former: isFormer,
    start: taken[0]?.start ?? words[head]?.start ?? 0,
  };
}

function modifies(word: Word, taken: readonly Word[], before: Word | undefined, language: Language): boolean {
  if (acting.has(word.lower)) return true;
  if (/^(?:ja|sekä|och|and)$/u.test(word.lower)) return before?.text.endsWith('-') === true;
  if (word.text.endsWith('-')) return /^(?:ja|sekä|och|and)$/u.test(taken[0]?.lower ?? '');
  if (language === 'fi') return finnishAdjectives[word.lower] !== undefined || isGenitive(word);
  if (language === 'sv') {
    if (swedishModifiers.has(word.lower) || swedishBodies.has(word.lower)) return true;
    return (
      taken.length > 0 &&
      swedishBodies.has(taken[0]?.lower ?? '') &&
      /^\p{Lu}\p{Ll}/u.test(word.text) &&
      (word.text.endsWith('s') || /^(?:stads|kommuns)$/u.test(taken[0]?.lower ?? '')) &&
      !swedishStops.has(word.lower)
    );
  }
  return (
    !englishModifierStops.has(word.lower) &&
    !/(?:ed|['’]s|ing)$/u.test(word.lower.replace(/ing$/u, (end) => (/^\p{Lu}/u.test(word.text) ? '' : end))) &&
    word.text.length > 1
  );
}

/** Ends like a Finnish genitive and not like an illative or a possessive ("kokouksessaan", "toimistoon"). */
function isGenitive(word: Word): boolean {
  if (!word.lower.endsWith('n') || finnishStops.has(word.lower)) return false;
  if (/^\p{Lu}/u.test(word.text) && municipalityOf(word.text) !== null) return !word.lower.endsWith('seen');
  return !/(?:(?:ss|st|ll|lt|n|t|ks)(?:aan|ään)|lleen|kseen|seen|oon|öön|uun|yyn|iin|aan|ään)$/u.test(word.lower);
}

/** How many of the words before a post name the body: those up to the last place or kind of body. */
function bodyLength(taken: readonly Word[], language: Language): number {
  if (language === 'en') return taken.findLastIndex((word) => municipalityOf(word.text) !== null) + 1;
  const isBody = (word: Word) => (language === 'fi' ? finnishBodies.test(word.lower) : swedishBodies.has(word.lower));
  return taken.findLastIndex((word, index) => isBody(word) || isProper(word, taken[index + 1])) + 1;
}

/** A capitalised word that names something: at the start of a text only a place does for sure. */
function isProper(word: Word, next: Word | undefined): boolean {
  if (!/^\p{Lu}\p{Ll}/u.test(word.text)) return false;
  if (finnishAdjectives[word.lower] !== undefined || swedishModifiers.has(word.lower) || acting.has(word.lower))
    return false;
  return word.start > 0 || municipalityOf(word.text) !== null || (next !== undefined && /^\p{Lu}/u.test(next.text));
}

/** "chef för sysselsättningstjänsterna", "Director of Employment Services at the City of Vantaa": what follows the head. */
function walkRight(
  text: string,
  words: readonly Word[],
  head: number,
  language: Language,
  names: readonly NameSpan[],
): Tail | null {
  const first = words[head];
  const link = words[head + 1];
  if (!first || !link || text.slice(first.end, link.start) !== ' ') return null;
  const links = language === 'sv' ? swedishLinks(words[head + 2]) : /^(?:of|for|at|in)$/u;
  if (!links.test(link.lower)) return null;
  const taken: Word[] = [link];
  for (let index = head + 2; index < words.length && taken.length <= 9; index += 1) {
    const word = words[index];
    const previous = taken.at(-1);
    if (!word || !previous || !/^['’]?\s$/u.test(text.slice(previous.end, word.start)) || inName(word, names)) break;
    if (
      language === 'sv'
        ? swedishTailEnds(word, taken)
        : englishTailStops.has(word.lower) ||
          (/(?:ed|es)$/u.test(word.text) &&
            /^\p{Ll}/u.test(word.text) &&
            !/(?:services|matters|issues|companies|sales|wellbeing)$/u.test(word.text))
    )
      break;
    taken.push(word);
  }
  while (
    taken.length > 0 &&
    /^(?:of|for|at|in|the|and|för|vid|på|inom|hos|och|den|det|de|en|ett)$/u.test(taken.at(-1)?.lower ?? '')
  )
    taken.pop();
  const [start] = taken;
  const last = taken.at(-1);
  if (!start || !last || taken.length < 2) return null;
  const titleEnd = titleWords(taken, language);
  return { title: text.slice(first.end, titleEnd), phrase: text.slice(first.end, last.end), end: last.end };
}

/** "i" belongs to a post only before a place: "sysselsättningsdirektör i Vasa". */
function swedishLinks(next: Word | undefined): RegExp {
  return next !== undefined && municipalityOf(next.text) !== null
    ? /^(?:för|vid|på|inom|hos|i)$/u
    : /^(?:för|vid|på|inom|hos)$/u;
}

function swedishTailEnds(word: Word, taken: readonly Word[]): boolean {
  const previous = taken.at(-1)?.lower ?? '';
  if (/^(?:för|vid|på|inom|hos)$/u.test(word.lower)) return taken.length < 2;
  if (word.lower === 'och') return !(taken.at(-1)?.text.endsWith('-') ?? false);
  if (swedishStops.has(word.lower) && !/^(?:den|det|de)$/u.test(word.lower)) return true;
  if (/^\p{Lu}/u.test(word.text)) return false;
  const open = /^(?:för|vid|på|inom|hos|i|och|den|det|de|en|ett)$/u.test(previous) || /(?:s|-|a)$/u.test(previous);
  return !open;
}

/** Where the title ends within what follows the head: before the body that holds the post, and before a name of a body. */
function titleWords(taken: readonly Word[], language: Language): number {
  const [link, second] = taken;
  const end = (index: number) => taken[index]?.end ?? 0;
  if (!link || !second) return 0;
  if (language === 'sv')
    return link.lower === 'för' && !/^\p{Lu}/u.test(second.text) && !/^(?:staden|kommunen)/u.test(second.lower)
      ? end(taken.length - 1)
      : link.start - 1;
  if (link.lower === 'at' || link.lower === 'in') return link.start - 1;
  const cut = taken.findIndex(({ lower }, index) => index > 0 && (lower === 'at' || lower === 'in' || lower === 'for'));
  return cut > 0 ? end(cut - 1) : end(taken.length - 1);
}

function toMention(
  head: Word,
  base: string,
  ofCase: PostCase,
  parts: Parts,
  tail: Tail | null,
  language: Language,
): PostMention {
  const modifiers = parts.modifiers.map((word, index) => {
    const text =
      finnishAdjectives[word.lower] ??
      (acting.has(word.lower) && language !== 'en'
        ? `${word.lower}${/^(?:vt|vs|va|ma)$/u.test(word.lower) ? '.' : ''}`
        : word.text);
    return index === 0 && parts.body.length === 0 && language !== 'en' ? lowerFirst(text) : text;
  });
  const core = [...modifiers, base].join(' ');
  const body = parts.body.map(({ text }) => text).join(' ');
  const phrase = `${body === '' ? '' : `${body} `}${core}${tail?.phrase ?? ''}`;
  const title = core + (tail?.title ?? '');
  const places = phrase.split(' ').map((word) => (/^\p{Lu}/u.test(word) ? municipalityOf(word) : null));
  return {
    start: parts.start,
    headStart: head.start,
    end: tail?.end ?? head.end,
    title: isGenericPost(title) ? phrase : title,
    phrase,
    case: ofCase,
    former: parts.former,
    municipality: places.find((place) => place !== null) ?? null,
  };
}
