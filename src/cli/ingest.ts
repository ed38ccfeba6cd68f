import { join } from 'node:path';
import type { EmbeddingReport } from '../answer/embed-corpus.ts';
import { eachTenth } from '../embedding.ts';
import type { CorpusChanges, IngestReport } from '../ingest/changes.ts';
import { embedDocuments, reviewCorpus } from '../services.ts';
import { fillText } from '../slack/views/rich-text.ts';
import type { TerminalTexts } from '../texts/terminal/fi.ts';
import { terminalTextsIn } from '../texts/terminal/terminal.ts';
import { corpusRecordFile } from './corpus-record.ts';
import { type ExitCode, exitCode, readArgs, type Terminal, UsageProblem } from './terminal.ts';

const options = { json: { type: 'boolean' }, help: { type: 'boolean' } } as const;

/** `ingest`: what has changed in the documents since the last time, and what of the knowledge no longer holds. */
export async function ingestCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readArgs(args, options, terminal);
  const texts = terminalTextsIn(terminal.language);
  if (values.help === true) {
    terminal.write(texts.help.ingest.join('\n'));
    return exitCode.done;
  }
  if (positionals.length > 0) throw new UsageProblem(positionals.join(' '));
  const config = terminal.config();
  const report = await reviewCorpus(config, corpusRecordFile(config.dataDir));
  if (values.json !== true) for (const line of reportLines(report, config.seedsDir, texts.ingest)) terminal.write(line);
  const vectors = await embedDocuments(config, {
    report: eachTenth((done, total) => terminal.warn(texts.vectors.progress(done, total))),
    signal: new AbortController().signal,
  });
  if (values.json === true) terminal.write(JSON.stringify(vectors === null ? report : { ...report, vectors }));
  else if (vectors !== null) for (const line of vectorLines(vectors, texts.vectors)) terminal.write(line);
  const whole = report.problems.length + report.brokenQuotes.length === 0 && (vectors?.problem ?? null) === null;
  return whole && (vectors?.skipped ?? 0) === 0 ? exitCode.done : exitCode.failed;
}

function reportLines(report: IngestReport, seeds: string, texts: TerminalTexts['ingest']): string[] {
  const { changes, documents, passages, problems, brokenQuotes, leftAside, translations } = report;
  const stale = translations.stale.length;
  const missing = translations.missing.reduce((total, { passages: without }) => total + without.length, 0);
  return [
    ...changeLines(changes, texts),
    fillText(texts.total, { documents, unchanged: changes.unchanged, passages }),
    ...problems.map(({ file, problem }) => `${join(seeds, file)}: ${problem}`),
    ...brokenQuotes.map((broken) => fillText(texts.broken, broken)),
    ...(leftAside > 0 ? [fillText(texts.leftAside, { count: leftAside })] : []),
    ...(stale + missing > 0 ? [fillText(texts.translations, { stale, missing })] : []),
  ];
}

function vectorLines(report: EmbeddingReport, texts: TerminalTexts['vectors']): string[] {
  const { problem, reused, made } = report;
  return [
    ...(report.rebuilt ? [texts.rebuilt] : []),
    problem === null ? texts.complete(report) : texts.stopped(texts.problems[problem], reused + made, report.texts),
  ];
}

function changeLines({ first, documents }: CorpusChanges, texts: TerminalTexts['ingest']): string[] {
  if (documents.length === 0) return [texts.nothing];
  const lines = documents.map(({ kind, file, title, passagesAdded: added, passagesRemoved: removed }) =>
    fillText(texts.document, { kind: texts[kind], file, title, added, removed }),
  );
  return first ? [texts.first, ...lines] : lines;
}
