import type { PersonAttribute } from '../domain/people.ts';
import type { Intent } from './intents.ts';
import { comparesFigures } from './sentence-type.ts';
import type { Understanding } from './understand.ts';
import type { Unit } from './units.ts';

const attributeIntents: readonly (readonly [PersonAttribute, readonly Intent[]])[] = [
  ['start', ['start', 'when']],
  ['previous', ['previous']],
  ['education', ['education']],
  ['duty', ['duty', 'responsible']],
  ['email', ['contact']],
  ['phone', ['contact']],
  ['post', ['who', 'define', 'responsible']],
  ['statement', ['said', 'why']],
];

/** How well a unit's kind suits what is asked, as a factor around 1. */
export function kindFit(unit: Unit, question: Understanding): number {
  const { intents } = question;
  const { content } = unit;
  switch (content.kind) {
    case 'fact': {
      const suited = attributeIntents.find(([attribute]) => attribute === content.fact.attribute)?.[1] ?? [];
      return suited.some((intent) => intents.has(intent) && (intent !== 'define' || question.people.length > 0))
        ? 1.15
        : 0.85;
    }
    case 'event':
      // Which of two has more is told by figures, not by when something happened.
      if (comparesFigures(question)) return 0.8;
      if (intents.has('when') || intents.has('yesNo') || intents.has('start') || intents.has('state')) return 1.1;
      return (['partner', 'who', 'responsible', 'count'] as const).some((intent) => intents.has(intent)) ? 0.8 : 0.95;
    case 'glossary':
      return definesOnly(intents) ? 1.1 : 0.75;
    case 'measure':
      return intents.has('responsible') || intents.has('partner') ? 1.1 : 1;
    case 'goal':
      return intents.has('target') || intents.has('count')
        ? 1.05
        : intents.has('responsible') || intents.has('partner')
          ? 0.8
          : 0.95;
    case 'article':
      if (content.passages.some(({ place }) => place !== null))
        return intents.has('light') || intents.has('define') ? 1 : 0.6;
      return intents.has('partner') || intents.has('responsible') ? 0.93 : 1;
  }
}

/** "What is X?" and a bare "X?", but not "what is X's timetable?". */
function definesOnly(intents: ReadonlySet<Intent>): boolean {
  const others = (['responsible', 'partner', 'when', 'timetable', 'count', 'who', 'state', 'yesNo'] as const).some(
    (intent) => intents.has(intent),
  );
  return !others && (intents.has('define') || intents.size === 0);
}
