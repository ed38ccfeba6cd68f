import type { Language } from '../../domain/language.ts';
import { type ReadText, type Reading, readText } from './reading.ts';

/** Where something comes from and where it goes, by stems. */
type Move = { from: ReadonlySet<string>; to: ReadonlySet<string> };

const prepositions = { sv: { from: 'från', to: 'till' }, en: { from: 'from', to: 'to' } } as const;
/** Words after a preposition that may name what it is of. */
const namedBy = 2;

/** True when something goes the other way than in the evidence: "from the municipalities to the State", or from whom it goes to. */
export function turnsMove(sentence: string, language: Language, { own }: Reading): boolean {
  const told = moveIn(readText(sentence, language));
  return own.some((text) => {
    if (text.language !== language) return false;
    const known = moveIn(text);
    const turned = (one: ReadonlySet<string>, same: ReadonlySet<string>, other: ReadonlySet<string>) =>
      [...one].some((stem) => other.has(stem) && !same.has(stem));
    if (turned(told.from, known.from, known.to) || turned(told.to, known.to, known.from)) return true;
    const stems = new Set(text.tokens.map(({ stem }) => stem));
    return (
      known.from.size > 0 &&
      told.from.size > 0 &&
      [...told.from].every((stem) => stems.has(stem) && !known.from.has(stem))
    );
  });
}

/** In Finnish by the case ending, else by the words that follow the preposition. */
function moveIn({ tokens, language }: ReadText): Move {
  const words = tokens.filter(({ kind }) => kind !== 'derived');
  const stemsOf = (found: typeof words) => new Set(found.map(({ stem }) => stem));
  if (language === 'fi') {
    const named = words.filter(({ stop, kind }) => !stop && kind === 'word');
    return {
      from: stemsOf(named.filter(({ word }) => /lt[aä]$/u.test(word))),
      to: stemsOf(named.filter(({ word }) => word.endsWith('lle'))),
    };
  }
  const { from, to } = prepositions[language];
  const after = (preposition: string) =>
    words.flatMap(({ word }, at) => {
      if (word !== preposition) return [];
      const row = words.slice(at + 1).filter(({ stop, word: next }) => !stop || next === from || next === to);
      const end = row.findIndex(({ word: next, kind }) => next === from || next === to || kind === 'number');
      return row.slice(0, Math.min(namedBy, end < 0 ? namedBy : end));
    });
  return { from: stemsOf(after(from)), to: stemsOf(after(to)) };
}
