import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Answer } from '../../src/answer/answer.ts';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import { languages } from '../../src/domain/language.ts';
import { botUser } from '../../src/playground/workspace.ts';
import { asksForLight, boardAskedFor } from '../../src/slack/answer-light.ts';
import { plainText } from '../../src/slack/plain-text.ts';
import { channel, people } from '../support/faulty-slack.ts';
import { RealApp, shippedCatalogue } from '../support/real-app.ts';
import { sampleAnswer } from '../support/samples.ts';

let catalogue: Catalogue;
let real: RealApp;
let answer: Answer;
beforeAll(async () => {
  catalogue = await shippedCatalogue();
});
beforeEach(async () => {
  answer = sampleAnswer();
  real = await RealApp.start({ catalogue, ask: async () => answer, admins: [people.admin.id] });
});
afterEach(() => real.stop());

/** Asks in the channel; Valo's answer in words. */
async function ask(text: string, place = channel): Promise<string> {
  await real.slack.say({ user: people.guest.id, channel: place, text: `<@${botUser.id}> ${text}` });
  await real.app.idle();
  return plainText(real.last.blocks);
}

test('an answer about a measure without light and owner says nothing of either', async () => {
  expect(await ask('kuka vastaa puoliso-ohjelmasta?')).toMatch(/\n\nAikataulu 2022–2025\.\n\n\[/);
});

test('the light, who set it and when, and the owner to ask come after the answer', async () => {
  await real.command(people.admin, `owner add hki 4 <@${people.owner.id}|aino>`);
  await real.command(people.owner, 'set hki 4.3 yellow <!channel> *sopimus* puuttuu');
  const text = await ask('kuka vastaa puoliso-ohjelmasta?');
  expect(text).toContain(
    'Aikataulu 2022–2025.\nToimenpide 4.3, valo Slackissa: 🟡 keltainen. Asettanut @UOWNER 22.11.2026 klo 10.15.\nLisätietoja: @UOWNER',
  );
  expect(real.last.text).toContain('🟡 keltainen. Asettanut <@UOWNER>');
  expect(JSON.stringify(real.last.blocks)).toContain('{"type":"user","user_id":"UOWNER"}');
  expect(real.last.text).not.toContain('channel');
});

test.each([
  ['sv', 'Mål 5, ljuset i Slack: 🔴 röd. Satt av @UADMIN 22.11.2026 kl. 10.15.'],
  ['en', 'Goal 5, light in Slack: 🔴 red. Set by @UADMIN on 22 November 2026 at 10:15.'],
] as const)('in %s as in the answer', async (language, line) => {
  await real.command(people.admin, 'set hki 5 red syy');
  answer = sampleAnswer({ language, targets: [{ programme: 'helsinki', id: '5' }] });
  expect(await ask('goal 5?')).toContain(line);
});

describe('a question about the light', () => {
  beforeEach(() => {
    answer = sampleAnswer({ outcome: 'not_stated', headline: 'Asiakirjan värit eivät näy.', citations: [], next: [] });
  });

  test('is told that none has been posted', async () => {
    expect(await ask('mikä väri on toimenpiteellä 4.3?')).toMatch(
      /^Toimenpide 4.3: valoa ei ole vielä asetettu Slackissa\.\n\nAsiakirjan värit/,
    );
  });

  test('gets the posted one first, and what the document says apart from it', async () => {
    await real.command(people.admin, 'set hki 4.3 green');
    expect(await ask('onko 4.3 vihreä?')).toMatch(/^Toimenpide 4.3, valo Slackissa: 🟢 vihreä\..*\n\nAsiakirjan värit/);
  });

  test('over all goals gets the board, and does not count as unanswered', async () => {
    await real.command(people.admin, 'set hki 5 red syy');
    answer = sampleAnswer({ outcome: 'not_found', language: 'en', targets: [], subject: null });
    const text = await ask('which goals are red?');
    expect(text).toContain('🔴 red  Goal 5');
    expect(text).not.toContain('Goal 4');
    expect(real.conversation.gaps()).toEqual([]);
  });

  test('over a city gets the board of its programme', async () => {
    await real.command(people.admin, 'set hki 5 red syy');
    await real.command(people.admin, 'set v2 red syy');
    const { subject } = sampleAnswer();
    if (subject === null) throw new Error('no subject');
    answer = sampleAnswer({ outcome: 'other_city', targets: [], subject: { ...subject, city: 'Vaasa' } });
    const text = await ask('mitkä tavoitteet ovat punaisia Vaasassa?');
    expect(text).toContain('Tavoite v2');
    expect(text).not.toContain('Tavoite 5');
  });
});

test('a light older than 28 days is said to be so', async () => {
  await real.command(people.admin, 'set hki 4.3 green');
  real.now = new Date('2027-01-15T08:00:00Z');
  expect(await ask('kuka vastaa puoliso-ohjelmasta?')).toContain('Valoa ei ole päivitetty 28 päivään.');
});

test('a colleague who left is not named as the one to ask', async () => {
  await real.command(people.admin, `owner add hki 4 <@${people.owner.id}|aino>`);
  real.slack.workspace.deactivate(people.owner.id);
  real.now = new Date('2026-11-22T12:00:00Z');
  expect(await ask('kuka vastaa puoliso-ohjelmasta?')).not.toContain('Lisätietoja');
});

test('lights are shown in direct messages and for /lv ask too', async () => {
  await real.command(people.admin, 'set hki 4.3 green');
  expect(await ask('puoliso-ohjelma?', `D${people.guest.id.slice(1)}`)).toContain('🟢 vihreä');
  expect(await real.command(people.guest, 'ask puoliso-ohjelma?')).toContain('🟢 vihreä');
});

test.each([
  ['mikä väri on tavoitteella 5?', true],
  ['vilken färg har mål 5?', true],
  ['what is the light of goal 3?', true],
  ['onko tavoite 5 punaisella?', true],
  ['missä valossa 4.3 on?', true],
  ['5 🟢?', true],
  ['mikä on tavoitteen 4.3 valo?', true],
  ['mitä Valo osaa?', false],
  ['kuka vastaa puoliso-ohjelmasta?', false],
  ['vem ansvarar?', false],
])('%s asks for a light: %s', (question, asked) => {
  expect(asksForLight(question)).toBe(asked);
});

test.each(languages)('a question that the documents answer gets no board in %s', (language) => {
  expect(boardAskedFor(sampleAnswer({ language, targets: [] }), 'green jobs?')).toBe(null);
  expect(boardAskedFor(sampleAnswer({ language, outcome: 'not_found' }), 'red?')).toBe(null);
});

test.each([
  ['which goals are red?', ['red']],
  ['mitkä tavoitteet ovat punaisia tai keltaisia?', ['red', 'yellow']],
  ['vilka mål är röda?', ['red']],
  ['onko mikään punaisella?', ['red']],
  ['mitä Punainen Risti tekee?', null],
  ['are there green jobs in Helsinki?', null],
  ['hur är det med grå ekonomi?', null],
])('%s without an answer in the documents asks for the board of %j', (question, lights) => {
  expect(boardAskedFor(sampleAnswer({ outcome: 'not_found', targets: [] }), question)).toEqual(lights);
});
