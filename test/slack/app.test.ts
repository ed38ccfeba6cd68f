import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { botUser } from '../../src/playground/workspace.ts';
import { channel, people } from '../support/faulty-slack.ts';
import { testNow } from '../support/fake-ports.ts';
import { buttonOf, type RunningApp, startApp, startSocketApp } from '../support/running-app.ts';
import { hostile, sampleAnswer } from '../support/samples.ts';

const call = `<@${botUser.id}>`;
const directOf = (user: { id: string }) => `D${user.id.slice(1)}`;
const subjectOf = (answer: ReturnType<typeof sampleAnswer>) => answer.subject;

let running: RunningApp;
beforeEach(async () => {
  running = await startSocketApp();
});
afterEach(() => running.stop());

async function say(user: { id: string }, text: string, place: { channel?: string; threadTs?: string } = {}) {
  const thread = place.threadTs === undefined ? {} : { threadTs: place.threadTs };
  const message = await running.slack.say({ user: user.id, channel: place.channel ?? channel, text, ...thread });
  await running.app.idle();
  return message;
}

async function command(user: { id: string }, text: string, triggerId?: string) {
  const trigger = triggerId === undefined ? {} : { triggerId };
  await running.slack.command({ user: user.id, channel, text, ...trigger });
  await running.app.idle();
}

async function press(user: { id: string }, label: string) {
  const message = running.said().at(-1);
  if (message === undefined) throw new Error('Valo has said nothing');
  await running.slack.press({ user: user.id, message, button: buttonOf(message, label) });
  await running.app.idle();
}

describe('a mention', () => {
  test('is answered once, in its thread, although two events tell of it', async () => {
    const question = await say(people.owner, `${call} kuka vastaa puoliso-ohjelmasta?`);
    expect(running.said()).toHaveLength(1);
    expect(running.said()[0]).toMatchObject({ channel, threadTs: question.ts, onlyFor: null });
    expect(running.lastText()).toContain('Puoliso-ohjelmasta vastaa');
    expect(running.ports.questions).toMatchObject([
      { text: 'kuka vastaa puoliso-ohjelmasta?', fallbackLanguage: 'fi', private: false, now: testNow },
    ]);
  });

  test('needs no second mention in its thread, and the subject goes along', async () => {
    const question = await say(people.owner, `${call} kuka vastaa puoliso-ohjelmasta?`);
    await say(people.guest, 'and when?', { threadTs: question.ts });
    expect(running.said()).toHaveLength(2);
    expect(running.said()[1]).toMatchObject({ threadTs: question.ts });
    expect(running.ports.questions[1]).toMatchObject({ text: 'and when?', subject: subjectOf(sampleAnswer()) });
  });

  test('of somebody else in the thread is not for Valo', async () => {
    const question = await say(people.owner, `${call} kuka vastaa?`);
    await say(people.owner, `<@${people.guest.id}> katsotko tätä?`, { threadTs: question.ts });
    expect(running.said()).toHaveLength(1);
  });

  test('alone gets a hint about asking', async () => {
    await say(people.guest, call);
    expect(running.lastText()).toContain('Write a question');
    expect(running.ports.questions).toEqual([]);
  });

  test('in a channel bound to a programme is asked with its city', async () => {
    running.ports.programme = 'helsinki';
    await say(people.owner, `${call} goal 5?`);
    expect(running.ports.questions).toMatchObject([{ programme: 'helsinki', city: 'Helsinki' }]);
  });
});

test('messages in channels and threads without Valo are left alone', async () => {
  const other = await say(people.owner, 'Huomenta kaikille');
  await say(people.guest, 'Huomenta', { threadTs: other.ts });
  expect(running.said()).toEqual([]);
});

test('a thread is taken up again after a restart, with its subject', async () => {
  const question = await say(people.owner, `${call} kuka vastaa puoliso-ohjelmasta?`);
  await running.app.stop();
  const again = await startApp(running.faulty, { connection: { kind: 'socket', appToken: 'xapp-1-test-app-token' } });
  running = { ...again, stop: again.stop };
  await say(people.owner, 'entä milloin?', { threadTs: question.ts });
  expect(running.ports.questions).toMatchObject([{ text: 'entä milloin?', subject: subjectOf(sampleAnswer()) }]);
});

describe('a direct message', () => {
  test('is answered where it stands, privately, and keeps its subject', async () => {
    await say(people.owner, 'kuka vastaa puoliso-ohjelmasta?', { channel: directOf(people.owner) });
    await say(people.owner, 'entä milloin?', { channel: directOf(people.owner) });
    expect(running.said()).toMatchObject([{ threadTs: null }, { threadTs: null }]);
    expect(running.ports.questions).toMatchObject([
      { private: true },
      { private: true, subject: subjectOf(sampleAnswer()) },
    ]);
  });

  test('may hold markup and very long text', async () => {
    await say(people.owner, `${'a'.repeat(10_000)} &lt;b&gt; <http://x.fi|linkki> <@U2>`, {
      channel: directOf(people.owner),
    });
    expect(running.ports.questions[0]?.text.slice(-10)).toBe('<b> linkki');
    expect(running.said()).toHaveLength(1);
  });
});

describe('contact details', () => {
  test('asked for in a channel go to the asker alone, and the thread is told so', async () => {
    running.ports.answer = async ({ private: alone }) =>
      sampleAnswer({ personal: true, headline: alone ? 'puh. 09 310 1234' : 'yhteystieto' });
    const question = await say(people.owner, `${call} mikä on puhelinnumero?`);
    const [own, everyone] = running.said();
    expect(own).toMatchObject({ onlyFor: people.owner.id, threadTs: question.ts });
    expect(own?.text).toContain('09 310 1234');
    expect(everyone).toMatchObject({ onlyFor: null });
    expect(everyone?.text).not.toContain('310');
  });

  test('go by direct message where Slack refuses an ephemeral one', async () => {
    running.ports.answer = async () => sampleAnswer({ personal: true });
    running.faulty.refuseNext('chat.postEphemeral', 'user_not_in_channel');
    await say(people.owner, `${call} mikä on puhelinnumero?`);
    expect(running.said()[0]).toMatchObject({ channel: directOf(people.owner) });
  });
});

describe('/lv', () => {
  test('set by an owner shows old and new light, in the language of the profile, to the owner only', async () => {
    await command(people.owner, 'set goal5 green sopimus tehty');
    expect(running.said()).toMatchObject([{ channel, onlyFor: people.owner.id }]);
    expect(running.lastText()).toContain('▫️ ei valoa → 🟢 vihreä');
    expect(running.lastText()).toContain('> sopimus tehty');
    expect(running.ports.commands[0]?.caller).toMatchObject({ user: people.owner.id, channel, slackAdmin: false });
  });

  test('set by a guest is denied and says who may', async () => {
    await command(people.guest, 'set goal5 green');
    expect(running.lastText()).toContain('You do not have permission for this: /lv set goal5');
    expect(running.lastText()).toContain('Owners: @UOWNER');
    expect(running.ports.applied).toEqual([]);
  });

  test('set by an admin of the Slack workspace is permitted', async () => {
    await command(people.admin, 'set goal5 green');
    expect(running.lastText()).toContain('inget ljus → 🟢 grön');
  });

  test('ask is answered to the asker only', async () => {
    await command(people.owner, 'ask kuka vastaa?');
    expect(running.said()).toMatchObject([{ onlyFor: people.owner.id }]);
    expect(running.ports.questions).toMatchObject([{ text: 'kuka vastaa?', private: true }]);
  });

  test('digest now says when the digest could not be sent', async () => {
    await command(people.guest, 'digest now');
    expect(running.lastText()).toBe('The digest could not be sent to #CWORK. Try again in a moment.');
  });

  test('with a typo offers the likeliest reading, and the button runs it', async () => {
    await command(people.owner, 'set gaol5 gren');
    expect(running.ports.applied).toEqual([]);
    await press(people.owner, '/lv set goal5 green');
    expect(running.ports.applied).toEqual(['set goal5 green']);
    expect(running.said()).toHaveLength(1);
    expect(running.lastText()).toContain('🟢 vihreä');
  });

  test('pressed by somebody else runs with that person’s rights', async () => {
    await command(people.owner, 'set gaol5 gren');
    await press(people.guest, '/lv set goal5 green');
    expect(running.ports.applied).toEqual([]);
    expect(running.lastText()).toContain('You do not have permission');
  });
});

describe('the undo button', () => {
  test('takes the update back and replaces the message', async () => {
    await command(people.owner, 'set goal5 green');
    await press(people.owner, 'Kumoa');
    expect(running.ports.applied).toEqual(['set goal5 green', 'undo']);
    expect(running.said()).toHaveLength(1);
    expect(running.lastText()).toContain('Kumottu: 🟢 vihreä → ▫️ ei valoa');
  });

  test('changes nothing when another light stands by then', async () => {
    await command(people.owner, 'set goal5 green');
    const old = running.said().at(-1);
    await command(people.admin, 'set goal5 red syy');
    if (old === undefined) throw new Error('no message');
    await running.slack.press({ user: people.owner.id, message: old, button: buttonOf(old, 'Kumoa') });
    await running.app.idle();
    expect(running.ports.applied).not.toContain('undo');
    expect(running.said()[0]?.text).toContain('Mitään ei kumottu');
  });
});

test('the shortcut on a message asks about it, and answers its user alone', async () => {
  const message = await say(people.owner, 'Muistaako kukaan, kuka vastaa puoliso-ohjelmasta?');
  await running.slack.shortcut({ user: people.guest.id, message, callbackId: 'ask_about_message' });
  await running.app.idle();
  expect(running.said()).toMatchObject([{ channel, onlyFor: people.guest.id }]);
  expect(running.ports.questions).toMatchObject([
    { text: 'Muistaako kukaan, kuka vastaa puoliso-ohjelmasta?', private: true, fallbackLanguage: 'en' },
  ]);
});

test('an answer that was cut is shown whole, to whoever asks for it', async () => {
  const details = Array.from({ length: 12 }, (_, at) => `Toimenpide ${at + 1}`);
  running.ports.answer = async () => sampleAnswer({ details });
  await say(people.owner, `${call} mitkä toimenpiteet?`);
  expect(running.lastText()).not.toContain('Toimenpide 12');
  await press(people.guest, 'Näytä kaikki');
  expect(running.said().at(-1)).toMatchObject({ onlyFor: people.guest.id });
  expect(running.lastText()).toContain('Toimenpide 12');
});

describe('what comes twice has one effect', () => {
  test('an event that Slack sends again', async () => {
    const event = {
      type: 'app_mention',
      user: people.owner.id,
      channel,
      ts: '1.1',
      event_ts: '1.1',
      text: `${call} kuka?`,
    };
    await running.slack.event(event, 'Ev1');
    await running.slack.event(event, 'Ev1');
    await running.app.idle();
    expect(running.said()).toHaveLength(1);
  });

  test('one message under two event ids', async () => {
    const event = {
      type: 'app_mention',
      user: people.owner.id,
      channel,
      ts: '1.1',
      event_ts: '1.1',
      text: `${call} kuka?`,
    };
    await running.slack.event(event, 'Ev1');
    await running.slack.event(event, 'Ev2');
    await running.app.idle();
    expect(running.said()).toHaveLength(1);
  });

  test('an envelope that arrives over both connections', async () => {
    const payload = running.slack.commandPayload({ user: people.owner.id, channel, text: 'set goal5 green' });
    await running.slack.sockets.deliverTwice('slash_commands', payload);
    await running.app.idle();
    expect(running.ports.applied).toEqual(['set goal5 green']);
    expect(running.said()).toHaveLength(1);
  });

  test('a command with a trigger that was carried out before', async () => {
    await command(people.owner, 'set goal5 green', 'trigger-1');
    await command(people.owner, 'set goal5 green', 'trigger-1');
    expect(running.ports.applied).toEqual(['set goal5 green']);
  });
});

describe('when something fails', () => {
  test('a command’s sender is told in a plain sentence, and the log holds no secret', async () => {
    await command(people.guest, 'crash');
    expect(running.lastText()).toContain('Something went wrong');
    expect(running.said()[0]?.text).not.toMatch(/Error|disk gone|\bat /);
    expect(running.log.join('\n')).toContain('disk gone');
    expect(running.log.join('\n')).not.toContain('xoxb-secret');
  });

  test('the writer of a mention is told in the thread, alone', async () => {
    running.ports.answer = () => Promise.reject(new Error('index broken'));
    const question = await say(people.admin, `${call} vem ansvarar?`);
    expect(running.said()).toMatchObject([{ onlyFor: people.admin.id, threadTs: question.ts }]);
    expect(running.lastText()).toContain('Något gick fel');
  });

  test('an answer that takes too long becomes a reason', async () => {
    await running.stop();
    running = await startSocketApp({ timing: { answerWithinMs: 30, searchingAfterMs: 0 } });
    running.ports.answer = () => new Promise(() => {});
    await say(people.guest, `${call} who is responsible?`);
    expect(running.lastText()).toContain('took too long');
  });

  test('an answer that takes a while is announced as a search', async () => {
    await running.stop();
    running = await startSocketApp({ timing: { searchingAfterMs: 0 } });
    const { slack, ports } = running;
    ports.answer = async () => {
      while (!slack.calls.some(({ method }) => method === 'assistant.threads.setStatus')) {
        await new Promise((resolve) => setImmediate(resolve));
      }
      return sampleAnswer();
    };
    await say(people.guest, `${call} who is responsible?`);
    const status = slack.calls.find(({ method }) => method === 'assistant.threads.setStatus');
    expect(status?.arguments).toMatchObject({ status: 'is searching the documents …' });
    expect(running.lastText()).toContain('Puoliso-ohjelmasta');
  });

  test('a rate limit delays the answer and does not lose it', async () => {
    running.faulty.limitNext('chat.postMessage', 1);
    await say(people.owner, `${call} kuka vastaa?`);
    expect(running.said()).toHaveLength(1);
  });

  test('a response address that has run out is replaced by a direct message', async () => {
    const payload = running.slack.commandPayload({ user: people.owner.id, channel, text: 'set goal5 green' });
    const responseUrl = String(payload['response_url']);
    for (let use = 0; use < 5; use += 1) {
      await fetch(responseUrl, { method: 'POST', body: JSON.stringify({ text: 'used' }) });
    }
    await running.slack.sockets.deliver('slash_commands', payload);
    await running.app.idle();
    expect(running.said().at(-1)).toMatchObject({ channel: directOf(people.owner), onlyFor: null });
  });

  test('a message whose blocks Slack refuses comes in plain words', async () => {
    const payload = running.slack.commandPayload({ user: people.owner.id, channel, text: 'set goal5 green' });
    for (let use = 0; use < 5; use += 1) {
      await fetch(String(payload['response_url']), { method: 'POST', body: JSON.stringify({ text: 'used' }) });
    }
    running.faulty.refuseNext('chat.postMessage', 'invalid_blocks');
    await running.slack.sockets.deliver('slash_commands', payload);
    await running.app.idle();
    expect(running.said().at(-1)).toMatchObject({ channel: directOf(people.owner), blocks: [] });
    expect(running.said().at(-1)?.text).toContain('▫️ ei valoa → 🟢 vihreä');
  });

  test('a profile that cannot be read gives no rights and the default language', async () => {
    running.faulty.refuseAlways('users.info', 'user_not_found');
    await command(people.admin, 'set goal5 green');
    expect(running.lastText()).toContain('Sinulla ei ole oikeutta');
  });
});

test('hostile words in a question, a comment and an answer stay inert', async () => {
  running.ports.answer = async () => sampleAnswer({ headline: hostile });
  await say(people.owner, `${call} &lt;!channel&gt; kuka?`);
  await command(
    people.owner,
    `set goal5 red ${hostile.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}`,
  );
  expect(running.said()).toHaveLength(2);
  for (const message of running.said()) {
    expect(message.text).not.toMatch(/<!channel>|<@U1>|<http/);
    expect(JSON.stringify(message.blocks)).not.toMatch(/"type":"(mrkdwn|broadcast|link)"/);
  }
  const post = running.slack.calls.find(({ method }) => method === 'chat.postMessage');
  expect(post?.arguments).toMatchObject({ unfurl_links: 'false', unfurl_media: 'false', parse: 'none' });
});

test('neither tokens nor questions reach the log at the usual level', async () => {
  await say(people.owner, `${call} salainen kysymys`);
  await command(people.owner, 'set goal5 green salainen kommentti');
  const log = running.log.join('\n');
  expect(log).toBe('info slack: Connected to Slack.');
});

test('tokens and connection tickets do not reach the log even at the debug level', async () => {
  await running.stop();
  running = await startSocketApp({ logLevel: 'debug' });
  await say(people.owner, `${call} kuka vastaa?`);
  expect(running.log.length).toBeGreaterThan(20);
  expect(running.log.join('\n')).not.toMatch(/xoxb-|xapp-|ticket=[0-9a-f]/);
});
