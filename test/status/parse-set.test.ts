import { array, assert, constantFrom, option, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lights, targetKey } from '../../src/domain/light.ts';
import type { Light, Target } from '../../src/domain/light.ts';
import { formatCommand } from '../../src/status/format-command.ts';
import { parseCommand } from '../../src/status/parse-command.ts';
import { directory, hki, vaasa } from './directory.ts';

const inHelsinki = { directory, programme: 'helsinki' };
const inVaasa = { directory, programme: 'vaasa' };
const anywhere = { directory, programme: null };

const isTarget = (target: Target) => directory.targets.some((known) => targetKey(known.target) === targetKey(target));

describe('setting a light is understood', () => {
  const goal5 = hki('5');
  const measure = hki('4.3');
  it.each<[string, Target]>([
    ['goal5', goal5],
    ['Goal5', goal5],
    ['g5', goal5],
    ['5', goal5],
    ['#5', goal5],
    ['goal 5', goal5],
    ['goal #5', goal5],
    ['goal no 5', goal5],
    ['tavoite5', goal5],
    ['tavoite 5', goal5],
    ['tavoitteelle 5', goal5],
    ['mål 5', goal5],
    ['mål5', goal5],
    ['målet 5', goal5],
    ['4.3', measure],
    ['measure 4.3', measure],
    ['toimenpide 4.3', measure],
    ['toimenpiteelle 4.3', measure],
    ['åtgärd 4.3', measure],
    ['åtgärden 4.3', measure],
    ['m4.3', measure],
    ['goal5:', goal5],
    ['hki 5', goal5],
    ['hki5', goal5],
    ['Helsinki goal 5', goal5],
    ['helsinki:4.3', measure],
    ['v2', vaasa('v2')],
    ['vaasa 2', vaasa('v2')],
    ['vaasa2', vaasa('v2')],
    ['vasa mål 2', vaasa('v2')],
    ['Vaasan tavoite 2', vaasa('v2')],
    ['puoliso-ohjelma', measure],
    ['Puoliso-ohjelmalle', measure],
    ['makaprogrammet', measure],
    ['spouse program', measure],
    ['spouse', measure],
    ['soft landing', hki('4.1')],
    ['maahanmuuttajat', vaasa('v2')],
  ])('for "%s"', (words, target) => {
    for (const text of [`set ${words} green`, `set green ${words}`, `aseta ${words} vihreäksi hyvin menee`]) {
      expect([text, parseCommand(text, inHelsinki)]).toMatchObject([text, { kind: 'set', target, light: 'green' }]);
    }
  });

  it.each<[string, Light]>([
    ['green', 'green'],
    ['GREEN', 'green'],
    ['vihreä', 'green'],
    ['vihreää', 'green'],
    ['vihreäksi', 'green'],
    ['vihrea', 'green'],
    ['vihr', 'green'],
    ['grön', 'green'],
    ['grönt', 'green'],
    ['🟢', 'green'],
    [':large_green_circle:', 'green'],
    ['yellow', 'yellow'],
    ['keltainen', 'yellow'],
    ['keltaista', 'yellow'],
    ['keltaiseksi', 'yellow'],
    ['gul', 'yellow'],
    ['gult', 'yellow'],
    ['🟡', 'yellow'],
    ['red', 'red'],
    ['punainen', 'red'],
    ['punaiseen', 'red'],
    ['röd', 'red'],
    ['rött', 'red'],
    ['🔴', 'red'],
    [':red_circle:', 'red'],
    ['grey', 'grey'],
    ['gray', 'grey'],
    ['harmaa', 'grey'],
    ['harmaaksi', 'grey'],
    ['grå', 'grey'],
    ['grått', 'grey'],
    ['⚪', 'grey'],
    ['⚪\ufe0f', 'grey'],
    [':white_circle:', 'grey'],
  ])('to "%s"', (word, light) => {
    expect(parseCommand(`set goal5 ${word}`, inHelsinki)).toEqual({ kind: 'set', target: goal5, light, comment: null });
    expect(parseCommand(`sätt ${word} mål 5 klart`, inHelsinki)).toEqual({
      kind: 'set',
      target: goal5,
      light,
      comment: 'klart',
    });
  });

  it.each<[string, string, Light, string | null]>([
    ['5 green', '5', 'green', null],
    ['5 green hiring has started', '5', 'green', 'hiring has started'],
    ['5 green "hiring has started"', '5', 'green', 'hiring has started'],
    ['5 “hiring has started” green', '5', 'green', 'hiring has started'],
    ['"goal 4 is red" 5 green', '5', 'green', 'goal 4 is red'],
    ['hiring has started 5 green', '5', 'green', 'hiring has started'],
    ['hired 3 people goal5 green', '5', 'green', 'hired 3 people'],
    ['hired 3 people 5 green', '5', 'green', 'hired 3 people'],
    ['5 green 3 of 4 are done', '5', 'green', '3 of 4 are done'],
    ['5 red because green light was not given', '5', 'red', 'because green light was not given'],
    ['5 hiring has started green', '5', 'green', 'hiring has started'],
    ['5 to green', '5', 'green', null],
    ['goal5 -> red no money', '5', 'red', 'no money'],
    ['5=green', '5', 'green', null],
    ['5🟢', '5', 'green', null],
    ['🔴4.3 no money', '4.3', 'red', 'no money'],
    ['5 green - all is well', '5', 'green', 'all is well'],
    ['5 green he said "no" today', '5', 'green', 'he said "no" today'],
    ['spouse program green 3 groups', '4.3', 'green', '3 groups'],
    ['green spouse program 3 groups', '4.3', 'green', '3 groups'],
    ['puoliso-ohjelma vihreä kolme ryhmää', '4.3', 'green', 'kolme ryhmää'],
    ['5 röd <!channel> <@U1|x> <http://evil|bank>', '5', 'red', '<!channel> <@U1|x> <http://evil|bank>'],
    ['5 green   two  spaces', '5', 'green', 'two  spaces'],
    ['5 vi har anställt grön', '5', 'green', 'vi har anställt'],
  ])('in "%s"', (words, id, light, comment) => {
    expect(parseCommand(`set ${words}`, inHelsinki)).toEqual({ kind: 'set', target: hki(id), light, comment });
  });

  it.each([
    ['2', inVaasa, vaasa('v2')],
    ['v2', inVaasa, vaasa('v2')],
    ['hki 5', inVaasa, hki('5')],
    ['2', anywhere, hki('2')],
    ['v2', anywhere, vaasa('v2')],
    ['vaasa 2', anywhere, vaasa('v2')],
  ])('as the channel has it: %s', (words, context, target) => {
    expect(parseCommand(`set ${words} green`, context)).toMatchObject({ kind: 'set', target });
  });
});

describe('a slip in setting a light is named, and the likeliest command suggested', () => {
  it.each<[string, string[], string]>([
    ['set gaol5 gren', ['gaol5', 'gren'], 'set goal5 green'],
    ['set gaol 5 green', ['gaol'], 'set goal5 green'],
    ['set goal5 gren', ['gren'], 'set goal5 green'],
    ['set gaol5 green', ['gaol5'], 'set goal5 green'],
    ['set tavoiet5 vihree', ['tavoiet5', 'vihree'], 'set goal5 green'],
    ['set 5 punanen rahat loppu', ['punanen'], 'set goal5 red rahat loppu'],
    ['set 5 keltanen', ['keltanen'], 'set goal5 yellow'],
    ['set 4,3 green', ['4,3'], 'set 4.3 green'],
    ['set puolisoohjlma vihreä', ['puolisoohjlma'], 'set 4.3 green'],
    ['sett goal5 green', ['sett'], 'set goal5 green'],
    ['sett gaol5 gren', ['sett', 'gaol5', 'gren'], 'set goal5 green'],
    ['goal5 green', ['goal5'], 'set goal5 green'],
    ['shwo 5', ['shwo'], 'show goal5'],
    ['lsit red', ['lsit'], 'list red'],
    ['show gaol5', ['gaol5'], 'show goal5'],
    ['kumo 5', ['kumo'], 'undo goal5'],
  ])('"%s"', (text, words, suggestion) => {
    expect(parseCommand(text, inHelsinki)).toMatchObject({ kind: 'unclear', words, suggestion: { text: suggestion } });
  });

  it.each<[string, object]>([
    ['set goal12 green', { kind: 'unknownTarget', word: 'goal12' }],
    ['set 12 green', { kind: 'unknownTarget', word: '12' }],
    ['set 4.9 green', { kind: 'unknownTarget', word: '4.9', nearest: [hki('4'), hki('4.1'), hki('4.2'), hki('4.3')] }],
    ['set vaasa 9 green', { kind: 'unknownTarget', word: 'vaasa 9' }],
    ['set lorem ipsum green', { kind: 'unknownTarget', word: 'lorem ipsum' }],
    ['set goal5 turquoise', { kind: 'unknownLight', word: 'turquoise', target: hki('5') }],
    ['set goal5', { kind: 'missing', part: 'light', target: hki('5') }],
    ['set green', { kind: 'missing', part: 'target' }],
    ['set', { kind: 'missing', part: 'target' }],
  ])('"%s" is not guessed', (text, expected) => {
    expect(parseCommand(text, inHelsinki)).toMatchObject(expected);
  });

  it('offers other programmes for a number that the channel does not have', () => {
    expect(parseCommand('set 5 green', inVaasa)).toEqual({
      kind: 'unknownTarget',
      word: '5',
      programme: 'vaasa',
      nearest: [hki('5')],
    });
  });

  it.each<[string, string[]]>([
    [
      'set 5 because of the red tape yellow',
      ['set goal5 red because of the tape yellow', 'set goal5 yellow because of the red tape'],
    ],
    ['set 5 green 4.3 red', ['set goal5 green', 'set 4.3 red']],
    ['set international green', ['set goal3 green', 'set 4.3 green']],
    [
      'set 3 groups of the spouse program green',
      ['set goal3 green groups of the spouse program', 'set 4.3 green 3 groups of the'],
    ],
    ['set 5 because team 4 green', ['set goal5 green because team 4', 'set goal4 green 5 because team']],
    ['set english green good', ['set goal6 green good', 'set 6.2 green good']],
  ])('"%s" is asked about', (text, choices) => {
    const command = parseCommand(text, inHelsinki);
    expect(command.kind === 'ambiguous' ? command.choices.map((choice) => choice.text) : command).toEqual(choices);
  });
});

describe('the text of a command', () => {
  it('means the command again', () => {
    const words = array(
      constantFrom('hired', 'people', 'green', 'red', '3', '4.3', 'goal5', 'spouse', 'ja', '🟢', '-'),
      {
        minLength: 1,
        maxLength: 6,
      },
    );
    assert(
      property(
        constantFrom(...directory.targets.map(({ target }) => target)),
        constantFrom(...lights),
        option(words.map((list) => `because ${list.join(' ')}`)),
        constantFrom('helsinki', 'vaasa', null),
        (target, light, comment, programme) => {
          const context = { directory, programme };
          const command = { kind: 'set' as const, target, light, comment };
          expect(parseCommand(formatCommand(command, context), context)).toEqual(command);
        },
      ),
    );
  });

  it('of any kind never fails and never sets what is no target', () => {
    assert(
      property(string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const command = parseCommand(`set ${text}`, inHelsinki);
        expect(command.kind !== 'set' || isTarget(command.target)).toBe(true);
      }),
    );
  });

  it('that is very long is refused, but a question is passed on', () => {
    expect(parseCommand(`set 5 green ${'x'.repeat(10_000)}`, inHelsinki)).toMatchObject({
      kind: 'tooLong',
      limit: 3500,
    });
    expect(parseCommand(`set 5 green ${'x'.repeat(3100)}`, inHelsinki)).toMatchObject({ kind: 'tooLong', limit: 3000 });
    const question = 'why '.repeat(2500).trim();
    expect(parseCommand(`ask ${question}`, inHelsinki)).toEqual({ kind: 'ask', question });
  });
});
