import { languages } from '../domain/language.ts';
import type { Person } from '../domain/people.ts';
import { analyse, stemWord } from '../retrieval/analysis.ts';
import type { TermBank } from '../retrieval/term-bank.ts';
import type { Group } from './groups.ts';

/** True when a person holds the post that a group of a question names. */
export type HoldsPost = (person: Person, post: Group) => boolean;

/** A person holds a post when a title of theirs is the post's concept, or has its words. */
export function createPostReader(terms: TermBank): HoldsPost {
  const known = new Map<string, { concepts: ReadonlySet<string>; stems: readonly ReadonlySet<string>[] }>();
  const read = (person: Person) => {
    const remembered = known.get(person.id);
    if (remembered) return remembered;
    const titles = languages.flatMap((language) =>
      person.titles[language].map((title) => ({ language, tokens: analyse(title, language) })),
    );
    const entry = {
      concepts: new Set(
        titles.flatMap(({ language, tokens }) =>
          terms
            .match(tokens, language)
            .filter(({ term }) => term.area === 'titles')
            .map(({ term }) => term.id),
        ),
      ),
      stems: titles.map(({ tokens }) => new Set(tokens.map(({ stem }) => stem))),
    };
    known.set(person.id, entry);
    return entry;
  };
  return (person, post) => {
    const { concepts, stems } = read(person);
    if (post.terms.some(({ id }) => concepts.has(id))) return true;
    return languages.some((language) =>
      post.alternatives[language].some((wording) => {
        const words = analyse(wording, language).filter(({ stop }) => !stop);
        return (
          words.length > 0 &&
          stems.some((title) => words.every(({ stem }) => title.has(stem)) && !isLesser(title, words))
        );
      }),
    );
  };
}

/** Words that make another post of a title: a deputy mayor is not the mayor. */
const lesser = new Set(
  [
    'apulais',
    'vara',
    'varapuheenjohtaja',
    'entinen',
    'biträdande',
    'vice',
    'tidigare',
    'deputy',
    'assistant',
    'former',
    'acting',
  ].flatMap((word) => languages.map((language) => stemWord(word, language))),
);

function isLesser(title: ReadonlySet<string>, asked: readonly { stem: string }[]): boolean {
  return [...title].some((stem) => lesser.has(stem) && !asked.some((word) => word.stem === stem));
}
