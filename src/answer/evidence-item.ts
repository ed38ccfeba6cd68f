import type { Language } from '../domain/language.ts';
import type { Passage, TableField } from '../domain/passage.ts';
import type { Responsible } from '../domain/programme.ts';
import { type Evidence, foldQuote } from '../domain/source.ts';
import { formatDay, formatPeriod } from '../texts/dates.ts';
import { answersIn } from '../texts/answers/answers.ts';
import type { Citation } from './answer.ts';
import { shortTitle } from './compose-measure.ts';
import { type Composing, citeEvidence, citePassage } from './draft.ts';
import { type Unit, finnishName } from './units.ts';

/** One thing that a written sentence may rest on: a passage of a document, or a line that was composed from records. */
export type EvidenceItem = {
  /** "e04f1c2": what the model names it by. */
  id: string;
  kind: 'passage' | 'record';
  /** Quotes are taken from here, word for word. */
  text: string;
  language: Language;
  /** The text in the answer's language, null when that is its own or there is none. */
  translation: string | null;
  /** What it belongs to, in the answer's language: "Measure 4.3: …", a document's title. */
  about: string;
  /** Finnish names of the municipalities it is about. */
  cities: readonly string[];
  document: { title: string; publisher: string; published: string | null };
  /** The table's cell, null for an article or a record. */
  field: TableField | null;
  /** True for what a newer statement has replaced. */
  older: boolean;
  /** Who leads and who takes part in the measure, null where it is none. */
  responsible: Responsible | null;
  speaker: string | null;
  /** What is cited when a sentence rests on it. */
  citations: readonly Citation[];
};

/** An item before it is numbered. */
export type Found = Omit<EvidenceItem, 'id'>;

/** A person's fact is told with the person's name; what an event or a definition says is a sentence of its own. */
export function recordItem(
  composing: Composing,
  { cities, content }: Unit,
  about: string,
  words: string,
  evidence: Parameters<typeof citeEvidence>[1],
): Found {
  const citations = citeEvidence(composing, evidence);
  const unitNames = content.kind === 'fact';
  return {
    ...fromCitation(composing, citations[0]),
    kind: 'record',
    text: unitNames ? `${about}: ${words}` : words,
    language: composing.language,
    about,
    cities,
    citations,
  };
}

export function passageItem(composing: Composing, passage: Passage, unit: Unit | null, older: boolean): Found {
  const { language, base } = composing;
  const citations = citePassage(composing, passage);
  const { place } = passage;
  const programme = [...base.catalogue.programmes, ...base.catalogue.supersededProgrammes].find(
    ({ source }) => source === passage.source,
  );
  const goal = programme?.goals.find(({ id }) => id === place?.goal);
  const measure = goal?.measures.find(({ id }) => id === place?.measure);
  const id = measure?.id ?? goal?.id;
  const title = programme && id !== undefined ? shortTitle(composing, programme.id, id) : undefined;
  const about =
    id === undefined ? null : answersIn(language).heading(id, title ?? measure?.heading ?? '', measure !== undefined);
  const translation = passage.language === language ? null : (passage.translations[language] ?? null);
  const superseded = base.catalogue.supersededProgrammes.some(({ source }) => source === passage.source);
  return {
    ...fromCitation(composing, citations[0]),
    kind: 'passage',
    text: passage.text,
    language: passage.language,
    translation,
    about: about ?? fromCitation(composing, citations[0]).about,
    cities: unit?.cities ?? citiesOf(composing, passage.source),
    field: place?.field ?? null,
    older: older || superseded || isOvertaken(composing, passage),
    responsible: measure?.responsible ?? null,
    speaker: passage.speaker,
    citations,
  };
}

/** True for a passage that says when something happens and that a newer document has said anew. */
export function isOvertaken({ base: { catalogue } }: Composing, { source, text }: Passage): boolean {
  const folded = foldQuote(text);
  const rests = ({ evidence }: { evidence: Evidence }) =>
    evidence.source === source && folded.includes(foldQuote(evidence.quote));
  return catalogue.events.some(({ statements }) => {
    const current = statements.at(-1);
    return statements.slice(0, -1).some(rests) && !(current && rests(current));
  });
}

/** What an item has from the document that it is cited from. */
export function fromCitation(composing: Composing, citation: Citation | undefined): Found {
  const { source = '', title = '', publisher = '', published = null } = citation ?? {};
  return {
    kind: 'record',
    text: '',
    language: composing.language,
    translation: null,
    about: title,
    cities: citiesOf(composing, source),
    document: { title, publisher, published },
    field: null,
    older: false,
    responsible: null,
    speaker: null,
    citations: citation ? [citation] : [],
  };
}

function citiesOf({ base: { catalogue } }: Composing, id: string): string[] {
  const source = catalogue.sources.find((candidate) => candidate.id === id);
  return source ? [finnishName(catalogue, source.municipality)] : [];
}

/** When an item was stated, in words: its document's date, and the months that a follow-up covers. */
export function statedWords(
  { base: { catalogue }, language }: Composing,
  { document, citations }: EvidenceItem,
): string {
  const source = citations[0]?.source;
  const programme = [...catalogue.programmes, ...catalogue.supersededProgrammes].find(
    (known) => known.source === source,
  );
  return [
    ...(document.published === null ? [] : [formatDay(document.published, language)]),
    ...(programme?.followUp ? [formatPeriod(programme.followUp, language)] : []),
  ].join('; ');
}
