import { composeWording, quotedPassages, unitOf } from './compose-wording.ts';
import type { Composing, Draft } from './draft.ts';
import type { GroupRole } from './understand.ts';
import { passageWords } from './units.ts';
import { type WordingMatch, textUnit } from './wordings.ts';

/** This alike, a wording asks the same as the question. Tuned on the evaluation questions. */
const sameQuestion = 0.6;
/** How much of its likeness a wording keeps that speaks of another year, number, name or place than the question. */
const otherThing = 0.6;
const constraints: ReadonlySet<GroupRole> = new Set(['year', 'number', 'name', 'place']);
const enoughConstraint = 0.5;

/** Answers a question that is asked in a known way; null when none is alike enough. */
export function decideWording(composing: Composing): Draft | null {
  const [best] = readMatches(composing);
  return best && best.score >= sameQuestion ? composeWording(composing, best.wording) : null;
}

/** Known ways of asking that are like the question and speak of what it names, most alike first. */
export function readMatches(composing: Composing): WordingMatch[] {
  return composing.base
    .readWordings(composing.question)
    .map((match) => (speaksOfSame(composing, match) ? match : { ...match, score: otherThing * match.score }))
    .toSorted((a, b) => b.score - a.score);
}

/** Every year, number, name and place of the question stands in the wording or in what answers it. */
function speaksOfSame(composing: Composing, { wording, text }: WordingMatch): boolean {
  const { base, question } = composing;
  const groups = question.groups.filter(({ role }) => constraints.has(role));
  if (groups.length === 0) return true;
  const unit = unitOf(composing, wording);
  const texts = [
    textUnit({ text, language: question.language }),
    ...(unit ? [unit] : []),
    ...quotedPassages(composing, wording).map((passage) => ({
      ...textUnit({ text: passage.text, language: passage.language }),
      words: passageWords(passage),
    })),
  ];
  const read = texts.map((one) => base.readEvidence(one, groups));
  return groups.every((group, place) => {
    const ofUnit = group.role === 'place' && group.terms.some((term) => unit?.cities.includes(term.fi[0] ?? ''));
    return ofUnit || read.some((levels) => (levels[place]?.total ?? 0) >= enoughConstraint);
  });
}
