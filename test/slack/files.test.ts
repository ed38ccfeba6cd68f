import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
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
  real = await RealApp.start({ catalogue });
});
afterEach(() => real.stop());

const modal = () => real.slack.workspace.modalOf(people.admin.id);
const modalText = () => plainText(modal()?.view.blocks ?? []);

describe('/lv export csv', () => {
  test('sends the board and the history as files in a direct message', async () => {
    await real.command(people.admin, 'set hki 5 red rahoitus puuttuu');
    const text = await real.command(people.guest, 'export csv');
    expect(text).toMatch(
      /^I sent you the lights and their history in a direct message\. Goals and measures: \d+\. Changes: 1\.$/,
    );
    const { files } = real.slack.workspace;
    expect(files.map(({ channel: at }) => at)).toEqual(['DGUEST', 'DGUEST']);
    expect(files[0]?.content).toMatch(/^\ufeff/);
    expect(files[1]?.content).toContain('rahoitus puuttuu');
  });

  test('says when the files cannot be sent', async () => {
    real.faulty.refuseAlways('files.getUploadURLExternal', 'restricted_action');
    expect(await real.command(people.guest, 'export csv')).toBe('The files could not be sent. Try again in a moment.');
  });
});

describe('/lv import csv', () => {
  async function importFile(content: string): Promise<void> {
    await real.command(people.admin, 'import csv');
    const form = modal();
    if (form === null) throw new Error('no form');
    await real.slack.submit(form, { file: real.slack.keepFile(content) });
    await real.app.idle();
  }

  test('shows line by line what would change and what is wrong, and changes nothing until it is confirmed', async () => {
    await importFile(
      'Tunnus;Valo;Kommentti;Vastuuhenkilöt\nhki 5;vihreä;Hyvin menee;Aino\nhki 77;gul;;\nhki 6;sininen;;\n',
    );
    expect(modalText()).toContain('Förhandsgranskning: inget har ändrats ännu');
    expect(modalText()).toMatch(/Rad 2 · Mål 5: .*: ▫️ inget ljus → 🟢 grön – Hyvin menee; ny ansvarig @UOWNER/);
    expect(modalText()).toMatch(/Rad 3: ”hki 77” finns inte\./);
    expect(modalText()).toMatch(/Rad 4 · Mål 6: .*: Ljuset ”sininen” finns inte\./);
    expect(await real.command(people.guest, 'show hki 5')).toContain('No light has been posted yet.');
    const shown = modal();
    if (shown === null) throw new Error('no preview');
    await real.slack.pressModal({ modal: shown, button: buttonOf(shown.view, 'Bekräfta ändringarna') });
    await real.app.idle();
    expect(modalText()).toContain('Importerat: 1 rad ändrades.');
    expect(await real.command(people.guest, 'show hki 5')).toContain('🟢 green');
    expect(await real.command(people.guest, 'owner hki 5')).toContain('Owners: @UOWNER');
  });

  test.each([
    ['', 'Filen är tom.'],
    ['Budjetti;Summa\nx;y\n', 'Filen har ingen kolumn med mål eller åtgärd.'],
  ])('says what is wrong with the file %j', async (content, words) => {
    await importFile(content);
    expect(modalText()).toContain(words);
  });

  test('is for admins', async () => {
    expect(await real.command(people.guest, 'import csv')).toContain('Only an admin can do this.');
    expect(real.slack.workspace.modalOf(people.guest.id)).toBeNull();
  });

  test('sends the token to no address but Slack’s', async () => {
    await real.command(people.admin, 'import csv');
    const form = modal();
    if (form === null) throw new Error('no form');
    await real.slack.submit(form, { file: 'http://127.0.0.1:9/steal.csv' });
    await real.app.idle();
    expect(modalText()).toContain('Det gick inte att läsa filen från Slack.');
  });
});

describe('announcements', () => {
  test('of one person’s changes come in one message when Valo stops, without buttons', async () => {
    await real.command(people.admin, `announce <#${channel}|tyollisyys>`);
    await real.command(people.admin, 'set hki 5 red rahoitus puuttuu');
    await real.command(people.admin, 'set hki 6 green');
    await real.restart();
    const announced = real.said.filter(({ onlyFor, channel: at }) => at === channel && onlyFor === null);
    expect(announced).toHaveLength(1);
    const text = plainText(announced[0]?.blocks ?? []);
    expect(text).toMatch(
      /^@UADMIN päivitti valoja:\n\nTavoite 5: .*\n▫️ ei valoa → 🔴 punainen\n> rahoitus puuttuu\n\nTavoite 6: .*\n▫️ ei valoa → 🟢 vihreä$/,
    );
  });

  test('are edited when a change is taken back', async () => {
    await real.command(people.admin, `announce <#${channel}|tyollisyys>`);
    await real.command(people.admin, 'set hki 5 red rahoitus puuttuu');
    await real.restart();
    await real.command(people.admin, 'undo hki 5');
    await real.restart();
    const announced = real.said.filter(({ onlyFor, channel: at }) => at === channel && onlyFor === null);
    expect(announced).toHaveLength(1);
    expect(plainText(announced[0]?.blocks ?? [])).toContain('▫️ ei valoa → 🔴 punainen, kumottu');
  });
});

test('a colleague whose account is deactivated is shown as having left', async () => {
  await real.command(people.admin, `owner add hki 5 <@${people.owner.id}|aino>`);
  real.slack.workspace.deactivate(people.owner.id);
  await real.restart();
  const text = await real.command(people.guest, 'owner hki 5');
  expect(text).toContain('No owner has been named.');
  expect(text).toContain('Their accounts are deactivated: @UOWNER');
});
