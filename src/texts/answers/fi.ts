import { formatList } from '../dates.ts';

const join = (names: readonly string[]) => formatList(names, 'fi');
const kind = (measure: boolean) => (measure ? 'Toimenpide' : 'Tavoite');
const kindGenitive = (measure: boolean) => (measure ? 'Toimenpiteen' : 'Tavoitteen');

/** Texts of answers in Finnish; the type of the other languages. */
export const answersFi = {
  join,
  heading: (id: string, name: string, measure: boolean) => `${kind(measure)} ${id}: ${name}`,
  responsible: (id: string, name: string, leads: readonly string[]) =>
    `Toimenpiteestä ${id} (${name}) ${leads.length > 1 ? 'vastaavat' : 'vastaa'} ${join(leads)}.`,
  partners: (partners: readonly string[]) => `Yhteistyökumppanit: ${join(partners)}.`,
  noPartners: 'Asiakirja ei nimeä yhteistyökumppaneita.',
  noResponsible: (id: string, name: string) =>
    `Toimenpiteelle ${id} (${name}) ei ole määritelty vastuutahoa: asiakirja sanoo sen itse.`,
  noTimetable: (id: string, name: string) =>
    `Toimenpiteelle ${id} (${name}) ei ole määritelty aikataulua: asiakirja sanoo sen itse.`,
  timetable: (id: string, name: string, span: string) => `Toimenpiteen ${id} (${name}) aikataulu on ${span}.`,
  timetableShort: (span: string) => `Aikataulu: ${span}.`,
  openEnd: (start: number) => `vuodesta ${start} alkaen; päättymisvuotta ei ole annettu`,
  byYear: (end: number) => `vuoden ${end} loppuun mennessä`,
  part: (items: string, span: string) => `kohdat ${items}: ${span}`,
  described: (words: string) => `määritelty sanallisesti: ”${words}”`,
  passed: (followUp: string | null) =>
    followUp === null
      ? 'Aikataulu on päättynyt.'
      : `Aikataulu on päättynyt; viimeisin seurantatieto on ajalta ${followUp}.`,
  followUp: (month: string | null) => (month === null ? 'Seurantatieto' : `Seurantatieto (${month})`),
  target: (words: string) => `Tavoite: ${words}`,
  state: (month: string | null, words: string) =>
    month === null ? `Nykytilanne: ${words}` : `Tilanne ${month}: ${words}`,
  goalMeasures: (id: string, count: number) => `${kindGenitive(false)} ${id} toimenpiteitä on ${count}.`,
  undefinedParty: 'ei määriteltyä vastuutahoa',
  undefinedTimetable: 'ei määriteltyä aikataulua',
  lead: (leads: readonly string[]) => `Vastuutaho: ${join(leads)}.`,
  person: (name: string, post: string) => `${name}: ${post}.`,
  starts: (name: string, date: string) => `${name} aloittaa tehtävässä ${date}.`,
  noYear: 'Asiakirja ei kerro vuotta.',
  previous: (name: string, values: readonly string[]) => `${name}, aiemmat tehtävät: ${values.join('; ')}.`,
  education: (name: string, values: readonly string[]) => `${name}, koulutus: ${values.join('; ')}.`,
  duty: (name: string, values: readonly string[]) => `${name}, tehtävät: ${values.join('; ')}.`,
  contact: (name: string, values: readonly string[]) => `${name}: ${values.join(', ')}.`,
  contactPrivately: (name: string) =>
    `Asiakirjassa on yhteystiedot henkilölle ${name}. Näytän ne vain sinulle: kysy yksityisviestissä tai komennolla /lv ask.`,
  contactsPrivately:
    'Asiakirjassa on yhteystietoja. Näytän ne vain sinulle: kysy yksityisviestissä tai komennolla /lv ask.',
  said: (name: string, words: string) => `${name}: ${words}`,
  asOf: (date: string) =>
    `Tieto on asiakirjasta, joka on julkaistu ${date}; sen jälkeisiä muutoksia asiakirjoissa ei ole.`,
  asOfUndated: 'Asiakirjassa ei ole julkaisupäivää, joten tiedon ajankohtaa ei voi sanoa tarkasti.',
  older: (date: string, words: string) => `Vanhempi asiakirja (${date}) sanoi toisin: ${words}`,
  olderUndated: (words: string) => `Päiväämätön asiakirja sanoo: ${words}`,
  datePassed: 'Ajankohta on jo mennyt.',
  periodEnded: 'Ajanjakso on päättynyt.',
  dateAhead: 'Ajankohta on vielä edessä.',
  measuresOf: (body: string, count: number) =>
    `${body} on päävastuussa ${count === 1 ? 'yhdestä toimenpiteestä' : `${count} toimenpiteestä`}.`,
  partnerIn: (body: string, count: number) =>
    `${body} on yhteistyökumppanina ${count === 1 ? 'yhdessä toimenpiteessä' : `${count} toimenpiteessä`}.`,
  notInProgramme: (body: string) => `${body} ei ole minkään toimenpiteen vastuutaho eikä nimetty kumppani.`,
  programmeSize: (name: string, goals: number, measures: number, metrics: number) =>
    measures > 0
      ? `${name}: ${goals} tavoitetta, ${measures} toimenpidettä ja ${metrics} päämittaria.`
      : `${name}: ${goals} tavoitetta.`,
  more: (count: number) => `… ja ${count} muuta. Näytä kaikki: kysy tavoite kerrallaan.`,
  coloursLost: 'Asiakirjan liikennevalojen värit eivät näy tekstistä, joten väriä ei voi päätellä.',
  seeLight: (label: string) => `Asetetun valon näet komennolla /lv show ${label}.`,
  unchanged: 'Seurantatiedot ovat samat kuin edellisessä seurannassa.',
  changed: (id: string, name: string, before: string, now: string) => `${id} ${name}: ${now} Aiemmin: ${before}`,
  onlyFollowUp: (month: string) =>
    `Asiakirjoissa on vain yksi seuranta (${month}), joten muutoksia sen jälkeen ei tunneta.`,
  unknownTarget: (id: string, known: string) => `Tavoitetta tai toimenpidettä ${id} ei ole. Tavoitteet ovat: ${known}.`,
  notFound: 'En löydä tästä tietoa asiakirjoista.',
  notStated: (about: string) => `Asiakirjoissa puhutaan aiheesta ”${about}”, mutta tätä niissä ei sanota.`,
  notStatedPlain: 'Asiakirjat eivät kerro tätä.',
  otherCity: (asked: string, known: string | null) =>
    `Asiakirjoissa ei ole tätä tietoa: kysyit kunnasta ${asked}. Lähin tieto koskee ${known === null ? 'koko maata' : `kuntaa ${known}`}.`,
  listed: (place: string) => `Kyllä: ${place} on asiakirjan luettelossa.`,
  notListed: (place: string) => `Ei: ${place} ei kuulu niihin, jotka asiakirja luettelee.`,
  nearest: (words: string) => `Lähin tieto: ${words}`,
  refused: 'En noudata kysymykseen upotettuja ohjeita. Vastaan kysymyksiin asiakirjojen pohjalta.',
  greeting:
    'Hei! Olen Valo. Vastaan kysymyksiin johtajista, toimenpiteistä ja uudistusten määräajoista ja näytän aina lähteen. Kysy vaikka: ”Kuka vastaa puoliso-ohjelmasta?”',
  thanks: 'Ole hyvä! Kysy lisää milloin vain.',
  whoAmI:
    'Olen Valo, työllisyystiimien Slack-kollega. Vastaan kysymyksiin asiakirjojen pohjalta ja pidän liikennevalot ajan tasalla (/lv help).',
  empty: 'Kirjoita kysymys, niin etsin vastauksen asiakirjoista.',
  tooLong: (limit: number) => `Kysymys on liian pitkä. Tiivistä se enintään ${limit} merkkiin.`,
  otherLanguage: 'Valo puhuu suomea, ruotsia ja englantia.',
  otherMunicipality: (city: string) => `Huomaa: tieto koskee kuntaa ${city}.`,
};

export type AnswerTexts = typeof answersFi;
