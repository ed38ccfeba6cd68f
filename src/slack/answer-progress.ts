import type { SayStreamFn } from '@slack/bolt';
import type { MessageMetadata, TaskUpdateChunk } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { Progress } from '../answer/answer.ts';
import type { SlackTexts } from '../texts/slack/fi.ts';
import { countForm } from '../texts/texts.ts';
import { languageOf, type SlackContext, viewIn } from './context.ts';
import { within } from './running-work.ts';
import type { SlackMessage } from './views/message.ts';
import { fillText } from './views/rich-text.ts';

/** Milliseconds that a finished answer waits for the progress before it; Slack takes each in well under a second. */
const progressWithinMs = 2_000;

/** Where an answer will stand, and who waits for it. */
export type AnswerPlace = {
  channel: string;
  threadTs: string;
  user: string;
  /** Opens a stream in the thread; null where the answer stands outside one, which Slack streams nothing to. */
  stream: SayStreamFn | null;
};

type Task = { id: Progress['step']; title: string };

/**
 * What the asker sees until the answer is there: a status line when it takes longer than a moment, and with a model the steps of its work, as
 * a message that becomes the answer. Only the finished answer is put there. Whatever Slack refuses of this is left out, and the answer
 * is posted as any message.
 */
export class AnswerProgress {
  readonly #context: SlackContext;
  readonly #client: WebClient;
  readonly #place: AnswerPlace;
  readonly #timer: NodeJS.Timeout;
  #streamer: ReturnType<SayStreamFn> | null = null;
  #task: Task | null = null;
  #refused = false;
  /** Slack's calls one after another, in the order of the steps. */
  #calls: Promise<void> = Promise.resolve();

  constructor(context: SlackContext, client: WebClient, place: AnswerPlace) {
    this.#context = context;
    this.#client = client;
    this.#place = place;
    this.#timer = setTimeout(() => {
      this.#call(async () => this.#setStatus((await this.#texts()).status.searching));
    }, context.timing.searchingAfterMs);
  }

  /** Shows a step of a model's work. */
  readonly show = (progress: Progress): void => {
    clearTimeout(this.#timer);
    this.#call(async () => {
      const { steps, status } = await this.#texts();
      if (this.#place.stream === null) return this.#setStatus(status[progress.step]);
      const before = this.#task === null ? [] : [taskUpdate(this.#task, 'complete')];
      this.#task = { id: progress.step, title: stepTitle(progress, steps) };
      this.#streamer ??= this.#place.stream({ task_display_mode: 'timeline' });
      await this.#streamer.append({ chunks: [...before, taskUpdate(this.#task, 'in_progress')] });
    });
  };

  /** Turns the steps into the message. False when none are shown or they cannot be turned: the message is still to be posted. */
  async finish(message: SlackMessage, metadata?: MessageMetadata): Promise<boolean> {
    clearTimeout(this.#timer);
    const settled = await within(progressWithinMs, this.#calls);
    const ts = this.#streamer?.ts;
    if (!settled) void this.#calls.then(() => this.#remove());
    if (!settled || ts === undefined) return false;
    return (await this.#stop(message, metadata)) || this.#update(ts, message, metadata);
  }

  /** Takes the steps away when there will be no answer. */
  async abandon(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#calls;
    await this.#remove();
  }

  async #stop({ blocks }: SlackMessage, metadata: MessageMetadata | undefined): Promise<boolean> {
    try {
      const chunks = this.#task === null ? [] : [taskUpdate(this.#task, 'complete')];
      await this.#streamer?.stop({ chunks, blocks, ...(metadata === undefined ? {} : { metadata }) });
      return true;
    } catch (error) {
      this.#context.logger.debug('A stream did not take its answer; the message is replaced instead:', error);
      return false;
    }
  }

  /** A stream dies after about five minutes, and then takes its content as any message does. */
  async #update(ts: string, message: SlackMessage, metadata: MessageMetadata | undefined): Promise<boolean> {
    const { channel } = this.#place;
    const { text, blocks, parse } = message;
    try {
      await this.#client.chat.update({
        channel,
        ts,
        text,
        blocks,
        parse,
        ...(metadata === undefined ? {} : { metadata }),
      });
      return true;
    } catch (error) {
      this.#context.logger.debug('A stream could not be replaced; the answer is posted anew:', error);
      return false;
    }
  }

  async #remove(): Promise<void> {
    const ts = this.#streamer?.ts;
    if (ts === undefined) return;
    try {
      await this.#client.chat.delete({ channel: this.#place.channel, ts });
    } catch (error) {
      this.#context.logger.debug('The steps of an answer were not removed:', error);
    }
  }

  /** After Slack has refused one call, no other is made. */
  #call(run: () => Promise<unknown>): void {
    this.#calls = this.#after(this.#calls, run);
  }

  async #after(before: Promise<void>, run: () => Promise<unknown>): Promise<void> {
    await before;
    if (this.#refused) return;
    try {
      await run();
    } catch (error) {
      this.#refused = true;
      this.#context.logger.debug('What an answer is at was not shown:', error);
    }
  }

  async #texts() {
    return viewIn(await languageOf(this.#context, this.#client, this.#place.user)).texts.slack;
  }

  async #setStatus(status: string): Promise<void> {
    const { channel, threadTs } = this.#place;
    await this.#client.assistant.threads.setStatus({ channel_id: channel, thread_ts: threadTs, status });
  }
}

function stepTitle(progress: Progress, steps: SlackTexts['steps']): string {
  if (progress.step !== 'searching') return steps[progress.step];
  return fillText(countForm(steps.searching, progress.documents), { count: progress.documents });
}

function taskUpdate({ id, title }: Task, status: TaskUpdateChunk['status']): TaskUpdateChunk {
  return { type: 'task_update', id, title, status };
}

/** Runs the work that ends in an answer, with what the asker sees meanwhile; what is shown goes when the work fails. */
export async function whileSearching<T>(
  context: SlackContext,
  client: WebClient,
  place: AnswerPlace,
  work: (progress: AnswerProgress) => Promise<T>,
): Promise<T> {
  const progress = new AnswerProgress(context, client, place);
  try {
    return await work(progress);
  } catch (error) {
    await progress.abandon();
    throw error;
  }
}
