import type { Catalogue } from '../domain/catalogue.ts';
import type { Language } from '../domain/language.ts';
import { helsinkiDay } from '../domain/light.ts';
import { detectLanguage } from '../retrieval/language.ts';
import { answersIn } from '../texts/answers/answers.ts';
import type { Answer, Ask, Question, Subject } from './answer.ts';
import { holdsContact } from './contact-details.ts';
import { decideClauses } from './decide-clauses.ts';
import { type Composing, type Draft, emptyDraft } from './draft.ts';
import { type KnowledgeBase, createKnowledgeBase, openKnowledgeBase } from './knowledge-base.ts';
import { type Synonyms, withSynonyms } from './expand-question.ts';
import type { IndexCache } from './open-indexes.ts';
import { withoutPastedText } from './pasted-text.ts';
import { continueThread } from './follow-up.ts';
import { writeOut } from './spoken-forms.ts';
import type { FindSimilar } from './similar.ts';
import { readSmallTalk, readsAsInjection } from './small-talk.ts';

/** The longest question that is read, in UTF-16 code units. */
export const longestQuestion = 2_000;

/** Answering from a catalogue alone, without a model: gathers, decides and composes. The same question at the same time gives the same answer. */
export function createAsk(catalogue: Catalogue, findSimilar: FindSimilar = nothingSimilar): Ask {
  return askOf(createKnowledgeBase(catalogue), findSimilar);
}

const nothingSimilar: FindSimilar = async () => null;

/** An answer with what it was composed from, for a model to write from. */
export type Gathered = { answer: Answer; composing: Composing };

/**
 * Answers and gives what the answer was composed from. Takes milliseconds, and never rejects for a question's sake. `synonyms` are
 * further words for those of the question; default none.
 */
export type Gather = (question: Question, synonyms?: Synonyms) => Promise<Gathered>;

/** Gathering from a catalogue, with the indexes kept between starts. `findSimilar` adds what is near in meaning; default nothing. */
export async function openGather(
  catalogue: Catalogue,
  cache: IndexCache,
  findSimilar: FindSimilar = nothingSimilar,
): Promise<Gather> {
  return gatherOf(await openKnowledgeBase(catalogue, cache), findSimilar);
}

/** The same, with the indexes built anew. */
export function createGather(catalogue: Catalogue, findSimilar: FindSimilar = nothingSimilar): Gather {
  return gatherOf(createKnowledgeBase(catalogue), findSimilar);
}

function askOf(base: KnowledgeBase, findSimilar: FindSimilar): Ask {
  const gather = gatherOf(base, findSimilar);
  return async (question) => (await gather(question)).answer;
}

function gatherOf(base: KnowledgeBase, findSimilar: FindSimilar): Gather {
  return async (question, synonyms = new Map()) => {
    const text = withoutMarkup(question.text);
    const { language, foreign } = languageOf(text, question);
    const asked = writeOut(withoutPastedText(text.slice(0, longestQuestion)), language);
    const understood = base.understand(base.correct(asked, language), language);
    const continued = continueThread(understood, question.subject, base.understand);
    const composing: Composing = {
      base,
      question: withSynonyms(continued, synonyms),
      similar: await findSimilar(continued.text),
      language,
      today: helsinkiDay(question.now),
      private: question.private,
      programme: question.programme,
      city: question.city,
    };
    const draft = guardContacts(composing, draftAnswer(text, composing, question.subject !== undefined));
    if (foreign) draft.headline = `${answersIn('en').otherLanguage} ${draft.headline}`;
    const leansOnThread = understood !== continued;
    return { answer: toAnswer(draft, composing, question.subject ?? null, leansOnThread), composing };
  };
}

function draftAnswer(text: string, composing: Composing, inThread: boolean): Draft {
  const texts = answersIn(composing.language);
  if (!/[\p{L}\p{N}]/u.test(text)) return emptyDraft('smalltalk', texts.empty);
  if (text.length > longestQuestion) return emptyDraft('refused', texts.tooLong(longestQuestion));
  const talk = readSmallTalk(text, inThread);
  if (talk !== null) return emptyDraft('smalltalk', texts[talk]);
  if (readsAsInjection(withoutPastedText(text))) return emptyDraft('refused', texts.refused);
  return decideClauses(composing);
}

/** What a person wrote, without tags, Slack's emoji codes and white space around it. */
function withoutMarkup(text: string): string {
  return text
    .normalize('NFC')
    .replace(/<(script|style)[^>]{0,500}>[\s\S]{0,5000}?<\/\1>/gi, ' ')
    .replace(/<\/?[a-z][^<>]{0,200}>/gi, ' ')
    .replace(/:[a-z0-9_+-]{2,40}:/g, ' ')
    .trim();
}

/** Where others read along, no answer holds a telephone number or an e-mail address, whatever was asked. */
function guardContacts(composing: Composing, draft: Draft): Draft {
  if (composing.private) return draft;
  const texts = [
    draft.headline,
    ...draft.details,
    ...draft.next,
    ...draft.citations.flatMap(({ quote, translation }) => [quote, translation ?? '']),
  ];
  if (!texts.some((text) => holdsContact(text))) return draft;
  return emptyDraft('answered', answersIn(composing.language).contactsPrivately);
}

function languageOf(text: string, question: Question): { language: Language; foreign: boolean } {
  const detected = detectLanguage(text);
  if (detected === 'other') return { language: 'en', foreign: true };
  return { language: detected ?? question.subject?.language ?? question.fallbackLanguage ?? 'fi', foreign: false };
}

/** `thread` is what the thread was about: small talk leaves it so, and a question that leans on it keeps its wording for the next one. */
function toAnswer(
  draft: Draft,
  { language, question }: Composing,
  thread: Subject | null,
  leansOnThread: boolean,
): Answer {
  const { outcome, headline, details, citations, next, targets, personal } = draft;
  const subject =
    outcome === 'smalltalk' || outcome === 'refused'
      ? thread
      : {
          language,
          question: leansOnThread && thread ? thread.question : question.text,
          targets,
          people: draft.people,
          organisations: draft.organisations,
          events: draft.events,
          city: question.places[0] ?? null,
          intent: [...question.intents][0] ?? '',
        };
  return { language, outcome, headline, details, citations, next, targets, subject, personal };
}
