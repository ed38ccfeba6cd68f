import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import type { LoopbackModal } from '../../src/playground/workspace.ts';
import { plainText } from '../../src/slack/plain-text.ts';
import { channel, people } from '../support/faulty-slack.ts';
import { RealApp, shippedCatalogue } from '../support/real-app.ts';
import { buttonOf } from '../support/running-app.ts';
import { hostile } from '../support/samples.ts';

let catalogue: Catalogue;
let real: RealApp;
beforeAll(async () => {
  catalogue = await shippedCatalogue();
});
beforeEach(async () => {
  real = await RealApp.start({ catalogue });
  await real.command(people.admin, `owner add hki 4 <@${people.owner.id}|aino>`);
});
afterEach(() => real.stop());

function formOf(user: { id: string }): LoopbackModal {
  const modal = real.slack.workspace.modalOf(user.id);
  if (modal === null) throw new Error('no form is open');
  return modal;
}

async function openForm(user: { id: string } = people.owner): Promise<LoopbackModal> {
  await real.slack.command({ user: user.id, channel, text: 'edit hki 4.3' });
  await real.app.idle();
  return formOf(user);
}

async function submit(modal: LoopbackModal, filled: Record<string, string | null>) {
  const result = await real.slack.submit(modal, filled);
  await real.app.idle();
  return result;
}

const wordsOf = (modal: LoopbackModal) => plainText(modal.view.blocks, { field: ({ block_id: id }) => `<${id}>` });
const updates = async () =>
  (await real.store.history({ target: { programme: 'helsinki', id: '4.3' } })).entries.filter(
    ({ event }) => event.type === 'light',
  );

test('all fields are saved, the form closes and the update is told with an undo button', async () => {
  const said = real.said.length;
  const form = await openForm();
  expect(wordsOf(form)).toContain('Nyt voimassa: ▫️ ei valoa');
  const filled = {
    light: 'yellow',
    comment: 'Sopimus on tehty',
    next: 'Koulutus alkaa',
    expected: '2026-12-31',
    confidence: '4',
    blockers: 'Tilat puuttuvat',
  };
  expect(await submit(form, filled)).toEqual({ errors: {} });
  expect(real.slack.workspace.modalOf(people.owner.id)).toBeNull();
  expect(await updates()).toMatchObject([{ event: { ...filled, confidence: 4 }, actor: people.owner.id }]);
  expect(real.said).toHaveLength(said + 1);
  expect(real.last).toMatchObject({ channel, onlyFor: people.owner.id });
  expect(plainText(real.last.blocks)).toContain('▫️ ei valoa → 🟡 keltainen');
  expect(() => buttonOf(real.last, 'Kumoa')).not.toThrow();
});

test('the form comes filled in with what stands, but for a day that has passed', async () => {
  await submit(await openForm(), { light: 'yellow', comment: 'Kesken', expected: '2026-11-23', confidence: '2' });
  real.now = new Date('2026-12-01T08:00:00Z');
  const again = await openForm();
  expect(wordsOf(again)).toContain('Nyt voimassa: 🟡 keltainen');
  const inputs = JSON.stringify(again.view.blocks);
  expect(inputs).toContain('"initial_value":"Kesken"');
  expect(inputs).not.toContain('initial_date');
  expect(inputs).toContain('23.11.2026 on jo mennyt');
  await submit(again, { light: 'green' });
  expect((await updates())[0]).toMatchObject({
    event: { light: 'green', comment: 'Kesken', confidence: 2, expected: null },
  });
});

describe('what is wrong is said beside its field, and nothing is lost', () => {
  test.each([
    [
      'a red light without a reason',
      { light: 'red', comment: ' ' },
      { comment: expect.stringContaining('miksi valo on punainen') },
    ],
    [
      'a day that has passed',
      { light: 'green', expected: '2026-11-21' },
      { expected: expect.stringContaining('jo mennyt') },
    ],
    ['no light', { comment: 'x' }, { light: expect.stringContaining('Valitse valo') }],
  ])('%s', async (_case, filled, errors) => {
    const form = await openForm();
    expect(await submit(form, filled)).toEqual({ errors });
    expect(real.slack.workspace.modalOf(people.owner.id)).not.toBeNull();
    expect(await updates()).toEqual([]);
    await submit(form, { light: 'red', comment: 'Rahoitus puuttuu' });
    expect(await updates()).toMatchObject([{ event: { light: 'red', comment: 'Rahoitus puuttuu' } }]);
  });
});

describe('pressed twice, or sent again by Slack', () => {
  test('it saves once and tells once', async () => {
    const form = await openForm();
    const said = real.said.length;
    const results = await Promise.all([submit(form, { light: 'green' }), submit(form, { light: 'green' })]);
    expect(results).toEqual([{ errors: {} }, { errors: {} }]);
    await submit(form, { light: 'green' });
    expect(await updates()).toHaveLength(1);
    expect(real.said).toHaveLength(said + 1);
  });

  test('with something wrong it says so each time', async () => {
    const form = await openForm();
    expect(Object.keys((await submit(form, { light: 'red' })).errors)).toEqual(['comment']);
    expect(Object.keys((await submit(form, { light: 'red' })).errors)).toEqual(['comment']);
  });
});

describe('when somebody else has updated meanwhile', () => {
  test('both versions are shown, nothing is overwritten, and saving again does so knowingly', async () => {
    const form = await openForm();
    await real.command(people.admin, 'set hki 4.3 red rahoitus puuttuu');
    await submit(form, { light: 'green', comment: 'Kaikki hyvin' });
    const warning = formOf(people.owner);
    expect(wordsOf(warning)).toContain('Valo päivitettiin, kun lomakkeesi oli auki');
    expect(wordsOf(warning)).toMatch(/Nyt voimassa oleva versio\n🔴 punainen\nPäivitti @UADMIN .*\n> rahoitus puuttuu/);
    expect(wordsOf(warning)).toMatch(/Oma versiosi, jota ei ole tallennettu\n🟢 vihreä\n> Kaikki hyvin/);
    expect(await updates()).toHaveLength(1);
    await submit(warning, {});
    expect((await updates())[0]).toMatchObject({ event: { light: 'green', comment: 'Kaikki hyvin' } });
  });

  test('on a light that none had set before, too', async () => {
    const [mine, theirs] = [await openForm(people.owner), await openForm(people.admin)];
    await submit(theirs, { light: 'yellow' });
    await submit(mine, { light: 'green' });
    expect(await updates()).toMatchObject([{ event: { light: 'yellow' } }]);
  });
});

test('a guest gets no form, but is told who may, and can ask them', async () => {
  const text = await real.command(people.guest, 'edit hki 4.3');
  expect(real.slack.workspace.modalOf(people.guest.id)).toBeNull();
  expect(text).toContain('You do not have permission for this: /lv edit 4.3');
  await real.slack.press({ user: people.guest.id, message: real.last, button: buttonOf(real.last, 'Ask them') });
  await real.app.idle();
  const request = real.said.find(({ channel: at }) => at === 'DOWNER');
  expect(plainText(request?.blocks ?? [])).toContain('@UGUEST pyytää sinua tekemään tämän');
  expect(plainText(real.last.blocks)).toContain('Your request has been sent to @UOWNER.');
});

test('every measure has a button that opens its form', async () => {
  await real.command(people.owner, 'show hki 4.3');
  await real.slack.press({ user: people.owner.id, message: real.last, button: buttonOf(real.last, 'Avaa lomake') });
  await real.app.idle();
  expect(wordsOf(formOf(people.owner))).toContain('Toimenpide 4.3');
});

test('a trigger that has run out is answered with a button to try again', async () => {
  real.faulty.refuseNext('views.open', 'expired_trigger_id');
  const text = await real.command(people.owner, 'edit hki 4.3');
  expect(text).toContain('Lomake ei ehtinyt avautua.');
  await real.slack.press({ user: people.owner.id, message: real.last, button: buttonOf(real.last, 'Avaa lomake') });
  await real.app.idle();
  expect(formOf(people.owner)).toBeDefined();
});

test('a tap on a light beside which another one stands by now changes nothing and says so', async () => {
  await real.command(people.owner, 'show hki 4.3');
  const old = real.last;
  await real.command(people.admin, 'set hki 4.3 red rahoitus puuttuu');
  await real.slack.press({ user: people.owner.id, message: old, button: buttonOf(old, '🟢 vihreä') });
  await real.app.idle();
  expect(await updates()).toHaveLength(1);
  expect(real.said.some(({ text }) => text.includes('Mitään ei muutettu. Nyt voimassa: 🔴 punainen'))).toBe(true);
});

test('hostile words stay inert in the form and in what is told', async () => {
  await submit(await openForm(), { light: 'red', comment: hostile, next: hostile, blockers: hostile });
  expect(real.last.text).not.toMatch(/<!channel>|<@U1>|<http/);
  const form = await openForm();
  await real.command(people.admin, `set hki 4.3 yellow ${hostile.replaceAll('<', '&lt;').replaceAll('>', '&gt;')}`);
  await submit(form, { light: 'green', comment: hostile });
  const blocks = JSON.stringify(formOf(people.owner).view.blocks);
  expect(blocks).not.toMatch(/"type":"(mrkdwn|broadcast|link|usergroup)"|"user_id":"U1"/);
});
