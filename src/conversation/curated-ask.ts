import type { Answer, Ask, Citation } from '../answer/answer.ts';
import type { Language } from '../domain/language.ts';
import { helsinkiDay } from '../domain/light.ts';
import type { CuratedAnswer } from './data.ts';

/** What the source of a citation begins with when it is a curated answer. Its publisher is the author's user id. */
export const curatedSource = 'curated:';

type CuratedAskDeps = {
  ask: Ask;
  curatedFor: (text: string, language: Language) => CuratedAnswer | null;
  /** What a curated answer is called, and how an author is who asked to be forgotten. */
  words: (language: Language) => { title: string; nobody: string };
};

/** Longer answers stand in the quote; the headline is then their beginning. */
const longestHeadline = 300;

/** Answers as `ask` does, and leads with what a colleague answered to the same question before, cited as such with author and date. */
export function createCuratedAsk({ ask, curatedFor, words }: CuratedAskDeps): Ask {
  return async (question) => {
    const answer = await ask(question);
    if (answer.outcome === 'smalltalk' || answer.outcome === 'refused') return answer;
    const curated = curatedFor(answer.subject?.question ?? question.text, answer.language);
    return curated === null ? answer : withCurated(answer, curated, words(answer.language));
  };
}

function withCurated(answer: Answer, curated: CuratedAnswer, words: { title: string; nobody: string }): Answer {
  const { id, text, author, at } = curated;
  const citation: Citation = {
    source: `${curatedSource}${id}`,
    file: '',
    title: words.title,
    publisher: author ?? words.nobody,
    published: helsinkiDay(new Date(at)),
    quote: text,
    translation: null,
  };
  const fromDocuments = answer.outcome === 'answered';
  return {
    ...answer,
    outcome: 'answered',
    headline: text.length <= longestHeadline ? text : `${text.slice(0, longestHeadline).replace(/\s+\S*$/, '')}…`,
    details: fromDocuments ? [answer.headline, ...answer.details] : [],
    citations: [citation, ...(fromDocuments ? answer.citations : [])],
    next: fromDocuments ? answer.next : [],
    targets: answer.targets.length > 0 ? answer.targets : curated.targets,
  };
}
