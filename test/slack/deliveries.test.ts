import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import type { LoopbackMessage } from '../../src/playground/workspace.ts';
import { botUser } from '../../src/playground/workspace.ts';
import { plainText } from '../../src/slack/plain-text.ts';
import { pressablesOf } from '../../src/slack/pressables.ts';
import { latestUpdate } from '../../src/status/state.ts';
import { channel, people } from '../support/faulty-slack.ts';
import { RealApp, shippedCatalogue } from '../support/real-app.ts';
import { buttonOf } from '../support/running-app.ts';

const { owner, admin, guest } = people;
const monday = '2026-11-23T07:00:00Z';
const friday = '2026-11-27T07:00:00Z';
const goal5 = { programme: 'helsinki', id: '5' };

let catalogue: Catalogue;
let real: RealApp;
beforeAll(async () => {
  catalogue = await shippedCatalogue();
});
beforeEach(async () => {
  real = await RealApp.start({ catalogue });
});
afterEach(() => real.stop());

/** What Valo has said in a channel to everybody there. */
const saidIn = (id: string) => real.said.filter((message) => message.channel === id && message.onlyFor === null);
const digests = () => saidIn(channel);
const directTo = ({ id }: { id: string }) => saidIn(real.slack.workspace.openDirect(id).id);
const textOf = (message: LoopbackMessage | undefined) => plainText(message?.blocks ?? []);
const labels = (message: LoopbackMessage | undefined) =>
  (message?.blocks ?? []).flatMap(pressablesOf).map(({ label }) => label);

describe('the weekly digest', () => {
  beforeEach(async () => {
    await real.command(admin, 'set goal5 red no translators');
    await real.command(admin, `digest on <#${channel}|x> sv`);
  });

  test('comes with its picture at its time, once, over a restart', async () => {
    await real.lookAt('2026-11-23T06:59:00Z');
    expect(digests()).toEqual([]);
    await real.lookAt(monday);
    await real.restart();
    await real.lookAt('2026-11-23T07:10:00Z');
    expect(digests().length).toBe(1);
    const [digest] = digests();
    expect(textOf(digest)).toContain('no translators');
    expect(digest?.blocks[0]).toMatchObject({ type: 'image', slack_file: { id: expect.any(String) } });
    expect(digest?.metadata).toMatchObject({ event_payload: { key: `digest:2026-W48:${channel}` } });
    expect(await real.command(guest, 'digest status')).toContain('30 November 2026');
    expect(real.log).toContain(`digest:2026-W48:${channel}: posted`);
  });

  test('is found in the history after a lost answer, and not posted again', async () => {
    real.faulty.failNext('chat.postMessage', { kind: 'loseResponse' });
    await real.lookAt(monday);
    expect(digests().length).toBe(1);
    await real.restart();
    await real.lookAt('2026-11-23T07:01:00Z');
    expect(digests().length).toBe(1);
    expect(real.log).toContain(`digest:2026-W48:${channel}: found posted by an earlier attempt`);
    const tries = real.slack.calls.filter(
      ({ method, arguments: { channel: id } }) => method === 'chat.postMessage' && id === channel,
    );
    expect(tries.length).toBe(1);
  });

  test('is posted when a history of older messages lacks it, without reading all of them', async () => {
    for (let count = 0; count < 450; count += 1) {
      real.slack.workspace.post({
        channel,
        user: guest.id,
        text: 'old chat',
        threadTs: null,
        blocks: [],
        onlyFor: null,
        metadata: undefined,
      });
    }
    real.faulty.failNext('chat.postMessage', { kind: 'reply', status: 503, body: 'unavailable' });
    await real.lookAt(monday);
    await real.restart();
    await real.lookAt('2026-11-23T07:01:00Z');
    expect(real.slack.calls.filter(({ method }) => method === 'conversations.history').length).toBe(1);
    expect(digests().filter(({ user }) => user === botUser.id).length).toBe(1);
  });

  test('is not posted again while the history cannot be read', async () => {
    real.faulty.failNext('chat.postMessage', { kind: 'loseResponse' });
    real.faulty.refuseNext('conversations.history', 'missing_scope');
    await real.lookAt(monday);
    await real.restart();
    await real.lookAt('2026-11-23T07:01:00Z');
    expect(digests().length).toBe(1);
    expect(real.log.at(-2)).toContain('the history could not be read (missing_scope)');
    await real.restart();
    await real.lookAt('2026-11-23T07:02:00Z');
    expect(digests().length).toBe(1);
    expect(real.log).toContain(`digest:2026-W48:${channel}: found posted by an earlier attempt`);
  });

  test('is found among newer messages, on a later page of the history', async () => {
    real.slack.workspace.epoch = Date.parse(monday) / 1000;
    real.faulty.failNext('chat.postMessage', { kind: 'loseResponse' });
    await real.lookAt(monday);
    for (let count = 0; count < 450; count += 1) {
      real.slack.workspace.post({
        channel,
        user: guest.id,
        text: 'chat',
        threadTs: null,
        blocks: [],
        onlyFor: null,
        metadata: undefined,
      });
    }
    await real.restart();
    await real.lookAt('2026-11-23T07:01:00Z');
    expect(real.slack.calls.filter(({ method }) => method === 'conversations.history').length).toBe(3);
    expect(digests().length).toBe(1);
  });

  test('waits when Slack asks to slow down', async () => {
    real.faulty.limitNext('chat.postMessage', 1);
    await real.lookAt(monday);
    expect(digests().length).toBe(1);
    expect(real.slack.calls.filter(({ method }) => method === 'conversations.history')).toEqual([]);
  });

  test('goes without a picture that Slack does not take', async () => {
    real.faulty.refuseNext('files.getUploadURLExternal', 'storage_limit_reached');
    await real.lookAt(monday);
    expect(digests().length).toBe(1);
    expect(digests()[0]?.blocks[0]?.type).toBe('header');
  });

  test.each([
    ['is_archived', 'Veckosammandraget är pausat: kanalen', 'är arkiverad'],
    ['not_in_channel', 'Veckosammandraget är pausat: Valo är inte längre med i kanalen', 'digest on'],
  ] as const)('%s: pauses it and tells the person who turned it on, once', async (error, ...words) => {
    real.slack.workspace.closed.set(channel, error);
    await real.lookAt(monday);
    await real.lookAt('2026-11-23T07:01:00Z');
    await real.restart();
    await real.lookAt('2026-11-23T07:02:00Z');
    await real.lookAt('2026-11-30T07:00:00Z');
    expect(digests()).toEqual([]);
    expect(directTo(admin).length).toBe(1);
    for (const word of words) expect(textOf(directTo(admin)[0])).toContain(word);
    expect(await real.command(admin, 'digest status')).toContain('Pausat');
    real.slack.workspace.closed.clear();
    await real.command(admin, `digest on <#${channel}|x>`);
    await real.lookAt('2026-12-07T07:00:00Z');
    expect(digests().length).toBe(1);
  });

  test('that is asked for is posted at once and only once a request', async () => {
    const first = await real.command(admin, 'digest now', 'trigger-1');
    await real.restart();
    await real.command(admin, 'digest now', 'trigger-1');
    expect(first).not.toBe('');
    expect(digests().length).toBe(1);
  });
});

describe('the weekly reminder', () => {
  async function remind(): Promise<LoopbackMessage> {
    await real.command(admin, `owner add goal4 <@${owner.id}|x>`);
    await real.command(admin, `owner add goal5 <@${owner.id}|x>`);
    real.now = new Date('2026-10-20T07:00:00Z');
    await real.command(admin, 'set goal5 yellow going');
    await real.lookAt(friday);
    const [message] = directTo(owner);
    if (message === undefined) throw new Error('no reminder came');
    return message;
  }

  const press = async (message: LoopbackMessage, label: string, place = 0) => {
    const found = message.blocks.flatMap(pressablesOf).filter((of) => of.label === label)[place];
    if (found === undefined) throw new Error(`There is no "${label}"`);
    await real.slack.press({ user: owner.id, message, button: found });
    await real.app.idle();
    return real.last;
  };
  const standing = async () => latestUpdate(await real.store.state(), goal5);

  test('says what waits and why, with one tap a light', async () => {
    const message = await remind();
    expect(textOf(message)).toMatchInlineSnapshot(`
      "2 kohdetta odottaa päivitystäsi

      Yksi painallus riittää. Mitä kerrot nyt, on mukana seuraavassa viikkokoosteessa.

      ▫️ ei valoa · Tavoite 4: Osaajien ja perheiden asettautuminen
      Valoa ei ole vielä asetettu.

      [🟢 vihreä] [🟡 keltainen] [🔴 punainen …] [⚪ harmaa] [Kerro lisää] [Ei enää minun]

      🟡 keltainen · Tavoite 5: Osaamista vastaava työllistyminen
      Päivitetty 20.10.2026, yli 28 päivää sitten.

      [Ei muutosta: 🟡 keltainen] [🟢 vihreä] [🔴 punainen …] [⚪ harmaa] [Kerro lisää] [Ei enää minun]

      [Ei muistutusta ensi perjantaina]"
    `);
    expect(message.metadata).toMatchObject({ event_payload: { key: 'nudge:2026-W48' } });
    await real.restart();
    await real.lookAt('2026-11-27T07:05:00Z');
    expect(directTo(owner).length).toBe(1);
  });

  test('takes a light, and "no change" as a confirmation', async () => {
    const message = await remind();
    await press(message, 'Ei muutosta: 🟡 keltainen');
    expect(await standing()).toMatchObject({ light: 'yellow', actor: owner.id, comment: 'going' });
    await press(message, '🟢 vihreä', 1);
    // The message showed another light than the one that stands since the confirmation.
    expect(textOf(real.last)).toContain('Mitään ei muutettu');
    const again = await real.command(owner, 'set goal5 green');
    expect(again).toContain('vihreä');
  });

  test('opens the form with red chosen, as red needs a reason', async () => {
    const message = await remind();
    await press(message, '🔴 punainen …', 1);
    const modal = real.slack.workspace.modalOf(owner.id);
    if (modal === null) throw new Error('no form');
    expect(await real.slack.submit(modal, {})).toEqual({ errors: { comment: expect.any(String) } });
    await real.slack.submit(modal, { comment: 'kääntäjät puuttuvat' });
    await real.app.idle();
    expect(await standing()).toMatchObject({ light: 'red', comment: 'kääntäjät puuttuvat' });
  });

  test('lets an owner give a goal up and take it back', async () => {
    const message = await remind();
    const answer = await press(message, 'Ei enää minun', 1);
    expect(textOf(answer)).toContain('ei ole enää vastuuhenkilö');
    const owners = async () => (await real.store.state()).targets['helsinki:5']?.owners;
    expect(await owners()).toEqual([]);
    expect(await real.command(admin, 'history 5')).toContain(`@${owner.id} tog bort en ansvarig: @${owner.id}`);
    await real.slack.press({ user: owner.id, message: answer, button: buttonOf(answer, 'Otan vastuun takaisin') });
    await real.app.idle();
    expect(await owners()).toEqual([owner.id]);
  });

  test('gives no goal to somebody who never had it', async () => {
    const message = await remind();
    const answer = await press(message, 'Ei enää minun', 1);
    await real.slack.press({ user: guest.id, message: answer, button: buttonOf(answer, 'Otan vastuun takaisin') });
    await real.app.idle();
    expect((await real.store.state()).targets['helsinki:5']?.owners).toEqual([]);
  });

  test('stays away for a week on request, and not after a second thought', async () => {
    const message = await remind();
    const answer = await press(message, 'Ei muistutusta ensi perjantaina');
    expect(textOf(answer)).toContain('4.12.2026');
    await real.lookAt('2026-12-04T07:00:00Z');
    expect(directTo(owner).length).toBe(1);
    await real.slack.press({ user: owner.id, message: answer, button: buttonOf(answer, 'Muistuta sittenkin') });
    await real.app.idle();
    await real.lookAt('2026-12-04T07:05:00Z');
    expect(directTo(owner).length).toBe(2);
  });

  test('shows eight goals and the rest on request, as they stand by then', async () => {
    for (const id of ['1', '2', '3', '4', '5', '6', '7', '8', '9']) {
      await real.command(admin, `owner add goal${id} <@${owner.id}|x>`);
    }
    await real.command(admin, `owner add 4.3 <@${owner.id}|x>`);
    await real.lookAt(friday);
    const [message] = directTo(owner);
    if (message === undefined) throw new Error('no reminder came');
    expect(textOf(message)).toContain('10 kohdetta odottaa päivitystäsi');
    expect(labels(message).filter((label) => label === '🟢 vihreä').length).toBe(8);
    const rest = await press(message, 'Näytä loput (2)');
    expect(labels(rest).filter((label) => label === '🟢 vihreä').length).toBe(2);
  });

  test('speaks the language of its reader, and goes to the delegate of an owner who is away', async () => {
    await real.command(admin, `owner add goal5 <@${owner.id}|x>`);
    await real.command(admin, `delegate goal5 <@${guest.id}|x> until 2026-12-31`);
    await real.command(owner, 'away until 2026-11-30');
    await real.lookAt(friday);
    expect(directTo(owner)).toEqual([]);
    expect(textOf(directTo(guest)[0])).toContain('You are standing in for');
    expect(labels(directTo(guest)[0])).not.toContain('Not mine any more');
  });

  test('goes to nobody whose account is deactivated', async () => {
    await real.command(admin, `owner add goal5 <@${owner.id}|x>`);
    real.slack.workspace.deactivate(owner.id);
    await real.lookAt(friday);
    expect(directTo(owner)).toEqual([]);
  });

  test('that is lost on the way comes once', async () => {
    await real.command(admin, `owner add goal5 <@${owner.id}|x>`);
    real.faulty.failNext('chat.postMessage', { kind: 'loseResponse' });
    await real.lookAt(friday);
    await real.restart();
    await real.lookAt('2026-11-27T07:01:00Z');
    expect(directTo(owner).length).toBe(1);
    const posts = real.slack.workspace.messages.filter(({ user }) => user === botUser.id);
    expect(posts.filter(({ metadata }) => metadata !== undefined).length).toBe(1);
  });
});
