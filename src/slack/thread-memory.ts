import type { MessageMetadata } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Subject } from '../answer/answer.ts';
import { languageSchema } from '../domain/language.ts';
import { targetSchema } from '../domain/light.ts';

/** What Valo knows of a thread: whether it takes part in it, and what it was last about. */
export type ThreadState = { takesPart: boolean; subject: Subject | null };

const metadataType = 'valo_answer';
const capacity = 5_000;
const elsewhere: ThreadState = { takesPart: false, subject: null };

const subjectSchema = z.object({
  language: languageSchema,
  question: z.string(),
  targets: z.array(targetSchema),
  people: z.array(z.string()),
  organisations: z.array(z.string()),
  events: z.array(z.string()),
  city: z.string().nullable(),
  intent: z.string(),
});

/**
 * The threads that Valo takes part in. What is not in memory, after a restart or in another replica, is read from the
 * thread itself: each answer carries its subject as message metadata.
 */
export class ThreadMemory {
  readonly #threads = new Map<string, ThreadState>();

  remember(channel: string, threadTs: string, subject: Subject | null): void {
    this.#keep(`${channel}:${threadTs}`, { takesPart: true, subject });
  }

  /** What is in memory alone. */
  recall(channel: string, threadTs: string): ThreadState {
    return this.#threads.get(`${channel}:${threadTs}`) ?? elsewhere;
  }

  /** What is in memory, or else in the thread. A thread that cannot be read counts as one without Valo. */
  async find(client: WebClient, botUser: string, channel: string, threadTs: string): Promise<ThreadState> {
    const key = `${channel}:${threadTs}`;
    const known = this.#threads.get(key);
    if (known !== undefined) return known;
    const state = await readThread(client, botUser, channel, threadTs);
    if (state === null) return elsewhere;
    this.#keep(key, state);
    return state;
  }

  #keep(key: string, state: ThreadState): void {
    this.#threads.delete(key);
    this.#threads.set(key, state);
    const oldest = this.#threads.keys().next();
    if (this.#threads.size > capacity && !oldest.done) this.#threads.delete(oldest.value);
  }
}

async function readThread(
  client: WebClient,
  botUser: string,
  channel: string,
  threadTs: string,
): Promise<ThreadState | null> {
  try {
    const { messages = [] } = await client.conversations.replies({
      channel,
      ts: threadTs,
      limit: 200,
      include_all_metadata: true,
    });
    const own = messages.filter((message) => message.user === botUser);
    const subject = own.map((message) => subjectOf(message.metadata)).findLast((found) => found !== null);
    return { takesPart: own.length > 0, subject: subject ?? null };
  } catch {
    return null;
  }
}

/** The metadata that lets a thread be taken up again. The subject travels as JSON, as Slack allows flat values only. */
export function answerMetadata(subject: Subject): MessageMetadata {
  return { event_type: metadataType, event_payload: { subject: JSON.stringify(subject) } };
}

function subjectOf(metadata: unknown): Subject | null {
  const shape = z.object({ event_type: z.literal(metadataType), event_payload: z.object({ subject: z.string() }) });
  const parsed = shape.safeParse(metadata);
  if (!parsed.success) return null;
  try {
    const subject = subjectSchema.safeParse(JSON.parse(parsed.data.event_payload.subject));
    return subject.success ? subject.data : null;
  } catch {
    return null;
  }
}
