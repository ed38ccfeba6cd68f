import type { Language } from '../domain/language.ts';
import type { Term } from '../domain/term.ts';
import type { Token } from '../retrieval/analysis.ts';
import type { ConceptMatch, TermBank } from '../retrieval/term-bank.ts';
import { alternativesOf, nameAlternatives, orSurface, withSurface } from './alternatives.ts';
import { isAskingWord } from './intents.ts';
import type { NameLength } from './name-phrases.ts';
import type { PersonMention } from './people-index.ts';
import { type FindPlace, goesOnWithCity } from './place-words.ts';

/** What part a stretch of the question plays: what it is about, a constraint the evidence must meet, or only how it is asked. */
export type GroupRole = 'topic' | 'verb' | 'name' | 'body' | 'place' | 'year' | 'number' | 'post' | 'asking';

/** One concept or word of the question with its wordings in the languages of the documents. */
export type Group = {
  surface: string;
  role: GroupRole;
  terms: readonly Term[];
  alternatives: Readonly<Record<Language, readonly string[]>>;
  /** Token positions, `to` exclusive. */
  from: number;
  to: number;
};

/** What is known of the documents that a question is read against. */
type Known = {
  terms: TermBank;
  people: readonly PersonMention[];
  months: ReadonlySet<string>;
  findPlace: FindPlace;
  nameLength: NameLength;
};

/** The concepts, names and words of a question, in order, each with its part in it. Closed-class words are left out. */
export function readGroups(
  text: string,
  tokens: readonly Token[],
  language: Language,
  { terms, people, months, findPlace, nameLength }: Known,
): Group[] {
  const matches = Map.groupBy(terms.match(tokens, language), ({ from }) => from);
  const inNames = new Map(
    people.flatMap(({ person, positions }) => positions.map((position) => [position, person.name])),
  );
  const groups: Group[] = [];
  const words = tokens.filter((token) => token.kind !== 'derived');
  let skipTo = 0;
  for (const [at, token] of words.entries()) {
    if (token.position < skipTo) continue;
    const found = matches.get(token.position)?.filter(() => !inNames.has(token.position)) ?? [];
    const named =
      inNames.has(token.position) || isProper(found) ? 0 : nameLength(text.normalize('NFC'), words, at, language);
    if (named > 0) {
      const stretch = words.slice(at, at + named);
      const surface = text.normalize('NFC').slice(token.start, stretch.at(-1)?.end);
      skipTo = (stretch.at(-1)?.position ?? token.position) + 1;
      groups.push({ ...nameGroup(surface), from: token.position, to: skipTo });
      continue;
    }
    const name = nameOfCity(text, token, tokens, found);
    if (name) {
      groups.push(name);
      skipTo = name.to;
      continue;
    }
    const ofPlace = found.some(({ term }) => term.area === 'organisations') ? [] : findPlace(token.word);
    const matched = ofPlace.length > 0 ? ofPlace : found.map(({ term }) => term);
    let to = found[0]?.to ?? token.position + 1;
    if (matched.some(({ area }) => area === 'municipalities')) to = endOfCity(to, words, matches);
    const stretch = words.filter(({ position }) => position >= token.position && position < to);
    const surface = text.normalize('NFC').slice(token.start, stretch.at(-1)?.end ?? token.end);
    if (matched.length === 0 && token.stop) continue;
    skipTo = to;
    const role = inNames.has(token.position) ? 'name' : roleOf(surface, stretch, matched, months);
    const alternatives = alternativesOf(surface, language, matched);
    groups.push({
      surface,
      role,
      terms: matched,
      alternatives:
        nameAlternatives(inNames.get(token.position)) ??
        (role === 'name'
          ? withSurface(alternatives, surface)
          : role === 'topic' && isCapital(surface, token)
            ? orSurface(alternatives, surface)
            : alternatives),
      from: token.position,
      to,
    });
  }
  return groups;
}

/** "Turku-lisä": a city's name and what it is joined to are one name, unless a concept is called so. */
function nameOfCity(
  text: string,
  { position, start, kind }: Token,
  tokens: readonly Token[],
  found: readonly ConceptMatch[],
): Group | null {
  const whole = tokens.find(
    (token) => token.kind === 'derived' && token.position === position && token.start === start,
  );
  const ofCity =
    found.length > 0 && found.every(({ term, to }) => term.area === 'municipalities' && to === position + 1);
  if (!whole || !ofCity || kind !== 'word') return null;
  const surface = text.normalize('NFC').slice(start, whole.end);
  const to = position + surface.split(/[-\u2010\u2011]/u).length;
  const words = [whole.word];
  return { surface, role: 'name', terms: [], alternatives: { fi: words, sv: words, en: words }, from: position, to };
}

/** Where a city's name ends with the words that only go on with it; a longer concept that they begin is left whole. */
function endOfCity(to: number, words: readonly Token[], matches: ReadonlyMap<number, readonly ConceptMatch[]>): number {
  const next = words.find(({ position }) => position === to);
  const begins = matches.get(to)?.some((match) => match.to > to + 1 || match.term.area === 'organisations') ?? false;
  return next && goesOnWithCity(next) && !begins ? to + 1 : to;
}

/** Places, bodies and posts are known by their own names. */
function isProper(found: readonly { term: Term }[]): boolean {
  return found.some(({ term: { area } }) => ['municipalities', 'organisations', 'titles'].includes(area));
}

function nameGroup(surface: string): Omit<Group, 'from' | 'to'> {
  const name = surface.replace(/['’]s$/u, '');
  return { surface: name, role: 'name', terms: [], alternatives: { fi: [name], sv: [name], en: [name] } };
}

function roleOf(
  surface: string,
  stretch: readonly Token[],
  terms: readonly Term[],
  months: ReadonlySet<string>,
): GroupRole {
  const [first] = stretch;
  if (first?.kind === 'number' && months.has(first.word)) return 'asking';
  if (stretch.length === 1 && first?.kind === 'number') return /^(?:19|20)\d{2}$/.test(first.word) ? 'year' : 'number';
  if (terms.some((term) => term.area === 'organisations')) return 'body';
  if (terms.some((term) => term.area === 'municipalities')) return 'place';
  if (terms.some((term) => term.area === 'titles')) return 'post';
  if (isAskingWord(surface.toLowerCase()) || stretch.every((token) => token.stop || isAskingWord(token.word)))
    return 'asking';
  if (terms.some((term) => term.area === 'asking')) return 'asking';
  const ofQuestions = terms.some((term) => term.area === 'questions');
  if (ofQuestions && first?.position === 0) return 'asking';
  const isCapitalised = isCapital(surface, first);
  // A name may look like a compound: "Yritysluotsi".
  if (isCapitalised && terms.length > 0 && terms.every(({ area }) => commonAreas.has(area))) return 'name';
  if (terms.length > 0 && terms.every(isVerb)) return ofQuestions ? 'asking' : 'verb';
  if (terms.length === 0 && isCapitalised) return 'name';
  return 'topic';
}

/** Written with a capital, and not for opening the question. */
function isCapital(surface: string, first: Token | undefined): boolean {
  return /^\p{Lu}[\p{Ll}'’-]/u.test(surface) && (first?.position ?? 0) > 0;
}

/** Concepts that are written small, so that a capital makes a name of them: "Welcome Flat". */
const commonAreas: ReadonlySet<string> = new Set(['compound', 'verbs', 'everyday']);

/** A concept of doing rather than of a thing: its Finnish and Swedish wordings are infinitives. */
function isVerb(term: Term): boolean {
  return /^\p{Ll}+[aä]$/u.test(term.fi[0] ?? '') && /^\p{Ll}+a(?:\s|$)/u.test(term.sv[0] ?? '');
}
