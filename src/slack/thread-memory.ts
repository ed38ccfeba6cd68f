import type { MessageMetadata } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Subject } from '../answer/answer.ts';
import type { Conversation } from '../conversation/conversation.ts';

/** What Valo knows of a thread: whether it takes part in it, and what it was last about. */
export type ThreadState = { takesPart: boolean; subject: Subject | null };

const metadataType = 'valo_answer';
const elsewhere: ThreadState = { takesPart: false, subject: null };

/**
 * The threads that Valo takes part in. What is not kept, as it was written by another replica, is read from the thread
 * itself: each answer carries its subject as message metadata.
 */
export class ThreadMemory {
  readonly #kept: Conversation;

  constructor(kept: Conversation) {
    this.#kept = kept;
  }

  /** `user` is who alone reads the conversation, null for a channel's thread. */
  remember(channel: string, threadTs: string, subject: Subject | null, user: string | null): void {
    this.#kept.rememberThread(keyOf(channel, threadTs), subject, user);
  }

  /** What is kept alone. */
  recall(channel: string, threadTs: string): ThreadState {
    const thread = this.#kept.thread(keyOf(channel, threadTs));
    return thread === null ? elsewhere : { takesPart: true, subject: thread.subject };
  }

  /** What is kept, or else in the thread. A thread that cannot be read counts as one without Valo. */
  async find(client: WebClient, botUser: string, channel: string, threadTs: string): Promise<ThreadState> {
    const known = this.recall(channel, threadTs);
    if (known.takesPart) return known;
    const state = await this.#read(client, botUser, channel, threadTs);
    if (state?.takesPart === true) this.remember(channel, threadTs, state.subject, null);
    return state ?? elsewhere;
  }

  async #read(client: WebClient, botUser: string, channel: string, threadTs: string): Promise<ThreadState | null> {
    try {
      const { messages = [] } = await client.conversations.replies({
        channel,
        ts: threadTs,
        limit: 200,
        include_all_metadata: true,
      });
      const own = messages.filter((message) => message.user === botUser);
      const subject = own.map((message) => this.#subjectOf(message.metadata)).findLast((found) => found !== null);
      return { takesPart: own.length > 0, subject: subject ?? null };
    } catch {
      return null;
    }
  }

  #subjectOf(metadata: unknown): Subject | null {
    const parsed = metadataSchema.safeParse(metadata);
    return parsed.success ? this.#kept.readSubject(parsed.data.event_payload.subject) : null;
  }
}

const metadataSchema = z.object({
  event_type: z.literal(metadataType),
  event_payload: z.object({ subject: z.string() }),
});

/** The metadata that lets a thread be taken up again. The subject travels as JSON, as Slack allows flat values only. */
export function answerMetadata(subject: Subject): MessageMetadata {
  return { event_type: metadataType, event_payload: { subject: JSON.stringify(subject) } };
}

function keyOf(channel: string, threadTs: string): string {
  return `${channel}:${threadTs}`;
}
