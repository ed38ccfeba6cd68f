import type { Passage } from '../domain/passage.ts';
import { asksWeekday, lacksProperty } from './asked-property.ts';
import type { Composing } from './draft.ts';
import { type Ranked, readTitles } from './rank.ts';
import type { ScoredSentence } from './select-sentences.ts';
import { asksMoney, hasFigure, hasMoney, hasShare } from './sentence-type.ts';
import type { Group } from './groups.ts';

/** A body that the evidence names is held at least this well. */
const enough = 0.5;

/**
 * True when the sentences that would be shown speak of another body than the one asked about: a document that does not name it at all,
 * days of the week of somebody else's, or a figure of another service.
 */
export function tellsOfAnother(composing: Composing, candidate: Ranked, sentences: readonly ScoredSentence[]): boolean {
  return (
    namesNoBodyAsked(composing, candidate) ||
    givesOthersDays(composing, candidate, sentences) ||
    figuresOtherService(composing, candidate, sentences)
  );
}

/** A body of the question must be named in the document, unless it is the one that published it. */
function namesNoBodyAsked({ question, base }: Composing, { unit, levels }: Ranked): boolean {
  const publisher = base.catalogue.sources.find(({ id }) => id === unit.source)?.publisher ?? '';
  return question.groups.some(
    ({ role, terms }, index) =>
      role === 'body' &&
      (levels[index] ?? 0) < enough &&
      !terms.some(({ fi, sv, en }) => [...fi, ...sv, ...en].includes(publisher)),
  );
}

/** Who is there on a weekday is said in the sentence that gives it, or in what it goes on from. */
function givesOthersDays(composing: Composing, { unit }: Ranked, sentences: readonly ScoredSentence[]): boolean {
  const { question } = composing;
  if (!asksWeekday(question.text)) return false;
  const titled = readTitles(composing, unit);
  return question.groups.some(
    (group, index) =>
      (group.role === 'body' || (group.role === 'topic' && isOwnWord(group, question.language, unit))) &&
      sentences.every(({ inContext }) => Math.max(inContext[index] ?? 0, titled[index] ?? 0) < enough),
  );
}

/** A word without a concept, asked of a document in its own language: there it would stand as it does in the question. */
function isOwnWord({ terms }: Group, language: Composing['language'], { words }: Ranked['unit']): boolean {
  return terms.length === 0 && words[language] !== undefined;
}

const saysLittle: ReadonlySet<string> = new Set(['time-and-numbers', 'questions', 'asking', 'everyday']);

/** True when every sentence with the property asked for speaks of nothing else that is asked. */
export function hasOthersProperty({ question }: Composing, sentences: readonly ScoredSentence[]): boolean {
  if (!lacksProperty(question.text, '')) return false;
  const having = sentences.filter(({ passage }) => !lacksProperty(question.text, passage.text));
  const things = question.groups.flatMap(({ role, terms }, index) =>
    ['topic', 'verb', 'name', 'body', 'post'].includes(role) && !terms.some(({ area }) => saysLittle.has(area))
      ? [index]
      : [],
  );
  return (
    having.length > 0 &&
    things.length > 0 &&
    having.every(({ inContext }) => things.every((index) => (inContext[index] ?? 0) < enough))
  );
}

/** A service, office or unit, by what its word ends in. */
const service =
  /(?:palvelu|toimisto|yksikö|yksikk|keskuks|keskus|osasto|virasto|tjänst|byrå|enhet|avdelning|centre|center|office|unit|department|service)\p{L}*$/iu;

/** A figure of the customers, staff or money of a service must be of the service asked about. */
function figuresOtherService(composing: Composing, { unit }: Ranked, sentences: readonly ScoredSentence[]): boolean {
  const { question, base } = composing;
  const money = asksMoney(question.text);
  if (!money && !question.intents.has('count')) return false;
  const titled = readTitles(composing, unit);
  const withFigure = sentences.filter(({ passage: { text } }) =>
    money ? hasMoney(text) || hasShare(text) : hasFigure(text),
  );
  if (withFigure.length === 0) return false;
  return question.groups.some(({ role, surface, terms }, index) => {
    if (role !== 'topic' || terms.length === 0 || !service.test(surface)) return false;
    const inTitle = (titled[index] ?? 0) >= enough;
    return withFigure.every(
      ({ passage, inContext }) => (inContext[index] ?? 0) < enough && !(inTitle && !namesService(base, passage)),
    );
  });
}

/** A sentence that names a service of its own is not about the one in the title. */
function namesService(base: Composing['base'], passage: Passage): boolean {
  return base.understandPassage(passage).groups.some(({ role, surface }) => role !== 'verb' && service.test(surface));
}
