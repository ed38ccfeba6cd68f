import type { FormTexts } from './form-fi.ts';

/** Swedish texts of the form that updates a light. */
export const formSv: FormTexts = {
  title: 'Uppdatera ljuset',
  submit: 'Spara',
  cancel: 'Avbryt',
  close: 'Stäng',
  open: 'Öppna formuläret',
  standing: 'Gäller nu: {light}',
  light: 'Ljus',
  comment: 'Vad har hänt?',
  commentHint: 'Rött ljus behöver en motivering.',
  next: 'Vad händer härnäst?',
  expected: 'När väntas det bli klart?',
  expectedHint: 'Det tidigare angivna datumet {date} har redan passerat.',
  chooseDay: 'Välj datum',
  confidence: 'Hur säker är du på att målet nås?',
  confidenceChoose: 'Välj 1–5',
  confidenceLevels: {
    1: '1 – mycket osäker',
    2: '2 – osäker',
    3: '3 – kan inte säga',
    4: '4 – säker',
    5: '5 – mycket säker',
  },
  blockers: 'Vilka hinder finns det?',
  redNeedsReason: 'Berätta kort varför ljuset är rött.',
  pastDay: 'Datumet har redan passerat. Välj ett kommande datum eller töm fältet.',
  chooseLight: 'Välj ett ljus.',
  overtaken:
    'Ljuset uppdaterades medan ditt formulär var öppet. Din version har inte sparats. Jämför versionerna och spara om du vill att din ska gälla.',
  theirs: 'Versionen som gäller nu',
  yours: 'Din version, som inte har sparats',
  taken: 'Ljuset har ångrats under tiden. Inget ljus är satt nu.',
  notOpened: 'Formuläret hann inte öppnas. Öppna det med knappen:',
};
