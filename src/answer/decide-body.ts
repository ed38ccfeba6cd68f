import type { Goal, Measure, Programme } from '../domain/programme.ts';
import { answersIn } from '../texts/answers/answers.ts';
import { shortTitle } from './compose-measure.ts';
import { type Composing, type Draft, citePassage, emptyDraft, uniqueCitations } from './draft.ts';
import { compileWords } from './word-patterns.ts';

type Part = { programme: Programme; goal: Goal; measure: Measure };

const aboutMeasures = compileWords({
  fi: 'toimenpiteistä | toimenpiteestä | toimenpiteissä | toimenpiteet | toimenpiteitä | toimenpidettä | tavoitteista',
  sv: 'åtgärder | åtgärderna | åtgärd',
  en: 'measures | measure | actions',
});
/** Longer lists are cut with a count. */
const mostLines = 12;
const mostQuotes = 3;

/** Lists the measures that a body leads or takes part in; null unless the question asks for measures of one named body. */
export function decideBody(composing: Composing): Draft | null {
  const { question, base } = composing;
  const topics = question.groups.filter(
    ({ role, surface }) => role === 'topic' && !aboutMeasures.test(surface.toLowerCase()),
  );
  if (!aboutMeasures.test(question.text.toLowerCase()) || topics.length > 0) return null;
  const ids = question.groups.flatMap(({ terms }) =>
    terms.flatMap(({ id }) => (id.startsWith('organisation-') ? [id.slice('organisation-'.length)] : [])),
  );
  const [id] = ids;
  if (id === undefined) return null;
  const asPartner = question.intents.has('partner') && !question.intents.has('responsible');
  const parts = base.catalogue.programmes.flatMap((programme) =>
    programme.goals.flatMap((goal) =>
      goal.measures
        .filter(({ responsible }) => (asPartner ? responsible.partners : responsible.leads).includes(id))
        .map((measure) => ({ programme, goal, measure })),
    ),
  );
  return composeList(composing, id, parts, asPartner);
}

function composeList(composing: Composing, id: string, parts: readonly Part[], asPartner: boolean): Draft {
  const { base, language } = composing;
  const texts = answersIn(language);
  const body = base.catalogue.organisations.find((organisation) => organisation.id === id)?.name[language] ?? id;
  if (parts.length === 0) return emptyDraft('not_stated', texts.notInProgramme(body));
  const lines = parts.map(
    ({ programme, measure }) =>
      `${measure.id} ${shortTitle(composing, programme.id, measure.id) ?? measure.heading ?? measure.text.slice(0, 70)}`,
  );
  const cited = parts
    .slice(0, mostQuotes)
    .flatMap(({ programme, measure }) =>
      base.catalogue.passages.filter(
        ({ place, source }) =>
          source === programme.source && place?.measure === measure.id && place.field === 'responsible',
      ),
    );
  return {
    ...emptyDraft('answered', asPartner ? texts.partnerIn(body, parts.length) : texts.measuresOf(body, parts.length)),
    details: [
      ...lines.slice(0, mostLines),
      ...(lines.length > mostLines ? [texts.more(lines.length - mostLines)] : []),
    ],
    citations: uniqueCitations(cited.flatMap((passage) => citePassage(composing, passage))),
    targets: parts.map(({ programme, measure }) => ({ programme: programme.id, id: measure.id })),
    organisations: [id],
  };
}
