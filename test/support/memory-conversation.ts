import { type Conversation, type ConversationDeps, createConversation } from '../../src/conversation/conversation.ts';
import { type ConversationData, emptyConversation } from '../../src/conversation/data.ts';
import type { SavedFile } from '../../src/conversation/save-later.ts';

/** A file that keeps what is saved, and refuses when told to. */
export class MemoryFile implements SavedFile<ConversationData> {
  data: ConversationData = emptyConversation;
  readonly saved: ConversationData[] = [];
  refuses = false;

  readonly save = async (next: ConversationData): Promise<void> => {
    if (this.refuses) throw new Error('ENOSPC: no space left on device');
    this.saved.push(next);
    this.data = next;
  };
}

/** A conversation store without a disk; long words are its keywords. */
export function memoryConversation(now: () => Date, over: Partial<ConversationDeps> = {}): Conversation {
  return createConversation({
    file: new MemoryFile(),
    now,
    keywordsOf: (text) => text.toLowerCase().match(/\p{L}{4,}/gu) ?? [],
    warn: () => {},
    saveAfterMs: 0,
    ...over,
  });
}
