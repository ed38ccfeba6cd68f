import { mentionsIntent } from './intents.ts';
import type { Group } from './groups.ts';
import type { Understanding } from './understand.ts';
import { compileWords, matchesWhole } from './word-patterns.ts';

/** What of a measure is asked for: a cell of its row, or the sentences that say it. */
export type Field = 'responsible' | 'partner' | 'timetable' | 'sentences';

/** The fields a question about a measure asks for, in the order in which an answer says them; at least one. */
export function askedFields({ intents, groups }: Understanding): Field[] {
  const fields: Field[] = [];
  const asksHolder = groups.some(({ role }) => role === 'post');
  if (intents.has('partner')) fields.push('partner');
  // "Kuinka moni vastasi kyselyyn" counts those who answered.
  else if ((intents.has('responsible') && !intents.has('count')) || (intents.has('who') && !asksHolder))
    fields.push('responsible');
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
  const asksFollowUp = (['state', 'yesNo', 'why'] as const).some((intent) => intents.has(intent));
  const becameOf = asksFollowUp && !intents.has('count') && !intents.has('duration');
  return becameOf || askedFields(question)[0] !== 'sentences';
}

/** True for a word of the question that only names the cell asked for, which need not say it: "samarbetspartner", "slutar". */
export function namesField(question: Understanding, { surface, role }: Group): boolean {
  if (role !== 'topic' && role !== 'verb') return false;
  const words = surface.toLowerCase();
  // Whether something is in use is told by its follow-up, in whatever words.
  if ((question.intents.has('yesNo') || question.intents.has('state')) && matchesWhole(underWay, words)) return true;
  return askedFields(question).some((field) => {
    if (field === 'sentences') return false;
    return (
      mentionsIntent(field, words) ||
      (field === 'timetable' && spans.test(words)) ||
      (field !== 'timetable' && bodies.test(words))
    );
  });
}

const underWay = compileWords({
  fi: 'käytössä | käyttöön | otettu käyttöön | käynnissä | käynnistynyt | käynnistetty | aloitettu | alkanut',
  sv: 'i bruk | tagits i bruk | tagit i bruk | igång | påbörjats | inletts | startat | startats',
  en: 'in use | taken into use | launched | under way | underway | started | up and running',
});

const spans = compileWords({
  fi: 'alkaa | alkavat | päättyy | päättyvät | loppuu | kestää | jatkuu | ajanjakso*',
  sv: 'börjar | inleds | slutar | upphör | tar slut | pågår | tidsperiod* | period*',
  en: 'start | starts | begin | begins | end | ends | last | lasts | run | runs | period',
});

const bodies = compileWords({
  fi: 'taho* | vastuutaho* | vastuuorganisaatio* | yhteistyötaho* | yhteistyökumppan*',
  sv: 'samarbetspart* | ansvarspart* | part | parter | aktör*',
  en: 'party | parties | actor | actors | organisation | organisations',
});
