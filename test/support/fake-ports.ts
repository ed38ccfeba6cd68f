import type { Answer, Question } from '../../src/answer/answer.ts';
import type { DigestDelivery, DigestRun } from '../../src/digest/post.ts';
import type { Light } from '../../src/domain/light.ts';
import type { CommandCaller, SlackPorts, SlackSide } from '../../src/slack/ports.ts';
import type { CompleteCommand } from '../../src/status/command.ts';
import type { StatusOutcome } from '../../src/status/outcome.ts';
import { people } from './faulty-slack.ts';
import { memoryConversation } from './memory-conversation.ts';
import { sampleDigest } from './sample-digest.ts';
import { goal5, sampleAnswer, sampleCatalogue } from './samples.ts';

export const testNow = new Date('2026-11-22T08:15:00.000Z');

/** Ports that remember what they were asked. Goal 5 is the owner's; a key has one effect. */
export class FakePorts implements SlackPorts {
  readonly questions: Question[] = [];
  readonly commands: { text: string; caller: CommandCaller }[] = [];
  readonly applied: string[] = [];
  light: Light | null = null;
  announceIn: string | null = null;
  programme: string | null = null;
  slackSide: SlackSide | null = null;
  answer: (question: Question) => Promise<Answer> = async () => sampleAnswer();
  readonly conversation = memoryConversation(() => testNow);
  #seq = 0;
  readonly #done = new Map<string, StatusOutcome>();

  readonly ask = (question: Question) => {
    this.questions.push(question);
    return this.answer(question);
  };

  readonly runCommand = async (text: string, caller: CommandCaller): Promise<StatusOutcome> => {
    this.commands.push({ text, caller });
    const done = this.#done.get(caller.key);
    if (done !== undefined) return done.kind === 'set' ? { ...done, repeated: true } : done;
    const outcome = this.#run(text, caller);
    this.#done.set(caller.key, outcome);
    return outcome;
  };

  /** Nothing is shown, listed or posted here: tests of forms and the home tab run on the real service. */
  readonly execute = async (command: CompleteCommand): Promise<StatusOutcome> => ({ kind: 'handOver', command });
  readonly postUpdate = async (): Promise<StatusOutcome> => ({ kind: 'storeFailed' });
  readonly previewImport = async (): Promise<StatusOutcome> => ({ kind: 'storeFailed' });
  readonly connect = async (slack: SlackSide) => {
    this.slackSide = slack;
  };
  readonly disconnect = async () => {
    this.slackSide = null;
  };
  readonly storedLanguage = async () => null;
  readonly channelSettings = async () => ({ programme: this.programme, language: null });
  readonly composeDigest = async (run: DigestRun) => sampleDigest({ channel: run.channel, week: run.week });
  readonly previewDigest = async (channel: string) => sampleDigest({ channel });
  readonly drawDigest = async () => null;
  readonly digestDelivery: DigestDelivery = { postNow: async () => 'failed' };
  readonly nudgeItemsOf = async () => [];
  readonly catalogue = () => sampleCatalogue;
  readonly modelStatus = () => null;
  readonly now = () => testNow;

  #run(text: string, caller: CommandCaller): StatusOutcome {
    const roles = {
      owners: [people.owner.id],
      inherited: [],
      delegates: [],
      admins: [people.admin.id],
      left: [],
      away: [],
    };
    if (text.startsWith('ask ')) return { kind: 'handOver', command: { kind: 'ask', question: text.slice(4) } };
    if (text === 'digest now') return { kind: 'handOver', command: { kind: 'digestNow', channel: 'CWORK' } };
    if (text.startsWith('owner add')) {
      const user = people.owner.id;
      return { kind: 'rolesChanged', target: goal5, change: 'ownerAdded', user, until: null, changed: true, roles };
    }
    if (text === 'crash') throw new Error('disk gone: xoxb-secret-in-the-message');
    if (text.startsWith('set gaol5')) {
      const command = { kind: 'set', target: goal5.target, light: 'green', comment: null } as const;
      return { kind: 'unclear', words: ['gaol5', 'gren'], suggestion: { text: 'set goal5 green', command } };
    }
    if (caller.user !== people.owner.id && !caller.slackAdmin) {
      const ask = { users: [people.owner.id], text };
      return { kind: 'forbidden', verb: 'set', target: goal5, roles, ask };
    }
    return text.startsWith('undo') ? this.#undo(caller) : this.#set(text, caller);
  }

  #set(text: string, caller: CommandCaller): StatusOutcome {
    const from = this.light;
    const to = text.includes('red') ? 'red' : 'green';
    const comment = text.split(' ').slice(3).join(' ') || null;
    this.light = to;
    this.#seq += 1;
    this.applied.push(text);
    const at = testNow.toISOString();
    const { announceIn } = this;
    const confirmed = from === to;
    return {
      kind: 'set',
      target: goal5,
      from,
      to,
      comment,
      actor: caller.user,
      at,
      seq: this.#seq,
      confirmed,
      announceIn,
      repeated: false,
    };
  }

  #undo(caller: CommandCaller): StatusOutcome {
    if (caller.ifLatest !== undefined && caller.ifLatest !== this.#seq) {
      return { kind: 'nothingToUndo', target: goal5, reason: 'overtaken', by: people.admin.id, light: this.light };
    }
    const from = this.light ?? 'grey';
    this.light = null;
    this.#seq += 1;
    this.applied.push('undo');
    const at = testNow.toISOString();
    return {
      kind: 'undone',
      target: goal5,
      from,
      to: null,
      actor: caller.user,
      at,
      seq: this.#seq,
      undoes: this.#seq - 1,
      announceIn: this.announceIn,
      repeated: false,
    };
  }
}
