import { z } from 'zod';

const begin = '<<<DATA';
const end = 'DATA>>>';

/**
 * Data as a message: one JSON text between marks. Every angle bracket within it is written as an escape, so that nothing in a document or a
 * question can look like the end of the data.
 */
export function dataMessage(data: unknown): string {
  const json = JSON.stringify(data).replaceAll('<', '\\u003c').replaceAll('>', '\\u003e');
  return `${begin}\n${json}\n${end}`;
}

/** The shape of the result in words, for a server that does not take a schema. */
export function schemaWords(schema: z.ZodType): string {
  return `Answer with one JSON object and nothing else. It must follow this JSON schema:\n${JSON.stringify(z.toJSONSchema(schema))}`;
}

/** About how many tokens a text has, rather too many: Finnish words take a token for every three characters. */
export function estimateTokens(text: string): number {
  return Math.ceil(text.length / 3);
}

/** A longer result than this, in UTF-16 code units, is not looked through. */
const longestResult = 100_000;

/** The JSON value of a text; the object within it where words or a fence stand around, unless it must be `bare`. Undefined for none. */
export function findJson(text: string, bare: boolean): unknown {
  const capped = text.slice(0, longestResult);
  const whole = parseJson(capped);
  if (whole !== undefined || bare) return whole;
  const first = capped.indexOf('{');
  const last = capped.lastIndexOf('}');
  return first < 0 || last < first ? undefined : parseJson(capped.slice(first, last + 1));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
