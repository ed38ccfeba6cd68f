import type { Catalogue } from '../domain/catalogue.ts';
import { type Language, languages } from '../domain/language.ts';
import { analyse } from '../retrieval/analysis.ts';
import { type LexicalIndex, type QueryGroup, buildLexicalIndex } from '../retrieval/lexical-index.ts';
import { createTermBank } from '../retrieval/term-bank.ts';
import { type EvidenceReader, createEvidenceReader } from './evidence.ts';
import { type Group, type Understand, createUnderstand } from './understand.ts';
import { type Unit, buildUnits } from './units.ts';

/** A unit with how well it fits a question. */
export type Candidate = {
  unit: Unit;
  /** For each group of the question how well the unit holds it, 0 to 1. */
  levels: readonly number[];
  /** Share of the question's weight that the unit holds, 0 to 1. */
  coverage: number;
  /** Lexical score relative to the best, 0 to 1. */
  lexical: number;
};

/** All that answering reads: units, their index in each language, and how a question is understood. */
export type KnowledgeBase = {
  catalogue: Catalogue;
  units: readonly Unit[];
  understand: Understand;
  readEvidence: EvidenceReader;
  /** How much a group says about what is asked: the rarer in the documents, the more. Above 0, at most about 8. */
  weigh: (group: Group) => number;
  /** The units that may answer, best lexical score first. */
  search: (groups: readonly Group[], limit: number) => { unit: Unit; lexical: number }[];
};

const synonymWeight = 0.7;
const askingWeight = 0.1;
const constraintWeight: Partial<Record<Group['role'], number>> = { place: 0.6, year: 1 };

export function createKnowledgeBase(catalogue: Catalogue): KnowledgeBase {
  const units = buildUnits(catalogue);
  const byKey = new Map(units.map((unit) => [unit.key, unit]));
  const indexes = languages.map((language) => indexOf(units, language));
  const weigh = (group: Group) => groupWeight(group, indexes);
  return {
    catalogue,
    units,
    understand: createUnderstand(catalogue, createTermBank(catalogue.terms)),
    readEvidence: createEvidenceReader(),
    weigh,
    search: (groups, limit) => {
      const best = new Map<string, number>();
      for (const index of indexes) {
        const query = groups.filter(({ role }) => role !== 'asking').map((group) => toQuery(group, index.language));
        const hits = index.search(query, { limit });
        const top = hits[0]?.score ?? 1;
        for (const { key, score } of hits) best.set(key, Math.max(best.get(key) ?? 0, score / top));
      }
      return [...best]
        .flatMap(([key, lexical]) => {
          const unit = byKey.get(key);
          return unit ? [{ unit, lexical }] : [];
        })
        .toSorted((a, b) => b.lexical - a.lexical)
        .slice(0, limit);
    },
  };
}

function indexOf(units: readonly Unit[], language: Language): LexicalIndex {
  const documents = units.flatMap((unit) => {
    const text = unit.words[language];
    return text === undefined ? [] : [{ key: unit.key, text }];
  });
  return buildLexicalIndex(documents, language);
}

function toQuery(group: Group, language: Language): QueryGroup {
  const [first = group.surface, ...others] = group.alternatives[language];
  return {
    weight: 1,
    alternatives: [{ text: first, weight: 1 }, ...others.slice(0, 12).map((text) => ({ text, weight: synonymWeight }))],
  };
}

function groupWeight(group: Group, indexes: readonly LexicalIndex[]): number {
  if (group.role === 'asking') return askingWeight;
  const rarities = indexes.map((index) => {
    const [first = group.surface] = group.alternatives[index.language];
    const stems = analyse(first, index.language).filter((token) => !token.stop);
    return Math.max(0, ...stems.map(({ stem }) => index.idf(stem)));
  });
  return (constraintWeight[group.role] ?? 1) * Math.max(1, Math.min(...rarities));
}
