import type { Goal, Measure, Programme } from '../domain/programme.ts';
import { answersIn } from '../texts/answers/answers.ts';
import { measureName } from './compose-measure.ts';
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

/** What is known of a body that is named and nothing more: its name in full, and the measures it leads or helps with. */
export function describeBody(composing: Composing): Draft | null {
  const { question, base, language } = composing;
  const asksMore = question.groups.some(({ role }) => role !== 'body' && role !== 'asking' && role !== 'place');
  const onlyNames = [...question.intents].every(
    (intent) => intent === 'define' || intent === 'who' || intent === 'list',
  );
  const [id] = bodiesOf(composing);
  const body = base.catalogue.organisations.find((organisation) => organisation.id === id);
  if (asksMore || !onlyNames || !body) return null;
  const texts = answersIn(language);
  const drafts = [false, true].flatMap((asPartner) => {
    const parts = partsOf(composing, body.id, asPartner);
    return parts.length > 0 ? [composeList(composing, body.id, parts, asPartner)] : [];
  });
  const [first] = drafts;
  if (!first) return null;
  return {
    ...first,
    details: drafts.flatMap((draft) => (draft === first ? draft.details : [draft.headline, ...draft.details])),
    citations: uniqueCitations(drafts.flatMap(({ citations }) => citations)),
    headline: first.headline === '' ? texts.notInProgramme(body.name[language]) : first.headline,
  };
}

function bodiesOf({ question }: Composing): string[] {
  return question.groups.flatMap(({ terms }) =>
    terms.flatMap(({ id }) => (id.startsWith('organisation-') ? [id.slice('organisation-'.length)] : [])),
  );
}

/** The measures a body leads or helps with, of the asked city where one is named. */
function partsOf({ base, question }: Composing, id: string, asPartner: boolean): Part[] {
  const { programmes } = base.catalogue;
  const asked = programmes.filter(({ city }) => question.places.includes(city));
  return (asked.length > 0 ? asked : programmes).flatMap((programme) =>
    programme.goals.flatMap((goal) =>
      goal.measures
        .filter(({ responsible }) => (asPartner ? responsible.partners : responsible.leads).includes(id))
        .map((measure) => ({ programme, goal, measure })),
    ),
  );
}

/** Lists the measures that a body leads or takes part in; null unless the question asks for measures of one named body. */
export function decideBody(composing: Composing): Draft | null {
  const { question } = composing;
  const topics = question.groups.filter(
    ({ role, surface }) => role === 'topic' && !aboutMeasures.test(surface.toLowerCase()),
  );
  if (!aboutMeasures.test(question.text.toLowerCase()) || topics.length > 0) return null;
  const [id] = bodiesOf(composing);
  if (id === undefined) return null;
  const asPartner = question.intents.has('partner') && !question.intents.has('responsible');
  const parts = partsOf(composing, id, asPartner);
  if (parts.length === 0 && question.places.length > 0) return null;
  return composeList(composing, id, parts, asPartner);
}

/** Who leads the measures of a programme, the body with the most of them first. */
export function composeLeads(composing: Composing, programme: Programme): Draft {
  const texts = answersIn(composing.language);
  const ids = [
    ...new Set(programme.goals.flatMap(({ measures }) => measures.flatMap(({ responsible }) => responsible.leads))),
  ];
  const led = ids
    .map((id) => ({ id, parts: partsOf(composing, id, false).filter((part) => part.programme === programme) }))
    .toSorted((a, b) => b.parts.length - a.parts.length);
  const lines = led.map(({ id, parts }) => texts.measuresOf(nameOfBody(composing, id), parts.length));
  const cited = led.flatMap(({ parts }) => parts.slice(0, 1)).slice(0, mostQuotes);
  return {
    ...emptyDraft('answered', lines[0] ?? texts.notStatedPlain),
    details: [
      ...lines.slice(1, mostLines),
      ...(lines.length > mostLines ? [texts.more(lines.length - mostLines)] : []),
    ],
    citations: uniqueCitations(cited.flatMap((part) => citeResponsible(composing, part))),
    organisations: ids,
  };
}

function nameOfBody({ base, language }: Composing, id: string): string {
  return base.catalogue.organisations.find((organisation) => organisation.id === id)?.name[language] ?? id;
}

function citeResponsible(composing: Composing, { programme, measure }: Part): Draft['citations'] {
  return composing.base.catalogue.passages
    .filter(
      ({ place, source }) =>
        source === programme.source && place?.measure === measure.id && place.field === 'responsible',
    )
    .flatMap((passage) => citePassage(composing, passage));
}

function composeList(composing: Composing, id: string, parts: readonly Part[], asPartner: boolean): Draft {
  const texts = answersIn(composing.language);
  const body = nameOfBody(composing, id);
  if (parts.length === 0) return emptyDraft('not_stated', texts.notInProgramme(body));
  const lines = parts.map(({ programme, measure }) => `${measure.id} ${measureName(composing, programme.id, measure)}`);
  return {
    ...emptyDraft('answered', asPartner ? texts.partnerIn(body, parts.length) : texts.measuresOf(body, parts.length)),
    details: [
      ...lines.slice(0, mostLines),
      ...(lines.length > mostLines ? [texts.more(lines.length - mostLines)] : []),
    ],
    citations: uniqueCitations(parts.slice(0, mostQuotes).flatMap((part) => citeResponsible(composing, part))),
    targets: parts.map(({ programme, measure }) => ({ programme: programme.id, id: measure.id })),
    organisations: [id],
  };
}
