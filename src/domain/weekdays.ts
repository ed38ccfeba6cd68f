/** Monday to Sunday as they begin in the three languages, whole or in the short forms of lists of opening hours. */
const days: readonly string[] = [
  'maanantai\\p{L}*|måndag\\p{L}*|mondays?|ma|må|mån|mon',
  'tiistai\\p{L}*|tisdag\\p{L}*|tuesdays?|ti|tis|tue',
  'keskiviik\\p{L}*|onsdag\\p{L}*|wednesdays?|ke|on|ons|wed',
  'torstai\\p{L}*|torsdag\\p{L}*|thursdays?|to|tor|tors|thu',
  'perjantai\\p{L}*|fredag\\p{L}*|fridays?|pe|fr|fre|fri',
  'lauantai\\p{L}*|lördag\\p{L}*|saturdays?|la|lö|lör|sat',
  'sunnuntai\\p{L}*|söndag\\p{L}*|sundays?|su|sö|sön|sun',
];
const wholeDays = days.map((names) => new RegExp(`^(?:${names})$`, 'u'));
const day = days.join('|');
const hour = '\\d{1,2}(?:[.:]\\d{2})?';
/** "ma–ti 9–16", "Mån och ons kl. 9–18", "Fri: closed": days, then their hours. */
const dayHours = new RegExp(
  `(?<!\\p{L})(?!on\\s(?:suljettu|closed))(?<days>(?:${day})(?:\\s?(?:[–-]|,|ja|och|and|sekä|samt|to)\\s?(?:${day}))*)\\s?:?\\s+(?:(?:klo|kl\\.?|kello)\\s?)?(?:${hour}\\s?[–-]\\s?${hour}|suljettu|stängt|closed)`,
  'giu',
);

/** "Monday to Friday", but "to 9–16" on Thursdays. */
const englishRange = /day\p{L}*\sto\s/u;

/** A line of nothing but days and their hours. */
export function isHoursLine(words: string): boolean {
  return words.length <= longestLine && hoursLine.test(words);
}

const longestLine = 120;
const hoursLine = new RegExp(`^(?:[•*–—-]\\s)?${dayHours.source}(?!\\p{L}).{0,40}$`, 'iu');

/** True when words give the hours of a day, 0 for Monday: by name, in a short form or within "ma–pe". */
export function givesHoursOf(weekday: number, words: string): boolean {
  return [...words.matchAll(dayHours)].some(({ groups }) => daysIn(groups?.['days'] ?? '').has(weekday));
}

function daysIn(list: string): ReadonlySet<number> {
  const folded = list.toLowerCase();
  const found = new Set<number>();
  let last = 0;
  let through = false;
  for (const [part] of folded.matchAll(/\p{L}+|[–-]/gu)) {
    const isTo = part === 'to' && englishRange.test(folded);
    const at = isTo ? -1 : wholeDays.findIndex((names) => names.test(part));
    if (at >= 0) {
      for (const between of days.keys())
        if (between === at || (through && between > last && between < at)) found.add(between);
      last = at;
    }
    through = at === -1 && (isTo || /^[–-]$/u.test(part));
  }
  return found;
}

/** The day of the week that a concept of the term bank is, 0 for Monday; null for any other. */
export function weekdayOf(conceptId: string): number | null {
  const at = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].indexOf(conceptId);
  return at === -1 ? null : at;
}
