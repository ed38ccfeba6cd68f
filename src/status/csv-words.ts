import type { Language } from '../domain/language.ts';
import { foldWord } from '../domain/light.ts';
import type { Light } from '../domain/light.ts';
import type { HistoryLine } from './outcome.ts';

// The vocabulary of the files themselves: what is written in one language is read in any.

type Named = Readonly<Record<Language, string>>;

/** Columns of the board's file and of the history's, by the header in each language. */
export const columnNames = {
  target: { fi: 'Tunnus', sv: 'Beteckning', en: 'Id' },
  title: { fi: 'Nimi', sv: 'Namn', en: 'Name' },
  light: { fi: 'Valo', sv: 'Ljus', en: 'Light' },
  comment: { fi: 'Kommentti', sv: 'Kommentar', en: 'Comment' },
  next: { fi: 'Seuraavaksi', sv: 'Nästa steg', en: 'Next' },
  expected: { fi: 'Valmista odotetaan', sv: 'Väntas vara klart', en: 'Expected' },
  confidence: { fi: 'Luottamus (1–5)', sv: 'Tilltro (1–5)', en: 'Confidence (1–5)' },
  blockers: { fi: 'Esteet', sv: 'Hinder', en: 'Blockers' },
  owners: { fi: 'Vastuuhenkilöt', sv: 'Ansvariga', en: 'Owners' },
  delegates: { fi: 'Sijaiset', sv: 'Ersättare', en: 'Delegates' },
  updated: { fi: 'Päivitetty', sv: 'Uppdaterat', en: 'Updated' },
  actor: { fi: 'Tekijä', sv: 'Av', en: 'By' },
  number: { fi: 'Nro', sv: 'Nr', en: 'No.' },
  time: { fi: 'Aika (Helsinki)', sv: 'Tid (Helsingfors)', en: 'Time (Helsinki)' },
  change: { fi: 'Muutos', sv: 'Ändring', en: 'Change' },
  from: { fi: 'Valo ennen', sv: 'Ljus före', en: 'Light before' },
  to: { fi: 'Valo jälkeen', sv: 'Ljus efter', en: 'Light after' },
  person: { fi: 'Henkilö', sv: 'Person', en: 'Person' },
  until: { fi: 'Viimeinen päivä', sv: 'Sista dag', en: 'Last day' },
} as const satisfies Record<string, Named>;
export type Column = keyof typeof columnNames;

/** Columns that an import reads. */
export const readColumns = [
  'target',
  'title',
  'light',
  'comment',
  'next',
  'expected',
  'confidence',
  'blockers',
  'owners',
  'delegates',
] as const satisfies readonly Column[];
export type ReadColumn = (typeof readColumns)[number];

/** Columns of the board's file that an import leaves aside without a word. */
const boardOnly: readonly Column[] = ['updated', 'actor'];

/** Columns of the board's file, in their order. */
export const boardColumns: readonly Column[] = [...readColumns, ...boardOnly];

/** What people call the columns besides, folded and without anything but letters. */
const otherNames: Readonly<Record<ReadColumn, readonly string[]>> = {
  target:
    'tavoite toimenpide kohde numero nro mal atgard nummer nr goal measure target number goalormeasure malelleratgard tavoitetaitoimenpide'.split(
      ' ',
    ),
  title: 'otsikko rubrik title'.split(' '),
  light: 'vari liikennevalo lv tila farg trafikljus lage status colour color trafficlight'.split(' '),
  comment:
    'perustelu selite huomio mitaontapahtunut motivering anmarkning vadharhant reason note why whathappened'.split(' '),
  next: 'mitaseuraavaksi vadhandernast whatnext nextstep'.split(' '),
  expected: 'odotettu odotettupaiva paiva maarapaiva forvantat datum expecteddate date duedate due'.split(' '),
  confidence: 'luottamus varmuus tilltro sakerhet confidence'.split(' '),
  blockers: 'este hinder blocker blockedby'.split(' '),
  owners: 'vastuuhenkilo omistaja omistajat vastuussa ansvarig agare owner responsible'.split(' '),
  delegates: 'sijainen valtuutettu ersattare delegate deputy deputies'.split(' '),
};

const lettersOf = (header: string) => foldWord(header).replace(/[^\p{L}]/gu, '');

const readNames: ReadonlyMap<string, ReadColumn> = new Map(
  readColumns.flatMap((column) =>
    [...Object.values(columnNames[column]).map(lettersOf), ...otherNames[column]].map(
      (name) => [name, column] as const,
    ),
  ),
);
const asideNames: ReadonlySet<string> = new Set(
  boardOnly.flatMap((column) => Object.values(columnNames[column]).map(lettersOf)),
);

/** The column that a header names in any language; "aside" for one of the board's file that is not read, null for any other. */
export function columnOf(header: string): ReadColumn | 'aside' | null {
  const letters = lettersOf(header);
  return readNames.get(letters) ?? (letters === '' || asideNames.has(letters) ? 'aside' : null);
}

export const lightNames: Readonly<Record<Light, Named>> = {
  green: { fi: 'vihreä', sv: 'grön', en: 'green' },
  yellow: { fi: 'keltainen', sv: 'gul', en: 'yellow' },
  red: { fi: 'punainen', sv: 'röd', en: 'red' },
  grey: { fi: 'harmaa', sv: 'grå', en: 'grey' },
};

export const changeNames: Readonly<Record<HistoryLine['change'], Named>> = {
  set: { fi: 'valo asetettu', sv: 'ljus satt', en: 'light set' },
  confirmed: { fi: 'valo vahvistettu', sv: 'ljus bekräftat', en: 'light confirmed' },
  undone: { fi: 'kumottu', sv: 'ångrat', en: 'undone' },
  ownerAdded: { fi: 'vastuuhenkilö lisätty', sv: 'ansvarig tillagd', en: 'owner added' },
  ownerRemoved: { fi: 'vastuuhenkilö poistettu', sv: 'ansvarig borttagen', en: 'owner removed' },
  delegateAdded: { fi: 'sijainen lisätty', sv: 'ersättare tillagd', en: 'delegate added' },
  delegateRemoved: { fi: 'sijainen poistettu', sv: 'ersättare borttagen', en: 'delegate removed' },
};

/** First part of the files' names, letters that every system keeps. */
export const fileNames = {
  board: { fi: 'valo-tilanne', sv: 'valo-lage', en: 'valo-board' },
  history: { fi: 'valo-historia', sv: 'valo-historik', en: 'valo-history' },
} as const satisfies Record<string, Named>;
