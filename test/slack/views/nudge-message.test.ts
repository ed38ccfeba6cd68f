import { describe, expect, test } from 'vitest';
import type { NudgeItem } from '../../../src/digest/nudge.ts';
import { viewIn } from '../../../src/slack/context.ts';
import { plainText } from '../../../src/slack/plain-text.ts';
import { buildNudgeMessage, buildNudgeRest, buildPauseMessage } from '../../../src/slack/views/nudge-message.ts';
import { slackProblems } from '../../support/slack-limits.ts';
import { goal5 } from '../../support/samples.ts';

const posted = {
  light: 'red' as const,
  comment: null,
  next: null,
  expected: '2026-11-30',
  confidence: null,
  blockers: null,
  seq: 3,
  actor: 'UOWNER',
  at: '2026-10-20T07:00:00Z',
};

function item(given: Partial<NudgeItem> = {}): NudgeItem {
  return { target: goal5, posted, reasons: [{ kind: 'red' }], own: true, insteadOf: null, ...given };
}

const nudge = (items: readonly NudgeItem[]) => ({ user: 'U1', week: '2026-W48', items, snoozeUntil: '2026-12-04' });
const everything = item({
  reasons: [
    { kind: 'red' },
    { kind: 'stale' },
    { kind: 'expected', day: '2026-11-20', passed: true },
    { kind: 'expected', day: '2026-11-30', passed: false },
    { kind: 'timetable', day: '2026-12-31' },
  ],
  own: false,
  insteadOf: 'U2',
});

describe('the reminder', () => {
  test('in Swedish', () => {
    expect(plainText(buildNudgeMessage(nudge([everything]), viewIn('sv')).blocks)).toMatchInlineSnapshot(`
      "1 mål eller åtgärd väntar på din uppdatering

      Det räcker med ett tryck. Det du berättar nu kommer med i nästa veckosammandrag.

      🔴 röd · Mål 5: Stadens tjänster når arbetsgivarna
      Ljuset är rött, och den här veckan har ingen ännu berättat hur det går.
      Uppdaterat 20.10.2026, för över 28 dagar sedan.
      Väntades vara klart 20.11.2026.
      Väntas vara klart 30.11.2026.
      Tidsplanen i dokumentet går ut 31.12.2026.
      Du är ersättare för: @U2

      [Ingen ändring: 🔴 röd] [🟢 grön] [🟡 gul] [⚪ grå] [Berätta mer]

      [Ingen påminnelse nästa fredag]"
    `);
  });

  test('in English', () => {
    const items = [everything, item({ posted: null, reasons: [{ kind: 'noLight' }] })];
    expect(plainText(buildNudgeMessage(nudge(items), viewIn('en')).blocks)).toMatchInlineSnapshot(`
      "2 goals and measures are waiting for your update

      One tap is enough. What you say now will be in the next weekly digest.

      🔴 red · Goal 5: The city’s services reach employers
      The light is red, and nobody has said this week how it is going.
      Updated 20 October 2026, over 28 days ago.
      Was expected to be done by 20 November 2026.
      Expected to be done by 30 November 2026.
      The timetable in the document ends on 31 December 2026.
      You are standing in for: @U2

      [No change: 🔴 red] [🟢 green] [🟡 yellow] [⚪ grey] [Write more]

      ▫️ no light · Goal 5: The city’s services reach employers
      No light has been set yet.

      [🟢 green] [🟡 yellow] [🔴 red …] [⚪ grey] [Write more] [Not mine any more]

      [No reminder next Friday]"
    `);
  });

  test.each(['fi', 'sv', 'en'] as const)('fits Slack with every reason, and so does the rest: %s', (language) => {
    const long = { ...goal5.target, id: '99.99' };
    const names = { fi: 'ä'.repeat(400), sv: 'ö'.repeat(400), en: 'a'.repeat(400) };
    const items = Array.from({ length: 60 }, (_, at) =>
      item({ ...everything, own: true, target: { ...goal5, names, target: { ...long, id: `99.${at}` } } }),
    );
    const message = buildNudgeMessage(nudge(items), viewIn(language));
    const rest = buildNudgeRest(items, [], viewIn(language));
    expect([...slackProblems(message), ...slackProblems(rest)]).toEqual([]);
    expect(message.blocks.length).toBeLessThan(20);
  });

  test('whose rest has been dealt with says so', () => {
    expect(plainText(buildNudgeRest([item()], ['helsinki:5'], viewIn('en')).blocks)).toBe(
      'No more updates are expected of you. Thank you!',
    );
  });

  test('asks again before a goal is given up', () => {
    const buttons = buildNudgeMessage(nudge([item()]), viewIn('en')).blocks.flatMap((block) =>
      block.type === 'actions' ? block.elements : [],
    );
    expect(buttons.find((element) => element.action_id === 'nudge_not_mine')).toMatchObject({
      confirm: { title: { text: 'Give this up?' }, deny: { text: 'Cancel' } },
    });
  });
});

describe('the note that a digest is paused', () => {
  test.each(['archived', 'removed', 'restricted'] as const)('%s: says why, and how it goes on', (reason) => {
    for (const language of ['fi', 'sv', 'en'] as const) {
      const message = buildPauseMessage({ user: 'U1', channel: 'C1', reason }, viewIn(language));
      expect(plainText(message.blocks)).toContain('/lv digest on');
      expect(slackProblems(message)).toEqual([]);
    }
  });
});
