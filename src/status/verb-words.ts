import { verbs } from './command.ts';
import type { Verb } from './command.ts';
import { nearest } from './words.ts';

/** What people type for each subcommand, folded, in English, Finnish and Swedish. */
const verbWords: Readonly<Record<Verb, readonly string[]>> = {
  set: ['set', 'update', 'aseta', 'paivita', 'merkitse', 'ange', 'satt', 'uppdatera'],
  edit: ['edit', 'muokkaa', 'redigera', 'andra'],
  show: ['show', 'nayta', 'visa'],
  list: ['list', 'board', 'lista', 'luettelo', 'taulu', 'listaa', 'tavla'],
  history: ['history', 'historia', 'historik'],
  undo: ['undo', 'kumoa', 'peru', 'angra'],
  owner: ['owner', 'owners', 'omistaja', 'omistajat', 'vastuuhenkilo', 'agare', 'ansvarig'],
  delegate: ['delegate', 'delegoi', 'valtuuta', 'sijainen', 'delegera', 'ersattare'],
  ask: ['ask', 'kysy', 'fraga'],
  gaps: ['gaps', 'aukot', 'puutteet', 'luckor'],
  status: ['status', 'tila', 'lage'],
  digest: ['digest', 'kooste', 'viikkokooste', 'sammandrag', 'veckosammandrag'],
  export: ['export', 'vie', 'exportera'],
  import: ['import', 'tuo', 'importera'],
  language: ['language', 'lang', 'kieli', 'sprak'],
  channel: ['channel', 'kanava', 'kanal'],
  announce: ['announce', 'ilmoita', 'ilmoitukset', 'meddela'],
  away: ['away', 'poissa', 'borta'],
  forget: ['forget', 'unohda', 'glom'],
  help: ['help', '?', 'ohje', 'ohjeet', 'apua', 'hjalp'],
};

const pairs = verbs.flatMap((verb) => verbWords[verb].map((word) => [word, verb] as const));
const byWord: ReadonlyMap<string, Verb> = new Map(pairs);

/** The subcommand that a folded word names, or null. */
export function verbOf(folded: string): Verb | null {
  return byWord.get(folded) ?? null;
}

/** The subcommand that a folded word was likely meant to name, or null. */
export function nearestVerb(folded: string): Verb | null {
  return nearest(folded, pairs);
}
