import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Caller } from '../../src/status/gather.ts';
import { openJsonStore } from '../../src/status/json-store.ts';
import { createStatusService } from '../../src/status/service.ts';
import type { StatusService } from '../../src/status/service.ts';
import type { AppendResult, StatusStore } from '../../src/status/store.ts';
import { directory, hki } from './directory.ts';
import { temporaryFolder } from './support.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let store: StatusStore;
let service: StatusService;
let now: Date;
let refusal: AppendResult | null;
let warnings: string[];
let deactivated: Set<string>;
let trigger = 0;

const slackAdmin = 'UBOSS';

beforeEach(async () => {
  folder = await temporaryFolder();
  store = await openJsonStore(folder.path, { warn: () => undefined });
  now = new Date('2026-11-16T07:00:00Z');
  refusal = null;
  warnings = [];
  deactivated = new Set();
  service = createStatusService({
    store: { ...store, append: async (request) => refusal ?? (await store.append(request)) },
    targets: () => directory,
    now: () => now,
    admins: ['UADMIN'],
    lookUpUser: async (user) => ({ name: null, admin: user === slackAdmin, active: !deactivated.has(user) }),
    warn: (line) => warnings.push(line),
  });
});
afterEach(async () => {
  await store.close();
  await folder.remove();
});

function as(user: string, text: string, given: Partial<Caller> = {}) {
  trigger += 1;
  return service.runCommand(text, { user, channel: 'C1', key: `t${trigger}`, ...given });
}

async function owners(...pairs: [string, string][]): Promise<void> {
  for (const [id, user] of pairs) await as('UADMIN', `owner add ${id} <@${user}>`);
}

const lightOfGoal5 = async () => (await service.state()).targets['helsinki:5']?.updates.at(-1)?.light ?? null;

describe('setting a light', () => {
  beforeEach(() => owners(['5', 'U1']));

  it('tells old and new, who, when and the comment', async () => {
    await as('U1', 'set goal5 yellow');
    expect(await as('U1', 'set goal5 green hiring has started')).toEqual({
      kind: 'set',
      target: { target: hki('5'), kind: 'goal', label: 'goal5', names: directory.targets[8]?.names },
      from: 'yellow',
      to: 'green',
      comment: 'hiring has started',
      actor: 'U1',
      at: '2026-11-16T07:00:00.000Z',
      seq: 3,
      confirmed: false,
      announceIn: null,
      repeated: false,
    });
  });

  it('records the same light again as a confirmation, which ends staleness and keeps the comment', async () => {
    await as('U1', 'set 5 yellow waiting for money');
    now = new Date('2026-12-14T07:00:00Z');
    expect(await as('U1', 'show 5')).toMatchObject({ stale: true });
    expect(await as('U1', 'set 5 yellow')).toMatchObject({
      kind: 'set',
      from: 'yellow',
      to: 'yellow',
      confirmed: true,
    });
    expect(await as('U1', 'show 5')).toMatchObject({
      stale: false,
      posted: { light: 'yellow', comment: 'waiting for money', at: '2026-12-14T07:00:00.000Z' },
      history: [{ change: 'confirmed', comment: null }, { change: 'set' }, { change: 'ownerAdded', user: 'U1' }],
    });
  });

  it('needs a reason for red, but not again to confirm it', async () => {
    expect(await as('U1', 'set 5 red')).toMatchObject({ kind: 'needsComment', light: 'red', text: 'set goal5 red' });
    expect(await lightOfGoal5()).toBeNull();
    expect(await as('U1', 'set 5 red no money')).toMatchObject({ kind: 'set', to: 'red', comment: 'no money' });
    expect(await as('U1', 'set 5 red')).toMatchObject({ kind: 'set', confirmed: true });
    expect(await as('U1', 'show 5')).toMatchObject({ posted: { comment: 'no money' } });
  });

  it('never sets a goal by its measures', async () => {
    await as('U1', 'set 5.1 red no money');
    expect(await lightOfGoal5()).toBeNull();
  });

  it('has one effect for one trigger, at once or later, and tells the same again', async () => {
    const [first, same] = await Promise.all([
      as('U1', 'set 5 green', { key: 'one' }),
      as('U1', 'set 5 green', { key: 'one' }),
    ]);
    expect(same).toEqual(first);
    await as('U1', 'set 5 yellow');
    expect(await as('U1', 'set 5 green', { key: 'one' })).toEqual({ ...first, repeated: true });
    expect(await lightOfGoal5()).toBe('yellow');
    expect(await as('U1', 'history 5')).toMatchObject({ total: 3 });
  });

  it('names the channel to tell, and not again for the same trigger', async () => {
    await as('UADMIN', 'announce <#C9>');
    expect(await as('U1', 'set 5 green', { key: 'one' })).toMatchObject({ announceIn: 'C9' });
    expect(await as('U1', 'set 5 green', { key: 'one' })).toMatchObject({ announceIn: null, repeated: true });
  });

  it('is told when somebody else was faster', async () => {
    await as('UADMIN', 'set 5 yellow');
    const late = await as('U1', 'set 5 green', { ifLatest: 1 });
    expect(late).toMatchObject({ kind: 'overtaken', posted: { light: 'yellow', actor: 'UADMIN' } });
    expect(await lightOfGoal5()).toBe('yellow');
  });

  it('keeps the fields of a form', async () => {
    const fields = {
      light: 'yellow' as const,
      comment: 'slow',
      next: 'hire',
      expected: '2026-12-31',
      confidence: 2,
      blockers: 'money',
    };
    await service.postUpdate(hki('5'), fields, { user: 'U1', channel: null, key: 'form' });
    expect(await as('U1', 'show 5')).toMatchObject({ posted: fields });
  });

  it.each([
    ['full', 'storeFull'],
    ['readOnly', 'storeReadOnly'],
    ['failed', 'storeFailed'],
  ] as const)('says so when the store is %s, and works again afterwards', async (kind, outcome) => {
    refusal = { kind, message: 'ENOSPC: no space left' };
    expect(await as('U1', 'set 5 green', { key: 'refused' })).toEqual({ kind: outcome });
    expect(warnings).toEqual(['an update was refused: ENOSPC: no space left']);
    refusal = null;
    expect(await as('U1', 'set 5 green', { key: 'refused' })).toMatchObject({ kind: 'set', repeated: false });
  });
});

describe('who may set a light', () => {
  it.each<[string, string, string, boolean]>([
    ['the owner of the goal', 'U5', '5', true],
    ['the owner of the goal for a measure', 'U5', '5.1', true],
    ['the owner of the measure', 'U51', '5.1', true],
    ['the owner of the measure for the goal', 'U51', '5', false],
    ['the owner of the goal for another goal', 'U5', '4', false],
    ['a delegate of the goal', 'U6', '5', true],
    ['a delegate of the goal for a measure', 'U6', '5.1', true],
    ['a delegate on the day after', 'U7', '5', false],
    ['a listed admin', 'UADMIN', '4', true],
    ['an admin of the workspace', slackAdmin, '4', true],
    ['a guest', 'U99', '5', false],
    ['anybody where nobody owns it', 'U5', '4.3', false],
  ])('%s', async (_who, user, id, may) => {
    await owners(['5', 'U5'], ['5.1', 'U51']);
    await as('UADMIN', 'delegate 5 <@U6> until 2026-11-20');
    await as('UADMIN', 'delegate 5 <@U7> until 2026-11-19');
    now = new Date('2026-11-20T21:59:00Z');
    expect((await as(user, `set ${id} green`)).kind).toBe(may ? 'set' : 'forbidden');
    expect(await as(user, `show ${id}`)).toMatchObject({ maySet: may });
    expect((await as(user, `edit ${id}`)).kind).toBe(may ? 'handOver' : 'forbidden');
  });

  it('ends for a delegate at midnight in Helsinki', async () => {
    await as('UADMIN', 'delegate 5 <@U6> until 2026-11-20');
    now = new Date('2026-11-20T22:00:00Z');
    expect((await as('U6', 'set 5 green')).kind).toBe('forbidden');
  });

  it('is what a denial says', async () => {
    await owners(['5', 'U5'], ['5.1', 'U51']);
    await as('UADMIN', 'delegate 5 <@U6> until 2026-11-20');
    expect(await as('U99', 'set 5.1 green')).toMatchObject({
      kind: 'forbidden',
      verb: 'set',
      target: { label: '5.1' },
      roles: {
        owners: ['U51'],
        inherited: ['U5'],
        delegates: [{ user: 'U6', until: '2026-11-20' }],
        admins: ['UADMIN'],
      },
    });
  });

  it('takes the word of a caller that knows the workspace', async () => {
    expect((await as('U1', 'set 5 green', { slackAdmin: true })).kind).toBe('set');
    expect((await as(slackAdmin, 'set 5 green', { slackAdmin: false })).kind).toBe('forbidden');
  });
});

describe('undo', () => {
  beforeEach(() => owners(['5', 'U1'], ['5', 'U2'], ['4', 'U1']));

  it('restores the light before as a new entry', async () => {
    await as('U2', 'set 5 yellow');
    await as('U1', 'set 5 red no money');
    expect(await as('U1', 'undo 5')).toMatchObject({ kind: 'undone', from: 'red', to: 'yellow', undoes: 5, seq: 6 });
    expect(await as('U1', 'history 5')).toMatchObject({
      lines: [
        { change: 'undone', from: 'red', to: 'yellow', actor: 'U1' },
        { change: 'set', from: 'yellow', to: 'red', comment: 'no money' },
        { change: 'set', from: null, to: 'yellow', actor: 'U2' },
        { change: 'ownerAdded', user: 'U2', actor: 'UADMIN' },
        { change: 'ownerAdded', user: 'U1' },
      ],
      total: 5,
    });
  });

  it('restores no light where none stood', async () => {
    await as('U1', 'set 5 green');
    expect(await as('U1', 'undo')).toMatchObject({ kind: 'undone', from: 'green', to: null });
    expect(await lightOfGoal5()).toBeNull();
  });

  it('without a target takes the user’s own last update back, wherever it was', async () => {
    await as('U1', 'set 5 green');
    await as('U1', 'set 4 yellow');
    await as('U2', 'set 5 yellow');
    expect(await as('U1', 'undo')).toMatchObject({ kind: 'undone', target: { label: 'goal4' } });
    expect(await as('U1', 'undo')).toMatchObject({
      kind: 'nothingToUndo',
      reason: 'overtaken',
      by: 'U2',
      light: 'yellow',
    });
  });

  it('takes several of the user’s updates back, one after another, and no more', async () => {
    for (const light of ['green', 'yellow', 'grey']) await as('U1', `set 5 ${light}`);
    const lights = [];
    for (let at = 0; at < 4; at += 1)
      lights.push(await as('U1', 'undo 5').then((done) => ('to' in done ? done.to : done.kind)));
    expect(lights).toEqual(['yellow', 'green', null, 'nothingToUndo']);
  });

  it('never takes another’s update back', async () => {
    await as('U2', 'set 5 green');
    expect(await as('U1', 'undo 5')).toMatchObject({ kind: 'nothingToUndo', reason: 'none' });
    expect(await as('UADMIN', 'undo 5')).toMatchObject({ kind: 'nothingToUndo', reason: 'none' });
    expect(await lightOfGoal5()).toBe('green');
  });

  it('has one effect for one trigger', async () => {
    await as('U1', 'set 5 green');
    await as('U1', 'set 5 yellow');
    const first = await as('U1', 'undo 5', { key: 'undo' });
    expect(await as('U1', 'undo 5', { key: 'undo' })).toEqual({ ...first, repeated: true });
    expect(await lightOfGoal5()).toBe('green');
  });

  it('of a button takes back only the update that the button is about', async () => {
    await as('U1', 'set 5 green');
    await as('U1', 'set 5 yellow');
    expect(await as('U1', 'undo 5', { ifLatest: 4 })).toMatchObject({ kind: 'overtaken', posted: { light: 'yellow' } });
    expect(await as('U1', 'undo 5', { ifLatest: 5 })).toMatchObject({ kind: 'undone', to: 'green' });
  });

  it('is refused to one who may no longer set it', async () => {
    await as('U1', 'set 5 green');
    await as('UADMIN', 'owner remove 5 <@U1>');
    expect(await as('U1', 'undo 5')).toMatchObject({ kind: 'forbidden', verb: 'undo' });
  });
});

describe('roles', () => {
  it('are changed by admins alone, and only once', async () => {
    await owners(['5', 'U1']);
    for (const text of ['owner add 5 <@U1>', 'owner remove 5 <@U1>', 'delegate 5 <@U2> until 2026-12-31']) {
      expect(await as('U1', text)).toMatchObject({ kind: 'forbidden', target: null, roles: { admins: ['UADMIN'] } });
    }
    expect(await as('UADMIN', 'owner add 5 <@U1>')).toMatchObject({ kind: 'rolesChanged', changed: false });
    expect(await as('UADMIN', 'owner add 5 <@U2>')).toMatchObject({ changed: true, roles: { owners: ['U1', 'U2'] } });
    expect(await as('UADMIN', 'owner remove 5 <@U1>')).toMatchObject({
      change: 'ownerRemoved',
      roles: { owners: ['U2'] },
    });
    expect(await as('UADMIN', 'delegate 5 <@U3> until 31.12.2026')).toMatchObject({
      change: 'delegateAdded',
      until: '2026-12-31',
      roles: { delegates: [{ user: 'U3', until: '2026-12-31' }] },
    });
    expect(await as('UADMIN', 'delegate 5 <@U3> until 2026-11-15')).toEqual({ kind: 'pastDate', date: '2026-11-15' });
    expect(await as('UADMIN', 'delegate remove 5 <@U3>')).toMatchObject({ changed: true, roles: { delegates: [] } });
    expect(await as('U99', 'owner 5')).toMatchObject({ kind: 'owners', roles: { owners: ['U2'] }, mayChange: false });
  });
});

describe('the board', () => {
  beforeEach(async () => {
    await owners(['4', 'U4']);
    await as('UADMIN', 'set 1 green');
    await as('UADMIN', 'set 2 red no money');
    await as('UADMIN', 'set 3 grey');
    await as('UADMIN', 'set 4 yellow');
    await as('UADMIN', 'set 4.3 red no money');
    await as('UADMIN', 'set 4.1 green');
  });

  async function labels(text: string, given: Partial<Caller> = {}) {
    const board = await as('U4', text, given);
    return board.kind === 'board' ? board.rows.map(({ target }) => target.label) : board;
  }

  it('holds goals and posted measures, worst first, those without a light last', async () => {
    expect(await labels('list helsinki')).toEqual(['goal2', '4.3', 'goal4', 'goal3', 'goal1', '4.1', 'goal5', 'goal6']);
    expect(await as('U4', 'list helsinki')).toMatchObject({
      counts: { green: 2, yellow: 1, red: 2, grey: 1, none: 2 },
    });
  });

  it.each([
    ['list red', ['goal2', '4.3']],
    ['list red yellow', ['goal2', '4.3', 'goal4']],
    ['list mine', ['4.3', 'goal4', '4.1', '4.2']],
    ['list goal 4', ['4.3', 'goal4', '4.1', '4.2']],
    ['list vaasa', ['v1', 'v2', 'v3']],
  ])('is filtered by "%s"', async (text, expected) => {
    expect(await labels(text)).toEqual(expected);
  });

  it('is that of the channel’s programme', async () => {
    await as('UADMIN', 'channel vaasa sv', { channel: 'C2' });
    expect(await labels('list', { channel: 'C2' })).toEqual(['v1', 'v2', 'v3']);
    expect(await service.channelSettings('C2')).toEqual({ programme: 'vaasa', language: 'sv' });
    expect(await labels('list red', { channel: 'C2' })).toEqual([]);
    expect(await labels('list helsinki red', { channel: 'C2' })).toEqual(['helsinki 2', 'helsinki 4.3']);
  });

  it('names measures that stand worse than their goal, with owners', async () => {
    const board = await as('U4', 'list helsinki');
    const goal4 = board.kind === 'board' ? board.rows.find(({ target }) => target.label === 'goal4') : null;
    expect(goal4).toMatchObject({ owners: ['U4'], worseMeasures: [{ target: { label: '4.3' }, light: 'red' }] });
    expect(await as('U4', 'show 4')).toMatchObject({
      kind: 'shown',
      measures: [
        { target: { label: '4.1' }, worse: false },
        { target: { label: '4.2' }, posted: null, worse: false },
        { target: { label: '4.3' }, worse: true },
      ],
      goal: null,
    });
    expect(await as('U4', 'show 4.3')).toMatchObject({ goal: { target: { label: 'goal4' }, light: 'yellow' } });
  });
});

describe('settings', () => {
  it('keep a user’s language', async () => {
    expect(await as('U1', 'language')).toEqual({ kind: 'language', stored: null, changed: false });
    expect(await as('U1', 'kieli ruotsi')).toEqual({ kind: 'language', stored: 'sv', changed: true });
    expect(await service.storedLanguage('U1')).toBe('sv');
  });

  it.each(['channel vaasa', 'announce <#C1>', 'digest on', 'digest off', 'digest now', 'import csv'])(
    'that all share are for admins: %s',
    async (text) => {
      expect(await as('U1', text)).toMatchObject({ kind: 'forbidden', target: null });
      expect((await as('UADMIN', text)).kind).not.toBe('forbidden');
    },
  );

  it('of a digest are kept for its channel', async () => {
    const digest = { kind: 'digestOn', channel: 'C1', language: 'sv', when: { weekday: 'mon', time: '09:00' } };
    expect(await as('UADMIN', 'digest on sv')).toMatchObject(digest);
    expect(await as('UADMIN', 'digest off <#C8>')).toEqual({ kind: 'digestOff', channel: 'C8', wasOn: false });
    expect(await as('UADMIN', 'digest off')).toEqual({ kind: 'digestOff', channel: 'C1', wasOn: true });
    expect(await as('UADMIN', 'digest on', { channel: null })).toEqual({ kind: 'needsChannel', verb: 'digest' });
  });

  it('of absence take a day to come', async () => {
    expect(await as('U1', 'away until 2026-12-31')).toEqual({ kind: 'awaySet', until: '2026-12-31' });
    expect(await as('U1', 'away until 2025-12-31')).toEqual({ kind: 'pastDate', date: '2025-12-31' });
  });

  it('and roles of a user are forgotten, the lights stay', async () => {
    await owners(['5', 'U1']);
    await as('U1', 'set 5 green good');
    expect(await as('U1', 'forget me')).toMatchObject({ kind: 'forgotten', ended: [{ label: 'goal5' }] });
    expect(await as('U2', 'show 5')).toMatchObject({ posted: { light: 'green', actor: null }, roles: { owners: [] } });
    expect((await as('U1', 'set 5 yellow')).kind).toBe('forbidden');
  });
});

describe('what is not a finished command', () => {
  it.each<[string, object]>([
    ['', { kind: 'help', topic: null, admin: false }],
    ['set goal12 green', { kind: 'unknownTarget', word: 'goal12' }],
    [
      'show 4.9',
      { kind: 'unknownTarget', nearest: [{ label: 'goal4' }, { label: '4.1' }, { label: '4.2' }, { label: '4.3' }] },
    ],
    ['set gaol5 gren', { kind: 'unclear', words: ['gaol5', 'gren'], suggestion: { text: 'set goal5 green' } }],
    [
      'set 5 turquoise',
      { kind: 'unknownLight', word: 'turquoise', choices: [{ text: 'set goal5 green' }, {}, {}, {}] },
    ],
    ['set 5', { kind: 'missing', part: 'light', choices: [{ text: 'set goal5 green' }, {}, {}, {}] }],
    [
      'show international',
      { kind: 'ambiguous', choices: [{ target: { label: 'goal3' } }, { target: { label: '4.3' } }] },
    ],
    ['ask who?', { kind: 'handOver', command: { kind: 'ask', question: 'who?' } }],
    ['export csv', { kind: 'exported', rows: 15, entries: 0 }],
    ['digest preview', { kind: 'handOver', command: { kind: 'digestPreview', channel: 'C1' } }],
    ['digest status', { kind: 'digestStatus', digests: [] }],
    ['import confirm abc', { kind: 'forbidden', verb: 'import' }],
  ])('"%s" changes nothing', async (text, outcome) => {
    expect(await as('U1', text)).toMatchObject(outcome);
    expect((await service.state()).seq).toBe(0);
  });
});
