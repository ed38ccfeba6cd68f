import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { DocumentFault, type DocumentText, readLimitsSchema } from './document-text.ts';
import { docxToText } from './docx.ts';
import { pdfToText } from './pdf.ts';

const taskSchema = z.object({
  type: z.enum(['pdf', 'docx']),
  bytes: z.instanceof(Uint8Array),
  limits: readLimitsSchema,
});

/** Entry of the worker thread that parses one PDF or DOCX and answers with one message. */
async function parse({ type, bytes, limits }: z.infer<typeof taskSchema>): Promise<DocumentText> {
  try {
    const text = type === 'pdf' ? await pdfToText(bytes, limits) : await docxToText(bytes, limits);
    return { ok: true, text };
  } catch (error) {
    if (error instanceof DocumentFault) return { ok: false, problem: error.message };
    return { ok: false, problem: `is damaged; open it and save it again as .${type}` };
  }
}

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's port has no origin
parentPort?.postMessage(await parse(taskSchema.parse(workerData)));
