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
  translations: Translation[];
  legend: Legend;
  /** Facts left aside because their document is not in this corpus. */
  leftAside: number;
};

/** The light meanings when a knowledge folder brings no legend of its own are never guessed: the file is required. */
type Documents = ReadonlyMap<string, string>;

/**
 * Loads and checks the knowledge folder. `documents` maps source ids to their texts. A quote that is not verbatim in its document, an
 * unknown key's wrong type or a duplicate id throws a KnowledgeError with file, record and fault; a fact about a document that is not in
 * the corpus is left aside and counted.
 */
export async function loadKnowledge(folder: string, documents: Documents): Promise<Knowledge> {
  const people = await readRecords(join(folder, 'people.json'), personSchema);
  const events = await readRecords(join(folder, 'events.json'), eventSchema);
  const glossary = await readRecords(join(folder, 'glossary.json'), glossaryEntrySchema);
  const legend = await readJson(join(folder, 'legend.json'), legendSchema);
  const programmes = (await readFolder(join(folder, 'programmes'), programmeKnowledgeSchema)).map(([, one]) => one);
  const terms = await readTerms(join(folder, 'terms'));
  const translations = (await readFolder(join(folder, 'translations'), z.array(translationSchema))).flatMap(
    ([, list]) => list,
  );
  const check = createQuoteCheck(documents);
  const keep = <T extends { evidence: Evidence }>(file: string, record: string, facts: readonly T[]) =>
    facts.filter((fact) => check(file, record, fact.evidence));
  const knowledge = {
    people: people
      .map((person) => ({ ...person, facts: keep('people.json', person.id, person.facts) }))
      .filter((person) => person.facts.length > 0),
    events: events
      .map((event) => ({ ...event, statements: keep('events.json', event.id, event.statements) }))
      .filter((event) => event.statements.length > 0),
    glossary: glossary.filter((entry) => check('glossary.json', entry.id, entry.evidence)),
    programmes: programmes.filter((programme) => {
      const goals = keep(`programmes/${programme.id}.json`, programme.id, programme.curated?.goals ?? []);
      return programme.curated === undefined || goals.length === programme.curated.goals.length;
    }),
    legend: { ...legend, classes: keep('legend.json', 'classes', legend.classes) },
  };
  return {
    ...knowledge,
    organisations: await readRecords(join(folder, 'organisations.json'), organisationSchema),
    terms,
    translations,
    leftAside: check.leftAside(),
  };
}

function createQuoteCheck(documents: Documents) {
  const folded = new Map([...documents].map(([id, text]) => [id, foldQuote(text)]));
  let leftAside = 0;
  const check = (file: string, record: string, evidence: Evidence): boolean => {
    const text = folded.get(evidence.source);
    if (text === undefined) {
      leftAside += 1;
      return false;
    }
    if (text.includes(foldQuote(evidence.quote))) return true;
    throw new KnowledgeError(
      file,
      record,
      `the quote “${evidence.quote}” is not in the document ${evidence.source}; copy it as it stands`,
    );
  };
  return Object.assign(check, { leftAside: () => leftAside });
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
  throw new KnowledgeError(path, `at ${issue?.path.join('.') ?? 'top'}`, issue?.message ?? 'has the wrong shape');
}

/** A text in three languages that is the same in each. */
export function sameInAll(text: string): Localized {
  return { fi: text, sv: text, en: text };
}
