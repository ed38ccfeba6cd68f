import type { Language, Localized } from '../../domain/language.ts';
import type { PartialDate } from '../../domain/partial-date.ts';
import { type FoundDate, dateInWords, findDates } from './dates.ts';
import { foldLetters } from './localize.ts';
import type { Candidate, Line } from './reading.ts';

type Patterns = Readonly<Record<Language, RegExp>>;

const starts: Patterns = {
  fi: /(?<!\p{L})(?:aloitt?a\p{Ll}*|aloitti|aloittanut|(?:otta|ottaa|otti)\s(?:\p{Ll}+\s){0,2}(?:viran|tehtävän|työn|vastaan)|astu\p{Ll}*|siirtyy|siirtyi|työ(?:t|nsä)?\salkaa|virka\salkaa|tehtävä\salkaa|ryhtyy)(?!\p{L})/u,
  sv: /(?<!\p{L})(?:tillträd\p{Ll}*|börja[rd]?\p{Ll}{0,2}|inled(?:er|de)|övergår|övergick|har varit|anställs|anställdes)(?!\p{L})/u,
  en: /(?<!\p{L})(?:start(?:s|ed)?|begin(?:s)?|began|tak(?:es|e|ing)\s(?:up|over|office)|took\s(?:up|over|office)|assum(?:es|e|ed)|join(?:s|ed)?|effective|steps?\sinto)(?!\p{L})/u,
};
const notStarts: Patterns = {
  fi: /(?<!\p{L})(?:eläkkeelle|jättää|päättyy|viimeinen|lopettaa|haku|hakuaika)(?!\p{L})/u,
  sv: /(?<!\p{L})(?:sista\s(?:arbets)?dag|pension|lämnar|avgår|slutar|ansökningstid|har varit(?!\sanställd))(?!\p{L})/u,
  en: /(?<!\p{L})(?:last\s(?:working\s)?day|retire\p{Ll}*|leaves|leaving|steps\sdown|applications)(?!\p{L})/u,
};
const leaving: Patterns = {
  fi: /(?<!\p{L})(?:jättää\s(?:\p{L}+\s){0,3}(?:tehtävänsä|virkansa|kaupungin|palveluksen)|jää\s(?:\p{L}+\s){0,2}eläkkeelle|siirtyy\s(?:\p{L}+\s){0,2}eläkkeelle|irtisanoutu\p{Ll}+|viimeinen\s(?:työ)?päivä|eroaa|lopettaa\s(?:työnsä|tehtävässään))(?!\p{L})/u,
  sv: /(?<!\p{L})(?:lämnar|avgår|slutar|går\si\spension|pensioneras|säger\supp\ssig|sista\s(?:arbets)?dag)(?!\p{L})/u,
  en: /(?<!\p{L})(?:leaves|is\sleaving|will\sleave|steps\sdown|is\sstepping\sdown|retires|will\sretire|resigns|resigned|last\s(?:working\s)?day)(?!\p{L})/u,
};
const pastWork: Patterns = {
  fi: /(?<!\p{L})(?:on\s(?:\p{Ll}+\s){0,3}(?:työskennellyt|toiminut|johtanut|vastannut|ollut)|työskenteli|(?:siirtyy|siirtyi|tulee)\s(?:\p{L}[\p{L}-]*\s){0,4}\p{L}[\p{L}-]*(?:lta|ltä|sta|stä|palveluksesta)|aiempi\s(?:työ|ura)|(?:sitä|tätä)\sennen|aiemmin|aikaisemmin)(?!\p{L})/u,
  sv: /(?<!\p{L})(?:(?:kommer|kom|övergår|övergick|flyttar)\s(?:[\p{L}-]+\s){0,7}?från|har\s(?:\p{Ll}+\s){0,4}(?:arbetat|jobbat|verkat|varit|lett|ansvarat)|ansvarade|arbetade|jobbade|verkade|dessförinnan|innan\sdess)(?!\p{L})/iu,
  en: /(?<!\p{L})(?:(?:joins|joined|comes|came|moves|moved)\s(?:\p{L}+\s){0,3}from|(?:has|had)\s(?:\p{Ll}+\s){0,2}worked|worked\s(?:as|for|at|in)|previously|formerly|earlier\s(?:worked|served|held|was))(?!\p{L})/iu,
};
const duties: Patterns = {
  fi: /(?<!\p{L})(?:johtaa|vastaa|hoitaa|vetää|luotsaa)(?!\p{L})(?!\s(?:kysymyk|puhelim))/u,
  sv: /(?<!\p{L})(?:leder|leds\s(?:\p{Ll}+\s){0,3}av|ansvarar\sför|svarar\sför|sköter|är\sförman\sför|har\sansvar\sför|ska\sleda)(?!\p{L})/u,
  en: /(?<!\p{L})(?:leads|heads|is\sresponsible\sfor|is\sin\scharge\sof|will\s(?:lead|head|be\sresponsible\sfor)|is\s(?:\p{Ll}+\s)?led\sby|oversees|runs)(?!\p{L})/u,
};

/** The day, month or year in which its person starts, as the sentence gives it; null when it says none. */
export function startIn(line: Line, person: Candidate): { date: PartialDate; words: Localized } | null {
  const verb = starts[line.language].exec(line.text);
  if (!verb || !isDoneBy(starts[line.language], line, person) || notStarts[line.language].test(line.text)) return null;
  const dates = findDates(line.text, line.language).filter(({ to }) => to === null);
  const after = dates.find(({ start }) => start >= verb.index);
  const found = after ?? dates.findLast(({ end }) => end <= verb.index);
  if (!found || !isClose(line.text, verb, found)) return null;
  return { date: found.from, words: dateInWords(found.from, found.part) };
}

/** A date belongs to a verb when at most a clause's length and no other clause stands between them. */
function isClose(text: string, verb: RegExpExecArray, date: FoundDate): boolean {
  const between =
    date.start >= verb.index ? text.slice(verb.index + verb[0].length, date.start) : text.slice(date.end, verb.index);
  return between.length <= 90 && !/[;:]|,\s(?:ja|och|and|kun|när|when|jossa|där|where)\s/u.test(between);
}

/** True when the sentence says that its person leaves. */
export function saysLeaving(line: Line): boolean {
  return leaving[line.language].test(line.text);
}

/** True when the sentence tells of earlier work of its person. */
export function saysPastWork(line: Line, person: Candidate): boolean {
  return isDoneBy(pastWork[line.language], line, person);
}

/** True when the sentence says what its person leads or answers for. */
export function saysDuty(line: Line, person: Candidate | null): boolean {
  return isDoneBy(duties[line.language], line, person) && !/(?:sista|viimeinen|last)\s/u.test(line.text);
}

const pronoun = /(?<!\p{L})(?:[Hh]än|[Hh]on|[Hh]an|[Ss]he|[Hh]e|[Jj]ag|[Mm]inä|I)(?!\p{L})/gu;
/** How far a verb may stand from who does it, in UTF-16 code units. */
const farthestVerb = 60;

/** True when a verb stands near the person's name, a pronoun or the post that opens the sentence, in the same clause. */
function isDoneBy(verbs: RegExp, line: Line, person: Candidate | null): boolean {
  const verb = verbs.exec(line.text);
  if (!verb) return false;
  const named = line.mentions.filter((mention) => mention.person === person);
  const pronouns = [...line.text.matchAll(pronoun)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  const doers = [...named, ...pronouns, ...(person === null ? line.posts.slice(0, 1) : [])];
  const verbEnd = verb.index + verb[0].length;
  return doers.some(({ start, end }) => {
    const between =
      end <= verb.index ? line.text.slice(end, verb.index) : line.text.slice(verbEnd, Math.max(verbEnd, start));
    return between.length <= farthestVerb && !/(?<!\p{L})(?:että|att|that|says|säger|sanoo)(?!\p{L})/u.test(between);
  });
}

/** What a sentence says of its person: the sentence without the name or pronoun it opens with and without the full stop. */
export function predicateOf(line: Line, person: Candidate): string {
  const opening = line.mentions.find((mention) => mention.person === person && mention.start <= openingEnd(line));
  const pronoun = /^(?:Hän|Hon|Han|He|She|Jag|Minä|I)\s/u.exec(line.text);
  const start = opening ? opening.end : (pronoun?.[0].length ?? 0);
  return line.text
    .slice(start)
    .replace(/[.!]["”’]?\s*$/u, '')
    .replace(/^[\s,:–—-]+/u, '')
    .trim();
}

/** A name stands at the head of its sentence also after its post: "Elinvoimajohtaja Pasi Niinikorpi". */
function openingEnd(line: Line): number {
  const [post] = line.posts;
  return post && post.start < 3 ? post.end + 2 : 2;
}

/** Two people of whom one follows the other in a post. */
export type Succession = { successor: Candidate; predecessor: Candidate };

const succeeds: Patterns = {
  fi: /(?<!\p{L})(?:seuraa|korvaa)\s(?:\p{Ll}+\s){0,2}$/u,
  sv: /(?<!\p{L})(?:efterträder|ersätter|tar\söver\sefter)\s(?:\p{Ll}+\s){0,2}$/u,
  en: /(?<!\p{L})(?:succeeds|replaces|takes\sover\sfrom|follows|succeeded|will\ssucceed)\s(?:\p{Ll}+\s){0,2}$/u,
};
const successorNoun: Patterns = {
  fi: /(?<!\p{L})seuraaja(?:ksi|kseen|na|naan|nsa)?(?!\p{L})/u,
  sv: /(?<!\p{L})efterträdare(?!\p{L})/iu,
  en: /(?<!\p{L})successor(?!\p{L})/u,
};

/** True when the sentence speaks of somebody's successor. */
export function namesSuccessor(line: Line): boolean {
  return successorNoun[line.language].test(line.text);
}

/** Who follows whom in a post, when the sentence says so. `subject` is whom a pronoun in it means. */
export function successionIn(line: Line, subject: Candidate | null): Succession | null {
  const [first, second] = line.mentions.filter(
    ({ person }, index, all) => all.findIndex((other) => other.person === person) === index,
  );
  if (!first) return null;
  if (second && succeeds[line.language].test(line.text.slice(first.end, second.start)))
    return { successor: first.person, predecessor: second.person };
  const noun = successorNoun[line.language].exec(line.text);
  if (!noun) return null;
  if (!second && first.end <= noun.index && noun.index - first.end <= 3) return null;
  if (!second) return subject && subject !== first.person ? { successor: first.person, predecessor: subject } : null;
  const owner = line.mentions.findLast(
    ({ end }) => end <= noun.index && foldLetters(line.text.slice(end, noun.index)).length <= 25,
  );
  const predecessor = owner ?? second;
  const successor = [first, second].find(({ person }) => person !== predecessor.person);
  return successor ? { successor: successor.person, predecessor: predecessor.person } : null;
}
