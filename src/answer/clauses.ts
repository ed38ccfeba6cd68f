import { compileWords } from './word-patterns.ts';

const questionWords = {
  fi: 'kuka | ketkä | kenen | kenet | ketä | keitä | keiden | kenelle | mikä | mitä | mitkä | minkä | millä | mille | milloin | koska | missä | mistä | mihin | minne | miten | miksi | kuinka | montako | moniko | paljonko | kauanko | millainen | millaisia | onko | ovatko | oliko | olivatko | entä',
  sv: 'vem | vems | vilka | vilken | vilket | vad | när | var | varifrån | vart | varför | hur | är | har | finns',
  en: 'who | whose | whom | what | which | when | where | why | how | is | are | was | were | has | have | had | did | does | do',
};
const joined =
  /\s*(?:[,;–—]\s*(?:ja|och|and|sekä|samt|mutta|men|but)?|\s(?:ja|och|and|sekä|samt|mutta|men|but))\s+|[?!]\s+/giu;
const startsQuestion = compileWords(questionWords);
/** The shortest clause, in words, that can be a question of its own. */
const fewestWords = 2;

/** The questions that one text asks, in order, when a later part begins with a question word of its own; else the text alone. */
export function readClauses(text: string): string[] {
  const clauses: string[] = [];
  let from = 0;
  for (const match of text.matchAll(joined)) {
    const rest = text.slice(match.index + match[0].length);
    const [first = ''] = rest.toLowerCase().split(/\s/u);
    if (!(startsQuestion.test(first) || endsAsking.test(first)) || wordCount(rest) < fewestWords) continue;
    const clause = text.slice(from, match.index).trim();
    if (wordCount(clause) < fewestWords || !asks(clause)) continue;
    clauses.push(clause);
    from = match.index + match[0].length;
  }
  return [...clauses, text.slice(from).trim()];
}

/** A Finnish verb that asks for yes or no: "maksaako". */
const endsAsking = /^\p{L}{2,}(?:ko|kö)$/u;

function wordCount(text: string): number {
  return (text.match(/\p{L}+/gu) ?? []).length;
}

/** A clause that only leads up to a question asks nothing by itself: "In Vaasa, who …". */
function asks(clause: string): boolean {
  return startsQuestion.test(clause.toLowerCase());
}
