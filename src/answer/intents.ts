import type { Language } from '../domain/language.ts';
import { type WordPatterns, compileWords, matchesWhole } from './word-patterns.ts';

/** What a question asks for. One question may ask for several. */
export const intents = [
  'who',
  'responsible',
  'partner',
  'when',
  'timetable',
  'count',
  'duration',
  'target',
  'state',
  'list',
  'define',
  'compare',
  'contact',
  'light',
  'education',
  'previous',
  'start',
  'said',
  'duty',
  'post',
  'where',
  'why',
  'changed',
  'yesNo',
] as const;
export type Intent = (typeof intents)[number];

const wordings: Readonly<Record<Exclude<Intent, 'yesNo'>, WordPatterns>> = {
  who: {
    fi: 'kuka | ketkä | ketä | keitä | kenen | kenet | keneltä | mikä taho | mitkä tahot | mikä osasto | mikä yksikkö | mikä organisaatio | mikä virasto | mitkä osastot | mitkä organisaatiot | mitkä viranomaiset | minkä niminen',
    sv: 'vem | vems | vilka personer | vilken avdelning | vilka avdelningar | vilken enhet | vilken instans | vilken organisation | vilka organisationer | vilken myndighet | vilka myndigheter | vilket ämbetsverk | vilka ämbetsverk | vilken part | vilka parter | vad heter',
    en: 'who | who’s | whos | whose | whom | which person | which department | which departments | which body | which bodies | which organi* | which unit | which authorities | which … organi* | which agency | which agencies | which ministry | which ministries | what department | name of',
  },
  responsible: {
    fi: 'vastuussa | vastuu* | päävastuu* | vastaa | vastaavat | vastasi | vastasivat | varmistaa | pitää huolen | pitää huolta | vastaako | vetovastuu* | hoitaa | hoitavat | huolehtii | huolehtivat | huolehti | omistaa | hoiti | hoitivat | johti | johtivat | veti | vetivät | järjesti | järjestivät | toteutti | kenen tehtävä* | kenen työtä | kenen hommi* | johtaa | johtavat | vetää | vetävät | toteuttaa | järjestää',
    sv: 'ansvar | huvudansvar* | ansvarar | ansvarade | ser till att | hand om | vems bord | ledde | drev | skötte | höll i | ansvaret | ansvarig* | ansvars* | står bakom | sköter | håller i | vems uppgift | vems jobb | leder | driver | drar | genomför | ordnar',
    en: 'responsib* | main responsib* | in charge | owner | whose job | whose task | behind | be behind | takes care | take care | accountable | runs | handles | owns | lead | leads | led | heads | headed by | run by | ran | manages | managed | carries out | makes sure | make sure | sees to it | see to it | ensures',
  },
  partner: {
    fi: 'kumppan* | yhteistyökumppan* | yhteistyötah* | yhteistyössä | kenen … kanssa | keiden … kanssa | ketkä … mukana | ketä … mukana | mikä … mukana | kuka … mukana | ketkä muut | osallistuu | osallistuvat | partner*',
    sv: 'partner* | samarbetspartner* | samarbetar | samarbeta | samarbete | i samarbete | tillsammans med | vilka … är med | vilka är med | är med och | vilka … medverkar | vilka … deltar | vem … med | vilken … är med | vilka andra',
    en: 'partner | partners | partnering | cooperat* | co-operat* | collaborat* | works with | work with | working with | together with | who … involved | which … involved | who else | who helps | who … part | which … takes part | which … take part | which … involved',
  },
  when: {
    fi: 'milloin | koska | minä vuonna | minä päivänä | mihin mennessä | mistä alkaen | mistä lähtien | mistä päivästä | mistä ajankohdasta | viimeinen päivä | viimeinen ilmoittautumispäivä | viimeinen hakupäivä | miltä ajalta | mille ajalle | miltä ajanjaksolta | mitä ajanjaksoa | voimaan | voimassa | mihin asti',
    sv: 'när | vilket år | vilket datum | vilken dag | vilken veckodag | sista dag* | sista anmälningsdag* | sista ansökningsdag* | sedan när | vilken period | vilken tidsperiod | från vilken tid | i kraft | till när | fram till när',
    en: 'when | what year | what date | what day | which day | last day | closing date | what month | which year | which month | since when | until when | what period | which period | by what date | by what year | time frame | timeframe | in force | into force | into effect',
  },
  timetable: {
    fi: 'aikatau* | määräai* | takara* | deadline* | päättymis* | mennessä | myöhässä | viivästynyt | mille vuosille | minkä vuosien | minä vuosina | mitä vuosia | ajoitettu | ajoittuu',
    sv: 'tidtabell* | tidsplan* | tidsram* | tidsfrist* | deadline* | slutdatum* | tidsschema* | försenad* | vilka år | under vilka år | till vilket år | vilken tidsperiod',
    en: 'timetable* | schedule* | deadline* | timeline* | due date | due | end date | late | delayed | overdue | which years | what years | by which year | by what year',
  },
  count: {
    fi: 'montako | moniko | monta | kuinka mon* | kuinka paljon | kuinka suuri | kuinka iso | kuinka korkea | miten mon* | miten paljon | miten suuri | paljonko | lukumäärä* | osuus | osuude* | prosent* | prosenttiyksik* | työttömyysaste* | millä sijalla | mille sijalle | monesko | sijoitus | sijoitt*',
    sv: 'hur många | hur mycket | hur stor | hur stort | hur stora | hur hög | vilken andel | vilken placering | antal | antalet | andel | andelen | procent* | arbetslösheten | arbetslöshetsgrad* | arbetslöshetsprocent* | arbetslöshetstal* | vilken plats | vilken placering | placerar',
    en: 'how many | how much | how big | how large | how high | how far | what share | what percentage | what proportion | what number | what rank | what place | number of | percent* | per cent | unemployment rate | share of | rank | ranks | ranked',
  },
  duration: {
    fi: 'kauanko | kuinka kauan | miten kauan | kuinka nopeasti | miten nopeasti | kuinka usein | miten usein | kuinka pitkään | miten pitkään | kuinka pitkä | miten pitkä',
    sv: 'hur länge | hur lång tid | hur lång är | hur långa är | hur snabbt | hur ofta',
    en: 'how long | how soon | how quickly | how fast | how often',
  },
  target: {
    fi: 'tavoite | tavoitteena | tavoitteet | tavoitetta | tavoitteesta | tavoitearvo* | tavoitella* | tavoitellaan | päämäär* | pyritään | pyrkii',
    sv: 'mål | målet | målets | målen | målsättning* | målvärde* | målnivå*',
    en: 'target | targets | aim | aims | objective | objectives | goal | goals',
  },
  state: {
    fi: 'tilanne | tilanteessa | tilanteesta | nykytila* | nyky* | tällä hetkellä | toteutu* | toteute* | edenny* | etene* | edisty* | sujuu | sujunut | sujuvat | missä vaiheessa | valmis | valmiina | valmistunut | uusin | uusimmat | viimeisin | viimeisimmät | seurannassa | seurantatie* | saavutettu* | saatu | tehty | vielä | edelleen | yhä | kuinka pitkällä | miten pitkällä | onnistu* | miten menee',
    sv: 'läget | nuläg* | just nu | hur går | hur långt | hur har … gått | framskrid* | framskrid* | förverklig* | genomfört* | genomförts | färdig* | klar | klart | klara | senaste | uppföljningen | uppnått* | uppnåtts | gjorts | ännu | redan | fortfarande | lyckats',
    en: 'how far has | how far have | status | current | currently | progress* | how is | how are | how’s | so far | latest | achieved | been done | done | happened | yet | follow-up | completed | already | still | succeeded',
  },
  list: {
    fi: 'mitkä | mitä kaikkia | luettele | listaa | kaikki | keitä',
    sv: 'vilka | lista | räkna upp | samtliga | alla',
    en: 'which | list | name all | name the | what are | all | every',
  },
  define: {
    fi: 'mitä on | mitä … tarkoittaa | mitä tarkoittaa | mitä tarkoitetaan | mikä on | mikä … on | mikä se | selitä | tarkoittaa | tarkoitetaan | lyhenne*',
    sv: 'vad är | vad betyder | vad innebär | vad avses | vad står | vad menas | vad gör | förklara | betyder | står för | förkortning*',
    en: 'what is | what’s | whats | what are | what does | explain | define | stand for | stands for | mean | means | abbreviation',
  },
  compare: {
    fi: 'vertaa | verrattuna | ero | eroaa | eroavat | kumpi | kumpaan | kumpaa | kumman | kummassa | kummasta | kummalla | kummalle | kumpikin | kumpaankin | kummassakin | kummallakin | molemm* | sekä | enemmän … vai | enemmän … kuin | vähemmän … vai | vähemmän … kuin',
    sv: 'jämför* | skillnad* | skiljer | både | båda | fler … eller | flera … eller | mer … eller | färre … eller | mindre … eller',
    en: 'compare | compared | difference | differ | differs | both | versus | vs | than | more … or | fewer … or | less … or',
  },
  contact: {
    fi: 'meili* | mistä numerosta | mihin numeroon | numero* … kiinni | saan kiinni | saa kiinni | soittaa | soitan | puhelin* | puhelinnumero* | sähköposti* | yhteystie* | osoite | osoitetta | miten tavoitan | miten tavoittaa | mistä tavoit* | tavoitan | yhteyttä | miten … yhteyden | mistä … yhteyden',
    sv: 'hans nr | hennes nr | ringa | ringer jag | vad e numret | vad är numret | telefon* | telefonnummer | e-post* | epost* | mejl* | kontakta | kontaktuppgift* | kontaktinformation | når jag | numret till | når man | nås | tag på | kommer jag i kontakt',
    en: 'need to ring | ring him | ring her | his nr | her nr | get hold of | what number | phone* | telephone* | e-mail* | email* | contact | contacts | reach him | reach her | how can i reach | how do i reach | how can we reach | how do we reach | how can one reach | how can people reach | how can you reach | how do you reach | how to reach | can be reached | be reached | call him | call her | address | number for',
  },
  light: {
    fi: 'liikennevalo* | väri | väriä | värin | värit | värinen | valo | valon | valot | vihreä* | keltai* | punai* | harmaa*',
    sv: 'trafikljus* | färg* | ljus | ljuset | grön* | gul | gult | gula | röd* | grå | grått',
    en: 'traffic light* | colour* | color* | light | lights | green | yellow | red | grey | gray',
  },
  education: {
    fi: 'koulutus | koulutusta | koulutukse* | koulutustausta* | millainen koulutus | tutkinto | tutkinnon | opiskellut | opiskeli | opinnot | tausta | taustaa | koulutukseltaan | kouluttautunut | *maisteri | *kandidaatti | *tohtori | insinööri | tradenomi',
    sv: 'utbildning | utbildad | examen | studerat | studier | bakgrund | utbildningsbakgrund | *magister | *kandidat | *doktor | ingenjör | tradenom',
    en: 'education | educated | educational | degree | studied | study | qualification* | background | master | bachelor | doctor | mba | engineer',
  },
  previous: {
    fi: 'aiemm* | aiem* | aikaisem* | ennen | edelli* | siirtyy | siirtynyt | työskennellyt | työskenteli | työskentelivät | toiminut | työhistoria* | mistä … siirtyi | mistä … siirtyy | mistä … tuli | mistä … tulee | mistä työstä | mistä tehtävästä | mistä virasta | tausta | taustaa | ura | uran | uraa | entinen | entise* | missä … viimeksi | työskenteli viimeksi | edellinen työ*',
    sv: 'tidigare | före | närmast från | kommer närmast | vilket jobb … lämnade | vilken post … lämnade | vilken tjänst … lämnade | vilket uppdrag … lämnade | har arbetat | har jobbat | arbetade | jobbade | innan | kommer … från | förra | föregående | bakgrund | karriär* | före detta | var … senast | jobbade senast | arbetade senast | senaste jobb* | senaste arbetsplats*',
    en: 'before | what job … leave | which job … leave | what post … leave | job … left | joins from | joined from | has worked | did … work | previous | previously | former | formerly | earlier | used to | come from | came from | career | background | last job | work last | worked last | last work | last worked | last employer',
  },
  start: {
    fi: 'aloittaa | aloitti | aloittavat | alkaa | alkoi | alkaen | astuu | astui | siirtyy | siirtyi',
    sv: 'tillträder | tillträdde | börjar | började | inleder | inledde | övergår | övergick',
    en: 'start | starts | started | begin | begins | began | take up | took up | takes up | take office | takes office',
  },
  said: {
    fi: 'sanoo | sanoi | sano | sanonut | varoitti | varoittaa | varoitteli | valitti | valitteli | harmitteli | harmittelee | pelkää | pelkäsi | lupasi | lupaa | väittää | väitti | totesi | toteaa | muistutti | muistuttaa | pohti | pohtii | uskoo | uskoi | iloitsi | kehui | mieltä | mielestä | ajattelee | korostaa | kommentoi | kommentoinut | kertoo | kertoi | perustelee | toivoo | arvioi | lausuu | mukaan',
    sv: 'säger | sade | sagt | sa | varnade | varnar | klagade | klagar | rädd | befarar | hoppas | lovade | lovar | påstår | påstod | påpekar | påpekade | konstaterar | tror | tyckte | funderar | gläder sig | tycker | anser | menar | motiverar | enligt | uttalar sig | uttalar | kommenterar | berättar | betonar',
    en: 'say | says | said | saying | warn | warns | warned | complain | complains | complained | fear | fears | feared | afraid | worries | worried | hope | hopes | hoped | promise | promised | claim | claims | claimed | believe | believes | argue | argues | argued | pointed out | points out | talks about | talked about | quoted | think | thinks | according to | view | opinion | comment | comments | commented | stress | stresses',
  },
  duty: {
    fi: 'tehtävä | tehtävät | tehtäviä | tehtävänä | toimenkuva* | mitä … tekee | mistä … vastaa | mistä … vastuussa',
    sv: 'uppgift | uppgifter | uppgiften | vad gör | arbetsuppgift* | roll | vad … svara för | vad … svarar för | vad … ansvara för | vad … ansvarar för',
    en: 'job | task | tasks | duties | duty | role | what does … do | what is … responsible for | what will … responsible for',
  },
  post: {
    fi: 'nimike | nimikke* | tehtävänimik* | titteli | missä tehtävässä | mihin virkaan | mihin tehtävään | missä virassa',
    sv: 'titel | befattning | befattningen | vilken tjänst | vilken post | vilken roll',
    en: 'title | position | what post | what job | which post | job title',
  },
  where: { fi: 'missä | mistä | mihin | minne', sv: 'var | varifrån | vart', en: 'where' },
  why: {
    fi: 'miksi | mistä syystä | minkä takia | minkä vuoksi',
    sv: 'varför',
    en: 'why | what for | reason | reasons',
  },
  changed: {
    fi: 'muuttunut | muuttuneet | muutoksia | muutokset | mikä on uutta | mitä uutta | edellisestä seurannasta | edelliseen seurantaan',
    sv: 'ändrats | förändrats | ändringar | förändringar | vad är nytt | vad nytt | sedan förra uppföljningen | jämfört med förra uppföljningen',
    en: 'changed | what is new | what’s new | changes since | since the last follow-up | since the previous follow-up',
  },
};

/** The single words by which questions say what they ask for. */
export function intentWords(language: Language): string[] {
  return Object.values(wordings).flatMap((words) =>
    words[language]
      .split('|')
      .map((word) => word.trim().replace(/\*$/u, ''))
      .filter((word) => /^\p{L}+$/u.test(word)),
  );
}

const patterns = Object.entries(wordings).map(([intent, words]) => ({ intent, words: compileWords(words) }));

/** True when a sentence speaks of what an intent asks for: partners, who leads, where somebody worked before. */
export function mentionsIntent(intent: Exclude<Intent, 'yesNo'>, sentence: string): boolean {
  return patterns.some((pattern) => pattern.intent === intent && pattern.words.test(sentence.toLowerCase()));
}

const yesNoStart = compileWords({
  fi: 'onko | ovatko | oliko | olivatko | voiko | saako | pitääkö | kuuluuko | joko',
  sv: 'är | var | har | pågår | håller | fortsätter | jobbar | arbetar | finns | fanns | kan | ska | blir | blev | fick | hade | kommer | gäller | deltog | deltar | hör | ingår | stämmer | gick | leder | börjar | börja | tog | får | vet | kostar | måste | behöver',
  en: 'is | are | was | were | has | have | did | does | do | can | will | should',
});

/** The intents of a question; empty for a bare name or phrase. */
export function readIntents(text: string): Set<Intent> {
  const folded = text.normalize('NFC').toLowerCase().replaceAll("'", '’').trim();
  const found = new Set<Intent>();
  for (const { intent, words } of patterns) if (isIntent(intent) && words.test(folded)) found.add(intent);
  if (ownSources.test(folded) || !asksWords(folded)) found.delete('said');
  if (whenJoinsClauses.test(folded) || !asksWhen(folded)) found.delete('when');
  const asks =
    found.has('who') || found.has('when') || found.has('count') || found.has('duration') || found.has('define');
  if (startsYesNo(folded) || (!asks && /(?<!\p{L})\p{L}{2,}(?:ko|kö)(?!\p{L})/u.test(folded))) found.add('yesNo');
  return found;
}

/** "… Is that right?": a sentence, or what follows a "but", may ask for yes or no whatever stands before it. */
function startsYesNo(folded: string): boolean {
  return folded
    .split(/[.?!]\s+|(?:^|[\s,])(?:men|mutta|but)\s+/u)
    .some((sentence) => yesNoStart.test(sentence.split(/\s/u)[0] ?? ''));
}

/** "Ottaa mukaan" takes along; only after a genitive is "mukaan" according to. */
const joinsIn =
  /(?<!\p{L})(?:ot(?:taa|taisi|etaan|ettiin|ti)|otta\p{L}+|pääs\p{L}+|läht\p{L}+|tul\p{L}+|mahtu\p{L}+|kutsu\p{L}+|valit\p{L}+)\s(?:\S+\s){0,2}?mukaan(?!\p{L})/gu;

/** "According to your sources" asks Valo, not what somebody said. */
const ownSources = compileWords({
  fi: 'kertovatko asiakirjat | asiakirjat kertovat | kerrotaanko | lähteidesi mukaan | lähteiden mukaan | asiakirjojen mukaan | asiakirjan mukaan | dokumenttien mukaan | aineiston mukaan | taulukon mukaan | seurannan mukaan',
  sv: 'säger dokumenten | dokumenten säger | framgår | enligt dina … källor | enligt dina källor | enligt dokumenten | enligt dokumentet | enligt källorna | enligt tabellen | enligt uppföljningen | enligt materialet',
  en: 'do the documents | documents say | according to your … sources | according to your documents | according to the document | according to the documents | according to the table | according to the follow-up',
});

/** True for a question that yes or no answers. */
export function isYesNo(text: string): boolean {
  return readIntents(text).has('yesNo');
}

/** "Those who think …" and "it is hoped" ask nobody's words. */
function asksWords(folded: string): boolean {
  return mentionsIntent('said', folded.replace(inPassing, ' ').replace(joinsIn, ' ').replace(evaluates, ' '));
}

/** "Kuka arvioi hanketta?" asks who evaluates it, not whose words they are. */
const evaluates = /(?<!\p{L})(?:kuka|ketkä|mikä \p{L}+)\sarvioi(?=\s\p{L})(?!\setteivät|\sett[äe])/gu;

const inPassing =
  /(?<!\p{L})(?:som|jotka|who)\s(?:\p{L}+\s){2,3}(?:funderar|tror|hoppas|pohtii|pohtivat|uskovat|think|hope)(?!\p{L})|(?<!\p{L}|det\s)(?:som|jotka|(?:those|people|anyone|them) who)\s(?:\p{L}+\s)?\p{L}+|(?<!\p{L})(?:was|were|is|are|been)\s(?:it\s)?(?:hoped|said|thought|believed|feared|claimed|promised)(?!\p{L})/gu;

/** "När det gäller …" names a subject, not a time. */
function asksWhen(folded: string): boolean {
  return mentionsIntent('when', folded.replace(whenOfSubject, ' '));
}

const whenOfSubject = /när det (?:gäller|gällde|kommer till)|when it comes to|vad gäller/gu;

/** "Vem är partner när staden …": a "when" inside a question that asks something else joins clauses. */
const whenJoinsClauses =
  /^(?:vem|vad|vilken|vilket|vilka|hur|var|who|what|which|how|where|is|are|do|does|did|can|är|har|kan)\s(?!.*(?:och|and|,|:)\s(?:när|when))(?!.*(?:tidtabell|timetable|deadline|vilket år|which year))\S.*\s(?:när|when)\s/u;

function isIntent(word: string): word is Intent {
  return (intents as readonly string[]).includes(word);
}

/** Words that say how something is asked, not about what, so that evidence need not repeat them: beside those of the intents. */
const otherAskingWords = compileWords({
  fi: 'paljon | oikein | muuten | kukas | mitäs | mites | joku | jotain | suuri | suuren | suuret | suuria | monta | moni | monen | määrä | määrän | kerro | kertoa | kysymys | vastaus | luettele | dokumentti* | dokumentin | asiakirja* | asiakirjojen | lähde | lähteen | sivu | sivun | sivulla | sivulta | teksti* | artikkeli* | uutinen | uutisen | luku | luvut | oikein | oikeastaan | henkilö | henkilön | henkilöt | taho | tahot | tahoa | organisaatio* | viranomais* | asia | asian | asiaa | asiat | molemmat | yhdessä | mukana | takana | osallistui | osallistuivat | osallistuu | vuosi | ajalta | ajalle | vuonna | vuoden | vuotta | kuukausi | kuukaudessa | kuukauden | päivä | päivämäärä | nimi | nimeltä | nyt | tänään | nykyään | nykyisin | käy | käydä | käyvät | kävi | tulee | tulevat | tullut | tehdään | tekee | tekevät | saa | saavat | saada | antaa | antavat | ottaa | ottavat | pitää | löytyy | löytää | kuuluu | kuuluvat | käytetään | tapahtuu | tapahtui | tapahtunut | tarkalleen | täsmälleen | tiedossa | tiedetään | mainitaan | mainittu | nimetty | sanotaan | liittyen | liittyvät | koskien | osalta | suhteen | lähteesi | lähteidesi | lähteistäsi | omat | nopeasti | kauan | kauanko | edelleen | yhä | enää | ehkä | yleensä | toimenpide | toimenpiteen | toimenpidettä | toimenpiteet | toimenpiteitä | toimenpiteistä | toimenpiteessä | toimenpiteelle | toimenpiteestä | toimenpiteiden | yksi | yhden | yhtä | yhdellä | yhdelle | yhdeltä',
  sv: 'mycket | nåt | nån | något | vadå | va | typ | liksom | många | stor | stort | stora | frågan | fråga | svar | dokument* | källa | källan | sida | sidan | text | texten | artikel | artikeln | nyhet | nyheten | siffra | siffran | siffror* | egentligen | person | personen | personer | sak | saker | organisation* | instans* | myndighet* | båda | tillsammans | bakom | deltog | deltar | år | året | åren | månad | månaden | månader | dag | dagen | datum | heter | namn | namnet | kallas | ge | anges | nu | idag | numera | får | fått | kommer | går | tar | tas | ger | håller | ligger | sitter | finns | hör | hamnar | görs | gör | används | händer | hände | hänt | skett | exakt | känt | nämns | nämnda | namnges | sägs | gällande | angående | beträffande | källor | källorna | dina | egna | snabbt | länge | fortfarande | längre | kanske | vanligtvis | stycken | väntar | åtgärd | åtgärden | åtgärdens | åtgärder | åtgärderna | gäller | gällde | väntas | väntades | förväntas',
  en: 'much | earth | please | many | big | large | question | answer | document* | source | sources | page | pages | text | article | news | figure | figures | numbers | actually | really | exactly | exact | person | people | thing | things | both | together | involved | part | year | years | month | months | monthly | day | date | dates | name | names | named | called | give | given | now | today | nowadays | get | gets | got | getting | take | takes | taking | took | taken | go | goes | going | went | come | comes | coming | make | makes | made | making | put | keep | keeps | find | found out | use | used | sit | sits | happen | happens | happening | known | mention | mentioned | mentions | stated | regarding | concerning | quickly | soon | long | fast | still | anymore | maybe | usually | correct | right | true | belong | belongs | waiting | wait | organisation* | organization* | body | bodies | authority | authorities | me | someone | anyone | whole | sort | kind | type | out | potential | measure | measures | expected',
});

/** True for a word or phrase that carries an intent or is light, as "who", "deadline" or "takes" are. */
export function isAskingWord(word: string): boolean {
  const folded = word.replaceAll("'", '’');
  if (topical.test(folded)) return false;
  return matchesWhole(otherAskingWords, folded) || patterns.some(({ words }) => matchesWhole(words, folded));
}

/** Words of intents that are also what a question is about, so that evidence should hold them: "education", "phone", "unemployment rate". */
const topical = compileWords({
  fi: 'koulutus* | tutkin* | opin* | tausta* | puhelin* | sähköposti* | osoite* | osuu* | prosent* | työttömyys* | sijoi* | liikennevalo* | valo* | väri* | vihreä* | keltai* | punai* | harmaa* | kumpi | ura* | yhteistyö* | tehtäv*',
  sv: 'utbild* | examen | studi* | bakgrund | telefon* | e-post* | epost* | mejl* | andel* | procent* | arbetslös* | plac* | trafikljus* | ljus* | färg* | grön* | gul* | röd* | grå* | karriär* | samarbet* | uppgift*',
  en: 'educat* | degree | stud* | qualif* | background | phone* | telephone* | email* | e-mail* | address | share | percent* | unemploy* | rank* | traffic | light* | colour* | color* | green | yellow | red | grey | gray | career | collaborat* | cooperat* | co-operat* | task* | dut* | role',
});
