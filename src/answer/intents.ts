/** What a question asks for. One question may ask for several. */
export const intents = [
  'who',
  'responsible',
  'partner',
  'when',
  'count',
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
  'where',
  'why',
  'yesNo',
  'changed',
] as const;
export type Intent = (typeof intents)[number];

type Wording = { intent: Intent; words: RegExp };

/** Finnish, Swedish and English wordings side by side; a question is often mixed. Matched on the folded lower-case question. */
const wordings: readonly Wording[] = [
  { intent: 'who', words: /(?<!\p{L})(?:kuka|ketkä|ketä|kenen|kenellä|kenelle|kene\p{L}*|mikä taho|mitkä tahot|vem|vems|who|whose|whom|which (?:person|department|body|organi[sz]ation|unit)|vilken (?:avdelning|enhet|instans|organisation|myndighet)|mikä (?:osasto|yksikkö|organisaatio|virasto))(?!\p{L})/u },
  { intent: 'responsible', words: /vastuu|(?<!\p{L})vastaa(?:vat|vana|ko)?(?!\p{L})|vetovastuu|hoitaa|huolehti|(?<!\p{L})omistaa|kenen (?:tehtävä|työtä|vastuulla|hommi)|ansvar|står bakom|sköter|håller i|vems (?:uppgift|jobb)|responsib|in charge|whose (?:job|task)|who(?:'s| is) behind|takes care|accountable|who runs|who handles|who owns|(?<!\p{L})(?:leads?|leder|johtaa|vetää|driver)(?!\p{L})/u },
  { intent: 'partner', words: /kumppan|yhteistyö(?:ssä|tahot|kumppan)|(?:kenen|keiden|minkä|kuka|ketkä|ketä)\p{L}* (?:kanssa|mukana)|(?:ketkä|ketä|kuka) (?:\p{L}+ ){0,3}mukana|partner|samarbet|tillsammans med|(?:vilka|vem) (?:\p{L}+ ){0,3}(?:är med|medverkar|deltar|hjälper)|co-?operat|collaborat|work(?:s|ing)? (?:together )?with|together with|(?:who|which) (?:\p{L}+ ){0,4}(?:involved|helps?|takes? part|supports?)/u },
  { intent: 'when', words: /(?<!\p{L})(?:milloin|koska|minä vuonna|mihin mennessä|mistä alkaen|mistä lähtien|kauanko|kuinka kauan|när|vilket (?:år|datum)|hur länge|sedan när|when|what (?:year|date|month)|which (?:year|month)|how long|since when|until when|by what|what time ?frame)(?!\p{L})|aikatau|määräai|takara|deadline|päättymis|tidtabell|tidsplan|tidsram|tidsfrist|slutdatum|timetable|schedule|timeline|time frame|due date|(?<!\p{L})voima(?:an|ssa)|i kraft|in force|into effect/u },
  { intent: 'count', words: /(?<!\p{L})(?:montako|moniko|monta|kuinka (?:mon\p{L}+|paljon|suuri|iso|korkea|usein)|miten (?:mon\p{L}+|paljon|suuri|usein)|paljonko|hur (?:många|mycket|stor|stort|hög|ofta)|vilken andel|how (?:many|much|big|large|high|often|far)|what (?:share|percentage|proportion|number|rank))(?!\p{L})|lukumäär|osuus|osuude|prosent|antal|(?<!\p{L})andel|procent|per ?cent|number of|unemployment rate|työttömyysaste|arbetslöshet|sijoi?tu|sijalla|placer|rank/u },
  { intent: 'target', words: /tavoit|päämäär|pyri|(?<!\p{L})mål(?:et|en|sättning\p{L}*|värde\p{L}*|nivå\p{L}*)?(?!\p{L})|target|(?<!\p{L})aims?(?!\p{L})|objective|(?<!\p{L})goals?(?!\p{L})/u },
  { intent: 'state', words: /tilan(?:ne|teessa|teen)|nyky|tällä hetkellä|toteutu|toteute|edenn|etene|edisty|sujuu|sujunut|missä vaiheessa|valmis|valmii|uusin|viimeisin|tulos|tulokset|seuran|saavutet|saatu|tehty|läget|nuläg|just nu|hur går|hur har (?:det )?gått|framskrid|förverkliga|genomför|färdig|(?<!\p{L})klar|senaste|uppfölj|resultat|uppnå|gjorts|status|current|progress|how is|how are|how's|so far|latest|result|achieved|been done|(?<!\p{L})done(?!\p{L})|happened|(?<!\p{L})yet(?!\p{L})|follow-?up|completed|now(?!\p{L})|ännu|redan|already|(?<!\p{L})jo(?!\p{L})|vielä/u },
  { intent: 'list', words: /(?<!\p{L})(?:mitkä|mitä kaikkia|luettele|listaa|kaikki|keitä|vilka|lista|räkna upp|samtliga|alla|which|list|name (?:all|the|every)|what are|all (?:the )?|every)(?!\p{L})/u },
  { intent: 'define', words: /(?<!\p{L})(?:mitä (?:on|tarkoittaa|tarkoitetaan)|mitä \S+ (?:on|tarkoittaa)|mikä on|mikä \S+ on|mikä (?:se )?\S+ oikein|selitä|vad (?:är|betyder|innebär|avses|står|menas|gör)|what(?:'s| is| are| does)|förklara|explain|define)(?!\p{L})|tarkoitta|betyd|står för|stands? for|(?<!\p{L})means?(?!\p{L})/u },
  { intent: 'compare', words: /(?<!\p{L})(?:vertaa|verrattuna|ero|eroaa|eroavat|kumpi|kummassa|kummalla|molemm\p{L}+|sekä|jämför\p{L}*|skillnad\p{L}*|skiljer|både|båda|compare[ds]?|difference|differ|both|versus|vs|than)(?!\p{L})/u },
  { intent: 'contact', words: /puhelin|puhelinnumer|sähköposti|yhteystie|(?<!\p{L})osoite|ota(?:n)? yhteyttä|tavoitan|tavoitta[an] (?=\p{L}+n?(?:\s|$))|telefon|e-?post|mejl|kontakt|når jag|phone|e-?mail|contact|reach (?:him|her|them)|call (?:him|her)|(?<!\p{L})address/u },
  { intent: 'light', words: /liikennevalo|valo(?:n|t|ja|jen)? (?:väri|on)|minkä väri|minkä valo|väri(?:nen|ä|t)?(?!\p{L})|(?<!\p{L})(?:vihreä|keltai|punai|harmaa)|trafikljus|vilken färg|färg|(?<!\p{L})(?:grön|gul|röd|grå)(?:t|a)?(?!\p{L})|traffic light|colou?r|(?<!\p{L})(?:green|yellow|red|grey|gray)(?!\p{L})/u },
  { intent: 'education', words: /koulutus(?:tausta|ta|taan)?(?!\p{L})|tutkinto|opiskellut|utbildning|(?<!\p{L})examen|studerat|educat|degree|studied|qualification|background|tausta|bakgrund/u },
  { intent: 'previous', words: /aiem|aikaisem|ennen (?:tätä|nykyistä|sitä|vaasaa)|edelli(?:nen|sessä|seltä)|ura(?!a?n)|työhistoria|mistä (?:\p{L}+ ){0,2}(?:siirty|tuli|tulee)|tidigare|innan|kommer (?:\p{L}+ ){0,2}från|förra|föregående|before|previous|former|earlier|used to|come from|came from|career|background|tausta|bakgrund/u },
  { intent: 'start', words: /aloitta|alkaa|alkoi|aloitti|astuu|tillträd|börja|inled|start|begin|began|begun|take up|took up|takes? office/u },
  { intent: 'said', words: /(?<!\p{L})(?:sanoo|sanoi|sano|mieltä|mielestä|ajattel\p{L}*|korosta\p{L}*|kommento\p{L}*|kertoo|perustele\p{L}*|toivoo|säger|sade|tycker|anser|menar|motivera\p{L}*|enligt|say|says|said|think|thinks|according to|view|opinion|quote)(?!\p{L})|mukaan/u },
  { intent: 'duty', words: /tehtäv|mitä .* tekee|toimenkuva|uppgift|vad gör|arbetsuppgift|(?<!\p{L})job(?!\p{L})|tasks?(?!\p{L})|duties|role|what does .* do/u },
  { intent: 'where', words: /(?<!\p{L})(?:missä|mistä|mihin|minne|var|varifrån|vart|where)(?!\p{L})/u },
  { intent: 'why', words: /(?<!\p{L})(?:miksi|mistä syystä|minkä takia|varför|why|what for|reason)(?!\p{L})/u },
  { intent: 'changed', words: /muuttu|mikä on uutta|muutoksia|(?:vad|har) .*(?:ändrats|förändrats)|ändringar|nytt sedan|what(?:'s| has| is)? (?:changed|new)|changes? since/u },
];

const yesNo =
  /^(?:\p{L}+(?:ko|kö)(?:s|han|hän)?(?!\p{L})|(?:är|har|finns|kan|ska|blir|var|hade|kommer|gäller|deltog|deltar|hör|ingår|stämmer|gick|leder|börjar?)\s|(?:is|are|was|were|has|have|did|does|do|can|will|should)\s)/u;

/** The intents of a question in the order of `intents`; empty for a bare name or phrase. */
export function readIntents(folded: string): Set<Intent> {
  const found = new Set<Intent>();
  for (const { intent, words } of wordings) if (words.test(folded)) found.add(intent);
  if (yesNo.test(folded) || /(?<!\p{L})\p{L}+(?:ko|kö)\?/u.test(folded)) found.add('yesNo');
  return found;
}

/** Words that only carry an intent: they say what is asked, not about what, so that evidence need not repeat them. */
export function isAskingWord(word: string): boolean {
  return askingWord.test(word);
}

const askingWord =
  /^(?:vastu\p{L}*|vastaa\p{L}*|vastaava\p{L}*|ansvar\p{L}*|responsib\p{L}*|charge|accountable|kumppan\p{L}*|partner\p{L}*|aikatau\p{L}*|tidtabell\p{L}*|tidsplan\p{L}*|timetable|schedule|timeline|deadline\p{L}*|takara\p{L}*|määräai\p{L}*|montako|monta|moni\p{L}*|paljonko|paljon|suuri|suur\p{L}{1,3}|många|mycket|stor|stort|number|antal\p{L}*|lukumäär\p{L}*|määrä\p{L}{0,2}|tavoit(?:e|teena|teet|teita|teen|etta|tavoitteena)|mål|målet|målen|målsättning\p{L}*|target\p{L}*|goals?|aims?|objectives?|tilanne|tilanteessa|nyky\p{L}*|läget|nuläget|status|current\p{L}*|progress|latest|senaste|uusin|viimeisin|toteutu\p{L}*|edenn\p{L}*|etene\p{L}*|sujuu|result\p{L}*|tulo[sk]\p{L}*|happen\p{L}*|done|tehty|tarkoit\p{L}*|tarkoitta\p{L}*|betyd\p{L}*|means?|mean|stands?|står|abbreviation|lyhen\p{L}*|förkortning\p{L}*|kerro\p{L}*|kysymys|fråga|question|answer|vastaus|svar|tell|name|luettele|lista\p{L}*|say\p{L}*|said|think\p{L}*|säger|tycker|sano\p{L}*|kertoo|mukaan|according|enligt|document\p{L}*|asiakirj\p{L}*|dokument\p{L}*|source\p{L}*|lähde|lähtee\p{L}*|källa\p{L}*|numbers?|luku|luvut|siffra\p{L}*|figures?|exact\p{L}*|please|thanks|kiitos|tack|oikein|oikeastaan|actually|really|egentligen|person\p{L}*|henkilö\p{L}*|taho\p{L}*|job|jobs|work\p{L}*|people|thing|asia\p{L}*|sak|both|molemmat|båda|together|yhdessä|tillsammans|involved|mukana|behind|takana|bakom|take|takes|part|osallis\p{L}*|deltog|deltar|delta|year|years|vuosi|vuonna|vuoden|vuote\p{L}*|år|året|month\p{L}*|kuukau\p{L}*|månad\p{L}*|date|datum|päivä|begin\p{L}*|start\p{L}*|börja\p{L}*|tillträd\p{L}*|aloit\p{L}*|alka\p{L}*|alkoi|official\p{L}*|called|nimi|name[ds]?|heter|kallas|give|ge|anna|currently|tällä|hetkellä|just|nu|now|today|tänään|idag|nykyisin|nykyään)$/u;
