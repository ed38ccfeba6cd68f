import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import { plainText } from '../../src/slack/plain-text.ts';
import { channel, people } from '../support/faulty-slack.ts';
import { RealApp, shippedCatalogue } from '../support/real-app.ts';
import { buttonOf } from '../support/running-app.ts';

let catalogue: Catalogue;
let real: RealApp;
beforeAll(async () => {
  catalogue = await shippedCatalogue();
});
beforeEach(async () => {
  real = await RealApp.start({ catalogue, admins: [people.admin.id] });
  return () => real.stop();
});

const place = `<#${channel}|tyollisyys>`;
const picturesOf = (blocks: readonly { type: string }[]) => blocks.filter(({ type }) => type === 'image');

async function setLights(count: number): Promise<void> {
  for (let goal = 1; goal <= count; goal += 1) {
    await real.command(people.admin, `set hki ${goal} red Rahoitus puuttuu kohteesta ${goal}`);
  }
}

test('a preview shows its asker what the channel would get, with the picture, and posts nothing', async () => {
  await real.command(people.admin, `digest on ${place} en mon 9:00`);
  await real.command(people.admin, 'set hki 5 red No money');
  const text = await real.command(people.guest, 'digest preview');
  expect(text).toMatch(/^A preview, shown to you only\. Nothing was sent to #\S+\.\n\nA picture of the lights, /);
  expect(text).toContain('🔴 red, @');
  expect(text).toContain('No money');
  expect(real.last.onlyFor).toBe(people.guest.id);
  expect(picturesOf(real.last.blocks)).toMatchObject([{ alt_text: expect.stringContaining('Goal 5') }]);
  // Without a channel: a picture that only the digest shows.
  expect(real.slack.workspace.files).toMatchObject([{ channel: '', content: expect.stringContaining('PNG') }]);
  expect(real.said.filter(({ onlyFor }) => onlyFor === null)).toEqual([]);
});

test.each([
  ['files.getUploadURLExternal', 'restricted_action'],
  ['files.completeUploadExternal', 'not_allowed'],
  ['files.info', 'file_not_found'],
])('a digest goes without its picture when %s is refused', async (method, error) => {
  real.faulty.refuseAlways(method, error);
  const text = await real.command(people.guest, 'digest preview');
  expect(text).toContain('The picture could not be added.');
  expect(text).toContain('Viikkokooste');
  expect(picturesOf(real.last.blocks)).toEqual([]);
});

test('a preview in a direct message is about every programme and names no channel', async () => {
  const direct = real.slack.workspace.openDirect(people.guest.id).id;
  await real.slack.command({ user: people.guest.id, channel: direct, text: 'digest preview' });
  await real.app.idle();
  const text = plainText(real.last.blocks);
  expect(text).toMatch(/^A preview, shown to you only\.\n/);
  expect(text).toContain('kaikki 12 tavoitetta');
});

test('a channel that Slack does not know is named, and nothing is done in another one', async () => {
  await real.command(people.admin, `digest on ${place} en mon 9:00`);
  for (const command of ['digest off #nosuch', 'digest now #nosuch', 'digest on #nosuch only red']) {
    expect(await real.command(people.admin, command)).toContain('Kanalen ”#nosuch” hittas inte.');
  }
  expect(await real.command(people.admin, 'digest status')).not.toContain('🔴');
  expect(real.said.filter(({ onlyFor }) => onlyFor === null)).toEqual([]);
});

test('a digest narrowed down to lights that no goal has says so, without an empty picture', async () => {
  await real.command(people.admin, `digest on ${place} en mon 9:00 only red,yellow`);
  await real.command(people.admin, 'set hki 5 green');
  const text = await real.command(people.guest, 'digest preview');
  expect(text).toContain('Right now no goal has a light that this digest is narrowed down to.');
  expect(text).not.toMatch(/has a light yet|could not be added/);
  expect(picturesOf(real.last.blocks)).toEqual([]);
  // What is only a measure's is no goal's light, and told all the same.
  await real.command(people.admin, 'set 4.3 red No money');
  const later = await real.command(people.guest, 'digest preview');
  expect(later).toContain('Right now no goal has');
  expect(later).toContain('No money');
});

test('the rest of a digest is shown to whoever asks for it, as of the digest’s own moment', async () => {
  await setLights(6);
  await real.command(people.admin, 'digest preview');
  const short = real.last;
  expect(plainText(short.blocks)).not.toContain('kohteesta 6');
  // What comes later is not in it.
  real.now = new Date(real.now.getTime() + 60_000);
  await real.command(people.admin, 'set hki 7 red Myöhemmin');
  const all = buttonOf(short, 'Näytä koko kooste');
  await real.slack.press({ user: people.guest.id, message: short, button: all });
  await real.app.idle();
  const text = plainText(real.last.blocks);
  expect(real.last.onlyFor).toBe(people.guest.id);
  for (let goal = 1; goal <= 6; goal += 1) expect(text).toContain(`kohteesta ${goal}`);
  expect(text).not.toContain('Myöhemmin');
});

test('a button of the digest opens its goal, and one that was tampered with says that it is out of date', async () => {
  await setLights(5);
  await real.command(people.guest, 'digest preview');
  const digest = real.last;
  await real.slack.press({ user: people.guest.id, message: digest, button: buttonOf(digest, 'Tavoite 2') });
  await real.app.idle();
  expect(plainText(real.last.blocks)).toContain('Goal 2');
  const all = buttonOf(digest, 'Näytä koko kooste');
  const button = { ...all, action: { ...all.action, value: '{"channel":"C1"}' } };
  await real.slack.press({ user: people.guest.id, message: digest, button });
  await real.app.idle();
  expect(plainText(real.last.blocks)).toContain('This button is out of date.');
});

test('the digest tells of this week’s questions without a good answer, and not who asked', async () => {
  const question = {
    user: people.guest.id,
    text: 'paljonko puoliso-ohjelma maksaa?',
    language: 'fi' as const,
    outcome: 'not_found' as const,
    answer: '',
    targets: [],
    people: [],
    organisations: [],
    events: [],
    place: null,
  };
  const now = real.now;
  real.now = new Date(now.getTime() - 8 * 24 * 60 * 60 * 1000);
  real.conversation.keepQuestion({ ...question, text: 'vanha kysymys aiheesta?' });
  real.now = now;
  real.conversation.keepQuestion(question);
  const text = await real.command(people.admin, 'digest preview');
  expect(text).toContain('paljonko puoliso-ohjelma maksaa?');
  expect(text).not.toContain('vanha kysymys');
  expect(JSON.stringify(real.last)).not.toContain(people.guest.id);
});

test.each([
  ['which Valo has not joined', { ok: true, channel: { id: channel, is_member: false } }, true],
  ['that is hidden from Valo', { ok: false, error: 'channel_not_found' }, true],
  ['of which Slack says nothing now', { ok: false, error: 'internal_error' }, false],
  ['that Valo is in', { ok: true, channel: { id: channel, is_member: true } }, false],
])(
  'turning the digest on in a channel %s asks for an invitation only where one is missing',
  async (_what, body, asked) => {
    real.faulty.failNext('conversations.info', { kind: 'reply', status: 200, body });
    const text = await real.command(people.admin, `digest on ${place}`);
    expect(text).toContain('/lv digest preview');
    expect(text.includes('/invite @Valo')).toBe(asked);
  },
);
