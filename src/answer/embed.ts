import { createHash } from 'node:crypto';
import type { Catalogue } from '../domain/catalogue.ts';
import { searchedTexts } from './searched-texts.ts';
import { buildUnits } from './units.ts';

/** Why a model gives no vectors. `badRequest` and `shape` concern the texts that were sent alone, one that is too long for example. */
export const embedProblems = [
  'unauthorized',
  'notFound',
  'badRequest',
  'rateLimited',
  'serverError',
  'timeout',
  'unreachable',
  'shape',
  'otherDimensions',
  'aborted',
] as const;
export type EmbedProblem = (typeof embedProblems)[number];

/** What a model makes of texts: a vector each, in their order. `refused` concerns these texts alone, `down` any text at this time. */
export type Embedded =
  | { kind: 'vectors'; vectors: readonly Float32Array[] }
  | { kind: 'refused' | 'down'; problem: EmbedProblem };

/** The port to a model that embeds. Never rejects. */
export type Embed = (texts: readonly string[], signal: AbortSignal) => Promise<Embedded>;

/** A text to embed, under the key by which searching knows it and the hash by which its vector is kept. */
export type EmbeddedText = { key: string; hash: string; text: string };

/** In UTF-16 code units: what every embedding model reads whole, about 500 tokens. */
const longestText = 2_000;

/** What is searched of a catalogue, each in its document's own language, or else the first in which it is known. */
export function textsToEmbed(catalogue: Catalogue): EmbeddedText[] {
  const languages = new Map(catalogue.sources.map(({ id, language }) => [id, language]));
  return searchedTexts(buildUnits(catalogue)).flatMap(({ key, words, unit }) => {
    const own = languages.get(unit.source);
    const text = ((own && words[own]) ?? Object.values(words)[0] ?? '').slice(0, longestText).trim();
    return text === '' ? [] : [{ key, hash: hashOf(text), text }];
  });
}

/** 32 hexadecimal digits that name a content. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text.normalize('NFC')).digest('hex').slice(0, 32);
}
