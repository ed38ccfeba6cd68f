import { describe, expect, test } from 'vitest';
import { languages } from '../../../src/domain/language.ts';
import { plainText } from '../../../src/slack/plain-text.ts';
import { createStatusView, verbsInUse } from '../../../src/slack/status-view.ts';
import { countWords } from '../../../src/slack/views/board-message.ts';
import { buildStatusMessage, type ShownOutcome } from '../../../src/slack/views/status-message.ts';
import { testNow } from '../../support/fake-ports.ts';
import { goal5, hostile, measure43, sampleCatalogue, sampleOutcomes } from '../../support/samples.ts';
import { slackProblems } from '../../support/slack-limits.ts';

const view = (language: (typeof languages)[number]) =>
  createStatusView(language, { catalogue: () => sampleCatalogue, now: () => testNow }, ['ask']);
const outcomes = sampleOutcomes({ label: goal5, words: 'Sopimus on tehty', rows: 2 });
const longest = sampleOutcomes({
  label: {
    ...goal5,
    names: { fi: 'pitkä nimi '.repeat(60), sv: 'långt namn '.repeat(60), en: 'long name '.repeat(60) },
  },
  words: 'Sopimuksesta neuvotellaan yhä 🟡 '.repeat(120),
  rows: 250,
});
const evil = sampleOutcomes({ label: goal5, words: hostile, rows: 2 });

/** The message of the first outcome of a kind that also passes the test. */
function shown(kind: ShownOutcome['kind'], is: (outcome: ShownOutcome) => boolean = () => true) {
  const outcome = outcomes.find((candidate) => candidate.kind === kind && is(candidate));
  if (outcome === undefined) throw new Error(`no sample of ${kind}`);
  return plainText(buildStatusMessage(outcome, view('fi')).blocks);
}

describe.each(languages)('every outcome in %s', (language) => {
  test.each(outcomes.map((outcome, at) => [at, outcome.kind, outcome] as const))(
    'number %i, %s, is a message that Slack takes, with no placeholder left open',
    (_at, _kind, outcome) => {
      const message = buildStatusMessage(outcome, view(language));
      expect(slackProblems(message)).toEqual([]);
      expect(message.text).not.toMatch(/\{[a-zA-Z]+\}|\bundefined\b|\bnull\b/);
      expect(plainText(message.blocks)).not.toMatch(/\{[a-zA-Z]+\}/);
    },
  );

  test.each(longest.map((outcome, at) => [at, outcome.kind, outcome] as const))(
    'number %i, %s, stays within the limits with the longest texts',
    (_at, _kind, outcome) => {
      expect(slackProblems(buildStatusMessage(outcome, view(language)))).toEqual([]);
    },
  );
});

test.each(evil.map((outcome, at) => [at, outcome.kind, outcome] as const))(
  'markup in what people typed stays inert: number %i, %s',
  (_at, _kind, outcome) => {
    const message = buildStatusMessage(outcome, view('en'));
    expect(message.text).not.toContain('<!channel>');
    expect(message.text).not.toContain('<@U1>');
    expect(message.text).not.toContain('<http');
    const json = JSON.stringify(message.blocks);
    expect(json).not.toContain('"type":"mrkdwn"');
    expect(json).not.toMatch(/"type":"(broadcast|link|usergroup)"/);
    expect(json).not.toContain('"user_id":"U1"');
    expect(message).toMatchObject({ unfurl_links: false, unfurl_media: false, parse: 'none' });
  },
);

test('a set shows old and new light as emoji and word, who, the comment and an undo button', () => {
  const text = shown('set');
  expect(text).toContain('Tavoite 5: Kaupungin palvelut tavoittavat työnantajat');
  expect(text).toContain('▫️ ei valoa → 🟢 vihreä');
  expect(text).toContain('Päivitti @UOWNER 22.11.2026 klo 10.15');
  expect(text).toContain('> Sopimus on tehty');
  expect(text).toContain('[Kumoa]');
});

test('the undo button names the entry that it would take back', () => {
  const outcome = outcomes.find(({ kind }) => kind === 'set');
  if (outcome === undefined) throw new Error('no sample');
  const { blocks } = buildStatusMessage(outcome, view('fi'));
  expect(JSON.stringify(blocks)).toContain(JSON.stringify(JSON.stringify({ text: 'undo goal5', seq: 8 })));
});

test('a denial says who may', () => {
  expect(shown('forbidden')).toContain('Vastuuhenkilöt: @UOWNER');
  expect(shown('forbidden')).toContain('Sijaiset: @UDELEGATE (31.12.2026 asti)');
  expect(shown('forbidden')).toContain('Ylläpitäjät: @UADMIN, Slack-työtilan ylläpitäjät');
});

test('a typo is named, and its likeliest reading is a button', () => {
  expect(shown('unclear')).toContain('En ymmärtänyt tätä: ”Sopimus on tehty” ja ”Sopimus on tehty”.');
  expect(shown('unclear')).toContain('[/lv set goal5 green]');
});

test('a detail keeps the posted light and the state of the document apart', () => {
  const text = shown('shown', (outcome) => outcome.kind === 'shown' && outcome.posted !== null);
  const [posted, document] = text.split('———');
  expect(posted).toContain('Slackissa asetettu valo');
  expect(posted).toContain('🟡 keltainen');
  expect(document).toContain('Asiakirjan oma tila');
  expect(document).toContain('Asiakirjan valon väri ei ole tiedossa');
  expect(document).toContain('Seuranta 5/2022–5/2023');
  expect(document).toContain('> Noin 300 yritystä');
  expect(document).not.toContain('keltainen');
});

test('a detail of a measure shows the follow-up, the responsible body and the timetable as they stand', () => {
  const text = shown('shown', (outcome) => outcome.kind === 'shown' && outcome.target === measure43);
  expect(text).toContain('Valoa ei ole vielä asetettu.');
  expect(text).toContain('Vastuutaho: Kanslian elinkeino-osasto');
  expect(text).toContain('Aikataulu: 2022-2025');
  expect(text).toContain('> Toteutunut suunnitellusti.');
  expect(text).toContain('Kuuluu tavoitteeseen: Tavoite 5');
});

test('the board counts every light with its word and marks what is stale and what is worse', () => {
  const text = shown('board', (outcome) => outcome.kind === 'board' && outcome.rows.length > 0);
  expect(text).toContain('🔴 punainen 3 · 🟡 keltainen 2 · ⚪ harmaa 4 · 🟢 vihreä 1 · ▫️ ei valoa 5');
  expect(text).toContain('20.11.2026, yli 28 päivää sitten');
  expect(text).toContain('Huonommassa valossa kuin tavoitteensa: Toimenpide 4.3 🔴 punainen');
});

test('a board of some lights counts those alone', () => {
  const filter = { lights: ['red', 'yellow'] as const, programme: null, goals: [], mine: false };
  const counts = { green: 0, yellow: 0, red: 2, grey: 0, none: 0 };
  expect(countWords({ counts, filter }, view('sv'))).toBe('🔴 röd 2 · 🟡 gul 0');
});

test('help lists only the commands that are in use', () => {
  expect(verbsInUse(['ask'])).not.toContain('export');
  expect(verbsInUse(['ask', 'export'])).toContain('export');
  expect(shown('help')).toContain('/lv set goal5 green [kommentti] – asettaa valon');
  expect(shown('help')).not.toContain('export');
});

test('the actor of an entry who asked to be forgotten is nobody by name', () => {
  expect(shown('history')).toContain('käyttäjä, jonka tiedot on poistettu: ⚪ harmaa → 🟢 vihreä');
});
