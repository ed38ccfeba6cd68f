import type { Goal, Programme } from '../domain/programme.ts';
import { answersIn } from '../texts/answers/answers.ts';
import { measureName, shortTitle } from './compose-measure.ts';
import { programmeOf } from './decide-target.ts';
import { type Composing, type Draft, citePassage, emptyDraft, inLanguage, uniqueCitations } from './draft.ts';
import { compileWords, matchesWhole } from './word-patterns.ts';

const goals = compileWords({ fi: 'tavoitteet | tavoitteita | tavoitetta', sv: 'mål | målen', en: 'goals' });
const measures = compileWords({
  fi: 'toimenpiteet | toimenpiteitä | toimenpidettä',
  sv: 'åtgärder | åtgärderna',
  en: 'measures | actions',
});
const structureWords = compileWords({
  fi: 'tavoit* | toimenpi* | ohjelma* | päämittar* | mittar* | kunkin | kaikki | monta',
  sv: 'mål* | åtgärd* | program* | indikator* | huvudindikator*',
  en: 'goal* | measure* | action | actions | programme* | program | programs | metric* | follow-up | table',
});

const whichOnes = /^(?:mitä|millaisia|minkälaisia|vad|what)\s/u;

/** Answers how many goals and measures a programme or goal has, and which; null unless the question asks for nothing else. */
export function decideStructure(composing: Composing): Draft | null {
  const { question } = composing;
  const text = question.text.toLowerCase();
  const asksList =
    (['count', 'list', 'define'] as const).some((intent) => question.intents.has(intent)) || whichOnes.test(text);
  const others = question.groups.filter(
    ({ role, surface, terms }) =>
      ['topic', 'body', 'name', 'post', 'verb'].includes(role) &&
      !structureWords.test(surface.toLowerCase()) &&
      !terms.some(({ area }) => area === 'questions'),
  );
  if (!asksList || others.length > 0 || !(goals.test(text) || measures.test(text))) return null;
  const [named] = question.targetIds;
  const programme = programmeOf(composing, named?.prefix ?? null);
  if (!programme || !question.years.every((year) => isOfPeriod(programme, Number(year)))) return null;
  const goal = named ? programme.goals.find(({ id }) => id === named.id) : undefined;
  if (named && !goal) return null;
  return goal ? ofGoal(composing, programme, goal) : ofProgramme(composing, programme);
}

const periodWords = compileWords({
  fi: 'ohjelmakau* | seurantajakso* | seurantakau* | ajanjakso* | ajanjaksoa | kausi | kautta | vuosia | vuosille | kattaa | kattavat | koskee | seuranta | seurannan | seurantatie* | ajalta | ajalle',
  sv: 'programperiod* | uppföljningsperiod* | period | perioden | täcker | omfattar | avser | tid | uppföljning*',
  en: 'period | years | cover | covers | span | spans | run | runs | follow-up',
});
const asksPeriodOf = compileWords({
  fi: 'ohjelmakau* | seurantajakso* | seurantakau* | ajanjakso* | miltä ajalta | mille ajalle | mitä vuosia | mille vuosille',
  sv: 'programperiod* | uppföljningsperiod* | vilken period | vilken tid | vilka år',
  en: 'period | which years | what years',
});

/** "What period does the programme cover?": the line of the document that says it; null unless nothing else is asked. */
export function decidePeriod(composing: Composing): Draft | null {
  const { question, base } = composing;
  const onlyPeriod = question.groups.every(
    ({ role, surface }) =>
      role === 'asking' ||
      role === 'place' ||
      [structureWords, periodWords].some((words) => matchesWhole(words, surface.toLowerCase())),
  );
  if (!onlyPeriod || question.targetIds.length > 0 || !asksPeriodOf.test(question.text.toLowerCase())) return null;
  const asked = base.catalogue.programmes.filter(({ city }) => question.places.includes(city));
  const [programme] = asked.length > 0 ? asked : base.catalogue.programmes;
  if (!programme || (question.places.length > 0 && asked.length === 0)) return null;
  const ofFollowUp = /seuran|uppföljning|follow-?up/iu.test(question.text);
  const span = ofFollowUp ? /\d{2}\/\d{4}\s*[–-]\s*\d{2}\/\d{4}/u : /\b\d{4}\s*[–-]\s*\d{4}\b/u;
  const line = base.catalogue.passages.find(
    ({ source, place, text }) => source === programme.source && place?.field === 'legend' && span.test(text),
  );
  if (!line) return null;
  return { ...emptyDraft('answered', inLanguage(line, composing.language)), citations: citePassage(composing, line) };
}

function isOfPeriod({ period }: Programme, year: number): boolean {
  return period === null || (period.start <= year && year <= period.end);
}

/** A programme's size and its goals. */
export function ofProgramme(composing: Composing, programme: Programme): Draft {
  const { base, language } = composing;
  const texts = answersIn(language);
  const name =
    base.catalogue.programmeKnowledge.find(({ id }) => id === programme.id)?.name[language] ?? programme.title;
  const measureCount = programme.goals.reduce((sum, goal) => sum + goal.measures.length, 0);
  const metricCount = programme.goals.reduce((sum, goal) => sum + goal.metrics.length, 0);
  const draft = emptyDraft('answered', texts.programmeSize(name, programme.goals.length, measureCount, metricCount));
  draft.details = programme.goals.map(
    (goal) => `${goal.id} ${shortTitle(composing, programme.id, goal.id) ?? goal.title}`,
  );
  return withQuotes(
    composing,
    draft,
    programme,
    programme.goals.map(({ id }) => id),
  );
}

/** A goal's measures. */
export function ofGoal(composing: Composing, programme: Programme, goal: Goal): Draft {
  const draft = emptyDraft('answered', answersIn(composing.language).goalMeasures(goal.id, goal.measures.length));
  draft.details = goal.measures.map((measure) => `${measure.id} ${measureName(composing, programme.id, measure)}`);
  return withQuotes(composing, draft, programme, [goal.id]);
}

/** The goals' own titles as quotes, the first three; the title of the programme where its goals are curated. */
function withQuotes(composing: Composing, draft: Draft, programme: Programme, ids: readonly string[]): Draft {
  const titles = composing.base.catalogue.passages.filter(
    ({ source, place }) =>
      source === programme.source && place?.field === 'title' && place.goal !== null && ids.includes(place.goal),
  );
  const citations = uniqueCitations(titles.slice(0, 3).flatMap((passage) => citePassage(composing, passage)));
  return { ...draft, citations, targets: ids.map((id) => ({ programme: programme.id, id })) };
}
