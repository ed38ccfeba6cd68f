import { beforeAll, describe, expect, test } from 'vitest';
import type { Digest, DigestTarget } from '../../../src/digest/digest.ts';
import { languages } from '../../../src/domain/language.ts';
import { lights } from '../../../src/domain/light.ts';
import { plainText } from '../../../src/slack/plain-text.ts';
import { pressablesOf } from '../../../src/slack/pressables.ts';
import { actionPattern } from '../../../src/slack/views/actions.ts';
import { buildDigestMessage, digestAltText, wholeDigestSchema } from '../../../src/slack/views/digest-message.ts';
import { buildMessageModal } from '../../../src/slack/views/message.ts';
import { labelOf, targetDirectory } from '../../../src/status/targets.ts';
import { textsIn } from '../../../src/texts/texts.ts';
import { shippedCatalogue } from '../../support/real-app.ts';
import { phoneLines } from '../../support/phone.ts';
import { sampleDigest } from '../../support/sample-digest.ts';
import { hostile } from '../../support/samples.ts';
import { slackProblems, viewProblems } from '../../support/slack-limits.ts';

let labels: DigestTarget[];
beforeAll(async () => {
  const directory = targetDirectory(await shippedCatalogue());
  labels = directory.targets.map(({ target }) => labelOf(directory, target, null));
});

const longest = 'Sopimuksesta neuvotellaan yhä 🟡 '.repeat(120).slice(0, 3000);

/** As much in every part as 45 goals and the longest comments can bring. */
function fullDigest(words: string, language: Digest['language']): Digest {
  const targets = Array.from({ length: 45 }, (_, at) => labels[at % labels.length]).filter((of) => of !== undefined);
  const at = '2026-10-01T08:05:00.000Z';
  const posted = { light: 'red', actor: 'U1', at, comment: words } as const;
  const name = { fi: words, sv: words, en: words };
  const base = sampleDigest({ language });
  return {
    ...base,
    scope: [name, name],
    filtered: true,
    board: targets.map((target, row) => ({ target, light: lights[row % 4] ?? null, weeks: [] })),
    counts: { red: 12, yellow: 11, grey: 11, green: 11, none: 0 },
    changes: targets.map((target) => ({
      target,
      from: null,
      to: 'red',
      undone: false,
      actor: 'U1',
      at,
      comment: words,
    })),
    confirmed: 45,
    worries: labels.map((target) => ({ target, posted })),
    stale: targets.map((target) => ({ target, posted, owners: ['U1', 'U2', 'U3', 'U4', 'U5', 'U6'] })),
    passed: base.passed.flatMap((of) => [of, of]),
    due: targets.map((target) => ({ target, day: '2026-12-31', said: 'timetable', passed: false })),
    unowned: targets,
    goals: 46,
    gaps: Array.from({ length: 40 }, () => ({ target: null, name, count: 3, example: words })),
  };
}

describe.each(languages)('the digest in %s', (language) => {
  const view = { language, texts: textsIn(language) };

  test.each([
    ['the longest comments', longest],
    ['hostile words', hostile],
  ])('of 45 goals with %s fits Slack, short and whole, and a view over the home tab', (_what, words) => {
    const digest = fullDigest(words, language);
    const picture = { fileId: 'F012345678', altText: digestAltText(digest, view) };
    expect(picture.altText.length).toBeLessThanOrEqual(2000);
    for (const message of [
      buildDigestMessage(digest, view, { picture }),
      buildDigestMessage(digest, view, { whole: true }),
    ]) {
      expect(slackProblems(message)).toEqual([]);
      expect(viewProblems(buildMessageModal(message, 'Valo', view))).toEqual([]);
      expect(JSON.stringify(message.blocks)).not.toMatch(/"type":"(mrkdwn|broadcast|link)"/);
      expect(message.text).not.toMatch(/<!channel>|<http/);
      expect(plainText(message.blocks)).not.toMatch(/\{[a-zA-Z]+\}|undefined|[🟢🔴⚪](?! \p{L})/u);
    }
  });

  test('is told whole with every change of 45 goals, as long as comments have a usual length', () => {
    const digest = fullDigest('Sopimus on allekirjoitettu', language);
    const quiet = { ...digest, worries: [], stale: [], due: [], gaps: [] };
    const message = buildDigestMessage(quiet, view, { whole: true });
    expect(slackProblems(message)).toEqual([]);
    expect(plainText(message.blocks.slice(1)).split('Sopimus on allekirjoitettu')).toHaveLength(46);
  });

  test('is about a phone screen long however much there is to tell, and the rest is behind a button', () => {
    const digest = fullDigest(longest, language);
    const message = buildDigestMessage({ ...digest, scope: [] }, view);
    expect(phoneLines(message)).toBeLessThanOrEqual(42);
    const all = message.blocks.flatMap(pressablesOf).find(({ action }) => action.action_id === 'digest_show_all');
    expect(actionPattern.wholeDigest.test(all?.action.action_id ?? '')).toBe(true);
    const { channel, week, at, since } = digest;
    expect(wholeDigestSchema.parse(JSON.parse(String(all?.action['value'])))).toEqual({
      channel,
      week,
      at,
      since,
      language,
    });
  });

  test('has a button for every goal that a line is about', () => {
    for (const whole of [false, true]) {
      const { blocks } = buildDigestMessage(sampleDigest({ language }), view, { whole });
      const commands = blocks.flatMap(pressablesOf).map(({ action }) => action['value']);
      expect(commands).toEqual(expect.arrayContaining(['show goal5', 'show goal1', 'show 4.3']));
    }
  });

  test('leaves empty parts out, and says in one line that nothing has changed', () => {
    const nothing = { changes: [], worries: [], stale: [], passed: [], due: [], unowned: [], gaps: [] };
    const counts = { red: 0, yellow: 0, grey: 0, green: 1, none: 0 };
    const quiet = sampleDigest({ ...nothing, language, counts, confirmed: 0, board: sampleDigest().board.slice(0, 1) });
    const blocks = buildDigestMessage(quiet, view).blocks;
    expect(blocks.map(({ type }) => type)).toEqual(['header', 'rich_text', 'rich_text']);
    const date = { fi: '16.11.2026', sv: '16.11.2026', en: '16 November 2026' }[language];
    expect(plainText(blocks.slice(2))).toBe(view.texts.digest.noChanges.replace('{date}', date));
  });

  test('says in words of the picture how many lights there are and which are worst', () => {
    const text = digestAltText(sampleDigest({ language }), view);
    expect(text).toContain(view.texts.lights.light.red);
    expect(text).toContain(sampleDigest().board[0]?.target.names[language]);
    expect(text).not.toMatch(/\{|undefined/);
  });
});
