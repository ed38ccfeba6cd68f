import type { Passage } from '../domain/passage.ts';
import { formatDay } from '../texts/dates.ts';
import { answersIn } from '../texts/answers/answers.ts';
import { type Composing, type Draft, asOf, citePassage, emptyDraft, inLanguage, uniqueCitations } from './draft.ts';
import type { Ranked } from './rank.ts';
import { selectSentences } from './select-sentences.ts';

/** Another article that holds this share of what the best one holds speaks of the same thing. */
const sameThing = 0.92;

/**
 * Answers with the sentences of an article that hold what is asked. When two articles tell the time of the same thing, the one published
 * last answers, and what the older one said follows with its date.
 */
export function composeArticle(composing: Composing, best: Ranked, ranked: readonly Ranked[]): Draft {
  const texts = answersIn(composing.language);
  const [latest = best, ...older] = tellingsOf(composing, best, ranked);
  const passages = sentencesOf(composing, latest);
  const lines = passages.map((passage) => sayLine(composing, passage));
  const draft = emptyDraft('answered', lines[0] ?? '');
  draft.details = lines.slice(1);
  draft.citations = passages.flatMap((passage) => citePassage(composing, passage));
  for (const telling of older) {
    const [passage] = sentencesOf(composing, telling);
    const published = publishedOf(composing, telling);
    if (!passage) continue;
    const words = inLanguage(passage, composing.language);
    draft.details.push(
      published ? texts.older(formatDay(published, composing.language), words) : texts.olderUndated(words),
    );
    draft.citations.push(...citePassage(composing, passage));
  }
  draft.citations = uniqueCitations(draft.citations);
  draft.next = [asOf(composing, latest.unit.source)];
  return draft;
}

/** A sentence in the answer's language, with who says it. */
export function sayLine({ language }: Pick<Composing, 'language'>, passage: Passage): string {
  const words = inLanguage(passage, language);
  return passage.speaker === null ? words : answersIn(language).said(passage.speaker, words);
}

/** Articles that tell when the same thing happens, the one published last first. */
function tellingsOf(composing: Composing, best: Ranked, ranked: readonly Ranked[]): Ranked[] {
  const { intents } = composing.question;
  if (!intents.has('when') && !intents.has('yesNo') && !intents.has('timetable')) return [best];
  const same = ranked.filter(
    ({ unit, coverage }) =>
      unit.content.kind === 'article' &&
      coverage >= sameThing * best.coverage &&
      unit.cities[0] === best.unit.cities[0],
  );
  return same
    .toSorted((a, b) => (publishedOf(composing, b) ?? '').localeCompare(publishedOf(composing, a) ?? ''))
    .slice(0, 2);
}

function publishedOf({ base }: Composing, { unit }: Ranked): string | null {
  return base.catalogue.sources.find(({ id }) => id === unit.source)?.published ?? null;
}

function sentencesOf(composing: Composing, { unit }: Ranked): Passage[] {
  return unit.content.kind === 'article' ? selectSentences(composing, unit.content.passages) : [];
}
