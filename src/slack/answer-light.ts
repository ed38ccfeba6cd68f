import type { Answer } from '../answer/answer.ts';
import { foldWord, type Light, lightOf } from '../domain/light.ts';
import type { CommandCaller, SlackPorts } from './ports.ts';
import type { AnswerLight } from './views/answer-light.ts';

/** "Traffic light", "light" and "colour" in three languages, folded. Finnish "valo" is also a name, and so left to its small letter. */
const lightNoun =
  /^(?:(?:liikenne)?valo(?:ssa|sta|n|a|t|ja|jen|ko)|liikennevalo|vari(?:n|a|ssa|t|ksi|lla)?|(?:trafik)?ljus(?:et|en|ets)?|farg(?:en|er|erna)?|lights?|colou?rs?)$/;

const longestRead = 2_000;

const smallValo = 'valo';

function wordsOf(question: string): string[] {
  return question.slice(0, longestRead).match(/\p{L}+|[🟢🟡🔴⚪]/gu) ?? [];
}

/** True for a question about a light: "what colour is goal 5?", "is 4.3 red?". */
export function asksForLight(question: string): boolean {
  return wordsOf(question).some(
    (word) => word === smallValo || lightOf(word) !== null || lightNoun.test(foldWord(word)),
  );
}

/** Words of a question over all goals, folded: "green jobs" or "the Red Cross" alone ask for no light. */
const overAll =
  /^(?:mitka|mikaan|mitkaan|(?:tavoit|toimenpi[td])\p{L}*|vilka|nagot|nagon|mal(?:en)?|atgard(?:er|erna)?|which|any|anything|goals?|measures?)$/u;

function asksOverAll(question: string): boolean {
  return wordsOf(question).some((word) => overAll.test(foldWord(word)) || lightNoun.test(foldWord(word)));
}

/** The lights that a question names: "which goals are red?". */
function lightsNamed(question: string): Light[] {
  return [...new Set(wordsOf(question).flatMap((word) => lightOf(word) ?? []))];
}

/**
 * The lights that a question asks for over all goals: "which goals are red?" is about red, "show the lights" about all (an
 * empty list). Null for any other question, one about a single goal among them.
 */
export function boardAskedFor({ targets, outcome, subject }: Answer, question: string): readonly Light[] | null {
  if (targets.length > 0 || outcome === 'smalltalk' || outcome === 'refused') return null;
  const named = lightsNamed(question);
  if (outcome !== 'answered') return named.length > 0 && asksOverAll(question) ? named : null;
  return subject?.intent === 'light' && asksForLight(question) ? named : null;
}

/** The light and the roles of the first goal or measure that an answer is about; null where it is about none. */
export async function lightOfAnswer(
  { execute }: Pick<SlackPorts, 'execute'>,
  { targets: [target], outcome }: Pick<Answer, 'targets' | 'outcome'>,
  question: string,
  caller: CommandCaller,
): Promise<AnswerLight | null> {
  if (target === undefined || outcome === 'smalltalk' || outcome === 'refused') return null;
  const shown = await execute({ kind: 'show', target }, caller);
  if (shown.kind !== 'shown') return null;
  const { posted, stale, roles } = shown;
  return { target: shown.target, posted, stale, roles, asked: asksForLight(question) };
}
