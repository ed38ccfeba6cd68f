import type { Catalogue } from '../domain/catalogue.ts';
import { type Language, languages } from '../domain/language.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { Passage } from '../domain/passage.ts';
import type { Person } from '../domain/people.ts';
import type { Term } from '../domain/term.ts';
import { analyse } from '../retrieval/analysis.ts';
import type { LexicalIndex, QueryGroup } from '../retrieval/lexical-index.ts';
import { remember } from '../retrieval/remember.ts';
import { type TermBank, createTermBank } from '../retrieval/term-bank.ts';
import { type EvidenceReader, createEvidenceReader } from './evidence.ts';
import { type IndexCache, type OpenedIndexes, buildIndexes, openIndexes, textKey } from './open-indexes.ts';
import { type SearchedText, searchedTexts } from './searched-texts.ts';
import type { Similarity } from './similar.ts';
import { type HoldsPost, createPostReader } from './post-holders.ts';
import { type CorrectSpelling, createCorrecting } from './spelling.ts';
import { rowKey } from './versions.ts';
import type { Group } from './groups.ts';
import { type Understand, type Understanding, createUnderstand } from './understand.ts';
import { type Unit, buildUnits, finnishName } from './units.ts';
import { type ReadWordings, createWordingReader, wordingTexts } from './wordings.ts';

/** A unit with how well it fits a question. */
export type Candidate = {
  unit: Unit;
  /** For each group of the question how well the unit with its surroundings holds it, 0 to 1. */
  levels: readonly number[];
  /** For each group how much it counts for this unit. */
  weights: readonly number[];
  /** Share of the question's weight that the unit with its surroundings holds, 0 to 1. */
  coverage: number;
  /** The share that its own words hold. */
  ownCoverage: number;
  /** Lexical score relative to the best, 0 to 1; where texts are embedded, similarity counts in it by its weight. */
  lexical: number;
};

/** All that answering reads: units, their index in each language, and how a question is understood. */
export type KnowledgeBase = {
  catalogue: Catalogue;
  units: readonly Unit[];
  /** Every goal and measure by its programme and id, its follow-ups newest first. */
  rows: ReadonlyMap<string, readonly Unit[]>;
  /** The first unit of each person, event and glossary entry, by its kind and id: "person:glenn-gassen". */
  records: ReadonlyMap<string, Unit>;
  understand: Understand;
  /** A sentence or cell read as a question is; what was read last is kept. */
  understandPassage: (passage: Passage) => Understanding;
  /** A question with its mistyped words put right, as far as the documents and the term bank know them. */
  correct: CorrectSpelling;
  readEvidence: EvidenceReader;
  /** How much a group says about what is asked: the rarer in the documents, the more. Above 0, at most about 8. */
  weigh: (group: Group) => number;
  /** The year a document was published, or null. */
  sourceYear: (source: string) => string | null;
  /** The year a passage speaks from: that of its publication, or of the end of its follow-up. */
  speaksFrom: (passage: Passage) => string | null;
  /** The Finnish name of the municipality a person serves. */
  cityOf: (person: Person) => string;
  /** True when a group of the question names the person's post. */
  holdsPost: HoldsPost;
  /** The units that may answer by their words, and by their similarity to the question where that is known, the best first. */
  search: (groups: readonly Group[], limit: number, similar?: Similarity | null) => { unit: Unit; lexical: number }[];
  /** The ways of asking that are like a question, most alike first. */
  readWordings: ReadWordings;
};

/** So many sentences are kept as they were read. */
const keptPassages = 2_000;
const synonymWeight = 0.7;
/** The weight of a word that neither the documents nor the term bank know: often only another way of putting it. */
const strangeWeight = 2.5;
/** What is done is put in more ways than what it is done to. */
const actWeight = 0.5;
/** How much a role counts beside a topic: asking words only break ties, verbs are said in many ways. */
const roleWeight: Readonly<Record<Group['role'], number>> = {
  topic: 1,
  name: 1.2,
  body: 1,
  post: 1,
  place: 0.6,
  year: 0.8,
  number: 0.8,
  verb: 0.3,
  asking: 0.03,
};

/** The knowledge base of a catalogue, its indexes built anew. */
export function createKnowledgeBase(catalogue: Catalogue): KnowledgeBase {
  const units = buildUnits(catalogue);
  const texts = searchedTexts(units);
  return assemble(catalogue, units, texts, buildIndexes(texts), buildIndexes(wordingTexts(catalogue.wordings)));
}

/** The knowledge base of a catalogue, its indexes taken from the cache as far as they hold. */
export async function openKnowledgeBase(catalogue: Catalogue, cache: IndexCache): Promise<KnowledgeBase> {
  const units = buildUnits(catalogue);
  const texts = searchedTexts(units);
  const wordings = await openIndexes(wordingTexts(catalogue.wordings), cache, 'wordings-');
  return assemble(catalogue, units, texts, await openIndexes(texts, cache), wordings);
}

function assemble(
  catalogue: Catalogue,
  units: readonly Unit[],
  texts: readonly SearchedText[],
  indexes: OpenedIndexes,
  wordings: OpenedIndexes,
): KnowledgeBase {
  const byKey = new Map(texts.map(({ key, unit }) => [key, unit]));
  const terms = createTermBank(catalogue.terms, (concepts) => namedBodies(catalogue, concepts).map(organisationTerm));
  const years = new Map(catalogue.sources.map(({ id, published }) => [id, published?.slice(0, 4) ?? null]));
  const followUps = new Map(
    [...catalogue.programmes, ...catalogue.supersededProgrammes].map(({ source, followUp }) => [
      source,
      followUp?.to.slice(0, 4) ?? null,
    ]),
  );
  const weights = new WeakMap<Group, number>();
  const weigh = (group: Group) => {
    const known = weights.get(group) ?? groupWeight(group, indexes);
    weights.set(group, known);
    return known;
  };
  const understand = createUnderstand(catalogue, terms);
  const readPassage = remember(keptPassages, (_id, { text, language }: Passage) => understand(text, language));
  const readEvidence = createEvidenceReader();
  return {
    catalogue,
    units,
    rows: groupRows(units),
    records: firstRecords(units),
    understand,
    understandPassage: (passage) => readPassage(passage.id, passage),
    correct: createCorrecting(catalogue, terms, indexes),
    readEvidence,
    readWordings: createWordingReader(catalogue.wordings, wordings, understand),
    weigh,
    sourceYear: (source) => years.get(source) ?? null,
    speaksFrom: ({ source }) => followUps.get(source) ?? years.get(source) ?? null,
    cityOf: ({ municipality }) => finnishName(catalogue, municipality),
    holdsPost: createPostReader(terms),
    search: (groups, limit, similar = null) => {
      const best = new Map<string, number>();
      for (const index of indexes) {
        const query = groups.filter(({ role }) => role !== 'asking').map((group) => toQuery(group, index.language));
        const hits = index.search(query, { limit });
        const top = hits[0]?.score ?? 1;
        for (const { key: document, score } of hits) {
          const key = textKey(document);
          best.set(key, Math.max(best.get(key) ?? 0, score / top));
        }
      }
      const byUnit = new Map<Unit, number>();
      for (const [key, score] of withSimilar(best, similar)) {
        const unit = byKey.get(key);
        if (unit) byUnit.set(unit, Math.max(byUnit.get(unit) ?? 0, score));
      }
      return [...byUnit].map(([unit, lexical]) => ({ unit, lexical })).toSorted((a, b) => b.lexical - a.lexical);
    },
  };
}

/** The lexical scores of texts by key, and those of the nearest texts beside them, each a weighted sum of both. */
function withSimilar(lexical: ReadonlyMap<string, number>, similar: Similarity | null): ReadonlyMap<string, number> {
  if (similar === null || similar.weight === 0) return lexical;
  const { nearest, scoreOf, weight } = similar;
  return new Map(
    [...new Set([...lexical.keys(), ...nearest])].map((key) => [
      key,
      (1 - weight) * (lexical.get(key) ?? 0) + weight * scoreOf(key),
    ]),
  );
}

function firstRecords(units: readonly Unit[]): Map<string, Unit> {
  const records = new Map<string, Unit>();
  for (const unit of units) {
    const key = recordKey(unit);
    if (key !== null && !records.has(key)) records.set(key, unit);
  }
  return records;
}

function recordKey({ content }: Unit): string | null {
  switch (content.kind) {
    case 'fact':
      return `person:${content.person.id}`;
    case 'event':
      return `event:${content.event.id}`;
    case 'glossary':
      return `glossary:${content.entry.id}`;
    default:
      return null;
  }
}

function groupRows(units: readonly Unit[]): Map<string, Unit[]> {
  const rows = new Map<string, Unit[]>();
  for (const unit of units) {
    const key = rowKey(unit);
    if (key !== null) rows.set(key, [...(rows.get(key) ?? []), unit]);
  }
  const followUp = ({ content }: Unit) =>
    content.kind === 'measure' || content.kind === 'goal' ? (content.programme.followUp?.to ?? '') : '';
  for (const [key, versions] of rows)
    rows.set(
      key,
      versions.toSorted((a, b) => followUp(b).localeCompare(followUp(a))),
    );
  return rows;
}

function toQuery(group: Group, language: Language): QueryGroup {
  const [first = group.surface, ...others] = group.alternatives[language];
  return {
    weight: 1,
    alternatives: [{ text: first, weight: 1 }, ...others.slice(0, 12).map((text) => ({ text, weight: synonymWeight }))],
  };
}

function groupWeight(group: Group, indexes: readonly LexicalIndex[]): number {
  const rarities = indexes.map((index) => {
    const [first = group.surface] = group.alternatives[index.language];
    const stems = analyse(first, index.language).filter((token) => !token.stop);
    return {
      unknown: stems.every(({ stem }) => index.documentFrequency(stem) === 0),
      idf: Math.max(0, ...stems.map(({ stem }) => index.idf(stem))),
    };
  });
  const strange = group.role === 'topic' && group.terms.length === 0 && rarities.every(({ unknown }) => unknown);
  const rarity = strange ? strangeWeight : Math.min(...rarities.map(({ idf }) => idf));
  const act = group.role === 'topic' && group.terms.some(({ area }) => area === 'verbs');
  return roleWeight[group.role] * (act ? actWeight : 1) * Math.max(1, rarity);
}

/** Bodies but those that a table calls by one word which is a concept of its own: "Sysselsättningstjänsterna". */
function namedBodies({ organisations }: Catalogue, concepts: TermBank): Organisation[] {
  return organisations.filter(({ name, verified }) => {
    if (verified || /\s/.test(name.fi)) return true;
    return languages.every((language) => concepts.match(analyse(name.fi, language), language).length === 0);
  });
}

/** An organisation as a concept, so that its name in one language finds it in the others. */
function organisationTerm(organisation: Organisation): Term {
  const { name, abbreviations, forms } = organisation;
  const wordings = (language: Language): string[] => [name[language].replace(/^the\s+/i, ''), ...abbreviations];
  return {
    id: `organisation-${organisation.id}`,
    area: 'organisations',
    fi: wordings('fi'),
    sv: wordings('sv'),
    en: wordings('en'),
    ...(forms.length > 0 ? { forms: { fi: forms } } : {}),
  };
}
