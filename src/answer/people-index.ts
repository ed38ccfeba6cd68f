import type { Person } from '../domain/people.ts';
import { type Token, foldWord } from '../retrieval/analysis.ts';
import { withinOneEdit } from './word-bags.ts';

export type PersonMention = { person: Person; positions: number[]; by: 'surname' | 'firstName' };

/** Finds people whose surname, in any case form, or whose unmistakable first name stands in a question. */
export function createPeopleIndex(people: readonly Person[]) {
  const entries = people.map((person) => {
    const parts = person.name.split(/\s+/).map(foldWord);
    return { person, first: parts[0] ?? '', surname: parts.at(-1) ?? '' };
  });
  return (tokens: readonly Token[]): PersonMention[] => {
    const words = tokens.filter((token) => token.kind === 'word');
    const bySurname = entries.flatMap(({ person, surname }): PersonMention[] => {
      const positions = words.filter((token) => isNameForm(token.word, surname)).map((token) => token.position);
      return positions.length > 0 ? [{ person, positions, by: 'surname' }] : [];
    });
    if (bySurname.length > 0) return withFirstNames(bySurname, words, entries);
    const mistyped = entries.flatMap(({ person, surname }): PersonMention[] => {
      const positions = words.filter((token) => isMistypedName(token.word, surname)).map((token) => token.position);
      return positions.length > 0 ? [{ person, positions, by: 'surname' }] : [];
    });
    if (mistyped.length === 1) return withFirstNames(mistyped, words, entries);
    return entries.flatMap(({ person, first }): PersonMention[] => {
      const alone = entries.filter((entry) => entry.first === first).length === 1;
      const positions = alone
        ? words.filter((token) => isNameForm(token.word, first)).map((token) => token.position)
        : [];
      return positions.length > 0 ? [{ person, positions, by: 'firstName' }] : [];
    });
  };
}

function withFirstNames(
  mentions: readonly PersonMention[],
  words: readonly Token[],
  entries: readonly { person: Person; first: string }[],
): PersonMention[] {
  return mentions.map((mention) => {
    const first = entries.find(({ person }) => person === mention.person)?.first ?? '';
    const before = words.filter((token) => isNameForm(token.word, first)).map((token) => token.position);
    return { ...mention, positions: [...new Set([...before, ...mention.positions])] };
  });
}

/**
 * True when `word` is `name` in some case: Sorjonen → Sorjosella, Haapalehto → Haapalehdon, Gassen → Gassens. The stem is the name
 * without what inflection can change; at most six letters may follow it.
 */
export function isNameForm(word: string, name: string): boolean {
  if (name.length < 3) return false;
  if (word === name) return true;
  const stem = name.endsWith('nen')
    ? name.slice(0, -3)
    : name.length >= 8
      ? name.slice(0, -2)
      : name.length >= 5
        ? name.slice(0, -1)
        : name;
  if (!word.startsWith(stem) || word.length > name.length + 5) return false;
  const ending = word.slice(stem.length);
  if (name.endsWith('nen')) return /^(?:nen|s|se\p{L}*|sta|nens?|nin|sia|s[ei]\p{L}*)$/u.test(ending);
  return /^\p{L}{0,2}(?:n|s|a|ä|ta|tä|lla|llä|lle|lta|ltä|ssa|ssä|sta|stä|iin|in|on|un|ia|ille|illa|illä|ista|ksi|na|nä|ko|kö|nko|nkö|han|hän)?$/u.test(
    ending,
  );
}

/** A shorter name has too many neighbours. */
const shortestMistyped = 6;

/** True when `word` is `name` in some case with one letter mistyped, but not the first: Gasenin for Gassenin. */
function isMistypedName(word: string, name: string): boolean {
  if (name.length < shortestMistyped || word[0] !== name[0]) return false;
  return [name.length - 1, name.length, name.length + 1].some((length) => {
    const start = word.slice(0, length);
    return start.length === length && withinOneEdit(start, name) && isNameForm(name + word.slice(length), name);
  });
}
