import type { Language } from '../domain/language.ts';

const timeZone = 'Europe/Helsinki';
const clockWord: Readonly<Record<Language, string>> = { fi: 'klo', sv: 'kl.', en: 'at' };
const locale: Readonly<Record<Language, string>> = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' };

/** A calendar day or month: "12.5.2023" and "5/2023" in Finnish and Swedish, "12 May 2023" and "May 2023" in English. */
export function formatDay(isoDate: string, language: Language): string {
  const [year, month, day] = isoDate.split('-').map(Number);
  if (year === undefined || month === undefined) return isoDate;
  if (language !== 'en') return day === undefined ? `${month}/${year}` : `${day}.${month}.${year}`;
  const date = new Date(Date.UTC(year, month - 1, day ?? 1));
  return (day === undefined ? englishMonth : englishDay).format(date);
}

const englishMonth = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', year: 'numeric', month: 'long' });
const englishDay = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
});

/** The Helsinki day of an instant, as `formatDay` writes it. */
export function formatInstantDay(instant: string, language: Language): string {
  return formatDay(new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date(instant)), language);
}

/** Day and time in Helsinki: "12.5.2023 klo 9.05", "12.5.2023 kl. 9.05", "12 May 2023 at 09:05". */
export function formatInstant(instant: string, language: Language): string {
  const day = formatInstantDay(instant, language);
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: 'numeric', minute: '2-digit' }).format(
    new Date(instant),
  );
  return `${day} ${clockWord[language]} ${formatClock(clock, language)}`;
}

/** A wall-clock time "HH:MM" as it is written: "9.05" in Finnish and Swedish, "09:05" in English. */
export function formatClock(time: string, language: Language): string {
  const [hour = '', minute = ''] = time.split(':');
  return language === 'en' ? `${hour.padStart(2, '0')}:${minute}` : `${Number(hour)}.${minute}`;
}

/** Months "YYYY-MM" from–to: "5/2022–5/2023", "May 2022 – May 2023". */
export function formatPeriod(period: { from: string; to: string }, language: Language): string {
  const [from, to] = [formatDay(period.from, language), formatDay(period.to, language)];
  if (from === to) return to;
  return language === 'en' ? `${from} – ${to}` : `${from}–${to}`;
}

/** A list in a sentence: "A, B ja C", "A, B och C", "A, B and C". */
export function formatList(items: readonly string[], language: Language): string {
  return new Intl.ListFormat(locale[language], { type: 'conjunction' }).format(items);
}
