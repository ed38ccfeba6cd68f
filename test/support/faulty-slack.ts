import type { Fault, WebCall } from '../../src/playground/loopback-server.ts';
import { LoopbackSlack, type LoopbackOptions } from '../../src/playground/loopback-slack.ts';
import { blocksArgument, textArgument } from '../../src/playground/web-arguments.ts';
import { homeSchema, type LoopbackUser, modalSchema } from '../../src/playground/workspace.ts';
import { slackProblems, viewProblems } from './slack-limits.ts';

export const botToken = 'xoxb-1-test-bot-token';
export const appToken = 'xapp-1-test-app-token';

/** An owner who reads Finnish, a Slack admin who reads Swedish, a guest who reads English. */
export const people = {
  owner: { id: 'UOWNER', name: 'Aino', locale: 'fi-FI', admin: false, bot: false },
  admin: { id: 'UADMIN', name: 'Björn', locale: 'sv-SE', admin: true, bot: false },
  guest: { id: 'UGUEST', name: 'Grace', locale: 'en-GB', admin: false, bot: false },
} as const satisfies Record<string, LoopbackUser>;

export const channel = 'CWORK';

/**
 * The loopback Slack with faults to order. Like Slack, it refuses messages that break Block Kit's limits.
 */
export class FaultySlack {
  readonly slack: LoopbackSlack;
  readonly #faults: Faults;

  private constructor(slack: LoopbackSlack, faults: Faults) {
    this.slack = slack;
    this.#faults = faults;
  }

  static async start(options: Partial<LoopbackOptions> = {}): Promise<FaultySlack> {
    const faults = new Faults();
    const slack = await LoopbackSlack.start({
      users: Object.values(people),
      channels: [{ id: channel, name: 'tyollisyys' }],
      botToken,
      appToken,
      fault: (call) => faults.next(call),
      ...options,
    });
    return new FaultySlack(slack, faults);
  }

  /** The next call of the method gets this fault; the one after is served again. */
  failNext(method: string, fault: Fault): void {
    this.#faults.order(method, fault);
  }

  /** Answers 429 once, with so many seconds to wait. */
  limitNext(method: string, retryAfterSeconds: number): void {
    this.failNext(method, {
      kind: 'reply',
      status: 429,
      headers: { 'retry-after': String(retryAfterSeconds) },
      body: { ok: false, error: 'ratelimited' },
    });
  }

  /** Refuses the next call with one of Slack's errors. */
  refuseNext(method: string, error: string): void {
    this.failNext(method, { kind: 'reply', status: 200, body: { ok: false, error } });
  }

  /** Refuses every call of the method from now on. */
  refuseAlways(method: string, error: string): void {
    this.#faults.always.set(method, { kind: 'reply', status: 200, body: { ok: false, error } });
  }

  async close(): Promise<void> {
    await this.slack.close();
  }
}

class Faults {
  readonly always = new Map<string, Fault>();
  readonly #ordered = new Map<string, Fault[]>();

  order(method: string, fault: Fault): void {
    this.#ordered.set(method, [...(this.#ordered.get(method) ?? []), fault]);
  }

  next(call: WebCall): Fault | undefined {
    return this.#ordered.get(call.method)?.shift() ?? this.always.get(call.method) ?? invalidBlocks(call);
  }
}

function invalidBlocks({ method, arguments: call }: WebCall): Fault | undefined {
  const problems = problemsOf(method, call);
  if (problems.length === 0) return undefined;
  return { kind: 'reply', status: 200, body: { ok: false, error: 'invalid_blocks', problems } };
}

function problemsOf(method: string, call: WebCall['arguments']): string[] {
  if (method === 'chat.stopStream') return slackProblems({ text: 'streamed', blocks: blocksArgument(call) });
  if (/^chat\.(?:post|update)/.test(method)) {
    return slackProblems({ text: textArgument(call, 'text'), blocks: blocksArgument(call) });
  }
  if (!/^views\.(?:open|push|update|publish)$/.test(method)) return [];
  return viewProblems(modalSchema.or(homeSchema).parse(call['view']));
}
