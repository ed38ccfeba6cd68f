import { isYesNo } from './intents.ts';
import { asksMoney, hasMoney } from './sentence-type.ts';
import { compileWords } from './word-patterns.ts';

/**
 * `needed`: without words of that shape there is no answer; else they only say which sentence answers best. `word`: what the property is
 * called, so that a sentence with the shape says it. `strength`: how much better a sentence with the shape suits, default 1.5.
 */
type Property = { asked: RegExp; answers: RegExp; needed: boolean; word?: RegExp; strength?: number };

const clock =
  /(?<!\p{L})(?:klo|kello|klockan|kl\.?)\s?\d|(?<!\p{L})(?:at|until|till|from)\s\d{1,2}(?![\d.]*\s?\p{L}|\.?\d)|\b\d{1,2}[.:]\d{2}\b(?!\.?\d)|\d\s?[ap]\.?m\b/u;
const hours = new RegExp(`${clock.source}|\\b\\d{1,2}(?:[.:]\\d{2})?\\s?[–-]\\s?\\d{1,2}(?:[.:]\\d{2})?\\b`, 'u');
const weekday =
  /(?<!\p{L})(?:maanantai|tiistai|keskiviik|torstai|perjantai|lauantai|sunnuntai|arkisin|arkipäiv|päivittäin|måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag|vardag|dagligen|monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekday|daily|every day)/iu;
const languageName =
  /(?<!\p{L})(?:suome(?:n|a|ksi|lla)|ruotsi|englan|arabia|ukrainaksi|ukrainan k|venäj|espanja|somali|viro(?:n|a|ksi)|saame|persia|ranska|saksa(?:n|a|ksi)|kiina|kurdi|vietnam|turki(?:n|a|ksi)|finska|svenska|engelska|arabiska|ukrainska|ryska|spanska|somaliska|estniska|samiska|persiska|franska|tyska|kinesiska|kurdiska|turkiska|finnish|swedish|english|arabic|ukrainian|russian|spanish|estonian|persian|dari|french|german|chinese|kurdish|turkish)/giu;

const audience = compileWords({
  fi: 'kenelle | keille | kuka voi | ketkä voivat | kuka saa | ketkä saavat | millaisille | minkälaisille | minkä kokoisille | minkä ikäisille | minkä kokoiset | minkä ikäiset | kohderyhmä*',
  sv: 'för vem | för vilka | till vem | vem kan | vem får | vilka kan | vilka får | hurdana … för | målgrupp* | hur stora företag',
  en: 'who can | who may | who is eligible | for whom | who is … for | who’s it for | what size | aimed at | target group | who is allowed',
});

/** Properties that only words of one shape can answer: an address, opening hours, a telephone number, an age, languages. */
const properties: readonly Property[] = [
  {
    needed: true,
    asked: compileWords({
      fi: 'mihin aikaan | mihin kellonaikaan | monelta | moneenko asti | kuinka myöhään | miten myöhään | kellonaika*',
      sv: 'vilken tid | vilka tider | vilket klockslag | hur dags | hur sent',
      en: 'what time | what times | how late | how early',
    }),
    answers: clock,
  },
  {
    needed: true,
    asked: compileWords({
      fi: 'osoite | osoitteessa | osoitteesta | katuosoite* | käyntiosoite*',
      sv: 'adress* | gatuadress* | besöksadress*',
      en: 'address | street address',
    }),
    answers:
      /\p{Ll}(?:katu|katu\p{Ll}+|tie|tiellä|gatan|vägen|gränd|esplanad\p{Ll}*)\s?\d*|\p{Ll}(?:kuja|polku|tori|aukio|ranta|kaari|raitti|väylä|torg|torget|stigen|kajen|platsen|stranden)\p{Ll}*\s\d|(?:osoite|osoitteessa|adress(?:en)?|address)\s(?:on\s|är\s|is\s)?\p{Lu}|\b\d{5}\s\p{Lu}|\b\d+\s\p{Lu}\p{Ll}+\s(?:Street|Road|Avenue|Lane|Square)\b|https?:/u,
  },
  {
    needed: true,
    asked: compileWords({
      fi: 'aukiolo*',
      sv: 'öppettid* | öppethållning*',
      en: 'opening hours | opening times',
    }),
    answers: hours,
  },
  {
    needed: true,
    asked: compileWords({
      fi: 'minä viikonpäivänä | minä viikonpäivinä | mitkä viikonpäivät | minä päivänä viikosta | minä päivinä',
      sv: 'vilken veckodag | vilka veckodagar | vilka dagar | vilken dag i veckan',
      en: 'day of the week | days of the week | which weekday* | what days | which days',
    }),
    answers: weekday,
    word: compileWords({
      fi: 'päiv* | viikonpäiv* | viiko*',
      sv: 'dag* | veckodag* | vecka*',
      en: 'day* | weekday* | week*',
    }),
  },
  {
    needed: true,
    asked: compileWords({ fi: 'sähköposti*', sv: 'e-post* | epost* | mejl*', en: 'e-mail* | email*' }),
    answers: /\S(?:@|\(at\))\S/u,
  },
  {
    needed: true,
    asked: compileWords({
      fi: 'puhelin* | puhelinnumero* | mihin numeroon | mistä numerosta | mikä … numero',
      sv: 'telefon* | telefonnummer | vilket nummer | till vilket nummer',
      en: 'phone* | telephone* | what number … call | which number',
    }),
    answers: /\+?\d[\d\s-]{6,}\d/u,
  },
  {
    needed: true,
    asked: compileWords({
      fi: 'kuinka vanha | miten vanha | minkä ikäinen | syntymävuosi* | syntymäpäivä* | milloin … syntynyt | milloin … syntyi',
      sv: 'hur gammal | vilken ålder | född | födelseår | födelsedag',
      en: 'how old | what age | age of | born | date of birth | year of birth | birthday',
    }),
    answers:
      /(?<!(?:alle|yli|under|over|minst|vähintään)\s)\b\d{1,3}(?:[-–\s]vuotias(?!\p{L})|[-\s]vuotta vanha|\sår gammal|-årig(?!\p{L})|-åring(?!\p{L})|\syears old|-year-old)|(?<!\p{L})(?:syntyi|syntynyt|född|föddes|born)(?!\p{L})|\baged \d/u,
  },
  {
    needed: true,
    asked: compileWords({
      fi: 'missä … asuu | missä hän asuu | kotoisin | kotikaupunki* | kotipaikka* | kotikunta',
      sv: 'var bor | hemort* | hemstad* | hemkommun | var … hemma',
      en: 'where does … live | hometown | home town | where is … originally | lives where | born and raised',
    }),
    answers:
      /(?<!\p{L})(?:asuu|asunut|asuva|kotoisin|syntyisin|kotikaupun|bor|bott|bosatt|hemma|uppvuxen|född|lives|lived|live|native|hometown|born|raised|moved to|muutti|flyttade)/iu,
  },
  {
    needed: true,
    asked: compileWords({
      fi: 'millä kielellä | millä kielillä | mitä kieliä | mitkä kielet | mitä kieltä | mille kielille | mitkä … kielet',
      sv: 'vilka språk | vilket språk',
      en: 'what language | what languages | which language | which languages | in what … languages',
    }),
    answers: languageName,
    word: compileWords({ fi: 'kiel*', sv: 'språk*', en: 'language*' }),
  },
  {
    needed: true,
    asked: compileWords({
      fi: 'palkka | palkkaa | palkan | paljonko … ansaitsee | tienaa',
      sv: 'lön | lönen | månadslön* | hur mycket … tjänar',
      en: 'salary | wage* | how much … earn | how much … earns | how much … paid | get paid',
    }),
    answers: /(?:palkk|palka|ansio|lön|salar|wage|earn|kuukaudessa|i månaden|a month|per month)/iu,
  },
  {
    needed: true,
    asked: compileWords({
      fi: 'maksaa itse | itse maksaa | omarahoitusosuu* | omarahoitu*',
      sv: 'betalar … själv | betalar själv | egen andel | egenfinansiering*',
      en: 'pay itself | pays itself | own share | itself pay | itself contribute | own contribution',
    }),
    answers:
      /(?<!\p{L})(?:itse|oma|oman|omarahoitu\p{L}*|loput|loppuosan|osuus|osuuden|själv|egen|eget|resten|andel|andelen|itself|own|rest|share|remaining|city covers|city pays|kaupunki maksaa|staden betalar)(?!\p{L})/iu,
  },
  {
    needed: true,
    asked: compileWords({
      fi: 'prosentti | prosenttia | työttömyysprosent* | työttömyysaste* | kuinka monta prosenttia',
      sv: 'procent | hur många procent | arbetslöshetsgrad* | arbetslöshetsprocent*',
      en: 'percentage | per cent | percent | unemployment rate',
    }),
    answers:
      /%|pros|procent|per\s?cent|puolet|puolella|hälften|half|third|kolmas|kolmann|kolmasosa|neljän|quarter|tredje|fjärde|var femte|viides|aste/iu,
  },
  {
    needed: true,
    asked: compileWords({
      fi: 'kuka rahoittaa | ketkä rahoittavat | mikä taho rahoittaa | rahoittaja* | mistä rahoitus | mistä … rahoitus | mistä … rahat',
      sv: 'vem finansierar | vilka finansierar | finansiär* | varifrån … pengarna | var … pengarna | vem bekostar',
      en: 'who funds | who finances | who pays for | funder* | financed by | funded by | where does … money | which … fund supports',
    }),
    answers:
      /(?:rahoit|rahasto|kustanta|finansier|fond|bekost|står för|covers|fund|financ|pays|paid|grant|avustu|bidrag|understöd|tuella)/iu,
  },
  {
    needed: false,
    strength: 2.2,
    asked: audience,
    answers:
      /(?<!\p{L})(?:tarkoitett|suunnat|kohderyhm|kaikille|alle \d|yli \d|avse(?:dd|tt)|rikta|målgrupp|öppe[nt] för|vänder sig|meant for|aimed at|intended for|open to|eligible|is for|designed for|aged)|\d+[–-]\d+[-\s](?:vuotia|årig|year)/iu,
  },
  {
    needed: false,
    asked: compileWords({
      fi: 'mihin asti | mihin mennessä | viimeistään | mihin saakka | milloin … päättyy | määräaika* | kuinka pitkään | miten pitkään',
      sv: 'senast | till när | fram till när | när slutar | när går … ut | sista dag* | hur länge',
      en: 'until when | by when | by what date | deadline | how long | when does … end | when does … close | latest',
    }),
    answers:
      /(?<!\p{L})(?:mennessä|saakka|asti|viimeistään|päättyy|loppuun|kestää|määräaika|senast|till och med|fram till|utgången av|slutar|pågår|until|by|before|no later|deadline|ends|closes|lasts|through|to the end)(?!\p{L})/iu,
  },
  {
    needed: false,
    asked: compileWords({
      fi: 'auki | avoinna',
      sv: 'öppet | öppen',
      en: 'open | opens',
    }),
    answers: new RegExp(`(?<!\\p{L})(?:auki|avoinna|öppe[nt]|open)(?!\\p{L})(?=.*(?:${clock.source}))`, 'iu'),
    strength: 2,
  },
];

/** "Place: Market Square": lines of a notice that name what they tell. */
const labels: readonly { asked: RegExp; label: RegExp }[] = [
  {
    asked: compileWords({
      fi: 'milloin | mihin aikaan | koska | minä päivänä',
      sv: 'när | vilken dag | vilken tid',
      en: 'when | what time | what date | which day',
    }),
    label: /^(?:aika|ajankohta|milloin|päivä|tid|när|datum|time|when|date)\s?:/iu,
  },
  {
    asked: compileWords({ fi: 'missä | minne | mihin paikkaan', sv: 'var | vart', en: 'where' }),
    label: /^(?:paikka|missä|osoite|plats|var|adress|place|venue|where|location|address)\s?:/iu,
  },
  {
    asked: compileWords({
      fi: 'maksaa | hinta | maksullinen | maksuton',
      sv: 'kostar | pris | priset',
      en: 'cost | costs | price | fee',
    }),
    label: /^(?:hinta|osallistumismaksu|maksu|pris|avgift|price|cost|fee|admission)\s?:/iu,
  },
  {
    asked: compileWords({ fi: 'ilmoittautu* | ilmoittaudu*', sv: 'anmäl*', en: 'register | registration | sign up' }),
    label: /^(?:ilmoittautuminen|ilmoittautumiset|anmälan|anmälningar|registration|sign-up)\s?:/iu,
  },
  {
    asked: compileWords({
      fi: 'järjestää | järjestäjä*',
      sv: 'ordnar | arrangör* | arrangerar',
      en: 'organises | organizes | organiser* | organizer*',
    }),
    label: /^(?:järjestäjät?|arrangör(?:er)?|organisers?|organizers?|organised by)\s?:/iu,
  },
];

/** True for a line that names what it tells, in few words before a colon. */
export function isLabelled(words: string): boolean {
  return labels.some(({ label }) => label.test(words));
}

/** True when the question asks for a property that none of the words can be. */
export function lacksProperty(question: string, words: string): boolean {
  const folded = fold(question);
  const asked = properties.filter((property) => property.needed && property.asked.test(folded));
  if (asksMoney(question) && !isYesNo(question) && !asksFunder(folded) && !hasMoney(words) && !isFree(words))
    return true;
  return asked.some(({ answers }) => !holds(answers, words));
}

/** How well a sentence's shape suits the properties that a question asks for: a factor around 1, 1 where none is asked for. */
export function propertyFit(question: string, words: string): number {
  const folded = fold(question);
  const labelled = labels.some(({ asked, label }) => asked.test(folded) && label.test(words)) ? 2 : 1;
  return properties.reduce((fit, { asked, answers, strength = 1.5 }) => {
    if (!asked.test(folded)) return fit;
    if (!holds(answers, words)) return fit * 0.7;
    const several = answers.global && (words.match(answers) ?? []).length > 1;
    return fit * (several ? 2 : strength);
  }, labelled);
}

/** True when words have the shape of the property that a word of the question names: "English and Arabic" says "languages". */
export function saysProperty(word: string, question: string, words: string): boolean {
  if (asksMoney(word)) return hasMoney(words);
  const folded = fold(question);
  const named = word.toLowerCase();
  return properties.some(
    ({ asked, answers, word: called }) => called?.test(named) && asked.test(folded) && holds(answers, words),
  );
}

/** Says days of the week or times of the day. */
export function saysHours(words: string): boolean {
  return weekday.test(words) || clock.test(words);
}

/** Asks when something is open, day by day: no event answers that. */
export function asksHours(question: string): boolean {
  return openingHours.test(fold(question));
}

const openingHours = compileWords({
  fi: 'aukiolo* | auki | avoinna',
  sv: 'öppettid* | öppethållning* | öppet | öppen',
  en: 'opening hours | opening times | how late … open | what time … open | is … open | are … open',
});

/** Asks whom something is for, not who somebody is. */
export function asksAudience(question: string): boolean {
  return audience.test(fold(question));
}

function holds(answers: RegExp, words: string): boolean {
  answers.lastIndex = 0;
  return answers.test(words);
}

function fold(question: string): string {
  return question.toLowerCase().replaceAll("'", '’');
}

/** Asks who pays, not how much. */
function asksFunder(question: string): boolean {
  return funder.test(question);
}

const funder = compileWords({
  fi: 'kuka rahoittaa | ketkä rahoittavat | mikä taho rahoittaa | rahoittaja | rahoittajat | mistä … rahat',
  sv: 'vem finansierar | vilka finansierar | finansiär* | varifrån … pengarna | vem betalar | vem bekostar',
  en: 'who funds | who finances | who pays | funder* | where does … money',
});

/** "Free of charge" says what something costs. */
function isFree(words: string): boolean {
  return free.test(words.toLowerCase());
}

const free = compileWords({
  fi: 'maksuton | maksutonta | maksuttom* | ilmai*',
  sv: 'gratis | avgiftsfri* | kostnadsfri*',
  en: 'free of charge | for free | is free | a free | no charge | without charge',
});
