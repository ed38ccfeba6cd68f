import type { Property } from './property.ts';
import { compileWords } from './word-patterns.ts';

/** What somebody found out or thought, who evaluates, and in what trades somebody works: told only in words of a certain kind. */
export const toldProperties: readonly Property[] = [
  {
    needed: true,
    asked:
      /(?<!\p{L})(?:(?:kuka|ketkä|mikä \p{L}+) (?:arvioi|arvioivat) \p{L}+(?!,| että)|(?:vem|vilken \p{L}+) (?:utvärderar|utvärderade)|(?:who|which \p{L}+) (?:evaluates|evaluated|is evaluating))(?!\p{L})/u,
    answers: /arvioi|utvärder|evaluat|assess/iu,
  },
  {
    needed: true,
    asked: compileWords({
      fi: 'mitä … kysely osoitti | mitä … kysely kertoi | mitä … tutkimus osoitti | mitä … tutkimus kertoi | kyselyn tulokset | kyselyn tuloksia | tutkimuksen tulokset | tutkimuksen tuloksia | mitä … kyselystä selvisi | mitä tuloksia | mitä vastattiin | mitä … vastasi kyselyyn',
      sv: 'vad visade | vad … visade | vad kom … fram | enkätens resultat | undersökningens resultat | resultaten av … enkät* | resultatet av … enkät* | vad visade … enkät* | vad svarade | vad berättade … undersökning*',
      en: 'what did … survey … show | what did … survey … find | what did … study … show | what did … analysis … find | what did … survey find | what did … survey show | what did … study find | what did … study show | what did … analysis find | what did … analysis show | results of the … survey | results of the … study | survey results | what did … find | findings of | what did … reveal',
    }),
    answers:
      /\d\s?(?:%|prosent|procent|per cent|percent)|(?<!\p{L})(?:osoitt|ilmen|kävi ilmi|selvisi|sijalla|sijalle|visade|visar|framgick|framgår|plats|placer|showed|shows|found that|revealed|rank)/iu,
  },
  {
    needed: true,
    asked: compileWords({
      fi: 'minkä alan | minkä alojen | millä alalla | millä aloilla | mille alalle | mille aloille | mitkä alat | millä toimialalla | millä toimialoilla',
      sv: 'vilken bransch | vilka branscher | inom vilket område',
      en: 'which sector | which sectors | what sector | what sectors | which industry | which industries | what industry | what industries | which fields',
    }),
    answers:
      /(?<!\p{L})(?:alalla|alalle|alalta|aloilla|aloille|ala\b|alan)(?!\p{L})|(?:-|\p{L})(?:alalla|alalle|alalta|aloilla|aloille|alan|alojen)(?!\p{L})|bransch|inom \p{Ll}|kaup(?:pa|an)|handel|hoiva|hoito|omsorg|vård|rakennus|rakenta|bygg|teollisu|industr|energ|pharma|livsmedel|elintarvik|logisti|ravintola|restaurang|hotel|matkail|turism|touris|tekno|tekni|terve|health|care|siivous|puhtaan|städ|clean|metall|metsä|skog|maatalou|jordbruk|agricult|construct|retail|sector|services|most of them in |flest inom |useimmat /iu,
    word: compileWords({
      fi: 'ala | alan | alo* | alal* | toimial*',
      sv: 'bransch*',
      en: 'sector* | industr* | field*',
    }),
  },
  {
    needed: true,
    asked: compileWords({
      fi: 'mitä mieltä | mitä … pitivät | mitä … piti | miten … kokivat | mitä … ajattelivat | millaista palautetta',
      sv: 'vad tyckte | vad tycker | hur upplevde | vad tänkte | vad för respons | hurdan respons',
      en: 'what did … think | what do … think | how did … feel | what feedback | how did … experience',
    }),
    answers:
      /(?<!\p{L})(?:tyytyväi|mielestä|mieltä|koki|kokivat|kokenut|kokeneet|piti(?!\p{L})|pitivät|kiitt|arvosa|palaute (?:on|oli)|palaute\p{L}* (?:mukaan|perusteella)|nöjd|tycker|tyckte|anser|ansåg|upplev|responsen|satisf|happy|pleased|thinks?|thought|felt|feels?|feedback (?:is|was|has)|rated)|\d\s?(?:%|prosent|procent|per cent|percent)|[”“"–]\s?\p{L}/iu,
  },
];
