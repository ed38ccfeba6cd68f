import { beforeAll, describe, expect, test } from 'vitest';
import { groupGaps } from '../../../src/conversation/gaps.ts';
import type { CuratedAnswer, KeptQuestion } from '../../../src/conversation/data.ts';
import type { Catalogue } from '../../../src/domain/catalogue.ts';
import { languages } from '../../../src/domain/language.ts';
import { lights } from '../../../src/domain/light.ts';
import { plainText } from '../../../src/slack/plain-text.ts';
import { createStatusView, verbsInUse } from '../../../src/slack/status-view.ts';
import { carriedOutInSlack } from '../../../src/slack/listeners/lv-command.ts';
import { buildAnnouncementMessage } from '../../../src/slack/views/announcement-message.ts';
import { buildBoardMessage } from '../../../src/slack/views/board-message.ts';
import { buildDecidedMessage, buildOfferMessage } from '../../../src/slack/views/curated-message.ts';
import { buildFeedbackForm } from '../../../src/slack/views/feedback-form.ts';
import { buildGapsMessage } from '../../../src/slack/views/gaps-message.ts';
import { buildHomeView } from '../../../src/slack/views/home-view.ts';
import { buildImportForm } from '../../../src/slack/views/import-message.ts';
import { buildMessageModal } from '../../../src/slack/views/message.ts';
import { buildOwnerQuestionMessage, buildOwnerReplyMessage } from '../../../src/slack/views/owner-question-message.ts';
import { buildStatusMessage } from '../../../src/slack/views/status-message.ts';
import { buildTargetMessage, buildWholeTargetMessage } from '../../../src/slack/views/target-message.ts';
import { buildUpdateForm } from '../../../src/slack/views/update-form.ts';
import { buildRequestMessage } from '../../../src/slack/views/ask-them-message.ts';
import { verbs } from '../../../src/status/command.ts';
import type { BoardRow, PostedLight, Roles, TargetLabel } from '../../../src/status/outcome.ts';
import { parseCommand } from '../../../src/status/parse-command.ts';
import { labelOf, targetDirectory } from '../../../src/status/targets.ts';
import { textsIn } from '../../../src/texts/texts.ts';
import { testNow } from '../../support/fake-ports.ts';
import { shippedCatalogue } from '../../support/real-app.ts';
import { hostile, sampleHistory } from '../../support/samples.ts';
import { slackProblems, viewProblems } from '../../support/slack-limits.ts';

let catalogue: Catalogue;
let labels: TargetLabel[];
beforeAll(async () => {
  catalogue = await shippedCatalogue();
  const directory = targetDirectory(catalogue);
  labels = directory.targets.map(({ target }) => labelOf(directory, target, null));
});

/** The longest that a person can write into a field. */
const longest = 'Sopimuksesta neuvotellaan yhä 🟡 '.repeat(120).slice(0, 3000);
const roles: Roles = {
  owners: ['U1', 'U2', 'U3'],
  inherited: ['U4'],
  delegates: [{ user: 'U5', until: '2026-12-31' }],
  admins: ['U6'],
  left: ['U7'],
  away: [{ user: 'U1', until: '2026-12-31' }],
};

function posted(words: string): PostedLight {
  return {
    seq: 7,
    light: 'red',
    comment: words,
    next: words,
    expected: '2026-12-31',
    confidence: 4,
    blockers: words,
    actor: 'U1',
    at: '2026-10-20T08:05:00.000Z',
  };
}

function question(words: string): KeptQuestion {
  return {
    id: 'q1',
    at: testNow.toISOString(),
    user: 'U1',
    text: words,
    language: 'fi',
    outcome: 'not_found',
    answer: words,
    targets: [],
    people: [],
    organisations: [],
    events: [],
    place: null,
    ratings: [],
  };
}

function offer(words: string): CuratedAnswer {
  const { text, language, targets } = question(words);
  const at = testNow.toISOString();
  return {
    id: 'c1',
    at,
    question: text,
    text: words,
    language,
    targets,
    author: 'U1',
    state: 'offered',
    decidedBy: 'U6',
  };
}

function rowsOf(words: string | null): BoardRow[] {
  return labels.map((target) => ({
    target,
    posted: words === null ? null : posted(words),
    owners: roles.owners,
    stale: words !== null,
    worseMeasures: labels.slice(0, 6).map((measure) => ({ target: measure, light: 'red' as const })),
  }));
}

describe.each(languages)('with the shipped documents, in %s,', (language) => {
  const view = () => createStatusView(language, { catalogue: () => catalogue, now: () => testNow }, carriedOutInSlack);

  function expectFine(words: string, problems: readonly string[]): void {
    expect(problems).toEqual([]);
    expect(words).not.toMatch(/\{[a-zA-Z]+\}|\bundefined\b/);
    // Never a light by colour alone: after each circle comes a word.
    expect(words).not.toMatch(/[🟢🔴⚪](?! \p{L})/u);
  }
  const expectMessage = (message: { text: string; blocks: Parameters<typeof plainText>[0] }) => {
    expectFine(plainText(message.blocks), slackProblems(message));
    expect(message.text.length).toBeGreaterThan(10);
  };
  const expectView = (of: Parameters<typeof viewProblems>[0]) => expectFine(plainText(of.blocks), viewProblems(of));

  test.each(['nothing', 'the longest texts', 'hostile words'])(
    'every goal and measure fits a message, a view over the home tab and a form, with %s posted',
    (what) => {
      const words = what === 'nothing' ? null : what === 'hostile words' ? hostile : longest;
      for (const target of labels) {
        const shown = {
          kind: 'shown' as const,
          target,
          posted: words === null ? null : posted(words),
          stale: words !== null,
          roles,
          goal: { target: labels[0] ?? target, light: 'green' as const },
          measures: labels.slice(0, 8).map((measure) => ({ target: measure, posted: null, worse: true })),
          history: words === null ? [] : sampleHistory(words).slice(0, 5),
          historyTotal: 40,
          maySet: true,
        };
        const message = buildTargetMessage(shown, view().documentState(target.target), view());
        expectMessage(message);
        expectView(buildMessageModal(message, 'Valo', view()));
        expectMessage(buildWholeTargetMessage(shown, view().documentState(target.target), view()));
        const metadata = { target: target.target, seq: 7, channel: 'C1', pushed: false };
        const form = { target, posted: shown.posted, metadata, today: '2026-11-22' };
        expectView(buildUpdateForm(form, view()));
        const fields = {
          light: 'green' as const,
          comment: words,
          next: null,
          expected: null,
          confidence: 2,
          blockers: null,
        };
        expectView(buildUpdateForm({ ...form, fields, overtaken: true }, view()));
        expect(JSON.stringify([message, form])).not.toMatch(/"type":"(mrkdwn|broadcast|link)"/);
      }
    },
  );

  test('the board, the announcement and the home tab hold every goal and measure', () => {
    for (const words of [null, longest, hostile]) {
      const rows = rowsOf(words);
      const filter = { lights: [], programme: null, goals: [], mine: false };
      const counts = { green: 1, yellow: 2, red: 3, grey: 4, none: 5 };
      expectMessage(buildBoardMessage({ kind: 'board', rows, filter, counts }, view()));
      const changes = labels.map((target) => ({
        state: 'set' as const,
        target,
        from: null,
        to: 'red' as const,
        comment: words,
        at: testNow.toISOString(),
      }));
      expectMessage(buildAnnouncementMessage({ channel: 'C1', actor: 'U1', changes }, view()));
      const asked = Array.from({ length: 5 }, () => question(words ?? 'kuka?'));
      const digest = {
        channel: 'C1',
        language,
        when: { weekday: 'mon', time: '09:00' },
        filter,
        skipHolidays: true,
        by: 'U1',
        only: labels.slice(0, 30),
        next: testNow.toISOString(),
        last: null,
        paused: false,
      } as const;
      const admin = {
        digests: Array.from({ length: 60 }, () => digest),
        offers: Array.from({ length: 9 }, () => offer(words ?? 'Anna.')),
      };
      const note = buildBoardMessage({ kind: 'board', rows, filter, counts }, view());
      const home = buildHomeView({ mine: rows, board: rows, page: 0, asked, admin, note }, view());
      expectView(home);
      expect(home.blocks.length).toBeLessThan(100);
    }
  });

  test('the longest questions, replies and offers fit', () => {
    const [target] = labels;
    expect(target).toBeDefined();
    if (target === undefined) return;
    for (const words of [longest, hostile]) {
      const gaps = groupGaps(
        Array.from({ length: 40 }, (_, at) => ({ ...question(`${words} ${at}`), people: [`p${at}`] })),
        () => [],
      );
      expectMessage(buildGapsMessage(gaps, catalogue, view()));
      expectMessage(buildOwnerQuestionMessage({ asker: 'U1', target, question: question(words), link: null }, view()));
      expectMessage(buildOwnerReplyMessage({ owner: 'U1', asker: 'U2', question: words, text: words }, view()));
      expectMessage(buildOfferMessage(offer(words), view()));
      expectMessage(buildDecidedMessage(offer(words), true, view()));
      expectMessage(buildRequestMessage({ asker: 'U1', text: words.slice(0, 1_900) }, view()));
    }
    expectView(buildFeedbackForm({ question: 'q1', channel: 'C1', threadTs: '1.1' }, true, view()));
    expectView(buildImportForm('C1', view()));
  });

  test('help names every command that works, and each example is one that the commands understand', () => {
    const context = { directory: targetDirectory(catalogue), programme: 'helsinki' };
    const { verbs: helped } = textsIn(language).lights.help;
    expect(Object.keys(helped)).toEqual([...verbs]);
    const text = plainText(buildStatusMessage({ kind: 'help', topic: null, admin: true }, view()).blocks);
    for (const verb of verbsInUse(carriedOutInSlack)) {
      const { usage, does } = helped[verb];
      expect(text).toContain(`/lv ${usage} – ${does}`);
      const example = usage
        .replace(/\[[^\]]*\]/g, '')
        .replace(/\|[^ ]+/g, '')
        .replace(/@\S+/g, '<@U1|anna>')
        .replace(/#\S+/g, '<#C1|yleinen>');
      expect(`${example}: ${parseCommand(example, context).kind}`).not.toMatch(/: (unclear|missing|ambiguous|unknown)/);
    }
  });

  test.each(lights)('the light %s is never shown without its word', (light) => {
    const word = textsIn(language).lights.light[light];
    const rows = rowsOf('x').map((row) => ({ ...row, posted: row.posted && { ...row.posted, light } }));
    const home = buildHomeView({ mine: rows, board: rows, page: 0, asked: [], admin: null, note: null }, view());
    expect(plainText(home.blocks)).toContain(`${word} · `);
  });
});
