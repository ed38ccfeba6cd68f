import type { KnowledgeBase } from '../knowledge-base.ts';
import type { Understanding } from '../understand.ts';
import { compileWords } from '../word-patterns.ts';
import type { Reading } from './reading.ts';

const former = compileWords({
  fi: 'entinen | entisen | entisenä | entiseksi | entistä',
  sv: 'förre | förra | före detta | f.d.',
  en: 'former | ex-*',
});
/** What evidence says of a post that somebody no longer has. */
const past = compileWords({
  fi: 'entinen | entisen | aiem* | aikaisem* | toimi | toiminut | työskenteli | siirtyy',
  sv: 'förre | förra | före detta | tidigare | närmast | jobbat | arbetat',
  en: 'former | formerly | previous* | earlier | most recently | worked | comes from',
});

/** True when a sentence gives somebody another post than its evidence does, or calls a post former that is not. */
export function confusesPosts(base: KnowledgeBase, said: Understanding, { own }: Reading): boolean {
  const texts = own.map(({ text, language }) => ({ text, holders: holdersOf(base.understand(text, language)) }));
  if (former.test(said.text.toLowerCase()) && !texts.some(({ text }) => past.test(text.toLowerCase()))) return true;
  const told = holdersOf(said);
  return told.some(({ person, concepts }) => {
    const holders = texts.flatMap((text) => text.holders);
    const ofPost = holders.filter((holder) => sharesConcept(holder.concepts, concepts));
    if (ofPost.length === 0) return holders.some((holder) => holder.person === person);
    return ofPost.every((holder) => holder.person !== person);
  });
}

type Holder = { person: string; concepts: readonly string[] };

function sharesConcept(one: readonly string[], other: readonly string[]): boolean {
  return one.some((id) => other.includes(id));
}

/** Posts by the person that they follow, or that follows the first of them: "Gassen … Director of …", "Director of … Glenn Gassen". */
function holdersOf({ groups, people }: Understanding): Holder[] {
  const places = people
    .map(({ person, positions }) => ({ name: person.name, at: Math.min(...positions) }))
    .toSorted((a, b) => a.at - b.at);
  const posts = groups.filter(({ role, terms }) => role === 'post' && terms.length > 0);
  const postFirst = (posts[0]?.from ?? Infinity) < (places[0]?.at ?? Infinity);
  return posts.flatMap(({ from, terms }) => {
    const person = postFirst ? places.find(({ at }) => at > from) : places.findLast(({ at }) => at < from);
    return person === undefined ? [] : [{ person: person.name, concepts: terms.map(({ id }) => id) }];
  });
}
