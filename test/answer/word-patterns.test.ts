import { describe, expect, test } from 'vitest';
import { compileWords, matchesWhole } from '../../src/answer/word-patterns.ts';

const words = compileWords({
  fi: 'aikataulu* | mihin mennessä | *ko | kenen … kanssa',
  sv: 'tidtabell* | hur går',
  en: "schedule | what's new? | (due)",
});

describe('word patterns', () => {
  test.each([
    ['a word', 'schedule'],
    ['a word in a sentence', 'is the schedule, then, ready'],
    ['any ending', 'mikä on aikataulussa'],
    ['no ending', 'aikataulu'],
    ['any beginning', 'onko se valmis'],
    ['a phrase', 'mihin mennessä se on valmis'],
    ['a phrase over white space', 'mihin   mennessä'],
    ['words between, none', 'kenen kanssa'],
    ['words between, four', 'kenen muun tahon hyvän ystävän kanssa'],
    ['another language', 'hur går det'],
    ['characters that patterns use', "what's new? nothing"],
    ['brackets', 'it is (due) now'],
  ])('match %s: "%s"', (_what, text) => expect(words.test(text)).toBe(true));

  test.each([
    ['a longer word', 'schedules'],
    ['a word that ends with it', 'reschedule'],
    ['upper case, as texts are folded before', 'SCHEDULE'],
    ['half a phrase', 'mihin se menee'],
    ['five words between', 'kenen a b c d e kanssa'],
    ['a letter for a full stop or question mark', "what's newx"],
    ['letters with diacritics around it', 'äschedule'],
    ['nothing', ''],
  ])('do not match %s: "%s"', (_what, text) => expect(words.test(text)).toBe(false));

  test('remember nothing between two texts', () => {
    expect([words.test('schedule'), words.test('schedule'), words.test('schedule')]).toEqual([true, true, true]);
  });

  test.each([
    ['schedule', true],
    ['aikataulujen', true],
    ['mihin mennessä', true],
    ['the schedule', false],
    ['schedule now', false],
    ['', false],
  ])('match the whole of "%s": %s', (text, whole) => expect(matchesWhole(words, text)).toBe(whole));
});
