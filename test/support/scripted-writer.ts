import { z } from 'zod';
import { languageSchema } from '../../src/domain/language.ts';
import type { ModelReply, ModelRequest } from './loopback-model.ts';

/** What the writer reads of a request for an answer. */
const askedSchema = z.object({
  question: z.string(),
  answerIn: z.string(),
  draft: z.string().nullable(),
  evidence: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      translation: z.string().optional(),
      older: z.boolean().optional(),
    }),
  ),
});
export type Asked = z.infer<typeof askedSchema>;

/** What is asked for in a request, null when it is no request for an answer. */
export function readAsked({ data }: ModelRequest): Asked | null {
  return askedSchema.safeParse(data).data ?? null;
}

export function languageOf({ answerIn }: Asked) {
  return languageSchema.parse({ Finnish: 'fi', English: 'en' }[answerIn] ?? 'sv');
}

/** A draft as a model returns it. */
export function draftReply(
  asked: Asked,
  sentences: { text: string; evidence: { id: string; quote: string }[] }[],
): ModelReply {
  return {
    kind: 'message',
    content: JSON.stringify({ language: languageOf(asked), outcome: 'answered', sentences }),
  };
}

const nothing: ModelReply = {
  kind: 'message',
  content: JSON.stringify({ language: 'en', outcome: 'not_stated', sentences: [] }),
};

/**
 * A model of rules, not of language: it words the extractive draft anew with the name in brackets left out, and adds what a newer
 * passage says. It stands in where no real model can be reached, and gives the same answer to the same request.
 */
export function scriptedReply(request: ModelRequest): ModelReply {
  const asked = readAsked(request);
  if (asked === null) return { kind: 'message', content: JSON.stringify({ question: null }) };
  const [first, ...others] = asked.evidence.filter(({ older }) => older !== true);
  if (asked.draft === null || first === undefined) return nothing;
  const shown = others.find(({ translation }) => translation !== undefined);
  const sentences = [
    { text: withoutBrackets(first.text), evidence: [{ id: first.id, quote: first.text }] },
    ...(shown?.translation === undefined
      ? []
      : [{ text: withoutBrackets(shown.translation), evidence: [{ id: shown.id, quote: shown.text }] }]),
  ];
  return draftReply(asked, sentences);
}

function withoutBrackets(text: string): string {
  return text
    .replace(/\s\((?=[\p{Lu}\p{Ll}])[^()]{3,120}\)/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}
