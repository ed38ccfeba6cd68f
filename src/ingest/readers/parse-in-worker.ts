import { Worker } from 'node:worker_threads';
import type { DocumentText, ReadLimits } from './document-text.ts';

export type ParseTask = { type: 'pdf' | 'docx'; bytes: Uint8Array; limits: ReadLimits };

/** How often the worker's memory is looked at. */
const memoryCheckMilliseconds = 50;

/**
 * Parses a PDF or DOCX in a worker thread of its own, which is stopped when it takes more time or memory than the limits allow. The
 * thread sees none of the process's environment. Resolves always; a document that fails is told with a sentence on what to do.
 */
export async function parseInWorker(task: ParseTask): Promise<DocumentText> {
  const { limits } = task;
  // The compiled program has .js beside it, the source .ts.
  const entry = new URL(import.meta.url.endsWith('.ts') ? './parse-worker.ts' : './parse-worker.js', import.meta.url);
  const worker = new Worker(entry, {
    workerData: task,
    env: {},
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
  });
  try {
    return await outcome(worker, limits);
  } finally {
    await worker.terminate();
  }
}

function outcome(worker: Worker, limits: ReadLimits): Promise<DocumentText> {
  return new Promise((resolve) => {
    const fail = (problem: string) => resolve({ ok: false, problem });
    const timer = setTimeout(
      () => fail(`takes longer than ${limits.milliseconds / 1000} s to read; divide it or save it as .txt`),
      limits.milliseconds,
    );
    const before = process.memoryUsage.rss();
    // The heap limit does not count buffers, into which a packed stream inflates.
    const memory = setInterval(() => {
      if (process.memoryUsage.rss() - before > limits.megabytes * 2 * 1024 * 1024) fail(tooLarge);
    }, memoryCheckMilliseconds);
    const settle = (finish: () => void) => {
      clearTimeout(timer);
      clearInterval(memory);
      finish();
    };
    worker.once('message', (message: DocumentText) => settle(() => resolve(message)));
    worker.once('error', () => settle(() => fail(tooLarge)));
    worker.once('exit', () => settle(() => fail('could not be read; save it again')));
  });
}

const tooLarge = 'needs too much memory to read; divide it or save it as .txt';
