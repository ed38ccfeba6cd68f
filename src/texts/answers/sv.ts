import { formatList } from '../dates.ts';
import type { AnswerTexts } from './fi.ts';

const join = (names: readonly string[]) => formatList(names, 'sv');

export const answersSv: AnswerTexts = {
  join,
  heading: (id, name, measure) => `${measure ? 'Åtgärd' : 'Mål'} ${id}: ${name}`,
  responsible: (id, name, leads) => `För åtgärd ${id} (${name}) ansvarar ${join(leads)}.`,
  partners: (partners) => `Samarbetspartner: ${join(partners)}.`,
  noPartners: 'Dokumentet nämner inga samarbetspartner.',
  noResponsible: (id, name) =>
    `För åtgärd ${id} (${name}) finns ingen ansvarig part definierad: det säger dokumentet självt.`,
  noTimetable: (id, name) =>
    `För åtgärd ${id} (${name}) finns ingen tidtabell definierad: det säger dokumentet självt.`,
  timetable: (id, name, span) => `Tidtabellen för åtgärd ${id} (${name}) är ${span}.`,
  timetableShort: (span) => `Tidtabell: ${span}.`,
  openEnd: (start) => `från och med ${start}; inget slutår anges`,
  byYear: (end) => `senast vid utgången av ${end}`,
  part: (items, span) => `punkterna ${items}: ${span}`,
  described: (words) => `beskriven i ord: ”${words}”`,
  passed: (followUp) =>
    followUp === null
      ? 'Tidtabellen har gått ut.'
      : `Tidtabellen har gått ut; den senaste uppföljningen gäller ${followUp}.`,
  followUp: (month) => (month === null ? 'Uppföljning' : `Uppföljning (${month})`),
  target: (words) => `Mål: ${words}`,
  state: (month, words) => (month === null ? `Nuläge: ${words}` : `Läget ${month}: ${words}`),
  goalMeasures: (id, count) => `Mål ${id} har ${count} ${count === 1 ? 'åtgärd' : 'åtgärder'}.`,
  undefinedParty: 'ingen ansvarig part definierad',
  undefinedTimetable: 'ingen tidtabell definierad',
  lead: (leads) => `Ansvarig: ${join(leads)}.`,
  person: (name, post) => `${name}: ${post}.`,
  starts: (name, date) => `${name} tillträder ${date}.`,
  noYear: 'Dokumentet anger inget år.',
  previous: (name, values) => `${name}, tidigare uppdrag: ${values.join('; ')}.`,
  education: (name, values) => `${name}, utbildning: ${values.join('; ')}.`,
  duty: (name, values) => `${name}, uppgifter: ${values.join('; ')}.`,
  contact: (name, values) => `${name}: ${values.join(', ')}.`,
  contactPrivately: (name) =>
    `Dokumentet innehåller kontaktuppgifter till ${name}. Jag visar dem bara för dig: fråga i ett direktmeddelande eller med kommandot /lv ask.`,
  contactsPrivately:
    'Dokumentet innehåller kontaktuppgifter. Jag visar dem bara för dig: fråga i ett direktmeddelande eller med kommandot /lv ask.',
  said: (name, words) => `${name}: ${words}`,
  asOf: (date) =>
    `Uppgiften kommer från ett dokument som publicerades ${date}; senare ändringar finns inte i dokumenten.`,
  asOfUndated: 'Dokumentet saknar publiceringsdatum, så det går inte att säga exakt vilken tidpunkt uppgiften gäller.',
  older: (date, words) => `Ett äldre dokument (${date}) sade något annat: ${words}`,
  olderUndated: (words) => `Ett odaterat dokument säger: ${words}`,
  datePassed: 'Tidpunkten har redan passerat.',
  periodEnded: 'Perioden har gått ut.',
  dateAhead: 'Tidpunkten ligger ännu framför oss.',
  measuresOf: (body, count) => `${body} har huvudansvaret för ${count === 1 ? 'en åtgärd' : `${count} åtgärder`}.`,
  partnerIn: (body, count) => `${body} är samarbetspartner i ${count === 1 ? 'en åtgärd' : `${count} åtgärder`}.`,
  notInProgramme: (body) => `${body} är varken ansvarig eller namngiven partner för någon åtgärd.`,
  programmeSize: (name, goals, measures, metrics) =>
    measures > 0
      ? `${name}: ${goals} mål, ${measures} åtgärder och ${metrics} huvudindikatorer.`
      : `${name}: ${goals} mål.`,
  more: (count) => `… och ${count} till. Visa allt: fråga om ett mål i taget.`,
  coloursLost: 'Trafikljusens färger i dokumentet syns inte i texten, så färgen går inte att avgöra.',
  seeLight: (label) => `Det ljus som ägarna har satt ser du med /lv show ${label}.`,
  unchanged: 'Uppföljningen är densamma som förra gången.',
  changed: (id, name, before, now) => `${id} ${name}: ${now} Tidigare: ${before}`,
  onlyFollowUp: (month) => `Dokumenten innehåller bara en uppföljning (${month}), så senare ändringar är inte kända.`,
  unknownTarget: (id, known) => `Det finns inget mål och ingen åtgärd ${id}. Målen är: ${known}.`,
  notFound: 'Jag hittar ingen uppgift om detta i dokumenten.',
  notStated: (about) => `Dokumenten talar om ”${about}”, men detta står inte i dem.`,
  notStatedPlain: 'Dokumenten berättar inte detta.',
  otherCity: (asked, known) =>
    `Uppgiften finns inte i dokumenten: du frågade om ${asked}. Den närmaste uppgiften gäller ${known ?? 'hela landet'}.`,
  listed: (place) => `Ja: ${place} finns i dokumentets förteckning.`,
  notListed: (place) => `Nej: ${place} hör inte till dem som dokumentet räknar upp.`,
  nearest: (words) => `Närmaste uppgift: ${words}`,
  refused: 'Jag följer inte instruktioner som är inbäddade i en fråga. Jag svarar på frågor utifrån dokumenten.',
  greeting:
    'Hej! Jag är Valo. Jag svarar på frågor om direktörer, åtgärder och reformernas tidsfrister och visar alltid källan. Fråga till exempel: ”Vem ansvarar för makaprogrammet?”',
  thanks: 'Varsågod! Fråga gärna mer när du vill.',
  whoAmI:
    'Jag är Valo, sysselsättningsteamens kollega i Slack. Jag svarar på frågor utifrån dokumenten och håller trafikljusen aktuella (/lv help).',
  empty: 'Skriv en fråga så söker jag svaret i dokumenten.',
  tooLong: (limit) => `Frågan är för lång. Korta ner den till högst ${limit} tecken.`,
  otherLanguage: 'Valo talar finska, svenska och engelska.',
  otherMunicipality: (city) => `Observera: uppgiften gäller ${city}.`,
};
