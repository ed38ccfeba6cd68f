import type { Target } from '../domain/light.ts';
import { targetKey } from '../domain/light.ts';
import type { DislikeReason, KeptQuestion } from './data.ts';
import { type KeywordsOf, overlap } from './keywords.ts';

/** What questions without a good answer have in common. */
export type GapTopic =
  | { kind: 'target'; target: Target }
  | { kind: 'person' | 'organisation' | 'event'; id: string }
  /** No known thing: the words of its latest question. */
  | { kind: 'words'; text: string };

/** Questions of one topic that went unanswered or whose answer was disliked. No asker is named. */
export type Gap = {
  topic: GapTopic;
  /** Questions; one that is both unanswered and disliked counts once. */
  count: number;
  unanswered: number;
  disliked: number;
  reasons: readonly DislikeReason[];
  /** The latest different questions, newest first, at most three. */
  examples: readonly string[];
};

const exampleCount = 3;
/** Two questions with half of their words in common are about the same thing. */
const sameTopic = 0.5;

/** The questions without a good answer, grouped by topic, the most frequent first. */
export function groupGaps(questions: readonly KeptQuestion[], keywordsOf: KeywordsOf): Gap[] {
  const groups: Group[] = [];
  const newestFirst = questions.filter(isGap).toSorted((a, b) => b.at.localeCompare(a.at));
  for (const question of newestFirst) {
    const key = topicKey(question);
    const keywords = keywordsOf(question.text, question.language);
    const group = groups.find((candidate) =>
      key === null
        ? candidate.key === null && overlap(candidate.keywords, keywords) >= sameTopic
        : candidate.key === key,
    );
    if (group === undefined) groups.push({ key, keywords, questions: [question] });
    else group.questions.push(question);
  }
  return groups.map(gapOf).toSorted((a, b) => b.count - a.count);
}

type Group = { key: string | null; keywords: readonly string[]; questions: KeptQuestion[] };

function isGap(question: KeptQuestion): boolean {
  return isUnanswered(question) || isDisliked(question);
}

/** True when the documents gave no answer. A refused question asked for nothing that they could hold. */
function isUnanswered({ outcome }: KeptQuestion): boolean {
  return outcome === 'not_found' || outcome === 'not_stated' || outcome === 'other_city';
}

function isDisliked({ ratings }: KeptQuestion): boolean {
  return ratings.some(({ verdict }) => verdict === 'notUseful');
}

function gapOf({ questions }: Group): Gap {
  const ratings = questions.flatMap((question) => question.ratings);
  return {
    topic: topicOf(questions),
    count: questions.length,
    unanswered: questions.filter(isUnanswered).length,
    disliked: questions.filter(isDisliked).length,
    reasons: [...new Set(ratings.flatMap(({ reason }) => reason ?? []))],
    examples: [...new Set(questions.map(({ text }) => text))].slice(0, exampleCount),
  };
}

function topicKey({ targets, people, organisations, events }: KeptQuestion): string | null {
  const [target] = targets;
  if (target !== undefined) return targetKey(target);
  return people[0] ?? events[0] ?? organisations[0] ?? null;
}

function topicOf(questions: readonly KeptQuestion[]): GapTopic {
  const [latest] = questions;
  const { targets: [target] = [], people = [], events = [], organisations = [] } = latest ?? {};
  if (target !== undefined) return { kind: 'target', target };
  if (people[0] !== undefined) return { kind: 'person', id: people[0] };
  if (events[0] !== undefined) return { kind: 'event', id: events[0] };
  if (organisations[0] !== undefined) return { kind: 'organisation', id: organisations[0] };
  return { kind: 'words', text: latest?.text ?? '' };
}
