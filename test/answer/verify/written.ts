import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { createGather, type Gather, type Gathered } from '../../../src/answer/ask.ts';
import { type EvidenceItem, passageItem } from '../../../src/answer/evidence-item.ts';
import { collectEvidence } from '../../../src/answer/model-evidence.ts';
import { type Verdict, type WrittenSentence, verifySentence } from '../../../src/answer/verify/verify-sentence.ts';
import { languageSchema } from '../../../src/domain/language.ts';
import { foldQuote } from '../../../src/domain/source.ts';
import { now, shippedCatalogue } from '../support.ts';

const paraphraseSchema = z.object({
  id: z.string(),
  language: languageSchema,
  question: z.string(),
  text: z.string(),
  /** Words of the evidence that the sentence rests on. */
  from: z.array(z.string()).min(1),
});
export type Paraphrase = z.infer<typeof paraphraseSchema>;

/** Sentences of a file beside this one, one JSON object a line. */
export async function readParaphrases(file: string): Promise<Paraphrase[]> {
  const lines = (await readFile(join(import.meta.dirname, file), 'utf8')).split('\n');
  return lines.filter((line) => line !== '').map((line) => paraphraseSchema.parse(JSON.parse(line)));
}

type Evident = { gathered: Gathered; evidence: readonly EvidenceItem[] };

let gather: Gather | undefined;
const known = new Map<string, Evident>();

/** What is gathered from the shipped documents for a question, with the evidence that a model would see and then all other passages. */
export async function gatherFor(question: string, language: Paraphrase['language']): Promise<Evident> {
  const before = known.get(question);
  if (before !== undefined) return before;
  gather ??= createGather(await shippedCatalogue());
  const gathered = await gather({ text: question, private: true, now, fallbackLanguage: language });
  const collected = collectEvidence(gathered);
  const evident = { gathered, evidence: [...collected, ...everyPassage(gathered)] };
  known.set(question, evident);
  return evident;
}

/** Every passage of the documents as evidence, so that what is measured here does not hang on what is found first. */
function everyPassage({ composing }: Gathered): EvidenceItem[] {
  return composing.base.catalogue.passages
    .filter(({ role }) => role === 'sentence' || role === 'cell')
    .map((passage) => ({ ...passageItem(composing, passage, null, false), id: `passage:${passage.id}` }));
}

/** The evidence that holds the words, itself or in its translation, quoted as a model would. */
export function quoting(evidence: readonly EvidenceItem[], words: readonly string[]): WrittenSentence['evidence'] {
  return words.map((quote) => {
    const holds = (text: string | null) => text !== null && foldQuote(text).includes(foldQuote(quote));
    const item = evidence.find(({ text }) => holds(text));
    if (item !== undefined) return { id: item.id, quote: quote.includes(' ') ? quote : item.text };
    const translated = evidence.find(({ translation }) => holds(translation));
    if (translated === undefined) throw new Error(`No evidence holds "${quote}"`);
    return { id: translated.id, quote: translated.text };
  });
}

/** Verifies a sentence as an answer to a question, resting on the evidence that holds the words. */
export async function verifyFor(row: Omit<Paraphrase, 'id'>): Promise<Verdict> {
  const { gathered, evidence } = await gatherFor(row.question, row.language);
  return verifySentence(gathered.composing, { text: row.text, evidence: quoting(evidence, row.from) }, evidence);
}
