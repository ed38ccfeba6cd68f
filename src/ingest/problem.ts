/** Something that keeps a document or a part of it from being served. The rest is served; a person can mend it from this line alone. */
export type IngestProblem = { file: string; problem: string };

/** A knowledge file that must be mended before Valo can start: names the file, the record and what is wrong with it. */
export class KnowledgeError extends Error {
  override readonly name = 'KnowledgeError';
  readonly file: string;
  readonly record: string;

  constructor(file: string, record: string, detail: string) {
    super(`${file}, ${record}: ${detail}`);
    this.file = file;
    this.record = record;
  }
}
