/**
 * Checks the curated knowledge against the documents and against itself, and prints what a person should look at:
 *   node scripts/check-knowledge.ts [SEEDS_DIR] [KNOWLEDGE_DIR]
 * Faults end with exit code 1: unreadable documents, broken quotes, missing, stale and doubtful translations, concepts without words in
 * a language, repeated wordings. Notes do not: stems that two concepts share.
 */
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Catalogue } from '../src/domain/catalogue.ts';
import { type InspectedCatalogue, inspectCatalogue } from '../src/ingest/catalogue.ts';
import { KnowledgeError } from '../src/ingest/problem.ts';
import { reviewTranslations } from '../src/ingest/translation-review.ts';
import { incompleteConcepts, repeatedWordings, stemClashes } from './check-knowledge-terms.ts';
import { namesOf, translationDoubts } from '../src/learn/translation-doubts.ts';

const root = join(import.meta.dirname, '..');
const [seeds = join(root, 'seeds'), knowledge = join(root, 'knowledge')] = process.argv.slice(2);

type Findings = { faults: string[]; notes: string[] };

async function check(): Promise<Findings> {
  const faults = await incompleteTerms(join(knowledge, 'terms'));
  try {
    const inspected = await inspectCatalogue({ seeds, knowledge });
    faults.push(...documentFaults(inspected), ...translationFaults(inspected), ...wordingFaults(inspected.catalogue));
    return { faults, notes: clashNotes(inspected.catalogue) };
  } catch (error) {
    if (!(error instanceof KnowledgeError)) throw error;
    return { faults: [...faults, error.message], notes: [] };
  }
}

function documentFaults({ problems, brokenQuotes }: InspectedCatalogue): string[] {
  return [
    ...problems.map(({ file, problem }) => `${file}: ${problem}`),
    ...brokenQuotes.map(
      ({ file, record, source, quote }) => `${file}, ${record}: the quote “${quote}” is not in ${source}`,
    ),
  ];
}

function translationFaults({ catalogue, translations }: InspectedCatalogue): string[] {
  const { stale, missing } = reviewTranslations(catalogue.passages, translations);
  const known = namesOf(catalogue);
  return [
    ...stale.map(
      ({ file, hash, original }) =>
        `translations/${file}.json, ${hash}: stale, its original is in no document: ${brief(original)}`,
    ),
    ...missing.flatMap(({ language, passages }) =>
      passages.map(({ id, text, hash }) => `${id}, ${hash}: no translation into ${language}: ${brief(text)}`),
    ),
    ...translations.flatMap(({ file, records }) =>
      records.flatMap((record) =>
        translationDoubts(record, known).map(({ language, kind, missing: lost, added }) => {
          const sides = [
            lost.length > 0 ? `lacks ${lost.join(', ')}` : '',
            added.length > 0 ? `adds ${added.join(', ')}` : '',
          ];
          return `translations/${file}.json, ${record.hash}, ${language}: ${kind}: ${sides.filter(Boolean).join('; ')}: ${brief(record.original)}`;
        }),
      ),
    ),
    ...repeatedHashes(translations.flatMap(({ records }) => records.map(({ hash }) => hash))),
  ];
}

function repeatedHashes(hashes: readonly string[]): string[] {
  const twice = new Set(hashes.filter((hash, index) => hashes.indexOf(hash) !== index));
  return [...twice].map((hash) => `translations: ${hash} is translated twice`);
}

async function incompleteTerms(folder: string): Promise<string[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json')).toSorted();
  const faults: string[] = [];
  for (const file of files) {
    const records = z.array(z.unknown()).parse(JSON.parse(await readFile(join(folder, file), 'utf8')));
    for (const { id, lacking } of incompleteConcepts(records))
      faults.push(`terms/${file}, ${id}: no words in ${lacking.join(', ')}`);
  }
  return faults;
}

function wordingFaults({ terms }: Catalogue): string[] {
  return repeatedWordings(terms).map(({ language, wording, concepts }) =>
    concepts.length > 1
      ? `terms, ${language}: “${wording}” leads ${concepts.join(' and ')}; keep it first in one`
      : `terms, ${concepts.join('')}, ${language}: “${wording}” stands twice`,
  );
}

function clashNotes({ terms }: Catalogue): string[] {
  return stemClashes(terms).map(
    ({ language, stem, concepts }) =>
      `terms, ${language}: one stem (${stem}) for ${concepts.map(({ id, wording }) => `“${wording}” (${id})`).join(' and ')}`,
  );
}

function brief(text: string): string {
  return text.length > 80 ? `“${text.slice(0, 80)}…”` : `“${text}”`;
}

const { faults, notes } = await check();
for (const fault of faults) console.log(`fault: ${fault}`);
for (const note of notes) console.log(`note: ${note}`);
console.log(`${faults.length} faults, ${notes.length} notes`);
process.exitCode = faults.length > 0 ? 1 : 0;
