import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Question } from '../../src/answer/answer.ts';
import { botUser } from '../../src/playground/workspace.ts';
import { plainText } from '../../src/slack/plain-text.ts';
import { channel, people } from '../support/faulty-slack.ts';
import { buttonOf, type RunningApp, startSocketApp } from '../support/running-app.ts';
import { hostile, sampleAnswer } from '../support/samples.ts';

const call = `<@${botUser.id}>`;
const directOf = (user: { id: string }) => `D${user.id.slice(1)}`;

let running: RunningApp;
beforeEach(async () => {
  running = await startSocketApp({ timing: { searchingAfterMs: 60_000 } });
  running.ports.answer = withSteps;
});
afterEach(() => running.stop());

/** Answers as with a model: tells its steps, each after Slack has shown the one before. */
async function withSteps(question: Question, answer = sampleAnswer()) {
  const before = shownSteps();
  for (const [at, progress] of [
    { step: 'searching', documents: 5 } as const,
    { step: 'writing' } as const,
    { step: 'checking' } as const,
  ].entries()) {
    question.progress?.(progress);
    while (question.progress !== undefined && shownSteps() <= before + at) {
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  return answer;
}

const shownSteps = () =>
  running.slack.calls.filter(({ method }) => /^chat\.(?:start|append)Stream$|setStatus$/.test(method)).length;
const methods = () => running.slack.calls.map(({ method }) => method).filter((name) => /^chat\.|setStatus/.test(name));

async function say(user: { id: string }, text: string, place: { channel?: string; threadTs?: string } = {}) {
  const thread = place.threadTs === undefined ? {} : { threadTs: place.threadTs };
  const message = await running.slack.say({ user: user.id, channel: place.channel ?? channel, text, ...thread });
  await running.app.idle();
  return message;
}

describe('an answer that a model works on, in a thread', () => {
  test('shows its steps in the asker’s language, and becomes one message with the answer and its sources', async () => {
    const seen: string[][] = [];
    running.slack.workspace.listen({
      message: ({ stream }) => {
        if (stream) seen.push(stream.steps.map(({ title, status }) => `${title}: ${status}`));
      },
    });
    const question = await say(people.admin, `${call} vem ansvarar?`);
    expect(seen).toEqual([
      ['Söker i 5 dokument: in_progress'],
      ['Söker i 5 dokument: complete', 'Skriver svaret: in_progress'],
      ['Söker i 5 dokument: complete', 'Skriver svaret: complete', 'Kontrollerar citaten: in_progress'],
      ['Söker i 5 dokument: complete', 'Skriver svaret: complete', 'Kontrollerar citaten: complete'],
    ]);
    expect(methods()).toEqual(['chat.startStream', 'chat.appendStream', 'chat.appendStream', 'chat.stopStream']);
    expect(running.slack.calls.find(({ method }) => method === 'chat.startStream')?.arguments).toMatchObject({
      recipient_user_id: people.admin.id,
      thread_ts: question.ts,
    });
    const [answer] = running.said();
    expect(running.said()).toHaveLength(1);
    expect(answer).toMatchObject({ threadTs: question.ts, stream: { open: false } });
    expect(running.lastText()).toMatch(/Puoliso-ohjelmasta vastaa[^]*> [^]* – /);
  });

  test('shows no word of the answer before it is whole', async () => {
    await say(people.owner, `${call} kuka vastaa?`);
    const before = running.slack.calls.filter(({ method }) => /(?:start|append)Stream/.test(method));
    expect(before).toHaveLength(3);
    for (const { arguments: sent } of before) expect(JSON.stringify(sent)).not.toMatch(/markdown_text|puoliso/i);
  });

  test('keeps the thread’s subject and the buttons', async () => {
    const question = await say(people.owner, `${call} kuka vastaa?`);
    expect(running.said()[0]?.metadata).toMatchObject({ event_type: 'valo_answer' });
    await say(people.owner, 'entä milloin?', { threadTs: question.ts });
    expect(running.ports.questions[1]?.subject).toEqual(sampleAnswer().subject);
    expect(buttonOf(running.said()[0], 'Kysy vastuuhenkilöltä')).toBeDefined();
  });

  test('is inert whatever the documents hold', async () => {
    running.ports.answer = (question) => withSteps(question, sampleAnswer({ headline: hostile, details: [hostile] }));
    await say(people.owner, `${call} kuka vastaa?`);
    const stop = running.slack.calls.find(({ method }) => method === 'chat.stopStream');
    expect(JSON.stringify(stop?.arguments)).not.toContain('markdown');
    expect(running.lastText()).toContain('<!channel>');
    expect(running.said()[0]?.text).toBe('');
  });

  test('with contact details goes to the asker alone, and the steps become a note', async () => {
    running.ports.answer = (question) =>
      withSteps(question, sampleAnswer({ personal: true, headline: question.private ? 'puh. 09 310 1234' : 'x' }));
    await say(people.owner, `${call} mikä on puhelinnumero?`);
    const everyone = running.said().filter(({ onlyFor }) => onlyFor === null);
    expect(everyone).toHaveLength(1);
    expect(plainText(everyone[0]?.blocks ?? [])).toContain('Lähetin sen vain sinulle');
    expect(JSON.stringify(running.said().filter(({ onlyFor }) => onlyFor !== null))).toContain('09 310 1234');
  });
});

describe('elsewhere', () => {
  test('an answer at the top of a direct message is a plain message, its steps a status line', async () => {
    await say(people.owner, 'kuka vastaa?', { channel: directOf(people.owner) });
    expect(methods()).toEqual([...Array.from({ length: 3 }, () => 'assistant.threads.setStatus'), 'chat.postMessage']);
    expect(
      running.slack.calls.filter(({ method }) => method.endsWith('setStatus')).map((of) => of.arguments['status']),
    ).toEqual(['hakee asiakirjoista …', 'kirjoittaa vastausta …', 'tarkistaa lainauksia …']);
    expect(running.said()).toMatchObject([{ threadTs: null }]);
  });

  test('in a thread of a direct message it is streamed', async () => {
    const question = await say(people.owner, 'kuka vastaa?', { channel: directOf(people.owner) });
    running.slack.workspace.messages.length = 0;
    await say(people.owner, 'entä milloin?', { channel: directOf(people.owner), threadTs: question.ts });
    expect(methods().at(-1)).toBe('chat.stopStream');
    expect(running.said()).toMatchObject([{ threadTs: question.ts, stream: { open: false } }]);
  });

  test('an answer without steps is posted as it always was', async () => {
    running.ports.answer = async () => sampleAnswer();
    await say(people.owner, `${call} kuka vastaa?`);
    expect(methods()).toEqual(['chat.postMessage']);
  });
});

describe('a stream that Slack', () => {
  test('refuses to start becomes a plain message', async () => {
    running.ports.answer = async ({ progress }) => {
      progress?.({ step: 'searching', documents: 1 });
      progress?.({ step: 'writing' });
      return sampleAnswer();
    };
    running.faulty.refuseAlways('chat.startStream', 'unknown_method');
    await say(people.owner, `${call} kuka vastaa?`);
    expect(methods()).toEqual(['chat.startStream', 'chat.postMessage']);
    expect(running.said()).toHaveLength(1);
  });

  test('does not answer about is not waited for: the answer is posted', async () => {
    running.ports.answer = async ({ progress }) => {
      progress?.({ step: 'searching', documents: 1 });
      return sampleAnswer();
    };
    running.faulty.failNext('chat.startStream', { kind: 'hang' });
    await say(people.owner, `${call} kuka vastaa?`);
    expect(methods()).toEqual(['chat.startStream', 'chat.postMessage']);
    expect(running.lastText()).toContain('Puoliso-ohjelmasta vastaa');
  });

  test('has let die takes its answer by an update', async () => {
    running.ports.answer = async (question) => {
      const answer = await withSteps(question);
      running.slack.workspace.killStreams();
      return answer;
    };
    const question = await say(people.owner, `${call} kuka vastaa?`);
    expect(methods().slice(-2)).toEqual(['chat.stopStream', 'chat.update']);
    expect(running.said()).toHaveLength(1);
    expect(running.lastText()).toContain('Puoliso-ohjelmasta vastaa');
    running.ports.answer = async () => sampleAnswer();
    await say(people.owner, 'entä milloin?', { threadTs: question.ts });
    expect(running.ports.questions[1]?.subject).toEqual(sampleAnswer().subject);
  });

  test('has let die and does not let change is followed by a message', async () => {
    running.faulty.refuseAlways('chat.stopStream', 'message_not_in_streaming_state');
    running.faulty.refuseAlways('chat.update', 'cant_update_message');
    await say(people.owner, `${call} kuka vastaa?`);
    expect(methods().at(-1)).toBe('chat.postMessage');
    expect(running.lastText()).toContain('Puoliso-ohjelmasta vastaa');
  });

  test('was showing goes when the answer fails, and the asker is told', async () => {
    running.ports.answer = async (question) => {
      await withSteps(question);
      throw new Error('broken');
    };
    await say(people.admin, `${call} vem ansvarar?`);
    expect(running.said()).toMatchObject([{ onlyFor: people.admin.id }]);
    expect(running.lastText()).toContain('Något gick fel');
  });
});

test('a stream whose answer takes too long ends with the reason', async () => {
  await running.stop();
  running = await startSocketApp({ timing: { answerWithinMs: 50, searchingAfterMs: 60_000 } });
  running.ports.answer = ({ progress }) => {
    progress?.({ step: 'searching', documents: 2 });
    return new Promise(() => {});
  };
  await say(people.guest, `${call} who is responsible?`);
  expect(running.said()).toMatchObject([{ stream: { open: false } }]);
  expect(running.lastText()).toContain('took too long');
});
