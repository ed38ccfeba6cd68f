import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lights } from '../../src/domain/light.ts';
import { readCsv } from '../../src/status/csv.ts';
import type { StatusOutcome } from '../../src/status/outcome.ts';
import { directory } from './directory.ts';
import type { ServicePlace } from './service-place.ts';
import { openServicePlace } from './service-place.ts';

let place: ServicePlace;
beforeEach(async () => {
  place = await openServicePlace();
});
afterEach(() => place.remove());

type Outcome<Kind extends StatusOutcome['kind']> = Extract<StatusOutcome, { kind: Kind }>;

function isKind<Kind extends StatusOutcome['kind']>(outcome: StatusOutcome, kind: Kind): outcome is Outcome<Kind> {
  return outcome.kind === kind;
}

function expectKind<Kind extends StatusOutcome['kind']>(outcome: StatusOutcome, kind: Kind): Outcome<Kind> {
  if (!isKind(outcome, kind)) throw new Error(`${outcome.kind} instead of ${kind}`);
  return outcome;
}

async function exported(user = 'UADMIN', given = {}) {
  const { files } = expectKind(await place.as(user, 'export csv', given), 'exported');
  const [board, history] = files;
  const rows = ({ content }: { content: string }) => readCsv(content).map(({ cells }) => cells);
  return { board: rows(board), history: rows(history), files };
}

const preview = async (file: string | Uint8Array, user = 'UADMIN', given = {}) =>
  place.service.previewImport(file, place.caller(user, given));
const previewed = async (file: string) => expectKind(await preview(file), 'importPreview');
const lightsNow = async () =>
  Object.entries((await place.service.state()).targets).flatMap(([key, { updates }]) => {
    const light = updates.at(-1)?.light;
    return light === undefined ? [] : [[key, light]];
  });

describe('an export', () => {
  beforeEach(async () => {
    place.people.set('U5', { name: 'Maija Meikäläinen' });
    await place.as('UADMIN', 'owner add 5 <@U5>');
    await place.as('UADMIN', 'delegate 5 <@U6> until 2026-12-31');
    await place.as('U5', 'set 5 yellow waiting for <@U5|maija>; "soon"');
    await place.as('U5', 'set 5 red =HYPERLINK("http://evil")');
    await place.as('U5', 'undo 5');
  });

  it('holds the whole board, with people by name and id', async () => {
    const { board, files } = await exported('U1', { language: 'en' });
    expect(files.map(({ fileName }) => fileName)).toEqual(['valo-board-2026-11-16.csv', 'valo-history-2026-11-16.csv']);
    expect(board[0]).toEqual([
      'Id',
      'Name',
      'Light',
      'Comment',
      'Next',
      'Expected',
      'Confidence (1–5)',
      'Blockers',
      'Owners',
      'Delegates',
      'Updated',
      'By',
    ]);
    expect(board).toHaveLength(1 + directory.targets.length);
    expect(board.find(([id]) => id === 'helsinki 5')).toEqual([
      'helsinki 5',
      'Use of skills',
      'yellow',
      'waiting for @Maija Meikäläinen; "soon"',
      '',
      '',
      '',
      '',
      'Maija Meikäläinen (U5)',
      'U6 2026-12-31',
      '2026-11-16 09:00:00',
      'Maija Meikäläinen (U5)',
    ]);
  });

  it('holds every entry of the history, also what was undone, with formulas made inert', async () => {
    const { history, files } = await exported('U1', { language: 'en' });
    const columns = ['No.', 'Change', 'Light before', 'Light after', 'Comment', 'By', 'Person', 'Last day'];
    const at = columns.map((column) => history[0]?.indexOf(column) ?? -1);
    expect(history.slice(1).map((row) => at.map((index) => row[index]))).toEqual([
      ['5', 'undone', 'red', 'yellow', '', 'Maija Meikäläinen (U5)', '', ''],
      ['4', 'light set', 'yellow', 'red', '=HYPERLINK("http://evil")', 'Maija Meikäläinen (U5)', '', ''],
      ['3', 'light set', '', 'yellow', 'waiting for @Maija Meikäläinen; "soon"', 'Maija Meikäläinen (U5)', '', ''],
      ['2', 'delegate added', '', '', '', 'UADMIN', 'U6', '2026-12-31'],
      ['1', 'owner added', '', '', '', 'UADMIN', 'Maija Meikäläinen (U5)', ''],
    ]);
    expect(files[1].content).toContain(`"'=HYPERLINK(""http://evil"")"`);
  });

  it.each([
    ['the user’s own language', { language: 'sv' as const }, 'language fi', 'Tunnus'],
    ['the language of the profile', { language: 'sv' as const }, 'help', 'Beteckning'],
    ['Finnish when nothing is known', {}, 'help', 'Tunnus'],
  ])('is in %s', async (_which, given, before, header) => {
    await place.as('U1', before);
    expect((await exported('U1', given)).board[0]?.[0]).toBe(header);
  });

  it('is that of the channel’s programme', async () => {
    await place.as('UADMIN', 'channel vaasa', { channel: 'C2' });
    const { board, history } = await exported('U1', { channel: 'C2' });
    expect(board.slice(1).map(([id]) => id)).toEqual(['vaasa v1', 'vaasa v2', 'vaasa v3']);
    expect(history).toHaveLength(1);
  });

  it('names nobody who is forgotten', async () => {
    await place.as('U5', 'forget me');
    const { files, history } = await exported('U1', { language: 'en' });
    for (const { content } of files) expect(content).not.toMatch(/U5|Maija/);
    expect(history).toHaveLength(1 + 6);
  });
});

describe('the preview of an import', () => {
  it('says line by line what would change and what is wrong, and changes nothing', async () => {
    await place.as('UADMIN', 'set 4 red no money');
    place.found.set('maija@example.fi', ['U7']);
    place.found.set('Virtanen', ['U8', 'U9']);
    const before = (await place.service.state()).seq;
    const file = [
      'Tavoite;Valo;Perustelu;Vastuuhenkilöt;Sijaiset;Odotettu;Luottamus;Muistiinpanoja',
      'goal5;vihreä;hyvin menee;U5, maija@example.fi;U6 31.12.2026;;;x',
      '5;punainen;kaksi kertaa;;;;;',
      '4.3;PUNAINEN;;;;;;',
      'hki 6;gren;;;;;;',
      'tavoite 99;vihreä;;;;;;',
      '4.3.2026;vihreä;;;;;;',
      'international;vihreä;;;;;;',
      ';vihreä;;;;;;',
      'goal4;;uusi syy;;;;;',
      'goal2;;pelkkä kommentti;;;;;',
      'goal3;🟡;;Virtanen, Nobody;U6;31.2.2026;7;',
      'goal1;;;;U6 1.1.2020;;;',
      'v1;;;;;;;',
    ].join('\n');
    const outcome = await previewed(file);
    expect(outcome.ignoredColumns).toEqual(['Muistiinpanoja']);
    expect(outcome.unchanged).toBe(1);
    expect(
      outcome.lines.map(({ line, target, changes, problems }) => [line, target?.label ?? null, changes, problems]),
    ).toMatchObject([
      [
        2,
        'goal5',
        [
          { kind: 'light', from: null, to: 'green', comment: 'hyvin menee' },
          { kind: 'ownerAdded', user: 'U5' },
          { kind: 'ownerAdded', user: 'U7' },
          { kind: 'delegateAdded', user: 'U6', until: '2026-12-31' },
        ],
        [],
      ],
      [3, 'goal5', [], [{ kind: 'repeatedTarget', firstLine: 2 }]],
      [4, '4.3', [], [{ kind: 'needsComment' }]],
      [5, 'goal6', [], [{ kind: 'unknownLight', word: 'gren', suggestion: 'green' }]],
      [6, null, [], [{ kind: 'unknownTarget', word: 'tavoite 99' }]],
      [7, null, [], [{ kind: 'unknownTarget', nearest: [{ label: '4.3' }] }]],
      [8, null, [], [{ kind: 'ambiguousTarget', choices: [{ label: 'goal3' }, { label: '4.3' }] }]],
      [9, null, [], [{ kind: 'noTarget' }]],
      [10, 'goal4', [{ kind: 'light', from: 'red', to: 'red', comment: 'uusi syy' }], []],
      [11, 'goal2', [], [{ kind: 'noLight' }]],
      [
        12,
        'goal3',
        [],
        [
          { kind: 'badDate', word: '31.2.2026' },
          { kind: 'badConfidence', word: '7' },
          { kind: 'unknownUser', word: 'Virtanen', found: ['U8', 'U9'] },
          { kind: 'unknownUser', word: 'Nobody', found: [] },
          { kind: 'badDate', word: 'U6' },
        ],
      ],
      [13, 'goal1', [], [{ kind: 'pastDate', date: '2020-01-01' }]],
    ]);
    expect(outcome.confirm?.command.kind).toBe('importConfirm');
    expect((await place.service.state()).seq).toBe(before);
  });

  it.each([
    ['Tunnus;Valo;Vastuuhenkilöt', 'helsinki 5;vihreä;U5'],
    ['Beteckning;Ljus;Ansvariga', 'hki 5;grön;U5'],
    ['Id;Light;Owners', 'goal5;green;U5'],
    ['GOAL,Status,Owner', 'goal 5,Green,@U5'],
    ['Mål\tFärg\tÄgare', 'mål 5\tgrönt\t<@U5|maija>'],
    ['omistaja;väri;toimenpide', 'Maija (U5);🟢 vihreä;tavoite 5'],
    ['Nimi;Liikennevalo;Vastuuhenkilö', 'Osaamisen hyödyntäminen;vihreäksi;U5'],
  ])('understands the headers "%s"', async (header, row) => {
    const { lines } = await previewed(`${header}\n${row}\n`);
    expect(lines).toMatchObject([
      {
        line: 2,
        target: { label: 'goal5' },
        changes: [
          { kind: 'light', to: 'green' },
          { kind: 'ownerAdded', user: 'U5' },
        ],
      },
    ]);
  });

  it.each<[string, string | Uint8Array, string]>([
    ['nothing', '', 'empty'],
    ['a header alone', 'Tunnus;Valo\n', 'empty'],
    ['no column of goals', 'Valo;Kommentti\nvihreä;x\n', 'noTargetColumn'],
    ['a workbook', Buffer.from('PK\u0003\u0004\u0000\u0000', 'latin1'), 'notText'],
    ['too many lines', `Tunnus\n${'5\n'.repeat(2001)}`, 'tooManyLines'],
    ['too much', 'x'.repeat(2_000_001), 'tooLarge'],
  ])('of %s says why it cannot be read', async (_what, file, reason) => {
    expect(await preview(file)).toEqual({
      kind: 'importUnreadable',
      reason,
      headers: ['Tunnus', 'Valo', 'Kommentti', 'Vastuuhenkilöt'],
    });
  });

  it('is for admins', async () => {
    expect(await preview('Tunnus;Valo\n5;vihreä', 'U1')).toMatchObject({ kind: 'forbidden', verb: 'import' });
    expect(await place.as('UADMIN', 'import csv')).toMatchObject({ kind: 'handOver', command: { kind: 'import' } });
  });

  it('reads what Excel saves in Windows-1252', async () => {
    const { lines } = expectKind(await preview(Buffer.from('Mål;Färg\r\nmål 5;grön\r\n', 'latin1')), 'importPreview');
    expect(lines).toMatchObject([{ changes: [{ to: 'green' }] }]);
  });
});

describe('a confirmed import', () => {
  const file = 'Tunnus;Valo;Kommentti;Vastuuhenkilöt\n5;vihreä;hyvin;U5\n4;punainen;ei rahaa;\n6;gren;;U9\n';

  it('applies the lines without problems, as the admin, and leaves the others', async () => {
    const { confirm } = await previewed(file);
    const outcome = await place.as('UADMIN', confirm?.text ?? '');
    expect(outcome).toMatchObject({
      kind: 'imported',
      lines: [{ line: 2, changes: [{ to: 'green' }, { user: 'U5' }] }, { line: 3 }],
      overtaken: [],
      repeated: false,
    });
    expect(await lightsNow()).toEqual([
      ['helsinki:5', 'green'],
      ['helsinki:4', 'red'],
    ]);
    expect(await place.as('U1', 'history 5')).toMatchObject({
      lines: [
        { change: 'ownerAdded', user: 'U5', actor: 'UADMIN' },
        { change: 'set', comment: 'hyvin', actor: 'UADMIN' },
      ],
    });
  });

  it('is applied once, however often it is confirmed or sent', async () => {
    const { confirm } = await previewed(file);
    expect((await previewed(file)).confirm).toEqual(confirm);
    const text = confirm?.text ?? '';
    const [first, again] = await Promise.all([place.as('UADMIN', text), place.as('UADMIN', text)]);
    expect([first, again]).toMatchObject([{ repeated: false }, { repeated: true }]);
    expect((await place.service.state()).seq).toBe(3);
    expect(await previewed(file)).toMatchObject({ unchanged: 2, lines: [{ line: 4 }], confirm: null });
  });

  it('leaves a light alone that somebody has set since the preview', async () => {
    const { confirm } = await previewed(file);
    await place.as('UADMIN', 'set 5 yellow');
    expect(await place.as('UADMIN', confirm?.text ?? '')).toMatchObject({
      lines: [{ line: 2, changes: [{ kind: 'ownerAdded', user: 'U5' }] }, { line: 3 }],
      overtaken: [{ line: 2, changes: [{ kind: 'light', to: 'green' }] }],
    });
    expect(await lightsNow()).toEqual([
      ['helsinki:5', 'yellow'],
      ['helsinki:4', 'red'],
    ]);
  });

  it('is unknown after half an hour, after a restart, and to others than admins', async () => {
    const { confirm } = await previewed(file);
    const text = confirm?.text ?? '';
    expect(await place.as('U1', text)).toMatchObject({ kind: 'forbidden' });
    place.now = new Date(place.now.getTime() + 30 * 60_000);
    expect(await place.as('UADMIN', text)).toEqual({ kind: 'importUnknown', key: text.split(' ').at(-1) });
    await previewed(file);
    await place.restart();
    expect(await place.as('UADMIN', text)).toMatchObject({ kind: 'importUnknown' });
    expect(await place.as('UADMIN', 'import confirm 123')).toEqual({ kind: 'importUnknown', key: '123' });
    expect(await lightsNow()).toEqual([]);
  });

  it('keeps what is not said of the same light, and takes nobody’s part away', async () => {
    await place.as('UADMIN', 'owner add 5 <@U1>');
    const fields = {
      light: 'yellow' as const,
      comment: 'slow',
      next: 'hire',
      expected: '2026-12-31',
      confidence: 2,
      blockers: null,
    };
    await place.service.postUpdate({ programme: 'helsinki', id: '5' }, fields, place.caller('UADMIN'));
    const { confirm } = await previewed('Tunnus;Valo;Seuraavaksi;Vastuuhenkilöt\n5;;interview;U5\n');
    await place.as('UADMIN', confirm?.text ?? '');
    expect(await place.as('U1', 'show 5')).toMatchObject({
      posted: { ...fields, next: 'interview' },
      roles: { owners: ['U1', 'U5'] },
    });
  });

  it('is announced in one message', async () => {
    const posted: number[] = [];
    await place.as('UADMIN', 'announce <#C9>');
    const post = async ({ changes }: { changes: readonly unknown[] }) => `m${posted.push(changes.length)}`;
    await place.service.announcements.start({ post, edit: async () => undefined });
    const { confirm } = await previewed(file);
    await place.as('UADMIN', confirm?.text ?? '');
    await place.service.announcements.stop();
    expect(posted).toEqual([2]);
  });
});

it('an exported board imported again changes nothing, whatever was said of the lights', async () => {
  const character = fc.oneof(
    fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', ';', ',', '"', "'", ' '),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
  );
  const said = fc.option(fc.string({ unit: character, minLength: 1, maxLength: 20 }));
  const update = fc.record({
    target: fc.constantFrom(...directory.targets.map(({ target }) => target)),
    light: fc.constantFrom(...lights),
    comment: said,
    next: said,
    blockers: said,
    expected: fc.constantFrom(null, '2026-12-31'),
    confidence: fc.constantFrom(null, 1, 5),
  });
  const language = fc.constantFrom('fi' as const, 'sv' as const, 'en' as const);
  await fc.assert(
    fc.asyncProperty(fc.array(update, { maxLength: 6 }), language, async (updates, inLanguage) => {
      const own = await openServicePlace();
      own.people.set('U5', { name: 'Meikäläinen, Maija (ELO)' });
      await own.as('UADMIN', 'owner add 5 <@U5>');
      await own.as('UADMIN', 'delegate 5 <@U5> until 2026-12-31');
      for (const { target, ...fields } of updates) await own.service.postUpdate(target, fields, own.caller('UADMIN'));
      const { files } = expectKind(await own.as('UADMIN', 'export csv', { language: inLanguage }), 'exported');
      const again = await own.service.previewImport(files[0].content, own.caller('UADMIN'));
      await own.remove();
      expect(again).toMatchObject({ kind: 'importPreview', lines: [], confirm: null });
    }),
    { numRuns: 60 },
  );
});
