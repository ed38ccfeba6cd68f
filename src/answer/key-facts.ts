import type { Answer } from './answer.ts';
import type { Composing } from './draft.ts';
import { isNameForm } from './people-index.ts';
import { asksMoney } from './sentence-type.ts';
import { bodiesIn } from './verify/bodies.ts';
import { isDenial } from './verify/polarity.ts';
import { readText } from './verify/reading.ts';
import { type Value, isHeldBy } from './verify/values.ts';
import { foldWord } from '../retrieval/analysis.ts';

/** What an answer must not lose: the facts of the kind that was asked for, and a no. Bodies by the ids of the term bank, people by their surnames. */
export type KeyFacts = {
  values: readonly Value[];
  bodies: readonly string[];
  people: readonly string[];
  /** True when the direct answer is that something is not so, or is missing. */
  denial: boolean;
};

/**
 * The facts of an extractive answer that other words for it must keep: its dates where a time is asked for, its figures where a number or
 * the state is, its people and bodies where somebody is; what the question says itself is not among them.
 */
export function keyFactsOf(composing: Composing, { headline, subject }: Answer): KeyFacts {
  const { base, language, question } = composing;
  const { intents } = question;
  const asked = readText(question.text, language).values;
  const own = readText(headline, language).values.filter((value) => !asked.some((other) => isHeldBy(value, other)));
  const dates = (['when', 'timetable', 'start', 'duration', 'yesNo'] as const).some((intent) => intents.has(intent));
  const figures =
    (['count', 'duration', 'compare', 'target', 'state', 'changed'] as const).some((intent) => intents.has(intent)) ||
    asksMoney(question.text);
  const somebody = (['who', 'responsible', 'partner', 'post', 'list'] as const).some((intent) => intents.has(intent));
  const said = base.understand(headline, language);
  const named = new Set(question.groups.flatMap(({ terms }) => terms.map(({ id }) => id)));
  const plain = intents.size === 0;
  // A measure's answer names its partners beside those who lead it; only a question for partners asks for them.
  const leads = intents.has('partner') ? [] : (subject?.organisations ?? []).map((id) => `organisation-${id}`);
  const bodies = leads.length > 0 ? leads : bodiesOf(base.catalogue, headline, language);
  const [direct = headline] = headline.split(/(?<=\p{L}\.)\s+(?=\p{Lu})/u);
  return {
    denial: isDenial(direct),
    values: own.filter(({ kind }) => plain || (kind === 'date' && dates) || (kind !== 'contact' && figures)),
    bodies: somebody || plain ? bodies.filter((id) => !named.has(id)) : [],
    people: somebody || plain ? said.people.map(({ person }) => foldWord(person.name.split(' ').at(-1) ?? '')) : [],
  };
}

function bodiesOf(catalogue: Composing['base']['catalogue'], text: string, language: Composing['language']): string[] {
  return bodiesIn(catalogue, text, language).flatMap(({ id, generic }) => (generic ? [] : [`organisation-${id}`]));
}

/** True when the prose lacks one of the facts. */
export function lostFacts(
  { base, language }: Composing,
  { values, bodies, people, denial }: KeyFacts,
  prose: string,
): boolean {
  if (denial && !isDenial(prose)) return true;
  const read = readText(prose, language);
  if (!values.every((value) => read.values.some((known) => isHeldBy(value, known)))) return true;
  const said = new Set(bodiesOf(base.catalogue, prose, language));
  if (!bodies.every((id) => said.has(id))) return true;
  const words = [...prose.matchAll(/[\p{L}\p{M}]+/gu)].map(([word]) => foldWord(word));
  return !people.every((name) => words.some((word) => isNameForm(word, name)));
}
