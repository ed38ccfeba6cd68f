import type { Passage } from '../domain/passage.ts';
import { analyse } from '../retrieval/analysis.ts';
import type { Language } from '../domain/language.ts';
import type { Group } from './groups.ts';

/** The shortest stem that can stand for a compound, in letters, and how much longer the compound is. */
const shortest = { part: 4, first: 3 };

/**
 * True when a sentence speaks of what a question names by the last part of its name: "nämnden" for "sysselsättningsnämnden", once the
 * document has said the whole. A place or a figure has no such short name.
 */
export function saysShortName(passage: Passage, group: Group): boolean {
  if (group.role !== 'topic' && group.role !== 'body') return false;
  const wholes = stemsOfWordings(group, passage.language);
  return stemsOf(passage).some((stem) =>
    wholes.some((whole) => whole.length - stem.length >= shortest.first && whole.endsWith(stem)),
  );
}

const ofPassages = new WeakMap<Passage, readonly string[]>();

function stemsOf(passage: Passage): readonly string[] {
  const known = ofPassages.get(passage) ?? stemsIn(passage.text, passage.language);
  ofPassages.set(passage, known);
  return known;
}

const ofGroups = new WeakMap<Group, Map<Language, readonly string[]>>();

/** Stems of the wordings that are one word: only a compound has a last part. */
function stemsOfWordings(group: Group, language: Language): readonly string[] {
  const kept = ofGroups.get(group) ?? new Map<Language, readonly string[]>();
  ofGroups.set(group, kept);
  const known =
    kept.get(language) ??
    group.alternatives[language].flatMap((wording) => (wording.includes(' ') ? [] : stemsIn(wording, language)));
  kept.set(language, known);
  return known;
}

function stemsIn(text: string, language: Language): string[] {
  return analyse(text, language).flatMap(({ kind, stem, stop }) =>
    kind === 'word' && !stop && stem.length >= shortest.part ? [stem] : [],
  );
}
