import type { Answer, Citation } from '../../src/answer/answer.ts';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import type { Measure } from '../../src/domain/programme.ts';
import type {
  HistoryLine,
  ImportChange,
  ImportProblem,
  PostedLight,
  Roles,
  StatusOutcome,
  TargetLabel,
} from '../../src/status/outcome.ts';

/** Words that would call people, link or mark up, if they were not inert. */
export const hostile = '<!channel> <@U1> <http://evil|bank> @here & *bold* `code` </x>';

export function sampleCitation(over: Partial<Citation> = {}): Citation {
  return {
    source: 'follow-up',
    file: 'follow-up.txt',
    title: 'Toimenpideohjelman seurantataulukko',
    publisher: 'Helsingin kaupunki',
    published: '2023-05',
    quote: 'Kaupunginkanslian elinkeino-osasto',
    translation: null,
    ...over,
  };
}

export function sampleAnswer(over: Partial<Answer> = {}): Answer {
  return {
    language: 'fi',
    outcome: 'answered',
    headline: 'Puoliso-ohjelmasta vastaa kaupunginkanslian elinkeino-osasto.',
    details: [],
    citations: [sampleCitation()],
    next: ['Aikataulu 2022–2025.'],
    targets: [{ programme: 'helsinki', id: '4.3' }],
    subject: {
      language: 'fi',
      question: 'kuka vastaa puoliso-ohjelmasta?',
      targets: [{ programme: 'helsinki', id: '4.3' }],
      people: [],
      organisations: [],
      events: [],
      city: 'Helsinki',
      intent: 'responsible',
    },
    personal: false,
    ...over,
  };
}

export const goal5: TargetLabel = {
  target: { programme: 'helsinki', id: '5' },
  kind: 'goal',
  label: 'goal5',
  names: {
    fi: 'Kaupungin palvelut tavoittavat työnantajat',
    sv: 'Stadens tjänster når arbetsgivarna',
    en: 'The city’s services reach employers',
  },
};

export const measure43: TargetLabel = {
  target: { programme: 'helsinki', id: '4.3' },
  kind: 'measure',
  label: '4.3',
  names: { fi: 'Puoliso-ohjelma', sv: 'Makaprogrammet', en: 'Spouse programme' },
};

export const roles: Roles = {
  owners: ['UOWNER'],
  inherited: ['UOTHER'],
  delegates: [{ user: 'UDELEGATE', until: '2026-12-31' }],
  admins: ['UADMIN'],
  left: ['UGONE'],
  away: [{ user: 'UOTHER', until: '2026-12-31' }],
};

export function samplePosted(comment: string | null = 'Sopimus on tehty'): PostedLight {
  return {
    seq: 7,
    light: 'yellow',
    comment,
    next: comment,
    expected: '2026-12-31',
    confidence: 4,
    blockers: comment,
    actor: 'UOWNER',
    at: '2026-11-20T08:05:00.000Z',
  };
}

export function sampleHistory(comment: string | null = 'Sopimus on tehty'): HistoryLine[] {
  const line = (change: HistoryLine['change'], seq: number): HistoryLine => ({
    seq,
    at: '2026-11-20T08:05:00.000Z',
    actor: seq % 2 === 0 ? null : 'UOWNER',
    target: goal5,
    change,
    from: 'grey',
    to: 'green',
    comment,
    user: 'UDELEGATE',
    until: '2026-12-31',
  });
  const changes = [
    'set',
    'confirmed',
    'undone',
    'ownerAdded',
    'ownerRemoved',
    'delegateAdded',
    'delegateRemoved',
  ] as const;
  return changes.map(line);
}

const measure: Measure = {
  id: '4.3',
  goal: '4',
  group: null,
  groupPrinted: false,
  heading: null,
  text: 'Kehitetään puoliso-ohjelmaa.',
  responsible: { verbatim: 'Kanslian elinkeino-osasto', leads: [], partners: [], undefined: false },
  timetable: { verbatim: '2022-2025', start: 2022, end: 2025, kind: 'years', parts: [] },
  followUp: 'Toteutunut suunnitellusti.',
  lines: [1, 2],
};

/** One programme with one goal with a metric and one measure, and its document. */
export const sampleCatalogue: Catalogue = {
  sources: [
    {
      id: 'follow-up',
      file: 'follow-up.txt',
      title: 'Toimenpideohjelman seurantataulukko',
      publisher: 'Helsingin kaupunki',
      municipality: 'Helsinki',
      language: 'fi',
      published: '2023-05',
      kind: 'followUp',
    },
  ],
  passages: [],
  programmes: [
    {
      id: 'helsinki',
      city: 'Helsinki',
      title: 'Toimenpideohjelma 2022–2025',
      period: { start: 2022, end: 2025 },
      followUp: { from: '2022-05', to: '2023-05' },
      source: 'follow-up',
      legend: [],
      goals: [
        { id: '4', title: 'Osaajat viihtyvät', metrics: [], measures: [measure], lines: [1, 9] },
        {
          id: '5',
          title: 'Kaupungin palvelut tavoittavat työnantajat',
          metrics: [{ text: 'Palvelua saaneet yritykset', state: 'Noin 300 yritystä' }],
          measures: [],
          lines: [10, 19],
        },
      ],
    },
  ],
  supersededProgrammes: [],
  programmeKnowledge: [],
  people: [],
  organisations: [],
  events: [],
  terms: [],
  wordings: [],
  glossary: [],
  legend: {
    green: { fi: 'etenee', sv: 'framskrider', en: 'progressing' },
    yellow: { fi: 'aloitettu', sv: 'påbörjad', en: 'started' },
    red: { fi: 'ei toteudu', sv: 'förverkligas inte', en: 'not realised' },
    grey: { fi: 'ei aloitettu', sv: 'inte påbörjad', en: 'not started' },
  },
};

type SampleSet = { label: TargetLabel; words: string; rows: number };

/** One outcome of each kind and variant. `words` is everything that people typed, `rows` how long lists are. */
export function sampleOutcomes({ label, words, rows }: SampleSet): Exclude<StatusOutcome, { kind: 'handOver' }>[] {
  const at = '2026-11-22T08:15:00.000Z';
  const many = <T>(item: T): T[] => Array.from({ length: rows }, () => item);
  const posted = samplePosted(words);
  const history = many(sampleHistory(words)).flat();
  const suggestion = {
    text: `set ${label.label} green`,
    command: { kind: 'set', target: label.target, light: 'green', comment: null },
  } as const;
  const set = { kind: 'set', target: label, actor: 'UOWNER', at, seq: 8, comment: words, announceIn: null } as const;
  const changed = { kind: 'rolesChanged', target: label, user: 'UOWNER', until: '2026-12-31', roles } as const;
  const row = {
    target: label,
    posted,
    owners: ['UOWNER'],
    stale: true,
    worseMeasures: [{ target: measure43, light: 'red' }],
  } as const;
  const filter = { lights: [], programme: null, goals: [], mine: false };
  const counts = { green: 1, yellow: 2, red: 3, grey: 4, none: 5 };
  const emptyRoles: Roles = { owners: [], inherited: [], delegates: [], admins: [], left: [], away: [] };
  const digest = {
    channel: 'CWORK',
    language: 'sv',
    when: { weekday: 'mon', time: '9:00' },
    filter: { ...filter, lights: ['red', 'yellow'], programme: 'helsinki', goals: [goal5.target] },
    skipHolidays: true,
    only: [goal5],
    next: '2026-11-23T07:00:00.000Z',
    last: '2026-11-16T07:00:00.000Z',
    paused: false,
    by: null,
  } as const;
  const textFile = { fileName: 'valot.csv', content: '\ufeffTunnus\n' };
  return [
    { kind: 'help', topic: null, admin: true },
    { kind: 'help', topic: 'set', admin: false },
    { ...set, from: null, to: 'green', confirmed: false, repeated: false },
    { ...set, from: 'green', to: 'red', confirmed: false, repeated: true },
    { ...set, from: 'green', to: 'green', confirmed: true, repeated: false, comment: null },
    { kind: 'needsComment', target: label, light: 'red', text: `set ${label.label} red` },
    { kind: 'forbidden', verb: 'set', target: label, roles, ask: { users: ['UOWNER'], text: 'set goal5 green' } },
    { kind: 'forbidden', verb: 'digest', target: null, roles: emptyRoles, ask: null },
    { kind: 'forbidden', verb: 'set', target: label, roles, ask: { users: ['UOWNER'], text: words } },
    { kind: 'unknownTarget', word: words, programme: null, nearest: [label, measure43] },
    { kind: 'unknownTarget', word: words, programme: null, nearest: [] },
    { kind: 'unknownLight', word: words, target: label, choices: [suggestion] },
    { kind: 'unclear', words: [words, words], suggestion },
    { kind: 'unclear', words: [words], suggestion: null },
    { kind: 'ambiguous', words, choices: many({ ...suggestion, target: label }) },
    { kind: 'missing', verb: 'set', part: 'target', word: null, target: null, choices: [] },
    { kind: 'missing', verb: 'set', part: 'light', word: words, target: label, choices: [suggestion] },
    { kind: 'missing', verb: 'owner', part: 'user', word: null, target: label, choices: [] },
    { kind: 'missing', verb: 'delegate', part: 'date', word: null, target: label, choices: [] },
    { kind: 'missing', verb: 'ask', part: 'question', word: null, target: null, choices: [] },
    { kind: 'missing', verb: 'language', part: 'language', word: null, target: null, choices: [] },
    { kind: 'missing', verb: 'digest', part: 'channel', word: null, target: null, choices: [] },
    { kind: 'missing', verb: 'channel', part: 'scope', word: null, target: null, choices: [] },
    { kind: 'tooLong', length: 10_000, limit: 3000 },
    { kind: 'pastDate', date: '2020-01-01' },
    {
      kind: 'shown',
      target: label,
      posted,
      stale: true,
      roles,
      goal: null,
      measures: many({ target: measure43, posted, worse: true }),
      history: sampleHistory(words).slice(0, 5),
      historyTotal: 40,
      maySet: true,
    },
    {
      kind: 'shown',
      target: measure43,
      posted: null,
      stale: false,
      roles: emptyRoles,
      goal: { target: label, light: null },
      measures: [],
      history: [],
      historyTotal: 0,
      maySet: false,
    },
    { kind: 'board', rows: many(row), filter, counts },
    { kind: 'board', rows: [], filter, counts },
    { kind: 'history', target: null, lines: history, total: 900 },
    { kind: 'history', target: label, lines: [], total: 0 },
    {
      kind: 'undone',
      target: label,
      from: 'green',
      to: null,
      actor: 'UOWNER',
      at,
      seq: 9,
      undoes: 8,
      announceIn: null,
      repeated: false,
    },
    { kind: 'nothingToUndo', target: null, reason: 'none' },
    { kind: 'nothingToUndo', target: label, reason: 'overtaken', by: 'UADMIN', light: 'red' },
    { kind: 'nothingToUndo', target: label, reason: 'overtaken', by: null, light: null },
    { kind: 'owners', target: label, roles, mayChange: true },
    { ...changed, change: 'ownerAdded', changed: true, until: null },
    { ...changed, change: 'ownerAdded', changed: false, until: null },
    { ...changed, change: 'ownerRemoved', changed: true, until: null },
    { ...changed, change: 'ownerRemoved', changed: false, until: null },
    { ...changed, change: 'delegateAdded', changed: true },
    { ...changed, change: 'delegateAdded', changed: false },
    { ...changed, change: 'delegateRemoved', changed: true },
    { ...changed, change: 'delegateRemoved', changed: false },
    { kind: 'language', stored: 'sv', changed: true },
    { kind: 'language', stored: 'sv', changed: false },
    { kind: 'language', stored: null, changed: false },
    { kind: 'channelBound', channel: 'CWORK', programme: 'helsinki', language: 'sv' },
    { kind: 'channelBound', channel: 'CWORK', programme: null, language: null },
    { kind: 'announceSet', channel: 'CWORK' },
    { kind: 'announceSet', channel: null },
    { kind: 'digestOn', ...digest, next: '2026-11-23T07:00:00.000Z' },
    { kind: 'digestOn', ...digest, language: null, skipHolidays: false, filter, only: [], next: null },
    { kind: 'digestStatus', digests: many(digest) },
    {
      kind: 'digestStatus',
      digests: [
        { ...digest, paused: true },
        { ...digest, last: null },
      ],
    },
    { kind: 'digestStatus', digests: [] },
    { kind: 'digestOff', channel: 'CWORK', wasOn: true },
    { kind: 'digestOff', channel: 'CWORK', wasOn: false },
    { kind: 'awaySet', until: '2026-12-31' },
    { kind: 'awaySet', until: null },
    { kind: 'snoozed', until: '2026-12-04' },
    { kind: 'snoozed', until: null },
    { kind: 'forgotten', ended: [] },
    { kind: 'forgotten', ended: many(label) },
    { kind: 'exported', files: [textFile, textFile], rows: 40, entries: 1200 },
    ...importOutcomes({ label, words, rows }),
    { kind: 'needsChannel', verb: 'digest' },
    { kind: 'overtaken', target: label, posted },
    { kind: 'storeFull' },
    { kind: 'storeReadOnly' },
    { kind: 'storeFailed' },
  ];
}

/** What an import can come to: every kind of change and of problem. */
function importOutcomes({ label, words, rows }: SampleSet): Exclude<StatusOutcome, { kind: 'handOver' }>[] {
  const changes: ImportChange[] = [
    { kind: 'light', from: null, to: 'red', comment: words },
    { kind: 'ownerAdded', user: 'UOWNER' },
    { kind: 'delegateAdded', user: 'UDELEGATE', until: '2026-12-31' },
  ];
  const problems: ImportProblem[] = [
    { kind: 'noTarget' },
    { kind: 'unknownTarget', word: words, nearest: [label] },
    { kind: 'unknownTarget', word: words, nearest: [] },
    { kind: 'ambiguousTarget', word: words, choices: [label, measure43] },
    { kind: 'repeatedTarget', firstLine: 2 },
    { kind: 'unknownLight', word: words, suggestion: 'green' },
    { kind: 'unknownLight', word: words, suggestion: null },
    { kind: 'noLight' },
    { kind: 'needsComment' },
    { kind: 'unknownUser', word: words, found: [] },
    { kind: 'unknownUser', word: words, found: ['U1', 'U2'] },
    { kind: 'badDate', word: words },
    { kind: 'pastDate', date: '2020-01-01' },
    { kind: 'badConfidence', word: words },
    { kind: 'tooLong', length: 4000, limit: 3000 },
  ];
  const good = { line: 2, target: label, changes, problems: [] };
  const faulty = problems.map((problem, at) => ({ line: at + 3, target: null, changes: [], problems: [problem] }));
  const lines = Array.from({ length: rows }, () => [good, ...faulty]).flat();
  const command = { kind: 'importConfirm', key: 'abc' } as const;
  const confirm = { text: 'import confirm abc', command };
  return [
    { kind: 'importPreview', lines, unchanged: 3, ignoredColumns: [words, 'Budjetti'], confirm },
    { kind: 'importPreview', lines: [], unchanged: 3, ignoredColumns: [], confirm: null },
    { kind: 'importUnreadable', reason: 'noTargetColumn', headers: ['Tunnus', 'Valo'] },
    { kind: 'importUnreadable', reason: 'empty', headers: [] },
    { kind: 'imported', lines: [good], overtaken: [good], repeated: false },
    { kind: 'imported', lines: [good], overtaken: [], repeated: true },
    { kind: 'importUnknown', key: 'abc' },
  ];
}
