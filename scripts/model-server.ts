/**
 * An OpenAI-compatible server on this computer that writes by rules, to try the whole path to a model without one.
 *
 *   npm run model-server -- [--port 18080]
 *
 * Then OPENAI_BASE_URL=http://127.0.0.1:18080/v1 for npm start, npm run ask or npm run eval -- --model.
 */
import { LoopbackModel } from '../test/support/loopback-model.ts';
import { scriptedReply } from '../test/support/scripted-writer.ts';
import { readOptions } from './script-options.ts';

const values = readOptions(import.meta.filename, { port: { type: 'string', default: '18080' } });
const server = await LoopbackModel.start(scriptedReply, Number(values.port));
process.stdout.write(`OPENAI_BASE_URL=${server.baseUrl}\n`);
process.once('SIGINT', () => void server.close());
process.once('SIGTERM', () => void server.close());
