import { describe, expect, it } from 'vitest';
import { parseCommand } from '../../src/status/parse-command.ts';
import { directory, hki, vaasa } from './directory.ts';

const inHelsinki = { directory, programme: 'helsinki' };
const everything = { lights: [], programme: null, goals: [], mine: false };
const digestOn = {
  kind: 'digestOn',
  channel: null,
  language: null,
  when: null,
  filter: everything,
  skipHolidays: false,
};
const goal5 = hki('5');

describe('a command is understood', () => {
  it.each<[string, object]>([
    ['', { kind: 'help', topic: null }],
    ['   ', { kind: 'help', topic: null }],
    ['help', { kind: 'help', topic: null }],
    ['?', { kind: 'help', topic: null }],
    ['ohje', { kind: 'help', topic: null }],
    ['hjälp', { kind: 'help', topic: null }],
    ['help set', { kind: 'help', topic: 'set' }],
    ['ohje aseta', { kind: 'help', topic: 'set' }],
    ['edit 4.3', { kind: 'edit', target: hki('4.3') }],
    ['show 5', { kind: 'show', target: goal5 }],
    ['SHOW Goal5', { kind: 'show', target: goal5 }],
    ['näytä tavoite 5', { kind: 'show', target: goal5 }],
    ['nayta 5', { kind: 'show', target: goal5 }],
    ['visa mål 5', { kind: 'show', target: goal5 }],
    ['show vaasa 2', { kind: 'show', target: vaasa('v2') }],
    ['show spouse program', { kind: 'show', target: hki('4.3') }],
    ['5', { kind: 'show', target: goal5 }],
    ['goal 5', { kind: 'show', target: goal5 }],
    ['list', { kind: 'list', filter: everything }],
    ['lista', { kind: 'list', filter: everything }],
    ['list red', { kind: 'list', filter: { ...everything, lights: ['red'] } }],
    ['list red, yellow', { kind: 'list', filter: { ...everything, lights: ['red', 'yellow'] } }],
    ['lista punaiset keltaiset', { kind: 'list', filter: { ...everything, lights: ['red', 'yellow'] } }],
    ['list vaasa röda', { kind: 'list', filter: { ...everything, programme: 'vaasa', lights: ['red'] } }],
    ['list mine', { kind: 'list', filter: { ...everything, mine: true } }],
    ['list all', { kind: 'list', filter: everything }],
    ['red', { kind: 'list', filter: { ...everything, lights: ['red'] } }],
    ['🔴', { kind: 'list', filter: { ...everything, lights: ['red'] } }],
    ['history 5', { kind: 'history', target: goal5 }],
    ['history of 5', { kind: 'history', target: goal5 }],
    ['historia', { kind: 'history', target: null }],
    ['historik mål 5', { kind: 'history', target: goal5 }],
    ['undo', { kind: 'undo', target: null }],
    ['undo 5', { kind: 'undo', target: goal5 }],
    ['kumoa tavoite 5', { kind: 'undo', target: goal5 }],
    ['ångra 5', { kind: 'undo', target: goal5 }],
    ['owner 5', { kind: 'owners', target: goal5 }],
    ['owner add 5 <@U12|maija>', { kind: 'ownerAdd', target: goal5, user: 'U12' }],
    ['owner 5 add @U12', { kind: 'ownerAdd', target: goal5, user: 'U12' }],
    ['owner 5 <@U12>', { kind: 'ownerAdd', target: goal5, user: 'U12' }],
    ['omistaja lisää 5 <@U12>', { kind: 'ownerAdd', target: goal5, user: 'U12' }],
    ['ägare lägg till 5 <@W12>', { kind: 'ownerAdd', target: goal5, user: 'W12' }],
    ['owner remove goal 5 <@U12>', { kind: 'ownerRemove', target: goal5, user: 'U12' }],
    ['omistaja poista 5 <@U12>', { kind: 'ownerRemove', target: goal5, user: 'U12' }],
    ['delegate 5 <@U12> until 2026-12-31', { kind: 'delegateAdd', target: goal5, user: 'U12', until: '2026-12-31' }],
    ['delegate 5 <@U12> 31.12.2026 asti', { kind: 'delegateAdd', target: goal5, user: 'U12', until: '2026-12-31' }],
    ['delegera mål 5 <@U12> till 2026-12-31', { kind: 'delegateAdd', target: goal5, user: 'U12', until: '2026-12-31' }],
    ['delegate remove 5 <@U12>', { kind: 'delegateRemove', target: goal5, user: 'U12' }],
    ['ask who is responsible for goal 5?', { kind: 'ask', question: 'who is responsible for goal 5?' }],
    ['kysy kuka vastaa "puoliso-ohjelmasta"', { kind: 'ask', question: 'kuka vastaa "puoliso-ohjelmasta"' }],
    ['fråga vem ansvarar', { kind: 'ask', question: 'vem ansvarar' }],
    ['who is responsible for goal 5?', { kind: 'ask', question: 'who is responsible for goal 5?' }],
    ['gaps', { kind: 'gaps' }],
    ['export csv', { kind: 'export' }],
    ['import csv', { kind: 'import' }],
    ['import confirm 8798a2b079df', { kind: 'importConfirm', key: '8798a2b079df' }],
    ['tuo vahvista 8798a2b079df', { kind: 'importConfirm', key: '8798a2b079df' }],
    ['importera bekräfta 8798a2b079df', { kind: 'importConfirm', key: '8798a2b079df' }],
    ['import confirm', { kind: 'import' }],
    ['language', { kind: 'language', language: null }],
    ['language sv', { kind: 'language', language: 'sv' }],
    ['kieli suomi', { kind: 'language', language: 'fi' }],
    ['språk engelska', { kind: 'language', language: 'en' }],
    ['channel vaasa sv', { kind: 'channel', programme: 'vaasa', language: 'sv' }],
    ['channel helsinki', { kind: 'channel', programme: 'helsinki', language: null }],
    ['kanava kaikki suomi', { kind: 'channel', programme: null, language: 'fi' }],
    ['announce <#C12|updates>', { kind: 'announce', channel: 'C12' }],
    ['announce off', { kind: 'announce', channel: null }],
    ['away until 2026-12-31', { kind: 'away', until: '2026-12-31' }],
    ['poissa 31.12.2026', { kind: 'away', until: '2026-12-31' }],
    ['away off', { kind: 'away', until: null }],
    ['forget me', { kind: 'forget' }],
    ['unohda minut', { kind: 'forget' }],
    ['digest', { kind: 'digestStatus' }],
    ['digest status', { kind: 'digestStatus' }],
    ['digest preview', { kind: 'digestPreview', channel: null }],
    ['digest now', { kind: 'digestNow', channel: null }],
    ['digest on', digestOn],
    [
      'digest on <#C12|x> sv tue 8:30',
      { ...digestOn, channel: 'C12', language: 'sv', when: { weekday: 'tue', time: '08:30' } },
    ],
    [
      'digest on <#C12> fi ma klo 9.00 only red,yellow',
      {
        ...digestOn,
        channel: 'C12',
        language: 'fi',
        when: { weekday: 'mon', time: '09:00' },
        filter: { ...everything, lights: ['red', 'yellow'] },
      },
    ],
    [
      'digest on only 4,5 helsinki',
      { ...digestOn, filter: { ...everything, goals: [hki('4'), hki('5')], programme: 'helsinki' } },
    ],
    ['digest on mondays 9', { ...digestOn, when: { weekday: 'mon', time: '09:00' } }],
    ['digest on joka maanantai klo 9', { ...digestOn, when: { weekday: 'mon', time: '09:00' } }],
    ['digest on varje måndag kl 9', { ...digestOn, when: { weekday: 'mon', time: '09:00' } }],
    ['digest on skip-holidays', { ...digestOn, skipHolidays: true }],
    ['kooste päälle ma ohita pyhät', { ...digestOn, when: { weekday: 'mon', time: '09:00' }, skipHolidays: true }],
    [
      'digest on only red hoppa över helgdagar',
      { ...digestOn, skipHolidays: true, filter: { ...everything, lights: ['red'] } },
    ],
    ['digest preview <#C12|x>', { kind: 'digestPreview', channel: 'C12' }],
    ['digest now <#C12|x>', { kind: 'digestNow', channel: 'C12' }],
    ['digest off <#C12|x>', { kind: 'digestOff', channel: 'C12' }],
  ])('"%s"', (text, command) => {
    expect(parseCommand(text, inHelsinki)).toEqual(command);
  });
});

describe('a command that lacks something says what', () => {
  it.each<[string, object]>([
    ['show', { kind: 'missing', verb: 'show', part: 'target' }],
    ['edit', { kind: 'missing', verb: 'edit', part: 'target' }],
    ['owner', { kind: 'missing', verb: 'owner', part: 'target' }],
    ['owner add 5', { kind: 'missing', verb: 'owner', part: 'user', target: goal5, word: null }],
    ['owner add 5 @maija', { kind: 'missing', verb: 'owner', part: 'user', target: goal5, word: '@maija' }],
    ['delegate 5 <@U12>', { kind: 'missing', verb: 'delegate', part: 'date', target: goal5 }],
    ['delegate 5 <@U12> until 2026-02-30', { kind: 'missing', part: 'date', word: '2026-02-30' }],
    ['delegate 5 until 2026-12-31', { kind: 'missing', verb: 'delegate', part: 'user', target: goal5 }],
    ['ask', { kind: 'missing', verb: 'ask', part: 'question' }],
    ['language klingon', { kind: 'missing', verb: 'language', part: 'language', word: 'klingon' }],
    ['channel', { kind: 'missing', verb: 'channel', part: 'scope', word: null }],
    ['channel espoo', { kind: 'missing', verb: 'channel', part: 'scope', word: 'espoo' }],
    ['announce', { kind: 'missing', verb: 'announce', part: 'channel' }],
    ['announce #nosuch', { kind: 'missing', verb: 'announce', part: 'channel', word: '#nosuch' }],
    ['digest on #nosuch fi mon 9:00', { kind: 'missing', verb: 'digest', part: 'channel', word: '#nosuch' }],
    ['digest off #nosuch', { kind: 'missing', verb: 'digest', part: 'channel', word: '#nosuch' }],
    ['digest now #nosuch', { kind: 'missing', verb: 'digest', part: 'channel', word: '#nosuch' }],
    ['digest on <#C12> only', { kind: 'unclear', words: ['only'], suggestion: { text: 'digest on <#C12>' } }],
    ['digest stauts', { kind: 'unclear', words: ['stauts'], suggestion: { text: 'digest status' } }],
    ['digest prevew <#C12>', { kind: 'unclear', suggestion: { text: 'digest preview <#C12>' } }],
    ['away', { kind: 'missing', verb: 'away', part: 'date' }],
    ['show goal12', { kind: 'unknownTarget', word: 'goal12' }],
    ['history 4.9', { kind: 'unknownTarget', word: '4.9' }],
    ['undo lorem', { kind: 'unknownTarget', word: 'lorem' }],
    ['show international', { kind: 'ambiguous', words: 'international' }],
    ['list purple', { kind: 'unclear', words: ['purple'], suggestion: { text: 'list' } }],
    ['undo 5 please', { kind: 'unclear', words: ['please'], suggestion: { text: 'undo goal5' } }],
    ['forget', { kind: 'unclear', suggestion: { text: 'forget me' } }],
    ['blorp', { kind: 'unclear', words: ['blorp'], suggestion: null }],
    ['🙂🙂', { kind: 'unclear', suggestion: null }],
    ['spouse program', { kind: 'unclear', suggestion: { text: 'show 4.3' } }],
    ['kuka vastaa tavoitteesta viisi', { kind: 'unclear', suggestion: { text: 'ask kuka vastaa tavoitteesta viisi' } }],
  ])('"%s"', (text, command) => {
    expect(parseCommand(text, inHelsinki)).toMatchObject(command);
  });
});

describe('hostile text', () => {
  it.each(['set ', 'set 5 green ', 'owner add ', 'show ', 'list ', 'digest on ', '', 'ask '])(
    'of 100 kB after "%s" is read',
    (start) => {
      for (const piece of [
        'a',
        '5 ',
        'green ',
        '"',
        '<',
        '<@',
        'g5',
        '🟢',
        ':x',
        'hki ',
        '-',
        'puoliso-',
        '4.',
        '\n',
      ]) {
        const command = parseCommand(start + piece.repeat(100_000 / piece.length), inHelsinki);
        expect(['tooLong', 'ask', 'help', 'missing']).toContain(command.kind);
        const shorter = parseCommand(start + piece.repeat(3000 / piece.length), inHelsinki);
        expect(shorter.kind).toBeTypeOf('string');
      }
    },
  );
});
