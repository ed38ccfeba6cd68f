import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCli } from '../../src/cli.ts';
import type { Language } from '../../src/domain/language.ts';
import { openJsonStore } from '../../src/status/json-store.ts';
import { temporaryFolder } from '../status/support.ts';
import { recordedTerminal } from '../support/terminal.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => folder.remove());

async function lv(user: string, words: string[], given: { language?: Language; options?: string[] } = {}) {
  const terminal = recordedTerminal({
    environment: { LV_DATA_DIR: folder.path, LV_ADMINS: 'UADMIN' },
    ...(given.language === undefined ? {} : { language: given.language }),
  });
  const code = await runCli(['lv', '--as', user, ...(given.options ?? []), ...words], terminal);
  return { code, text: terminal.written.join('\n'), warned: terminal.warned, saved: terminal.saved };
}

describe('lv', () => {
  it('sets a light that is there the next time', async () => {
    await lv('UADMIN', ['owner', 'add', '5', 'U1']);
    const set = await lv('U1', ['set', 'goal5', 'green', 'agreed']);
    expect(set).toMatchObject({ code: 0, warned: [] });
    expect(set.text).toContain('▫️ no light → 🟢 green');
    expect((await lv('U2', ['show', '5'])).text).toContain('🟢 green');
  });

  it('denies who may not, says who may, and ends with 1', async () => {
    await lv('UADMIN', ['owner', 'add', '5', 'U1']);
    const denied = await lv('U2', ['set', 'goal5', 'green']);
    expect(denied.code).toBe(1);
    expect(denied.text).toContain('Owners: @U1');
    expect((await lv('U2', ['show', '5'])).text).toContain('No light has been posted yet.');
  });

  it('suggests the likeliest command for a typo and changes nothing', async () => {
    const typo = await lv('UADMIN', ['set', 'gaol5', 'gren']);
    expect(typo.code).toBe(1);
    expect(typo.text).toMatch(/^\/lv set goal5 green$/m);
    expect((await lv('U2', ['show', '5'])).text).toContain('No light has been posted yet.');
  });

  it('shows the whole digest of a channel, and where it goes', async () => {
    await lv('UADMIN', ['digest', 'on', 'sv', 'mon', '9:00'], { options: ['--channel', 'C1'] });
    await lv('UADMIN', ['set', '5', 'red', 'no', 'money']);
    const preview = await lv('U2', ['digest', 'preview'], { options: ['--channel', 'C1'] });
    expect(preview.code).toBe(0);
    expect(preview.text).toMatch(/^Veckosammandrag/);
    expect(preview.text).toContain('no money');
    expect((await lv('U2', ['digest', 'status'])).text).toContain('#C1: on Mondays at 09:00');
    expect((await lv('U2', ['digest', 'preview'])).code).toBe(1);
    expect((await lv('U2', ['help'])).text).toContain('/lv digest on #channel');
  });

  it('answers a question with the posted light and the owner to ask', async () => {
    await lv('UADMIN', ['owner', 'add', '4', 'U1']);
    await lv('U1', ['set', '4.3', 'yellow']);
    const { text } = await lv('U2', ['ask', 'who', 'is', 'responsible', 'for', 'the', 'spouse', 'programme?']);
    expect(text).toMatch(/Measure 4\.3, light in Slack: 🟡 yellow\. Set by @U1 on .*\nFor more, ask @U1\.$/);
  });

  it('takes words after -- as they are', async () => {
    expect((await lv('UADMIN', ['--', 'set', '5', 'red', 'grants', '-10', '%'])).text).toContain('> grants -10 %');
  });

  it("speaks the user's own language, else the terminal's", async () => {
    expect((await lv('UADMIN', ['set', '5', 'gul'], { language: 'sv' })).text).toContain('🟡 gul');
    await lv('UADMIN', ['language', 'fi']);
    expect((await lv('UADMIN', ['set', '5', 'gul'], { language: 'sv' })).text).toContain('🟡 keltainen');
  });

  it('asks the documents, and says what works in Slack only', async () => {
    expect(await lv('U1', ['ask', 'kuka', 'vastaa', 'puoliso-ohjelmasta?'])).toMatchObject({
      code: 0,
      text: expect.stringContaining('kaupunginkanslian elinkeino-osasto'),
    });
    expect((await lv('UADMIN', ['edit', '5'])).code).toBe(1);
  });

  it('exports the board and the history as files where it was called, and prints their paths', async () => {
    await lv('UADMIN', ['set', '5', 'green', '=SUM(A1)']);
    const { code, text, saved } = await lv('UADMIN', ['export', 'csv']);
    expect(code).toBe(0);
    expect(text.split('\n')).toEqual([...saved.keys()]);
    const [board = '', history = ''] = [...saved.values()];
    expect(board).toContain('SUM(A1)');
    expect(history).not.toMatch(/(^|[;,"])=SUM/m);
  });

  it('lists what went unanswered, and forgets a user', async () => {
    expect((await lv('UADMIN', ['gaps'])).code).toBe(0);
    await lv('UADMIN', ['set', '5', 'green']);
    expect((await lv('UADMIN', ['forget', 'me'])).code).toBe(0);
    expect((await lv('U2', ['history', '5'])).text).not.toContain('UADMIN');
  });

  it('binds the channel that is named, and says so where none is', async () => {
    const options = ['--channel', 'C1'];
    expect((await lv('UADMIN', ['channel', 'vaasa'], { options })).code).toBe(0);
    expect((await lv('UADMIN', ['channel', 'vaasa'])).code).toBe(1);
  });

  it('prints one line of JSON with --json', async () => {
    const { text } = await lv('UADMIN', ['set', '5', 'green'], { options: ['--json'] });
    expect(JSON.parse(text)).toEqual({ kind: 'set', text: expect.stringContaining('→ 🟢 green') });
  });

  it('refuses a store that another process holds, in one line', async () => {
    const store = await openJsonStore(folder.path, { warn: () => undefined });
    const refused = await lv('UADMIN', ['set', '5', 'green']);
    await store.close();
    expect(refused).toMatchObject({ code: 1, text: '' });
    expect(refused.warned).toHaveLength(1);
    expect(refused.warned[0]).toContain(folder.path);
  });
});
