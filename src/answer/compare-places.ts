import { composeArticle } from './compose-article.ts';
import { composeEvent } from './compose-record.ts';
import { type Composing, type Draft, emptyDraft, uniqueCitations } from './draft.ts';
import type { Ranked } from './rank.ts';

/** A side of a comparison must hold this share of the question, its own place aside. */
const enoughForASide = 0.5;

/**
 * Answers a question about several places from each place's side, the best evidence of each. Null when the question names fewer than two
 * places, or one record holds them all.
 */
export function comparePlaces(composing: Composing, ranked: readonly Ranked[]): Draft | null {
  const { question, base } = composing;
  if (question.places.length < 2 || question.intents.has('responsible')) return null;
  const weights = question.groups.map((group) => base.weigh(group));
  const sides = question.places.map((place) => {
    const own = (candidate: Ranked) =>
      question.groups.every(
        (group, index) =>
          group.role !== 'place' ||
          !group.terms.some((term) => term.fi[0] === place) ||
          (candidate.levels[index] ?? 0) >= 0.7,
      );
    const share = (candidate: Ranked) => {
      const counted = question.groups.map((group, index) => (group.role === 'place' ? 0 : (weights[index] ?? 0)));
      const total = counted.reduce((sum, weight) => sum + weight, 0) || 1;
      return candidate.levels.reduce((sum, level, index) => sum + level * (counted[index] ?? 0), 0) / total;
    };
    return ranked
      .filter(
        (candidate) =>
          ['event', 'article'].includes(candidate.unit.content.kind) &&
          own(candidate) &&
          candidate.unit.cities.includes(place) &&
          share(candidate) >= enoughForASide,
      )
      .toSorted((a, b) => share(b) * 0.7 + b.score * 0.3 - (share(a) * 0.7 + a.score * 0.3))[0];
  });
  if (sides.some((side) => side === undefined)) return null;
  const drafts = [...new Set(sides)].flatMap((side) => (side ? [composeSide(composing, side)] : []));
  return {
    ...emptyDraft('answered', drafts[0]?.headline ?? ''),
    details: drafts.slice(1).map(({ headline }) => headline),
    citations: uniqueCitations(drafts.flatMap(({ citations }) => citations)),
    next: [...new Set(drafts.flatMap(({ next }) => next))],
    events: drafts.flatMap(({ events }) => events),
  };
}

function composeSide(composing: Composing, side: Ranked): Draft {
  const { content } = side.unit;
  return content.kind === 'event' ? composeEvent(composing, content.event) : composeArticle(composing, side, [side]);
}
