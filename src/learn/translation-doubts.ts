import type { Catalogue } from '../domain/catalogue.ts';
import { type Language, languages } from '../domain/language.ts';
import type { Translation } from '../domain/passage.ts';
import { foldQuote } from '../domain/source.ts';
import { detectLanguage } from '../retrieval/language.ts';

/** Something of an original that its translation does not say, or the reverse. */
export type TranslationDoubt = {
  language: Language;
  kind: 'number' | 'name' | 'copy';
  /** What stands on one side only. */
  missing: string[];
  added: string[];
};

/** Names of months: Finnish with any ending and suspended ("elo-syyskuussa"), Swedish, and English with a capital. */
const monthPatterns: readonly RegExp[][] = [
  ['tammi', 'januari', 'January'],
  ['helmi', 'februari', 'February'],
  ['maalis', 'mars', 'March'],
  ['huhti', 'april', 'April'],
  ['touko', 'maj', 'May'],
  ['kesä', 'juni', 'June'],
  ['heinä', 'juli', 'July'],
  ['elo', 'augusti', 'August'],
  ['syys', 'september', 'September'],
  ['loka', 'oktober', 'October'],
  ['marras', 'november', 'November'],
  ['joulu', 'december', 'December'],
].map(([fi, sv, en]) => [
  new RegExp(`(?<!\\p{L})${fi}(?:kuu|-(?=\\p{L}{4,9}kuu))`, 'giu'),
  new RegExp(`(?<!\\p{L})(?:${sv}|${en})(?!\\p{L})`, 'gu'),
]);

/** Stems of number words, which may stand for digits on the other side. */
const numberWords: Readonly<Record<string, RegExp>> = {
  1: /\b(?:yksi|yhde|yhte|ensimmäi|en\b|ett\b|första|one\b|first|single)/iu,
  2: /\b(?:kaksi|kahde|kahte|toise|toinen|två|andra|två|two\b|second|both)/iu,
  3: /\b(?:kolm|tre\b|tredje|three|third)/iu,
  4: /\b(?:neljä|neljän|fyra|fjärde|four)/iu,
  5: /\b(?:viisi|viide|viite|fem\b|femte|five|fifth)/iu,
  6: /\b(?:kuusi|kuude|kuute|sex\b|sjätte|six)/iu,
  7: /\b(?:seitsemä|sju\b|sjunde|seven)/iu,
  8: /\b(?:kahdeksa|åtta|åttonde|eight)/iu,
  9: /\b(?:yhdeksä|nio\b|nionde|nine|ninth)/iu,
  10: /\b(?:kymmene|kärkikymmeni|tio\b|tionde|ten\b|tenth)/iu,
};

/** What the names of an original are compared by. */
export type KnownNames = {
  people: readonly string[];
  /** Every wording of a city in the three languages, inflected stems included; a list a city. */
  cities: readonly (readonly string[])[];
  /** Words of names and terms that are written otherwise in another language. */
  words: ReadonlySet<string>;
};

const stemLength = 5;

/** The names that a catalogue knows. */
export function namesOf({ people, sources, organisations, glossary, terms, events }: Catalogue): KnownNames {
  const municipalities = new Set([...sources, ...organisations].map(({ municipality }) => municipality));
  const cities = terms.filter(({ area, fi }) => area === 'places' && municipalities.has(fi[0]));
  return {
    people: people.map(({ name }) => name),
    cities: cities.map(({ fi, sv, en, forms }) => [
      ...fi,
      ...sv,
      ...en,
      ...Object.values(forms ?? {}).flatMap((words) => words ?? []),
    ]),
    words: knownWords([
      ...organisations.flatMap(({ name, forms, abbreviations }) => [
        ...Object.values(name),
        ...forms,
        ...abbreviations,
      ]),
      ...glossary.flatMap(({ names, abbreviations, aliases }) => [
        ...Object.values(names),
        ...abbreviations,
        ...aliases,
      ]),
      ...terms.flatMap(({ fi, sv, en }) => [...fi, ...sv, ...en]),
      ...events.flatMap(({ name }) => Object.values(name)),
    ]),
  };
}

/** The set of words by which a translated name is recognised: the first letters of each word of the given texts. */
export function knownWords(texts: readonly string[]): Set<string> {
  const words = texts
    .join(' ')
    .toLowerCase()
    .split(/[^\p{L}\d]+/u);
  return new Set(words.map((word) => word.slice(0, stemLength)));
}

/** Where numbers, dates or names of a translation differ from its original's, by language; none when it is sound. */
export function translationDoubts(record: Translation, known: KnownNames): TranslationDoubt[] {
  return languages.flatMap((language) => {
    const translation = record[language];
    if (translation === undefined) return [];
    return [
      ...copyDoubts(record.original, translation, language),
      ...numberDoubts(record.original, translation, language),
      ...nameDoubts(record.original, translation, language, known),
    ];
  });
}

/** A sentence left in another language. */
function copyDoubts(original: string, translation: string, language: Language): TranslationDoubt[] {
  if (foldQuote(translation) !== foldQuote(original) || original.split(' ').length < 4) return [];
  const detected = detectLanguage(original);
  if (detected === language || detected === null) return [];
  return [{ language, kind: 'copy', missing: [], added: [translation] }];
}

function numberDoubts(original: string, translation: string, language: Language): TranslationDoubt[] {
  const missing = numbersNotIn(translation, original);
  const added = numbersNotIn(original, translation);
  return missing.length + added.length > 0 ? [{ language, kind: 'number', missing, added }] : [];
}

/** Numbers of `from` that `text` has neither in digits nor, up to ten, in words. */
export function numbersNotIn(text: string, from: string): string[] {
  return without(numbersOf(from), numbersOf(text)).filter((number) => !numberWords[number]?.test(text));
}

/** The numbers of a text, months as numbers too, without separators of thousands and leading zeros. */
export function numbersOf(text: string): string[] {
  let digits = text.normalize('NFC').replace(/(?<=\d)[ \u00a0\u202f.,'’](?=\d{3}(?!\d))/g, '');
  for (const [index, names] of monthPatterns.entries())
    for (const name of names) digits = digits.replace(name, ` ${index + 1} `);
  return (digits.match(/\d+/g) ?? []).map((number) => number.replace(/^0+(?=\d)/, ''));
}

/** What a list holds beyond another one, each repetition counted. */
function without(list: readonly string[], other: readonly string[]): string[] {
  const left = [...other];
  return list.filter((item) => {
    const at = left.indexOf(item);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** People, cities, addresses and other names, which stand on both sides or are known to be written otherwise. */
function nameDoubts(original: string, translation: string, language: Language, known: KnownNames): TranslationDoubt[] {
  const missing = namesNotIn(translation, original, known);
  const added = namesNotIn(original, translation, known);
  return missing.length + added.length > 0 ? [{ language, kind: 'name', missing, added }] : [];
}

/** People, cities, addresses and other names that stand in `from` and, in whatever language, not in `text`. */
export function namesNotIn(text: string, from: string, known: KnownNames): string[] {
  return [
    ...surnamesOf(known.people).filter((name) => holds(from, [name]) && !holds(text, [name])),
    ...known.cities.filter((city) => holds(from, city) && !holds(text, city)).map(([name = '']) => name),
    ...without(addressesOf(from), addressesOf(text)),
    ...namesWithin(from).filter((name) => !isKnown(name, text, known.words)),
  ];
}

function surnamesOf(people: readonly string[]): string[] {
  return [...new Set(people.map((person) => person.split(' ').at(-1) ?? person))];
}

/** Whether one of the names begins a word of the text; the last letters of a long name may be inflected. */
function holds(text: string, names: readonly string[]): boolean {
  return names.some((name) => text.includes(name.length > stemLength ? name.slice(0, -2) : name));
}

function addressesOf(text: string): string[] {
  return text.match(/\S+@[\w.-]+\w|https?:\/\/\S*\w/g) ?? [];
}

/** Words with a capital inside a sentence. */
function namesWithin(text: string): string[] {
  return text.match(/(?<=[\p{L}\p{N},;]\s["“”(]?)\p{Lu}[\p{L}\d]+/gu) ?? [];
}

function isKnown(name: string, text: string, words: ReadonlySet<string>): boolean {
  const folded = name.toLowerCase();
  return text.toLowerCase().includes(folded.slice(0, stemLength - 1)) || words.has(folded.slice(0, stemLength));
}
