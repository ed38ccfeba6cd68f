import type { Complete, CompletionProblem } from '../answer/complete.ts';
import { languages } from '../domain/language.ts';
import { foldQuote } from '../domain/source.ts';
import type { NewDocument } from './new-document.ts';
import { proposeByModel } from './propose-by-model.ts';
import { proposeByRules } from './propose-by-rules.ts';
import { proposeTranslations, untranslated } from './propose-translations.ts';
import { type Proposal, type Review, otherLanguages, reviewSchema } from './review.ts';

/** A review, with how far the model came; `problem` is why it stopped, null when it did not or there is none. */
export type Learned = {
  review: Review;
  problem: CompletionProblem | null;
  /** Parts of the document that the model was to read and those that it has read; 0 without a model. */
  parts: number;
  read: number;
};

/**
 * Proposes records of a document. With a model, what it proposes and the checks let through; the rules' proposals stand beside it where it
 * has none of the same person or quote, and alone where it fails. Nothing is written.
 */
export async function learn(document: NewDocument, complete: Complete | null, signal: AbortSignal): Promise<Learned> {
  const rules = proposeByRules(document);
  if (complete === null) return { review: toReview(document, rules), problem: null, parts: 0, read: 0 };
  const { proposal, problem, parts, read } = await proposeByModel(document, complete, signal);
  const translated =
    problem === null
      ? await proposeTranslations(document, complete, signal)
      : { translations: [], rejected: [], problem: null };
  const joined = withRules(proposal, rules);
  const review = toReview(document, {
    ...joined,
    by: read > 0 ? 'model' : 'rules',
    records: { ...joined.records, translations: translated.translations },
    rejected: [...joined.rejected, ...translated.rejected],
  });
  return { review, problem: problem ?? translated.problem, parts, read };
}

function withRules(model: Proposal, rules: Proposal): Proposal {
  const quotes = new Set(model.records['events.json'].flatMap(({ statements }) => statements.map(quoteOf)));
  const people = new Set(model.records['people.json'].map(({ name }) => foldQuote(name)));
  const bodies = new Set(model.records['organisations.json'].map(({ id }) => id));
  return {
    ...model,
    records: {
      ...model.records,
      'people.json': [
        ...model.records['people.json'],
        ...rules.records['people.json'].filter(({ name }) => !people.has(foldQuote(name))),
      ],
      'events.json': [
        ...model.records['events.json'],
        ...rules.records['events.json'].filter(
          ({ statements }) => !statements.map(quoteOf).some((of) => quotes.has(of)),
        ),
      ],
      'organisations.json': [
        ...model.records['organisations.json'],
        ...rules.records['organisations.json'].filter(({ id }) => !bodies.has(id)),
      ],
    },
    evidence: { ...rules.evidence, ...model.evidence },
  };
}

function quoteOf({ evidence }: { evidence: { quote: string } }): string {
  return foldQuote(evidence.quote);
}

function toReview(document: NewDocument, proposal: Proposal): Review {
  const { source, inManifest } = document;
  const proposed = new Map(proposal.records.translations.map((record) => [record.hash, record]));
  const lacking = untranslated(document);
  const counts = languages
    .filter((language) => otherLanguages(source.language).includes(language))
    .map((language) => [language, lacking.filter(({ hash }) => proposed.get(hash)?.[language] === undefined).length]);
  return reviewSchema.parse({ source, inManifest, ...proposal, untranslated: Object.fromEntries(counts) });
}
