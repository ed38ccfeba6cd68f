import type { Answer, Ask, Question } from './answer.ts';
import type { Gather, Gathered } from './ask.ts';
import type { Complete, CompletionProblem } from './complete.ts';
import { type DraftProblem, judgeDraft } from './judge-draft.ts';
import { collectEvidence } from './model-evidence.ts';
import { rewriteQuestion } from './rewrite-question.ts';
import type { DropReason } from './verify/verify-sentence.ts';
import { type PromptSize, writePrompt } from './written-draft.ts';

/** Why an answer is the extractive one. */
export type Fallback = CompletionProblem | DraftProblem | 'userLimit' | 'noEvidence' | 'fault';

/** What has happened with the model at one question, for counting: no text of anybody. */
export type ModelEvent =
  | { kind: 'written'; dropped: readonly DropReason[] }
  | { kind: 'fallback'; reason: Fallback; dropped: readonly DropReason[] }
  | { kind: 'rewritten' };

type ModelAskDeps = {
  gather: Gather;
  complete: Complete;
  /** True when the user may ask the model now, which is then counted. */
  admit: (user: string) => boolean;
  report: (event: ModelEvent) => void;
  size: PromptSize;
  /** Whether questions within a thread are first written out by the model. */
  rewrites: boolean;
  /** Milliseconds within which an answer is there, whatever the model does; default 16,000, shorter than any surface waits. */
  withinMs?: number;
};

/** Within the 18 s after which Slack's asker is given a reason, and the 20 s that nobody waits longer than. */
export const answerWithinMs = 16_000;

/**
 * Answers from the documents first, and lets the model put the answer in other words. Only sentences that hold against their evidence are
 * shown; whenever the model is slow, down, refuses or writes what does not hold, the extractive answer stands.
 */
export function createModelAsk(deps: ModelAskDeps): Ask {
  const { gather, admit, report, withinMs = answerWithinMs } = deps;
  return async (question) => {
    const signal = AbortSignal.timeout(withinMs);
    const gathered = await gather(question);
    if (!isForModel(gathered)) return gathered.answer;
    if (question.user !== undefined && !admit(question.user)) {
      report({ kind: 'fallback', reason: 'userLimit', dropped: [] });
      return gathered.answer;
    }
    return Promise.race([
      answerWithModel(deps, question, gathered, signal).catch(() => {
        report({ kind: 'fallback', reason: 'fault', dropped: [] });
        return gathered.answer;
      }),
      afterwards(signal, () => gathered.answer),
    ]);
  };
}

/**
 * Small talk and refused questions need no model, lights are never told by one, and contact details are not given to one. An answer that
 * cites nothing, as that contact details are shown to the asker alone, is Valo's own word.
 */
function isForModel({ answer, composing: { question } }: Gathered): boolean {
  if (answer.outcome === 'smalltalk' || answer.outcome === 'refused' || answer.personal) return false;
  if (answer.outcome === 'answered' && answer.citations.length === 0) return false;
  return !question.intents.has('light') && !question.intents.has('contact');
}

async function answerWithModel(
  deps: ModelAskDeps,
  question: Question,
  embedded: Gathered,
  signal: AbortSignal,
): Promise<Answer> {
  const { complete, report, size } = deps;
  question.progress?.({ step: 'searching', documents: embedded.composing.base.catalogue.sources.length });
  const gathered = deps.rewrites ? await withWrittenOut(deps, question, embedded, signal) : embedded;
  if (!isForModel(gathered)) return gathered.answer;
  const found = collectEvidence(gathered);
  const fallBack = (reason: Fallback, dropped: readonly DropReason[] = []): Answer => {
    report({ kind: 'fallback', reason, dropped });
    return gathered.answer;
  };
  if (found.length === 0) return fallBack('noEvidence');
  const { prompt, evidence } = writePrompt(gathered, found, size);
  question.progress?.({ step: 'writing' });
  const completion = await complete(prompt, signal);
  question.progress?.({ step: 'checking' });
  if (completion.kind === 'failed') return fallBack(completion.problem);
  const judged = judgeDraft(gathered, evidence, completion.value);
  if (judged.kind === 'rejected') return fallBack(judged.problem, judged.dropped);
  report({ kind: 'written', dropped: judged.dropped });
  return judged.answer;
}

/** What is gathered for the question written out; as it was where that finds nothing or the model does not help. */
async function withWrittenOut(
  { gather, complete, report }: ModelAskDeps,
  question: Question,
  embedded: Gathered,
  signal: AbortSignal,
): Promise<Gathered> {
  const text = await rewriteQuestion(complete, question, embedded, signal);
  if (text === null) return embedded;
  const { subject: _, ...alone } = question;
  const gathered = await gather({ ...alone, text, fallbackLanguage: embedded.answer.language });
  if (gathered.answer.outcome !== 'answered' || gathered.answer.language !== embedded.answer.language) return embedded;
  report({ kind: 'rewritten' });
  return gathered;
}

function afterwards<T>(signal: AbortSignal, value: () => T): Promise<T> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(value());
    else signal.addEventListener('abort', () => resolve(value()), { once: true });
  });
}
