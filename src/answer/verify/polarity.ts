import type { Language } from '../../domain/language.ts';
import { analyse } from '../../retrieval/analysis.ts';
import { compileWords } from '../word-patterns.ts';
import { type Reading, type ReadText, textsIn } from './reading.ts';

const denies = compileWords({
  fi: 'ei | eivät | eikä | eivätkä | ettei | etteivät | ellei | kukaan | kumpikaan | ikinä',
  sv: 'inte | ej | icke | ingen | inget | inga | ingenting | aldrig | varken',
  en: 'not | no | none | never | nobody | nothing | neither | nor | cannot | don’t | doesn’t | didn’t | isn’t | aren’t | wasn’t | weren’t | hasn’t | haven’t | won’t | can’t',
});
/** Words that say that something is missing without denying: they agree with a denial. */
const lacks = compileWords({
  fi: 'ilman | vailla | puuttu* | puuttee* | määrittelemä* | jäi pois | ulkopuolel* | jättäyty* | kieltäyty*',
  sv: 'utan | saknas | saknar | saknade | odefinier* | avstod | avstår | uteblev | utanför',
  en: 'without | lack | lacks | lacking | missing | undefined | unspecified | declined | opted out | stayed out | outside',
});
/** "Not only", "no later than": no denial. */
const noDenial = compileWords({
  fi: 'ei vain | ei ainoastaan | ei pelkästään | eivät vain | eivät ainoastaan',
  sv: 'inte bara | inte endast | inte enbart | inte minst',
  en: 'not only | not just | no later than | no less than | no fewer than | not least',
});

const everyDenial = new RegExp(denies.source, 'gu');
const everyNoDenial = new RegExp(noDenial.source, 'gu');

/** The second part of a double denial ("neither … nor") and a "No," before an answer. */
const noSecond = /(?<!\p{L})(?:nor|eikä|eivätkä)(?!\p{L})|^\s*(?:ei|nej|no),/gu;

type Polarity = 'affirms' | 'lacks' | 'denies';

/** How many denials a text holds. */
function denialsIn(text: string): number {
  const lower = text.toLowerCase().replaceAll("'", '’').replace(everyNoDenial, ' ').replace(noSecond, ' ');
  return [...lower.matchAll(everyDenial)].length;
}

function polarityOf(text: string): Polarity {
  if (denialsIn(text) > 0) return 'denies';
  return lacks.test(text.toLowerCase()) ? 'lacks' : 'affirms';
}

/** True for a text that denies something, or says that it is missing. */
export function isDenial(text: string): boolean {
  return polarityOf(text) !== 'affirms';
}

/** Pairs of opposites, directions most of all: what evidence says of one must not be told as the other. */
const directions = [
  [
    compileWords({
      fi: 'kasva* | kasvo* | nous* | lisäänty* | lisäänny* | suurempi | enemmän | korkeampi',
      sv: 'öka* | växe* | växt* | stig* | stiger | steg | fler | högre',
      en: 'increas* | grow | grows | grew | grown | rise | rises | rose | risen | higher',
    }),
    compileWords({
      fi: 'vähen* | vähene* | laski | laskee | laskenut | pienen* | pienempi | vähemmän | matalampi',
      sv: 'minsk* | sjunk* | sjönk* | färre | lägre | mindre',
      en: 'decreas* | fall | falls | fell | fallen | declin* | fewer | less | lower | dropped | shrank | shrunk',
    }),
  ],
  [
    compileWords({
      fi: 'vähintään | yli | ainakin',
      sv: 'minst | över | åtminstone',
      en: 'at least | over | more than | above',
    }),
    compileWords({
      fi: 'enintään | korkeintaan | alle',
      sv: 'högst | mindre än',
      en: 'at most | under | below | fewer than | less than | up to',
    }),
  ],
  [
    compileWords({ fi: 'ennen', sv: 'före | innan', en: 'before' }),
    compileWords({ fi: 'jälkeen', sv: 'efter', en: 'after' }),
  ],
  [
    compileWords({
      fi: 'alkaa | alkavat | alkoi | alkoivat | alkanut | aloitt* | aloita* | käynnisty* | astuu | alussa | alusta',
      sv: 'börja* | inled* | starta* | tillträd* | i början',
      en: 'start | starts | started | begin | begins | began | begun | takes up | took up | beginning',
    }),
    compileWords({
      fi: 'päätty* | loppu* | loppui* | lakka* | jättää | jätti | lopussa | lopulla',
      sv: 'slutar | slutade | slutat | avslut* | upphör* | lämnar | lämnade | i slutet',
      en: 'ended | ends | ending | finish* | left | leaves | resign* | at the end | by the end',
    }),
  ],
  [
    compileWords({
      fi: 'työllisyysaste* | työllisten osuus*',
      sv: 'sysselsättningsgrad*',
      en: 'employment rate | employment rates',
    }),
    compileWords({
      fi: 'työttömyysaste* | työttömyy* | työttömien osuus*',
      sv: 'arbetslöshet*',
      en: 'unemployment | unemployment rate | unemployment rates',
    }),
  ],
  [
    compileWords({
      fi: 'syntyy | syntyi* | syntyvät | perust* | luoda | luotiin | muodost*',
      sv: 'bildas | bildades | skapa* | grunda* | uppstår | uppstod',
      en: 'created | creates | founded | formed | established | set up',
    }),
    compileWords({
      fi: 'lakkau* | suljet* | suljettiin | purettiin',
      sv: 'lades ner | läggs ner | avskaffa* | stäng* | upplös*',
      en: 'closed | closes | abolish* | dissolved | shut down',
    }),
  ],
  [
    compileWords({ fi: 'alueelli*', sv: 'regional*', en: 'regional*' }),
    compileWords({
      fi: 'valtakunnalli* | kansalli*',
      sv: 'nationell* | riksomfattande',
      en: 'national | nationwide | nationally',
    }),
  ],
] as const;

/** True when a sentence tells the opposite of its evidence: a denial more or less, or another direction. */
export function turnsRound(sentence: string, language: Language, reading: Reading): 'negation' | 'direction' | null {
  const own = textsIn(reading.own, language);
  if (deniesOtherwise(sentence, language, own)) return 'negation';
  const lower = sentence.toLowerCase();
  const evidence = own.map(({ text }) => text.toLowerCase()).join(' ');
  const turned = directions.some((pair) =>
    [pair, pair.toReversed()].some(
      ([one, other]) =>
        one !== undefined && other !== undefined && one.test(lower) && !one.test(evidence) && other.test(evidence),
    ),
  );
  return turned || (besideTime.test(lower) && !beside.test(evidence)) ? 'direction' : null;
}

/** "After 2025" is another time than 2025, where the evidence has no such word. */
const besideTime =
  /(?<!\p{L})(?:after|before|efter|före|innan|ennen)\s(?:the\s|den\s|år\s|vuotta\s)?\d|\d\.?\s(?:jälkeen|ennen)(?!\p{L})/u;
const beside = /(?<!\p{L})(?:after|before|efter|före|innan|ennen|jälkeen|until|mennessä|senast|by)(?!\p{L})/u;

/** "Inte …, utan …": after a comma the word is "but", not "without". */
const butInSwedish = /^\s*utan(?=\s(?!att\s))/u;

type Clause = { polarity: Polarity; stems: ReadonlySet<string> };

function clausesOf(text: string, language: Language): Clause[] {
  const parts = text.split(
    /(?<!\d)[,;:](?!\d)|(?<=\d)[,;](?=\s)|\s[–—-]\s|(?<=[.!?])\s+(?=\p{Lu})|\s(?=(?:mutta|vaan|kun taas|men|medan|but|while|whereas|eikä|although|vaikka|trots)\s)/u,
  );
  return parts
    .map((part) => part.replace(butInSwedish, ' '))
    .map((part) => ({ polarity: polarityOf(part), stems: contentStems(part, language) }))
    .filter(({ stems }) => stems.size > 0);
}

function contentStems(text: string, language: Language): ReadonlySet<string> {
  return new Set(analyse(text, language).flatMap(({ stem, stop }) => (stop ? [] : [stem])));
}

/** Each clause is held against the clause of the evidence that it shares most words with; without a common language, all against all. */
function deniesOtherwise(sentence: string, language: Language, own: readonly ReadText[]): boolean {
  const known = own.flatMap((text) => clausesOf(text.text, text.language));
  const anyDenies = known.some(({ polarity }) => polarity !== 'affirms');
  const allDeny = known.length > 0 && known.every(({ polarity }) => polarity === 'denies');
  const comparable = own.some((text) => text.language === language);
  const whole = polarityOf(sentence);
  const denials = own.map(({ text }) => denialsIn(text) + (lacks.test(text.toLowerCase()) ? 1 : 0));
  if (
    denialsIn(sentence) >
    Math.max(
      1,
      denials.reduce((sum, count) => sum + count, 0),
    )
  )
    return true;
  if (whole === 'denies' && !anyDenies) return true;
  if (whole === 'affirms' && allDeny) return true;
  if (!comparable) return whole === 'affirms' && known.some(({ polarity }) => polarity === 'denies');
  return clausesOf(sentence, language).some((clause) => {
    const best = nearestClauses(clause, known);
    if (best.length === 0) return false;
    if (clause.polarity === 'denies') return best.every(({ polarity }) => polarity === 'affirms');
    return clause.polarity === 'affirms' && whole === 'affirms' && best.every(({ polarity }) => polarity === 'denies');
  });
}

function nearestClauses(clause: Clause, known: readonly Clause[]): Clause[] {
  const shared = known.map(({ stems }) => [...clause.stems].filter((stem) => stems.has(stem)).length);
  const most = Math.max(0, ...shared);
  return most === 0 ? [] : known.filter((_, at) => shared[at] === most);
}
