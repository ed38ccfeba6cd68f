import { answersIn } from '../texts/answers/answers.ts';
import type { Ranked } from './rank.ts';
import { type Composing, type Draft, asOf, citePassage, emptyDraft, inLanguage, uniqueCitations } from './draft.ts';

const most = 3;
const nearBest = 0.85;

/** Answers with the sentence that holds most of the question, and others that hold as much or add a part it lacks. */
export function composePassages(composing: Composing, best: Ranked, ranked: readonly Ranked[]): Draft {
  const chosen = [best];
  const covered = [...best.levels];
  for (const candidate of ranked) {
    if (chosen.length === most) break;
    if (candidate.unit.content.kind !== 'passage' || chosen.includes(candidate)) continue;
    const adds = candidate.levels.some(
      (level, index) =>
        level >= 0.8 && (covered[index] ?? 0) < 0.5 && composing.question.groups[index]?.role !== 'asking',
    );
    const near = candidate.score >= nearBest * best.score && candidate.unit.source === best.unit.source;
    if (!near && !(adds && candidate.coverage >= 0.4)) continue;
    chosen.push(candidate);
    for (const [index, level] of candidate.levels.entries()) covered[index] = Math.max(covered[index] ?? 0, level);
  }
  const passages = chosen.flatMap(({ unit }) => (unit.content.kind === 'passage' ? [unit.content.passage] : []));
  const texts = answersIn(composing.language);
  const lines = passages.map((passage) => {
    const words = inLanguage(passage, composing.language);
    return passage.speaker === null ? words : texts.said(passage.speaker, words);
  });
  return {
    ...emptyDraft('answered', lines[0] ?? ''),
    details: lines.slice(1),
    citations: uniqueCitations(passages.flatMap((passage) => citePassage(composing, passage))),
    next: [asOf(composing, best.unit.source)],
  };
}
