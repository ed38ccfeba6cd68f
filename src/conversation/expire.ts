import type { ConversationData } from './data.ts';

/** How long things are kept, in days, and how many at most. */
export type Retention = { questionDays: number; threadDays: number; questions: number; threads: number };

export const defaultRetention: Retention = { questionDays: 90, threadDays: 30, questions: 5_000, threads: 5_000 };

const dayMs = 24 * 60 * 60 * 1000;

/** The data without what is older than it may be, and without the oldest of what is too much. */
export function withoutExpired(data: ConversationData, now: Date, retention: Retention): ConversationData {
  const since = (days: number) => new Date(now.getTime() - days * dayMs).toISOString();
  const [oldestQuestion, oldestThread] = [since(retention.questionDays), since(retention.threadDays)];
  const threads = Object.entries(data.threads).filter(([, { at }]) => isSince(at, oldestThread));
  return {
    ...data,
    questions: data.questions.filter(({ at }) => isSince(at, oldestQuestion)).slice(-retention.questions),
    threads: Object.fromEntries(threads.slice(-retention.threads)),
    referrals: data.referrals.filter(({ at }) => isSince(at, oldestQuestion)),
    curated: data.curated.filter(({ at, state }) => state === 'kept' || isSince(at, oldestQuestion)),
  };
}

function isSince(at: string, oldest: string): boolean {
  return Date.parse(at) >= Date.parse(oldest);
}

/** The data without a user: own questions, ratings, conversations and referrals are gone; curated answers lose the name. */
export function withoutUser(data: ConversationData, user: string): ConversationData {
  const unless = (id: string | null) => (id === user ? null : id);
  return {
    ...data,
    questions: data.questions
      .filter((question) => question.user !== user)
      .map((question) => ({ ...question, ratings: question.ratings.filter((rating) => rating.user !== user) })),
    threads: Object.fromEntries(Object.entries(data.threads).filter(([, thread]) => thread.user !== user)),
    referrals: data.referrals.filter(({ asker, owner }) => asker !== user && owner !== user),
    curated: data.curated.map((answer) => ({
      ...answer,
      author: unless(answer.author),
      decidedBy: unless(answer.decidedBy),
    })),
  };
}
