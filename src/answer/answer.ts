import type { Language } from '../domain/language.ts';
import type { Target } from '../domain/light.ts';

export const outcomes = ['answered', 'not_found', 'not_stated', 'other_city', 'smalltalk', 'refused'] as const;
export type Outcome = (typeof outcomes)[number];

/** What the pipeline is told about a question. Everything but the text may be unknown. */
export type Question = {
  text: string;
  /** Used when the text itself has no language ("Gassen?"): the thread's, then the user's. */
  fallbackLanguage?: Language;
  /** The city of the channel (Finnish name), for questions that name none. */
  city?: string;
  /** The programme of the channel, for short ids such as "goal 5". */
  programme?: string;
  /** What the thread was about before this question. */
  subject?: Subject;
  /** Who asks, for what one person may ask in a minute; never told to anybody. */
  user?: string;
  /** True where only the asker reads the answer, so that contact details may be shown. */
  private: boolean;
  now: Date;
  /** Told what the answering is at while a model works on it; nobody waits for what it does. */
  progress?: (progress: Progress) => void;
};

/** What a reader who waits may know: how many documents are searched, that the answer is being written, that its quotes are checked. */
export type Progress = { step: 'searching'; documents: number } | { step: 'writing' } | { step: 'checking' };

/** What an answer was about, remembered for "and when?". Plain data, so that it can be kept. */
export type Subject = {
  language: Language;
  /** The question as it was understood, written out without the thread. */
  question: string;
  targets: readonly Target[];
  people: readonly string[];
  organisations: readonly string[];
  events: readonly string[];
  city: string | null;
  intent: string;
};

export type Citation = {
  source: string;
  file: string;
  title: string;
  publisher: string;
  /** ISO date, or null when the document gives none. */
  published: string | null;
  /** Verbatim in the source, in the source's language. */
  quote: string;
  /** Valo's own translation into the answer's language, null when the languages agree or there is none. */
  translation: string | null;
};

export type Answer = {
  language: Language;
  outcome: Outcome;
  /** The direct answer, one or two sentences. */
  headline: string;
  /** Further lines of the answer: parts of a list, the other side of a comparison, an older statement. */
  details: readonly string[];
  citations: readonly Citation[];
  /** What a person needs next: timetable, light, owner to ask, the nearest thing known. */
  next: readonly string[];
  /** Goals and measures the answer is about, most relevant first; lights and owners are shown for them. */
  targets: readonly Target[];
  subject: Subject | null;
  /** True when the answer holds contact details: to be shown to the asker only. */
  personal: boolean;
};

/** The port behind every surface. Never rejects for a question's sake: an outcome says what is wrong with it. */
export type Ask = (question: Question) => Promise<Answer>;
