import { z } from 'zod';
import type { Passage } from '../domain/passage.ts';
import type { Source } from '../domain/source.ts';
import { type Folders, type InspectedCatalogue, inspectCatalogue } from './catalogue.ts';
import type { BrokenQuote } from './knowledge.ts';
import type { IngestProblem } from './problem.ts';
import { type TranslationReview, reviewTranslations } from './translation-review.ts';

const hash = z.string().regex(/^[0-9a-f]{16}$/);

/** What was in the corpus at one time: of each document the hashes of its content and of its passages, in reading order. */
export const corpusRecordSchema = z.object({
  v: z.literal(1),
  documents: z.array(
    z.object({ id: z.string().min(1), file: z.string(), title: z.string(), hash, passages: z.array(hash) }),
  ),
});
export type CorpusRecord = z.infer<typeof corpusRecordSchema>;
type DocumentRecord = CorpusRecord['documents'][number];

/** Where the record of the last time is kept. `read` resolves with whatever was written, or null the first time. */
export type CorpusRecordPort = {
  read: () => Promise<unknown>;
  write: (record: CorpusRecord) => Promise<void>;
};

/** A document that came, went or changed, with the passages that it brought and took. */
export type DocumentChange = {
  kind: 'added' | 'changed' | 'removed';
  id: string;
  file: string;
  title: string;
  passagesAdded: number;
  passagesRemoved: number;
};

export type CorpusChanges = {
  /** True when there was nothing to compare with: every document counts as added. */
  first: boolean;
  documents: DocumentChange[];
  unchanged: number;
  passagesAdded: number;
  passagesRemoved: number;
};

/** What an ingestion found, for a person to read. */
export type IngestReport = {
  changes: CorpusChanges;
  documents: number;
  passages: number;
  problems: IngestProblem[];
  brokenQuotes: BrokenQuote[];
  /** Curated facts about documents that are not in this corpus. */
  leftAside: number;
  translations: TranslationReview;
};

/**
 * Reads the corpus, compares it with the record of the last time and keeps the new record. A record that cannot be read as one counts as
 * none. Throws a KnowledgeError for a manifest or knowledge file that cannot be read at all, and what the port throws.
 */
export async function reportChanges(folders: Folders, port: CorpusRecordPort): Promise<IngestReport> {
  const inspected = await inspectCatalogue(folders);
  const before = corpusRecordSchema.safeParse(await port.read());
  const after = corpusRecord(inspected.documents, inspected.catalogue.passages);
  await port.write(after);
  return toReport(inspected, compareCorpora(before.success ? before.data : null, after));
}

function toReport(inspected: InspectedCatalogue, changes: CorpusChanges): IngestReport {
  const { catalogue, documents, problems, brokenQuotes, leftAside, translations } = inspected;
  return {
    changes,
    documents: documents.length,
    passages: catalogue.passages.length,
    problems,
    brokenQuotes,
    leftAside,
    translations: reviewTranslations(catalogue.passages, translations),
  };
}

/** The record of a corpus, its documents in the order of the manifest. */
export function corpusRecord(
  documents: readonly { source: Source; hash: string }[],
  passages: readonly Passage[],
): CorpusRecord {
  const bySource = Map.groupBy(passages, ({ source }) => source);
  return {
    v: 1,
    documents: documents.map(({ source: { id, file, title }, hash: content }) => ({
      id,
      file,
      title,
      hash: content,
      passages: (bySource.get(id) ?? []).map((passage) => passage.hash),
    })),
  };
}

/** Documents added, changed (in their text, manifest entry or reading) and removed, with the passages that differ. */
export function compareCorpora(before: CorpusRecord | null, after: CorpusRecord): CorpusChanges {
  const old = new Map((before?.documents ?? []).map((document) => [document.id, document]));
  const current = new Set(after.documents.map(({ id }) => id));
  const documents = [
    ...after.documents.flatMap((document) => changeOf(old.get(document.id), document)),
    ...[...old.values()].filter(({ id }) => !current.has(id)).flatMap((document) => changeOf(document, undefined)),
  ];
  const sum = (count: (change: DocumentChange) => number) =>
    documents.reduce((total, change) => total + count(change), 0);
  return {
    first: before === null,
    documents,
    unchanged: after.documents.length - documents.filter(({ kind }) => kind !== 'removed').length,
    passagesAdded: sum(({ passagesAdded }) => passagesAdded),
    passagesRemoved: sum(({ passagesRemoved }) => passagesRemoved),
  };
}

function changeOf(before: DocumentRecord | undefined, after: DocumentRecord | undefined): DocumentChange[] {
  const document = after ?? before;
  if (!document) return [];
  const passagesAdded = surplus(after?.passages ?? [], before?.passages ?? []);
  const passagesRemoved = surplus(before?.passages ?? [], after?.passages ?? []);
  const kind = !before ? 'added' : !after ? 'removed' : 'changed';
  if (kind === 'changed' && before?.hash === after?.hash && passagesAdded + passagesRemoved === 0) return [];
  const { id, file, title } = document;
  return [{ kind, id, file, title, passagesAdded, passagesRemoved }];
}

/** How many of `passages` are not in `others`, a passage that stands twice counted twice. */
function surplus(passages: readonly string[], others: readonly string[]): number {
  const left = new Map<string, number>();
  for (const other of others) left.set(other, (left.get(other) ?? 0) + 1);
  let count = 0;
  for (const passage of passages) {
    const held = left.get(passage) ?? 0;
    if (held === 0) count += 1;
    else left.set(passage, held - 1);
  }
  return count;
}
