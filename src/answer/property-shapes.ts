import { countryName } from './country-names.ts';
import { toldProperties } from './told-shapes.ts';
import type { Property } from './property.ts';
import { spanOfTime } from './spans-of-time.ts';
import { compileWords } from './word-patterns.ts';

/** A time of the day. */
export const clock =
  /(?<!\p{L})(?:klo|kello|klockan|kl\.?)\s?\d|(?<!\p{L})(?:at|until|till|from)\s\d{1,2}(?![\d.]*\s?\p{L}|\.?\d)|\b\d{1,2}[.:]\d{2}\b(?!\.?\d)|\d\s?[ap]\.?m\b/u;
const hours = new RegExp(
  `${clock.source}|\\bat\\s\\d|\\b\\d{1,2}(?:[.:]\\d{2})?\\s?[–-]\\s?\\d{1,2}(?:[.:]\\d{2})?\\b`,
  'u',
);
/** Days of the week, or every day. */
export const weekday =
  /(?<!\p{L})(?:maanantai|tiistai|keskiviik|torstai|perjantai|lauantai|sunnuntai|arkisin|arkipäiv|päivittäin|måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag|vardag|dagligen|monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekday|daily|every day)/iu;
/** "Which days" may be answered by dates as well. */
const weekdayOrDate = new RegExp(`${weekday.source}|\\b\\d{1,2}\\.?\\s?[–-]\\s?\\d{1,2}\\.\\s?(?:\\d|\\p{L})`, 'iu');
const languageName =
  /(?<!\p{L})(?:suome(?:n|a|ksi|lla)|ruotsi|englan|arabia|ukrainaksi|ukrainan k|venäj|espanja|somali|viro(?:n|a|ksi)|saame|persia|ranska|saksa(?:n|a|ksi)|kiina|kurdi|vietnam|turki(?:n|a|ksi)|finska|svenska|engelska|arabiska|ukrainska|ryska|spanska|somaliska|estniska|samiska|persiska|franska|tyska|kinesiska|kurdiska|turkiska|finnish|swedish|english|arabic|ukrainian|russian|spanish|estonian|persian|dari|french|german|chinese|kurdish|turkish)/giu;

/** Asks whom something is for. */
export const audience = compileWords({
  fi: 'kenelle | keille | kuka voi | ketkä voivat | kuka saa | ketkä saavat | millaisille | minkälaisille | minkä kokoisille | minkä ikäisille | minkä kokoiset | minkä ikäiset | kohderyhmä*',
  sv: 'för vem | för vilka | till vem | vem kan | vem får | vilka kan | vilka får | hurdana … för | målgrupp* | hur stora företag',
  en: 'who can | who may | who is eligible | for whom | who is … for | who’s it for | what size | aimed at | target group | who is allowed',
});

/** Asks how something is applied for, booked or taken part in. */
export const howTo = compileWords({
  fi: 'miten … varataan | miten varaan | miten voi varata | mistä varaan | miten haen | miten voin hakea | miten haetaan | kuinka haen | miten uusin | miten ilmoittaudun | miten saan oleskelu* | mitä liitteitä | mitkä liitteet | mitä papereita | mitä asiakirjoja tarvit*',
  sv: 'hur bokar | hur kan man boka | hur ansöker | hur söker jag | hur förnyar | hur anmäler | hur gör jag | vilka bilagor | vilka papper | vilka handlingar',
  en: 'how do i book | how can i book | how do you book | how do i apply | how can i apply | how do i renew | how can i renew | how do i register | how do i sign up | which attachments | what attachments | which papers | what papers | what documents do i need | which documents do i need',
});

/** Asks for days of the week. */
export const asksForWeekday = compileWords({
  fi: 'minä viikonpäivänä | minä viikonpäivinä | mitkä viikonpäivät | minä päivänä viikosta | minä päivinä',
  sv: 'vilken veckodag | vilka veckodagar | vilka dagar | vilken dag i veckan',
  en: 'day of the week | days of the week | which weekday* | what days | which days',
});

/** Properties that only words of one shape can answer: an address, opening hours, a telephone number, an age, languages. */
export const properties: readonly Property[] = [
  ...toldProperties,
  {
    needed: true,
    asked: howTo,
    answers:
      /https?:|www\.|@|\(at\)|(?<!\p{L})(?:hae|hakemu|ilmoittaudu|varaa|ota yhteyt|täytä|lomake|ansökning|ansök |anmäl |boka |kontakta|blankett|apply (?:by|at|with|online)|applications? (?:are|is|form)|register at|sign up|book an?|contact )/iu,
  },
  {
    needed: true,
    asked: compileWords({
      fi: 'milloin … perustettiin | milloin … perustettu | minä vuonna … perustettiin | minä vuonna … perustettu | perustamisvuosi* | perustettu milloin',
      sv: 'när grundades | när … grundades | vilket år grundades | när bildades | när inrättades | vilket år inrättades | grundades när | grundad när',
      en: 'when was … founded | when was … established | when was … set up | what year was … founded | what year was … set up | what year was … established | which year was … founded | which year was … set up | founded when | founding year',
    }),
    answers:
      /(?<!\p{L})(?:peruste|perusti|aloitt|aloita|avat|avautu|grunda|bilda|inrätta|inled|start|öppn|found|establish|set up|launch|open|began|begin)/iu,
  },
  {
    needed: true,
    asked: compileWords({
      fi: 'maksullinen | maksullista | pitääkö … maksaa | täytyykö … maksaa | maksaako | jäsenmaksu* | osallistumismaksu*',
      sv: 'avgiftsbelagd* | måste … betala | behöver … betala | kostar det | medlemsavgift* | deltagaravgift*',
      en: 'is there a fee | have to pay | need to pay | do you pay | does it cost | cost anything | membership fee* | participation fee*',
    }),
    answers:
      /€|(?<!\p{L})(?:euro|ei maksa|kostar in|costs nothing|maksut|maksullin|ilmai|gratis|avgiftsfri|kostnadsfri|avgift|free of charge|for free|free|fee)/iu,
    word: compileWords({
      fi: 'maksull* | maksaa | maksu | jäsenmaksu* | osallistumismaksu*',
      sv: 'avgift* | avgiftsbelag* | kostar | betala | medlemsavgift* | deltagaravgift*',
      en: 'fee* | cost* | pay',
    }),
  },
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
    asked: asksForWeekday,
    answers: weekdayOrDate,
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
      fi: 'sukunimi | sukunimeä | sukunimen | koko nimi',
      sv: 'efternamn* | tillnamn* | hela namn*',
      en: 'surname | last name | family name | full name',
    }),
    answers: /\p{Lu}\p{Ll}+[ -]\p{Lu}\p{Ll}+/u,
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
      fi: 'millä kielellä | millä kielillä | mitä kieliä | mitkä kielet | mitä kieltä | mille kielille | millä … kielellä | millä … kielillä | mitkä … kielet',
      sv: 'vilka språk | vilket språk | vilka … språk',
      en: 'what language | what languages | which language | which languages | which … languages | in what … languages',
    }),
    answers: languageName,
    word: compileWords({ fi: 'kiel*', sv: 'språk*', en: 'language*' }),
  },
  {
    needed: true,
    asked: compileWords({
      fi: 'palkka | palkkaa | palkan | paljonko … ansaitsee | tienaa',
      sv: 'lön | lönen | månadslön* | hur mycket … tjänar',
      en: 'salary | wages | what wage | which wage | the wage of | hourly wage | how much … earn | how much … earns | how much … paid | get paid',
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
      fi: 'prosentti | prosenttia | työttömyysprosent* | työttömyysaste* | mikä on … työllisyysprosent* | mikä on … työllisyysaste* | kuinka monta prosenttia',
      sv: 'procent | hur många procent | arbetslöshetsgrad* | arbetslöshetsprocent* | vad är … sysselsättningsgrad* | hur hög är … sysselsättningsgrad* | vad är … sysselsättningsprocent* | hur hög är … sysselsättningsprocent*',
      en: 'percentage | per cent | percent | unemployment rate | what is … employment rate | what’s … employment rate',
    }),
    answers:
      /\d\s?(?:%|pros|procent|per\s?cent)|(?<!\p{L})(?:puolet|puolella|hälften|half|third|kolmas|kolmann|kolmasosa|neljän|quarter|tredje|fjärde|var femte|joka \p{L}+s(?!\p{L})|\p{L}+ prosent|\p{L}+ procent)/iu,
  },
  {
    needed: true,
    asked: compileWords({
      fi: 'kuka rahoittaa | ketkä rahoittavat | mikä taho rahoittaa | rahoittaja* | mistä rahoitus | mistä … rahoitus | mistä … rahat',
      sv: 'vem finansierar | vilka finansierar | finansiär* | varifrån … pengarna | var … pengarna | vem bekostar',
      en: 'who funds | who finances | who pays for | funder | funders | financed by | funded by | where does … money | which … fund supports',
    }),
    answers:
      /(?:rahoit|rahasto|kustanta|finansier|fond|bekost|står för|covers|fund|financ|pays|paid|grant|avustu|bidrag|understöd|tuella)/iu,
  },
  {
    needed: true,
    asked: compileWords({
      fi: 'mistä maista | mistä maasta | mihin maihin | mihin maahan | missä maissa | mitkä maat | minkä maalaisia | minkä maan',
      sv: 'vilka länder | vilket land | vilket hemland',
      en: 'which countries | what countries | which country | what country | what nationalities | which nationalities',
    }),
    get answers() {
      return countryName();
    },
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
      fi: 'kuinka pitkään | miten pitkään | kuinka kauan | miten kauan | kauanko',
      sv: 'hur länge | hur lång tid',
      en: 'how long',
    }),
    answers: spanOfTime,
  },
  {
    needed: false,
    asked: compileWords({
      fi: 'mihin asti | mihin mennessä | viimeistään | mihin saakka | milloin … päättyy | määräaika* | viimeinen *päivä',
      sv: 'senast | till när | fram till när | när slutar | när går … ut | sista *dag*',
      en: 'until when | by when | by what date | deadline | when does … end | when does … close | latest | last day | closing date',
    }),
    answers:
      /(?<!\p{L})(?:mennessä|saakka|asti|viimeistään|päättyy|loppuun|kestää|määräaika|viimeinen \p{L}*päivä|sista \p{L}*dag(?:en)?|senast|till och med|fram till|utgången av|slutar|pågår|until|by|before|no later|deadline|ends|closes|lasts|through|to the end)(?!\p{L})/iu,
  },
  {
    needed: false,
    strength: 2,
    asked: compileWords({
      fi: 'noussut vai laskenut | kasvanut vai vähentynyt | lisääntynyt vai vähentynyt | nousiko | laskiko | kasvoiko | vähenikö',
      sv: 'ökat eller minskat | stigit eller sjunkit | ökade eller minskade',
      en: 'risen or fallen | increased or decreased | gone up or down | grown or shrunk | go up or down',
    }),
    answers:
      /(?<!\p{L})(?:edellis\p{L}+|aiemmin|aikaisemmin|enemmän|vähemmän|kasvoi|kasvanut|nousi|noussut|laski|laskenut|väheni|vähentynyt|tidigare|än i fjol|fler|färre|ökade|ökat|steg|stigit|sjönk|sjunkit|minskade|minskat|earlier|than|rose|risen|fell|fallen|grew|grown)(?!\p{L})/iu,
  },
  {
    needed: false,
    strength: 1.6,
    asked: compileWords({
      fi: 'minä päivänä … auki | minä päivänä … avoinna | minä päivänä … palvellaan | minä päivänä … palvelee | minä päivänä … paikalla | minä päivänä … saa',
      sv: 'vilken dag … öppet | vilken dag … öppen | vilken dag … betjän* | vilken dag … på plats | vilken dag … får',
      en: 'which day … open | what day … open | which day … served | what day … served | which day … available | what day … available | which day … there | what day … there | which day … get | what day … get | which day … held | what day … held',
    }),
    answers: weekday,
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
