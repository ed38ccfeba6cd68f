import type { Understanding } from './understand.ts';

/** What of a measure is asked for: a cell of its row, or the sentences that say it. */
export type Field = 'responsible' | 'partner' | 'timetable' | 'sentences';

/** The fields a question about a measure asks for, in the order in which an answer says them; at least one. */
export function askedFields({ intents, groups }: Understanding): Field[] {
  const fields: Field[] = [];
  const asksHolder = groups.some(({ role }) => role === 'post');
  if (intents.has('partner')) fields.push('partner');
  else if (intents.has('responsible') || (intents.has('who') && !asksHolder)) fields.push('responsible');
  if (intents.has('when') || intents.has('timetable')) fields.push('timetable');
  const more = (['state', 'count', 'duration', 'define', 'light', 'why', 'where', 'when', 'yesNo'] as const).some(
    (intent) => intents.has(intent),
  );
  if (fields.length === 0 || more) fields.push('sentences');
  return fields;
}

/**
 * True when a cell of a measure's row answers, so that the question describes the measure rather than a sentence of it: its responsible
 * bodies, its timetable, or its follow-up as a whole for what has become of it.
 */
export function asksCells(question: Understanding): boolean {
  const { intents } = question;
  const becameOf = (intents.has('state') || intents.has('yesNo')) && !intents.has('count') && !intents.has('duration');
  return becameOf || askedFields(question)[0] !== 'sentences';
}
