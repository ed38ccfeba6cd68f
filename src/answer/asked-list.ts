import { compileWords } from './word-patterns.ts';

const listIntent = compileWords({
  fi: 'mitkä | mitä | ketkä | luettele | listaa | nimeä',
  sv: 'vilka | lista | räkna upp | vad heter | namnge',
  en: 'which | what | list | name | names',
});
const members = compileWords({
  fi: 'kuulu* | sisälty*',
  sv: 'hör till | hör … till | ingår | består av',
  en: 'belong | belongs | members of | part of | make up | included in | consist of | consists of',
});
const namedThings = compileWords({
  fi: 'mitkä … kunnat | mitkä … kaupungit | mitkä … yritykset | mitkä … yliopistot | mitkä … korkeakoulut | mitkä … järjestöt | mitkä … koulut | mitkä kunnat | mitkä kaupungit | mitkä yritykset | mitkä yliopistot | mitkä korkeakoulut | mitkä järjestöt | mitkä koulut | minkä nimi* | nimeä',
  sv: 'vilka kommuner | vilka städer | vilka företag | vilka universitet | vilka högskolor | vilka skolor | vilka föreningar | vilka … kommuner | vilka … städer | vilka … företag | vilka … skolor | vad heter | namnge',
  en: 'which municipalities | which cities | which towns | which companies | which firms | which employers | which universities | which schools | which associations | which … companies | which … municipalities | which … cities | which … schools | name the | names of | names please',
});

/** Asks which things of one kind there are, or which belong to something. */
export function asksList(text: string): boolean {
  return (asksNames(text) || members.test(text.toLowerCase())) && listIntent.test(text.toLowerCase());
}

/** "Which municipalities …", "Which ten employers …": only names answer that. */
export function asksNames(text: string): boolean {
  const folded = text.toLowerCase();
  return namedThings.test(folded) || membersOfNumber.test(folded);
}

/** "Which five people": those of a number who or what has a name. */
const membersOfNumber =
  /^(?:mitkä|ketkä|vilka|which|who)\s(?:ovat\s|är\s|are\s)?(?:ne\s|de\s|the\s)?(?:\d+|kolme|neljä|viisi|kuusi|seitsemän|kahdeksan|yhdeksän|kymmenen|tre|fyra|fem|sex|sju|åtta|nio|tio|three|four|five|six|seven|eight|nine|ten)\s(?:henkilö|ihmis|hakija|työnantaja|yritys|yhtiö|kunta|kaupunki|koulu|järjestö|person|människ|sökande|kandidat|arbetsgivar|företag|kommun|städer|skolor|förening|people|applicant|candidate|employer|compan|firm|municipalit|cities|towns|school|associations)/u;

/** "Hattula, Janakkala ja Tammela": names alone in a row, at least three. */
export function isRowOfNames(words: string): boolean {
  return /\p{Lu}[\p{L}-]+(?:,\s\p{Lu}[\p{L}-]+)+,?\s(?:ja|och|and|sekä|samt)\s\p{Lu}/u.test(words);
}

/** At least three things in a row; names where names are asked for. */
export function hasEnumeration(words: string, ofNames: boolean): boolean {
  const separators = ofNames
    ? /(?:,|\s(?:ja|och|and|sekä|samt))\s(?:the\s)?\p{Lu}/gu
    : /,|\s(?:ja|och|and|sekä|samt)\s/gu;
  return (words.match(separators) ?? []).length >= 2;
}
