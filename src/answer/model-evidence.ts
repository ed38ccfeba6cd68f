import { createHash } from 'node:crypto';
import type { Language } from '../domain/language.ts';
import type { Passage, TableField } from '../domain/passage.ts';
import type { Responsible } from '../domain/programme.ts';
import { foldQuote } from '../domain/source.ts';
import { answersIn } from '../texts/answers/answers.ts';
import type { Answer } from './answer.ts';
import type { Gathered } from './ask.ts';
import { holdsContact } from './contact-details.ts';
import { type Composing, citeEvidence } from './draft.ts';
import { type EvidenceItem, type Found, fromCitation, isOvertaken, passageItem, recordItem } from './evidence-item.ts';
import { type Ranked, rank } from './rank.ts';
import { selectSentences } from './select-sentences.ts';

const mostLines = 10;
const mostUnits = 6;
const mostItems = 16;

/**
 * What a model may write from, the best first: the lines of the extractive answer, the passages it cites, and what else ranks high. No
 * contact details are among it: they are not for a model, and shown only where the asker reads alone.
 */
export function collectEvidence({ answer, composing }: Gathered): EvidenceItem[] {
  const ranked = rank(composing).slice(0, mostUnits);
  const found = [
    ...eventItems(composing, answer),
    ...lineItems(composing, answer),
    ...citedItems(composing, answer),
    ...targetItems(composing, answer),
    ...similarItems(composing),
    ...ranked.flatMap((candidate) => unitItems(composing, candidate)),
  ];
  const distinct = new Map<string, Found>();
  for (const item of found) {
    const key = `${item.language}:${foldQuote(item.text)}`;
    if (!distinct.has(key) && !holdsContact(`${item.text} ${item.translation ?? ''}`)) distinct.set(key, item);
  }
  return [...distinct].slice(0, mostItems).map(([key, item]) => ({ ...item, id: idOf(key) }));
}

/** From the text alone, so that an item keeps its id whatever else is found. Six digits tell apart the few of one question. */
function idOf(key: string): string {
  return `e${createHash('sha256').update(key).digest('hex').slice(0, 6)}`;
}

/** What documents said of the time of an event, the current statement first. */
function eventItems(composing: Composing, { subject }: Answer): Found[] {
  const { base, language } = composing;
  const events = base.catalogue.events.filter(({ id }) => subject?.events.includes(id));
  return events.flatMap((event) =>
    event.statements.toReversed().map((statement, index): Found => {
      const citations = citeEvidence(composing, statement.evidence);
      return {
        ...fromCitation(composing, citations[0]),
        kind: 'record',
        text: statement.says[language],
        language,
        about: event.name[language],
        cities: [event.municipality],
        older: index > 0,
        citations,
      };
    }),
  );
}

/** The lines of the extractive answer, which stand in the answer's language and were composed from checked records. */
function lineItems(composing: Composing, answer: Answer): Found[] {
  const { language } = composing;
  const [first] = answer.citations;
  const ofEvent = (answer.subject?.events.length ?? 0) > 0;
  const lines = [answer.headline, ...answer.details, ...answer.next].slice(0, mostLines);
  if (answer.outcome !== 'answered' || first === undefined) return [];
  const overtaken = citedPassages(composing, answer)
    .filter((passage) => isOvertaken(composing, passage))
    .map(({ text, translations }) => foldQuote(translations[language] ?? text));
  return lines
    .filter((line) => !(ofEvent && saysOtherwise(line, language)))
    .map((text) => ({
      ...fromCitation(composing, first),
      kind: 'record',
      text,
      language,
      older: saysOtherwise(text, language) || overtaken.some((words) => foldQuote(text).includes(words)),
      responsible: responsibleOf(composing, answer, text),
      citations: answer.citations,
    }));
}

/** True for a line that tells what an older or an undated document said. */
function saysOtherwise(line: string, language: Language): boolean {
  const texts = answersIn(language);
  return [texts.older('\u0000', ''), texts.olderUndated('')].some((words) =>
    line.startsWith(words.split('\u0000')[0] ?? words),
  );
}

/** Who leads and takes part in the measure that a line is about: the one that it names, or the only one of the answer. */
function responsibleOf({ base }: Composing, { targets }: Answer, line: string): Responsible | null {
  const ids: readonly string[] = line.match(/(?<![\p{L}\d.])\p{Ll}?\d{1,2}(?:\.\d{1,2})?(?!\d)/gu) ?? [];
  const named = targets.find(({ id }) => ids.includes(id));
  const target = named ?? (targets.length === 1 ? targets[0] : undefined);
  const programme = base.catalogue.programmes.find(({ id }) => id === target?.programme);
  const measures = programme?.goals.flatMap((goal) => goal.measures) ?? [];
  return measures.find(({ id }) => id === target?.id)?.responsible ?? null;
}

function citedPassages({ base }: Composing, answer: Answer): Passage[] {
  const cited = answer.citations.flatMap(({ source, quote }) => {
    const folded = foldQuote(quote);
    const holds = (passage: Passage) =>
      passage.source === source && passage.fragments.some((part) => foldQuote(part) === folded);
    return base.catalogue.passages.find(holds) ?? [];
  });
  return [...new Set(cited)];
}

function citedItems(composing: Composing, answer: Answer): Found[] {
  const olderLines = answer.details.filter((line) => saysOtherwise(line, composing.language)).map(foldQuote);
  const isOlder = ({ text, translations }: Passage) =>
    olderLines.some((line) => line.includes(foldQuote(translations[composing.language] ?? text)));
  return citedPassages(composing, answer).map((passage) => passageItem(composing, passage, null, isOlder(passage)));
}

/** The passages nearest in meaning, which may share no word with the question. */
function similarItems(composing: Composing): Found[] {
  const { base, similar } = composing;
  const nearest = new Set(similar?.nearest.slice(0, mostSimilar));
  return base.catalogue.passages
    .filter(({ id, role }) => nearest.has(id) && role !== 'contact')
    .map((passage) => passageItem(composing, passage, null, false));
}

const mostSimilar = 4;

/** What the table says of the goal or measure that the answer is about, besides what is cited. */
function targetItems(composing: Composing, { targets: [target] }: Answer): Found[] {
  const { base } = composing;
  const programme = base.catalogue.programmes.find(({ id }) => id === target?.programme);
  if (!programme || !target) return [];
  const own = base.catalogue.passages.filter(
    ({ source, place }) => source === programme.source && (place?.measure ?? place?.goal) === target.id,
  );
  return toldFields.flatMap((field) =>
    own
      .filter(({ place }) => place?.field === field)
      .slice(0, mostOfField)
      .map((passage) => passageItem(composing, passage, null, false)),
  );
}

const toldFields: readonly TableField[] = ['target', 'state', 'text', 'responsible', 'timetable', 'followUp'];
const mostOfField = 2;

function unitItems(composing: Composing, { unit }: Ranked): Found[] {
  const { content } = unit;
  switch (content.kind) {
    case 'article':
    case 'measure':
    case 'goal':
      return selectSentences(composing, content.passages)
        .filter(({ role }) => role !== 'contact')
        .map((passage) => passageItem(composing, passage, unit, false));
    case 'fact':
      return [
        recordItem(composing, unit, content.person.name, content.fact.value[composing.language], content.fact.evidence),
      ];
    case 'event': {
      const current = content.event.statements.at(-1);
      const name = content.event.name[composing.language];
      return current ? [recordItem(composing, unit, name, current.says[composing.language], current.evidence)] : [];
    }
    case 'glossary':
      return [recordItem(composing, unit, '', content.entry.says[composing.language], content.entry.evidence)];
  }
}
