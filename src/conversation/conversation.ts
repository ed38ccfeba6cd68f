import { randomUUID } from 'node:crypto';
import type { Subject } from '../answer/answer.ts';
import type { Language } from '../domain/language.ts';
import {
  type ConversationData,
  type CuratedAnswer,
  type KeptQuestion,
  type KeptThread,
  type Rating,
  type Referral,
  subjectSchema,
} from './data.ts';
import { defaultRetention, type Retention, withoutExpired, withoutUser } from './expire.ts';
import { type Gap, groupGaps } from './gaps.ts';
import { type KeywordsOf, overlap } from './keywords.ts';
import { type SavedFile, saveLater } from './save-later.ts';

export type ConversationDeps = {
  /** Where the data is kept; its `data` is what the disk holds. */
  file: SavedFile<ConversationData>;
  now: () => Date;
  keywordsOf: KeywordsOf;
  /** Told in one line when the disk refuses; what is kept then lives in memory until the next try. */
  warn: (line: string) => void;
  retention?: Partial<Retention>;
  /** Milliseconds in which changes are gathered into one save; default 500. */
  saveAfterMs?: number;
};

export type NewQuestion = Omit<KeptQuestion, 'id' | 'at' | 'ratings'>;

/** What became of an admin's decision about an offered answer. `already` was decided before, by `decidedBy`. */
export type CurationResult = { kind: 'decided' | 'already'; answer: CuratedAnswer } | { kind: 'gone' };

/** What Valo keeps of conversations, for as long as it is allowed to. Reading and writing are at once; the disk follows. */
export type Conversation = {
  /** What a thread was last about; null for one that Valo does not take part in. Keys are the caller's. */
  thread: (key: string) => KeptThread | null;
  /** `user` is who alone reads the conversation, null for a channel's thread. */
  rememberThread: (key: string, subject: Subject | null, user: string | null) => void;
  /** A subject from its JSON, null for anything else. */
  readSubject: (json: string) => Subject | null;
  /** Returns the id by which buttons name the question. */
  keepQuestion: (question: NewQuestion) => string;
  question: (id: string) => KeptQuestion | null;
  /** The user's own latest questions, newest first. */
  questionsOf: (user: string, limit: number) => KeptQuestion[];
  /** A user's verdict, in place of an earlier one; false when the question is no longer kept. */
  rate: (id: string, rating: Omit<Rating, 'at'>) => boolean;
  /** Questions from one instant (default all that are kept) to another (default now) without a good answer, by topic. */
  gaps: (since?: Date, until?: Date) => Gap[];
  keepReferral: (referral: Omit<Referral, 'at'>) => void;
  /** The referral whose direct message this is, or null. */
  referralAt: (channel: string, ts: string) => Referral | null;
  referralsOf: (question: string) => Referral[];
  /** Offers an owner's reply as a curated answer; further replies are added to an offer that is still open. */
  offerAnswer: (referral: Referral, text: string) => { answer: CuratedAnswer; isNew: boolean } | null;
  offeredAnswers: () => CuratedAnswer[];
  decideAnswer: (id: string, state: 'kept' | 'declined', admin: string) => CurationResult;
  /** The curated answers in use, oldest first. */
  curatedAnswers: () => CuratedAnswer[];
  /** The curated answer to this question, or null. */
  curatedFor: (text: string, language: Language) => CuratedAnswer | null;
  /** Removes what is kept of a user, on the disk and in its backup too. */
  forget: (user: string) => Promise<void>;
  /** Resolves when the disk holds everything. */
  flush: () => Promise<void>;
};

/** Three quarters of the words in common: another wording of the same question, not a neighbouring one. */
const sameQuestion = 0.75;
const longestText = 3_000;
const checkEveryMs = 60 * 60 * 1000;

/** Opens what is kept of conversations, without what has expired. */
export function createConversation(deps: ConversationDeps): Conversation {
  const retention = { ...defaultRetention, ...deps.retention };
  const saved = saveLater(deps.file, { warn: deps.warn, afterMs: deps.saveAfterMs ?? 500 });
  let checkedAt = Number.NEGATIVE_INFINITY;
  /** The data, checked for what has expired once an hour: looking through all of it each time would cost too much. */
  const fresh = (): ConversationData => {
    const now = deps.now();
    if (Math.abs(now.getTime() - checkedAt) >= checkEveryMs) {
      checkedAt = now.getTime();
      saved.replace(withoutExpired(saved.data, now, retention));
    }
    return saved.data;
  };
  const change = (step: (data: ConversationData) => ConversationData) => saved.replace(step(fresh()));
  const at = () => deps.now().toISOString();
  const find = (id: string) => fresh().questions.find((question) => question.id === id) ?? null;

  return {
    thread: (key) => fresh().threads[key] ?? null,
    rememberThread: (key, subject, user) =>
      change((data) => {
        const { [key]: _before, ...others } = data.threads;
        return { ...data, threads: { ...others, [key]: { at: at(), user, subject: plainSubject(subject) } } };
      }),
    readSubject,
    keepQuestion: (question) => {
      const id = randomUUID();
      const text = question.text.slice(0, longestText);
      const kept = { ...question, id, at: at(), text, answer: question.answer.slice(0, longestText), ratings: [] };
      change((data) => ({ ...data, questions: [...data.questions, kept] }));
      return id;
    },
    question: find,
    questionsOf: (user, limit) =>
      fresh()
        .questions.filter((question) => question.user === user)
        .slice(-limit)
        .toReversed(),
    rate: (id, rating) => {
      if (find(id) === null) return false;
      change((data) => withRating(data, id, { ...rating, at: at() }));
      return true;
    },
    gaps: (since, until) => {
      const { questions } = fresh();
      const [from, to] = [since?.getTime() ?? Number.NEGATIVE_INFINITY, until?.getTime() ?? Number.POSITIVE_INFINITY];
      const recent = questions.filter(({ at: asked }) => Date.parse(asked) >= from && Date.parse(asked) <= to);
      return groupGaps(recent, deps.keywordsOf);
    },
    keepReferral: (referral) =>
      change((data) => ({ ...data, referrals: [...data.referrals, { ...referral, at: at() }] })),
    referralAt: (channel, ts) =>
      fresh().referrals.find((referral) => referral.channel === channel && referral.ts === ts) ?? null,
    referralsOf: (question) => fresh().referrals.filter((referral) => referral.question === question),
    ...curation(deps, fresh, change),
    forget: async (user) => {
      saved.replace(withoutUser(fresh(), user));
      await saved.flush();
      // Once more, as the file keeps its last content as a backup.
      saved.replace(saved.data);
      await saved.flush();
    },
    flush: () => saved.flush(),
  };
}

type Curation = Pick<Conversation, 'offerAnswer' | 'offeredAnswers' | 'decideAnswer' | 'curatedAnswers' | 'curatedFor'>;

function curation(
  { keywordsOf, now }: ConversationDeps,
  fresh: () => ConversationData,
  change: (step: (data: ConversationData) => ConversationData) => void,
): Curation {
  const put = (answer: CuratedAnswer) =>
    change((data) => ({ ...data, curated: [...data.curated.filter(({ id }) => id !== answer.id), answer] }));
  const inState = (state: CuratedAnswer['state']) => fresh().curated.filter((answer) => answer.state === state);

  return {
    offerAnswer: (referral, text) => {
      const question = fresh().questions.find(({ id }) => id === referral.question);
      if (question === undefined) return null;
      const id = `${question.id}-${referral.owner}`;
      const before = fresh().curated.find((answer) => answer.id === id);
      if (before !== undefined && before.state !== 'offered') return { answer: before, isNew: false };
      const { language, targets } = question;
      const answer: CuratedAnswer = {
        id,
        at: now().toISOString(),
        question: question.text,
        text: (before === undefined ? text : `${before.text}\n${text}`).slice(0, longestText),
        language,
        targets,
        author: referral.owner,
        state: 'offered',
        decidedBy: null,
      };
      put(answer);
      return { answer, isNew: before === undefined };
    },
    offeredAnswers: () => inState('offered'),
    decideAnswer: (id, state, admin) => {
      const answer = fresh().curated.find((candidate) => candidate.id === id);
      if (answer === undefined) return { kind: 'gone' };
      if (answer.state !== 'offered') return { kind: 'already', answer };
      const decided = { ...answer, state, decidedBy: admin };
      put(decided);
      return { kind: 'decided', answer: decided };
    },
    curatedAnswers: () => inState('kept'),
    curatedFor: (text, language) => {
      const asked = keywordsOf(text, language);
      const scored = inState('kept')
        .filter((answer) => answer.language === language)
        .map((answer) => ({ answer, score: overlap(keywordsOf(answer.question, language), asked) }))
        .toSorted((a, b) => b.score - a.score || b.answer.at.localeCompare(a.answer.at));
      const [best] = scored;
      return best !== undefined && best.score >= sameQuestion ? best.answer : null;
    },
  };
}

function withRating(data: ConversationData, id: string, rating: Rating): ConversationData {
  const questions = data.questions.map((question) =>
    question.id === id
      ? { ...question, ratings: [...question.ratings.filter(({ user }) => user !== rating.user), rating] }
      : question,
  );
  return { ...data, questions };
}

function readSubject(json: string): Subject | null {
  try {
    return subjectSchema.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
}

/** A copy without read-only lists, as the file's schema has it. */
function plainSubject(subject: Subject | null): KeptThread['subject'] {
  if (subject === null) return null;
  const { targets, people, organisations, events } = subject;
  return {
    ...subject,
    targets: [...targets],
    people: [...people],
    organisations: [...organisations],
    events: [...events],
  };
}
