import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { LoopbackModel, type ModelReply, type ModelRequest } from './loopback-model.ts';

/** The recordings of the gate. */
export const shippedRecordings = join(import.meta.dirname, '../recordings');

/** One exchange with a model: what was asked, and the body of the completion that came. */
const exchangeSchema = z.object({
  key: z.string(),
  /** The question, for whoever reads the file. */
  question: z.string(),
  completion: z.record(z.string(), z.unknown()),
});
type Exchange = z.infer<typeof exchangeSchema>;

const dataSchema = z.object({ question: z.string(), answerIn: z.string().optional(), before: z.string().optional() });

/**
 * The hash under which an exchange is kept: of the kind of request, the question, its language and the question before it. What evidence goes with it is not part of it, so that
 * a recording outlives changes in what is found; quotes that no longer hold are then dropped as those of any model are.
 */
function exchangeKey({ data }: ModelRequest): { key: string; question: string } {
  const asked = dataSchema.parse(data);
  const parts = JSON.stringify([asked.before ?? null, asked.question, asked.answerIn ?? null]);
  return { key: createHash('sha256').update(parts).digest('hex').slice(0, 16), question: asked.question };
}

/** Exchanges by their key. */
export async function readExchanges(folder: string): Promise<ReadonlyMap<string, Exchange>> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json'));
  const exchanges = await Promise.all(
    files.map(async (file) => exchangeSchema.parse(JSON.parse(await readFile(join(folder, file), 'utf8')))),
  );
  return new Map(exchanges.map((exchange) => [exchange.key, exchange]));
}

/** A server that answers as recorded, and with 404 where nothing is. */
export async function startReplay(folder: string): Promise<LoopbackModel> {
  const exchanges = await readExchanges(folder);
  return LoopbackModel.start((request): ModelReply => {
    const exchange = exchanges.get(exchangeKey(request).key);
    if (exchange === undefined) return { kind: 'response', status: 404, body: '{"error":{"message":"not recorded"}}' };
    return { kind: 'response', status: 200, body: JSON.stringify(exchange.completion) };
  });
}

/** A server that passes requests on to an endpoint (its address as in OPENAI_BASE_URL) and keeps each completion in the folder. */
export async function startRecording(
  folder: string,
  { baseUrl, apiKey }: { baseUrl: string; apiKey: string | null },
): Promise<LoopbackModel> {
  await mkdir(folder, { recursive: true });
  return LoopbackModel.start(async (request): Promise<ModelReply> => {
    const response = await fetch(`${baseUrl.replace(/\/$/, '')}/chat/completions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${apiKey ?? 'no-key'}` },
      body: request.body,
    });
    const body = await response.text();
    if (response.ok) await keep(folder, request, body);
    return { kind: 'response', status: response.status, body };
  });
}

async function keep(folder: string, request: ModelRequest, body: string): Promise<void> {
  const { key, question } = exchangeKey(request);
  const exchange = exchangeSchema.parse({ key, question, completion: JSON.parse(body) });
  await writeFile(join(folder, `${key}.json`), `${JSON.stringify(exchange, null, 2)}\n`);
}
