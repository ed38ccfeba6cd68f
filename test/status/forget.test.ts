import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ServicePlace } from './service-place.ts';
import { openServicePlace } from './service-place.ts';

const leaver = 'U77LEAVER';

let place: ServicePlace;
beforeEach(async () => {
  place = await openServicePlace();
});
afterEach(() => place.remove());

/** The files of the store that hold some words. */
async function filesWith(words: string): Promise<string[]> {
  const names = await readdir(place.folder);
  const contents = await Promise.all(
    names.map(async (name) => [name, await readFile(join(place.folder, name))] as const),
  );
  return contents.flatMap(([name, bytes]) => (bytes.includes(words) ? [name] : []));
}

describe('a user who asks to be forgotten', () => {
  beforeEach(async () => {
    await place.as('UADMIN', `owner add 5 <@${leaver}>`);
    await place.as('UADMIN', `owner add 4.3 <@${leaver}|lea>`);
    await place.as('UADMIN', `delegate 6 <@${leaver}> until 2026-12-31`);
    await place.as('UADMIN', 'owner add 5 <@U1>');
    await place.as(leaver, 'language sv');
    await place.as(leaver, 'away until 2026-12-24');
    await place.as(leaver, `set 5 yellow <@${leaver}|lea> is on it, and ${leaver} too`);
    await place.as('U1', `set 5.1 green thanks to <@${leaver}>, Lea and <@U1>`);
  });

  it('is told which parts have ended, and keeps none', async () => {
    expect(await place.as(leaver, 'forget me')).toMatchObject({
      kind: 'forgotten',
      ended: [{ label: 'goal5' }, { label: '4.3' }, { label: 'goal6' }],
    });
    const state = await place.service.state();
    expect(state.users).toEqual({});
    const parts = Object.values(state.targets).flatMap(({ owners, delegates }) => [...owners, ...delegates]);
    expect(parts).toEqual(['U1']);
    expect(await place.service.storedLanguage(leaver)).toBeNull();
    expect((await place.as(leaver, 'set 5 green')).kind).toBe('forbidden');
  });

  it('stays in the history of lights and roles as nobody, with the end of each part', async () => {
    await place.as(leaver, 'forget me');
    expect(await place.as('U1', 'history 5')).toMatchObject({
      lines: [
        { change: 'ownerRemoved', user: null, actor: null },
        { change: 'set', to: 'yellow', actor: null },
        { change: 'ownerAdded', user: 'U1', actor: 'UADMIN' },
        { change: 'ownerAdded', user: null, actor: 'UADMIN' },
      ],
      total: 4,
    });
    expect(await place.as('U1', 'history 6')).toMatchObject({
      lines: [
        { change: 'delegateRemoved', user: null },
        { change: 'delegateAdded', user: null },
      ],
    });
    expect(await place.as('U1', 'show 5')).toMatchObject({ posted: { light: 'yellow', actor: null } });
  });

  it('is in no file any more, neither as a user nor mentioned in anybody’s text', async () => {
    expect(await filesWith(leaver)).not.toEqual([]);
    await place.as(leaver, 'forget me');
    expect(await filesWith(leaver)).toEqual([]);
    await place.restart();
    expect(await filesWith(leaver)).toEqual([]);
    expect(JSON.stringify([await place.service.state(), await place.store.history({ target: null })])).not.toContain(
      leaver,
    );
  });

  it('is shown as "@…" in texts, where the words that people wrote stay and others are named', async () => {
    await place.as(leaver, 'forget me');
    expect(await place.as('U1', 'show 5')).toMatchObject({ posted: { comment: '@… is on it, and @… too' } });
    expect(await place.as('U1', 'show 5.1')).toMatchObject({ posted: { comment: 'thanks to @…, Lea and <@U1>' } });
  });

  it('is forgotten once, and told so again for the same trigger', async () => {
    await place.as(leaver, 'forget me', { key: 'one' });
    const { seq } = await place.service.state();
    expect(await place.as(leaver, 'forget me', { key: 'one' })).toEqual({ kind: 'forgotten', ended: [] });
    expect((await place.service.state()).seq).toBe(seq);
  });

  it('may come back, with nothing from before', async () => {
    await place.as(leaver, 'forget me');
    await place.as('UADMIN', `owner add 5 <@${leaver}>`);
    await place.as(leaver, 'set 5 green');
    expect(await place.as('U1', 'history 5')).toMatchObject({
      lines: [{ actor: leaver, to: 'green' }, { user: leaver }, { user: null }, { actor: null }, {}, { user: null }],
    });
    expect(await place.as(leaver, 'undo 4.3')).toMatchObject({ kind: 'nothingToUndo' });
  });
});

describe('people in texts', () => {
  it.each([
    ['a mention', 'ask <@U2>', 'ask <@U2>'],
    ['a mention with the name that Slack adds', 'ask <@U2|maija.m>', 'ask <@U2>'],
    ['an id alone', 'ask U0ABC123DEF now', 'ask U0ABC123DEF now'],
    ['words that look like an id', 'WORKSHOP2026 and U2 and UNICEF', 'WORKSHOP2026 and U2 and UNICEF'],
    [
      'channels, groups and links',
      '<#C1|general> <!channel> <https://u1.fi>',
      '<#C1|general> <!channel> <https://u1.fi>',
    ],
  ])('read back as they were: %s', async (_what, comment, shown) => {
    await place.as('UADMIN', `set 5 green ${comment}`);
    await place.restart();
    expect(await place.as('U1', 'show 5')).toMatchObject({ posted: { comment: shown } });
  });

  it('may be as many as fit the longest text', async () => {
    const comment = Array.from({ length: 600 }, (_, at) => `<@U${at % 10}>`).join('');
    const fields = { light: 'green' as const, comment, next: null, expected: null, confidence: null, blockers: null };
    const target = { programme: 'helsinki', id: '5' };
    expect(comment).toHaveLength(3000);
    expect(await place.service.postUpdate(target, fields, place.caller('UADMIN'))).toMatchObject({
      kind: 'set',
      comment,
    });
    await place.restart();
    expect(await place.as('U1', 'show 5')).toMatchObject({ posted: { comment } });
  });
});
