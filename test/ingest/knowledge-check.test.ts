import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { incompleteConcepts, repeatedWordings, stemClashes } from '../../scripts/check-knowledge-terms.ts';
import { knownWords, numbersOf, translationDoubts } from '../../src/learn/translation-doubts.ts';
import { contentHash } from '../../src/ingest/content-hash.ts';
import { knowledge, seeds, shippedCopy } from './temp-corpus.ts';

describe('numbersOf', () => {
  test.each([
    ['33 000 ja 18\u00a0000', ['33000', '18000']],
    ['EUR 180,000 or 180.000', ['180000', '180000']],
    ['16,88 % and 16.88%', ['16', '88', '16', '88']],
    ['1.3.2021-31.12.2024', ['1', '3', '2021', '31', '12', '2024']],
    ['05/2022–05/2023', ['5', '2022', '5', '2023']],
    ['huhtikuun alussa, i april, in April', ['4', '4', '4']],
    ['elo-syyskuussa 2022', ['8', '9', '2022']],
    ['förändringar i majoritet, materials may', []],
  ])('reads %s', (text, numbers) => {
    expect(numbersOf(text).toSorted()).toEqual(numbers.toSorted());
  });
});

describe('translationDoubts', () => {
  const known = {
    people: ['Glenn Gassen', 'Annukka Sorjonen'],
    cities: [
      ['Vaasa', 'Vasa'],
      ['Espoo', 'Esbo', 'Espoon'],
    ],
    words: knownWords([
      'työ- ja elinkeinoministeriö TEM ANM',
      'Maahanmuuttovirasto Migrationsverket Finnish Immigration Service',
      'March May April',
      'Espoo Esbo Vaasa Vasa',
    ]),
  };
  const doubts = (original: string, language: 'sv' | 'en', translation: string) =>
    translationDoubts({ hash: contentHash(original), original, [language]: translation }, known);

  test.each([
    ['Alku on 1.3.2021.', 'en', 'It begins on 1 March 2021.'],
    ['Asiakkaita on 18 000.', 'sv', 'Kunderna är 18 000.'],
    ['Kasvu oli 0,5 prosenttia.', 'en', 'Growth was 0.5 per cent.'],
    ['Tiimissä on 3 henkeä.', 'en', 'The team has three members.'],
    ['Uudistus koskee Espoon kaupunkia.', 'sv', 'Reformen gäller Esbo stad.'],
    ['Näin sanoo Glenn Gassen.', 'en', 'So says Glenn Gassen.'],
    ['Asiaa hoitaa TEM yhdessä muiden kanssa.', 'sv', 'Ärendet sköts av ANM med andra.'],
    ['Kirjoita osoitteeseen a@oulu.example.', 'en', 'Write to a@oulu.example.'],
  ] as const)('finds nothing wrong with a sound translation of “%s”', (original, language, translation) => {
    expect(doubts(original, language, translation)).toEqual([]);
  });

  test.each([
    [
      'another number',
      'Asiakkaita on 18 000.',
      'sv',
      'Kunderna är 1 800.',
      { kind: 'number', missing: ['18000'], added: ['1800'] },
    ],
    [
      'another month',
      'Alku on 1.3.2021.',
      'en',
      'It begins on 1 May 2021.',
      { kind: 'number', missing: ['3'], added: ['5'] },
    ],
    [
      'a year that the original does not give',
      'Alku on 3 april.',
      'en',
      'It begins on 3 April 2023.',
      { kind: 'number', missing: [], added: ['2023'] },
    ],
    [
      'another decimal',
      'Osuus on 16,88 %.',
      'en',
      'The share is 16.89%.',
      { kind: 'number', missing: ['88'], added: ['89'] },
    ],
    [
      'another city',
      'Uudistus koskee Espoon kaupunkia.',
      'sv',
      'Reformen gäller Vasa stad.',
      { kind: 'name', missing: ['Espoo'], added: ['Vaasa'] },
    ],
    ['another person', 'Näin sanoo Glenn Gassen.', 'en', 'So says Annukka Sorjonen.', { kind: 'name' }],
    [
      'a name left out',
      'Asiaa hoitaa Futurice yhdessä muiden kanssa.',
      'en',
      'A company handles the matter with others.',
      { kind: 'name', missing: ['Futurice'], added: [] },
    ],
    ['another address', 'Kirjoita osoitteeseen a@oulu.example.', 'en', 'Write to b@oulu.example.', { kind: 'name' }],
    [
      'the original itself',
      'Palvelu avattiin keväällä uusissa tiloissa.',
      'en',
      'Palvelu avattiin keväällä uusissa tiloissa.',
      { kind: 'copy' },
    ],
  ] as const)('finds %s', (_name, original, language, translation, doubt) => {
    expect(doubts(original, language, translation)).toMatchObject([{ language, ...doubt }]);
  });
});

describe('the checks of the term bank', () => {
  const term = (id: string, fi: string[], en: string[] = [id]) => ({ id, area: 'a', fi, sv: [`${id} på svenska`], en });

  test('find a wording that stands twice in a concept or leads two', () => {
    expect(repeatedWordings([term('a', ['koulu', 'Koulu']), term('b', ['kunta']), term('c', ['Kunta'])])).toEqual([
      { language: 'fi', wording: 'koulu', concepts: ['a'] },
      { language: 'fi', wording: 'kunta', concepts: ['b', 'c'] },
    ]);
  });

  test('find first wordings of different words that have one stem', () => {
    expect(stemClashes([term('a', ['koulu'], ['community']), term('b', ['kunta'], ['communication'])])).toEqual([
      {
        language: 'en',
        stem: 'commun',
        concepts: [
          { id: 'a', wording: 'community' },
          { id: 'b', wording: 'communication' },
        ],
      },
    ]);
  });

  test('find concepts that lack words of a language', () => {
    const records = [
      { id: 'a', fi: ['x'], sv: ['y'], en: ['z'] },
      { id: 'b', fi: ['x'], sv: [] },
      { id: 'c', fi: ['x'], sv: [' '], en: ['z'] },
      5,
    ];
    expect(incompleteConcepts(records)).toEqual([
      { id: 'b', lacking: ['sv', 'en'] },
      { id: 'c', lacking: ['sv'] },
      { id: 'record 4', lacking: ['fi', 'sv', 'en'] },
    ]);
  });
});

describe('the knowledge check as a command', () => {
  const script = join(import.meta.dirname, '..', '..', 'scripts', 'check-knowledge.ts');
  const run = (folders: { seeds: string; knowledge: string }) =>
    spawnSync(process.execPath, [script, folders.seeds, folders.knowledge], { encoding: 'utf8' });

  test('finds no fault in the shipped knowledge', () => {
    const { status, stdout } = run({ seeds, knowledge });
    expect(stdout.split('\n').filter((line) => line.startsWith('fault'))).toEqual([]);
    expect(status).toBe(0);
  });

  test('ends with exit code 1 and names stale, missing and doubtful translations and broken quotes', async () => {
    const folders = await shippedCopy();
    const article = join(folders.seeds, '000_0af22d10f30a5d2d.txt');
    await writeFile(article, (await readFile(article, 'utf8')).replaceAll('den 3 april', 'den 4 april'));
    const table = join(folders.knowledge, 'translations', 'helsinki-programme-1.json');
    await writeFile(table, (await readFile(table, 'utf8')).replace('immigration 2022–2025', 'immigration 2022–2026'));
    const { status, stdout } = run(folders);
    expect(status).toBe(1);
    expect(stdout).toMatch(/fault: people\.json, \S+: the quote “.*3 april.*” is not in helsinki-directors/);
    expect(stdout).toMatch(/fault: translations\/helsinki-directors\.json, \w+: stale/);
    expect(stdout).toMatch(/fault: helsinki-directors#\d+, \w+: no translation into fi: “.*4 april/);
    expect(stdout).toMatch(/fault: translations\/helsinki-programme-1\.json, \w+, en: number: lacks 2025; adds 2026/);
  });

  test('ends with exit code 1 on knowledge that cannot be read', async () => {
    const folders = await shippedCopy();
    await writeFile(join(folders.knowledge, 'events.json'), '[');
    expect(run(folders)).toMatchObject({ status: 1, stdout: expect.stringContaining('events.json') });
  });
});
