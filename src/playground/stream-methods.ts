import { z } from 'zod';
import { blocksArgument, textArgument, type WebArguments, type WebReply } from './web-arguments.ts';
import { botUser, type LoopbackMessage, type LoopbackStream, type Workspace } from './workspace.ts';

const chunksSchema = z.array(
  z.discriminatedUnion('type', [
    z.object({
      type: z.literal('task_update'),
      id: z.string().min(1),
      title: z.string().min(1),
      status: z.enum(['pending', 'in_progress', 'complete', 'error']),
    }),
    z.object({ type: z.literal('markdown_text'), text: z.string() }),
  ]),
);
type Chunks = z.infer<typeof chunksSchema>;

/** `chat.startStream`: only in a thread, and outside a direct message only for a named recipient. https://docs.slack.dev/reference/methods/chat.startStream */
export function startStream(workspace: Workspace, call: WebArguments): WebReply {
  const channel = workspace.channels.get(textArgument(call, 'channel'));
  const threadTs = textArgument(call, 'thread_ts');
  const chunks = chunksOf(call);
  if (channel === undefined) return { ok: false, error: 'channel_not_found' };
  if (threadTs === '' || chunks === null) return { ok: false, error: 'invalid_arguments' };
  if (channel.kind !== 'im') {
    if (textArgument(call, 'recipient_user_id') === '') return { ok: false, error: 'missing_recipient_user_id' };
    if (textArgument(call, 'recipient_team_id') === '') return { ok: false, error: 'missing_recipient_team_id' };
  }
  const message = workspace.post({
    channel: channel.id,
    threadTs,
    user: botUser.id,
    text: textOf(chunks),
    blocks: [],
    onlyFor: null,
    metadata: undefined,
    stream: { open: true, steps: withSteps([], chunks) },
  });
  return { ok: true, channel: channel.id, ts: message.ts };
}

/** `chat.appendStream`. */
export function appendStream(workspace: Workspace, call: WebArguments): WebReply {
  return changed(workspace, call, (message, chunks) => appended(message, chunks, true));
}

/** `chat.stopStream`: its blocks stand at the end of the message. */
export function stopStream(workspace: Workspace, call: WebArguments): WebReply {
  return changed(workspace, call, (message, chunks) => ({
    ...appended(message, chunks, false),
    blocks: [...message.blocks, ...blocksArgument(call)],
    metadata: call['metadata'],
  }));
}

function changed(
  workspace: Workspace,
  call: WebArguments,
  change: (message: LoopbackMessage, chunks: Chunks) => LoopbackMessage,
): WebReply {
  const [channel, ts] = [textArgument(call, 'channel'), textArgument(call, 'ts')];
  if (!workspace.messages.some((message) => message.channel === channel && message.ts === ts)) {
    return { ok: false, error: 'message_not_found' };
  }
  const chunks = chunksOf(call);
  if (chunks === null) return { ok: false, error: 'invalid_arguments' };
  const message = workspace.stream(channel, ts, (old) => change(old, chunks));
  return message === null ? { ok: false, error: 'message_not_in_streaming_state' } : { ok: true, channel, ts };
}

function appended(message: LoopbackMessage, chunks: Chunks, open: boolean): LoopbackMessage {
  const steps = withSteps(message.stream?.steps ?? [], chunks);
  return { ...message, text: message.text + textOf(chunks), stream: { open, steps } };
}

/** A step with a known id takes the place of the one before. */
function withSteps(before: LoopbackStream['steps'], chunks: Chunks): LoopbackStream['steps'] {
  const steps = new Map(before.map((step) => [step.id, step]));
  for (const chunk of chunks) {
    if (chunk.type === 'task_update') steps.set(chunk.id, { id: chunk.id, title: chunk.title, status: chunk.status });
  }
  return [...steps.values()];
}

function textOf(chunks: Chunks): string {
  return chunks.map((chunk) => (chunk.type === 'markdown_text' ? chunk.text : '')).join('');
}

function chunksOf(call: WebArguments): Chunks | null {
  return chunksSchema.safeParse(call['chunks'] ?? []).data ?? null;
}
