import { type Language, languages } from '../src/domain/language.ts';
import type { Term } from '../src/domain/term.ts';
import { analyse } from '../src/retrieval/analysis.ts';

/** Wordings that stand twice: in one concept, or first in two. */
export type RepeatedWording = { language: Language; wording: string; concepts: string[] };

/** Different words of two concepts that the analyser takes for one, each the first wording of its concept. */
export type StemClash = { language: Language; stem: string; concepts: { id: string; wording: string }[] };

/** Wordings repeated within a concept, and wordings that lead more than one; letter case aside. */
export function repeatedWordings(terms: readonly Term[]): RepeatedWording[] {
  return languages.flatMap((language) => {
    const within = terms.flatMap((term) =>
      repeated([...term[language], ...(term.forms?.[language] ?? [])].map((wording) => wording.toLowerCase())).map(
        (wording) => ({ language, wording, concepts: [term.id] }),
      ),
    );
    const leads = Map.groupBy(terms, (term) => term[language][0]?.toLowerCase() ?? '');
    const shared = [...leads].filter(([, concepts]) => concepts.length > 1);
    return [
      ...within,
      ...shared.map(([wording, concepts]) => ({ language, wording, concepts: concepts.map(({ id }) => id) })),
    ];
  });
}

/** Concepts whose first wordings differ but have the same stems: a question about one also finds the other. */
export function stemClashes(terms: readonly Term[]): StemClash[] {
  return languages.flatMap((language) => {
    const byStem = Map.groupBy(terms, (term) => stemsOf(term[language][0] ?? '', language));
    return [...byStem]
      .filter(
        ([stem, concepts]) => stem !== '' && new Set(concepts.map((term) => term[language][0]?.toLowerCase())).size > 1,
      )
      .map(([stem, concepts]) => ({
        language,
        stem,
        concepts: concepts.map((term) => ({ id: term.id, wording: term[language][0] ?? '' })),
      }));
  });
}

/** Concepts that lack words of a language, from the file's JSON, which need not have the right shape. */
export function incompleteConcepts(records: readonly unknown[]): { id: string; lacking: Language[] }[] {
  return records.flatMap((record, index) => {
    const fields: Record<string, unknown> = typeof record === 'object' && record !== null ? { ...record } : {};
    const lacking = languages.filter((language) => !hasWords(fields[language]));
    const id = typeof fields['id'] === 'string' ? fields['id'] : `record ${index + 1}`;
    return lacking.length > 0 ? [{ id, lacking }] : [];
  });
}

function hasWords(value: unknown): boolean {
  return (
    Array.isArray(value) && value.length > 0 && value.every((word) => typeof word === 'string' && word.trim() !== '')
  );
}

function stemsOf(wording: string, language: Language): string {
  const tokens = analyse(wording, language).filter((token) => token.kind !== 'derived');
  return tokens.map((token) => token.stem).join(' ');
}

function repeated(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}
