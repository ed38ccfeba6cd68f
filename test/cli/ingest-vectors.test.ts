import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCli } from '../../src/cli.ts';
import type { Language } from '../../src/domain/language.ts';
import { createAnswering, createServices } from '../../src/services.ts';
import { temporaryFolder } from '../status/support.ts';
import { EmbeddingServer } from '../support/embedding-server.ts';
import { configFor, recordedTerminal } from '../support/terminal.ts';

const root = join(import.meta.dirname, '../..');

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let server: EmbeddingServer;
beforeEach(async () => {
  folder = await temporaryFolder();
  server = await new EmbeddingServer().listen();
});
afterEach(async () => {
  await server.close();
  await folder.remove();
});

const environment = () => ({
  LV_DATA_DIR: join(folder.path, 'data'),
  OPENAI_BASE_URL: server.url,
  OPENAI_API_KEY: 'sk-not-for-logs',
  OPENAI_EMBEDDING_MODEL: 'toy',
});

async function ingest(language: Language = 'en', ...options: string[]) {
  const terminal = recordedTerminal({ environment: environment(), language });
  const code = await runCli(['ingest', ...options], terminal);
  return { code, written: terminal.written, warned: terminal.warned };
}

const embedded = () => server.calls.flatMap(({ input }) => input);

describe('ingest with search vectors', () => {
  it('tells how far it is and what came of it, in the language of the terminal', async () => {
    const first = await ingest('sv');
    expect(first.code).toBe(0);
    expect(first.warned).toHaveLength(new Set(first.warned).size);
    expect(first.warned.at(-1)).toMatch(/^Sökvektorer: (\d+)\/\1\.$/);
    expect(first.written.at(-1)).toMatch(/^Sökvektorerna är klara: \d+ texter, varav oförändrade 0, nya \d+, /);
    const second = await ingest('fi');
    expect(second.warned).toEqual([]);
    expect(second.written.at(-1)).toContain('uusia 0, mallin hylkäämiä 0.');
    expect(JSON.parse((await ingest('en', '--json')).written[0] ?? '')).toMatchObject({ vectors: { made: 0 } });
  });

  it('makes none where they are to have no weight', async () => {
    const terminal = recordedTerminal({ environment: { ...environment(), LV_EMBEDDING_WEIGHT: '0' } });
    expect(await runCli(['ingest'], terminal)).toBe(0);
    expect(server.calls).toEqual([]);
  });

  it('says what is wrong and what to do when the server refuses the key, and fails', async () => {
    server.fault = () => ({ kind: 'status', status: 401, body: '{"error":{"message":"bad key sk-not-for-logs"}}' });
    const { code, written, warned } = await ingest();
    expect(code).toBe(1);
    expect(written.at(-1)).toContain('check OPENAI_API_KEY');
    expect([...written, ...warned].join('\n')).not.toContain('sk-not');
  });

  it('goes on where it was after kill -9, and pays for at most one batch twice', { timeout: 60_000 }, async () => {
    const reached = Promise.withResolvers<void>();
    server.fault = (_, number) => {
      if (number < 4) return undefined;
      reached.resolve();
      return { kind: 'hang' };
    };
    const child = spawn(process.execPath, ['src/cli.ts', 'ingest'], {
      cwd: root,
      env: { ...process.env, ...environment() },
      stdio: 'ignore',
    });
    await reached.promise;
    child.kill('SIGKILL');
    await once(child, 'exit');
    const killed = server.calls.pop();
    const before = embedded();
    server.fault = () => undefined;
    const { code, written } = await ingest();
    expect(code).toBe(0);
    expect(written.at(-1)).toContain(`of which ${before.length} kept`);
    // Beside each text once, the one by which the model is known again.
    expect(embedded()).toHaveLength(new Set(embedded()).size + 1);
    expect(embedded()).toEqual(expect.arrayContaining(killed?.input ?? []));
    expect((await readdir(join(folder.path, 'data/index'))).filter((name) => name.startsWith('vectors'))).toHaveLength(
      1,
    );
  });
});

/** The toy server writes no answers, which is told as well. */
const ofVectors = (line: string) => !line.startsWith('model:');

describe('a start with search vectors', () => {
  it('serves at once and embeds meanwhile; the next start has them all', async () => {
    const warned: string[] = [];
    const services = await createServices(configFor(environment()), { warn: (line) => warned.push(line) });
    expect((await services.ask({ text: 'kuka on Glenn Gassen?', private: true, now: services.now() })).outcome).toBe(
      'answered',
    );
    await expect.poll(() => warned.at(-1), { timeout: 20_000 }).toContain('Search vectors are complete');
    await services.close();
    server.calls.length = 0;
    const again: string[] = [];
    const answering = await createAnswering(configFor(environment()), { warn: (line) => again.push(line) });
    await answering.ask({ text: 'kuka on Glenn Gassen?', private: true, now: answering.now() });
    expect(again.filter(ofVectors)).toEqual([]);
    expect(embedded()).toEqual(['kuka on Glenn Gassen?']);
  });

  it('with the server down answers by words, says so once, and stops in good order', async () => {
    server.fault = () => ({ kind: 'status', status: 401 });
    const warned: string[] = [];
    const services = await createServices(configFor(environment()), { warn: (line) => warned.push(line) });
    await expect.poll(() => warned.filter(ofVectors).length, { timeout: 20_000 }).toBe(1);
    const answer = await services.ask({ text: 'kuka on Glenn Gassen?', private: true, now: services.now() });
    expect(answer.outcome).toBe('answered');
    await services.close();
    expect(warned.filter(ofVectors)).toEqual([expect.stringContaining('check OPENAI_API_KEY')]);
  });
});
