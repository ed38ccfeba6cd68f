import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runCli } from '../../src/cli.ts';
import { openJsonStore } from '../../src/status/json-store.ts';
import { temporaryFolder } from '../status/support.ts';
import { recordedTerminal } from '../support/terminal.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => folder.remove());

async function run(args: string, over: { save?: () => Promise<string>; now?: string } = {}) {
  const environment = {
    LV_DATA_DIR: join(folder.path, 'data'),
    LV_ADMINS: 'UADMIN',
    ...(over.now === undefined ? {} : { LV_NOW: over.now }),
  };
  const terminal = recordedTerminal({ environment });
  const code = await runCli(args.split(' '), { ...terminal, ...(over.save === undefined ? {} : { save: over.save }) });
  return { code, text: terminal.written.join('\n'), warned: terminal.warned, saved: terminal.saved };
}

async function setUp(): Promise<void> {
  await run('lv --as UADMIN --channel C1 digest on sv mon 9:00 only red', { now: '2026-11-18T09:00:00+02:00' });
  await run('lv --as UADMIN set hki 5 red Rahoitus puuttuu', { now: '2026-11-18T09:00:00+02:00' });
  await run('lv --as UADMIN set hki 4 green', { now: '2026-11-18T09:00:00+02:00' });
}

test('prints what the channel would get, in its language and with its filter, and keeps nothing', async () => {
  await setUp();
  const before = await run('lv --as UADMIN history');
  const { code, text, warned } = await run('digest --channel C1 --at 2026-11-23T09:00:00+02:00');
  expect([code, warned]).toEqual([0, []]);
  expect(text).toMatch(/^Veckosammandrag 23\.11\.2026/);
  expect(text).toContain('Mål 5');
  expect(text).not.toContain('Mål 4 ');
  expect(await run('lv --as UADMIN history')).toEqual(before);
});

test('speaks the language that is asked for, at the time that is asked for', async () => {
  await setUp();
  const { text } = await run('digest --channel C1 --language en --at 2026-11-17');
  expect(text).toContain('17 November 2026');
  expect(text).not.toContain('Goal 5');
});

test('tells of what changed since the last digest before that time', async () => {
  await setUp();
  const posted = { channel: 'C1', run: 'weekly' as const, key: 'digest:1' };
  const composedAt = '2026-11-20T07:00:00.000Z';
  const store = await openJsonStore(join(folder.path, 'data'), { warn: () => undefined });
  const request = { actor: 'valo', at: composedAt };
  await store.append({
    ...request,
    key: 'a',
    event: { type: 'digestClaimed', ...posted, week: '2026-W47', composedAt, follows: null },
  });
  await store.append({ ...request, key: 'b', event: { type: 'digestPosted', ...posted, message: '1.1' } });
  await store.close();
  const after = await run('digest --channel C1 --at 2026-11-23T09:00:00+02:00');
  expect(after.text).toContain('Inget ljus har ändrats sedan 20.11.2026.');
  const before = await run('digest --channel C1 --at 2026-11-19T09:00:00+02:00');
  expect(before.text).toContain('Ändrat sedan 12.11.2026');
});

test('writes the picture beside it', async () => {
  await setUp();
  const { code, warned, saved } = await run('digest --channel C1 --png board.png');
  expect([code, warned]).toEqual([0, ['The picture is in the file board.png.']]);
  expect(
    Buffer.from(saved.get('board.png') ?? '')
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG');
});

test('prints one line of JSON', async () => {
  await setUp();
  const { text } = await run('digest --channel C1 --json --at 2026-11-23T09:00:00+02:00');
  const [line = '', ...rest] = text.split('\n');
  expect(rest).toEqual([]);
  expect(JSON.parse(line)).toMatchObject({
    digest: { channel: 'C1', week: '2026-W48', language: 'sv', filtered: true },
    blocks: expect.arrayContaining([expect.objectContaining({ type: 'header' })]),
    altText: expect.stringContaining('Mål 5'),
  });
});

test('says that no digest is on in the channel, and shows what one would be', async () => {
  const { code, text, warned } = await run('digest --channel C9');
  expect(code).toBe(0);
  expect(text).toContain('Viikkokooste');
  expect(warned).toEqual([expect.stringContaining('No digest is on in C9')]);
});

test('says why the picture could not be written', async () => {
  const save = async () => {
    throw Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' });
  };
  const { code, text, warned } = await run('digest --channel C9 --png /root/x.png', { save });
  expect([code, warned.at(-1)]).toEqual([
    1,
    expect.stringMatching(/could not be written into the file \/root\/x\.png \(EACCES\)/),
  ]);
  expect(text).not.toBe('');
});

test.each([
  ['digest', 'The channel is missing'],
  ['digest --channel general', 'general is not a channel id'],
  ['digest --channel C1 --at monday', 'monday is not a time'],
  ['digest --channel C1 --at 2026-02-30', '2026-02-30 is not a time'],
  ['digest --channel C1 --at 2026-11-23T09:00', '2026-11-23T09:00 is not a time'],
  ['digest --channel C1 --language de', 'de is not a language'],
  ['digest --channel C1 --colour', 'no option --colour'],
  ['digest --channel C1 now', 'now'],
])('"%s" is wrong usage and says so', async (args, problem) => {
  const { code, text, warned } = await run(args);
  expect([code, text]).toEqual([2, '']);
  expect(warned.join('\n')).toContain(problem);
});

test('says who holds the store while the bot runs', async () => {
  const store = await openJsonStore(join(folder.path, 'data'), { warn: () => undefined });
  const { code, text, warned } = await run('digest --channel C1');
  expect([code, text]).toEqual([1, '']);
  expect(warned.join('\n')).toMatch(/process \d+/);
  await store.close();
});

test('helps', async () => {
  const { code, text } = await run('digest --help');
  expect(code).toBe(0);
  expect(text).toContain('--png FILE');
});
