import type { SlackTexts } from './fi.ts';

/** Swedish texts of answers in Slack and of Slack's own surfaces, as written in Finland. */
export const slackSv: SlackTexts = {
  ownTranslation: 'Valos egen översättning',
  original: { fi: 'Original, på finska', sv: 'Original, på svenska', en: 'Original, på engelska' },
  source: '{title} – {publisher}, {date}',
  noDate: 'dokumentet har inget datum',
  moreDetails: { one: '… och {count} rad till', other: '… och {count} rader till' },
  moreQuotes: { one: '… och {count} citat till', other: '… och {count} citat till' },
  showAll: 'Visa allt',
  lightPosted: '{target}, ljuset i Slack: {light}. Satt av {who} {when}.',
  lightNotPosted: '{target}: inget ljus har ännu satts i Slack.',
  askOwner: 'Mer information: {people}',
  onlyYou: 'Visas bara för dig, eftersom svaret innehåller kontaktuppgifter.',
  sentPrivately: 'Svaret innehåller kontaktuppgifter. Jag skickade det bara till dig.',
  status: {
    searching: 'söker i dokumenten …',
    writing: 'skriver svaret …',
    checking: 'kontrollerar citaten …',
  },
  steps: {
    searching: { one: 'Söker i {count} dokument', other: 'Söker i {count} dokument' },
    writing: 'Skriver svaret',
    checking: 'Kontrollerar citaten',
  },
  emptyQuestion: 'Skriv en fråga, så söker jag svaret i dokumenten. Till exempel: vem ansvarar för makaprogrammet?',
  slow: 'Det tog för länge att hitta ett svar, så jag avbröt sökningen. Försök igen om en stund.',
  failed:
    'Något gick fel och din begäran kunde inte utföras. Försök igen om en stund. Meddela administratören om felet fortsätter.',
  outdatedButton: 'Den här knappen är föråldrad. Inget ändrades.',
};
