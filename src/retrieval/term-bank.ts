import { type Language, languages } from '../domain/language.ts';
import type { Term } from '../domain/term.ts';
import { type Token, analyse, stemWord } from './analysis.ts';

/** A stretch of a question that a concept of the term bank names. `from` and `to` are token positions, `to` exclusive. */
export type ConceptMatch = { term: Term; from: number; to: number };

export type TermBank = {
  /** Concepts in a text, longest phrase first, without overlaps; of equal phrases every concept that has them. */
  match: (tokens: readonly Token[], language: Language) => ConceptMatch[];
};

const longestPhrase = 5;

/**
 * A term bank that finds wordings whatever their inflection, as far as stems agree; `forms` bring the stems that change. `further` gives
 * terms to add to the others, once these can be matched; default none.
 */
export function createTermBank(
  terms: readonly Term[],
  further: (known: TermBank) => readonly Term[] = () => [],
): TermBank {
  let read: Wordings | undefined;
  return {
    match: (tokens, language) => {
      read ??= readWordings(terms, further);
      return longestMatches(tokens, language, read);
    },
  };
}

/** All wordings by their stems; read when the first text is matched, so that a start need not wait for it. */
function readWordings(terms: readonly Term[], further: (known: TermBank) => readonly Term[]): Wordings {
  const wordings: Wordings = {
    byStems: { fi: new Map(), sv: new Map(), en: new Map() },
    longest: { fi: new Map(), sv: new Map(), en: new Map() },
  };
  addWordings(wordings, terms);
  addWordings(wordings, further({ match: (tokens, language) => longestMatches(tokens, language, wordings) }));
  return wordings;
}

function addWordings({ byStems, longest }: Wordings, terms: readonly Term[]): void {
  for (const term of terms) {
    for (const language of languages) {
      for (const wording of [...term[language], ...(term.forms?.[language] ?? [])]) {
        for (const key of keysOf(wording, language)) {
          const known = byStems[language].get(key) ?? [];
          if (!known.includes(term)) byStems[language].set(key, [...known, term]);
          const [first = '', ...rest] = key.split(' ');
          longest[language].set(first, Math.max(longest[language].get(first) ?? 0, rest.length + 1));
        }
      }
    }
  }
}

/** The concepts by the stems of their wordings, and of how many words the longest wording is that begins with a stem. */
type Wordings = {
  byStems: Readonly<Record<Language, Map<string, Term[]>>>;
  longest: Readonly<Record<Language, Map<string, number>>>;
};

/** Wordings that the analysis leaves as they are: most of them, and much faster read so. */
const plainWords = /^[a-zåäö]{1,64}(?: [a-zåäö]{1,64})*$/u;

/** The stems of a wording, and of its joined form when it is written with hyphens. */
function keysOf(wording: string, language: Language): string[] {
  if (plainWords.test(wording))
    return [
      wording
        .split(' ')
        .map((word) => stemWord(word, language))
        .join(' '),
    ];
  const tokens = analyse(wording, language);
  const parts = tokens.filter((token) => token.kind !== 'derived').map((token) => token.stem);
  const joined = tokens.find(
    (token) => token.kind === 'derived' && token.start === 0 && token.end >= wording.length - 1,
  );
  return [parts.join(' '), ...(joined ? [joined.stem] : [])].filter((key) => key !== '');
}

function longestMatches(tokens: readonly Token[], language: Language, wordings: Wordings): ConceptMatch[] {
  const words = tokens.filter((token) => token.kind !== 'derived');
  const joined = new Map(tokens.filter(({ kind }) => kind === 'derived').map((token) => [token.position, token]));
  const taken = new Set<number>();
  const matches: ConceptMatch[] = [];
  for (let length = Math.min(longestPhrase, words.length); length > 0; length -= 1) {
    for (let start = 0; start + length <= words.length; start += 1) {
      const stretch = words.slice(start, start + length);
      if (stretch.some((token) => taken.has(token.position)) || (length === 1 && stretch[0]?.stop)) continue;
      const found = lookUp(stretch, joined, language, wordings);
      if (found.length === 0) continue;
      const from = stretch[0]?.position ?? 0;
      for (const token of stretch) taken.add(token.position);
      matches.push(...found.map((term) => ({ term, from, to: from + length })));
    }
  }
  return matches;
}

function lookUp(
  stretch: readonly Token[],
  joinedAt: ReadonlyMap<number, Token>,
  language: Language,
  wordings: Wordings,
): readonly Term[] {
  const [first] = stretch;
  const own = lookUpStems(stretch, language, wordings, ({ stem }) => stem);
  if (own) return first && stretch.length === 1 ? withoutOtherNames(own, first.word, language) : own;
  const words = wordings.byStems[language];
  const joined = first && joinedAt.get(first.position);
  const byJoined = joined && joined.end === stretch.at(-1)?.end ? words.get(joined.stem) : undefined;
  if (byJoined) return byJoined;
  const compound = stretch.length === 1 && first ? splitCompound(first.word, language, words) : null;
  if (compound) return [compound];
  if (stretch.reduce((length, { word }) => length + word.length + 1, -1) < shortestForeign) return [];
  for (const other of languages) {
    if (other === language) continue;
    const found = lookUpStems(stretch, other, wordings, ({ word, kind }) =>
      kind === 'number' ? word : stemWord(word, other),
    );
    if (found) return found;
  }
  return [];
}

/** "Hanketta" has the stem of the name "Hanken": a name is left out that the word does not begin with, where a common word has that stem. */
function withoutOtherNames(terms: readonly Term[], word: string, language: Language): readonly Term[] {
  const meant = terms.filter((term) => {
    const names = [...term[language], ...(term.forms?.[language] ?? [])];
    return !names.every((name) => /^\p{Lu}/u.test(name)) || names.some((name) => word.startsWith(name.toLowerCase()));
  });
  return meant.length > 0 ? meant : terms;
}

function lookUpStems(
  stretch: readonly Token[],
  language: Language,
  { byStems, longest }: Wordings,
  stemOf: (token: Token) => string,
): readonly Term[] | undefined {
  const [first] = stretch;
  if (!first || (longest[language].get(stemOf(first)) ?? 0) < stretch.length) return undefined;
  return byStems[language].get(stretch.map(stemOf).join(' '));
}

/** A shorter phrase is not taken for one of another language: too many short words mean different things. */
const shortestForeign = 5;

const shortestCompound = 8;
const shortestPart = 4;

/**
 * A compound of two concepts as a concept of its own: "kvällskurs" is "iltakurssi" and "evening course". Null when no division has a
 * concept on both sides; the longest last part wins, since it says what the compound is.
 */
function splitCompound(word: string, language: Language, byStems: ReadonlyMap<string, Term[]>): Term | null {
  if (language === 'en' || word.length < shortestCompound) return null;
  for (let cut = shortestPart; cut <= word.length - shortestPart; cut += 1) {
    const [last] = byStems.get(stemWord(word.slice(cut), language)) ?? [];
    if (!last) continue;
    const start = word.slice(0, cut);
    const [first] = [start, start.replace(/[sn]$/, '')].flatMap((part) => byStems.get(stemWord(part, language)) ?? []);
    if (first) return joinTerms(first, last);
  }
  return null;
}

function joinTerms(first: Term, last: Term): Term {
  const written = (language: Language) => [
    `${first[language][0] ?? ''}${last[language][0] ?? ''}`,
    `${first[language][0] ?? ''} ${last[language][0] ?? ''}`,
  ];
  return {
    id: `${first.id}+${last.id}`,
    area: 'compound',
    fi: written('fi'),
    sv: written('sv'),
    en: [`${first.en[0] ?? ''} ${last.en[0] ?? ''}`],
  };
}
