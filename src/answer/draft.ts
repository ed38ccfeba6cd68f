import type { Language } from '../domain/language.ts';
import type { Target } from '../domain/light.ts';
import type { Passage } from '../domain/passage.ts';
import { type Evidence, foldQuote } from '../domain/source.ts';
import { formatDay } from '../texts/dates.ts';
import { answersIn } from '../texts/answers/answers.ts';
import type { Citation, Outcome } from './answer.ts';
import type { KnowledgeBase } from './knowledge-base.ts';
import type { Similarity } from './similar.ts';
import type { Understanding } from './understand.ts';

/** An answer before it is addressed to a surface: its words, what they rest on and what it is about. */
export type Draft = {
  outcome: Outcome;
  headline: string;
  details: string[];
  citations: Citation[];
  next: string[];
  targets: Target[];
  people: string[];
  organisations: string[];
  events: string[];
  personal: boolean;
};

/** What composing needs: the knowledge, the question as understood, the day and who will read the answer. */
export type Composing = {
  base: KnowledgeBase;
  question: Understanding;
  language: Language;
  /** ISO day in Helsinki. */
  today: string;
  /** True where only the asker reads the answer. */
  private: boolean;
  /** The channel's programme, for goal numbers without a city. */
  programme: string | undefined;
  /** The channel's city (Finnish name), for questions that name none. */
  city: string | undefined;
  /** How near the texts are to the question; null where it is not known. */
  similar: Similarity | null;
};

export function emptyDraft(outcome: Outcome, headline: string): Draft {
  return {
    outcome,
    headline,
    details: [],
    citations: [],
    next: [],
    targets: [],
    people: [],
    organisations: [],
    events: [],
    personal: false,
  };
}

/** The passage in the answer's language: Valo's translation, or the original where there is none. */
export function inLanguage(passage: Passage, language: Language): string {
  return passage.translations[language] ?? passage.text;
}

/** Citations of a passage: one for each stretch that stands unbroken in the source, the translation with the first. */
export function citePassage({ base, language }: Composing, passage: Passage): Citation[] {
  return passage.fragments.map((quote, index) => ({
    ...describeSource(base, passage.source),
    quote,
    translation: index === 0 ? (passage.translations[language] ?? null) : null,
  }));
}

/** The citation of a curated quote: the whole sentence it stands in, with its translation, or the quote where it spans several. */
export function citeEvidence(composing: Composing, evidence: Evidence): Citation[] {
  const quote = foldQuote(evidence.quote);
  const passage = composing.base.catalogue.passages.find(
    (candidate) => candidate.source === evidence.source && foldQuote(candidate.text).includes(quote),
  );
  if (passage) return citePassage(composing, passage);
  return [{ ...describeSource(composing.base, evidence.source), quote: evidence.quote, translation: null }];
}

function describeSource(base: KnowledgeBase, id: string): Omit<Citation, 'quote' | 'translation'> {
  const source = base.catalogue.sources.find((candidate) => candidate.id === id);
  return {
    source: id,
    file: source?.file ?? '',
    title: source?.title ?? id,
    publisher: source?.publisher ?? '',
    published: source?.published ?? null,
  };
}

/** As of which document a person or a state is known. */
export function asOf({ base, language }: Composing, sourceId: string): string {
  const published = base.catalogue.sources.find(({ id }) => id === sourceId)?.published;
  const texts = answersIn(language);
  return published ? texts.asOf(formatDay(published, language)) : texts.asOfUndated;
}

/** The citations without repeats of one quote. */
export function uniqueCitations(citations: readonly Citation[]): Citation[] {
  return [
    ...new Map(citations.map((citation) => [`${citation.source}:${foldQuote(citation.quote)}`, citation])).values(),
  ];
}
