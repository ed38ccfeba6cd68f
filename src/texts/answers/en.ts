import { formatList } from '../dates.ts';
import type { AnswerTexts } from './fi.ts';

const join = (names: readonly string[]) => formatList(names, 'en');
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

export const answersEn: AnswerTexts = {
  join,
  heading: (id, name, measure) => `${measure ? 'Measure' : 'Goal'} ${id}: ${name}`,
  responsible: (id, name, leads) =>
    `${capital(join(leads))} ${leads.length > 1 ? 'are' : 'is'} responsible for measure ${id} (${name}).`,
  partners: (partners) => `Partners: ${join(partners)}.`,
  noPartners: 'The document names no partners.',
  noResponsible: (id, name) =>
    `No responsible party is defined for measure ${id} (${name}): the document itself says so.`,
  noTimetable: (id, name) => `No timetable is defined for measure ${id} (${name}): the document itself says so.`,
  timetable: (id, name, span) => `The timetable of measure ${id} (${name}) is ${span}.`,
  timetableShort: (span) => `Timetable: ${span}.`,
  openEnd: (start) => `from ${start} on; no end year is given`,
  byYear: (end) => `by the end of ${end}`,
  part: (items, span) => `items ${items}: ${span}`,
  described: (words) => `described in words: “${words}”`,
  passed: (followUp) =>
    followUp === null
      ? 'The timetable has passed.'
      : `The timetable has passed; the last follow-up is for ${followUp}.`,
  followUp: (month) => (month === null ? 'Follow-up' : `Follow-up (${month})`),
  target: (words) => `Target: ${words}`,
  state: (month, words) => (month === null ? `Current state: ${words}` : `State in ${month}: ${words}`),
  goalMeasures: (id, count) => `Goal ${id} has ${count} ${count === 1 ? 'measure' : 'measures'}.`,
  undefinedParty: 'no responsible party defined',
  undefinedTimetable: 'no timetable defined',
  lead: (leads) => `Responsible: ${join(leads)}.`,
  person: (name, post) => `${name}: ${post}.`,
  starts: (name, date) => `${name} takes up the post on ${date}.`,
  noYear: 'The document gives no year.',
  previous: (name, values) => `${name}, previous posts: ${values.join('; ')}.`,
  education: (name, values) => `${name}, education: ${values.join('; ')}.`,
  duty: (name, values) => `${name}, duties: ${values.join('; ')}.`,
  contact: (name, values) => `${name}: ${values.join(', ')}.`,
  contactPrivately: (name) =>
    `The document gives contact details for ${name}. I show them to you alone: ask in a direct message or with /lv ask.`,
  contactsPrivately:
    'The document gives contact details. I show them to you alone: ask in a direct message or with /lv ask.',
  said: (name, words) => `${name}: ${words}`,
  asOf: (date) => `This is from a document published on ${date}; the documents tell of no later change.`,
  asOfUndated: 'The document has no publication date, so it cannot be said exactly when this held.',
  older: (date, words) => `An older document (${date}) said otherwise: ${words}`,
  olderUndated: (words) => `An undated document says: ${words}`,
  datePassed: 'That date has passed.',
  periodEnded: 'That period has ended.',
  dateAhead: 'That date is still ahead.',
  measuresOf: (body, count) => `${capital(body)} leads ${count === 1 ? 'one measure' : `${count} measures`}.`,
  partnerIn: (body, count) => `${capital(body)} is a partner in ${count === 1 ? 'one measure' : `${count} measures`}.`,
  notInProgramme: (body) => `${capital(body)} neither leads nor is named as a partner in any measure.`,
  programmeSize: (name, goals, measures, metrics) =>
    measures > 0
      ? `${name}: ${goals} goals, ${measures} measures and ${metrics} main metrics.`
      : `${name}: ${goals} goals.`,
  more: (count) => `… and ${count} more. To see all, ask about one goal at a time.`,
  coloursLost: 'The colours of the traffic lights in the document are lost in the text, so the colour cannot be told.',
  seeLight: (label) => `To see the light that owners have posted: /lv show ${label}.`,
  unchanged: 'The follow-up is the same as the time before.',
  changed: (id, name, before, now) => `${id} ${name}: ${now} Before: ${before}`,
  onlyFollowUp: (month) => `The documents hold only one follow-up (${month}), so later changes are not known.`,
  unknownTarget: (id, known) => `There is no goal or measure ${id}. The goals are: ${known}.`,
  notFound: 'I find nothing about this in the documents.',
  notStated: (about) => `The documents speak of “${about}”, but they do not say this.`,
  notStatedPlain: 'The documents do not say this.',
  otherCity: (asked, known) =>
    `The documents do not hold this: you asked about ${asked}. The nearest thing known is about ${known ?? 'the whole country'}.`,
  listed: (place) => `Yes: ${place} is among those that the document lists.`,
  notListed: (place) => `No: ${place} is not among those that the document lists.`,
  nearest: (words) => `Nearest thing known: ${words}`,
  refused: 'I do not follow instructions hidden in a question. I answer questions from the documents.',
  greeting:
    'Hello! I am Valo. I answer questions about directors, measures and reform deadlines, always with the source. Try: “Who is responsible for the spouse programme?”',
  thanks: 'You are welcome! Ask again any time.',
  whoAmI:
    'I am Valo, the employment teams’ colleague in Slack. I answer questions from the documents and keep the traffic lights (/lv help).',
  empty: 'Write a question and I will look for the answer in the documents.',
  tooLong: (limit) => `The question is too long. Please shorten it to ${limit} characters at most.`,
  otherLanguage: 'Valo speaks Finnish, Swedish and English.',
  otherMunicipality: (city) => `Note: this is about ${city}.`,
};
