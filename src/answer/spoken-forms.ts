import type { Language } from '../domain/language.ts';

/** Words as people say and type them, with how they are written. */
const spoken: Readonly<Record<Language, ReadonlyMap<string, string>>> = {
  fi: toMap(
    'miks miksi, mä minä, sä sinä, mun minun, sun sinun, mulle minulle, sulle sinulle, oon olen, oot olet, kans kanssa, tää tämä, tehää tehdään, yks yksi, kaks kaksi, sit sitten, kellä kenellä, kel kenellä, mist mistä, mis missä, tääl täällä',
  ),
  sv: toMap(
    'va vad, e är, ä är, nån någon, nåt något, nåra några, sku skulle, int inte, dom de, mej mig, dej dig, sej sig, tå då, vafför varför, vaför varför, o och, å och',
  ),
  en: toMap(
    "whos who is, wheres where is, hows how is, whens when is, u you, ur your, gonna going to, wanna want to, gotta got to, dont don't, doesnt doesn't, isnt isn't, didnt didn't, cant can't, hasnt hasn't, havent haven't, pls please, plz please, abt about, ppl people, dept department, intl international, govt government",
  ),
};

/** Words of a language that end like the spoken question ending "-ks" and are none. */
const notAsking = new Set(['siks', 'täks', 'joks', 'heks', 'taks']);

/**
 * A question with spoken and typed short forms written out: "onks" as "onko", "va e de" as "vad är det", "whos" as "who is". What is
 * written out already stays as it is.
 */
export function writeOut(text: string, language: Language): string {
  const forms = spoken[language];
  const written = text.replace(/(?<![\p{L}\d-])\p{L}+(?![\p{L}\d-])/gu, (word) => {
    const form = forms.get(word.toLowerCase());
    if (form !== undefined) return /^\p{Lu}/u.test(word) ? capitalised(form) : form;
    return language === 'fi' ? writeEnding(word) : word;
  });
  return language === 'sv' && written !== text ? written.replace(saidDe, 'det') : written;
}

/** Who writes "e" for "är" writes "de" for "det" beside it. */
const saidDe = /(?<!\p{L})de(?=\s(?:är|var)(?!\p{L}))|(?<=(?<!\p{L})(?:är|var)\s)de(?!\p{L})/giu;

/** "Tuleeks" as "tuleeko": in spoken Finnish the question ending loses its vowel. */
function writeEnding(word: string): string {
  const [, start] = /^(\p{L}+(?:[aeiouyäö]|n|t))ks$/iu.exec(word) ?? [];
  if (start === undefined || notAsking.has(word.toLowerCase())) return word;
  return `${start}${/[aou]/iu.test(start) ? 'ko' : 'kö'}`;
}

function capitalised(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

function toMap(list: string): ReadonlyMap<string, string> {
  return new Map(
    list.split(', ').map((pair) => {
      const [word = '', ...form] = pair.split(' ');
      return [word, form.join(' ')];
    }),
  );
}
