import type { Language } from '../domain/language.ts';
import { foldWord } from '../domain/light.ts';
import { weekdays } from './command.ts';
import type { Weekday } from './command.ts';
import type { TargetDirectory } from './targets.ts';
import type { Word } from './words.ts';

/** A Slack user id from "<@U1|name>", "@U1" or "U1", or null. Names without an id name nobody for sure. */
export function userOf({ text }: Word): string | null {
  return (
    /^(?:<@([UW][A-Z0-9]{0,20})(?:\|[^<>]*)?>|@?([UW][A-Z0-9]*\d[A-Z0-9]*))[,.]?$/.exec(text)?.slice(1).find(Boolean) ??
    null
  );
}

/** A Slack channel id from "<#C1|name>" or "C1", or null. */
export function channelOf({ text }: Word): string | null {
  return (
    /^(?:<#([CG][A-Z0-9]{0,20})(?:\|[^<>]*)?>|#?([CG][A-Z0-9]*\d[A-Z0-9]*))$/.exec(text)?.slice(1).find(Boolean) ?? null
  );
}

/** A day "YYYY-MM-DD" from "2026-12-31" or "31.12.2026", or null when there is no such day. */
export function dayOf({ folded }: Word): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(folded);
  const local = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(folded);
  const [, year, month, day] = iso ?? (local === null ? [] : [local[0], local[3], local[2], local[1]]);
  if (year === undefined || month === undefined || day === undefined) return null;
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(written) ? written : null;
}

const languageNames: Readonly<Record<Language, readonly string[]>> = {
  fi: ['fi', 'fin', 'suomi', 'suomeksi', 'finska', 'finnish'],
  sv: ['sv', 'se', 'swe', 'ruotsi', 'ruotsiksi', 'svenska', 'swedish'],
  en: ['en', 'eng', 'englanti', 'englanniksi', 'engelska', 'english'],
};

/** The language that a word names in any of the three, or null. */
export function languageOf({ folded }: Word): Language | null {
  if (languageNames.fi.includes(folded)) return 'fi';
  if (languageNames.sv.includes(folded)) return 'sv';
  return languageNames.en.includes(folded) ? 'en' : null;
}

/** The programme that a word names, or null. */
export function programmeOf({ folded }: Word, directory: TargetDirectory): string | null {
  const named = directory.programmes.find(({ prefixes }) => prefixes.some((prefix) => foldWord(prefix) === folded));
  return named?.id ?? null;
}

export const everythingWords: ReadonlySet<string> = new Set(['all', 'kaikki', 'kaikille', 'alla', 'allt', '*']);
export const offWords: ReadonlySet<string> = new Set([
  'off',
  'pois',
  'av',
  'stop',
  'none',
  'ei',
  'back',
  'takaisin',
  'tillbaka',
]);
export const mineWords: ReadonlySet<string> = new Set(['mine', 'my', 'omat', 'minun', 'mina', 'egna']);

/** A wall-clock time "HH:MM" from "9:00", "9.00" or "9", or null. */
export function timeOf({ folded }: Word): string | null {
  const [, hour, minute = '00'] = /^(\d{1,2})(?:[:.](\d{2}))?$/.exec(folded) ?? [];
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return null;
  return `${hour.padStart(2, '0')}:${minute}`;
}

const weekdayStarts: Readonly<Record<Weekday, RegExp>> = {
  mon: /^(?:mon|mondays?|ma|maanantai\w*|man|mandag\w*|mandagar)$/,
  tue: /^(?:tue|tues|tuesdays?|ti|tiistai\w*|tis|tisdag\w*)$/,
  wed: /^(?:wed|wednesdays?|ke|keskiviik\w*|ons|onsdag\w*)$/,
  thu: /^(?:thu|thur|thurs|thursdays?|to|torstai\w*|tor|tors|torsdag\w*)$/,
  fri: /^(?:fri|fridays?|pe|perjantai\w*|fre|fredag\w*)$/,
  sat: /^(?:sat|saturdays?|la|lauantai\w*|lor|lordag\w*)$/,
  sun: /^(?:sun|sundays?|su|sunnuntai\w*|son|sondag\w*)$/,
};

/** The weekday that a word names in any of the three languages, or null. */
export function weekdayOf({ folded }: Word): Weekday | null {
  return weekdays.find((weekday) => weekdayStarts[weekday].test(folded)) ?? null;
}
