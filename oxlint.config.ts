import { defineConfig } from 'oxlint';

type Pattern = { regex: string; message: string; allowTypeImports?: boolean };

const folders = [
  'domain',
  'ingest',
  'retrieval',
  'answer',
  'model',
  'learn',
  'conversation',
  'status',
  'digest',
  'slack',
  'playground',
  'cli',
  'texts',
];
const entrances = 'main|cli|serve|playground|services|config|environment';

/** What a folder may import of the others, and why not more. The other direction would tie a part to what uses it. */
const boundaries: Record<string, { may: string[]; because: string; typesFromOthers?: boolean }> = {
  domain: { may: [], because: 'The domain is what everything else speaks of: it knows no other part.' },
  texts: { may: ['domain'], because: 'Texts are words alone, so that a translator can read them on their own.' },
  ingest: { may: ['domain'], because: 'Documents are read before anything asks about them.' },
  retrieval: { may: ['domain'], because: 'Retrieval ranks passages and knows nothing of answers.' },
  status: { may: ['domain'], because: 'Lights must hold without Slack, answers or texts: their outcomes are data.' },
  digest: {
    may: ['domain', 'status'],
    because: 'The digest is composed from lights and from data that is given to it: no Slack, no texts.',
    typesFromOthers: true,
  },
  answer: {
    may: ['domain', 'retrieval', 'texts'],
    because: 'Answers are the same on every surface: no store, no Slack, no reading of files.',
  },
  model: {
    may: ['domain', 'answer'],
    because: 'A model is reached through the ports of its consumers, and knows nothing of what is done with its words.',
  },
  learn: {
    may: ['domain', 'ingest', 'retrieval', 'answer'],
    because: 'What is proposed of a document is data for a person to read; nothing here writes.',
  },
  conversation: {
    may: ['domain', 'answer'],
    because: 'What is remembered of questions and answers is the same on every surface.',
  },
  slack: {
    may: ['domain', 'texts'],
    because: 'Slack reaches the rest through the ports that services.ts fills; types may be imported.',
    typesFromOthers: true,
  },
};

/** Each library has one owner, so that replacing it touches one place. The owners are paths of files or folders. */
const libraries: { name: string; owners: string[] }[] = [
  { name: 'lowdb(/.*)?', owners: ['src/status/json-file.ts'] },
  { name: '@slack/.*', owners: ['src/slack/**', 'src/playground/**', 'src/playground.ts'] },
  { name: 'ws', owners: ['src/playground/**'] },
  { name: 'eld(/.*)?', owners: ['src/retrieval/language.ts'] },
  { name: '@orama/.*', owners: ['src/retrieval/analysis.ts'] },
  { name: '@resvg/.*', owners: ['src/digest/png.ts'] },
  { name: 'croner', owners: ['src/digest/schedule.ts'] },
  { name: 'date-holidays', owners: ['src/digest/holidays.ts'] },
  { name: 'openai(/.*)?', owners: ['src/model/openai.ts'] },
  { name: 'unpdf|htmlparser2|yauzl', owners: ['src/ingest/readers/**'] },
];

/** Who may touch the disk. */
const diskUsers = [
  'src/ingest/**',
  'src/retrieval/index-snapshot.ts',
  'src/status/**',
  'src/services.ts',
  'src/environment.ts',
  'src/cli.ts',
  'src/cli/corpus-record.ts',
];

function patternsOf(folder: string | null, file: string): Pattern[] {
  const patterns: Pattern[] = [];
  const boundary = folder === null ? undefined : boundaries[folder];
  if (boundary !== undefined && folder !== null) {
    const others = folders.filter((other) => other !== folder && !boundary.may.includes(other)).join('|');
    patterns.push({
      regex: `^(\\.\\./)+((${others})/|(${entrances})\\.ts$)`,
      message: boundary.because,
      ...(boundary.typesFromOthers === true ? { allowTypeImports: true } : {}),
    });
  }
  if (folder === 'domain') {
    patterns.push({ regex: '^(@|node:|[a-y])', message: 'The domain needs no library but zod.' });
  }
  for (const { name, owners } of libraries) {
    if (owners.some((owner) => covers(owner, file))) continue;
    patterns.push({ regex: `^(${name})$`, message: `This library belongs to ${owners.join(', ')}.` });
  }
  if (!diskUsers.some((user) => covers(user, file))) {
    patterns.push({
      regex: '^(node:)?fs(/.*)?$',
      message: 'Only ingest, the store and the few files named in oxlint.config.ts touch the disk.',
    });
  }
  return patterns;
}

function covers(owner: string, file: string): boolean {
  return owner.endsWith('/**') ? file.startsWith(owner.slice(0, -2)) : owner === file;
}

function importRule(files: string[], patterns: Pattern[]) {
  return { files, rules: { 'no-restricted-imports': ['error', { patterns }] as ['error', { patterns: Pattern[] }] } };
}

/** Files with other rights than their folder. A later rule replaces an earlier one. */
const exceptional = [...libraries.flatMap(({ owners }) => owners), ...diskUsers].filter((path) => path.endsWith('.ts'));
const subfolders = ['src/ingest/readers/**'];

export default defineConfig({
  plugins: ['typescript', 'import', 'unicorn', 'vitest', 'promise', 'oxc', 'node'],
  categories: { correctness: 'error', suspicious: 'error', perf: 'warn' },
  options: { typeAware: true },
  rules: {
    'typescript/no-explicit-any': 'error',
    'typescript/no-non-null-assertion': 'error',
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': 'error',
    'import/no-cycle': 'error',
    'import/no-default-export': 'error',
    'node/no-process-env': 'error',
    'no-shadow': 'off',
    'no-await-in-loop': 'off',
    'oxc/no-map-spread': 'off',
    'unicorn/no-array-sort': 'off',
    'unicorn/no-array-reverse': 'off',
    'unicorn/consistent-function-scoping': 'off',
    // The compiler's noImplicitReturns knows when a switch has every case.
    'typescript/consistent-return': 'off',
    // Takes Slack's chat.postMessage for the window's.
    'unicorn/require-post-message-target-origin': 'off',
  },
  overrides: [
    importRule(['src/*.ts', 'src/cli/**', 'src/playground/**'], patternsOf(null, 'src/cli.ts')),
    importRule(['src/playground/**'], patternsOf(null, 'src/playground/any.ts')),
    ...Object.keys(boundaries).map((folder) =>
      importRule([`src/${folder}/**`], patternsOf(folder, `src/${folder}/any.ts`)),
    ),
    ...subfolders.map((path) => importRule([path], patternsOf(path.split('/')[1] ?? null, path))),
    ...exceptional.map((file) => importRule([file], patternsOf(/^src\/(\w+)\//.exec(file)?.[1] ?? null, file))),
    importRule(
      ['src/services.ts'],
      [
        ...patternsOf(null, 'src/services.ts'),
        {
          regex: '^\\./(slack|playground|cli)/|^\\./(main|cli|serve|playground|environment)\\.ts$',
          message: 'services.ts puts the parts together for every surface and knows none of them.',
        },
      ],
    ),
    // The entrances: only they read the environment.
    { files: ['src/environment.ts', 'src/cli.ts', 'test/**', 'scripts/**'], rules: { 'node/no-process-env': 'off' } },
    { files: ['*.config.ts'], rules: { 'import/no-default-export': 'off' } },
  ],
});
