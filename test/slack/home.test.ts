import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import { plainText } from '../../src/slack/plain-text.ts';
import { pressablesOf } from '../../src/slack/pressables.ts';
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

type User = { id: string };

const viewOf = (user: User) => real.slack.workspace.homes.get(user.id);

async function home(user: User): Promise<string> {
  await real.slack.openTab(user.id, 'home');
  await real.app.idle();
  return textOf(user);
}

const textOf = (user: User) => plainText(viewOf(user)?.blocks ?? []);

async function press(user: User, label: string): Promise<string> {
  await real.slack.pressHome({ user: user.id, button: buttonOf(viewOf(user), label) });
  await real.app.idle();
  return textOf(user);
}

function modalText(user: User): string {
  return plainText(real.slack.workspace.modalOf(user.id)?.view.blocks ?? []);
}

const own = () => real.command(people.admin, `owner add hki 4 <@${people.owner.id}|aino>`);

test('with an empty store it says how the first light comes about, and lists every goal', async () => {
  const text = await home(people.guest);
  expect(text).toContain(
    'No light has been set yet. An owner sets the first one with the command /lv set goal5 green.',
  );
  expect(text).toContain('▫️ no light · Goal 5: ');
  expect(text).toContain('You have not asked anything yet.');
  expect(text).not.toContain('Waiting for your update');
  expect(text).not.toContain('Administration');
});

test('what is due from an owner comes first, goals before measures, with one tap a light', async () => {
  await own();
  const text = await home(people.owner);
  expect(text.indexOf('Odottaa päivitystäsi')).toBe(0);
  expect(text).toMatch(/▫️ ei valoa · Tavoite 4: .*\n\n\[🟢 vihreä\] \[🟡 keltainen\] \[⚪ harmaa\] \[Lomake\]/);
  expect(text.match(/Tavoite 4|Toimenpide 4\.\d/g)).toEqual([
    'Tavoite 4',
    'Toimenpide 4.1',
    'Toimenpide 4.2',
    'Toimenpide 4.3',
    'Tavoite 4',
  ]);
});

test('more than fit are counted, and stand among the owner’s own, before the whole board', async () => {
  await real.command(people.admin, `owner add hki 1 <@${people.owner.id}|aino>`);
  const text = await home(people.owner);
  expect(text).toContain('Lisäksi 1 kohde odottaa päivitystäsi. Se on omissa kohteissasi.');
  expect(text.slice(text.indexOf('Omat kohteesi'))).toMatch(
    /^Omat kohteesi\n\n▫️ ei valoa · Toimenpide 1\.6: .* {2}\[🟢 vihreä\].*\[Avaa\]\n\nKaikki valot, huonoin ensin/,
  );
});

test('one tap sets the light, shows what was done with an undo, and the rest anew', async () => {
  await own();
  await home(people.owner);
  const text = await press(people.owner, '🟡 keltainen');
  expect(text).toMatch(/^Tavoite 4: .*\n▫️ ei valoa → 🟡 keltainen/);
  expect(text).toContain('🟡 keltainen 1');
  expect(real.said.filter(({ onlyFor }) => onlyFor === people.owner.id)).toEqual([]);
  const undone = await press(people.owner, 'Kumoa');
  expect(undone).toContain('Kumottu: 🟡 keltainen → ▫️ ei valoa');
});

test('the same press sent twice sets the light once', async () => {
  await own();
  await home(people.owner);
  const button = buttonOf(viewOf(people.owner), '🟡 keltainen');
  for (const triggerId of ['tap-1', 'tap-1']) await real.slack.pressHome({ user: people.owner.id, button, triggerId });
  await real.app.idle();
  const { entries } = await real.store.history({ target: { programme: 'helsinki', id: '4' } });
  expect(entries.filter(({ event }) => event.type === 'light')).toHaveLength(1);
});

test('a tap on a light that has changed meanwhile changes nothing, says so and shows what stands', async () => {
  await own();
  await home(people.owner);
  await real.command(people.admin, 'set hki 4 red rahoitus puuttuu');
  const text = await press(people.owner, '🟢 vihreä');
  expect(text).toContain('Mitään ei muutettu. Nyt voimassa: 🔴 punainen');
  expect(text).toContain('🔴 punainen · Tavoite 4');
});

test('what was set long ago is due again, and red that stands is confirmed by a tap', async () => {
  await own();
  await real.command(people.owner, 'set hki 4 red rahoitus puuttuu');
  expect(await home(people.owner)).not.toMatch(/^Odottaa päivitystäsi\n\n🔴/);
  real.now = new Date('2026-12-21T08:15:00Z');
  const text = await home(people.owner);
  expect(text).toMatch(
    /^Odottaa päivitystäsi\n\n🔴 punainen · Tavoite 4: .*\nPäivitetty 22\.11\.2026, yli 28 päivää sitten/,
  );
  expect(await press(people.owner, '🔴 punainen')).toContain('Valo pysyy ennallaan: 🔴 punainen.');
});

test('an owner’s menu sets lights, opens the form and the details', async () => {
  await own();
  await real.command(people.owner, 'set hki 4 green');
  await home(people.owner);
  await press(people.owner, 'Avaa lomake');
  expect(real.slack.workspace.modalOf(people.owner.id)?.view.title.text).toBe('Päivitä valo');
  real.slack.workspace.closeModal(people.owner.id);
  await press(people.owner, 'Avaa');
  expect(modalText(people.owner)).toContain('Asiakirjan oma tila');
});

test('a form from the home tab ends on the home tab', async () => {
  await own();
  await home(people.owner);
  await press(people.owner, 'Lomake');
  const form = real.slack.workspace.modalOf(people.owner.id);
  if (form === null) throw new Error('no form');
  await real.slack.submit(form, { light: 'green', comment: 'Sopimus on tehty' });
  await real.app.idle();
  expect(textOf(people.owner)).toMatch(/▫️ ei valoa → 🟢 vihreä\nPäivitti @UOWNER .*\n> Sopimus on tehty/);
});

test('in the details a light can be set and a form be laid upon them, which closes both', async () => {
  await own();
  await real.command(people.owner, 'set hki 4 grey');
  await home(people.owner);
  await press(people.owner, 'Avaa');
  const details = () => {
    const modal = real.slack.workspace.modalOf(people.owner.id);
    if (modal === null) throw new Error('no details');
    return modal;
  };
  await real.slack.pressModal({ modal: details(), button: buttonOf(details().view, '🟢 vihreä') });
  await real.app.idle();
  expect(modalText(people.owner)).toContain('⚪ harmaa → 🟢 vihreä');
  await real.slack.pressModal({ modal: details(), button: buttonOf(details().view, 'Näytä: Tavoite 4') });
  await real.app.idle();
  await real.slack.pressModal({ modal: details(), button: buttonOf(details().view, 'Avaa lomake') });
  await real.app.idle();
  await real.slack.submit(details(), { light: 'yellow' });
  await real.app.idle();
  expect(real.slack.workspace.modalOf(people.owner.id)).toBeNull();
  expect(textOf(people.owner)).toContain('🟢 vihreä → 🟡 keltainen');
});

test('the language is changed at once, for the tab and for commands', async () => {
  await home(people.guest);
  const text = await press(people.guest, 'Svenska');
  expect(text).toContain('Från och med nu svarar jag på dina kommandon på svenska.');
  expect(text).toContain('Alla ljus, det sämsta först');
  expect(await real.command(people.guest, 'list')).toContain('Trafikljusen');
});

test('what the user asked is listed, and can be asked again', async () => {
  await real.command(people.guest, 'ask kuka vastaa puoliso-ohjelmasta?');
  await real.command(people.owner, 'ask toisen kysymys?');
  const text = await home(people.guest);
  expect(text).toContain('22 November 2026 · kuka vastaa puoliso-ohjelmasta?');
  expect(text.match(/Ask again/g)).toHaveLength(1);
  await press(people.guest, 'Ask again');
  expect(modalText(people.guest)).toContain('Puoliso-ohjelmasta vastaa kaupunginkanslian elinkeino-osasto.');
  expect(real.conversation.questionsOf(people.guest.id, 9)).toHaveLength(1);
});

test('admins see where the digest goes and the questions without a good answer', async () => {
  expect(await home(people.admin)).toContain('Veckosammandraget skickas inte till någon kanal.');
  await real.command(people.admin, `digest on <#${channel}|tyollisyys> fi fri 8:30`);
  expect(await home(people.admin)).toContain(`#${channel}: på fredagar kl. 8.30`);
  await press(people.admin, 'Visa frågor som inte fick ett bra svar');
  expect(modalText(people.admin)).toContain('Alla frågor har fått ett svar');
});

describe('with 45 goals and 200 measures', () => {
  /** The shipped programme five times, each goal's measures with it. */
  function large(): Catalogue {
    const [helsinki] = catalogue.programmes;
    if (helsinki === undefined) throw new Error('no programme');
    const copies = Array.from({ length: 5 }, (_, at) => ({
      ...helsinki,
      id: `city${at}`,
      city: `City ${at}`,
      goals: helsinki.goals.map((goal) => {
        const spare = goal.measures[0];
        const measures =
          spare === undefined ? [] : [...goal.measures, { ...spare, id: `${goal.id}.${goal.measures.length + 1}` }];
        return { ...goal, measures };
      }),
    }));
    return { ...catalogue, programmes: copies };
  }

  test('the tab keeps under 100 blocks, and its pages hold every goal and measure once', async () => {
    await real.stop();
    const many = large();
    const targets = many.programmes.flatMap(({ id, goals }) =>
      goals.flatMap((goal) => [goal.id, ...goal.measures.map((measure) => measure.id)].map((of) => `${id} ${of}`)),
    );
    expect(targets).toHaveLength(45 + 200);
    real = await RealApp.start({ catalogue: many });
    for (const target of targets) {
      const [programme = '', id = ''] = target.split(' ');
      await real.store.append({
        event: {
          type: 'light',
          target: { programme, id },
          light: 'red',
          comment: 'Odottaa rahoitusta',
          next: null,
          expected: null,
          confidence: null,
          blockers: null,
        },
        key: target,
        actor: people.admin.id,
        at: real.now.toISOString(),
      });
      if (!id.includes('.')) {
        const event = { type: 'ownerAdded' as const, target: { programme, id }, user: people.admin.id };
        await real.store.append({ event, key: `owner ${target}`, actor: people.admin.id, at: real.now.toISOString() });
      }
    }
    real.now = new Date('2027-01-22T08:15:00Z');
    await home(people.admin);
    const seen: unknown[] = [];
    for (let page = 1; ; page += 1) {
      const blocks = viewOf(people.admin)?.blocks ?? [];
      expect(blocks.length).toBeLessThan(100);
      seen.push(
        ...blocks
          .flatMap(pressablesOf)
          .filter(({ label }) => label === 'Öppna')
          .map(({ action }) => action['value']),
      );
      if (!textOf(people.admin).includes('[Nästa sida]')) break;
      await press(people.admin, 'Nästa sida');
      expect(textOf(people.admin)).toContain(`Sida ${page + 1}/10`);
    }
    const opened = seen.filter((value) => typeof value === 'string');
    expect(opened).toHaveLength(245);
    expect(new Set(opened).size).toBe(245);
  }, 60_000);
});

describe('before the first question', () => {
  test.each([
    [people.owner, 'Esimerkiksi näitä voit kysyä:', 'Kuka vastaa puoliso-ohjelmasta?'],
    [people.admin, 'Du kan till exempel fråga:', 'Vem ansvarar för makaprogrammet?'],
    [people.guest, 'You could ask, for example:', 'Who is responsible for the spouse programme?'],
  ])('suggestions come in the language of $name, without a thread', async (user, title, prompt) => {
    await real.slack.openTab(user.id, 'messages');
    await real.app.idle();
    const call = real.slack.calls.find(({ method }) => method === 'assistant.threads.setSuggestedPrompts');
    expect(call?.arguments).toMatchObject({ channel_id: `D${user.id.slice(1)}`, title });
    expect(call?.arguments['prompts']).toContainEqual({ title: prompt, message: prompt });
    expect(call?.arguments).not.toHaveProperty('thread_ts');
    expect(real.slack.workspace.homes.size).toBe(0);
  });
});
