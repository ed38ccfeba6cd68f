import { describe, expect, test } from 'vitest';
import { questionText, speaksToSomebodyElse } from '../../src/slack/incoming-text.ts';
import { RunningWork, within } from '../../src/slack/running-work.ts';
import { SeenEvents } from '../../src/slack/seen-events.ts';
import { languageOfLocale } from '../../src/slack/user-directory.ts';
import { cut, fill, fillText, person } from '../../src/slack/views/rich-text.ts';

describe('the text of a question', () => {
  test.each([
    ['<@UVALO> kuka vastaa?', 'kuka vastaa?'],
    ['kuka vastaa <@UVALO|valo>?', 'kuka vastaa ?'],
    ['katso <https://hel.fi/a|sivu> ja <https://hel.fi>', 'katso sivu ja https://hel.fi'],
    ['kanavalla <#C1|tyollisyys> <!channel>', 'kanavalla #tyollisyys'],
    ['a &lt;b&gt; &amp;amp; c', 'a <b> &amp; c'],
    ['  rivi\n\nvaihtuu  ', 'rivi vaihtuu'],
    ['😀', '😀'],
    ['<@UVALO>', ''],
  ])('%s is read as "%s"', (text, read) => {
    expect(questionText(text, 'UVALO')).toBe(read);
  });

  test('of 100,000 opening brackets is read in linear time', () => {
    expect(questionText('<'.repeat(100_000), 'UVALO')).toHaveLength(100_000);
  });
});

test.each([
  ['<@U2> katsotko?', true],
  [' <@U2|aino> katsotko?', true],
  ['<@UVALO> kuka?', false],
  ['kysy häneltä <@U2>', false],
])('%s speaks to somebody else: %s', (text, is) => {
  expect(speaksToSomebodyElse(text, 'UVALO')).toBe(is);
});

describe('seen events', () => {
  test('are taken once, until they are forgotten', () => {
    let now = 0;
    const seen = new SeenEvents(() => new Date(now), 1000);
    expect([seen.take('a'), seen.take('a'), seen.take('b')]).toEqual([true, false, true]);
    now = 1000;
    expect(seen.take('a')).toBe(true);
  });

  test('keep the latest when there is room for no more', () => {
    const seen = new SeenEvents(() => new Date(0), 1000, 2);
    for (const key of ['a', 'b', 'c']) seen.take(key);
    expect([seen.take('c'), seen.take('b'), seen.take('a')]).toEqual([false, false, true]);
  });
});

describe('running work', () => {
  test('is idle when every piece has ended, failed ones too', async () => {
    const work = new RunningWork();
    const first = Promise.withResolvers<void>();
    const failing = work.run(() => Promise.reject(new Error('no')));
    const running = work.run(() => first.promise);
    await expect(failing).rejects.toThrow('no');
    expect(work.count).toBe(1);
    const idle = work.idle();
    first.resolve();
    await running;
    await idle;
    expect(work.count).toBe(0);
  });

  test('is waited for no longer than allowed', async () => {
    expect(await within(1, new Promise(() => {}))).toBe(false);
    expect(await within(10_000, Promise.resolve())).toBe(true);
  });
});

test.each([
  ['fi-FI', 'fi'],
  ['sv-SE', 'sv'],
  ['en-US', 'en'],
  ['de-DE', null],
  [undefined, null],
])('the locale %s means %s', (locale, language) => {
  expect(languageOfLocale(locale)).toBe(language);
});

describe('words in views', () => {
  test('a template takes text, styled words and people, and leaves unknown names alone', () => {
    expect(fill('{who} → {what} {other}', { who: person('U1'), what: 'x' })).toEqual([
      { type: 'user', user_id: 'U1' },
      { type: 'text', text: ' → ' },
      { type: 'text', text: 'x' },
      { type: 'text', text: ' ' },
      { type: 'text', text: '{other}' },
    ]);
    expect(fillText('{count}/{total}', { count: 1, total: 2 })).toBe('1/2');
  });

  test('words put in are not read as a template themselves', () => {
    expect(fillText('{a}', { a: '{b}', b: 'x' })).toBe('{b}');
  });

  test('an id that is not Slack’s is plain text', () => {
    expect(person('anna')).toEqual({ type: 'text', text: 'anna' });
  });

  test.each([
    ['yksi kaksi kolme', 12, 'yksi kaksi…'],
    ['lyhyt', 12, 'lyhyt'],
    ['yhdyssananpituinen', 8, 'yhdyssa…'],
    ['aaaaaa😀', 8, 'aaaaaa😀'],
    ['aaaaaa😀b', 8, 'aaaaaa…'],
  ])('%s in %i characters is %s', (text, length, short) => {
    expect(cut(text, length)).toBe(short);
  });
});
