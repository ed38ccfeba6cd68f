import type { Passage } from '../domain/passage.ts';
import { sayLine } from './compose-article.ts';
import { sentenceLine } from './compose-measure.ts';
import { type Composing, type Draft, citePassage, emptyDraft, uniqueCitations } from './draft.ts';
import type { Ranked } from './rank.ts';
import { scoreSentences } from './select-sentences.ts';

/**
 * Answers a question that names several figures with the sentence behind each, so that what each counts, and when, stands side by side.
 * Null when fewer than two figures are named or one of them is in no sentence that may answer.
 */
export function decideFigures(composing: Composing, ranked: readonly Ranked[]): Draft | null {
  const { groups } = composing.question;
  const figures = groups.flatMap(({ role }, index) => (role === 'number' ? [index] : []));
  if (figures.length < 2) return null;
  const sentences = ranked.flatMap(({ unit: { content } }) =>
    content.kind === 'article' || content.kind === 'measure' || content.kind === 'goal'
      ? scoreSentences(composing, content.passages)
      : [],
  );
  const behind = figures.map((index) => sentences.find(({ levels }) => levels[index] === 1)?.passage);
  if (behind.some((passage) => passage === undefined)) return null;
  const passages = [...new Set(behind.filter((passage) => passage !== undefined))];
  const lines = passages.map((passage) => lineOf(composing, passage));
  return {
    ...emptyDraft('answered', lines[0] ?? ''),
    details: lines.slice(1),
    citations: uniqueCitations(passages.flatMap((passage) => citePassage(composing, passage))),
  };
}

function lineOf(composing: Composing, passage: Passage): string {
  const programme = composing.base.catalogue.programmes.find(({ source }) => source === passage.source);
  return programme ? sentenceLine(composing, programme, passage) : sayLine(composing, passage);
}
