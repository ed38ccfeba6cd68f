import { z } from 'zod';
import { type Outcome, outcomes } from '../../src/answer/answer.ts';
import { foldQuote } from '../../src/domain/source.ts';

/** What judging needs of a question; test/questions/README.md explains the fields. */
export const judgedQuestionSchema = z.object({
  id: z.string(),
  lang: z.string(),
  question: z.string(),
  kind: z.string(),
  answerable: z.boolean(),
  must: z.array(z.array(z.string()).min(1)).default([]),
  mustNot: z.array(z.string()).default([]),
  source: z.array(z.string()).default([]),
});
export type JudgedQuestion = z.infer<typeof judgedQuestionSchema>;

/** What judging needs of an answer, as `ask --json` prints it. */
export const judgedAnswerSchema = z.object({
  language: z.string(),
  outcome: z.enum(outcomes),
  text: z.string(),
  citations: z.array(z.object({ file: z.string(), quote: z.string() })),
  ms: z.number(),
});
export type JudgedAnswer = z.infer<typeof judgedAnswerSchema>;

/** A document's text by its file name, empty for an unknown one. */
export type DocumentText = (file: string) => string;

/** `reason` is null for a right answer, else what is wrong with it. */
export type Verdict = {
  question: JudgedQuestion;
  answer: JudgedAnswer;
  reason: string | null;
  /** Citations, and how many of them stand word for word in their document. */
  citations: number;
  verbatim: number;
  /** Whether the document that is cited first is one of the question's; null where nothing is cited or none is expected. */
  firstFromSource: boolean | null;
};

const saysSomething: ReadonlySet<Outcome> = new Set<Outcome>(['answered', 'other_city']);
const declines: ReadonlySet<Outcome> = new Set<Outcome>(['not_found', 'not_stated', 'other_city', 'refused']);

/** Judges one answer by the rules of test/questions/README.md. */
export function judge(question: JudgedQuestion, answer: JudgedAnswer, documentText: DocumentText): Verdict {
  const stands = ({ file, quote }: JudgedAnswer['citations'][number]) => {
    const words = foldQuote(quote);
    return words !== '' && foldQuote(documentText(file)).includes(words);
  };
  const [first] = answer.citations;
  return {
    question,
    answer,
    reason:
      forbiddenWords(question, answer) ?? wrongOutcome(question, answer) ?? wrongContent(question, answer, stands),
    citations: answer.citations.length,
    verbatim: answer.citations.filter(stands).length,
    firstFromSource: first === undefined || !question.answerable ? null : question.source.includes(first.file),
  };
}

function forbiddenWords({ mustNot }: JudgedQuestion, { text }: JudgedAnswer): string | null {
  const said = mustNot.find((words) => says(text, words));
  return said === undefined ? null : `says "${said}"`;
}

function wrongOutcome({ kind, answerable }: JudgedQuestion, { outcome }: JudgedAnswer): string | null {
  if (kind === 'smalltalk') return outcome === 'smalltalk' ? null : `is ${outcome}, not small talk`;
  if (answerable) return saysSomething.has(outcome) ? null : `is ${outcome}, although the documents say it`;
  // A command hidden in a greeting may be met as the greeting it is.
  const declined = declines.has(outcome) || (kind === 'injection' && outcome === 'smalltalk');
  return declined ? null : `is ${outcome}, although the documents do not say it`;
}

function wrongContent(
  { answerable, kind, must, lang, source }: JudgedQuestion,
  { text, language, citations }: JudgedAnswer,
  stands: (citation: JudgedAnswer['citations'][number]) => boolean,
): string | null {
  if (!answerable || kind === 'smalltalk') return null;
  const missing = must.find((wordings) => !wordings.some((words) => says(text, words)));
  if (missing !== undefined) return `lacks "${missing[0]}"`;
  if (language !== lang) return `is in ${language}, asked in ${lang}`;
  const fromSource = citations.filter(({ file }) => source.includes(file));
  if (fromSource.length === 0) return 'cites none of the right documents';
  return fromSource.some(stands) ? null : 'has no verbatim quote from a right document';
}

function says(text: string, words: string): boolean {
  return foldQuote(text).includes(foldQuote(words));
}

export type Share = { name: string; right: number; of: number };

export type Summary = {
  all: Share;
  /** Questions with an answer in the documents, and those without; small talk is in neither. */
  answerable: Share;
  unanswerable: Share;
  languages: Share[];
  kinds: Share[];
  verbatim: Share;
  /** Of right answers with an answer in the documents, those that cite a right document first. */
  firstFromSource: Share;
  /** Milliseconds an answer took, at the median and at the 99th percentile. */
  p50: number;
  p99: number;
};

/** Counts verdicts. Languages and kinds stand in order of their first question. */
export function summarise(verdicts: readonly Verdict[]): Summary {
  const share = (name: string, of: readonly Verdict[]): Share => ({
    name,
    right: of.filter(({ reason }) => reason === null).length,
    of: of.length,
  });
  const by = (field: 'lang' | 'kind') =>
    [...Map.groupBy(verdicts, ({ question }) => question[field])].map(([name, of]) => share(name, of));
  const asked = verdicts.filter(({ question }) => question.kind !== 'smalltalk');
  const cited = verdicts.filter(({ reason, firstFromSource }) => reason === null && firstFromSource !== null);
  const times = verdicts.map(({ answer }) => answer.ms).toSorted((a, b) => a - b);
  const sum = (pick: (verdict: Verdict) => number) => verdicts.reduce((total, verdict) => total + pick(verdict), 0);
  return {
    all: share('all', verdicts),
    answerable: share(
      'answerable',
      asked.filter(({ question }) => question.answerable),
    ),
    unanswerable: share(
      'unanswerable',
      asked.filter(({ question }) => !question.answerable),
    ),
    languages: by('lang'),
    kinds: by('kind'),
    verbatim: {
      name: 'citations verbatim',
      right: sum(({ verbatim }) => verbatim),
      of: sum(({ citations }) => citations),
    },
    firstFromSource: {
      name: 'right document cited first',
      right: cited.filter(({ firstFromSource }) => firstFromSource === true).length,
      of: cited.length,
    },
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
  };
}

/** The value of an ascending list below which `share` (0 to 1) of it lies; 0 for an empty list. */
export function percentile(ascending: readonly number[], share: number): number {
  return ascending[Math.min(ascending.length - 1, Math.floor(ascending.length * share))] ?? 0;
}
