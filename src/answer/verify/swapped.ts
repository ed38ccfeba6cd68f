import type { Language } from '../../domain/language.ts';
import type { Understanding } from '../understand.ts';
import { type ReadText, type Reading, readText } from './reading.ts';

/** Something that a text names, by what it is and where it stands. */
type Mention = { key: string; start: number; end: number };

/** Words on either side that say what a mention is about. */
const windowWords = 5;
/** Letters that two forms of a word share at their start. */
const sharedLetters = 5;

/**
 * True when two figures, dates or people of a sentence have changed places: each stands among the words that the other has in the
 * evidence. Held against evidence in the sentence's language only.
 */
export function changesPlaces(sentence: string, said: Understanding, language: Language, reading: Reading): boolean {
  const spoken = readText(sentence, language);
  const texts = reading.own.filter((text) => text.language === language);
  const mentions = mentionsIn(spoken, said);
  return mentions.some((one, at) =>
    mentions.slice(at + 1).some((other) => {
      if (one.key === other.key || one.key[0] !== other.key[0]) return false;
      const here = apart(around(spoken, one, mentions), around(spoken, other, mentions));
      return texts.some((text) => {
        const known = mentionsIn(text, said);
        const [first, second] = [one, other].map(({ key }) => known.find((mention) => mention.key === key));
        if (!first || !second) return false;
        const there = apart(around(text, first, known), around(text, second, known));
        const straight = shared(here[0], there[0]) + shared(here[1], there[1]);
        return shared(here[0], there[1]) + shared(here[1], there[0]) > straight;
      });
    }),
  );
}

/** Figures and dates, and words with a capital, by a key that is the same in a sentence and its evidence. */
function mentionsIn(read: ReadText, said?: Understanding): Mention[] {
  const values = read.values.flatMap((value): Mention[] => {
    const { start, end } = value;
    if (value.kind === 'contact') return [];
    if (value.kind === 'date') return [{ key: `d${value.year}-${value.month}-${value.day}`, start, end }];
    return [{ key: `n${value.figures[0]}${value.unit ?? ''}`, start, end }];
  });
  const people = (said?.people ?? []).flatMap(({ person, positions }): Mention[] => {
    const words = read.tokens.filter(({ position }) => positions.includes(position));
    return words.length === 0
      ? []
      : [{ key: `p${person.name.split(' ').at(-1)}`, start: words[0]?.start ?? 0, end: words.at(-1)?.end ?? 0 }];
  });
  return [...values, ...people];
}

type Stems = readonly string[];

/** The stems on either side within the clause, as far as no other mention is nearer. */
function around({ tokens, text }: ReadText, mention: Mention, mentions: readonly Mention[]): Stems {
  const words = tokens.filter(({ kind, stop }) => kind === 'word' && !stop);
  const cut = (from: number, to: number) => /[;:()]|[.!?]\s|,\s|\s(?:ja|och|and)\s/u.test(text.slice(from, to));
  const distance = (token: { start: number; end: number }, to: Mention) =>
    token.end <= to.start ? to.start - token.end : Math.max(0, token.start - to.end);
  const near = words.filter(
    (token) =>
      !mentions.some((other) => other.key !== mention.key && distance(token, other) < distance(token, mention)) &&
      !(token.start >= mention.start && token.end <= mention.end),
  );
  const before = near.filter(({ end }) => end <= mention.start && !cut(end, mention.start)).slice(-windowWords);
  const behind = near.filter(({ start }) => start >= mention.end && !cut(mention.end, start)).slice(0, windowWords);
  return [...before, ...behind].map(({ stem }) => stem);
}

/** Both sets without the words that they have in common: those tell nothing apart. */
function apart(one: Stems, other: Stems): readonly [Stems, Stems] {
  const without = (from: Stems, them: Stems) => from.filter((stem) => !them.some((known) => isAlike(stem, known)));
  return [without(one, other), without(other, one)];
}

function shared(one: Stems, other: Stems): number {
  return one.filter((stem) => other.some((known) => isAlike(stem, known))).length;
}

function isAlike(one: string, other: string): boolean {
  return one === other || (one.length >= sharedLetters && other.startsWith(one.slice(0, sharedLetters)));
}
