import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import { people } from '../support/faulty-slack.ts';
import { RealApp, shippedCatalogue } from '../support/real-app.ts';
import { buttonOf } from '../support/running-app.ts';

let catalogue: Catalogue;
let real: RealApp;
beforeAll(async () => {
  catalogue = await shippedCatalogue();
});
beforeEach(async () => {
  real = await RealApp.start({ catalogue });
});
afterEach(() => real.stop());

test('an owner sets a light, which survives a restart', async () => {
  const added = await real.command(people.admin, `owner add hki 5 <@${people.owner.id}|aino>`);
  expect(added).toContain('@UOWNER är nu ansvarig.');
  expect(await real.command(people.owner, 'set goal5 green sopimus tehty')).toContain('▫️ ei valoa → 🟢 vihreä');
  await real.restart();
  const shown = await real.command(people.guest, 'show goal5');
  expect(shown).toContain('The light posted in Slack\n🟢 green\nUpdated by @UOWNER on ');
  expect(shown).toContain('The state in the document\nThe document’s own light is not known');
});

test('a guest is denied, and told who may', async () => {
  await real.command(people.admin, `owner add hki 5 <@${people.owner.id}|aino>`);
  expect(await real.command(people.guest, 'set goal5 green')).toContain('Owners: @UOWNER');
  expect(await real.command(people.guest, 'show goal5')).toContain('No light has been posted yet.');
});

test('a command that Slack repeats after a restart has no second effect', async () => {
  await real.command(people.admin, 'set goal5 green', 'trigger-1');
  await real.command(people.admin, 'set goal5 red syy', 'trigger-2');
  await real.restart();
  expect(await real.command(people.admin, 'set goal5 green', 'trigger-1')).toContain(
    'Den här uppdateringen var redan sparad',
  );
  expect(await real.command(people.guest, 'show goal5')).toContain('🔴 red');
});

test('an undo button takes back what it is about, and nothing that came later', async () => {
  await real.command(people.admin, 'set goal5 green');
  const first = real.last;
  await real.command(people.admin, 'set goal5 yellow');
  await real.slack.press({ user: people.admin.id, message: first, button: buttonOf(first, 'Ångra') });
  await real.app.idle();
  expect(await real.command(people.guest, 'show goal5')).toContain('🟡 yellow');
  await real.command(people.admin, 'set goal5 green');
  const last = real.last;
  await real.slack.press({ user: people.admin.id, message: last, button: buttonOf(last, 'Ångra') });
  await real.app.idle();
  expect(await real.command(people.guest, 'show goal5')).toContain('🟡 yellow');
});

test('red without a reason is asked for one, with the form a press away', async () => {
  expect(await real.command(people.admin, 'set goal5 red')).toContain('[Öppna formuläret]');
  await real.slack.press({
    user: people.admin.id,
    message: real.last,
    button: buttonOf(real.last, 'Öppna formuläret'),
  });
  await real.app.idle();
  expect(real.slack.workspace.modalOf(people.admin.id)).not.toBe(null);
});

test('a channel that is bound to a city is told its programme by title', async () => {
  expect(await real.command(people.admin, 'channel helsinki sv')).toContain(
    'Den här kanalens program: Helsingin työ-, opiskelu- ja yrittäjyysperusteisen maahanmuuton toimenpideohjelma',
  );
});

test('a confirmation taken back leaves the light, and says so', async () => {
  await real.command(people.admin, 'set goal5 green');
  await real.command(people.admin, 'set goal5 green');
  expect(await real.command(people.admin, 'undo')).toContain(
    'Bekräftelsen har ångrats. Ljuset är oförändrat: 🟢 grön.',
  );
  expect(await real.command(people.admin, 'undo')).toContain('Ångrat: 🟢 grön → ▫️ inget ljus');
});

test.each([
  ['help', 'What Valo can do'],
  ['', 'What Valo can do'],
  ['list', 'The lights'],
  ['show 4.3', 'The state in the document'],
  ['show v1', 'No light has been posted yet.'],
  ['history 5', 'No changes yet.'],
  ['undo', 'You have no update to undo.'],
  ['owner 5', 'No owner has been named.'],
  ['set gaol5 gren', '[/lv set goal5 green]'],
  ['set goal12 green', 'There is no goal or measure'],
  ['set goal5 red', 'You do not have permission'],
  ['language sv', 'Från och med nu svarar jag'],
  ['😀', 'I did not understand'],
])('/lv %s on the real programme is answered in one message that Slack takes', async (text, answer) => {
  expect(await real.command(people.guest, text)).toContain(answer);
  expect(real.said).toHaveLength(1);
});

test('a detail says what the timetable means today, and its whole text is a press away', async () => {
  const text = await real.command(people.guest, 'show hki 4.3');
  expect(text).toContain('Timetable: 2022–2025\nThe timetable has passed. The last follow-up is from May 2023.');
  expect(text).toMatch(/Valo’s own translation\n> The services offered/);
  expect(text).toMatch(/Original, in Finnish\n> Kehitetään maahantulon/);
  expect(text).not.toContain('uraseurantamalli');
  await real.slack.press({ user: people.guest.id, message: real.last, button: buttonOf(real.last, 'Show it all') });
  await real.app.idle();
  expect(real.said).toHaveLength(2);
  expect(real.last.onlyFor).toBe(people.guest.id);
  expect(JSON.stringify(real.last.blocks)).toContain('uraseurantamalli');
  expect(JSON.stringify(real.last.blocks)).not.toContain('…');
});

test('a measure whose timetable the document does not define is not late and not upcoming', async () => {
  const text = await real.command(people.guest, 'show hki 9.1');
  expect(text).toContain('Timetable: Ei määriteltyä aikataulua.');
  expect(text).toContain('The document defines no timetable.');
  expect(text).not.toMatch(/has passed|runs to|begins in/);
});
