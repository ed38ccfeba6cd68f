import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type KnownEvent, eventSchema } from '../domain/event.ts';
import { type GlossaryEntry, glossaryEntrySchema } from '../domain/glossary.ts';
import { type Localized, localizedSchema } from '../domain/language.ts';
import { type Organisation, organisationSchema } from '../domain/organisation.ts';
import { type Translation, translationSchema } from '../domain/passage.ts';
import { type Person, personSchema } from '../domain/people.ts';
import { type ProgrammeKnowledge, programmeKnowledgeSchema } from '../domain/programme.ts';
import { type Evidence, evidenceSchema, foldQuote } from '../domain/source.ts';
import { type Term, termSchema } from '../domain/term.ts';
import { type Wording, wordingSchema } from '../domain/wording.ts';
import { KnowledgeError } from './problem.ts';

const legendSchema = z.object({
  classes: z.array(z.object({ text: localizedSchema, evidence: evidenceSchema })),
  lights: z.object({ green: localizedSchema, yellow: localizedSchema, red: localizedSchema, grey: localizedSchema }),
});

export type Legend = z.infer<typeof legendSchema>;

/** What people have curated, checked against the documents. */
export type Knowledge = {
  people: Person[];
  organisations: Organisation[];
  events: KnownEvent[];
  glossary: GlossaryEntry[];
  programmes: ProgrammeKnowledge[];
  terms: Term[];
  wordings: Wording[];
  /** By file; one holds the translations of one document or a part of it. */
  translations: TranslationFile[];
  legend: Legend;
  /** Facts left aside because their document is not in this corpus. */
  leftAside: number;
};

/** The translations of one file, by its name without ".json". */
export type TranslationFile = { file: string; records: readonly Translation[] };

/** A curated fact whose words are not in the document that it names. */
export type BrokenQuote = { file: string; record: string; source: string; quote: string };

/** Knowledge with the facts left out whose quotes do not hold. */
export type CheckedKnowledge = { knowledge: Knowledge; broken: BrokenQuote[] };

/** Texts of documents by source id. */
type Documents = ReadonlyMap<string, string>;

/**
 * Loads and checks the knowledge folder. A quote that is not verbatim in its document, a wrong type, a missing file or a duplicate id
 * throws a KnowledgeError with file, record and fault; a fact about a document that is not in the corpus is left aside and counted.
 */
export async function loadKnowledge(folder: string, documents: Documents): Promise<Knowledge> {
  const { knowledge, broken } = await checkKnowledge(folder, documents);
  requireWholeQuotes(broken);
  return knowledge;
}

/** Throws a KnowledgeError for the first of the broken quotes, with the number of the others. */
export function requireWholeQuotes(broken: readonly BrokenQuote[]): void {
  const [first, ...others] = broken;
  if (first === undefined) return;
  const { file, record, source, quote } = first;
  const more = others.length > 0 ? `; so are ${others.length} more` : '';
  throw new KnowledgeError(
    file,
    record,
    `the quote “${quote}” is not in the document ${source}; copy it as it stands${more}`,
  );
}

/**
 * Loads the knowledge folder and returns every quote that is not verbatim in its document, instead of stopping at the first. Throws a
 * KnowledgeError for a file that cannot be read as knowledge at all.
 */
export async function checkKnowledge(folder: string, documents: Documents): Promise<CheckedKnowledge> {
  const people = await readRecords(join(folder, 'people.json'), personSchema);
  const events = await readRecords(join(folder, 'events.json'), eventSchema);
  const glossary = await readRecords(join(folder, 'glossary.json'), glossaryEntrySchema);
  const legend = await readJson(join(folder, 'legend.json'), legendSchema);
  const programmes = (await readFolder(join(folder, 'programmes'), programmeKnowledgeSchema)).map(([, one]) => one);
  requireUniqueIds(join(folder, 'programmes'), programmes);
  const check = createQuoteCheck(documents);
  const keep = <T extends { evidence: Evidence }>(file: string, record: string, facts: readonly T[]) =>
    facts.filter((fact) => check.holds(file, record, fact.evidence));
  const supported = {
    people: people
      .map((person) => ({ ...person, facts: keep('people.json', person.id, person.facts) }))
      .filter((person) => person.facts.length > 0),
    events: events
      .map((event) => ({ ...event, statements: keep('events.json', event.id, event.statements) }))
      .filter((event) => event.statements.length > 0),
    glossary: glossary.filter((entry) => check.holds('glossary.json', entry.id, entry.evidence)),
    programmes: programmes.filter((programme) => {
      const goals = keep(`programmes/${programme.id}.json`, programme.id, programme.curated?.goals ?? []);
      return programme.curated === undefined || goals.length === programme.curated.goals.length;
    }),
    legend: { ...legend, classes: keep('legend.json', 'classes', legend.classes) },
  };
  const knowledge = {
    ...supported,
    organisations: await readRecords(join(folder, 'organisations.json'), organisationSchema),
    terms: await readTerms(join(folder, 'terms')),
    wordings: (await readWordings(join(folder, 'wordings'))).filter((wording) =>
      holdsWording(wording, documents, check),
    ),
    translations: await readTranslations(join(folder, 'translations')),
    leftAside: check.leftAside(),
  };
  return { knowledge, broken: check.broken() };
}

/** A wording whose document is not in the corpus is left aside without a count: it states nothing. */
function holdsWording(wording: Wording, documents: Documents, check: ReturnType<typeof createQuoteCheck>): boolean {
  const { source, about, quotes } = wording;
  const file = `wordings/${source}.json`;
  return (
    documents.has(source) &&
    quotes.every((quote) => documents.has(quote.source)) &&
    quotes.every((quote) => check.holds(file, about, quote))
  );
}

function createQuoteCheck(documents: Documents) {
  const folded = new Map([...documents].map(([id, text]) => [id, foldQuote(text)]));
  const broken: BrokenQuote[] = [];
  let leftAside = 0;
  return {
    holds: (file: string, record: string, { source, quote }: Evidence): boolean => {
      const text = folded.get(source);
      const words = foldQuote(quote);
      if (text !== undefined && words !== '' && text.includes(words)) return true;
      if (text === undefined) leftAside += 1;
      else broken.push({ file, record, source, quote });
      return false;
    },
    leftAside: () => leftAside,
    broken: () => broken,
  };
}

async function readWordings(folder: string): Promise<Wording[]> {
  const files = await readFolder(folder, z.array(wordingSchema));
  return files.flatMap(([source, records]) => records.map((record) => ({ ...record, source })));
}

async function readTranslations(folder: string): Promise<TranslationFile[]> {
  const files = await readFolder(folder, z.array(translationSchema));
  return files.map(([file, records]) => ({ file, records }));
}

async function readRecords<T extends { id: string }>(path: string, schema: z.ZodType<T>): Promise<T[]> {
  const records = await readJson(path, z.array(schema));
  requireUniqueIds(path, records);
  return records;
}

function requireUniqueIds(file: string, records: readonly { id: string }[]): void {
  const seen = new Set<string>();
  for (const { id } of records) {
    if (seen.has(id)) throw new KnowledgeError(file, id, 'the id is used twice; give one of the records another id');
    seen.add(id);
  }
}

async function readTerms(folder: string): Promise<Term[]> {
  const areas = await readFolder(folder, z.array(termSchema));
  const terms = areas.flatMap(([area, list]) => list.map((term) => ({ ...term, area })));
  requireUniqueIds(folder, terms);
  return terms;
}

/** The JSON files of a folder in the order of their names, each with its name without ".json"; none for a missing folder. */
async function readFolder<T>(folder: string, schema: z.ZodType<T>): Promise<[name: string, content: T][]> {
  const names = await readdir(folder).catch(() => []);
  const files = names.filter((name) => name.endsWith('.json')).toSorted();
  return Promise.all(
    files.map(async (name): Promise<[string, T]> => [name.slice(0, -5), await readJson(join(folder, name), schema)]),
  );
}

async function readJson<T>(path: string, schema: z.ZodType<T>): Promise<T> {
  let json: unknown;
  try {
    json = JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    throw new KnowledgeError(path, 'the whole file', error instanceof Error ? error.message : 'cannot be read');
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new KnowledgeError(path, placeOf(json, issue?.path ?? []), issue?.message ?? 'has the wrong shape');
}

/** Where in a file a fault is: the record's id, if it has one, and the path within it. */
function placeOf(json: unknown, path: readonly PropertyKey[]): string {
  const at = path.map(String).join('.');
  const record =
    Array.isArray(json) && typeof path[0] === 'number' ? z.object({ id: z.string() }).safeParse(json[path[0]]) : null;
  return record?.success ? `${record.data.id} at ${at}` : `at ${at === '' ? 'the top' : at}`;
}

/** A text in three languages that is the same in each. */
export function sameInAll(text: string): Localized {
  return { fi: text, sv: text, en: text };
}
