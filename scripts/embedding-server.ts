/**
 * A toy of an embedding model on this computer, to try search vectors without a real one.
 *
 *   npm run embedding-server -- [--port 18081]
 *
 * Then OPENAI_BASE_URL=http://127.0.0.1:18081/v1 OPENAI_EMBEDDING_MODEL=toy for npm run ingest, npm run ask or npm start. It takes the
 * wordings of the term bank for its concepts: it shows that everything works together, and nothing of how well a real model finds.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { termSchema } from '../src/domain/term.ts';
import { EmbeddingServer } from '../test/support/embedding-server.ts';
import { readOptions } from './script-options.ts';

const values = readOptions(import.meta.filename, { port: { type: 'string', default: '18081' } });
const folder = join(import.meta.dirname, '../knowledge/terms');
const concepts: Record<string, string[]> = {};
for (const name of await readdir(folder)) {
  const terms = z.array(termSchema).parse(JSON.parse(await readFile(join(folder, name), 'utf8')));
  for (const { id, fi, sv, en } of terms) concepts[id] = [...fi, ...sv, ...en].filter((word) => !/\s/.test(word));
}
const server = await new EmbeddingServer(concepts).listen(Number(values.port));
server.dimensions = 256;
process.stdout.write(`OPENAI_BASE_URL=${server.url} OPENAI_EMBEDDING_MODEL=toy\n`);
process.once('SIGINT', () => void server.close());
process.once('SIGTERM', () => void server.close());
