import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Catalogue } from '../domain/catalogue.ts';
import type { Passage, Translation } from '../domain/passage.ts';
import type { Goal, Programme, ProgrammeKnowledge } from '../domain/programme.ts';
import { type Source, foldQuote, sourceSchema } from '../domain/source.ts';
import { articlePassages } from './article.ts';
import { type BodyResolver, createBodyResolver } from './bodies.ts';
import { parseFollowUpTable } from './follow-up-table.ts';
import { contentHash } from './content-hash.ts';
import {
  type BrokenQuote,
  type Knowledge,
  type TranslationFile,
  checkKnowledge,
  requireWholeQuotes,
  sameInAll,
} from './knowledge.ts';
import { withExtractedFacts } from './extracted-facts.ts';
import { type IngestProblem, KnowledgeError } from './problem.ts';
import { readDocument } from './read-document.ts';
import { tablePassages } from './table-passages.ts';
import { tableProblem } from './table-problem.ts';

export type Folders = { seeds: string; knowledge: string };

export type LoadedCatalogue = {
  catalogue: Catalogue;
  /** Documents and rows that could not be served, each with how to mend it. */
  problems: IngestProblem[];
  /** Curated facts about documents that are not in this corpus. */
  leftAside: number;
};

/** A catalogue with what a person who keeps the knowledge wants to know of it. */
export type InspectedCatalogue = LoadedCatalogue & {
  /** Curated facts whose words are no longer in their document; none of them is in the catalogue. */
  brokenQuotes: BrokenQuote[];
  /** Content hash of each document that was read, with its entry in the manifest. */
  documents: { source: Source; hash: string }[];
  translations: readonly TranslationFile[];
};

type Loaded = { source: Source; text: string };

/**
 * Reads the manifest, the documents and the curated knowledge into one catalogue. A bad document is reported and the rest is served;
 * bad knowledge throws a KnowledgeError.
 */
export async function loadCatalogue(folders: Folders): Promise<LoadedCatalogue> {
  const { catalogue, problems, leftAside, brokenQuotes } = await inspectCatalogue(folders);
  requireWholeQuotes(brokenQuotes);
  return { catalogue, problems, leftAside };
}

/** Reads as loadCatalogue does, but returns all curated facts whose quotes do not hold instead of throwing for the first. */
export async function inspectCatalogue(folders: Folders): Promise<InspectedCatalogue> {
  const problems: IngestProblem[] = [];
  const documents = await readDocuments(folders.seeds, problems);
  const texts = new Map(documents.map(({ source, text }) => [source.id, text]));
  const { knowledge, broken } = await checkKnowledge(folders.knowledge, texts);
  const bodies = createBodyResolver(knowledge.organisations, placeGenitives(knowledge));
  const parsed = documents.map((document) => parseDocument(document, knowledge, bodies, problems));
  const programmes = orderProgrammes(parsed.flatMap(({ programme }) => (programme ? [programme] : [])));
  const articles = parsed.flatMap(({ programme, passages: own }, index) => {
    const source = documents[index]?.source;
    return programme === null && source ? [{ source, passages: own }] : [];
  });
  const facts = withExtractedFacts(knowledge, articles, knowledge.terms);
  const translations = soundTranslations(knowledge.translations);
  const passages = parsed.flatMap(({ passages: own }) => own).map((passage) => withTranslations(passage, translations));
  return {
    catalogue: {
      sources: documents.map(({ source }) => source),
      passages,
      programmes: [...programmes.current, ...curatedProgrammes(knowledge.programmes)],
      supersededProgrammes: programmes.superseded,
      programmeKnowledge: knowledge.programmes,
      people: facts.people,
      organisations: [...knowledge.organisations, ...bodies.discovered()],
      events: facts.events,
      glossary: knowledge.glossary,
      terms: knowledge.terms,
      wordings: knowledge.wordings,
      legend: knowledge.legend.lights,
    },
    problems,
    leftAside: knowledge.leftAside,
    brokenQuotes: broken,
    documents: documents.map(({ source, text }) => ({ source, hash: contentHash(JSON.stringify(source) + text) })),
    translations: knowledge.translations,
  };
}

async function readDocuments(folder: string, problems: IngestProblem[]): Promise<Loaded[]> {
  const documents: Loaded[] = [];
  const seen = new Map<string, string>();
  for (const source of await readManifest(folder, problems)) {
    const first = seen.get(source.id);
    if (first !== undefined) {
      const problem = `is left out: it has the same id (${source.id}) as ${first}; give it an id of its own`;
      problems.push({ file: source.file, problem });
      continue;
    }
    seen.set(source.id, source.file);
    const document = await readDocument(folder, source.file);
    if (document.ok) documents.push({ source, text: document.text });
    else problems.push({ file: source.file, problem: document.problem });
  }
  return documents;
}

async function readManifest(folder: string, problems: IngestProblem[]): Promise<Source[]> {
  const file = join(folder, 'sources.json');
  let entries: unknown;
  try {
    entries = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new KnowledgeError(file, 'the whole file', error instanceof Error ? error.message : 'cannot be read');
  }
  const list = z.array(z.unknown()).safeParse(entries);
  if (!list.success) throw new KnowledgeError(file, 'the whole file', 'must be a list of documents');
  return list.data.flatMap((entry, index) => {
    const parsed = sourceSchema.safeParse(entry);
    if (parsed.success) return [parsed.data];
    const [issue] = parsed.error.issues;
    const named = z.object({ file: z.string() }).safeParse(entry);
    const name = named.success ? ` (${named.data.file})` : '';
    const fault = `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`.replace(/^: /, '');
    problems.push({ file: 'sources.json', problem: `entry ${index + 1}${name} is left out: ${fault}` });
    return [];
  });
}

function parseDocument(document: Loaded, knowledge: Knowledge, bodies: BodyResolver, problems: IngestProblem[]) {
  const { source, text } = document;
  if (source.kind === 'article') return { programme: null, passages: articlePassages(text, source) };
  const id = programmeId(text, source.municipality, knowledge.programmes);
  const table = parseFollowUpTable(text, source, id, (cell) => bodies.resolve(cell, source.municipality));
  for (const problem of table.problems) problems.push({ file: source.file, problem: tableProblem(problem) });
  if (table.programme.goals.length === 0) {
    problems.push({
      file: source.file,
      problem: 'holds no goals in the form of a follow-up table; it is served as an article',
    });
    return { programme: null, passages: articlePassages(text, source) };
  }
  return { programme: table.programme, passages: tablePassages(table, source) };
}

/** Names of municipalities as they stand before a body's name: "Turun", "Espoon". */
function placeGenitives({ terms }: Knowledge): string[] {
  return terms
    .filter(({ area }) => area === 'municipalities')
    .flatMap(({ fi, forms }) => [
      ...fi.flatMap((name) => [`${name}n`, `${name}${name.slice(-1)}n`]),
      ...(forms?.fi ?? []),
    ]);
}

/** The id of the programme that knowledge recognises by its title, else one made of the city's name. */
function programmeId(text: string, city: string, known: readonly ProgrammeKnowledge[]): string {
  const head = foldQuote(text.slice(0, 1000));
  const record = known.find(({ tableTitle }) => tableTitle !== undefined && head.includes(foldQuote(tableTitle)));
  return (
    record?.id ??
    city
      .toLowerCase()
      .normalize('NFD')
      .replace(/[^a-z0-9]+/g, '')
  );
}

/** Of tables of one programme the one with the latest follow-up is current; another programme of the same city gets its first year in its id. */
function orderProgrammes(programmes: readonly Programme[]): { current: Programme[]; superseded: Programme[] } {
  const current: Programme[] = [];
  const superseded: Programme[] = [];
  const latestFirst = programmes.toSorted((a, b) => (b.followUp?.to ?? '').localeCompare(a.followUp?.to ?? ''));
  for (const programme of latestFirst) {
    const newer = current.find((other) => other.city === programme.city && sameTitle(other, programme));
    if (newer) superseded.push({ ...programme, id: newer.id });
    else if (current.some((other) => other.id === programme.id))
      current.push({ ...programme, id: `${programme.id}-${programme.period?.start ?? current.length + 1}` });
    else current.push(programme);
  }
  return { current, superseded };
}

function sameTitle(one: Programme, other: Programme): boolean {
  return foldQuote(one.title) === foldQuote(other.title);
}

function curatedProgrammes(known: readonly ProgrammeKnowledge[]): Programme[] {
  return known.flatMap((record) => {
    const { curated } = record;
    if (curated === undefined) return [];
    const goals = curated.goals.map((goal): Goal => {
      const title =
        record.titles.find((candidate) => candidate.id === goal.id)?.title ?? sameInAll(goal.evidence.quote);
      return { id: goal.id, title: title.fi, metrics: [], measures: [], lines: [0, 0] };
    });
    const [first] = curated.goals;
    const { title, period } = curated;
    return [
      {
        id: record.id,
        city: record.city,
        title,
        period,
        followUp: null,
        source: first?.evidence.source ?? '',
        goals,
        legend: [],
      },
    ];
  });
}

/** Translations by the hash of their original; a record whose own original has another hash is stale and left out. */
function soundTranslations(files: readonly TranslationFile[]): Map<string, Translation> {
  const records = files.flatMap((file) => file.records);
  return new Map(
    records.filter((record) => contentHash(record.original) === record.hash).map((record) => [record.hash, record]),
  );
}

function withTranslations(
  passage: Omit<Passage, 'translations'>,
  translations: ReadonlyMap<string, Translation>,
): Passage {
  const record = translations.get(passage.hash);
  if (!record) return { ...passage, translations: {} };
  const { fi, sv, en } = record;
  const known = { ...(fi ? { fi } : {}), ...(sv ? { sv } : {}), ...(en ? { en } : {}) };
  const { [passage.language]: _own, ...others } = known;
  return { ...passage, translations: others };
}
