import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Answer } from '../../src/answer/answer.ts';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import { botUser, type LoopbackMessage } from '../../src/playground/workspace.ts';
import { plainText } from '../../src/slack/plain-text.ts';
import { channel, people } from '../support/faulty-slack.ts';
import { RealApp, shippedCatalogue } from '../support/real-app.ts';
import { buttonOf } from '../support/running-app.ts';
import { hostile, sampleAnswer } from '../support/samples.ts';

const call = `<@${botUser.id}>`;
let catalogue: Catalogue;
let real: RealApp;
let answer: Answer;
beforeAll(async () => {
  catalogue = await shippedCatalogue();
});
beforeEach(async () => {
  answer = sampleAnswer();
  real = await RealApp.start({ catalogue, ask: async () => answer, admins: [people.admin.id] });
  await real.command(people.admin, `owner add hki 4 <@${people.owner.id}|aino>`);
});
afterEach(() => real.stop());

type User = { id: string };
const directOf = (user: User) => `D${user.id.slice(1)}`;
const wordsOf = (message: LoopbackMessage | undefined) => plainText(message?.blocks ?? []);
const saidIn = (place: string) => real.said.filter((message) => message.channel === place);

/** Asks in the channel; Valo's answer in the thread. */
async function askInChannel(user: User = people.guest): Promise<LoopbackMessage> {
  await real.slack.say({ user: user.id, channel, text: `${call} who is responsible for the spouse programme?` });
  await real.app.idle();
  return real.last;
}

async function press(user: User, message: LoopbackMessage, label: string, triggerId?: string): Promise<void> {
  const trigger = triggerId === undefined ? {} : { triggerId };
  await real.slack.press({ user: user.id, message, button: buttonOf(message, label), ...trigger });
  await real.app.idle();
}

async function submit(user: User, filled: Record<string, string>) {
  const modal = real.slack.workspace.modalOf(user.id);
  if (modal === null) throw new Error('no form is open');
  const result = await real.slack.submit(modal, filled);
  await real.app.idle();
  return result;
}

async function reply(user: User, message: LoopbackMessage | undefined, text: string) {
  if (message === undefined) throw new Error('nothing to reply to');
  await real.slack.say({ user: user.id, channel: message.channel, text, threadTs: message.ts });
  await real.app.idle();
}

const ratings = () => real.conversation.questionsOf(people.guest.id, 1)[0]?.ratings;

describe('a verdict', () => {
  test('of use is kept, and thanked for to its giver alone', async () => {
    const message = await askInChannel();
    await press(people.owner, message, '👍 Hyödyllinen');
    expect(ratings()).toMatchObject([{ user: people.owner.id, verdict: 'useful' }]);
    expect(real.last).toMatchObject({ onlyFor: people.owner.id });
    expect(wordsOf(real.last)).toBe('Kiitos palautteesta.');
  });

  test('of no use is kept at once, and its reason when the form is sent', async () => {
    const message = await askInChannel();
    await press(people.guest, message, '👎 Ei hyödyllinen');
    expect(ratings()).toMatchObject([{ verdict: 'notUseful', reason: null }]);
    await submit(people.guest, { reason: 'outdated', comment: 'The post has changed.' });
    expect(ratings()).toMatchObject([{ verdict: 'notUseful', reason: 'outdated', comment: 'The post has changed.' }]);
    expect(real.last).toMatchObject({ channel, onlyFor: people.guest.id, threadTs: message.threadTs });
    expect(wordsOf(real.last)).toBe('Thank you for the feedback.');
  });

  test('pressed twice counts once', async () => {
    const message = await askInChannel();
    await press(people.guest, message, '👍 Hyödyllinen', 'press-1');
    await press(people.guest, message, '👍 Hyödyllinen', 'press-1');
    await press(people.guest, message, '👍 Hyödyllinen');
    expect(ratings()).toHaveLength(1);
  });

  test('about an answer that is no longer kept changes nothing, and says so', async () => {
    const message = await askInChannel();
    real.now = new Date('2027-03-22T08:00:00Z');
    await press(people.guest, message, '👎 Ei hyödyllinen');
    expect(real.slack.workspace.modalOf(people.guest.id)).toBeNull();
    expect(wordsOf(real.last)).toBe('This button is out of date. Nothing was changed.');
  });

  test('is not asked for where there is nothing to judge', async () => {
    answer = sampleAnswer({ outcome: 'smalltalk', targets: [], subject: null });
    const message = await askInChannel();
    expect(() => buttonOf(message, '👍 Hyödyllinen')).toThrow('to press');
  });
});

describe('a question that is sent on', () => {
  test('reaches the owner with the answer, the measure and the thread, in the owner’s language', async () => {
    const message = await askInChannel();
    await press(people.guest, message, 'Kysy vastuuhenkilöltä');
    expect(wordsOf(real.last)).toBe('The question has been sent to @UOWNER. The answer will come to this thread.');
    const [sent] = saidIn(directOf(people.owner));
    expect(wordsOf(sent)).toContain('@UGUEST kysyy asiasta, josta vastaat: Toimenpide 4.3');
    expect(wordsOf(sent)).toContain('> kuka vastaa puoliso-ohjelmasta?');
    expect(wordsOf(sent)).toContain('> Puoliso-ohjelmasta vastaa kaupunginkanslian elinkeino-osasto.');
    expect(wordsOf(sent)).toContain(`Avaa keskustelu (https://loopback.invalid/archives/${channel}/p`);
    expect(wordsOf(sent)).toContain('[Näytä: Toimenpide 4.3]');
  });

  test('is sent once, however often it is pressed', async () => {
    const message = await askInChannel();
    await press(people.guest, message, 'Kysy vastuuhenkilöltä');
    await press(people.admin, message, 'Kysy vastuuhenkilöltä');
    expect(saidIn(directOf(people.owner))).toHaveLength(1);
    expect(wordsOf(real.last)).toBe('Frågan har redan skickats till @UOWNER.');
  });

  test('with a verdict goes on to the owner when its reader wishes so', async () => {
    const message = await askInChannel();
    await press(people.guest, message, '👎 Ei hyödyllinen');
    await submit(people.guest, { reason: 'incomplete', sendOn: 'yes' });
    expect(saidIn(directOf(people.owner))).toHaveLength(1);
    expect(wordsOf(real.last)).toContain('The question has been sent to @UOWNER.');
  });

  test('finds no owner, and says who can name one', async () => {
    await real.command(people.admin, `owner remove hki 4 <@${people.owner.id}|aino>`);
    const message = await askInChannel();
    await press(people.guest, message, 'Kysy vastuuhenkilöltä');
    expect(wordsOf(real.last)).toMatch(/^There is no owner to ask: Measure 4\.3: .*\. An admin can name one\.$/);
  });

  test('is not sent to its own asker', async () => {
    const message = await askInChannel(people.owner);
    await press(people.owner, message, 'Kysy vastuuhenkilöltä');
    expect(wordsOf(real.last)).toMatch(/^Vastaat itse tästä kohteesta: Toimenpide 4\.3/);
  });

  test('is offered to nobody where the answer is about no goal or measure', async () => {
    answer = sampleAnswer({ targets: [] });
    const message = await askInChannel();
    expect(() => buttonOf(message, 'Kysy vastuuhenkilöltä')).toThrow('to press');
  });
});

describe('an owner’s reply', () => {
  async function replied(text = 'Ohjelmasta vastaa nyt Anna.'): Promise<LoopbackMessage> {
    const message = await askInChannel();
    await press(people.guest, message, 'Kysy vastuuhenkilöltä');
    await reply(people.owner, saidIn(directOf(people.owner))[0], text);
    return message;
  }

  test('lands in the asker’s thread, and the owner is told so', async () => {
    const question = await replied();
    const relayed = saidIn(channel).at(-1);
    expect(relayed).toMatchObject({ threadTs: question.threadTs, onlyFor: null });
    expect(wordsOf(relayed)).toContain('@UOWNER vastaa kysymykseesi, @UGUEST:');
    expect(wordsOf(relayed)).toContain('> Ohjelmasta vastaa nyt Anna.');
    expect(wordsOf(saidIn(directOf(people.owner)).at(-1))).toBe('Kiitos. Vein vastauksesi kysyjälle.');
  });

  test('to a private question goes to its asker by direct message', async () => {
    await real.command(people.guest, 'ask kuka vastaa puoliso-ohjelmasta?');
    await press(people.guest, real.last, 'Kysy vastuuhenkilöltä');
    expect(wordsOf(real.last)).toContain('The answer will come to you in a direct message.');
    await reply(people.owner, saidIn(directOf(people.owner))[0], 'Anna vastaa.');
    expect(wordsOf(saidIn(directOf(people.guest)).at(-1))).toContain('> Anna vastaa.');
  });

  test('is offered to the admins, and cited with author and date once one of them keeps it', async () => {
    await replied();
    const offer = saidIn(directOf(people.admin)).at(-1);
    expect(wordsOf(offer)).toContain('Får Valo använda svaret i fortsättningen?');
    if (offer === undefined) throw new Error('no offer');
    await press(people.admin, offer, 'Använd svaret');
    expect(wordsOf(saidIn(directOf(people.admin)).at(-1))).toContain('@UADMIN godkände svaret.');
    const again = await askInChannel();
    expect(wordsOf(again)).toMatch(/^Ohjelmasta vastaa nyt Anna\.\n/);
    expect(wordsOf(again)).toContain('> Ohjelmasta vastaa nyt Anna.\nKollegan vastaus – @UOWNER, 22.11.2026');
  });

  test('that an admin declines is never an answer', async () => {
    await replied();
    const offer = saidIn(directOf(people.admin)).at(-1);
    if (offer === undefined) throw new Error('no offer');
    await press(people.admin, offer, 'Använd inte');
    expect(wordsOf(await askInChannel())).not.toContain('Anna');
  });

  test('is decided once: a later press elsewhere is told so', async () => {
    await replied();
    const offer = saidIn(directOf(people.admin)).at(-1);
    await real.slack.openTab(people.admin.id, 'home');
    await real.app.idle();
    const home = real.slack.workspace.homes.get(people.admin.id);
    const decline = buttonOf(home, 'Använd inte');
    if (offer === undefined) throw new Error('no offer');
    await press(people.admin, offer, 'Använd svaret');
    await real.slack.pressHome({ user: people.admin.id, button: decline });
    await real.app.idle();
    expect(plainText(real.slack.workspace.homes.get(people.admin.id)?.blocks ?? [])).toContain(
      'Det här var redan avgjort. Inget ändrades.',
    );
    expect(real.conversation.curatedAnswers()).toHaveLength(1);
  });

  test('cannot be kept by somebody who is no admin', async () => {
    await replied();
    const offer = saidIn(directOf(people.admin)).at(-1);
    if (offer === undefined) throw new Error('no offer');
    await press(people.guest, offer, 'Använd svaret');
    expect(real.conversation.curatedAnswers()).toEqual([]);
    expect(wordsOf(real.last)).toContain('Only an admin can do this.');
  });

  test('with hostile words stays inert in the thread, the offer and the home tab', async () => {
    await replied(hostile.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'));
    await real.slack.openTab(people.admin.id, 'home');
    await real.app.idle();
    for (const message of real.said) {
      expect(message.text).not.toMatch(/<!channel>|<@U1>|<http:\/\/evil/);
      expect(JSON.stringify(message.blocks)).not.toMatch(/"type":"(mrkdwn|broadcast|usergroup)"|evil\|bank","url"/);
    }
    expect(JSON.stringify(real.slack.workspace.homes.get(people.admin.id))).not.toMatch(
      /"type":"(mrkdwn|link|broadcast)"/,
    );
  });
});

describe('/lv gaps', () => {
  test('groups what went unanswered or was not useful by topic, with counts and without names', async () => {
    answer = sampleAnswer({ outcome: 'not_found', headline: 'Asiakirjoissa ei ole tätä.', citations: [] });
    await askInChannel();
    await askInChannel(people.owner);
    answer = sampleAnswer();
    await press(people.guest, await askInChannel(), '👎 Ei hyödyllinen');
    await submit(people.guest, { reason: 'wrong' });
    const text = await real.command(people.guest, 'gaps');
    expect(text).toMatch(/Measure 4\.3: .* – 3 questions, unanswered: 2, not useful: 1 \(The answer is wrong\)/);
    expect(text).toContain('• kuka vastaa puoliso-ohjelmasta?');
    expect(text).not.toMatch(/UGUEST|UOWNER/);
  });

  test('says that there are none', async () => {
    expect(await real.command(people.guest, 'gaps')).toContain('Every question has found an answer');
  });
});

describe('what is kept', () => {
  test('of a thread is there after a restart', async () => {
    const message = await askInChannel();
    await real.restart();
    await real.slack.say({ user: people.guest.id, channel, text: 'and when?', threadTs: message.threadTs ?? '' });
    await real.app.idle();
    expect(real.slack.calls.filter(({ method }) => method === 'conversations.replies')).toEqual([]);
    expect(saidIn(channel).filter(({ onlyFor }) => onlyFor === null)).toHaveLength(2);
  });

  test('of a verdict is there after a restart', async () => {
    const message = await askInChannel();
    await press(people.guest, message, '👍 Hyödyllinen');
    await real.restart();
    expect(ratings()).toMatchObject([{ verdict: 'useful' }]);
  });

  test('of a user is gone after /lv forget me', async () => {
    await askInChannel();
    expect(await real.command(people.guest, 'forget me')).toContain('What was kept about you has been removed.');
    expect(real.conversation.questionsOf(people.guest.id, 9)).toEqual([]);
  });
});
