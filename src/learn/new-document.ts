import { basename, extname, relative } from 'node:path';
import type { Catalogue } from '../domain/catalogue.ts';
import type { Language } from '../domain/language.ts';
import { type Source, foldQuote } from '../domain/source.ts';
import { articlePassages } from '../ingest/article.ts';
import { type Folders, inspectCatalogue } from '../ingest/catalogue.ts';
import { slug } from '../ingest/extract/localize.ts';
import type { RawPassage } from '../ingest/extract/reading.ts';
import { type Knowledge, checkKnowledge } from '../ingest/knowledge.ts';
import { readDocument } from '../ingest/read-document.ts';
import { detectLanguage } from '../retrieval/language.ts';
import { type KnownNames, namesOf } from './translation-doubts.ts';

/** A document with what is known already, its passages in reading order. */
export type NewDocument = {
  source: Source;
  inManifest: boolean;
  text: string;
  passages: readonly RawPassage[];
  /** What is curated; facts of people and events are those about this document alone. */
  knowledge: Knowledge;
  names: KnownNames;
  /** Every wording of each municipality of the term bank. */
  cities: readonly (readonly string[])[];
};

/** `problem` says in a sentence what is wrong with the file and what to do about it. */
export type OpenedDocument = { ok: true; document: NewDocument } | { ok: false; problem: string };

/**
 * Reads a document of the seeds folder with its entry in the manifest, or with one that is guessed where it has none yet. `path` is absolute.
 * Throws a KnowledgeError as loadCatalogue does.
 */
export async function openNewDocument(folders: Folders, path: string): Promise<OpenedDocument> {
  const file = relative(folders.seeds, path);
  const read = await readDocument(folders.seeds, file);
  if (!read.ok) return read;
  const { catalogue } = await inspectCatalogue(folders);
  const known = catalogue.sources.find((source) => source.file === file);
  const source = known ?? guessSource(file, read.text, catalogue);
  if (source === null) {
    return { ok: false, problem: 'is in none of Finnish, Swedish and English; only such documents are learned from' };
  }
  const { knowledge } = await checkKnowledge(folders.knowledge, new Map([[source.id, read.text]]));
  return {
    ok: true,
    document: {
      source,
      inManifest: known !== undefined,
      text: read.text,
      // A follow-up table is divided otherwise than an article.
      passages:
        known === undefined
          ? articlePassages(read.text, source)
          : catalogue.passages.filter((passage) => passage.source === source.id),
      knowledge,
      names: namesOf(catalogue),
      cities: municipalitiesOf(catalogue).map(({ wordings }) => wordings),
    },
  };
}

const longestTitle = 200;

/** What an entry of the manifest might be; null for a document in another language. A person checks it. */
function guessSource(file: string, text: string, catalogue: Catalogue): Source | null {
  const language = languageOf(text);
  if (language === null) return null;
  const name = basename(file, extname(file));
  const firstLine = text.split('\n').find((line) => /\p{L}/u.test(line)) ?? name;
  const municipality = mostNamed(text, catalogue) ?? 'Suomi';
  return {
    id: slug(name) || 'document',
    file,
    title:
      firstLine
        .replace(/^#+\s*/, '')
        .trim()
        .slice(0, longestTitle) || name,
    publisher: municipality,
    municipality,
    language,
    published: null,
    publishedReason: 'Not looked for yet.',
    kind: 'article',
  };
}

/** The language of most of the text, a sentence or a foreign name aside; null where most of it is in none of the three. */
function languageOf(text: string): Language | null {
  const letters = new Map<Language | 'other', number>();
  for (const sentence of text.slice(0, 20_000).split(/[\n.!?]+/u)) {
    const detected = detectLanguage(sentence);
    if (detected !== null) letters.set(detected, (letters.get(detected) ?? 0) + sentence.length);
  }
  const [most] = [...letters].toSorted(([, one], [, other]) => other - one);
  return most === undefined ? 'fi' : most[0] === 'other' ? null : most[0];
}

function mostNamed(text: string, catalogue: Catalogue): string | null {
  const counted = municipalitiesOf(catalogue).map(({ name, wordings }) => ({
    name,
    count: wordings.reduce((sum, wording) => sum + text.split(wording).length - 1, 0),
  }));
  const best = counted.reduce((most, city) => (city.count > most.count ? city : most), { name: '', count: 0 });
  return best.count === 0 ? null : best.name;
}

function municipalitiesOf({ terms }: Catalogue): { name: string; wordings: string[] }[] {
  return terms
    .filter(({ area }) => area === 'municipalities')
    .map(({ fi, sv, en, forms }) => ({
      name: fi[0] ?? '',
      wordings: [...new Set([...fi, ...sv, ...en, ...Object.values(forms ?? {}).flatMap((words) => words ?? [])])],
    }));
}

/** True when the words stand in the document, white space, tags, kinds of hyphen and letter case aside. */
export function holdsQuote({ text }: Pick<NewDocument, 'text'>, quote: string): boolean {
  const folded = foldQuote(quote);
  return folded !== '' && foldQuote(text).includes(folded);
}
