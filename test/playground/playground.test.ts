import { PassThrough, Writable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runPlayground } from '../../src/playground.ts';
import type { SlackPorts } from '../../src/slack/ports.ts';
import { FakePorts } from '../support/fake-ports.ts';
import { RealApp, shippedCatalogue } from '../support/real-app.ts';

/** Runs the playground on these lines, as when they are piped in, and returns what it writes. */
async function play(lines: readonly string[], ports: SlackPorts = new FakePorts()): Promise<string> {
  const input = new PassThrough();
  const written: string[] = [];
  const output = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      written.push(chunk.toString('utf8'));
      done();
    },
  });
  input.end(`${lines.join('\n')}\n`);
  await runPlayground({ ports, input, output, interactive: false, log: (line) => written.push(line) });
  return written.join('');
}

test('piped lines are carried out in order, to the end of the input', async () => {
  const ports = new FakePorts();
  const text = await play(['kuka vastaa puoliso-ohjelmasta?', '', '/lv set goal5 green sopimus tehty'], ports);
  expect(text.indexOf('Aino> kuka vastaa')).toBeGreaterThan(0);
  expect(text).toContain('── Valo, yksityisviesti ──\nPuoliso-ohjelmasta vastaa kaupunginkanslian elinkeino-osasto.');
  expect(text).toContain('── Valo, vain sinulle ──\nTavoite 5: Kaupungin palvelut tavoittavat työnantajat');
  expect(text.indexOf('▫️ ei valoa → 🟢 vihreä')).toBeGreaterThan(text.indexOf('Aino> /lv set'));
  expect(text).toContain('Päivitti @Aino');
  expect(ports.applied).toEqual(['set goal5 green sopimus tehty']);
});

test('a number presses the button that it stands before', async () => {
  const ports = new FakePorts();
  const text = await play(['/lv set goal5 green', '1'], ports);
  expect(text).toContain('[1] Kumoa   [2] Näytä: Tavoite 5');
  expect(text).toContain('Kumottu: 🟢 vihreä → ▫️ ei valoa');
  expect(ports.applied).toEqual(['set goal5 green', 'undo']);
});

test('each sample user has their own rights and language', async () => {
  const text = await play(['/as guest', '/lv set goal5 green', '/as admin', '/lv set goal5 green']);
  expect(text).toContain('You are now Grace (guest without rights).');
  expect(text).toContain('You do not have permission for this: /lv set goal5');
  expect(text).toContain('Owners: @Aino');
  expect(text).toContain('Du är nu Björn (administratör).');
  expect(text).toContain('▫️ inget ljus → 🟢 grön');
});

test('a mention opens a thread, which goes on without a mention', async () => {
  const ports = new FakePorts();
  const text = await play(['@valo kuka vastaa?', '> entä milloin?'], ports);
  expect(text).toContain('── Valo, kanava #tyollisyys ──');
  expect(ports.questions).toMatchObject([
    { text: 'kuka vastaa?' },
    { text: 'entä milloin?', subject: { city: 'Helsinki' } },
  ]);
});

test('what is typed reaches the app as Slack would send it', async () => {
  const ports = new FakePorts();
  await play(['a < b & c @grace #tyollisyys', '/lv owner add 5 @Björn <!channel>'], ports);
  expect(ports.questions[0]?.text).toBe('a < b & c grace #tyollisyys');
  expect(ports.commands.at(-1)?.text).toBe('owner add 5 <@UADMIN|björn> <!channel>');
});

test('what cannot be done is said in a sentence', async () => {
  const text = await play(['7', '> jatko', '/as nobody', '/nothing', '/help']);
  expect(text).toContain('Painiketta 7 ei ole.');
  expect(text).toContain('Ketjua ei ole vielä.');
  expect(text).toContain('Käyttäjää nobody ei ole.');
  expect(text).toContain('Komentoa /nothing ei ole.');
  expect(text).toContain('/lv set goal5 green liikennevalon komento');
});

test('/quit leaves before the lines that follow', async () => {
  const ports = new FakePorts();
  const text = await play(['/quit', 'kuka vastaa?'], ports);
  expect(text).toContain('Näkemiin.');
  expect(ports.questions).toEqual([]);
});

test('the sample owner is made an owner by the sample admin', async () => {
  const ports = new FakePorts();
  await play([], ports);
  expect(ports.commands).toMatchObject([
    { text: 'owner add hki 4 <@UOWNER>', caller: { user: 'UADMIN', slackAdmin: true, key: 'playground:hki 4' } },
    { text: 'owner add hki 5 <@UOWNER>' },
  ]);
});

describe('with the real lights', () => {
  let real: RealApp;
  beforeEach(async () => {
    real = await RealApp.start({ catalogue: await shippedCatalogue() });
  });
  afterEach(() => real.stop());

  test('the home tab is shown, and its numbers press', async () => {
    const text = await play(['/home', '1'], real.ports);
    expect(text).toContain('── Valon kotisivu ──\nOdottaa päivitystäsi');
    expect(text).toMatch(/\[1\] 🟢 vihreä {3}\[2\] 🟡 keltainen {3}\[3\] ⚪ harmaa {3}\[4\] Lomake/);
    expect(text.split('Aino> 1')[1]).toMatch(/^\n\n── Valon kotisivu ──\nTavoite 4: .*\n▫️ ei valoa → 🟢 vihreä/);
  });

  test('a form is filled in by letters, sent, mended and sent again', async () => {
    const text = await play(['/lv edit 4.3', 'a=punainen', '/send', 'b=Rahoitus puuttuu', 'x=?', '/send'], real.ports);
    expect(text).toContain('── Lomake: Päivitä valo ──\nToimenpide 4.3');
    expect(text).toContain('! Kerro lyhyesti, miksi valo on punainen.');
    expect(text).toContain('[b] Mitä on tapahtunut?: Rahoitus puuttuu');
    expect(text).toContain('tai siinä ei ole kenttää x.');
    expect(text.split('Aino> /send')[2]).toContain('▫️ ei valoa → 🔴 punainen');
  });

  test('a form that is closed changes nothing', async () => {
    const text = await play(['/lv edit 4.3', 'a=vihreä', '/cancel', '/send', '/lv show 4.3'], real.ports);
    expect(text).toContain('Lomake on suljettu.');
    expect(text).toContain('Valoa ei ole vielä asetettu.');
  });

  test('what came for somebody else waits for them, and is answered in its thread', async () => {
    const lines = [
      '/as guest',
      '@valo kuka vastaa puoliso-ohjelmasta?',
      '1',
      '/as owner',
      '> Anna vastaa.',
      '/as guest',
    ];
    const text = await play(lines, real.ports);
    const [, asOwner = ''] = text.split('Grace> /as owner');
    expect(asOwner).toContain('@Grace kysyy asiasta, josta vastaat: Toimenpide 4.3');
    expect(asOwner.split('Aino> > Anna vastaa.')[1]).toContain(
      '── Valo, kanava #tyollisyys ──\n@Aino vastaa kysymykseesi, @Grace:',
    );
  });

  test('a file to import is typed, looked over and confirmed', async () => {
    const lines = ['/as admin', '/lv import csv', 'a=Tunnus;Valo\\nhki 5;vihreä', '/send', '1', '/lv show hki 5'];
    const text = await play(lines, real.ports);
    expect(text).toContain('Förhandsgranskning: inget har ändrats ännu');
    expect(text).toContain('Importerat: 1 rad ändrades.');
  });

  test('files arrive by name', async () => {
    expect(await play(['/lv export csv'], real.ports)).toMatch(/Sait tiedoston \S+\.csv, \d+ riviä\./);
  });
});
